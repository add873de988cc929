"""Which rows of the list are shown, and in which order: an own index over keys that are made once."""

from collections.abc import Collection, Mapping, Sequence
from enum import Enum
from typing import Any

from desktop_app.domain.folding import fold
from desktop_app.domain.hiding import is_secret
from desktop_app.domain.roster import meant_umbrellas
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.ui.column import Column


class Show(Enum):
    """Which rows are shown."""

    ALL = "all"
    NAMED = "named"
    ANONYMOUS = "anonymous"
    PENDING = "pending"
    WITHDRAWN = "withdrawn"
    TO_CHECK = "to-check"


TEXTS = {
    Column.NAME: "name",
    Column.ACRONYM: "acronym",
    Column.COUNTRY: "country",
    Column.SIGNED_ON: "signed_on",
}
"""Columns that hold a field of the signatory, and can be typed into."""


class ListIndex:
    """Rows of the list, filtered, sorted, under their networks; and which of them are masked.

    Whoever changes one of its settings shows what is ``arranged`` afterwards.

    Attributes:
        shown: The rows that are shown, in their order.
        masked: Rows whose names are kept out.
        notes: What there is to check about rows.
        folded: Networks whose members are folded away.
        is_outline: Whether members stand under their networks.
        show: Which rows are wanted.
        sorted_by: The column; ``descending``: the other way round.
    """

    def __init__(self) -> None:
        self.rows: dict[int, Signatory] = {}
        self.shown: list[int] = []
        self.masked: frozenset[int] = frozenset()
        self.notes: Mapping[int, str] = {}
        self.folded: set[int] = set()
        self.is_outline = True
        self.show = Show.ALL
        self.sorted_by, self.descending = Column.ROW, False
        self._words: tuple[str, ...] = ()
        self._names: dict[int, str] = {}
        self._search: dict[int, str] = {}
        self._umbrella: Mapping[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._place: dict[int, int] = {}

    def take(self, signatories: Sequence[Signatory]) -> Collection[int]:
        """Another list, or the same after a step; what was worked out of rows that are as they were is kept.

        Returns:
            The rows that look otherwise now, and stood in the list before.
        """
        before = self.rows
        self.rows = {row.row: row for row in signatories}
        belonging = len(before) != len(self.rows)
        changed = []
        for number, row in self.rows.items():
            was = before.get(number)
            if was is not row:
                changed.append(number)
                belonging = belonging or was is None or _belonging(was) != _belonging(row)
                if was is None or _searched(was) != _searched(row):
                    self._names[number] = row.name.casefold()
                    self._search[number] = fold(" ".join(filter(None, _searched(row))))
        if belonging:
            self._put_under()
            return self.rows.keys()
        return changed

    def _put_under(self) -> None:
        """Work out anew who stands under whom."""
        self._umbrella = {
            row: meant[0].row
            for row, meant in meant_umbrellas(self.rows.values()).items()
            if len(meant) == 1 and meant[0].row != row
        }
        self._members = {}
        for member, umbrella in self._umbrella.items():
            self._members.setdefault(umbrella, []).append(member)

    def mask(self, *, on: bool, revealed: int | None) -> None:
        """Keep names out that no letter prints, but for the one row that is in hand."""
        hidden = (n for n, row in self.rows.items() if is_secret(row) and n != revealed) if on else ()
        self.masked = frozenset(hidden)

    def search(self, words: str) -> None:
        """Look for what was typed: every word must occur."""
        self._words = tuple(fold(words).split())

    def place_of(self, row: int) -> int | None:
        """Where a row of the list is shown."""
        return self._place.get(row)

    def members_of(self, row: int) -> Sequence[int]:
        """The members of a network."""
        return self._members.get(row, ())

    def is_member(self, row: int) -> bool:
        """Whether a row stands under a network."""
        return row in self._umbrella

    def arranged(self) -> list[int]:
        """Which rows are to be shown now, and in which order."""
        return self._in_outline() if self._is_grouped() else self._in_order(self._matching())

    def show_rows(self, rows: list[int]) -> None:
        """Have those stand in the table, as ``arranged`` has told them."""
        self.shown = rows
        self._place = {row: place for place, row in enumerate(rows)}

    def _is_grouped(self) -> bool:
        return self.is_outline and self.sorted_by in (Column.ROW, Column.NAME)

    def _matching(self) -> list[int]:
        rows: list[int] = list(self.rows)
        if self.show is Show.TO_CHECK:
            rows = [row for row in rows if row in self.notes]
        elif self.show is not Show.ALL:
            wanted = Disclosure(self.show.value)
            rows = [row for row in rows if self.rows[row].disclosure is wanted]
        for word in self._words:
            rows = [row for row in rows if word in self._search[row]]
        return rows

    def _in_order(self, rows: list[int]) -> list[int]:
        if self.sorted_by is Column.ROW:
            return rows[::-1] if self.descending else rows
        # By anything else masked rows stand last, in the order of the sheet: their place must tell nothing.
        shown = [row for row in rows if row not in self.masked]
        shown.sort(key=self._key, reverse=self.descending)
        return shown + [row for row in rows if row in self.masked] if self.masked else shown

    def _in_outline(self) -> list[int]:
        """Networks, each with those of its members that match; a network is shown for its members' sake."""
        matching = self._matching()
        found = set(matching)
        tops = [row for row in matching if row not in self._umbrella]
        tops += [u for row in matching if (u := self._umbrella.get(row)) is not None and u not in found]
        filtered = bool(self._words) or self.show is not Show.ALL
        order = self._in_order(sorted(set(tops)))
        result: list[int] = []
        for row in order:
            result.append(row)
            members = self._members.get(row)
            if members and (filtered or row not in self.folded):
                result += self._in_order([member for member in members if member in found])
        return result

    def _key(self, row: int) -> Any:  # noqa: ANN401 - text or number, one kind for a column
        match self.sorted_by:
            case Column.NAME:
                return self._names[row]
            case Column.LISTED:
                return list(Disclosure).index(self.rows[row].disclosure)
            case Column.TO_CHECK:
                return (row not in self.notes, self.notes.get(row, ""))
            case column:
                text: str = getattr(self.rows[row], TEXTS[column])
                return (not text, text.casefold())


def _belonging(row: Signatory) -> tuple[str, ...]:
    """What decides who stands under whom."""
    return (row.name, row.acronym, row.member_of)


def _searched(row: Signatory) -> tuple[str, ...]:
    """What is found by typing a part of it."""
    return (row.name, row.acronym, row.country, row.listed_as, row.contact, row.email)
