"""A sheet of text, read from XLSX or CSV: every cell as its reader sees it, every row with its own number.

How a cell's text came about is told with it: a name that is a number, a date or a formula is something a
spreadsheet made of it, and whoever reads the list must be able to say so.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import repeat
from pathlib import Path, PurePath
from typing import NamedTuple

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.csv_text import read_records
from desktop_app.files.encryption import decrypt
from desktop_app.files.package_gate import Kind, is_ole, read_bytes, unpack
from desktop_app.files.sheet_scan import CellMarks, scan_sheet

MAX_CELLS = 5_000_000
"""Of the rectangle from A1 to the last cell. calamine lays it out whole, and where the memory is not there it
takes the process down: a workbook of 5 kB with one value in XFD1048576 asks for 512 GB."""

_CSV = (".csv", ".tsv", ".txt")
_SIGNIFICANT = ".15g"
"""A spreadsheet keeps fifteen digits of a number."""

_OddValue = int | float | bool | date | datetime | time | timedelta
_RawValue = str | _OddValue


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


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet from top to bottom, blank ones left out; ``sheet`` is its name, none in a CSV."""

    rows: tuple[SheetRow, ...]
    sheet: str = ""


def read_table(path: Path, *, password: str = "", sheet: str | None = None) -> Table:
    """Read one sheet of a file; see ``table_in``.

    Raises:
        ProblemError: as ``read_bytes`` and ``table_in``.
    """
    return table_in(read_bytes(path), path.name, password=password, sheet=sheet)


def table_in(data: bytes, file: str, *, password: str = "", sheet: str | None = None) -> Table:
    """Read one sheet: the one of that name, else the first that is not hidden.

    Args:
        data: What the file holds, encrypted or not.
        file: Its name; the ending tells CSV from XLSX.
        password: Opens an encrypted one.
        sheet: Which sheet, by its name; None = the first that is seen.

    Raises:
        ProblemError: as ``unpack`` and ``decrypt``; also ``sheet-missing``, and ``file-too-large`` with the
            row where a sheet's last cell lies too far out.
    """
    if PurePath(file).suffix.casefold() in _CSV:
        return _table(_csv_rows(read_records(data, file)))
    if is_ole(data):
        data = decrypt(data, password, file)
    name, rows = _xlsx_rows(unpack(data, Kind.XLSX, file), sheet, file)
    return _table(rows, name)


def _table(rows: Iterable[SheetRow], sheet: str = "") -> Table:
    return Table(tuple(row for row in rows if not all(cell.is_blank for cell in row.cells)), sheet)


def _csv_rows(records: Iterable[Sequence[str]]) -> Iterator[SheetRow]:
    for number, record in enumerate(records, 1):
        yield SheetRow(number, tuple(CellText(text) for text in record))


def _xlsx_rows(parts: Mapping[str, bytes], wanted: str | None, file: str) -> tuple[str, Iterator[SheetRow]]:
    """The name of the sheet, and its rows."""
    try:
        with CalamineWorkbook.from_filelike(_checked_package(parts)) as workbook:
            name = _choose(workbook, wanted, file)
            marks = scan_sheet(parts, name, file)
            if marks.rows * marks.columns > MAX_CELLS:
                raise ProblemError("file-too-large", Place(file=file, part=name, row=marks.rows))
            values = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except CalamineError:
        raise ProblemError("file-damaged", Place(file=file)) from None
    return name, _rows(values, marks)


def _rows(values: list[list[_RawValue]], marks: CellMarks) -> Iterator[SheetRow]:
    marked = {row for row, _ in (*marks.formulas, *marks.errors)}
    # calamine's rectangle ends before cells that hold an error, or a formula without a result.
    values.extend([] for _ in range(marks.rows - len(values)))
    for number, row in enumerate(values, 1):
        if number in marked:
            row.extend("" for _ in range(marks.columns - len(row)))
            places = ((number, column) for column in range(1, len(row) + 1))
            yield SheetRow(number, tuple(map(_marked, map(_cell, row), places, repeat(marks))))
        # Counted in C: a sheet that reaches down to its last line has a million such rows.
        elif row.count("") < len(row):
            yield SheetRow(number, tuple(map(_cell, row)))


def _checked_package(parts: Mapping[str, bytes]) -> io.BytesIO:
    """The parts that passed the gate, packed anew: calamine reads the very bytes that were checked."""
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    package.seek(0)
    return package


def _choose(workbook: CalamineWorkbook, wanted: str | None, file: str) -> str:
    sheets = [
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.typ is SheetTypeEnum.WorkSheet
        and (sheet.name == wanted if wanted else sheet.visible is SheetVisibleEnum.Visible)
    ]
    if not sheets:
        raise ProblemError("sheet-missing", Place(file=file, part=wanted or ""))
    return sheets[0]


def _cell(value: _RawValue) -> CellText:
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
