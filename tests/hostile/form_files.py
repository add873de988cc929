"""Exports of forms, as CSV and as workbooks, that lie, overflow, or run something in Excel."""

from files.test_letter_office import odt
from hostile.csv_files import CSV, HEAD, NAME, ROW
from hostile.kinds import OPENS, Hostile, Rows, Use, several
from hostile.sheets import (
    BOOK,
    NS,
    SHEET,
    R,
    book,
    cell,
    many_of_one,
    with_change,
    with_rows,
    with_sheets,
    workbook_parts,
)
from hostile.zips import LETTER

XLSX: Rows = {
    "nothing": (b"", "file-empty"),
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
    "a sheet that unpacks to sixty megabytes": (lambda: with_rows(" " * (60 << 20)), "file-too-large"),
    "one cell in the last corner": (
        lambda: with_rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "file-too-large",
    ),
    "a cell beyond the last corner": (
        lambda: with_rows('<row r="99999999"><c r="ZZZ99999999"><v>1</v></c></row>'),
        "file-damaged",
    ),
    "a row of 5,000 digits": (
        lambda: with_rows(f'<row r="{"9" * 5_000}"><c><v>1</v></c></row>'),
        "file-damaged",
    ),
    "a row before the first": (lambda: with_rows('<row r="0"><c r="A0"><v>1</v></c></row>'), "file-damaged"),
    "a negative row": (lambda: with_rows('<row r="-1"><c r="A-1"><v>1</v></c></row>'), "file-damaged"),
    "a text that is not there": (
        lambda: with_rows('<row r="3"><c r="A3" t="s"><v>999999</v></c></row>'),
        "file-damaged",
    ),
    "a text of a negative number": (
        lambda: with_rows('<row r="3"><c r="A3" t="s"><v>-1</v></c></row>'),
        "file-damaged",
    ),
    "a text of 300 kB in 3,000 cells": (lambda: many_of_one(300_000, 3_000), "file-too-large"),
    "a text of 300 kB in 30,000 cells": (lambda: many_of_one(300_000, 30_000), "file-too-large"),
    "a million cells of one letter": (
        lambda: with_rows(
            "".join(f'<row r="{n}"><c r="A{n}" t="str"><v>{n % 10}</v></c></row>' for n in range(3, 900_000))
        ),
        "form-too-long",
    ),
    "no texts": (lambda: book(strings=None), OPENS, NAME),
    "texts without end": (lambda: book(strings=f"<sst {NS}><si><t>Organisation</t></si>"), "file-damaged"),
    "texts with a document type": (
        lambda: book(
            strings=f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]><sst {NS}><si><t>&b;</t></si></sst>'
        ),
        "file-hostile",
    ),
    "no book": (lambda: book(book=None), "sheet-missing"),
    "no sheet where the book says": (lambda: book(sheet=None), "file-damaged"),
    "no relations": (lambda: book(rels=None), "file-damaged"),
    "a sheet out of the package": (
        lambda: with_change("xl/_rels/workbook.xml.rels", "/xl/worksheets/sheet1.xml", "/../../etc/passwd"),
        "file-damaged",
    ),
    "no styles": (lambda: book(styles=None), OPENS, NAME),
    "styles that are broken": (lambda: book(styles="<styleSheet><cellXfs><xf numFmtId='x'"), "file-damaged"),
    "hidden sheets alone": (lambda: with_sheets("hidden", "veryHidden"), "sheet-missing"),
    "sheets of one name": (
        lambda: with_change(
            BOOK, "<sheets>", f'<sheets><sheet xmlns:r="{R}" name="Sheet" sheetId="7" r:id="rId1"/>'
        ),
        OPENS,
    ),
    "2,000 sheets": (lambda: with_sheets(*["visible"] * 2_000), "file-too-large"),
    "no sheets": (with_sheets, "sheet-missing"),
    "a sheet without a name": (lambda: with_change(BOOK, 'name="Sheet"', 'name=""'), OPENS, NAME),
    "a sheet whose name is a path": (
        lambda: with_change(BOOK, 'name="Sheet"', 'name="../../etc/passwd&#10;x"'),
        OPENS,
        NAME,
    ),
    "a formula for a name": (
        lambda: with_rows('<row r="3"><c r="A3"><f>HYPERLINK("http://127.0.0.1:9/x")</f></c></row>'),
        OPENS,
        NAME,
    ),
    "a formula that calls": (
        lambda: with_rows('<row r="3"><c r="A3"><f>WEBSERVICE("http://127.0.0.1:9/x")</f><v>x</v></c></row>'),
        OPENS,
        NAME,
    ),
    "errors for names": (
        lambda: with_rows('<row r="3"><c r="A3" t="e"><v>#REF!</v></c><c r="C3" t="e"><v>#N/A</v></c></row>'),
        OPENS,
        NAME,
    ),
    "numbers that are none": (
        lambda: with_rows(
            '<row r="3"><c r="A3"><v>1E999</v></c></row><row r="4"><c r="A4"><v>NaN</v></c></row><row r="5"><c r="A5"><v>-1E308</v></c></row>'
        ),
        OPENS,
        NAME,
    ),
    "a number that is a word": (
        lambda: with_rows('<row r="3"><c r="A3"><v>seven</v></c></row>'),
        OPENS,
        NAME,
    ),
    "a truth that is none": (
        lambda: with_rows('<row r="3"><c r="A3" t="b"><v>maybe</v></c></row>'),
        "file-damaged",
    ),
    "a kind of cell that is none": (
        lambda: with_rows('<row r="3"><c r="A3" t="zzz"><v>1</v></c></row>'),
        "file-damaged",
    ),
    "days before the first and after the last": (
        lambda: with_rows(
            "".join(
                f'<row r="{n}"><c r="A{n}" t="d"><v>{day}</v></c></row>'
                for n, day in enumerate(("0000-00-00", "99999-12-31T25:61:61Z", "x"), 3)
            )
        ),
        OPENS,
        NAME,
    ),
    "days as figures": (lambda: with_change(SHEET, "<sheetData>", "<sheetData>"), OPENS, NAME),
    "signs written as _x0007_": (
        lambda: with_rows(
            f'<row r="3">{cell("Lamp_x0007__x000D__xD800_Union", "A3")}{cell("Yes", "C3")}</row>'
        ),
        OPENS,
        NAME,
    ),
    "a name of 100,000 letters": (
        lambda: with_rows(f'<row r="3">{cell("a" * 100_000, "A3")}{cell("Yes", "C3")}</row>'),
        OPENS,
        NAME,
    ),
    "cells in no order": (
        lambda: with_rows(
            f'<row r="9">{cell("Yes", "C9")}{cell("Quay Forum", "A9")}</row><row r="4">{cell("Lamp Ring", "A4")}{cell("Yes", "C4")}</row>'
        ),
        OPENS,
        NAME,
    ),
    "a cell twice": (
        lambda: with_rows(
            f'<row r="3">{cell("Quay Forum", "A3")}{cell("Lamp Ring", "A3")}{cell("Yes", "C3")}</row>'
        ),
        "cell-twice",
    ),
    "rows within rows": (
        lambda: with_rows('<row r="3"><row r="4"><c r="A4"><v>1</v></c></row></row>'),
        OPENS,
        NAME,
    ),
    "elements 5,000 deep": (lambda: with_rows("<row>" * 5_000 + "</row>" * 5_000), OPENS, NAME),
    "merged over everything": (
        lambda: with_rows("", after='<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        OPENS,
        NAME,
    ),
    "a dimension that lies": (lambda: with_rows("", before='<dimension ref="A1:XFD1048576"/>'), OPENS, NAME),
    "a dimension that is none": (lambda: with_rows("", before='<dimension ref="ZZZZ9:A0"/>'), "file-damaged"),
    "hyperlinks and validations": (
        lambda: with_rows(
            "",
            after='<dataValidations count="1"><dataValidation sqref="A1:XFD1048576" type="list"><formula1>"a"</formula1></dataValidation></dataValidations>',
        ),
        OPENS,
        NAME,
    ),
    "macros": (lambda: book(**{"xl/vbaProject.bin": b"x"}), "file-has-macros"),
    "a binary workbook": (
        lambda: with_change(
            "[Content_Types].xml", "spreadsheetml.sheet.main+xml", "sheet.binary.macroEnabled.main"
        ),
        "file-has-macros",
    ),
    "links to other workbooks": (
        lambda: book(
            **{
                "xl/externalLinks/externalLink1.xml": f'<externalLink {NS}><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
                "xl/connections.xml": "<connections/>",
            }
        ),
        OPENS,
        NAME,
    ),
    "strict Open XML": (
        lambda: with_change(
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
    "a sheet in UTF-16": (
        lambda: book(sheet=workbook_parts()[SHEET].decode().encode("utf-16")),
        "file-hostile",
    ),
    "a sheet that is not UTF-8": (
        lambda: with_rows(f'<row r="3">{cell("Lamp", "A3")}</row>').replace(b"x", b"x"),
        OPENS,
        NAME,
    ),
    "cut in the middle": (lambda: book()[: len(book()) // 2], "file-damaged"),
    "a table with sums that lie": (
        lambda: with_rows(
            "", after='<tableParts count="1"><tablePart r:id="rId1" xmlns:r="x"/></tableParts>'
        ),
        OPENS,
        NAME,
    ),
}


def forms() -> list[Hostile]:
    """All of them, as forms to be imported."""
    return [*several(Use.FORM, ".csv", CSV), *several(Use.FORM, ".xlsx", XLSX)]
