"""A sheet of text, read from XLSX or CSV: every cell as its reader sees it, every row with its own number.

How a cell's text came about is told with it: a name that is a number, a date or a formula is something a
spreadsheet made of it, and whoever reads the list must be able to say so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import repeat
from pathlib import Path, PurePath
from typing import NamedTuple, TypeGuard, TypeVar

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.csv_text import is_guessed, read_records
from desktop_app.files.encryption import decrypt
from desktop_app.files.package_gate import Kind, is_ole, read_bytes, unpack
from desktop_app.files.sheet_hidden import Hidden, hidden_in
from desktop_app.files.sheet_length import check_answers, check_signatories
from desktop_app.files.sheet_scan import CellMarks, part_of_sheet, scan_sheet, totals_rows
from desktop_app.files.sheet_source import package_for_calamine, reading

MAX_CELLS = 5_000_000
"""Of the rectangle from A1 to the last cell. calamine lays it out whole, and where the memory is not there it
takes the process down: a workbook of 5 kB with one value in XFD1048576 asks for 512 GB."""

MAX_SHEETS = 200
CSV = (".csv", ".tsv", ".txt")
_SIGNIFICANT = ".15g"
"""A spreadsheet keeps fifteen digits of a number."""

_OddValue = int | float | bool | date | datetime | time | timedelta
RawValue = str | _OddValue
_Kind = TypeVar("_Kind", str, float)


class CellKind(StrEnum):
    """How the text of a cell came about."""

    TEXT = "text"
    """Typed as text."""
    VALUE = "value"
    """A number, a date or a truth value: the spreadsheet decides how it looks."""
    FORMULA = "formula"
    """Worked out. The text is the result that was last saved, which may be none."""
    ERROR = "error"
    """Such as ``#N/A``."""


class CellText(NamedTuple):
    """One cell. A tuple, because a petition has a million of them."""

    text: str
    kind: CellKind = CellKind.TEXT

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands there. A formula without a result is not nothing."""
        return self.kind is CellKind.TEXT and not self.text.strip()


_BLANK = CellText("")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row with something in it; ``number`` is the spreadsheet's own, and the cells start in column A."""

    number: int
    cells: tuple[CellText, ...]

    @property
    def filled(self) -> Iterator[tuple[int, CellText]]:
        """The cells in which something stands, each with its column, counted from 1."""
        for column, cell in enumerate(self.cells, 1):
            if cell is not _BLANK and not cell.is_blank:
                yield column, cell


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet from top to bottom, rows with nothing in them left out.

    Attributes:
        lines: The number of each row and its values as the spreadsheet keeps them, from column A on.
        marks: Which of them are formulas or errors.
        sheet: The sheet's name; a CSV has none.
        is_guessed: Whether nothing says in which encoding the text is.
        hidden: What of it nobody sees; it is read like all else.
    """

    lines: tuple[tuple[int, Sequence[RawValue]], ...]
    marks: CellMarks
    sheet: str = ""
    is_guessed: bool = False
    hidden: Hidden = field(default_factory=Hidden)

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """The rows as their reader sees them; those of blanks alone left out."""
        return tuple(self.rows_of(self.lines))

    @property
    def marked(self) -> frozenset[int]:
        """Numbers of the rows that hold a formula or an error."""
        return frozenset(row for row, _ in (*self.marks.formulas, *self.marks.errors))

    def rows_of(self, lines: Iterable[tuple[int, Sequence[RawValue]]]) -> Iterator[SheetRow]:
        """Some of the lines as their reader sees them."""
        marked = self.marks.columns_of_rows()
        for number, values in lines:
            # Looked at one by one are those with something in them: a row may be 16,384 cells wide.
            cells = [_BLANK] * len(values)
            filled = [column for column, value in enumerate(values) if value != ""]
            for column in filled:
                cells[column] = _cell(values[column])
            for column in (at for at in marked.get(number, ()) if at <= len(values)):
                cells[column - 1] = _marked(cells[column - 1], (number, column), self.marks)
                filled.append(column - 1)
            if not all(cells[column].is_blank for column in filled):
                yield SheetRow(number, tuple(cells))


def read_table(path: Path, *, password: str = "", sheet: str | None = None) -> Table:
    """Read one sheet of a file; see ``table_in``.

    Raises:
        ProblemError: as ``read_bytes`` and ``table_in``.
    """
    return table_in(read_bytes(path), path.name, password=password, sheet=sheet)


def table_in(
    data: bytes, file: str, *, password: str = "", sheet: str | None = None, longest: int = 0
) -> Table:
    """Read one sheet: the one of that name, else the first that is not hidden.

    Args:
        data: What the file holds, encrypted or not.
        file: Its name; the ending tells CSV from XLSX.
        password: Opens an encrypted one.
        sheet: Which sheet, by its name; None = the first that is seen.
        longest: How many rows with something in them a list may have; 0 = any.

    Raises:
        ProblemError: as ``unpack``, ``decrypt`` and ``read_records``; also ``sheet-missing``,
            ``list-too-long``, and ``file-too-large`` with the row where a sheet's last cell lies too far out.
    """
    if PurePath(file).suffix.casefold() in CSV:
        lines = _lines(read_records(data, file), frozenset())
        return Table(lines, CellMarks(), is_guessed=is_guessed(data))
    if is_ole(data):
        data = decrypt(data, password, file)
    parts = unpack(data, Kind.XLSX, file)
    with reading(file), CalamineWorkbook.from_filelike(package_for_calamine(parts)) as workbook:
        name = _choose(workbook, sheet, file)
        check_signatories(parts.get(part_of_sheet(parts, name, file), b""), longest, Place(file, name))
        return _sheet_of(workbook, parts, name, file)


def tables_in(data: bytes, file: str, *, password: str = "", longest: int = 0) -> Iterator[Table]:
    """The sheets of a workbook that are seen, in its order, each read when its turn comes.

    Args:
        data: What the file holds, encrypted or not.
        file: Its name.
        password: Opens an encrypted one.
        longest: How many rows with something in them a sheet may have, and all thrice; 0 = any.

    Raises:
        ProblemError: as ``table_in``; ``file-too-large`` for sheets by the hundred; ``form-too-long``.
    """
    if is_ole(data):
        data = decrypt(data, password, file)
    parts = unpack(data, Kind.XLSX, file)
    rows = cells = 0
    with reading(file), CalamineWorkbook.from_filelike(package_for_calamine(parts)) as workbook:
        names = _sheets(workbook, seen=True)
        if len(names) > MAX_SHEETS:
            raise ProblemError("file-too-large", Place(file))
        for name in names:
            check_answers(parts.get(part_of_sheet(parts, name, file), b""), longest, Place(file, name))
            table = _sheet_of(workbook, parts, name, file)
            rows += len(table.lines)
            cells += sum(len(values) for _number, values in table.lines)
            if longest and (len(table.lines) > longest or rows > 3 * longest):
                raise ProblemError("form-too-long", Place(file, name), most=longest)
            if cells > MAX_CELLS:
                raise ProblemError("file-too-large", Place(file, name))
            yield table


def _sheet_of(workbook: CalamineWorkbook, parts: Mapping[str, bytes], name: str, file: str) -> Table:
    marks = scan_sheet(parts, name, file)
    if marks.rows * marks.columns > MAX_CELLS:
        raise ProblemError("file-too-large", Place(file=file, part=name, row=marks.rows))
    values: list[list[RawValue]] = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    marked = marks.columns_of_rows()
    if marked:
        # calamine's rectangle ends before cells that hold an error, or a formula without a result.
        values.extend([] for _ in range(max(marked) - len(values)))
        for number, columns in marked.items():
            values[number - 1] += [""] * (max(columns) - len(values[number - 1]))
    for number in totals_rows(parts, name, file):
        if number <= len(values):
            values[number - 1] = []
    hidden = hidden_in(parts.get(part_of_sheet(parts, name, file), b""), tuple(_sheets(workbook, seen=False)))
    return Table(_lines(values, frozenset(marked)), marks, name, hidden=hidden)


def _lines(
    values: Iterable[Sequence[RawValue]], marked: frozenset[int]
) -> tuple[tuple[int, Sequence[RawValue]], ...]:
    # Counted in C: a sheet that reaches down to its last line has a million rows of blanks.
    return tuple(
        (number, row) for number, row in enumerate(values, 1) if row.count("") < len(row) or number in marked
    )


def as_seen(value: RawValue) -> str:
    """A value as its reader sees it."""
    return value if isinstance(value, str) else _as_seen(value)


def column_as_seen(values: Sequence[RawValue]) -> Sequence[str]:
    """A column as its reader sees it. One of numbers alone is done without a look at each."""
    if _are(values, str):
        return values
    return list(map(format, values, repeat(_SIGNIFICANT)) if _are(values, float) else map(as_seen, values))


def _are(values: Sequence[RawValue], kind: type[_Kind]) -> TypeGuard[Sequence[_Kind]]:
    return set(map(type, values)) <= {kind}


def _choose(workbook: CalamineWorkbook, wanted: str | None, file: str) -> str:
    seen = _sheets(workbook, seen=True)
    found = [name for name in (*seen, *_sheets(workbook, seen=False)) if name == wanted] if wanted else seen
    if not found:
        raise ProblemError("sheet-missing", Place(file=file, part=wanted or ""))
    return found[0]


def _sheets(workbook: CalamineWorkbook, *, seen: bool) -> list[str]:
    return [
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.typ is SheetTypeEnum.WorkSheet and (sheet.visible is SheetVisibleEnum.Visible) is seen
    ]


def _cell(value: RawValue) -> CellText:
    if value == "":
        return _BLANK
    if isinstance(value, str):
        return CellText(value)
    return CellText(_as_seen(value), CellKind.VALUE)


def _marked(cell: CellText, place: tuple[int, int], marks: CellMarks) -> CellText:
    text = marks.errors.get(place, cell.text)
    if place in marks.formulas:
        return CellText(text, CellKind.FORMULA)
    return CellText(text, CellKind.ERROR) if place in marks.errors else cell


def _as_seen(value: _OddValue) -> str:
    match value:
        case bool():
            return str(value).upper()
        case datetime():
            return value.isoformat(sep=" ", timespec="seconds").removesuffix(":00")
        case time():
            return value.isoformat(timespec="seconds").removesuffix(":00")
        case date():
            return value.isoformat()
        case timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        case _:
            return format(value, _SIGNIFICANT)
