"""Exports of forms, as CSV and as workbooks, that lie, overflow, or run something in Excel."""

import io
from collections.abc import Mapping
from functools import cache

import openpyxl
from files.test_letter_office import odt
from hostile.csv_files import CSV, HEAD, NAME, ROW
from hostile.kinds import OPENS, Hostile, Rows, Use, several
from hostile.zips import LETTER, letters_of, packed
from letters import parts_of

_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET, BOOK, STRINGS, STYLES = (
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
)


@cache
def _parts() -> Mapping[str, bytes]:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (HEAD.strip().split(","), ROW.strip().split(","), ["Quay Forum", "Laos", "No"]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return parts_of(out.getvalue())


def _book(**parts: str | bytes | None) -> bytes:
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
    kept: dict[str, str | bytes | None] = {**_parts(), **changed}
    return packed(
        (name, data.encode() if isinstance(data, str) else data)
        for name, data in kept.items()
        if data is not None
    )


def _with(part: str, old: str, new: str) -> bytes:
    text = _parts()[part].decode()
    assert old in text, (part, old, text[:2_000])
    return _book(**{part: text.replace(old, new, 1)})


def _rows(rows: str, before: str = "", after: str = "") -> bytes:
    """A workbook whose sheet has our row as text in cells, and these rows below it."""
    head = "".join(
        _cell(text, f"{column}1") for column, text in zip("ABC", HEAD.strip().split(","), strict=True)
    )
    ours = "".join(
        _cell(text, f"{column}2") for column, text in zip("ABC", ROW.strip().split(","), strict=True)
    )
    return _book(
        sheet=f'<worksheet {_NS}>{before}<sheetData><row r="1">{head}</row><row r="2">{ours}</row>{rows}</sheetData>{after}</worksheet>'
    )


def _cell(text: str, place: str = "") -> str:
    where = f' r="{place}"' if place else ""
    return f'<c{where} t="inlineStr"><is><t>{text}</t></is></c>'


def _many_of_one(size: int, times: int) -> bytes:
    """One text of that size, and that many cells that refer to it."""
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, times + 1))
    strings = f'<sst {_NS} count="1" uniqueCount="1"><si><t>{letters_of(size)}</t></si></sst>'
    return _book(sheet=f"<worksheet {_NS}><sheetData>{cells}</sheetData></worksheet>", strings=strings)


def _sheets(*states: str) -> bytes:
    made = "".join(
        f'<sheet name="S{n}" sheetId="{n + 1}" state="{state}" r:id="rId1"/>'
        for n, state in enumerate(states)
    )
    return _book(book=f'<workbook {_NS} xmlns:r="{_R}"><sheets>{made}</sheets></workbook>')


XLSX: Rows = {
    "nothing": (b"", "file-wrong-kind"),
    "text by that name": (HEAD + ROW, "file-wrong-kind"),
    "a page by that name, as web sites export": (
        "<html><table><tr><td>Organisation</td></tr></table></html>",
        "file-wrong-kind",
    ),
    "a letter by that name": (LETTER.data, "file-wrong-kind"),
    "an OpenDocument sheet by that name": (
        lambda: odt(
            "",
        ),
        "file-wrong-kind",
    ),
    "a workbook of before 2007 by that name": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_000,
        "file-damaged",
    ),
    "a sheet that unpacks to sixty megabytes": (lambda: _rows(" " * (60 << 20)), "file-too-large"),
    "one cell in the last corner": (
        lambda: _rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "file-too-large",
    ),
    "a cell beyond the last corner": (
        lambda: _rows('<row r="99999999"><c r="ZZZ99999999"><v>1</v></c></row>'),
        "file-damaged",
    ),
    "a row of 5,000 digits": (lambda: _rows(f'<row r="{"9" * 5_000}"><c><v>1</v></c></row>'), "file-damaged"),
    "a row before the first": (lambda: _rows('<row r="0"><c r="A0"><v>1</v></c></row>'), "file-damaged"),
    "a negative row": (lambda: _rows('<row r="-1"><c r="A-1"><v>1</v></c></row>'), "file-damaged"),
    "a text that is not there": (
        lambda: _rows('<row r="3"><c r="A3" t="s"><v>999999</v></c></row>'),
        "file-damaged",
    ),
    "a text of a negative number": (
        lambda: _rows('<row r="3"><c r="A3" t="s"><v>-1</v></c></row>'),
        "file-damaged",
    ),
    "a text of 300 kB in 3,000 cells": (lambda: _many_of_one(300_000, 3_000), "file-too-large"),
    "a text of 300 kB in 30,000 cells": (lambda: _many_of_one(300_000, 30_000), "file-too-large"),
    "a million cells of one letter": (
        lambda: _rows(
            "".join(f'<row r="{n}"><c r="A{n}" t="str"><v>{n % 10}</v></c></row>' for n in range(3, 900_000))
        ),
        "form-too-long",
    ),
    "no texts": (lambda: _book(strings=None), OPENS, NAME),
    "texts without end": (lambda: _book(strings=f"<sst {_NS}><si><t>Organisation</t></si>"), "file-damaged"),
    "texts with a document type": (
        lambda: _book(
            strings=f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]><sst {_NS}><si><t>&b;</t></si></sst>'
        ),
        "file-hostile",
    ),
    "no book": (lambda: _book(book=None), "form-empty"),
    "no sheet where the book says": (lambda: _book(sheet=None), "file-damaged"),
    "no relations": (lambda: _book(rels=None), "file-damaged"),
    "a sheet out of the package": (
        lambda: _with("xl/_rels/workbook.xml.rels", "/xl/worksheets/sheet1.xml", "/../../etc/passwd"),
        "file-damaged",
    ),
    "no styles": (lambda: _book(styles=None), OPENS, NAME),
    "styles that are broken": (lambda: _book(styles="<styleSheet><cellXfs><xf numFmtId='x'"), "file-damaged"),
    "hidden sheets alone": (lambda: _sheets("hidden", "veryHidden"), "form-empty"),
    "sheets of one name": (
        lambda: _with(
            BOOK, "<sheets>", f'<sheets><sheet xmlns:r="{_R}" name="Sheet" sheetId="7" r:id="rId1"/>'
        ),
        OPENS,
    ),
    "2,000 sheets": (lambda: _sheets(*["visible"] * 2_000), "file-too-large"),
    "no sheets": (_sheets, "form-empty"),
    "a sheet without a name": (lambda: _with(BOOK, 'name="Sheet"', 'name=""'), OPENS, NAME),
    "a sheet whose name is a path": (
        lambda: _with(BOOK, 'name="Sheet"', 'name="../../etc/passwd&#10;x"'),
        OPENS,
        NAME,
    ),
    "a formula for a name": (
        lambda: _rows('<row r="3"><c r="A3"><f>HYPERLINK("http://127.0.0.1:9/x")</f></c></row>'),
        OPENS,
        NAME,
    ),
    "a formula that calls": (
        lambda: _rows('<row r="3"><c r="A3"><f>WEBSERVICE("http://127.0.0.1:9/x")</f><v>x</v></c></row>'),
        OPENS,
        NAME,
    ),
    "errors for names": (
        lambda: _rows('<row r="3"><c r="A3" t="e"><v>#REF!</v></c><c r="C3" t="e"><v>#N/A</v></c></row>'),
        OPENS,
        NAME,
    ),
    "numbers that are none": (
        lambda: _rows(
            '<row r="3"><c r="A3"><v>1E999</v></c></row><row r="4"><c r="A4"><v>NaN</v></c></row><row r="5"><c r="A5"><v>-1E308</v></c></row>'
        ),
        OPENS,
        NAME,
    ),
    "a number that is a word": (lambda: _rows('<row r="3"><c r="A3"><v>seven</v></c></row>'), OPENS, NAME),
    "a truth that is none": (
        lambda: _rows('<row r="3"><c r="A3" t="b"><v>maybe</v></c></row>'),
        "file-damaged",
    ),
    "a kind of cell that is none": (
        lambda: _rows('<row r="3"><c r="A3" t="zzz"><v>1</v></c></row>'),
        "file-damaged",
    ),
    "days before the first and after the last": (
        lambda: _rows(
            "".join(
                f'<row r="{n}"><c r="A{n}" t="d"><v>{day}</v></c></row>'
                for n, day in enumerate(("0000-00-00", "99999-12-31T25:61:61Z", "x"), 3)
            )
        ),
        OPENS,
        NAME,
    ),
    "days as figures": (lambda: _with(SHEET, "<sheetData>", "<sheetData>"), OPENS, NAME),
    "signs written as _x0007_": (
        lambda: _rows(
            f'<row r="3">{_cell("Lamp_x0007__x000D__xD800_Union", "A3")}{_cell("Yes", "C3")}</row>'
        ),
        OPENS,
        NAME,
    ),
    "a name of 100,000 letters": (
        lambda: _rows(f'<row r="3">{_cell("a" * 100_000, "A3")}{_cell("Yes", "C3")}</row>'),
        OPENS,
        NAME,
    ),
    "cells in no order": (
        lambda: _rows(
            f'<row r="9">{_cell("Yes", "C9")}{_cell("Quay Forum", "A9")}</row><row r="4">{_cell("Lamp Ring", "A4")}{_cell("Yes", "C4")}</row>'
        ),
        OPENS,
        NAME,
    ),
    "a cell twice": (
        lambda: _rows(
            f'<row r="3">{_cell("Quay Forum", "A3")}{_cell("Lamp Ring", "A3")}{_cell("Yes", "C3")}</row>'
        ),
        OPENS,
        NAME,
    ),
    "rows within rows": (
        lambda: _rows('<row r="3"><row r="4"><c r="A4"><v>1</v></c></row></row>'),
        OPENS,
        NAME,
    ),
    "elements 5,000 deep": (lambda: _rows("<row>" * 5_000 + "</row>" * 5_000), OPENS, NAME),
    "merged over everything": (
        lambda: _rows("", after='<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        OPENS,
        NAME,
    ),
    "a dimension that lies": (lambda: _rows("", before='<dimension ref="A1:XFD1048576"/>'), OPENS, NAME),
    "a dimension that is none": (lambda: _rows("", before='<dimension ref="ZZZZ9:A0"/>'), "file-damaged"),
    "hyperlinks and validations": (
        lambda: _rows(
            "",
            after='<dataValidations count="1"><dataValidation sqref="A1:XFD1048576" type="list"><formula1>"a"</formula1></dataValidation></dataValidations>',
        ),
        OPENS,
        NAME,
    ),
    "macros": (lambda: _book(**{"xl/vbaProject.bin": b"x"}), "file-has-macros"),
    "a binary workbook": (
        lambda: _with(
            "[Content_Types].xml", "spreadsheetml.sheet.main+xml", "sheet.binary.macroEnabled.main"
        ),
        "file-has-macros",
    ),
    "links to other workbooks": (
        lambda: _book(
            **{
                "xl/externalLinks/externalLink1.xml": f'<externalLink {_NS}><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
                "xl/connections.xml": "<connections/>",
            }
        ),
        OPENS,
        NAME,
    ),
    "strict Open XML": (
        lambda: _with(
            SHEET,
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        "file-strict",
    ),
    "Excel 2003 XML": (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "file-wrong-kind",
    ),
    "a sheet in UTF-16": (lambda: _book(sheet=_parts()[SHEET].decode().encode("utf-16")), "file-hostile"),
    "a sheet that is not UTF-8": (
        lambda: _rows(f'<row r="3">{_cell("Lamp", "A3")}</row>').replace(b"x", b"x"),
        OPENS,
        NAME,
    ),
    "cut in the middle": (lambda: _book()[: len(_book()) // 2], "file-damaged"),
    "a table with sums that lie": (
        lambda: _rows("", after='<tableParts count="1"><tablePart r:id="rId1" xmlns:r="x"/></tableParts>'),
        OPENS,
        NAME,
    ),
}


def forms() -> list[Hostile]:
    """All of them, as forms to be imported."""
    return [*several(Use.FORM, ".csv", CSV), *several(Use.FORM, ".xlsx", XLSX)]
