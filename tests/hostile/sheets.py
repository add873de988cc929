"""Workbooks put together by hand, so that any of their parts may lie."""

import io
from collections.abc import Mapping
from functools import cache

import openpyxl
from hostile.csv_files import HEAD, ROW
from hostile.zips import letters_of, packed
from letters import parts_of

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET, BOOK, STRINGS, STYLES = (
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
)


@cache
def workbook_parts() -> Mapping[str, bytes]:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (HEAD.strip().split(","), ROW.strip().split(","), ["Quay Forum", "Laos", "No"]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return parts_of(out.getvalue())


def book(**parts: str | bytes | None) -> bytes:
    """The workbook with some parts in the place of others; None = without it."""
    names = {
        "sheet": SHEET,
        "book": BOOK,
        "strings": STRINGS,
        "styles": STYLES,
        "rels": "xl/_rels/workbook.xml.rels",
        "types": "[Content_Types].xml",
    }
    changed = {names.get(key, key): value for key, value in parts.items()}
    kept: dict[str, str | bytes | None] = {**workbook_parts(), **changed}
    return packed(
        (name, data.encode() if isinstance(data, str) else data)
        for name, data in kept.items()
        if data is not None
    )


def with_change(part: str, old: str, new: str) -> bytes:
    text = workbook_parts()[part].decode()
    assert old in text, (part, old, text[:2_000])
    return book(**{part: text.replace(old, new, 1)})


def with_rows(rows: str, before: str = "", after: str = "") -> bytes:
    """A workbook whose sheet has our row as text in cells, and these rows below it."""
    head = "".join(
        cell(text, f"{column}1") for column, text in zip("ABC", HEAD.strip().split(","), strict=True)
    )
    ours = "".join(
        cell(text, f"{column}2") for column, text in zip("ABC", ROW.strip().split(","), strict=True)
    )
    return book(
        sheet=f'<worksheet {NS}>{before}<sheetData><row r="1">{head}</row><row r="2">{ours}</row>{rows}</sheetData>{after}</worksheet>'
    )


def cell(text: str, place: str = "") -> str:
    where = f' r="{place}"' if place else ""
    return f'<c{where} t="inlineStr"><is><t>{text}</t></is></c>'


def many_of_one(size: int, times: int) -> bytes:
    """One text of that size, and that many cells that refer to it."""
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, times + 1))
    strings = f'<sst {NS} count="1" uniqueCount="1"><si><t>{letters_of(size)}</t></si></sst>'
    return book(sheet=f"<worksheet {NS}><sheetData>{cells}</sheetData></worksheet>", strings=strings)


def with_sheets(*states: str) -> bytes:
    made = "".join(
        f'<sheet name="S{n}" sheetId="{n + 1}" state="{state}" r:id="rId1"/>'
        for n, state in enumerate(states)
    )
    return book(book=f'<workbook {NS} xmlns:r="{R}"><sheets>{made}</sheets></workbook>')
