"""Footnotes: where in the text an old letter points at each of them, and their own part."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from desktop_app.domain.letter_anatomy.template import Piece, PieceKind
from desktop_app.files.letter_making.markup import element, runs
from desktop_app.files.wordml import w

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_POINTING = frozenset(
    {PieceKind.TITLE, PieceKind.SUBJECT, PieceKind.PARAGRAPH, PieceKind.HEADING, PieceKind.ITEM}
) | {PieceKind.QUOTE}
_UNREAD = re.compile(r"(?<=[^\s\d][,.;])\?(?=\s|$)")
"""A raised figure that text recognition took for a question mark."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The stretch of a piece's text that points at a note."""

    start: int
    end: int
    note: Piece


def marks_of(pieces: Sequence[Piece]) -> Mapping[int, tuple[NoteMark, ...]]:
    """What points at a footnote, by the line of its piece. A note that nothing points at is not there."""
    notes = [piece for piece in pieces if piece.kind is PieceKind.FOOTNOTE]
    pointing = [piece for piece in pieces if piece.kind in _POINTING]
    found: dict[int, list[NoteMark]] = {}
    unplaced = []
    for note in notes:
        place = _place_of(note, pointing) if note.marker else None
        if place is None:
            unplaced.append(note)
        else:
            found.setdefault(place[0], []).append(NoteMark(*place[1], note))
    for note, (line, start, end) in _by_count(unplaced, pointing):
        found.setdefault(line, []).append(NoteMark(start, end, note))
    return {line: tuple(marks) for line, marks in found.items()}


def _place_of(note: Piece, pointing: Sequence[Piece]) -> tuple[int, tuple[int, int]] | None:
    for pattern in _patterns(note.marker.strip("[]().")):
        for piece in pointing:
            if match := pattern.search(piece.text):
                return piece.line, match.span()
    return None


def _patterns(marker: str) -> Iterator[re.Pattern[str]]:
    """How a text may point at a note, the plainest first."""
    escaped = re.escape(marker)
    yield re.compile(rf"\[{escaped}\]")
    if marker.isdecimal() and marker.isascii():
        raised = marker.translate(_RAISED)
        yield re.compile(rf"(?<![⁰¹²³⁴-⁹]){raised}(?![⁰¹²³⁴-⁹])")
        yield re.compile(rf"(?<=[^\W\d_][^\W\d_]){marker}(?!\w)|(?<=[^\d\s][.,;:!?)”’»\"']){marker}(?=\s|$)")
    elif not marker.isalnum():
        yield re.compile(rf"(?<=\S){escaped}(?=[\s.,;:]|$)")


def _by_count(
    notes: Sequence[Piece], pointing: Sequence[Piece]
) -> Iterator[tuple[Piece, tuple[int, int, int]]]:
    """Marks that were misread, where there are as many of them as notes that are left."""
    marks = [(piece.line, *match.span()) for piece in pointing for match in _UNREAD.finditer(piece.text)]
    if len(marks) == len(notes):
        yield from zip(notes, marks, strict=True)


class NotesPart:
    """``word/footnotes.xml``, which has the two lines that part notes from text already."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.count = 0

    def add(self, text: str) -> etree._Element:
        """Put a note at the foot of the page.

        Returns:
            The run that points to it.
        """
        self.count += 1
        mark = element("r", _raised(), element("footnoteRef"))
        style = element("pPr", element("pStyle", val="FootnoteText"))
        self.root.append(element("footnote", element("p", style, mark, *runs(f" {text}")), id=self.count))
        return element("r", _raised(), element("footnoteReference", id=self.count))

    def paragraphs(self) -> Iterator[etree._Element]:
        """The paragraphs of all notes."""
        return self.root.iter(w("p"))


def _raised() -> etree._Element:
    return element("rPr", element("rStyle", val="FootnoteReference"))
