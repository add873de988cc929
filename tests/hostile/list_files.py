"""Lists of signatories, as the campaign's own workbook, that lie, overflow, or hide what counts."""

import io
from collections.abc import Callable

import openpyxl
from hostile.kinds import OPENS, Hostile, Rows, Use, several
from hostile.sheets import NS, SHEET, R, book, cell, many_of_one, with_change, with_rows, with_sheets
from hostile.zips import LETTER, letters_of
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.files.encryption import encrypt

HEADER = ("Name", "Country", "Listed")
_OURS = ("Lamp Union of Harrow Reach", "Thailand", "named")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _row(number: int, *texts: str, about: str = "") -> str:
    cells = "".join(
        cell(text, f"{column}{number}") for column, text in zip("ABCDEFGHIJ", texts, strict=False)
    )
    return f'<row r="{number}"{about}>{cells}</row>'


def _list(rows: str = "", *, after: str = "", before: str = "") -> bytes:
    """A list with our row, and these below it."""
    top = _row(1, *HEADER) + _row(2, *_OURS)
    return book(sheet=f"<worksheet {NS}>{before}<sheetData>{top}{rows}</sheetData>{after}</worksheet>")


def _of(dress: Callable[[Worksheet], object]) -> bytes:
    """A list as openpyxl writes it."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (HEADER, _OURS, ("Quay Forum", "Laos", "anonymous")):
        sheet.append(row)
    dress(sheet)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _hide_rows(sheet: Worksheet) -> None:
    for number in (2, 3):
        sheet.row_dimensions[number].hidden = True


def _merge(sheet: Worksheet) -> None:
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("B1:C1")


def _formulas(sheet: Worksheet) -> None:
    sheet.append(('=HYPERLINK("http://127.0.0.1:9/x","Lamp")', "=1/0", '=IF(TRUE,"named","")'))


def _days(sheet: Worksheet) -> None:
    import datetime as dt

    sheet["D1"] = "Signed on"
    sheet["D2"] = dt.datetime(2024, 2, 1, 23, 59, 59)  # noqa: DTZ001 - a workbook knows no zones
    sheet["D3"] = -1.5
    sheet["D3"].number_format = "yyyy-mm-dd"


def _columns(sheet: Worksheet) -> None:
    for number in range(4, 16_385):
        sheet.cell(1, number, f"c{number}")


LISTS: Rows = {
    "nothing": (b"", "list-unreadable"),
    "a letter by that name": (LETTER.data, "list-unreadable"),
    "a CSV by that name": ("Name,Country,Listed\nLamp Union,Thailand,named\n", "list-unreadable"),
    "no headings": (lambda: with_rows(_row(3, "a", "b", "c")), OPENS),
    "headings twice": (
        lambda: book(
            sheet=f"<worksheet {NS}><sheetData>{_row(1, 'Name', 'Name', 'Listed')}{_row(2, *_OURS)}</sheetData></worksheet>"
        ),
        "header-doubled",
    ),
    "headings twice in two languages": (
        lambda: book(
            sheet=f"<worksheet {NS}><sheetData>{_row(1, 'Name', 'Nom', 'Listed')}{_row(2, *_OURS)}</sheetData></worksheet>"
        ),
        "header-doubled",
    ),
    "the headings again in the middle": (lambda: _list(_row(3, *HEADER) + _row(4, *_OURS)), OPENS),
    "hidden rows": (lambda: _of(_hide_rows), OPENS),
    "merged names": (lambda: _of(_merge), OPENS),
    "formulas for names": (lambda: _of(_formulas), OPENS),
    "days that are none": (lambda: _of(_days), OPENS),
    "16,384 columns with headings": (lambda: _of(_columns), OPENS),
    "1,048,576 rows declared": (lambda: _list(before='<dimension ref="A1:XFD1048576"/>'), OPENS),
    "a blank cell in the last row": (lambda: _list('<row r="1048576"><c r="A1048576" s="0"/></row>'), OPENS),
    "a blank in the last row": (lambda: _list(_row(1_048_576, " ")), OPENS),
    "a value in the last corner": (
        lambda: _list('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "file-too-large",
    ),
    "a million blank rows": (
        lambda: _list("".join(f'<row r="{n}" ht="15"/>' for n in range(3, 1_000_000))),
        OPENS,
    ),
    "15,000 rows": (
        lambda: _list("".join(_row(n, f"Union {n} of Harrow", "Laos", "named") for n in range(3, 15_003))),
        OPENS,
    ),
    "a text of 300 kB in 3,000 cells": (lambda: many_of_one(300_000, 3_000), "file-too-large"),
    "texts in each other": (
        lambda: book(strings=f"<sst {NS}>" + "<si><r>" * 2_000 + "<t>x</t>" + "</r></si>" * 2_000 + "</sst>"),
        OPENS,
    ),
    "a shared text of 5 MB once": (
        lambda: _list(_row(3, letters_of(5_000_000), "Laos", "named")),
        "file-too-large",
    ),
    "a name of 32,767 letters": (lambda: _list(_row(3, "a" * 32_767, "Laos", "named")), OPENS),
    "200 sheets of one part": (lambda: with_sheets(*["visible"] * 200), OPENS),
    "2,000 sheets of one part": (lambda: with_sheets(*["visible"] * 2_000), OPENS),
    "hidden sheets alone": (lambda: with_sheets("hidden", "veryHidden"), "sheet-missing"),
    "an umbrella that is its own member": (
        lambda: book(
            sheet=f"<worksheet {NS}><sheetData>{_row(1, *HEADER, 'Member of')}{_row(2, *_OURS, _OURS[0])}</sheetData></worksheet>"
        ),
        OPENS,
    ),
    "200,000 rows": (
        lambda: _list("".join(_row(n, f"Union {n} of Harrow", "Laos", "named") for n in range(3, 200_003))),
        "list-too-long",
    ),
    "coloured rows by the hundred thousand": (
        lambda: _list("".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(3, 600_000))),
        OPENS,
    ),
    "shared texts that say they are four thousand million": (
        lambda: book(strings=f"<sst {NS} count='1' uniqueCount='4000000000'><si><t>x</t></si></sst>"),
        OPENS,
    ),
    "a name of one word 6,000 times": (lambda: _list(_row(3, "lamp " * 6_000, "Laos", "anonymous")), OPENS),
    "umbrellas in a circle, a thousand of them": (
        lambda: book(
            sheet=f"<worksheet {NS}><sheetData>{_row(1, *HEADER, 'Member of')}"
            + "".join(
                _row(n, f"Union {n}", "Laos", "named", f"Union {2 + (n - 1) % 1_000}")
                for n in range(2, 1_002)
            )
            + "</sheetData></worksheet>"
        ),
        OPENS,
    ),
    "answers that nobody knows": (lambda: _list(_row(3, "Quay Forum", "Laos", "=yes\x09!\u202e")), OPENS),
    "fields and markup for names": (
        lambda: _list(_row(3, "{{ 6*7 }}{% raw %} &lt;w:t&gt; &amp;amp;", "Laos", "named")),
        OPENS,
    ),
    "signs written as _x0007_": (
        lambda: _list(_row(3, "Lamp_x0007__x001B_[2J_xD800_", "Laos", "named")),
        OPENS,
    ),
    "errors for names": (
        lambda: _list('<row r="3"><c r="A3" t="e"><v>#REF!</v></c><c r="C3" t="e"><v>#N/A</v></c></row>'),
        OPENS,
    ),
    "numbers for names": (
        lambda: _list('<row r="3"><c r="A3"><v>1E999</v></c></row><row r="4"><c r="A4"><v>-7</v></c></row>'),
        OPENS,
    ),
    "macros": (lambda: book(**{"xl/vbaProject.bin": b"x"}), "file-has-macros"),
    "a password that nobody gives": (
        lambda: encrypt(_list(), "a-long-password-of-ours", "x.xlsx"),
        "file-encrypted",
    ),
    "a password, cut in the middle": (
        lambda: encrypt(_list(), "a-long-password-of-ours", "x.xlsx")[:6_000],
        "file-encrypted",
    ),
    "a workbook of before 2007": (_OLE + b"\0" * 4_000, "list-unreadable"),
    "strict Open XML": (
        lambda: with_change(
            SHEET,
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        "file-strict",
    ),
    "a document type in the sheet": (
        lambda: book(sheet=f'<!DOCTYPE a [<!ENTITY b "ha">]><worksheet {NS}><sheetData/></worksheet>'),
        "file-hostile",
    ),
    "a sheet that unpacks to sixty megabytes": (lambda: _list(" " * (60 << 20)), "file-too-large"),
    "cut in the middle": (lambda: _list()[: len(_list()) // 2], "list-unreadable"),
    "its directory cut off": (lambda: _list()[:-200], "list-unreadable"),
    "a wrong byte in the middle": (
        lambda: _list()[:1_000] + b"\0\xff\0\xff" + _list()[1_004:],
        "list-unreadable",
    ),
    "a sheet from elsewhere": (
        lambda: book(
            rels=f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{R}/worksheet" Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>'
        ),
        "list-unreadable",
    ),
}


def lists() -> list[Hostile]:
    """All of them, as the list of a campaign."""
    return several(Use.LIST, ".xlsx", LISTS)
