"""What an edit of the list would break: cells that are not their own, texts too long, no room."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.list_editor.workbook import Workbook
from desktop_app.files.list_editor.worksheet import Worksheet
from desktop_app.files.sheetml import (
    LAST_COLUMN,
    LAST_ROW,
    LONGEST_TEXT,
    Area,
    area,
    fits_a_cell,
    reference,
    x,
)

_ARRAY = re.compile(rb"""<(?:[\w.-]+:)?f\s(?:[^<>]*?\s)?t\s*=\s*["'](?:array|dataTable)["'][^<>]*>""")
_REF = re.compile(rb"""\sref\s*=\s*["']([^"']+)["']""")


class Guarded:
    """The areas of a sheet in which a cell is not its own.

    Raises:
        ProblemError: ``list-protected`` where the whole sheet is one.
    """

    def __init__(self, workbook: Workbook, sheet: Worksheet, part: str, name: str) -> None:
        self._place = Place(file=workbook.file, part=name)
        protection = sheet.root.find(x("sheetProtection"))
        if protection is not None and protection.get("sheet") in ("1", "true"):
            raise ProblemError("list-protected", self._place)
        self._merged = list(_areas(cell.get("ref") for cell in sheet.root.iter(x("mergeCell"))))
        self._fixed = [*_arrays(sheet), *_pivots(workbook, part)]

    def check_text(self, row: int, column: int, text: str) -> None:
        """Whether that cell can hold that text.

        Raises:
            ProblemError: ``list-full``, ``list-text-too-long``.
        """
        if row > LAST_ROW or column > LAST_COLUMN:
            raise ProblemError("list-full", self._place)
        if not fits_a_cell(text):
            raise ProblemError("list-text-too-long", self._at(row), most=LONGEST_TEXT)

    def check_write(self, row: int, column: int, cell: etree._Element | None) -> None:
        """Whether something else may stand in that cell, which is None where there is none yet.

        Raises:
            ProblemError: ``list-cell-formula``, ``list-cell-merged``, ``list-cell-fixed``.
        """
        if cell is not None and cell.find(x("f")) is not None:
            raise ProblemError("list-cell-formula", self._at(row), cell=reference(row, column))
        for merged in self._merged:
            if merged.holds(row, column) and not merged.is_anchor(row, column):
                raise ProblemError("list-cell-merged", self._at(row), cell=reference(row, column))
        self._check_fixed(row, column)

    def check_clear(self, row: int, column: int) -> None:
        """Whether the cell may be emptied.

        Raises:
            ProblemError: ``list-cell-merged`` where it is shown on other rows too, ``list-cell-fixed``.
        """
        for merged in self._merged:
            if merged.is_anchor(row, column) and merged.top != merged.bottom:
                raise ProblemError("list-cell-merged", self._at(row), cell=reference(row, column))
        self._check_fixed(row, column)

    def _check_fixed(self, row: int, column: int) -> None:
        if any(fixed.holds(row, column) for fixed in self._fixed):
            raise ProblemError("list-cell-fixed", self._at(row), cell=reference(row, column))

    def _at(self, row: int) -> Place:
        return Place(self._place.file, self._place.part, row=row)


def _areas(texts: Iterable[str | None]) -> Iterator[Area]:
    return (found for text in texts if (found := area(text or "")) is not None)


def _arrays(sheet: Worksheet) -> Iterator[Area]:
    """Formulas that fill several cells at once: none of them can be changed alone."""
    formulas = (_REF.search(formula) for formula in sheet.found(_ARRAY))
    for filled in _areas(ref[1].decode() for ref in formulas if ref):
        if (filled.top, filled.left) != (filled.bottom, filled.right):
            yield filled


def _pivots(workbook: Workbook, part: str) -> Iterator[Area]:
    for relation in workbook.relations(part, "pivotTable"):
        places = workbook.tree(relation.target).iterfind(x("location"))
        yield from _areas(place.get("ref") for place in places)
