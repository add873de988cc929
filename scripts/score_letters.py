"""How well existing letters are taken apart, against what a careful reader finds in them.

    python -m scripts.score_letters [FOLDER] [--show]

Beside each letter of the folder (``tests/data/letters``) lies what a reader expects of it, as JSON. Of a
block of the body that is how it begins and how it ends: a few words, or a few characters of a script that has
no blanks. Somebody who stands under the closing is in
``signed_by``; somebody in the list is among the signatories. A part that a letter does not have counts as
well: an anatomy that finds nothing has half of the parts right.
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from desktop_app.domain.letter_anatomy.parts import (
    Anatomy,
    Block,
    Doubt,
    FoundContact,
    FoundName,
    FoundSigner,
    Role,
)
from desktop_app.domain.letter_anatomy.reading import anatomy_of
from desktop_app.domain.letter_anatomy.source import LetterSource, SourceLine

LETTERS = Path(__file__).resolve().parents[1] / "tests" / "data" / "letters"

_TEXTS = (Role.TITLE, Role.PLACE, Role.ADDRESSEE, Role.SUBJECT, Role.SALUTATION, Role.CLOSING)
_SIGNER = ("name", "title", "organisation")
_CONTACT = ("name", "role", "organisation", "email")
_NAME = ("name", "member_of", "country", "title")
_BLOCK = ("kind", "level", "starts", "ends")
_BESIDE_IDEOGRAPH = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef]) | (?=[\u3000-\u9fff\uff00-\uffef])")
_NEAR = 1
"""A slip at the end of a line may be told of at the next one, and the reverse."""

_SHOWN = 30
"""Characters of a block's beginning and end that a difference shows."""

Expected = Mapping[str, Any]
"""An object of the JSON."""

_Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many are right, of how many. Those that were found and are not there count against it as well."""

    right: int
    of: int

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.of + other.of)

    def __str__(self) -> str:
        return f"{self.right}/{self.of}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How one letter, or all of them, came out.

    Attributes:
        letter: Its name.
        parts: Of the parts that a letter has once, the contacts, who signs, and the two figures claimed.
        body: Of the blocks of the body, in their order.
        names: Of the signatories, in their order.
        review: Of the spots that must be pointed out.
        doubts: How many spots were pointed out.
        differences: Each difference in a line.
    """

    letter: str
    parts: Tally
    body: Tally
    names: Tally
    review: Tally
    doubts: int
    differences: tuple[str, ...] = ()

    def __str__(self) -> str:
        counted = f"parts {self.parts!s:>7}  body {self.body!s:>7}  names {self.names!s:>9}"
        return f"{self.letter:34} {counted}  review {self.review!s:>5} in {self.doubts}"


def score(letter: Path) -> Score:
    """How a text file is taken apart, against the JSON beside it."""
    expected = json.loads(letter.with_suffix(".json").read_text("utf-8"))
    return compare(letter.stem, anatomy_of(source_of(letter.read_text("utf-8"))), expected)


def source_of(text: str) -> LetterSource:
    """The lines of a text. A form feed begins a page and is no part of its line."""
    lines = text.removesuffix("\n").split("\n") if text else []
    return LetterSource(tuple(_source_line(number, line) for number, line in enumerate(lines, start=1)))


def _source_line(number: int, line: str) -> SourceLine:
    printed = line.removeprefix("\f").rstrip()
    said = printed.lstrip(" ")
    return SourceLine(
        number=number, text=said, starts_page=line.startswith("\f"), indent=len(printed) - len(said)
    )


def compare(letter: str, anatomy: Anatomy, expected: Expected) -> Score:
    """How an anatomy comes out against what is expected of it."""
    parts = list(_parts(anatomy, expected))
    wanted = [tuple(block[key] for key in _BLOCK) for block in expected["body"]]
    found = [_as_expected(block, wanted) for block in anatomy.body]
    body, body_differs = _sequence("body", wanted, found)
    names, names_differ = _sequence(
        "names", _rows(expected["signatories"], _NAME), _found(anatomy.names, _NAME)
    )
    review, review_differs = _review(expected["review_lines"], anatomy.doubts)
    wrong = [f"{key}: {want!r}, found {got!r}" for key, want, got in parts if want != got]
    return Score(
        letter=letter,
        parts=Tally(len(parts) - len(wrong), len(parts)),
        body=body,
        names=names,
        review=review,
        doubts=len(anatomy.doubts),
        differences=(*wrong, *body_differs, *names_differ, *review_differs),
    )


def _parts(anatomy: Anatomy, expected: Expected) -> Iterator[tuple[str, object, object]]:
    """Each part: its key, what is expected and what was found."""
    parts, claimed = expected["parts"], expected["claimed"]
    for role in _TEXTS:
        lined = role is Role.ADDRESSEE
        want, got = parts[role.value], anatomy.text_of(role)
        yield role.value, _plain(want, lined=lined), _plain(got, lined=lined)
    yield "date", parts["date"], anatomy.date.isoformat() if anatomy.date else None
    yield "cc", [_plain(name) for name in parts["cc"]], _listed(anatomy.text_of(Role.CC))
    yield "signed_by", _rows(parts["signed_by"], _SIGNER), _found(anatomy.signers, _SIGNER)
    yield "contacts", _rows(parts["contacts"], _CONTACT), _found(anatomy.contacts, _CONTACT)
    yield "claimed total", claimed["total"], anatomy.claimed.total
    yield "claimed anonymous", claimed["anonymous"], anatomy.claimed.anonymous


def _plain(text: str | None, *, lined: bool = False) -> str:
    """A text without what only the layout did to its blanks; of an address the lines are kept."""
    lines = (text or "").split("\n") if lined else [text or ""]
    return "\n".join(_BESIDE_IDEOGRAPH.sub("", " ".join(line.split())) for line in lines)


def _listed(text: str) -> list[str]:
    return [_plain(name) for name in re.split(r"[\n;]", text) if name.strip()]


def _rows(entries: Sequence[Expected], keys: Sequence[str]) -> list[_Row]:
    return [tuple(_plain(entry[key]) for key in keys) for entry in entries]


def _found(things: Sequence[FoundName | FoundSigner | FoundContact], keys: Sequence[str]) -> list[_Row]:
    return [tuple(_plain(getattr(thing, key)) for key in keys) for thing in things]


def _as_expected(block: Block, wanted: Sequence[_Row]) -> _Row:
    """What is expected of a block that begins and ends so; of any other how it begins and ends itself."""
    text = _plain(block.text)
    for row in wanted:
        kind, level, starts, ends = row
        alike = text.startswith(_plain(str(starts))) and text.endswith(_plain(str(ends)))
        if alike and (kind, level) == (block.kind.value, block.level):
            return row
    return block.kind.value, block.level, text[:_SHOWN], text[-_SHOWN:]


def _sequence(what: str, wanted: Sequence[_Row], found: Sequence[_Row]) -> tuple[Tally, list[str]]:
    """How many rows stand in both in the same order, and a line for each that does not."""
    matcher = SequenceMatcher(None, wanted, found, autojunk=False)
    right = sum(block.size for block in matcher.get_matching_blocks())
    differences = []
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            differences += [f"{what}: missing {row}" for row in wanted[first:last]]
            differences += [f"{what}: too much {row}" for row in found[start:end]]
    return Tally(right, max(len(wanted), len(found))), differences


def _review(wanted: Sequence[int], doubts: Sequence[Doubt]) -> tuple[Tally, list[str]]:
    missed = [line for line in wanted if not any(abs(doubt.line - line) <= _NEAR for doubt in doubts)]
    return Tally(len(wanted) - len(missed), len(wanted)), [
        f"review: nothing said of line {line}" for line in missed
    ]


def _total(scores: Sequence[Score]) -> Score:
    return Score(
        letter=f"{len(scores)} letters",
        parts=_added(each.parts for each in scores),
        body=_added(each.body for each in scores),
        names=_added(each.names for each in scores),
        review=_added(each.review for each in scores),
        doubts=sum(each.doubts for each in scores),
    )


def _added(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, start=Tally(0, 0))


def main() -> None:
    """Print the score of each letter and of all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=LETTERS)
    parser.add_argument("--show", action="store_true", help="every difference")
    chosen = parser.parse_args()
    scores = [score(letter) for letter in sorted(chosen.folder.glob("*.txt"))]
    for each in scores:
        print(each)
        for difference in each.differences if chosen.show else ():
            print("   ", difference)
    print(_total(scores))


if __name__ == "__main__":
    main()
