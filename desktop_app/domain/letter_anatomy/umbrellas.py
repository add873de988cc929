"""Which rows of a list are members of another one."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from desktop_app.domain.letter_anatomy.name_rows import Row, is_half, mark_of
from desktop_app.domain.letter_anatomy.order import Order
from desktop_app.domain.letter_anatomy.parts import Doubt

_LEAST_RUN = 3
_FEW_BETWEEN = 3
Join = Callable[[Row, Row, str], None]
"""Puts the second half of a name to the first, for a reason."""


class Umbrellas:
    """Finds the members.

    Attributes:
        rows: The rows, with their umbrellas; halves that break the alphabet are joined.
        doubts: What is unsure of them.
    """

    def __init__(self, rows: list[Row], join: Join, *, wraps: bool) -> None:
        self.doubts: list[Doubt] = []
        self._wraps = wraps
        self._join = join
        self.rows = self._members(rows)

    def _members(self, rows: list[Row]) -> list[Row]:
        self._by_mark(rows)
        free = [row for row in rows if not row.is_member]
        order = Order([row.text for row in free])
        gone: set[int] = set()
        if order.is_kept and self._wraps:
            gone = self._by_order(free, order)
        parent: Row | None = None
        left = [row for row in rows if id(row) not in gone]
        for row in left:
            if row.is_member and parent is not None:
                row.parent = parent
            else:
                parent = row
        return left

    def _by_mark(self, rows: Sequence[Row]) -> None:
        """Rows with a mark of their own, among others with none or another, are members."""
        kinds = [mark_of(row) for row in rows]
        tops = {kind for kind in kinds if kind} if not all(kinds) else {kinds[0]} if kinds else set()
        if rows and all(kinds):
            top = kinds[0]
            for row, kind in zip(rows[1:], kinds[1:], strict=True):
                row.is_member = row.is_member or kind not in (top, "number")
                if kind == top and not row.is_member and row.number is None:
                    row.is_member = row.indent >= rows[0].indent + 2 and row.indent > 1
        elif tops:
            for row, kind in zip(rows[1:], kinds[1:], strict=True):
                row.is_member = row.is_member or kind not in ("", "number")
        elif self._wraps:
            for row in rows[1:]:
                row.is_member = row.is_member or row.indent >= rows[0].indent + 2

    def _by_order(self, rows: Sequence[Row], order: Order) -> set[int]:
        gone: set[int] = set()
        widest = max(len(row.text) for row in rows)
        at = 0
        while at < len(rows):
            if at in order.kept or rows[at].number is not None:
                at += 1
                continue
            end = at
            while end + 1 < len(rows) and end + 1 not in order.kept and rows[end + 1].number is None:
                end += 1
            run = rows[at : end + 1]
            if len(run) >= _LEAST_RUN:
                for row in run:
                    row.is_member = True
                if at:
                    self.doubts.append(
                        Doubt("import-members-by-order", rows[at - 1].numbers[0], rows[at - 1].text)
                    )
            elif len(run) == 1 and at and is_half(rows[at - 1], run[0], widest, alone=_stand_alone(rows, at)):
                self._join(rows[at - 1], run[0], "import-name-joined-by-order")
                gone.add(id(run[0]))
            else:
                for row in run:
                    self.doubts.append(Doubt("import-order", row.numbers[0], row.text))
            at = end + 1
        self._between_members(rows, order, gone)
        return gone

    def _between_members(self, rows: Sequence[Row], order: Order, gone: set[int]) -> None:
        """A few names in order that lie between two members, and fit between them, are members too."""
        left = [row for row in rows if id(row) not in gone]
        at = 1
        while at < len(left):
            end = at
            while end < len(left) and not left[end].is_member and left[end].number is None:
                end += 1
            between = left[at:end]
            if left[at - 1].is_member and 0 < len(between) <= _FEW_BETWEEN and end < len(left):
                around = [left[at - 1], *between, left[end]]
                pairs = pairwise(around)
                if left[end].is_member and all(order.follows(one.text, other.text) for one, other in pairs):
                    for row in between:
                        row.is_member = True
                        self.doubts.append(Doubt("import-member-or-not", row.numbers[0], row.text))
            at = max(end, at) + 1


def _stand_alone(rows: Sequence[Row], at: int) -> bool:
    """Whether blank lines part a row and the one before it from all others."""
    return rows[at - 1].gap and (at + 1 == len(rows) or rows[at + 1].gap)
