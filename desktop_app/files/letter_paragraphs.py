"""The lines of a DOCX, numbered: the reader takes a letter apart by them, and the writer finds them again.

Both see the same part in the same order, so a number means the same line to both. A line is a paragraph, a
piece of one between line breaks, or a row of a table. Every character of it belongs to a node of the part.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from desktop_app.files.wordml import NAMESPACES, local, w

_FALLBACK = f"{{{NAMESPACES['mc']}}}Fallback"
_MATHS = f"{{{NAMESPACES['m']}}}t"
_BOX = w("txbxContent")

_MARKS = {"footnoteReference": "⁰¹²³⁴⁵⁶⁷⁸⁹", "endnoteReference": "0123456789"}
_CUT_INTO_LINES = 2
"""Lines for each cell, on average: a table with more sets a page, and holds no records."""
_WIDEST = 20
"""Columns that a cell reaches over at most."""


@dataclass(frozen=True, slots=True, eq=False)
class TextPiece:
    """Characters that one node shows. ``node`` is None for what only holds pieces of a row apart."""

    node: etree._Element | None
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class ParagraphLine:
    """One line of a part.

    Attributes:
        number: Its number, counted from 1; footnotes go on where the body ends.
        element: The ``w:p`` that it stands in; of a row the ``w:tr``.
        pieces: What it shows, node by node.
        after: The line break that it begins after, inside its paragraph.
        starts_page: Whether a break puts it on a new page.
        cells: The text of each cell of a row; empty elsewhere. A cell that reaches over several rows is in
            each of them.
        joined: Texts of cells that were made of several lines.
    """

    number: int
    element: etree._Element
    pieces: tuple[TextPiece, ...]
    after: etree._Element | None = None
    starts_page: bool = False
    cells: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What a reader sees of it."""
        return "".join(piece.text for piece in self.pieces)


def paragraphs_of(root: etree._Element, *, first: int = 1) -> tuple[ParagraphLine, ...]:
    """The lines of a part, in the order in which they are read.

    Text boxes follow the paragraph that they hang on. Deleted text is not looked for: changes are accepted
    before.

    Args:
        root: The part's root: ``w:document``, ``w:footnotes``, or one note of these.
        first: The number of the first line.
    """
    return tuple(_Walk(first).lines(root))


class _Walk:
    def __init__(self, first: int) -> None:
        self._number = first - 1
        self._notes: dict[str, list[str]] = {kind: [] for kind in _MARKS}
        self._page_begins = False

    def lines(self, container: etree._Element) -> Iterator[ParagraphLine]:
        for child in container:
            if child.tag == w("p"):
                yield from self._paragraph(child)
            elif child.tag == w("tbl"):
                yield from self._table(child)
            elif isinstance(child.tag, str) and child.tag not in (_FALLBACK, w("sectPr"), w("pPr")):
                yield from self.lines(child)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[ParagraphLine]:
        self._page_begins |= _is_on(paragraph.find(f"{w('pPr')}/{w('pageBreakBefore')}"))
        pieces: list[TextPiece] = []
        after: etree._Element | None = None
        for node in _shown(paragraph):
            if local(node) in ("br", "cr"):
                yield self._line(paragraph, pieces, after)
                pieces, after = [], node
                self._page_begins |= node.get(w("type")) == "page"
            elif text := self._text(node):
                pieces.append(TextPiece(node, text))
        yield self._line(paragraph, pieces, after)
        self._page_begins |= _ends_page(paragraph)
        for box in _boxes(paragraph):
            yield from self.lines(box)

    def _line(
        self, paragraph: etree._Element, pieces: list[TextPiece], after: etree._Element | None
    ) -> ParagraphLine:
        self._number += 1
        starts_page, self._page_begins = self._page_begins, False
        return ParagraphLine(self._number, paragraph, tuple(pieces), after, starts_page)

    def _table(self, table: etree._Element) -> Iterator[ParagraphLine]:
        if not _holds_records(table):
            yield from self.lines(table)
            return
        above: dict[int, str] = {}
        for row in _rows(table):
            yield self._row(row, above)

    def _row(self, row: etree._Element, above: dict[int, str]) -> ParagraphLine:
        """A row; ``above`` has the text of cells that reach down, by column."""
        pieces: list[TextPiece] = []
        cells: list[str] = []
        joined: list[str] = []
        in_row = list(_cells(row))
        for cell in in_row:
            shown = list(self._cell(cell))
            said = "".join(piece.text for piece in shown)
            if (merge := cell.find(f"{w('tcPr')}/{w('vMerge')}")) is not None:
                if merge.get(w("val")) == "restart":
                    above[len(cells)] = said
                elif not said and (said := above.get(len(cells), "")):
                    shown = [TextPiece(None, said)]
            if _lines_in(cell) > 1:
                joined.append(said)
            for text in (said, *[""] * (_span(cell) - 1)):
                if cells and len(in_row) > 1:
                    pieces.append(TextPiece(None, "\t"))
                cells.append(text)
                pieces += shown
                shown = []
        self._number += 1
        starts_page, self._page_begins = self._page_begins, False
        return ParagraphLine(
            self._number,
            row,
            tuple(pieces),
            starts_page=starts_page,
            # One that reaches over the whole table is a heading, and no record.
            cells=() if len(in_row) == 1 and len(cells) > 1 else tuple(cells),
            joined=tuple(joined),
        )

    def _cell(self, cell: etree._Element) -> Iterator[TextPiece]:
        """A cell in one line: a blank stands for the end of a paragraph, a line break and a tab."""
        begun = False
        for paragraph in cell.iter(w("p")):
            if not _is_inside(paragraph, cell):
                continue
            for at, node in enumerate(_shown(paragraph)):
                if begun and not at:
                    yield TextPiece(None, " ")
                text = " " if local(node) in ("br", "cr", "tab", "ptab") else self._text(node)
                if text:
                    begun = True
                    yield TextPiece(node, text)

    def _text(self, node: etree._Element) -> str:
        name = local(node)
        if name == "t":
            return (node.text or "").replace("\n", " ").replace("\r", " ")
        if name in _MARKS:
            return self._mark(node, name)
        if name == "sym":
            return _symbol(node.get(w("char"), ""))
        return {"tab": "\t", "ptab": "\t", "noBreakHyphen": "‑", "softHyphen": "\u00ad"}.get(name, "")

    def _mark(self, node: etree._Element, kind: str) -> str:
        """The number of a note, as its place in the text gives it."""
        if _is_on(node, "customMarkFollows", default="0"):
            return ""
        seen = self._notes[kind]
        if (key := node.get(w("id"), "")) not in seen:
            seen.append(key)
        digits = "".join(_MARKS[kind][int(digit)] for digit in str(seen.index(key) + 1))
        return digits if kind == "footnoteReference" else f"[{digits}]"


_NO_SIGN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SHOWN = {
    w(name)
    for name in (
        *("t", "tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym"),
        *_MARKS,
    )
} | {_MATHS}


def _shown(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The nodes that show something, those of text boxes left to themselves."""
    for child in paragraph:
        if child.tag in _SHOWN:
            yield child
        elif isinstance(child.tag, str) and child.tag not in (w("pPr"), w("rPr"), w("rt"), _FALLBACK, _BOX):
            yield from _shown(child)


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes that hang on an element; those inside one of them are its own."""
    for child in element:
        if child.tag == _BOX:
            yield child
        elif isinstance(child.tag, str) and child.tag != _FALLBACK:
            yield from _boxes(child)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for row in table.iter(w("tr")):
        if next(row.iterancestors(w("tbl"))) is table:
            yield row


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for cell in row.iter(w("tc")):
        if next(cell.iterancestors(w("tr"))) is row:
            yield cell


def _holds_records(table: etree._Element) -> bool:
    """Whether each row says one thing in its cells; a table may also only set a page in columns."""
    rows = [list(_cells(row)) for row in _rows(table)]
    if len(rows) < 2 or max(map(len, rows)) < 2 or any(True for _ in table.iter(_BOX)):
        return False
    lines = [_lines_in(cell) for row in rows for cell in row]
    filled = [number for number in lines if number]
    if filled and min(filled) > 1:
        return False
    return sum(lines) <= _CUT_INTO_LINES * len(lines)


def _lines_in(cell: etree._Element) -> int:
    """How many lines of a cell say something."""
    number = 0
    for paragraph in cell.iter(w("p")):
        says = False
        for node in _shown(paragraph) if _is_inside(paragraph, cell) else ():
            if local(node) in ("br", "cr"):
                number, says = number + says, False
            says = says or bool((node.text or "").strip()) or local(node) in ("sym", *_MARKS)
        number += says
    return number


def _span(cell: etree._Element) -> int:
    """How many columns a cell reaches over."""
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    given = "" if span is None else span.get(w("val"), "")
    return min(max(1, int(given)), _WIDEST) if given.isascii() and given.isdecimal() and len(given) < 4 else 1


def _is_inside(paragraph: etree._Element, cell: etree._Element) -> bool:
    """Whether a paragraph stands in the cell itself, and not in a drawing's older rendering."""
    between = takewhile(lambda ancestor: ancestor is not cell, paragraph.iterancestors())
    return not any(ancestor.tag == _FALLBACK for ancestor in between)


def _ends_page(paragraph: etree._Element) -> bool:
    """Whether a section ends with it, and the one that follows begins on a new page."""
    section = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
    if section is None:
        return False
    sections = list(section.getroottree().getroot().iter(w("sectPr")))
    following = sections[sections.index(section) + 1 :]
    kind = following[0].find(w("type")) if following else None
    return kind is None or kind.get(w("val")) not in ("continuous", "nextColumn")


def _is_on(element: etree._Element | None, attribute: str = "val", default: str = "1") -> bool:
    return element is not None and element.get(w(attribute), default) not in ("0", "false", "off")


def _symbol(code: str) -> str:
    """A sign by its number; where that is half a letter, or none of a text, what stands for such."""
    try:
        said = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return _NO_SIGN.sub("\ufffd", said)
