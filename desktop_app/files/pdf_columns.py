"""Columns of a page: found by the gutters between them."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from desktop_app.files.pdf_stretches import Stretch
from desktop_app.files.right_to_left import runs_from_right

_GUTTER = 6.0
"""Points: the narrowest gap between columns."""
_SIDE = 3
"""Stretches that a column has at least."""
_GAP = 1.4
"""Of the usual distance from line to line: from which gap a line below is none of the column's."""


Row = Sequence[Stretch]
Gutters = list[tuple[float, float]]


def columns_from(rows: Sequence[Row], start: int) -> tuple[int, list[list[list[Stretch]]]] | None:
    """The columns that begin with a row: the row after them, and each column's rows in order of reading.

    None where none begin there. A table that is drawn row by row is no columns: its rows say one thing each.
    """
    end, gutters = block_from(rows, start)
    edges = [(low + high) / 2 for low, high in gutters]
    columns = _cut(rows[start:end], edges)
    if not edges or any(len(column) < _SIDE for column in columns) or _is_drawn_by_rows(columns):
        return None
    return end, columns


def block_from(rows: Sequence[Row], start: int) -> tuple[int, Gutters]:
    """How far rows go that leave the same gaps free, and these gaps."""
    gutters = _first_gutters(rows, start)
    end = start + 1
    while gutters and end < len(rows):
        left = _still_free(gutters, rows[end])
        known = end - start >= _SIDE
        if not left or (known and any(not _overlaps(gutter, left) for gutter in gutters)):
            break
        if _is_below(rows[start:end], rows[end], left[0][0]):
            break
        gutters = left
        end += 1
    return end, gutters


def _first_gutters(rows: Sequence[Row], start: int) -> Gutters:
    """Gaps in the first row; where columns begin at different heights, in the first two."""
    gaps = _gaps(rows[start])
    if gaps or start + 1 == len(rows) or rows[start][0].base - rows[start + 1][0].base > rows[start][0].size:
        return gaps
    return _gaps(sorted((*rows[start], *rows[start + 1]), key=lambda stretch: stretch.left))


def _gaps(row: Row) -> Gutters:
    return [(a.right, b.left) for a, b in pairwise(row) if b.left - a.right >= _GUTTER]


def _still_free(free: Gutters, row: Row) -> Gutters:
    for stretch in row:
        free = [
            piece
            for low, high in free
            for piece in ((low, min(high, stretch.left)), (max(low, stretch.right), high))
            if piece[1] - piece[0] >= _GUTTER
        ]
    return sorted(set(free))


def _overlaps(gutter: tuple[float, float], others: Gutters) -> bool:
    return any(low < gutter[1] and high > gutter[0] for low, high in others)


def _is_below(above: Sequence[Row], row: Row, edge: float) -> bool:
    """Whether a row stands apart from the columns above it."""
    if above[-1][0].base - row[0].base > 4 * row[0].size:
        return True
    if any(stretch.left > edge for stretch in row):
        return False
    first = [other[0].base for other in above if other[0].left < edge] or [above[-1][0].base]
    steps = [before - after for before, after in pairwise(first)]
    usual = median(steps) if len(steps) > 1 else 1.5 * row[0].size
    return first[-1] - row[0].base > _GAP * usual


def _cut(rows: Sequence[Row], edges: Sequence[float]) -> list[list[list[Stretch]]]:
    columns: list[list[list[Stretch]]] = []
    for low, high in pairwise((float("-inf"), *edges, float("inf"))):
        mine = [[s for s in row if low <= (s.left + s.right) / 2 < high] for row in rows]
        columns.append([row for row in mine if row])
    if runs_from_right("".join(stretch.text for row in rows for stretch in row)):
        columns.reverse()
    return columns


def _is_drawn_by_rows(columns: Sequence[Sequence[Row]]) -> bool:
    """Whether the file goes from side to side all the time, as it does in a table and in text at tabs."""
    drawn = sorted((s.order, at) for at, column in enumerate(columns) for row in column for s in row)
    turns = sum(before != after for (_, before), (_, after) in pairwise(drawn))
    return turns > len(drawn) / 2
