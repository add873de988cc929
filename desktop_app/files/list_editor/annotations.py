"""What a row holds beside its texts: formulas, comments, links to the web. They go when it is emptied."""

from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.domain.plain_text import plain
from desktop_app.files.list_editor.cells import filled
from desktop_app.files.list_editor.formulas import formula_at
from desktop_app.files.list_editor.workbook import Workbook
from desktop_app.files.list_editor.worksheet import Worksheet
from desktop_app.files.sheetml import R, area, column_letters, reference, x
from desktop_app.files.signatories_xlsx import list_table, own_cells

_MAIL = "mailto:"


class Annotation(NamedTuple):
    """A formula, a comment or a link on a cell, by the heading of its column, else by the column's letter."""

    heading: str
    text: str


class RowsBeside:
    """What the rows of one list hold that is not the list's, from a workbook that is read once.

    Args:
        data: The workbook, decrypted.
        file: Its name, for messages.

    Raises:
        ProblemError: as ``signatories_in``.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self._table, self._headers = list_table(data, file)
        (top,) = self._table.rows_of(line for line in self._table.lines if line[0] == self._headers.row)
        self._heads = {column: plain(cell.text) for column, cell in enumerate(top.cells, 1)}
        self._workbook = Workbook(data, file)
        self._sheet = self._workbook.worksheet(self._table.sheet)
        self._part = self._workbook.part_of_sheet(self._table.sheet)

    def own_cells(self, row: int) -> dict[str, str]:
        """What stands in a row under the coordinator's own headings."""
        return own_cells(self._table, self._headers, row)

    def annotations(self, row: int, *, as_row: int) -> tuple[Annotation, ...]:
        """All of one row, column by column.

        Args:
            row: The row's number.
            as_row: Formulas are written as they would be in this row.

        Raises:
            ProblemError: ``list-cell-formula`` where a formula cannot be read.
        """
        found = (
            *_formulas(self._sheet, row, as_row),
            *_comments(self._workbook, self._part, row),
            *_links(self._workbook, self._sheet, self._part, row),
        )
        return tuple(
            Annotation(self._heads.get(column) or column_letters(column), text)
            for column, text in sorted(set(found))
        )


def _formulas(sheet: Worksheet, row: int, as_row: int) -> Iterator[tuple[int, str]]:
    for column, cell in filled(sheet.row(row)) if sheet.has(row) else ():
        if formula := formula_at(sheet, cell, reference(as_row, column)):
            yield column, f"={formula}"


def _comments(workbook: Workbook, part: str, row: int) -> Iterator[tuple[int, str]]:
    told = set()
    # Old ones stand in for threaded ones on the same cell, with a sentence about old versions of Excel.
    for kind in ("threadedComment", "comments"):
        here = set()
        for relation in workbook.relations(part, kind):
            for entry in workbook.tree(relation.target).iter("{*}threadedComment", "{*}comment"):
                where = area(entry.get("ref", ""))
                text = plain("".join(entry.itertext("{*}t", "{*}text")))
                if where is not None and where.top == row and where.left not in told and text:
                    here.add(where.left)
                    yield where.left, text
        told |= here


def _links(workbook: Workbook, sheet: Worksheet, part: str, row: int) -> Iterator[tuple[int, str]]:
    addresses = {r.key: r.target for r in workbook.relations(part, "hyperlink") if r.external}
    for link in sheet.root.iter(x("hyperlink")):
        where = area(link.get("ref", ""))
        address = addresses.get(link.get(f"{{{R}}}id", ""), _MAIL)
        # A mail address goes with its text.
        if where is not None and where.top == where.bottom == row and not address.startswith(_MAIL):
            yield where.left, address
