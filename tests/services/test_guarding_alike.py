"""Letters that are nearly alike: only what differs is searched again, and nothing is overlooked for that."""

import base64
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from campaigns import hidden
from domain.lists import named
from files.packages import zipped
from letters import Letter, p
from services.test_guarding import NAME, ROWS, SPELT, saved, searched

from desktop_app.files.text_unlike import alike_at_ends, bytes_unlike, lines_unlike

LINES = [f"The {word} of the pier is open." for word in ("gate", "lamp", "mole", "quay", "ramp", "slip")]
FIRST, LAST = NAME.split()


def found_in(folder: Path, *letters: Sequence[str]) -> list[str]:
    """The letters, written one after the other, in which the name was found."""
    paths = [
        saved(folder, Letter([p(line) for line in lines]).data(), f"{number}.docx")
        for number, lines in enumerate(letters, 1)
    ]
    return sorted({hit.file for hit in searched(paths).hits})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([FIRST, "stands."], [FIRST, LAST]),
        (["Gate", LAST], [FIRST, LAST]),
        ([FIRST, "and the", LAST], [FIRST, LAST]),
        ([f"We met {FIRST}", "and left"], [f"We met {FIRST}", f"{LAST} and left"]),
        ([FIRST], [FIRST, LAST]),
        ([LAST], [FIRST, LAST]),
    ],
    ids=["its end is new", "its beginning is new", "what parted it is gone", "in prose", "below", "above"],
)
@pytest.mark.parametrize("others", [0, 1, 6])
def test_a_name_between_an_old_paragraph_and_a_new_one_is_found(
    tmp_path: Path, before: list[str], after: list[str], others: int
) -> None:
    round_it = LINES[:others]
    letters = [[*round_it, *middle, *round_it] for middle in (before, after, before)]
    assert found_in(tmp_path, *letters) == ["2.docx"]


def test_a_name_over_three_paragraphs_is_found_wherever_the_new_one_stands(tmp_path: Path) -> None:
    rows = [hidden(7, "Friends of Lantern House Harrow"), named(2, "Harbour Peace Network")]
    parted = ["Friends of", "Lantern House", "Harrow"]
    for at in range(3):
        plain = [*LINES, *(line if place != at else "Gate" for place, line in enumerate(parted)), *LINES]
        whole = [*LINES, *parted, *LINES]
        folder = tmp_path / str(at)
        folder.mkdir()
        paths = [
            saved(folder, Letter([p(line) for line in lines]).data(), f"{number}.docx")
            for number, lines in enumerate((plain, whole), 1)
        ]
        assert "2.docx" in {hit.file for hit in searched(paths, *rows).hits}


def test_a_name_that_is_found_again_and_again_is_told_of_each_letter(tmp_path: Path) -> None:
    letters = [[*LINES, FIRST, LAST, f"For reader {number}."] for number in range(3)]
    assert found_in(tmp_path, *letters) == ["1.docx", "2.docx", "3.docx"]


LONG = b"<a>" + b"<b>gate</b>" * 8_000
SHORT_FILE = base64.b64encode(zipped({"a.xml": f"<a>{NAME}</a>".encode()})).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<c>gate</c></a>", f"<c>{SHORT_FILE}</c></a>".encode()),
        (f"<c>X{SHORT_FILE[1:]}</c></a>".encode(), f"<c>{SHORT_FILE}</c></a>".encode()),
        (f"<c>{SHORT_FILE[:3]}</c></a>".encode(), f"<c>{SHORT_FILE}</c></a>".encode()),
    ],
    ids=["a new one", "its first letter is new", "its fourth letter is new"],
)
def test_a_file_that_a_long_part_carries_along_is_opened_though_most_of_the_part_was_read(
    tmp_path: Path, before: bytes, after: bytes
) -> None:
    paths = [
        saved(tmp_path, zipped({"word/document.xml": LONG + end}), f"{number}.docx")
        for number, end in enumerate((before, after, before), 1)
    ]
    assert "2.docx" in {hit.file for hit in searched(paths, *ROWS).hits}


def test_an_entity_in_a_long_part_is_refused_though_most_of_the_part_was_read(tmp_path: Path) -> None:
    spelt = SPELT.encode().replace(b"</a>", LONG[3:] + b"</a>")
    plain = spelt.replace(b"<!ENTITY", b"<!ENTITX")
    paths = [
        saved(tmp_path, zipped({"word/document.xml": raw}), f"{number}.docx")
        for number, raw in enumerate((plain, spelt, plain), 1)
    ]
    assert searched(paths, *ROWS).unread == ("2.docx",)


def test_whatever_is_new_in_bytes_lies_in_what_is_left_of_them() -> None:
    chance = random.Random(5)  # noqa: S311 - no secret hangs on it
    for _ in range(3_000):
        old, new = (bytes(chance.choices(b"ab", k=chance.randrange(14))) for _ in range(2))
        if chance.random() < 0.5:
            at = chance.randrange(len(old) + 1)
            new = old[:at] + new[:2] + old[at + chance.randrange(3) :]
        sought = bytes(chance.choices(b"ab", k=chance.randrange(1, 5)))
        if sought in new and sought not in old:
            assert sought in bytes_unlike(old, new, 4)


def test_whatever_is_new_over_the_ends_of_lines_lies_in_what_is_left_of_them() -> None:
    chance = random.Random(6)  # noqa: S311 - no secret hangs on it
    words = ("a", "b", "ab", "ba", "b a")
    for _ in range(3_000):
        old, new = (chance.choices(words, k=chance.randrange(9)) for _ in range(2))
        if chance.random() < 0.7:
            at = chance.randrange(len(old) + 1)
            new = [*old[:at], *new[:1], *old[at + chance.randrange(3) :]]
        sought = " ".join(chance.choices(words, k=chance.randrange(2, 4)))
        unlike = lines_unlike([(line, line) for line in old], [(line, line) for line in new], 11)
        left = " ".join(line for line, _ in unlike)
        if f" {sought} " in f" {' '.join(new)} " and f" {sought} " not in f" {' '.join(old)} ":
            assert f" {sought} " in f" {left} "


def test_pieces_at_both_ends_are_not_counted_twice() -> None:
    assert alike_at_ends(["a", "a"], ["a", "a", "a"]) == (2, 0)
    assert alike_at_ends(["a", "b", "c"], ["a", "c"]) == (1, 1)
