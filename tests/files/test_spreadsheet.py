"""A sheet is read as its reader sees it, and a hostile one stops nothing."""

import datetime as dt
import os
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from files.workbooks import lock, workbook, workbook_of_xml

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.spreadsheet import CellKind, CellText, read_table

NAME = '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'


def texts(path: Path, *, password: str = "", sheet: str | None = None) -> list[list[str]]:
    table = read_table(path, password=password, sheet=sheet)
    return [[cell.text for cell in row.cells] for row in table.rows]


def problem(path: Path, *, password: str = "", sheet: str | None = None) -> ProblemError:
    with pytest.raises(ProblemError) as caught:
        read_table(path, password=password, sheet=sheet)
    assert caught.value.place.file == path.name
    return caught.value


@pytest.mark.parametrize(
    ("value", "text", "kind"),
    [
        ("Lantern Network", "Lantern Network", CellKind.TEXT),
        ("  kept as typed ", "  kept as typed ", CellKind.TEXT),
        ("008", "008", CellKind.TEXT),
        (88, "88", CellKind.VALUE),
        (88.0, "88", CellKind.VALUE),
        (12.5, "12.5", CellKind.VALUE),
        (0.1 + 0.2, "0.3", CellKind.VALUE),
        (True, "TRUE", CellKind.VALUE),
        (dt.date(2024, 2, 1), "2024-02-01", CellKind.VALUE),
        (dt.datetime(2024, 2, 1, 18, 4), "2024-02-01 18:04", CellKind.VALUE),  # noqa: DTZ001
        (dt.datetime(2024, 2, 1, 18, 4, 9), "2024-02-01 18:04:09", CellKind.VALUE),  # noqa: DTZ001
        (dt.time(9, 30), "09:30", CellKind.VALUE),
        (dt.timedelta(hours=30), "30:00:00", CellKind.VALUE),
        ("=1+1", "", CellKind.FORMULA),
    ],
)
def test_a_cell_reads_as_it_is_seen(tmp_path: Path, value: object, text: str, kind: CellKind) -> None:
    table = read_table(workbook(tmp_path / "list.xlsx", [["Name"], [value]]))
    assert table.rows[1].cells == (CellText(text, kind),)


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book["Sheet"]["A1"].value = "=HYPERLINK()"
    book["Sheet"]["A1"].data_type = "s"
    book.save(tmp_path / "list.xlsx")
    assert read_table(tmp_path / "list.xlsx").rows[0].cells == (CellText("=HYPERLINK()"),)


def test_the_result_of_a_formula_and_an_error_are_told_apart(tmp_path: Path) -> None:
    row = (
        '<row r="1"><c r="A1" t="str"><f>B1</f><v>Lantern</v></c><c r="B1" t="e"><v>#N/A</v></c>'
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="str"><v>plain</v></c></row>'
    )
    table = read_table(workbook_of_xml(tmp_path / "list.xlsx", row))
    assert table.rows[0].cells == (
        CellText("Lantern", CellKind.FORMULA),
        CellText("#N/A", CellKind.ERROR),
        CellText("#DIV/0!", CellKind.FORMULA),
        CellText("plain"),
    )


def test_a_formula_without_a_result_is_not_a_blank_row(tmp_path: Path) -> None:
    table = read_table(workbook(tmp_path / "list.xlsx", [["Name"], [], ["  "], ["=A1"]]))
    assert [row.number for row in table.rows] == [1, 4]


def test_rows_and_columns_keep_their_place(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book["Sheet"]["C5"] = "Name"
    book["Sheet"]["C9"] = "Lantern Network"
    book.save(tmp_path / "list.xlsx")
    table = read_table(tmp_path / "list.xlsx")
    assert [(row.number, len(row.cells), row.cells[2].text) for row in table.rows] == [
        (5, 3, "Name"),
        (9, 3, "Lantern Network"),
    ]


def test_the_first_visible_sheet_is_read_unless_one_is_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book["Sheet"]["A1"] = "hidden"
    book["Sheet"].sheet_state = "hidden"
    book.create_sheet("Liste & noms")["A1"] = "shown"
    book.create_sheet("Third")["A1"] = "=1"
    book.save(tmp_path / "list.xlsx")
    assert texts(tmp_path / "list.xlsx") == [["shown"]]
    assert texts(tmp_path / "list.xlsx", sheet="Sheet") == [["hidden"]]
    assert read_table(tmp_path / "list.xlsx", sheet="Third").rows[0].cells[0].kind is CellKind.FORMULA
    missing = problem(tmp_path / "list.xlsx", sheet="Fourth")
    assert (missing.code, missing.place.part) == ("sheet-missing", "Fourth")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_in_every_usual_form(tmp_path: Path, encoding: str, separator: str) -> None:
    lines = [
        ["Sign-ons, as of March"],
        [],
        ["Name", "Country", "Listed"],
        ['"Réseau\nLanterne, asbl"', "Curaçao", "oui"],
        ['"Peace; ""now"""', "Ísland", ""],
    ]
    text = "\r\n".join(separator.join(line) for line in lines).replace("Sign-ons, as", '"Sign-ons, as')
    path = tmp_path / "list.csv"
    path.write_bytes(text.replace("March", 'March"').encode(encoding))
    table = read_table(path)
    assert [(row.number, [cell.text for cell in row.cells]) for row in table.rows] == [
        (1, ["Sign-ons, as of March"]),
        (3, ["Name", "Country", "Listed"]),
        (4, ["Réseau\nLanterne, asbl", "Curaçao", "oui"]),
        (5, ['Peace; "now"', "Ísland", ""]),
    ]


@pytest.mark.parametrize("line", ['"never closed,yes', '"Quoted" Network,yes', '"' + "x" * 200_000])
def test_a_csv_that_would_swallow_rows_is_refused_with_its_row(tmp_path: Path, line: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"Name,Listed\nLantern,yes\n{line}\nHarbour,yes\n", "utf-8")
    refused = problem(path)
    assert (refused.code, refused.place.row) == ("csv-row-broken", 3)


def test_a_cell_that_is_too_long_is_named_with_its_row_and_column(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"Name,Listed\nLantern,yes\nHarbour,{'x' * 200_000}\nQuay,yes\n", "utf-8")
    refused = problem(path)
    assert (refused.code, refused.place.row, refused.values["column"]) == ("cell-too-long", 3, 2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_with_a_sign_that_none_has_is_refused_with_its_row(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Name,Country\r\nRéseau,France\r\nQuay\0Forum,Laos\r\n".encode(encoding))
    refused = problem(path)
    assert (refused.code, refused.place.row) == ("csv-row-nul", 3)


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_a_text_in_another_encoding_than_it_names_is_refused(tmp_path: Path, mark: bytes) -> None:
    path = tmp_path / "list.csv"
    for name in ("Réseau Kite", "Réseau Kit"):
        path.write_bytes(mark + f"Name,Country\n{name},France\n".encode())
        assert problem(path).code == "file-encoding-wrong"
    path.write_bytes("\ufeff上海,东京\n".encode("utf-16-le"))
    assert texts(path) == [["上海", "东京"]]


@pytest.mark.parametrize(
    ("content", "code"), [(b"Name\0\0\0", "file-wrong-kind"), (b"Name\n\x81\x8d\n", "file-encoding-unknown")]
)
def test_bytes_that_are_no_text_are_no_csv(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "list.csv").write_bytes(content)
    assert problem(tmp_path / "list.csv").code == code


def test_an_empty_file_is_an_empty_table(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(b"")
    assert read_table(tmp_path / "list.csv").rows == ()
    assert read_table(workbook(tmp_path / "list.xlsx", [])).rows == ()


def test_a_locked_workbook_opens_with_its_password_alone(tmp_path: Path) -> None:
    path = lock(workbook(tmp_path / "list.xlsx", [["Name"], ["Lantern Network"]]), "öffne dich")
    assert texts(path, password="öffne dich") == [["Name"], ["Lantern Network"]]
    assert problem(path).code == "file-encrypted"
    assert problem(path, password="Öffne dich").code == "password-wrong"


@pytest.mark.parametrize("keep", [700, 3000])
def test_a_truncated_locked_workbook_is_damaged(tmp_path: Path, keep: int) -> None:
    path = lock(workbook(tmp_path / "list.xlsx", [["Name"]]), "secret")
    path.write_bytes(path.read_bytes()[:keep])
    assert problem(path, password="secret").code == "file-damaged"


def test_what_is_missing_locked_or_no_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert problem(tmp_path / "none.xlsx").code == "file-missing"
    (tmp_path / "list.xlsx").write_bytes(b"just words")
    assert problem(tmp_path / "list.xlsx").code == "file-wrong-kind"

    def deny(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", deny)
    assert problem(tmp_path / "list.xlsx").code == "file-locked"


def test_a_workbook_with_macros_is_refused(tmp_path: Path) -> None:
    path = workbook_of_xml(tmp_path / "list.xlsx", NAME, {"xl/vbaProject.bin": "macro"})
    assert problem(path).code == "file-has-macros"


def test_a_workbook_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    path = workbook_of_xml(tmp_path / "list.xlsx", NAME + " " * 60_000_000)
    assert problem(path).code == "file-too-large"


@pytest.mark.parametrize(
    "rows",
    [
        NAME + '<row r="2"><c r="A2"><v>cut off',
        NAME + '<row r="2"><c r="B99999999999"><v>1</v></c></row>',
        NAME + '<row r="2"><c r="ZZZZZZZ2"><v>1</v></c></row>',
        NAME + '<row r="two"><c><v>1</v></c></row>',
        NAME + '<row r="2"><c r="A2" t="s"><v>99</v></c></row>',
    ],
)
def test_a_broken_sheet_is_damaged_and_no_crash(tmp_path: Path, rows: str) -> None:
    assert problem(workbook_of_xml(tmp_path / "list.xlsx", rows)).code == "file-damaged"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_a_workbook_that_leads_nowhere_is_damaged(tmp_path: Path, part: str) -> None:
    path = workbook_of_xml(tmp_path / "list.xlsx", NAME, {part: "<nothing/>"})
    assert problem(path).code in {"file-damaged", "sheet-missing"}


@pytest.mark.parametrize("cell", ["c", "x:c"])
def test_one_cell_in_the_last_corner_does_not_eat_the_memory(tmp_path: Path, cell: str) -> None:
    corner = f'<row r="1048576"><{cell} xmlns:x="urn:x" r="XFD1048576"><v>1</v></{cell}></row>'
    refused = problem(workbook_of_xml(tmp_path / "list.xlsx", NAME + corner))
    assert (refused.code, refused.place.row) == ("file-too-large", 1_048_576)


def test_a_sheet_down_to_the_last_row_is_read_whole(tmp_path: Path) -> None:
    rows = NAME + '<row r="1048576"><c t="inlineStr"><is><t>Lantern</t></is></c></row>'
    table = read_table(workbook_of_xml(tmp_path / "list.xlsx", rows))
    assert table.rows[1].number == 1_048_576
    assert table.rows[1].cells[0].text == "Lantern"


def test_a_sheet_that_only_declares_a_million_rows_is_small(tmp_path: Path) -> None:
    declared = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    path = workbook_of_xml(tmp_path / "list.xlsx", NAME + declared)
    assert texts(path) == [["Name"]]


ODD = '<row r="2"><{0} xmlns:x="urn:x" r="A2"{1}>{2}<v>{3}</v></{0}></row>'


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (ODD.format("c", "", "<f>3+4</f>", 7), CellKind.FORMULA),
        (ODD.format("c", "", "<x:f>3+4</x:f>", 7), CellKind.FORMULA),
        (ODD.format("x:c", "", "<f>3+4</f>", 7), CellKind.FORMULA),
        ("<!-- -->" + ODD.format("c", "", "<f >3+4</f>", 7), CellKind.FORMULA),
        (ODD.format("c", ' t="e"', "", "#N/A"), CellKind.ERROR),
        (ODD.format("c", " t='e'", "", "#N/A"), CellKind.ERROR),
        (ODD.format("c", "", "", 7), CellKind.VALUE),
    ],
)
def test_no_spelling_hides_a_formula_or_an_error(tmp_path: Path, rows: str, kind: CellKind) -> None:
    table = read_table(workbook_of_xml(tmp_path / "list.xlsx", NAME + rows))
    assert {row.number: row.cells[0].kind for row in table.rows}[2] is kind


def test_cells_without_a_reference_stand_one_after_the_other(tmp_path: Path) -> None:
    rows = (
        "<row><c><f>1</f><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><f>4</f><v>4</v></c></row>"
    )
    table = read_table(workbook_of_xml(tmp_path / "list.xlsx", rows))
    assert [[cell.kind for cell in row.cells] for row in table.rows] == [
        [CellKind.FORMULA, CellKind.VALUE],
        [CellKind.VALUE, CellKind.FORMULA],
    ]


def test_a_place_names_the_file_only(tmp_path: Path) -> None:
    assert problem(tmp_path / "none.xlsx").place == Place(file="none.xlsx")


def test_the_sums_below_a_table_are_no_row_of_it(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        columns = [
            {"header": "Name", "total_string": "Total"},
            {"header": "Listed", "total_function": "count"},
        ]
        rows = [["Lantern", "named"], ["Harbour", "named"]]
        book.add_worksheet().add_table("A1:B4", {"data": rows, "columns": columns, "total_row": True})
    assert texts(path) == [["Name", "Listed"], ["Lantern", "named"], ["Harbour", "named"]]
