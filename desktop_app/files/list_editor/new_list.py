"""A list of our own making, for a campaign that starts from an import or from nothing."""

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop_app.domain.list_edit import ListEdit
from desktop_app.domain.signatory import Signatory
from desktop_app.files.list_editor.editing import edited
from desktop_app.files.list_editor.workbook import Workbook
from desktop_app.files.sheet_words import Column

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

WIDTHS: Mapping[Column, int] = {
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
CHOICES: Mapping[Column, tuple[str, ...]] = {
    Column.KIND: ("organisation", "person"),
    Column.COUNTS: ("once", "with members", "members only"),
    Column.LISTED: ("named", "anonymous", "pending", "withdrawn"),
}
_LAST_ROW = 5000
"""How far down the drop-downs reach."""

# openpyxl writes its own name and version and the time of day; a list starts without them.
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PROPERTIES: Mapping[str, bytes] = {
    "docProps/core.xml": _HEAD + b"<cp:coreProperties"
    b' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": _HEAD
    + b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
}


def new_list(signatories: Sequence[Signatory], file: str = "signatories-private.xlsx") -> bytes:
    """A workbook with our headings and these signatories below them, from row 2 on.

    Raises:
        ProblemError: ``list-full``, ``list-text-too-long``.
    """
    workbook = Workbook(_empty(), file)
    for part, content in PROPERTIES.items():
        workbook.put(part, content)
    return edited(workbook.to_bytes(), ListEdit(added=tuple(signatories)), file)


def _empty() -> bytes:
    from openpyxl import Workbook as NewWorkbook
    from openpyxl.worksheet.worksheet import Worksheet

    book = NewWorkbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101  a new workbook has one sheet; openpyxl's type is wider
    lay_out(sheet)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def lay_out(sheet: "Worksheet") -> None:
    """Give an empty sheet our headings, with drop-downs where few words are right."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet.title = "Signatories"
    for column, (heading, width) in enumerate(WIDTHS.items(), 1):
        cell = sheet.cell(1, column, heading.value)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E1EAF5")
        cell.alignment = Alignment(vertical="center")
        letter = get_column_letter(column)
        dimension = sheet.column_dimensions[letter]
        dimension.width = width
        # As text a spreadsheet leaves a name alone that looks like a date or a formula.
        dimension.number_format = "yyyy-mm-dd" if heading is Column.SIGNED_ON else "@"
        if heading in CHOICES:
            words = ",".join(CHOICES[heading])
            choice = DataValidation("list", formula1=f'"{words}"', allow_blank=True, showErrorMessage=True)
            choice.add(f"{letter}2:{letter}{_LAST_ROW}")
            sheet.add_data_validation(choice)
    sheet.row_dimensions[1].height = 20
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(WIDTHS))}1"
