"""Edits of workbooks that hold much else, and how to tell that all else is as it was."""

import datetime as dt
import functools
import io
import re
import warnings
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace

import openpyxl
from files.list_workbooks import EMPTIED
from files.list_workbooks_by_hand import BY_HAND
from files.list_workbooks_by_openpyxl import BY_OPENPYXL, by_openpyxl
from files.list_workbooks_by_xlsxwriter import BY_XLSXWRITER, by_xlsxwriter
from lxml import etree

from desktop_app.domain.list_edit import ListEdit, LogEntry
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.list_editor import edited
from desktop_app.files.signatories_xlsx import SignatorySheet, signatories_in
from desktop_app.files.spreadsheet import table_in

FILE = "signatories-private.xlsx"
BOOKS: Mapping[str, Callable[[], bytes]] = {
    **{name: functools.partial(by_openpyxl, dress) for name, dress in BY_OPENPYXL.items()},
    **{name: functools.partial(by_xlsxwriter, write) for name, write in BY_XLSXWRITER.items()},
    **BY_HAND,
}
REFUSED = {
    "a table with totals": "list-totals-row",
    "a protected sheet": "list-protected",
    "a locked structure": "list-structure-locked",
}
KEPT = {name: make for name, make in BOOKS.items() if name not in REFUSED}
NEW = Signatory(0, "Ñandú Alliance", Disclosure.NAMED, country="Peru", email="nandu@example.org")
LOG = LogEntry(dt.date(2024, 2, 3), 3, "Listed", "named", "anonymous", "by telephone")
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TOUCHED = re.compile(
    r"\[Content_Types\]\.xml|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels|xl/sharedStrings\.xml|xl/calcChain\.xml"
    r"|xl/tables/[^/]+|xl/worksheets/_rels/[^/]+|xl/(comments/|threadedComments/)?[a-zA-Z]*omment[^/]*\.xml"
    r"|xl/drawings/vml[^/]+|xl/worksheets/sheet\d+\.xml"
)
CELLS = re.compile(r"\b([A-Z]+)(\d+)(:([A-Z]+)(\d+))?\b")


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


class Edited:
    """One workbook before and after: one row changed, one emptied, one added, one line in the log."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.before: SignatorySheet = signatories_in(data, FILE)
        by_name = {signatory.name: signatory for signatory in self.before.signatories}
        second = self.before.signatories[1]
        self.gone = by_name[EMPTIED[0]]
        self.changed = replace(
            second, name="Älvdal & Daughters", disclosure=Disclosure.ANONYMOUS, email="new@example.org"
        )
        self.edit = ListEdit((self.changed,), (NEW,), (self.gone.row,), (LOG,))
        self.result = edited(data, self.edit, FILE)
        self.old, self.new = parts_of(data), parts_of(self.result)

    @property
    def last(self) -> int:
        return max(signatory.row for signatory in self.before.signatories)

    def sheet(self, parts: Mapping[str, bytes]) -> etree._Element:
        """The sheet with the list; the tests' workbooks have it where its relation says."""
        workbook = etree.fromstring(parts["xl/workbook.xml"])
        relations = etree.fromstring(parts["xl/_rels/workbook.xml.rels"])
        r = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
        (key,) = [s.get(r) for s in workbook.iter(f"{MAIN}sheet") if s.get("name") == self.before.sheet]
        (target,) = [entry.get("Target", "") for entry in relations if entry.get("Id") == key]
        return etree.fromstring(parts[f"xl/{target.removeprefix('/xl/')}"])


def check_reading(case: Edited) -> None:
    after = signatories_in(case.result, FILE)
    expected = {signatory.row: signatory for signatory in case.before.signatories}
    del expected[case.gone.row]
    expected[case.changed.row] = case.changed
    assert after.signatories[-1] == replace(NEW, row=after.signatories[-1].row)
    assert after.signatories[-1].row > case.last
    assert list(after.signatories[:-1]) == [expected[row] for row in sorted(expected)]
    log = table_in(case.result, FILE, sheet=after_log_name(case))
    assert [cell.text for cell in log.rows[-1].cells] == [
        *("2024-02-03", "3", "Listed", "named", "anonymous", "by telephone")
    ]


def after_log_name(case: Edited) -> str:
    names = [s.get("name", "") for s in etree.fromstring(case.new["xl/workbook.xml"]).iter(f"{MAIN}sheet")]
    return names[-1]


def check_parts(case: Edited) -> None:
    gone = set(case.old) - set(case.new)
    assert gone <= {"xl/calcChain.xml"}
    assert len(set(case.new) - set(case.old)) == 1, "the sheet with the log"
    assert [name for name in case.new if name in case.old] == [name for name in case.old if name not in gone]
    different = [name for name in case.old if name in case.new and case.old[name] != case.new[name]]
    assert [name for name in different if not TOUCHED.fullmatch(name)] == []
    assert sum("worksheets/sheet" in name for name in different) == 1, "no sheet but the list's"


def check_traces(case: Edited) -> None:
    """What was in the emptied row is nowhere, however it was cut up."""
    for name, content in case.new.items():
        text = re.sub(rb"<[^>]+>", b"", content) + content
        assert [word for word in EMPTIED if word.encode() in text] == [], name


def check_rows(case: Edited) -> None:
    old, new = rows_of(case.sheet(case.old)), rows_of(case.sheet(case.new))
    added = signatories_in(case.result, FILE).signatories[-1].row
    edited_rows = {case.changed.row, case.gone.row, added}
    if len(case.before.headers.columns) != len(signatories_in(case.result, FILE).headers.columns):
        edited_rows.add(case.before.headers.row)
    for number in set(old) - edited_rows:
        if b'"shared"' not in old[number]:
            assert new[number] == old[number], number
    assert set(new) - set(old) <= {added}


def rows_of(sheet: etree._Element) -> dict[int, bytes]:
    """Each row as canonical XML, numbered where it does not say its number."""
    found: dict[int, bytes] = {}
    for row in sheet.iter(f"{MAIN}row"):
        number = int(row.get("r", max(found, default=0) + 1))
        row.set("r", str(number))
        for column, cell in enumerate(row.iter(f"{MAIN}c"), 1):
            if cell.get("r") is None:
                cell.set("r", f"{chr(64 + column)}{number}")
        etree.strip_elements(row, etree.Comment, with_tail=False)
        row.tail = None
        found[number] = etree.tostring(row, method="c14n", exclusive=True)
    return found


def check_around_the_rows(case: Edited) -> None:
    """All but the rows is as it was; what ended with the list may end one row further down."""
    old, new = around(case, case.old), around(case, case.new)
    assert len(old) == len(new)
    for one, other in zip(old, new, strict=True):
        assert one == other or grown(one, case.last) == other


def around(case: Edited, parts: Mapping[str, bytes]) -> list[str]:
    sheet = case.sheet(parts)
    gone = {f"{letter}{row}" for row in (case.gone.row, case.changed.row) for letter in "ABCDEFGH"}
    for link in list(sheet.iter(f"{MAIN}hyperlink")):
        if link.get("ref") in gone:
            link.getparent().remove(link)  # type: ignore[union-attr]
    return [
        etree.tostring(child, method="c14n", exclusive=True, with_comments=False).decode().strip()
        for child in sheet
        if isinstance(child.tag, str) and child.tag not in (f"{MAIN}sheetData", f"{MAIN}dimension")
    ]


GROWING = re.compile(r"<(?:autoFilter|conditionalFormatting|dataValidation)\b[^>]*>|sqref\b[^>]*>[^<]*<")


def grown(xml: str, last: int) -> str:
    """With each area that ended with the list, and a filter over the headings alone, ending with the new."""
    return GROWING.sub(lambda found: re.sub(rf"(?<=:[A-Z])(?:1|{last})\b", str(last + 1), found[0]), xml)


def check_openpyxl(case: Edited) -> None:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="openpyxl")  # it says what it does not know
        book = openpyxl.load_workbook(io.BytesIO(case.result))
    sheet = book[case.before.sheet]
    place = case.before.headers.columns[next(iter(case.before.headers.columns))]
    assert sheet.cell(case.changed.row, place).value == case.changed.name


CHECKS = (check_reading, check_parts, check_traces, check_rows, check_around_the_rows, check_openpyxl)
