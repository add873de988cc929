"""Workbooks made for one test: ordinary ones with openpyxl, broken ones part by part."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import msoffcrypto
import openpyxl

_SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{rows}</sheetData></worksheet>"
)


def workbook(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """An ordinary workbook with these rows on its first sheet."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


def workbook_of_xml(path: Path, rows: str, parts: Mapping[str, str] | None = None) -> Path:
    """A workbook whose sheet holds these rows as XML, and these other parts."""
    ordinary = io.BytesIO()
    openpyxl.Workbook().save(ordinary)
    changed = {"xl/worksheets/sheet1.xml": _SHEET.format(rows=rows), **(parts or {})}
    with zipfile.ZipFile(ordinary) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        kept = {name: old.read(name) for name in old.namelist()}
        for name, content in (kept | {name: text.encode() for name, text in changed.items()}).items():
            new.writestr(name, content)
    return path


def lock(path: Path, password: str) -> Path:
    """The same workbook, encrypted in place."""
    locked = io.BytesIO()
    with path.open("rb") as plain:
        msoffcrypto.OfficeFile(plain).encrypt(password, locked)
    path.write_bytes(locked.getvalue())
    return path
