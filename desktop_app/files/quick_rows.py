"""Rows with nothing odd about them, read column by column: a petition has 70,000 of them.

What it makes of a row is what the reader of single rows makes of it; a test holds the two together.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from itertools import repeat
from typing import TypeGuard, TypeVar

from desktop_app.domain.plain_text import plain
from desktop_app.domain.signatory import Disclosure, Kind, Signatory
from desktop_app.files.sheet_words import Column, disclosure_of, kind_of, way_of
from desktop_app.files.spreadsheet import RawValue, column_as_seen

Line = tuple[int, Sequence[RawValue]]
_Meaning = TypeVar("_Meaning")

_TEXTS = {
    "acronym": Column.ACRONYM,
    "country": Column.COUNTRY,
    "title": Column.TITLE,
    "group": Column.GROUP,
    "member_of": Column.MEMBER_OF,
    "listed_as": Column.LISTED_AS,
    "contact": Column.CONTACT,
    "email": Column.EMAIL,
    "signed_on": Column.SIGNED_ON,
    "text_version": Column.TEXT_VERSION,
    "confirmed_by": Column.CONFIRMED_BY,
    "source": Column.SOURCE,
    "notes": Column.NOTES,
}


class QuickRows:
    """Reads the rows that have a typed name and neither formula nor error.

    Args:
        columns: The place of each column we know, counted from 1.
        lines: The rows below the header.
        marked: Numbers of rows with a formula or an error.

    Attributes:
        signatories: What was read, in the order of the sheet.
        left: The other rows, for somebody with more patience.
        odd: Code of what is odd about an answer -> the rows.
    """

    def __init__(self, columns: Mapping[Column, int], lines: Sequence[Line], marked: frozenset[int]) -> None:
        self._places = columns
        self.odd: dict[str, list[int]] = {}
        quick, self.left = _parted(lines, columns[Column.NAME] - 1, marked)
        self._numbers = [number for number, _ in quick]
        self._columns = list(zip(*_squared([values for _, values in quick]), strict=True))
        names = list(self._texts(Column.NAME)) if quick else []
        if "" in names:  # nothing but control characters
            self.signatories: tuple[Signatory, ...] = ()
            self.left = list(lines)
        else:
            self.signatories = _signatories(self._cells(names), len(names))

    def _cells(self, names: Sequence[str]) -> Mapping[str, Iterable[object]]:
        """The column of each attribute of a signatory."""
        cells: dict[str, Iterable[object]] = {
            "row": self._numbers,
            "name": names,
            "disclosure": self._disclosures(),
            "kind": self._known(Column.KIND, kind_of, "kind-unknown", Kind.ORGANISATION),
            "counts": self._known(Column.COUNTS, way_of, "counts-unknown", None),
            "also_known_as": self._aliases(),
        }
        cells.update((attribute, self._texts(column)) for attribute, column in _TEXTS.items())
        return cells

    def _raw(self, column: Column) -> Sequence[str] | None:
        """A column as its reader sees it; None where the sheet has none such."""
        place = self._places.get(column)
        if place is None or place > len(self._columns):
            return None
        return column_as_seen(self._columns[place - 1])

    def _texts(self, column: Column) -> Iterable[str]:
        texts = self._raw(column)
        if texts is None:
            return repeat("")
        return texts if _are_plain(texts) else map(plain, texts)

    def _disclosures(self) -> Iterable[Disclosure]:
        return self._known(Column.LISTED, disclosure_of, "listed-unknown", Disclosure.PENDING)

    def _known(
        self, column: Column, meaning_of: Callable[[str], _Meaning | None], code: str, otherwise: _Meaning
    ) -> Iterable[_Meaning]:
        """What the answers of a column mean; few are different, so each is looked up once."""
        answers = self._raw(column)
        if answers is None:
            return repeat(otherwise)
        meanings = {answer: meaning_of(answer) for answer in set(answers)}
        # A blank answer means what a blank means; of the disclosure, ``disclosure_of`` knows that itself.
        blank = column is not Column.LISTED
        unknown = {a for a, meaning in meanings.items() if meaning is None and not (blank and not plain(a))}
        if unknown:
            pairs = zip(self._numbers, answers, strict=True)
            self.odd[code] = [number for number, answer in pairs if answer in unknown]
        read = {a: otherwise if meaning is None else meaning for a, meaning in meanings.items()}
        return map(read.__getitem__, answers)

    def _aliases(self) -> Iterable[tuple[str, ...]]:
        texts = self._raw(Column.ALSO_KNOWN_AS)
        return repeat(()) if texts is None else map(aliases_in, texts)


def _signatories(cells: Mapping[str, Iterable[object]], number: int) -> tuple[Signatory, ...]:
    """What ``Signatory(...)`` makes of each row, an attribute at a time: that takes half as long."""
    made = tuple(map(object.__new__, repeat(Signatory, number)))
    for entry in fields(Signatory):
        put = getattr(Signatory, entry.name).__set__
        deque(map(put, made, cells[entry.name]), maxlen=0)
    return made


def aliases_in(cell: str) -> tuple[str, ...]:
    """Other names, one a line or parted by semicolons."""
    if not cell:
        return ()
    return tuple(alias for line in cell.replace(";", "\n").splitlines() if (alias := plain(line)))


def _parted(lines: Sequence[Line], name: int, marked: frozenset[int]) -> tuple[Sequence[Line], list[Line]]:
    """The lines that are quickly read, and the others."""
    if not marked and all(len(values) > name for _, values in lines):
        names = [values[name] for _, values in lines]
        if _are_texts(names) and "" not in names and not any(map(str.isspace, names)):
            return lines, []
    parted: tuple[list[Line], list[Line]] = ([], [])
    for line in lines:
        number, values = line
        typed = len(values) > name and isinstance(values[name], str) and str(values[name]).strip()
        parted[0 if typed and number not in marked else 1].append(line)
    return parted


def _squared(rows: Sequence[Sequence[RawValue]]) -> Sequence[Sequence[RawValue]]:
    """The rows of one length each; those of a CSV end where their writer stopped."""
    lengths = set(map(len, rows))
    if len(lengths) < 2:
        return rows
    return [[*row, *repeat("", max(lengths) - len(row))] for row in rows]


def _are_texts(values: Sequence[RawValue]) -> TypeGuard[Sequence[str]]:
    return set(map(type, values)) <= {str}


def _are_plain(texts: Sequence[str]) -> bool:
    """Whether ``plain`` would change none of them, told from all of them at once."""
    joined = "\n".join(texts)
    return (
        joined.count("\n") == len(texts) - 1
        and joined.replace("\n", "").isprintable()
        and not any(blanks in joined for blanks in ("  ", " \n", "\n "))
        and not joined.startswith(" ")
        and not joined.endswith(" ")
    )
