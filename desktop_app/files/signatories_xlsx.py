"""The signatory sheet: rows of a spreadsheet become signatories, and no row is dropped in silence."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from operator import attrgetter

from desktop_app.domain.plain_text import plain, reorders
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity
from desktop_app.domain.signatory import Disclosure, Kind, Signatory, Way
from desktop_app.files.quick_rows import Line, QuickRows, aliases_in
from desktop_app.files.sheet_length import check_texts
from desktop_app.files.sheet_words import Column, column_of, disclosure_of, kind_of, way_of
from desktop_app.files.sheetml import column_letters
from desktop_app.files.spreadsheet import CellKind, CellText, SheetRow, Table, table_in, tables_in
from desktop_app.support.memory import many_objects

_HEADER_WITHIN = 30
"""Rows. Above the header there may be a title, a date, a logo's caption."""

MAX_ROWS = 100_000
"""A petition has 70,000; each row is compared with all of the letter."""

_SEVERITIES = {
    "name-is-error": Severity.ERROR,
    "name-is-formula": Severity.WARNING,
    "name-is-number": Severity.WARNING,
    "name-reorders": Severity.WARNING,
    "formula-unread": Severity.WARNING,
    "name-missing": Severity.WARNING,
    "listed-unknown": Severity.WARNING,
    "cell-is-error": Severity.WARNING,
    "counts-unknown": Severity.WARNING,
    "kind-unknown": Severity.NOTE,
}

_ODD_NAMES = {
    CellKind.ERROR: "name-is-error",
    CellKind.FORMULA: "name-is-formula",
    CellKind.VALUE: "name-is-number",
}


@dataclass(frozen=True, slots=True)
class Headers:
    """Where the columns stand.

    Attributes:
        row: The spreadsheet row of the header.
        columns: The place of each column we know, counted from 1.
        others: The coordinator's own headers, which are left as they are.
    """

    row: int
    columns: Mapping[Column, int]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignatorySheet:
    """What the sheet says. Signatories stand in the order of the sheet, whose name is ``sheet``."""

    signatories: tuple[Signatory, ...]
    findings: tuple[Finding, ...]
    headers: Headers
    sheet: str = ""


def signatories_in(data: bytes, file: str, *, password: str = "") -> SignatorySheet:
    """The list of signatories in what a file holds, encrypted or not: on the first sheet with our headings.

    Raises:
        ProblemError: as ``table_in``; ``header-missing`` where no row names the column of names,
            ``header-doubled`` where two columns claim to be the same one.
    """
    with many_objects():
        return _read(*list_table(data, file, password=password), file)


def list_table(data: bytes, file: str, *, password: str = "") -> tuple[Table, Headers]:
    """The sheet that holds the list, and where its columns stand.

    Raises:
        ProblemError: as ``signatories_in``.
    """
    table = table_in(data, file, password=password, longest=MAX_ROWS)
    headers = _find_headers(table, file)
    if headers is None:
        table, headers = _on_another_sheet(data, file, password, besides=table.sheet)
    check_texts(table.lines, Place(file, table.sheet))
    return table, headers


def own_cells(table: Table, headers: Headers, row: int) -> dict[str, str]:
    """What stands in a row under the coordinator's own headings; without one, under the column's letter."""
    lines = [line for line in table.lines if line[0] in (headers.row, row)]
    found = {read.number: [plain(cell.text) for cell in read.cells] for read in table.rows_of(lines)}
    known = set(headers.columns.values())
    heads = enumerate(found[headers.row], 1)
    names = {number: head for number, head in heads if head and number not in known}
    texts = enumerate(found.get(row, ()), 1)
    return {names.get(n, column_letters(n)): text for n, text in texts if text and n not in known}


def _on_another_sheet(data: bytes, file: str, password: str, besides: str) -> tuple[Table, Headers]:
    """The first of the other sheets that has our headings; a CSV has no other."""
    for table in tables_in(data, file, password=password) if besides else ():
        if table.sheet != besides and (headers := _find_headers(table, file)) is not None:
            if len(table.lines) > MAX_ROWS:
                raise ProblemError("list-too-long", Place(file, table.sheet), most=MAX_ROWS)
            return table, headers
    raise ProblemError("header-missing", Place(file=file), column=Column.NAME.value)


def _read(table: Table, headers: Headers, file: str) -> SignatorySheet:
    below = [line for line in table.lines if line[0] > headers.row]
    quick = QuickRows(headers.columns, below, table.marked)
    reader = _RowReader(headers, file)
    odd = [signatory for row in table.rows_of(quick.left) if (signatory := reader.read(row)) is not None]
    for code, rows in quick.odd.items():
        reader.note(code, rows)
    reader.note("name-reorders", _reordered(below, headers))
    signatories = sorted((*quick.signatories, *odd), key=attrgetter("row")) if odd else quick.signatories
    return SignatorySheet(tuple(signatories), tuple(reader.findings()), headers, table.sheet)


def _reordered(lines: Iterable[Line], headers: Headers) -> Iterator[int]:
    """Rows in whose names stand signs that turn the order of letters around."""
    named = (Column.NAME, Column.ACRONYM, Column.LISTED_AS, Column.ALSO_KNOWN_AS, Column.MEMBER_OF)
    places = [headers.columns[column] - 1 for column in named if column in headers.columns]
    for number, values in lines:
        texts = (values[place] for place in places if place < len(values))
        if any(isinstance(text, str) and not text.isprintable() and reorders(text) for text in texts):
            yield number


def _find_headers(table: Table, file: str) -> Headers | None:
    """The row that says most; an answer below it may look like a header, but hardly three of them."""
    top = takewhile(lambda line: line[0] <= _HEADER_WITHIN, table.lines)
    best = max(table.rows_of(top), key=lambda row: len(set(_known(row))), default=None)
    if best is None or Column.NAME not in _known(best):
        return None
    known = _known(best)
    doubled = [column for column, times in Counter(known).items() if times > 1]
    if doubled:
        raise ProblemError("header-doubled", Place(file=file, row=best.number), column=doubled[0].value)
    columns = {c: n for n, cell in best.filled if (c := column_of(cell.text)) is not None}
    own = (plain(cell.text) for _, cell in best.filled if column_of(cell.text) is None)
    return Headers(best.number, columns, tuple(header for header in own if header))


def _known(row: SheetRow) -> list[Column]:
    return [column for _, cell in row.filled if (column := column_of(cell.text)) is not None]


class _RowReader:
    """Makes signatories of rows and remembers what was odd about them."""

    def __init__(self, headers: Headers, file: str) -> None:
        self._columns = headers.columns
        self._file = file
        self._odd: dict[str, list[int]] = defaultdict(list)

    def note(self, code: str, rows: Iterable[int]) -> None:
        """Remember what somebody else has seen in these rows."""
        self._odd[code].extend(rows)

    def findings(self) -> Iterator[Finding]:
        """One for each kind, with its rows."""
        if Column.LISTED not in self._columns:
            yield Finding("listed-column-missing", Severity.WARNING, (Place(file=self._file),))
        for code, severity in _SEVERITIES.items():
            if rows := self._odd.get(code):
                yield Finding(code, severity, tuple(Place(file=self._file, row=row) for row in sorted(rows)))

    def read(self, row: SheetRow) -> Signatory | None:
        """The signatory of that row; None, and a finding, where nobody can be told from it."""
        disclosure = self._disclosure(row)
        if disclosure is Disclosure.NAMED and self._cell(row, Column.LISTED_AS).kind is CellKind.ERROR:
            # It is to be printed under another name, and nobody can tell which: not under its own.
            disclosure = Disclosure.ANONYMOUS
        name = self._name(row)
        # One that was only ever counted needs no name: nobody will print it.
        if not name and disclosure is not Disclosure.ANONYMOUS and not self._is_bare(row, disclosure):
            self._odd["name-missing"].append(row.number)
            return None
        return Signatory(
            row=row.number,
            name=name,
            disclosure=disclosure,
            acronym=self._text(row, Column.ACRONYM),
            country=self._text(row, Column.COUNTRY),
            kind=self._kind(row),
            title=self._text(row, Column.TITLE),
            group=self._text(row, Column.GROUP),
            member_of=self._text(row, Column.MEMBER_OF),
            counts=self._counts(row),
            listed_as=self._text(row, Column.LISTED_AS),
            also_known_as=self._aliases(row),
            contact=self._text(row, Column.CONTACT),
            email=self._text(row, Column.EMAIL),
            signed_on=self._text(row, Column.SIGNED_ON),
            text_version=self._text(row, Column.TEXT_VERSION),
            confirmed_by=self._text(row, Column.CONFIRMED_BY),
            source=self._text(row, Column.SOURCE),
            notes=self._text(row, Column.NOTES),
        )

    def _is_bare(self, row: SheetRow, disclosure: Disclosure) -> bool:
        """Whether the row says how it appears and nothing else, as closing a campaign leaves it."""
        filled = {number for number, _cell in row.filled}
        told = {self._columns.get(column) for column in (Column.LISTED, Column.KIND)}
        return disclosure is not Disclosure.NAMED and self._columns.get(Column.LISTED) in filled <= told

    def _cell(self, row: SheetRow, column: Column) -> CellText:
        place = self._columns.get(column)
        return row.cells[place - 1] if place is not None and place <= len(row.cells) else CellText("")

    def _text(self, row: SheetRow, column: Column) -> str:
        cell = self._cell(row, column)
        if cell.kind is CellKind.ERROR:
            self._odd["cell-is-error"].append(row.number)
            return ""
        self._is_unread(row, cell)
        return plain(cell.text)

    def _is_unread(self, row: SheetRow, cell: CellText) -> bool:
        """Whether it is a formula whose result nobody saved."""
        unread = cell.kind is CellKind.FORMULA and not cell.text.strip()
        if unread and row.number not in self._odd["formula-unread"]:
            self._odd["formula-unread"].append(row.number)
        return unread

    def _name(self, row: SheetRow) -> str:
        cell = self._cell(row, Column.NAME)
        if self._is_unread(row, cell):
            return ""
        if cell.kind in _ODD_NAMES:
            self._odd[_ODD_NAMES[cell.kind]].append(row.number)
        return plain(cell.text)

    def _disclosure(self, row: SheetRow) -> Disclosure:
        cell = self._cell(row, Column.LISTED)
        answer = disclosure_of(cell.text)
        self._is_unread(row, cell)
        if answer is None:
            self._odd["listed-unknown"].append(row.number)
        return answer or Disclosure.PENDING

    def _counts(self, row: SheetRow) -> Way | None:
        answer = self._text(row, Column.COUNTS)
        way = way_of(answer)
        if answer and way is None:
            self._odd["counts-unknown"].append(row.number)
        return way

    def _kind(self, row: SheetRow) -> Kind:
        answer = self._text(row, Column.KIND)
        kind = kind_of(answer)
        if answer and kind is None:
            self._odd["kind-unknown"].append(row.number)
        return kind or Kind.ORGANISATION

    def _aliases(self, row: SheetRow) -> tuple[str, ...]:
        return aliases_in(self._cell(row, Column.ALSO_KNOWN_AS).text)
