"""A new table of recipients: our headings, and nothing below them."""

import io
from collections.abc import Mapping, Sequence

from desktop_app.files.list_editor.workbook import Workbook
from desktop_app.files.recipient_words import Column

# openpyxl writes its own name and version and the time of day; a list starts without them.
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PROPERTIES: Mapping[str, bytes] = {
    "docProps/core.xml": _HEAD + b"<cp:coreProperties"
    b' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": _HEAD
    + b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
}

_WIDTHS: Mapping[Column, int] = {
    Column.STATE: 28,
    Column.NAME: 30,
    Column.GENDER: 9,
    Column.TITLE: 26,
    Column.ORGANISATION: 34,
    Column.ADDRESS: 44,
    Column.COUNTRY: 18,
    Column.SALUTATION: 26,
    Column.LANGUAGE: 11,
    Column.PARAGRAPH: 50,
    Column.EMAIL: 30,
}
_WRAPPED = frozenset({Column.ADDRESS, Column.PARAGRAPH})


def empty_table(columns: Sequence[Column]) -> bytes:
    """A workbook with these headings; it says nothing of who made it, or when."""
    from openpyxl import Workbook as NewWorkbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.worksheet import Worksheet

    book = NewWorkbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101  a new workbook has one sheet; openpyxl's type is wider
    sheet.title = "Recipients"
    for place, column in enumerate(columns, 1):
        cell = sheet.cell(1, place, column.value)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E1EAF5")
        dimension = sheet.column_dimensions[get_column_letter(place)]
        dimension.width = _WIDTHS[column]
        # As text a spreadsheet leaves a name alone that looks like a date or a formula.
        dimension.number_format = "@"
        dimension.alignment = Alignment(vertical="top", wrap_text=column in _WRAPPED)
    sheet.freeze_panes = "B2"
    written = io.BytesIO()
    book.save(written)
    workbook = Workbook(written.getvalue(), "recipients.xlsx")
    for part, content in PROPERTIES.items():
        workbook.put(part, content)
    return workbook.to_bytes()
