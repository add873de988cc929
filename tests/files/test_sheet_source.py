"""What calamine breaks off at stops no reading: a number that no calendar has stays a number."""

from pathlib import Path

import pytest
from files.workbooks import workbook_of_xml
from hostile.sheets import NS

from desktop_app.domain.reporting import ProblemError
from desktop_app.files import sheet_source
from desktop_app.files.sheet_source import without_odd_dates
from desktop_app.files.spreadsheet import CellKind, CellText, read_table, tables_in

STYLES = (
    f'<styleSheet {NS}><numFmts count="1"><numFmt numFmtId="200" formatCode="[h]:mm"/></numFmts>'
    '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/></cellXfs></styleSheet>'
)
DAY, HOURS = 1, 2


def book(path: Path, cell: str) -> Path:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>Phone</t></is></c></row>'
    return workbook_of_xml(path, f'{rows}<row r="2">{cell}</row>', {"xl/styles.xml": STYLES})


def read(path: Path, cell: str) -> CellText:
    return read_table(book(path, cell)).rows[1].cells[0]


@pytest.mark.parametrize("look", [DAY, HOURS])
@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("12025550123", "12025550123"),
        ("1000000000", "1000000000"),
        ("-1e308", "-1e+308"),
        ("-1e19", "-1e+19"),
        ("-inf", "-inf"),
        ("1e308", "1e+308"),
        ("-1", "-1"),
    ],
)
def test_a_number_that_no_calendar_has_stays_a_number(
    tmp_path: Path, number: str, text: str, look: int
) -> None:
    cell = f'<c r="A2" s="{look}"><v>{number}</v></c>'
    assert read(tmp_path / "list.xlsx", cell) == (text, CellKind.VALUE)
    (table,) = tables_in((tmp_path / "list.xlsx").read_bytes(), "form.xlsx")
    assert table.rows[1].cells[0].text == text


@pytest.mark.parametrize(
    "cell",
    [
        '<c s="1" r="A2"><v><!-- -->-1e308</v></c>',
        '<c s="1" r="A2"><v><![CDATA[-1e308]]></v></c>',
        '<c s="1" r="A2"><!--<c r="A2"><v>--><v>-1e308</v></c>',
        '<c s="1" r="A2"><?y <c ?><v>-1e308</v></c>',
        "<c s = '1' r = 'A2' ><v xml:space='preserve'>-1e308</v></c>",
        f'<y:c xmlns:y="{NS[7:-1]}" s="1" r="A2"><y:v>-1e308</y:v></y:c>',
        '<c r="A2" s="1"><is/><v>-1e308</v></c>',
        f'<y:c xmlns:y="{NS[7:-1]}" s="1" r="A2"><v>-1e308</v></y:c>',
    ],
)
def test_however_it_is_written(tmp_path: Path, cell: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert read(tmp_path / "list.xlsx", cell).text == "-1e+308"
    assert capfd.readouterr().err == ""


def test_a_formula_keeps_its_mark(tmp_path: Path) -> None:
    cell = '<c r="A2" s="1"><f>-1E+308</f><v>-1e308</v></c>'
    assert read(tmp_path / "list.xlsx", cell) == ("-1e+308", CellKind.FORMULA)


@pytest.mark.parametrize(
    ("number", "look", "text"),
    [
        ("45323", DAY, "2024-02-01"),
        ("45323.75", DAY, "2024-02-01 18:00"),
        ("2958465", DAY, "9999-12-31"),
        ("1.25", HOURS, "30:00:00"),
        ("1.1574074074074073E-5", HOURS, "0:00:01"),
    ],
)
def test_a_date_stays_a_date(tmp_path: Path, number: str, look: int, text: str) -> None:
    cells = f'<c r="A2" s="{look}"><v>{number}</v></c><c r="B2" s="{look}"><v>-1</v></c>'
    assert read(tmp_path / "list.xlsx", cells) == (text, CellKind.VALUE)


def test_a_sheet_without_such_a_number_is_left_as_it_is() -> None:
    xml = b'<sheetData><row><c s="1"><v>45323</v></c><c t="s"><v>0</v></c></row></sheetData>'
    assert without_odd_dates(xml) is xml


def test_what_breaks_the_reader_off_is_a_damaged_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_source, "without_odd_dates", lambda xml: xml)
    path = book(tmp_path / "list.xlsx", f'<c r="A2" s="{DAY}"><v>-1e308</v></c>')
    with pytest.raises(ProblemError) as panic:
        read_table(path)
    assert panic.value.code == "file-damaged"
    path = book(tmp_path / "list.xlsx", f'<c r="A2" s="{HOURS}"><v>12025550123</v></c>')
    with pytest.raises(ProblemError) as overflow:
        list(tables_in(path.read_bytes(), "form.xlsx"))
    assert overflow.value.code == "file-damaged"
