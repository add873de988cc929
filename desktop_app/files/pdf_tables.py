"""Tables of a PDF: rows that say one thing each in their cells, told from columns by what they say."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from desktop_app.domain.letter_anatomy.shapes import is_country, looks_like_person, names_an_office
from desktop_app.files.pdf_columns import Row, block_from
from desktop_app.files.pdf_stretches import Stretch

_FEWEST_ROWS = 3
_MOSTLY = 0.6
_OFTEN = 0.4
_NEAR = 4.0
"""Points: how far cells of one column may begin apart."""
_WRAPPED = 0.85
"""Of the distance from record to record: from which a row goes on with the record above."""


@dataclass(slots=True)
class TableRow:
    """One row: the text of each cell, and the stretch that it begins with."""

    cells: list[str]
    first: Stretch
    joined: list[str] = field(default_factory=list)
    """Cells that were made of several lines."""


@dataclass(slots=True)
class Table:
    """A table, or what a page has of one.

    Attributes:
        end: The row after it.
        rows: Its rows.
        lefts: Where its columns begin.
    """

    end: int
    rows: list[TableRow]
    lefts: list[float]


def table_from(rows: Sequence[Row], start: int, before: Table | None) -> Table | None:
    """The table that begins with a row; None where none does. ``before`` may go on on this page."""
    end, gutters = block_from(rows, start)
    edges = [(low + high) / 2 for low, high in gutters]
    if edges and end - start >= _FEWEST_ROWS:
        parted = [_parted(row, edges) for row in rows[start:end]]
        if _holds_records([[_said(cell) for cell in row] for row in parted]):
            lefts = [
                min((s.left for row in parted for s in row[at]), default=0.0) for at in range(len(edges) + 1)
            ]
            return Table(end, _joined(parted), lefts)
    return None if before is None else _going_on(rows, start, before)


def _going_on(rows: Sequence[Row], start: int, before: Table) -> Table | None:
    """The last rows of a table, at the head of the next page: too few to tell it anew."""
    edges = [left - _NEAR for left in before.lefts[1:]]
    end = start
    while end < len(rows) and all(
        any(abs(stretch.left - left) < _NEAR for left in before.lefts) for stretch in rows[end]
    ):
        end += 1
    while end > start and len(rows[end - 1]) < 2:
        end -= 1
    parted = [_parted(row, edges, by_left=True) for row in rows[start:end]]
    return Table(end, _joined(parted), before.lefts) if parted else None


def _parted(row: Row, edges: Sequence[float], *, by_left: bool = False) -> list[list[Stretch]]:
    cells: list[list[Stretch]] = [[] for _ in range(len(edges) + 1)]
    for stretch in row:
        place = stretch.left if by_left else (stretch.left + stretch.right) / 2
        cells[sum(place >= edge for edge in edges)].append(stretch)
    return cells


def _said(cell: Sequence[Stretch]) -> str:
    return " ".join(stretch.text for stretch in cell)


def _holds_records(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column says something of what stands in another: a country, an office, an address."""
    first = [row[0] for row in rows if row[0]]
    persons = sum(map(looks_like_person, first)) > _OFTEN * len(first)
    for at in range(len(rows[0])):
        texts = [row[at] for row in rows[1:] if row[at]]
        if len(texts) < 2:
            continue
        if sum(map(is_country, texts)) > _MOSTLY * len(texts) or sum("@" in text for text in texts) > 1:
            return True
        if at and persons and sum(map(names_an_office, texts)) > _OFTEN * len(texts):
            return True
    return False


def _joined(parted: Sequence[Sequence[list[Stretch]]]) -> list[TableRow]:
    """The records; a row that fills few cells close under another goes on with it."""
    made: list[TableRow] = []
    record = _record_pitch(parted)
    first = [_said(row[0]) for row in parted if row[0]]
    by_country = sum(map(is_country, first)) > _MOSTLY * len(first)
    last_base = 0.0
    for row in parted:
        filled = [cell for cell in row if cell]
        base = filled[0][0].base
        near = last_base - base < _WRAPPED * record
        if made and not row[0] and by_country:
            # One country stands before several names.
            made.append(TableRow([made[-1].cells[0], *map(_said, row[1:])], filled[0][0]))
        elif made and len(filled) < len(row) and (not row[0] or near):
            for at, cell in enumerate(row):
                if cell and made[-1].cells[at]:
                    made[-1].cells[at] += f" {_said(cell)}"
                    made[-1].joined.append(made[-1].cells[at])
                elif cell:
                    made[-1].cells[at] = _said(cell)
        else:
            made.append(TableRow([_said(cell) for cell in row], filled[0][0]))
        last_base = base
    return made


def _record_pitch(parted: Sequence[Sequence[list[Stretch]]]) -> float:
    """The least distance between two whole records below each other."""
    whole = [(at, row[0][0].base) for at, row in enumerate(parted) if all(row)]
    steps = [above[1] - below[1] for above, below in pairwise(whole)]
    return min(steps, default=0.0)
