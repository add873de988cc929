"""A stray cell makes a row 16,384 cells wide: those in which nothing stands are not looked at one by one."""

from pathlib import Path
from unittest.mock import patch

import pytest
from files.workbooks import workbook_of_xml

from desktop_app.files import spreadsheet
from desktop_app.files.recipients_table import read_own_list
from desktop_app.files.sign_on_form import answers_in
from desktop_app.files.signatories_xlsx import signatories_in
from desktop_app.files.spreadsheet import CellKind, CellText, read_table

FAR = "XFD"
ROWS = 20


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def book(path: Path, stray: str) -> Path:
    """A list with something far out in each of its rows."""
    names = "".join(
        f'<row r="{n}">{cell(f"A{n}", f"Union {n}")}{stray.format(place=f"{FAR}{n}")}</row>'
        for n in range(2, ROWS + 2)
    )
    return workbook_of_xml(path, f'<row r="1">{cell("A1", "Name")}{cell("B1", "Country")}</row>{names}')


STRAY_FORMULA, STRAY_NUMBER = '<c r="{place}"><f>1</f></c>', '<c r="{place}"><v>1</v></c>'
STRAYS = pytest.mark.parametrize("stray", [STRAY_FORMULA, STRAY_NUMBER])


@STRAYS
def test_blank_cells_are_not_looked_at(tmp_path: Path, stray: str) -> None:
    path = book(tmp_path / "list.xlsx", stray)
    looked_at: list[CellText] = []
    is_blank = vars(CellText)["is_blank"].fget

    def look(one: CellText) -> bool:
        looked_at.append(one)
        return bool(is_blank(one))

    with patch.object(spreadsheet.CellText, "is_blank", property(look)):
        assert len(signatories_in(path.read_bytes(), "list.xlsx").signatories) == ROWS
        assert len(read_own_list(path).recipients) == ROWS
        answers_in(path.read_bytes(), "form.xlsx")
    assert len(looked_at) < 50 * ROWS


@STRAYS
def test_what_stands_far_out_is_read_all_the_same(tmp_path: Path, stray: str) -> None:
    row = read_table(book(tmp_path / "list.xlsx", stray)).rows[1]
    is_formula = "<f>" in stray
    far = CellText("", CellKind.FORMULA) if is_formula else CellText("1", CellKind.VALUE)
    assert list(row.filled) == [(1, CellText("Union 2")), (16_384, far)]
    assert len(row.cells) == 16_384


def test_columns_of_a_form_in_which_nothing_stands_are_left_out(tmp_path: Path) -> None:
    read = answers_in(book(tmp_path / "form.xlsx", STRAY_NUMBER).read_bytes(), "form.xlsx")
    assert read.heading.texts == ("Name", "Country", "")
    assert [cell.text for cell in read.rows[0].cells] == ["Union 2", "", "1"]


def test_the_first_column_of_a_form_is_kept(tmp_path: Path) -> None:
    rows = (
        f'<row r="1">{cell("B1", "No")}{cell("C1", "Name")}</row><row r="2">{cell("C2", "Quay Forum")}</row>'
    )
    path = workbook_of_xml(tmp_path / "form.xlsx", rows)
    assert len(read_table(path).rows[0].cells) == 3
    with pytest.raises(Exception, match="form-headings-missing"):
        answers_in(path.read_bytes(), "form.xlsx")
