"""Writes ``signatories-private.xlsx``: headings, drop-downs where few words are right, and rows."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from scripts.templates.ooxml import packed

COLUMNS = {
    "Name": 44,
    "Acronym": 12,
    "Country": 16,
    "Kind": 13,
    "Title or affiliation": 22,
    "Group": 16,
    "Member of": 30,
    "Counts": 14,
    "Listed": 12,
    "Listed as": 24,
    "Also known as": 24,
    "Contact": 22,
    "E-mail": 30,
    "Signed on": 12,
    "Text version": 14,
    "Confirmed by": 16,
    "Source": 16,
    "Notes": 44,
}
CHOICES = {
    "Kind": ("organisation", "person"),
    "Counts": ("once", "with members", "members only"),
    "Listed": ("named", "anonymous", "pending", "withdrawn"),
}
_LAST_ROW = 5000
"""How far down the drop-downs reach."""

# openpyxl writes its own name and version and the time of day; a list starts without them.
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PROPERTIES = {
    "docProps/core.xml": _HEAD + b"<cp:coreProperties"
    b' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": _HEAD
    + b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
}


def list_xlsx(rows: Iterable[Mapping[str, str]] = ()) -> bytes:
    """The workbook with these rows; each is a mapping from heading to text, dates in ISO form."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101  a new workbook has one sheet; openpyxl's type is wider
    sheet.title = "Signatories"
    _head(sheet)
    for number, row in enumerate(rows, 2):
        for column, heading in enumerate(COLUMNS, 1):
            if text := row.get(heading, ""):
                cell = sheet.cell(number, column)
                cell.value = date.fromisoformat(text) if heading == "Signed on" else text
                cell.number_format = "yyyy-mm-dd" if heading == "Signed on" else "@"
    written = io.BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return packed({**parts, **_PROPERTIES})


def _head(sheet: Worksheet) -> None:
    for column, (heading, width) in enumerate(COLUMNS.items(), 1):
        cell = sheet.cell(1, column, heading)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E1EAF5")
        cell.alignment = Alignment(vertical="center")
        letter = get_column_letter(column)
        dimension = sheet.column_dimensions[letter]
        dimension.width = width
        # As text a spreadsheet leaves a name alone that looks like a date or a formula.
        dimension.number_format = "yyyy-mm-dd" if heading == "Signed on" else "@"
        if heading in CHOICES:
            words = ",".join(CHOICES[heading])
            choice = DataValidation("list", formula1=f'"{words}"', allow_blank=True, showErrorMessage=True)
            choice.add(f"{letter}2:{letter}{_LAST_ROW}")
            sheet.add_data_validation(choice)
    sheet.row_dimensions[1].height = 20
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}1"
