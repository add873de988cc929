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

from desktop_app.files.new_recipients import PROPERTIES
from desktop_app.files.sheet_words import Column
from scripts.templates.ooxml import packed

_WIDTHS: Mapping[Column, int] = {
    Column.NAME: 44,
    Column.ACRONYM: 12,
    Column.COUNTRY: 16,
    Column.KIND: 13,
    Column.TITLE: 22,
    Column.GROUP: 16,
    Column.MEMBER_OF: 30,
    Column.COUNTS: 14,
    Column.LISTED: 12,
    Column.LISTED_AS: 24,
    Column.ALSO_KNOWN_AS: 24,
    Column.CONTACT: 22,
    Column.EMAIL: 30,
    Column.SIGNED_ON: 12,
    Column.TEXT_VERSION: 14,
    Column.CONFIRMED_BY: 16,
    Column.SOURCE: 16,
    Column.NOTES: 44,
}
_CHOICES: Mapping[Column, tuple[str, ...]] = {
    Column.KIND: ("organisation", "person"),
    Column.COUNTS: ("once", "with members", "members only"),
    Column.LISTED: ("named", "anonymous", "pending", "withdrawn"),
}
_LAST_ROW = 5000
"""How far down the drop-downs reach."""


def list_xlsx(rows: Iterable[Mapping[str, str]] = ()) -> bytes:
    """The workbook with these rows; each is a mapping from heading to text, dates in ISO form."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101  a new workbook has one sheet; openpyxl's type is wider
    _lay_out(sheet)
    for number, row in enumerate(rows, 2):
        for column, heading in enumerate(Column, 1):
            if text := row.get(heading.value, ""):
                cell = sheet.cell(number, column)
                is_day = heading is Column.SIGNED_ON
                cell.value = date.fromisoformat(text) if is_day else text
                cell.number_format = "yyyy-mm-dd" if is_day else "@"
    written = io.BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return packed({**parts, **PROPERTIES})


def _lay_out(sheet: Worksheet) -> None:
    """Give an empty sheet our headings, with drop-downs where few words are right."""
    sheet.title = "Signatories"
    for column, (heading, width) in enumerate(_WIDTHS.items(), 1):
        cell = sheet.cell(1, column, heading.value)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E1EAF5")
        cell.alignment = Alignment(vertical="center")
        letter = get_column_letter(column)
        dimension = sheet.column_dimensions[letter]
        dimension.width = width
        # As text a spreadsheet leaves a name alone that looks like a date or a formula.
        dimension.number_format = "yyyy-mm-dd" if heading is Column.SIGNED_ON else "@"
        if heading in _CHOICES:
            words = ",".join(_CHOICES[heading])
            choice = DataValidation("list", formula1=f'"{words}"', allow_blank=True, showErrorMessage=True)
            choice.add(f"{letter}2:{letter}{_LAST_ROW}")
            sheet.add_data_validation(choice)
    sheet.row_dimensions[1].height = 20
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_WIDTHS))}1"
