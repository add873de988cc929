"""P5: a writer, a lock or a disk that spoils what is saved is caught before the list is replaced."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from promises.kept import Outcome, Promise, of_sizes

from desktop_app.domain.list_edit import ListEdit
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files import encryption
from desktop_app.files.encryption import encrypt
from desktop_app.files.list_editor import new_list
from desktop_app.files.list_file import read_list
from desktop_app.services.saving import Saving

_SETTINGS = 'title = "A truce in Orlavia"\nlanguages = ["en"]\n'
_PASSWORD = "river and reeds"
_NEW = Signatory(0, "Harbour Watch", Disclosure.PENDING, country="Niger")
_ROWS = tuple(
    Signatory(number, f"Orchard {number}", way, country="Mali", notes=f"note {number}")
    for number, way in enumerate([Disclosure.NAMED, Disclosure.ANONYMOUS] * 20, start=2)
)
_Spoil = Callable[[random.Random], tuple[str, object, str]]
"""What is put in the place of what, and the list's password."""
_WRITER = "desktop_app.services.saving.edited"
_LOCK = "desktop_app.services.saving.encrypt"


def _check(cases: int, folder: Path) -> Outcome:
    chance = random.Random(5)  # noqa: S311 - chance, not a secret
    faults: list[str] = []
    with patch.object(encryption, "ROUNDS", 50):
        for number in range(cases):
            name, spoil = _SPOILS[number % len(_SPOILS)]
            place = folder / str(number)
            place.mkdir()
            if not _is_caught(place, spoil, chance):
                faults.append(f"{name}, run {number}: not caught, or something is left of it")
    return Outcome(
        f"{cases - len(faults)} of {cases} spoiled writes caught, the list as it was", tuple(faults)
    )


def _is_caught(
    folder: Path, spoil: Callable[[random.Random], tuple[str, object, str]], chance: random.Random
) -> bool:
    what, with_what, password = spoil(chance)
    path = folder / "signatories-private.xlsx"
    package = new_list(_ROWS)
    before = encrypt(package, password, path.name) if password else package
    path.write_bytes(before)
    (folder / "campaign.toml").write_text(_SETTINGS, "utf-8")
    listed = read_list(path, password=password)
    with patch(what, with_what):
        try:
            Saving(folder).save(listed, ListEdit(added=(_NEW,)), "add")
        except ProblemError:
            beside = {entry.name for entry in folder.iterdir()}
            return path.read_bytes() == before and beside <= {path.name, "campaign.toml", "private"}
    return False


def _right() -> list[Signatory]:
    return [*_ROWS, replace(_NEW, row=len(_ROWS) + 2)]


def _loses_a_row(chance: random.Random) -> tuple[str, object, str]:
    rows = _right()
    del rows[chance.randrange(len(rows))]
    return _WRITER, lambda *_: new_list(rows), ""


def _writes_a_row_twice(chance: random.Random) -> tuple[str, object, str]:
    rows = _right()
    rows.insert(chance.randrange(len(rows)), chance.choice(rows))
    return _WRITER, lambda *_: new_list(rows), ""


def _writes_another_cell(chance: random.Random) -> tuple[str, object, str]:
    rows = _right()
    at = chance.randrange(len(rows))
    text = f"spoiled {chance.random()}"
    row = rows[at]
    rows[at] = chance.choice([replace(row, name=text), replace(row, country=text), replace(row, notes=text)])
    return _WRITER, lambda *_: new_list(rows), ""


def _names_somebody(chance: random.Random) -> tuple[str, object, str]:
    rows = _right()
    at = chance.choice([n for n, row in enumerate(rows) if row.disclosure is not Disclosure.NAMED])
    rows[at] = replace(rows[at], disclosure=Disclosure.NAMED)
    return _WRITER, lambda *_: new_list(rows), ""


def _mixes_two_rows_up(chance: random.Random) -> tuple[str, object, str]:
    rows = _right()
    one, other = chance.sample(range(len(rows)), 2)
    rows[one], rows[other] = rows[other], rows[one]
    return _WRITER, lambda *_: new_list(rows), ""


def _cuts_the_package(chance: random.Random) -> tuple[str, object, str]:
    package = new_list(_right())
    return _WRITER, lambda *_: package[: chance.randrange(len(package) - 1)], ""


def _flips_a_byte_of_the_lock(chance: random.Random) -> tuple[str, object, str]:
    def spoiled(package: bytes, password: str, file: str) -> bytes:
        locked = bytearray(encrypt(package, password, file))
        # What holds the workbook; padding around it says nothing.
        locked[len(locked) // 2 + chance.randrange(len(locked) // 8)] ^= 1 << chance.randrange(8)
        return bytes(locked)

    return _LOCK, spoiled, _PASSWORD


def _locks_with_another_password(_chance: random.Random) -> tuple[str, object, str]:
    return _LOCK, lambda package, password, file: encrypt(package, password + "!", file), _PASSWORD


def _disk_loses_bytes(chance: random.Random) -> tuple[str, object, str]:
    real = Path.read_bytes
    lost = chance.randrange(1, 200)
    return (
        "pathlib.Path.read_bytes",
        lambda path: real(path)[:-lost] if path.name.startswith(".") else real(path),
        "",
    )


def _disk_flips_a_bit(chance: random.Random) -> tuple[str, object, str]:
    real, at = Path.read_bytes, chance.random()

    def read(path: Path) -> bytes:
        data = bytearray(real(path))
        if path.name.startswith("."):
            data[int(at * len(data))] ^= 1
        return bytes(data)

    return "pathlib.Path.read_bytes", read, ""


_SPOILS: tuple[tuple[str, _Spoil], ...] = (
    ("a row lost", _loses_a_row),
    ("a row twice", _writes_a_row_twice),
    ("another cell", _writes_another_cell),
    ("somebody named", _names_somebody),
    ("two rows mixed up", _mixes_two_rows_up),
    ("a cut package", _cuts_the_package),
    ("a flipped bit in the lock", _flips_a_byte_of_the_lock),
    ("another password", _locks_with_another_password),
    ("a disk that loses bytes", _disk_loses_bytes),
    ("a disk that flips a bit", _disk_flips_a_bit),
)

SPOILED = Promise(
    "P5",
    "What was saved is read back and compared before it replaces the list.",
    of_sizes(20, 100, 1000),
    _check,
)
