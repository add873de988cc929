"""Sheets that are too long, or lie about how much they hold."""

import pytest
from hostile.list_files import LISTS
from hostile.sheets import NS, book, cell, with_rows

from desktop_app.domain.reporting import ProblemError
from desktop_app.files import csv_text, signatories_xlsx
from desktop_app.files.sheet_scan import uncounted
from desktop_app.files.signatories_xlsx import signatories_in
from desktop_app.files.spreadsheet import table_in

LIST = (
    f'<row r="1">{cell("Name", "A1")}{cell("Listed", "B1")}</row>'
    f'<row r="2">{cell("Lantern House", "A2")}{cell("named", "B2")}</row>'
    f'<row r="3">{cell("Quay Forum", "A3")}{cell("anonymous", "B3")}</row>'
)


def list_of(rows: str) -> bytes:
    return book(sheet=f"<worksheet {NS}><sheetData>{rows}</sheetData></worksheet>")


def test_a_list_of_too_many_rows_is_refused_with_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signatories_xlsx, "MAX_ROWS", 2)
    with pytest.raises(ProblemError) as refused:
        signatories_in(list_of(LIST), "list.xlsx")
    problem = refused.value
    assert (problem.code, problem.place.file, problem.values) == ("list-too-long", "list.xlsx", {"most": 2})


@pytest.mark.parametrize("blank", ['<row r="4"/>', '<row r="4"><c r="A4" s="0"/></row>', '<row r="4"></row>'])
def test_rows_with_nothing_in_them_do_not_make_a_list_too_long(
    monkeypatch: pytest.MonkeyPatch, blank: str
) -> None:
    monkeypatch.setattr(signatories_xlsx, "MAX_ROWS", 3)
    assert len(signatories_in(list_of(LIST + blank), "list.xlsx").signatories) == 2


def test_coloured_cells_hide_no_error_beside_them() -> None:
    rows = '<row r="100001"><c r="AA100001" s="0"/><c r="AB100001" t="e"><v>#N/A</v></c></row>'
    table = table_in(with_rows(rows), "list.xlsx")
    assert table.marks.errors == {(100_001, 28): "#N/A"}


@pytest.mark.parametrize(
    "tag",
    [
        '<sst {} count="1" uniqueCount="4000000000">',
        "<sst uniqueCount = '4000000000' {}>",
        '<x:sst xmlns:x="urn:x" odd=">" uniqueCount="4000000000" {}>',
    ],
)
def test_shared_texts_do_not_say_how_many_they_are(tag: str) -> None:
    xml = tag.format(NS).encode() + b"<si><t> uniqueCount='7' </t></si>"
    assert b"4000000000" not in uncounted(xml)
    assert b"<t> uniqueCount='7' </t>" in uncounted(xml)


def test_a_list_whose_shared_texts_lie_about_their_number_is_read() -> None:
    made = LISTS["shared texts that say they are four thousand million"][0]
    assert callable(made)
    data = made()
    assert isinstance(data, bytes)
    assert table_in(data, "list.xlsx").rows


@pytest.mark.parametrize("file", ["list.xlsx", "list.csv"])
def test_a_name_longer_than_a_cell_is_refused_with_its_place(file: str) -> None:
    def of(length: int) -> bytes:
        if file.endswith("csv"):
            return b"Listed,Name\nnamed,Quay Forum\nnamed," + b"x" * length
        head = f'<row r="1">{cell("Listed", "A1")}{cell("Name", "B1")}</row>'
        return list_of(head + f'<row r="3">{cell("named", "A3")}{cell("x" * length, "B3")}</row>')

    with pytest.raises(ProblemError) as refused:
        signatories_in(of(32_768), file)
    problem = refused.value
    assert (problem.code, problem.place.row) == ("cell-too-long", 3)
    assert problem.values == {"column": 2, "length": 32_768, "most": 32_767}
    assert signatories_in(of(32_767), file).signatories


def test_a_text_of_more_lines_than_a_sheet_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_text, "LAST_ROW", 3)
    assert len(csv_text.read_records(b"Name\n\n\n", "list.csv")) == 3
    with pytest.raises(ProblemError) as refused:
        csv_text.read_records(b"Name\n\n\n\n", "list.csv")
    assert (refused.value.code, refused.value.place.row) == ("file-too-large", 3)
