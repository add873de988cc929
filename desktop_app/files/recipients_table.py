"""Tables of recipients: what the coordinator knows better of missions, and lists of her own."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

from desktop_app.domain.plain_text import plain
from desktop_app.domain.recipient import Correction, OwnRecipient
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity
from desktop_app.files.recipient_words import Column, column_of, gender_of, language_of
from desktop_app.files.reference_data import Reference
from desktop_app.files.sheet_length import check_texts
from desktop_app.files.sheet_notices import of_guess, of_hidden
from desktop_app.files.spreadsheet import CellKind, SheetRow, Table, read_table

CORRECTIONS = "recipients.xlsx"
"""The campaign's own table, beside its letter."""

OF_STATES = (Column.STATE, Column.COUNTRY)
OF_PEOPLE = (Column.NAME, Column.TITLE, Column.ORGANISATION)
"""One of these columns a table must have."""
_HEADER_WITHIN = 30
MAX_RECIPIENTS = 5_000
"""The world has 193 states, and its largest parliaments have a thousand members or three."""
LINE_END = re.compile(r"[\r\n;]+")


@dataclass(frozen=True, slots=True)
class Corrections:
    """What recipients.xlsx says, by ISO3 code or by the name of an office that is no state's."""

    by_key: Mapping[str, Correction] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnList:
    """A list of the coordinator's own, in the order of its rows."""

    recipients: tuple[OwnRecipient, ...]
    findings: tuple[Finding, ...]


def read_corrections(path: Path, reference: Reference, *, password: str = "") -> Corrections:
    """Read what the coordinator knows better of states' recipients. The file is optional.

    Raises:
        ProblemError: as ``read_table`` and ``check_texts``; ``header-missing`` where no column names the
            state; ``own-list-too-long``.
    """
    if not path.exists():
        return Corrections()
    sheet = _Sheet(path, password, OF_STATES)
    found: dict[str, Correction] = {}
    for row in sheet.rows:
        given = sheet.text(row, Column.STATE) or sheet.text(row, Column.COUNTRY)
        key = key_of(given, reference)
        if not key:
            sheet.odd("state-unknown", row)
        elif key in found:
            sheet.odd("state-twice", row)
        else:
            found[key] = Correction(
                row=row.number,
                name=sheet.text(row, Column.NAME),
                gender=sheet.answer(row, Column.GENDER, gender_of),
                language=sheet.answer(row, Column.LANGUAGE, language_of),
                salutation=sheet.text(row, Column.SALUTATION),
                address=sheet.lines(row),
                paragraph=sheet.text(row, Column.PARAGRAPH),
                email=sheet.text(row, Column.EMAIL),
            )
    return Corrections(found, tuple(sheet.findings()))


def read_own_list(path: Path, *, password: str = "") -> OwnList:
    """Read a list of recipients that are no state's missions: ministers, governments, anyone.

    Raises:
        ProblemError: as ``read_table`` and ``check_texts``; ``header-missing`` where no column says who it
            is; ``own-list-too-long``.
    """
    sheet = _Sheet(path, password, OF_PEOPLE)
    recipients = []
    for row in sheet.rows:
        recipient = OwnRecipient(
            row=row.number,
            name=sheet.text(row, Column.NAME),
            gender=sheet.answer(row, Column.GENDER, gender_of),
            title=sheet.text(row, Column.TITLE),
            organisation=sheet.text(row, Column.ORGANISATION),
            address=sheet.lines(row),
            country=sheet.text(row, Column.COUNTRY),
            salutation=sheet.text(row, Column.SALUTATION),
            language=sheet.answer(row, Column.LANGUAGE, language_of),
            paragraph=sheet.text(row, Column.PARAGRAPH),
            email=sheet.text(row, Column.EMAIL),
        )
        if recipient.key:
            recipients.append(recipient)
        else:
            sheet.odd("recipient-nameless", row)
    if not recipients:
        raise ProblemError("own-list-empty", Place(path.name))
    return OwnList(tuple(recipients), tuple(sheet.findings()))


def key_of(given: str, reference: Reference) -> str:
    """Whom a cell names: an office that is no state's, or a state by its ISO3 code; empty where nobody."""
    name = "-".join(given.lower().split())
    offices = reference.offices
    is_office = name in (*offices.of_presidents, *offices.single)
    return name if is_office else reference.find_state(given)


def header_of(table: Table, file: str, one_of: tuple[Column, ...]) -> SheetRow:
    """The row of headings: the one that says most; a title above it may look like a header of one column.

    Raises:
        ProblemError: ``header-missing``, ``header-doubled``.
    """
    top = table.rows_of(takewhile(lambda line: line[0] <= _HEADER_WITHIN, table.lines))
    headers = [row for row in top if set(one_of) & set(columns_of(row))]
    if not headers:
        raise ProblemError("header-missing", Place(file), column=one_of[0].value)
    header = max(headers, key=lambda row: len(columns_of(row)))
    twice = [c for c, places in columns_of(header).items() if len(places) > 1 and c is not Column.ADDRESS]
    if twice:
        raise ProblemError("header-doubled", Place(file, row=header.number), column=twice[0].value)
    return header


class _Sheet:
    """The rows below a header, and what was odd about them."""

    def __init__(self, path: Path, password: str, one_of: tuple[Column, ...]) -> None:
        table = read_table(path, password=password)
        if len(table.lines) > MAX_RECIPIENTS + _HEADER_WITHIN:
            raise ProblemError("own-list-too-long", Place(path.name), most=MAX_RECIPIENTS)
        check_texts(table.lines, Place(path.name))
        self._file = path.name
        self._odd: dict[str, list[Place]] = defaultdict(list)
        header = header_of(table, path.name, one_of)
        self._columns = columns_of(header)
        self.rows = list(table.rows_of(line for line in table.lines if line[0] > header.number))
        self._noticed = [
            *(of_guess([header, *self.rows], path.name) if table.is_guessed else ()),
            *of_hidden(self.rows, table.hidden, path.name),
        ]

    def text(self, row: SheetRow, column: Column) -> str:
        """What stands in that column, on one line."""
        return next((plain(text) for text in self._cells(row, column) if plain(text)), "")

    def lines(self, row: SheetRow) -> tuple[str, ...]:
        """The lines of the address, from one column or several."""
        parts = (part for text in self._cells(row, Column.ADDRESS) for part in LINE_END.split(text))
        return tuple(line for part in parts if (line := plain(part)))

    def answer(self, row: SheetRow, column: Column, meaning: Callable[[str], str | None]) -> str:
        """What that answer means; nothing, and a finding, where it is not plain."""
        known = meaning(self.text(row, column))
        if known is None:
            self.odd(f"{column.value.lower()}-unknown", row)
        return known or ""

    def odd(self, code: str, row: SheetRow) -> None:
        """Remember that something about this row is odd."""
        if (place := Place(self._file, row=row.number)) not in self._odd[code]:
            self._odd[code].append(place)

    def findings(self) -> Iterator[Finding]:
        """One for each kind, with its rows."""
        yield from self._noticed
        for code, places in self._odd.items():
            yield Finding(code, Severity.WARNING, tuple(places))

    def _cells(self, row: SheetRow, column: Column) -> Iterator[str]:
        for place in self._columns.get(column, ()):
            if place >= len(row.cells):
                continue
            cell = row.cells[place]
            if cell.kind is CellKind.ERROR:
                self.odd("cell-is-error", row)
            else:
                yield cell.text


def columns_of(header: SheetRow) -> dict[Column, list[int]]:
    """Where in a row of headings each of our columns stands, counted from nought."""
    columns: dict[Column, list[int]] = defaultdict(list)
    for place, cell in header.filled:
        if column := column_of(cell.text):
            columns[column].append(place - 1)
    return columns
