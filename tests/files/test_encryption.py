"""Locking the list with a password: opened by whoever has it, by nobody else, and never a byte lost."""

import random
from collections import Counter
from pathlib import Path

import pytest
from files.zips import package

from desktop_app.domain.reporting import ProblemError
from desktop_app.files import encryption
from desktop_app.files.encryption import NOBODYS_PASSWORD, decrypt, encrypt, is_weakly_locked
from desktop_app.files.list_file import read_list

OLD_WAY = Path(__file__).parents[1] / "data" / "lists" / "locked-the-old-way.xlsx"
"""Made by LibreOffice 7.4, which locks as Office 2007 did. Its password is "lantern"."""

FILE = "signatories-private.xlsx"
ROUND_TRIPS = 1_000


@pytest.fixture
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the full number of rounds is there to take time."""
    monkeypatch.setattr(encryption, "ROUNDS", 50)


@pytest.mark.usefixtures("few_rounds")
def test_a_thousand_packages_of_all_sizes_come_back_byte_for_byte() -> None:
    draw = random.Random(4_200)  # noqa: S311 - no secret
    sizes = [*range(1, 501), *range(3_950, 4_250), *(draw.randrange(10_000) for _ in range(150))]
    sizes += [draw.randrange(300_000) for _ in range(49)]
    sizes.append(30 << 20)
    assert len(sizes) == ROUND_TRIPS
    for size in sizes:
        data = package(size, seed=size)
        assert decrypt(encrypt(data, "Fjälle", FILE), "Fjälle", FILE) == data


@pytest.mark.usefixtures("few_rounds")
def test_another_password_never_opens_it() -> None:
    locked = encrypt(package(600), "river", FILE)
    for wrong in ("River", "river ", "", "r", "river" * 40):
        with pytest.raises(ProblemError) as caught:
            decrypt(locked, wrong, FILE)
        assert caught.value.code == ("password-wrong" if wrong else "file-encrypted")


@pytest.mark.usefixtures("few_rounds")
def test_a_flipped_byte_is_noticed_wherever_it_says_anything() -> None:
    """Bytes of the container that nobody reads may change; what comes out never does."""
    data = package(20_000)
    locked = encrypt(data, "river", FILE)
    outcomes: Counter[str] = Counter()
    for place in range(0, len(locked), len(locked) // 1_000):
        spoiled = bytearray(locked)
        spoiled[place] ^= 0x10
        try:
            assert decrypt(bytes(spoiled), "river", FILE) == data
            outcomes["of no account"] += 1
        except ProblemError as problem:
            outcomes[problem.code] += 1
    assert outcomes["file-damaged"] > 800
    assert set(outcomes) <= {
        "of no account",
        "file-damaged",
        "password-wrong",
        "file-hostile",
        "file-old-format",
    }


def test_the_strong_format_is_written() -> None:
    locked = encrypt(package(10), "river", FILE)
    assert all(
        said in locked
        for said in (b'spinCount="100000"', b'keyBits="256"', b'hashAlgorithm="SHA512"', b"dataIntegrity")
    )
    assert not is_weakly_locked(locked)


def test_the_format_of_2007_is_read_and_told() -> None:
    assert is_weakly_locked(OLD_WAY.read_bytes())
    listed = read_list(OLD_WAY, password="lantern")
    assert [signatory.name for signatory in listed.signatories] == ["Lantern Network", "Quiet River Circle"]


def test_letters_typed_in_two_ways_are_one_password() -> None:
    locked = encrypt(package(10), "caf\u00e9", FILE)
    assert decrypt(locked, "cafe\u0301", FILE) == package(10)


@pytest.mark.parametrize(
    ("password", "code"),
    [("", "password-empty"), ("a" * 256, "password-too-long"), (NOBODYS_PASSWORD, "password-known")],
)
def test_a_password_that_protects_nothing_is_refused(password: str, code: str) -> None:
    with pytest.raises(ProblemError) as caught:
        encrypt(package(10), password, FILE)
    assert caught.value.code == code


@pytest.mark.usefixtures("few_rounds")
def test_a_file_that_would_take_for_ever_to_open_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encryption, "_MOST_ROUNDS", 40)
    monkeypatch.setattr(encryption, "decrypt", lambda *_: package(10))
    locked = encrypt(package(10), "river", FILE)
    with pytest.raises(ProblemError) as caught:
        decrypt(locked, "river", FILE)
    assert caught.value.code == "file-hostile"


@pytest.mark.usefixtures("few_rounds")
def test_what_does_not_open_again_is_not_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encryption, "decrypt", lambda *_: b"something else")
    with pytest.raises(ProblemError) as caught:
        encrypt(package(10), "river", FILE)
    assert caught.value.code == "encryption-failed"
