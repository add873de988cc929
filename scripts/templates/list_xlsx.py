"""Writes ``signatories-private.xlsx``: headings, drop-downs where few words are right, and rows."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.files.list_editor.new_list import PROPERTIES, lay_out
from desktop_app.files.sheet_words import Column
from scripts.templates.ooxml import packed


def list_xlsx(rows: Iterable[Mapping[str, str]] = ()) -> bytes:
    """The workbook with these rows; each is a mapping from heading to text, dates in ISO form."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101  a new workbook has one sheet; openpyxl's type is wider
    lay_out(sheet)
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
