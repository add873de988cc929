"""Large parts that are nearly alike are compared byte by byte: the same is found as in each by itself."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from campaigns import hidden
from domain.lists import named
from files.packages import zipped
from services.test_guarding import saved, searched

from desktop_app.domain.disclosure import printed_names

ROWS = (
    named(2, "Harbour Union for Lantern"),
    named(3, "House of Willows"),
    hidden(4, "Lantern House"),
    hidden(5, "Friends of the Zalto River"),
)
W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PAGES = [f"Line {number} says that the gate of the pier is open to everybody." for number in range(900)]
PIECES = [
    *("Lantern", "House", "Friends of", "the Zalto", "River", "Gate", "Gate", "Lamp", ""),
    *("Harbour Union for Lantern", "House of Willows", "We met Lantern House", "Friends of the Zalto River"),
    *("<w:br/>", "{{ recipient }}", "&#76;antern"),
]


def part(lines: Sequence[str]) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    return b"<w:document " + W + b"><w:body>" + body.encode() + b"</w:body></w:document>"


def searched_parts(folder: Path, *raws: bytes) -> list[set[object]]:
    """What is found in each, when they are searched one after the other by one guard."""
    paths = [
        saved(folder, zipped({"word/document.xml": raw}), f"{at}.docx") for at, raw in enumerate(raws, 1)
    ]
    search = searched(paths, *ROWS, printed=printed_names(ROWS), letters=True)
    told: list[set[object]] = []
    for path in paths:
        names = {(hit.row, hit.certain) for hit in search.hits if hit.file == path.name}
        faults = {fault.code for fault in search.faults if fault.file == path.name}
        told.append(names | faults - {"zip-tells"})
    return told


@pytest.mark.parametrize("seed", range(4))
def test_the_same_is_found_as_in_each_letter_by_itself(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret hangs on it
    letters: list[bytes] = []
    first = chance.randrange(900)
    for _ in range(12):
        lines = list(PAGES)
        for at in (first, first + chance.randrange(3), chance.randrange(900)):
            lines[at : at + chance.randrange(3)] = chance.choices(PIECES, k=chance.randrange(4))
        letters.append(part(lines))
    alone: list[set[object]] = []
    for number, letter in enumerate(letters):
        folder = tmp_path / str(number)
        folder.mkdir()
        alone += searched_parts(folder, letter)
    assert searched_parts(tmp_path, *letters) == alone
    assert len({frozenset(one) for one in alone}) > 3


def test_a_paragraph_that_is_not_closed_is_noticed_among_letters_that_are(tmp_path: Path) -> None:
    sound = part([*PAGES, "Gate", *PAGES])
    broken = sound.replace(b"<w:t>Gate</w:t>", b"<w:t>Gate")
    assert [bool(one) for one in searched_parts(tmp_path, sound, broken, sound)] == [False, True, False]


def test_a_name_that_stands_in_every_letter_is_told_of_each(tmp_path: Path) -> None:
    letters = [part([*PAGES, "We met Lantern House.", *PAGES, f"Reader {at}", *PAGES]) for at in range(3)]
    assert all(searched_parts(tmp_path, *letters))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (["Lantern", "stands."], ["Lantern", "House"], True),
        (["Gate", "House"], ["Lantern", "House"], True),
        (["Lantern", "and the", "House"], ["Lantern", "House"], True),
        (["Lantern", "House"], ["Lantern", "Gate"], False),
        (["Lantern", "House"], ["Lantern", "and the", "House"], False),
    ],
    ids=[
        "its end is new",
        "its beginning is new",
        "what parted it is gone",
        "its end is gone",
        "it is parted",
    ],
)
def test_a_name_over_two_paragraphs_is_told_where_it_stands(
    tmp_path: Path, before: list[str], after: list[str], *, told: bool
) -> None:
    letters = [part([*PAGES, *middle, *PAGES]) for middle in (before, after)]
    assert [bool(one) for one in searched_parts(tmp_path, *letters)] == [not told, told]
