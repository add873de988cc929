"""The sheet on which the workbook itself says what was changed, when, and on what ground.

It also keeps a secret number: decisions about rows are stored outside the workbook under fingerprints made
with it, which tell nobody anything who has not got the workbook.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from desktop_app.domain.list_edit import LogEntry
from desktop_app.files.list_editor.cells import cell_at, new_cell_at, put
from desktop_app.files.list_editor.workbook import Workbook
from desktop_app.files.spreadsheet import Table, table_in

_TITLE = "Change log"
_LABEL = "Kept by Undersigned. Key"
_HEADER = ("Date", "Row", "What", "Before", "After", "Source")
_WIDTHS = (12, 8, 18, 24, 24, 44)
_KEY = re.compile(r"[0-9a-f]+")
_KEY_ROW, _HEADER_ROW = 1, 2

_COLUMNS = "".join(
    f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(_WIDTHS, 1)
)
_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    f"<cols>{_COLUMNS}</cols><sheetData/></worksheet>"
).encode()


@dataclass(frozen=True, slots=True)
class _Log:
    """The log as it is: the name of its sheet, its key, its last row."""

    sheet: str
    key: str = ""
    last: int = _HEADER_ROW


def list_key(data: bytes, file: str) -> str | None:
    """The key that the workbook keeps, if it has one.

    Raises:
        ProblemError: as ``unpack``.
    """
    log = _find(Workbook(data, file), data)
    return log.key if isinstance(log, _Log) and log.key else None


def with_key(data: bytes, key: str, file: str) -> bytes:
    """The workbook with this key, a number in hexadecimal; everything else as it was.

    Raises:
        ProblemError: as ``unpack``; ``list-structure-locked`` where no sheet may be added.
    """
    workbook = Workbook(data, file)
    log = _found_or_made(workbook, data)
    sheet = workbook.worksheet(log.sheet)
    put(_cell(sheet.row(_KEY_ROW), 2), key)
    workbook.put(workbook.part_of_sheet(log.sheet), sheet.to_bytes())
    return workbook.to_bytes()


def write_down(workbook: Workbook, data: bytes, entries: Sequence[LogEntry]) -> None:
    """Put the entries below the last of the log.

    Args:
        workbook: Where they go.
        data: The same workbook as it was read, with the log as it is.
        entries: What is written down.
    """
    log = _found_or_made(workbook, data)
    sheet = workbook.worksheet(log.sheet)
    for number, entry in enumerate(entries, log.last + 1):
        row = sheet.row(number)
        texts = (entry.on.isoformat(), "", entry.what, entry.before, entry.after, entry.source)
        for column, text in enumerate(texts, 1):
            if text:
                put(_cell(row, column), text)
        put(_cell(row, _HEADER.index("Row") + 1), entry.row)
    workbook.put(workbook.part_of_sheet(log.sheet), sheet.to_bytes())


def _cell(row: etree._Element, column: int) -> etree._Element:
    found = cell_at(row, column)
    return new_cell_at(row, column) if found is None else found


def _found_or_made(workbook: Workbook, data: bytes) -> _Log:
    log = _find(workbook, data)
    if isinstance(log, _Log):
        return log
    workbook.add_sheet(log, _EMPTY)
    sheet = workbook.worksheet(log)
    put(_cell(sheet.row(_KEY_ROW), 1), _LABEL)
    for column, heading in enumerate(_HEADER, 1):
        put(_cell(sheet.row(_HEADER_ROW), column), heading)
    workbook.put(workbook.part_of_sheet(log), sheet.to_bytes())
    return _Log(log)


def _find(workbook: Workbook, data: bytes) -> _Log | str:
    """The log, else the name that one may have: a sheet of the coordinator's own may be called so too."""
    names = {name.casefold(): name for name in workbook.sheet_names()}
    for number in itertools.count(1):
        wanted = _TITLE if number == 1 else f"{_TITLE} {number}"
        name = names.get(wanted.casefold())
        if name is None:
            return wanted
        if workbook.is_worksheet(name) and (log := _as_log(table_in(data, workbook.file, sheet=name))):
            return log
    raise AssertionError("numbers do not end")


def _as_log(table: Table) -> _Log | None:
    texts = {row.number: [cell.text for cell in row.cells] for row in table.rows}
    label, key, *_ = [*texts.get(_KEY_ROW, []), "", ""]
    header = texts.get(_HEADER_ROW, [])[: len(_HEADER)]
    if label != _LABEL or header != list(_HEADER):
        return None
    return _Log(table.sheet, key if _KEY.fullmatch(key) else "", max(texts))
