"""Numbers of a workbook: Python makes none of more than 4,300 digits, and nobody needs one."""

from pathlib import Path

import pytest
from files.workbooks import workbook_of_xml
from hostile.sheets import NS

from desktop_app.domain.list_edit import ListEdit
from desktop_app.domain.reporting import ProblemError
from desktop_app.files.list_editor import edited
from desktop_app.files.sheetml import whole
from desktop_app.files.spreadsheet import read_table

ENDLESS = "9" * 5_000
RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
TABLE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/table"


def rows(last: str) -> str:
    texts = (("1", "Name"), ("2", "Quay Forum"), (last, "Lamp Union"))
    return "".join(
        f'<row r="{row}"><c r="A{at}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for at, (row, text) in enumerate(texts, 1)
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [(None, 0), ("", 0), ("-1", 0), ("x", 0), ("0", 0), ("007", 7), ("0" * 5_000 + "7", 7)],
)
def test_a_number_of_an_attribute(text: str | None, number: int) -> None:
    assert whole(text) == number


def test_one_without_an_end_counts_as_large() -> None:
    assert whole(ENDLESS) == whole("1" * 11) == 9_999_999_999


def test_a_table_that_says_so_many_rows_of_totals_has_some(tmp_path: Path) -> None:
    relation = f'<Relationship Id="r" Type="{TABLE}" Target="../tables/table1.xml"/>'
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": f"<Relationships {RELATIONS}>{relation}</Relationships>",
        "xl/tables/table1.xml": f'<table {NS} ref="A1:A3" totalsRowCount="{ENDLESS}"/>',
    }
    table = read_table(workbook_of_xml(tmp_path / "list.xlsx", rows("3"), parts))
    assert [row.number for row in table.rows] == [1, 2]


def test_a_list_is_not_edited_whose_row_is_called_so(tmp_path: Path) -> None:
    path = workbook_of_xml(tmp_path / "list.xlsx", rows(ENDLESS))
    with pytest.raises(ProblemError) as refused:
        edited(path.read_bytes(), ListEdit(emptied=(2,)), "list.xlsx")
    assert (refused.value.code, refused.value.place.row) == ("file-damaged", 3)
