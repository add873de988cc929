"""Of two texts in one cell, and of two blocks of cells, the reader keeps one: such a sheet is refused."""

import pytest
from hostile.sheets import NS, book, cell

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.sign_on_form import answers_in
from desktop_app.files.signatories_xlsx import signatories_in
from desktop_app.files.spreadsheet import table_in

HEAD = f'<row r="1">{cell("Name", "A1")}{cell("Country", "B1")}</row>'
KITE, QUAY = cell("Kite Union", "A2"), cell("Quay Forum", "A2")
FORMULA = '<row r="9"><c r="A9"><f>1</f><v>1</v></c></row>'
"""With it the sheet is read tag by tag."""


def sheet(rows: str) -> bytes:
    return book(sheet=f"<worksheet {NS}><sheetData>{rows}</sheetData></worksheet>")


@pytest.mark.parametrize("more", ["", FORMULA])
@pytest.mark.parametrize(
    "rows",
    [
        f'<row r="2">{KITE}{QUAY}</row>',
        f'<row r="2">{KITE}</row><row r="2">{QUAY}</row>',
        f'<row r="2">{KITE}</row><row r="3">{cell("x", "A3")}</row><row r="4">{QUAY}</row>',
        f'<row r="2"><c r="A2"><v>1</v></c>{cell("x", "B2")}{QUAY}</row>',
        f'<row r="2">{cell("Kite Union")}{QUAY}</row>',
    ],
)
def test_a_cell_that_stands_twice_is_named(rows: str, more: str) -> None:
    for read in (signatories_in, answers_in, table_in):
        with pytest.raises(ProblemError) as refused:
            read(sheet(HEAD + rows + more), "list.xlsx")
        problem = refused.value
        assert (problem.code, problem.place.row, problem.values) == ("cell-twice", 2, {"cell": "A2"})


@pytest.mark.parametrize("more", ["", FORMULA])
@pytest.mark.parametrize(
    "rows",
    [
        f'<row r="2">{KITE}<c r="A2" s="0"/></row>',
        f'<row r="2">{cell("x", "B2")}{KITE}</row>',
        f'<row r="3">{cell("x", "A3")}</row><row r="2">{KITE}</row>',
    ],
)
def test_cells_out_of_order_are_read(rows: str, more: str) -> None:
    table = table_in(sheet(HEAD + rows + more), "list.xlsx")
    assert "Kite Union" in [row.cells[0].text for row in table.rows]


@pytest.mark.parametrize(
    "between",
    ["</sheetData><sheetData>", "</sheetData><sheetData/><sheetData>", "</sheetData><!-- --><sheetData >"],
)
def test_two_blocks_of_cells_are_no_sheet(between: str) -> None:
    with pytest.raises(ProblemError) as refused:
        table_in(
            sheet(f'{HEAD}<row r="2">{KITE}</row>{between}<row r="3">{cell("x", "A3")}</row>'), "list.xlsx"
        )
    assert (refused.value.code, refused.value.place.part) == ("file-damaged", "Sheet")
