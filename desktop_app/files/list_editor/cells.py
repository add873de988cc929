"""The cells of one row: found, made, filled with text, cleared. What they look like stays."""

import re
from collections.abc import Iterator
from string import digits

from lxml import etree

from desktop_app.domain.plain_text import plain
from desktop_app.files.sheetml import column_number, reference, x

_CELL, _INLINE, _TEXT = x("c"), x("is"), x("t")
_CONTENT = frozenset({x("v"), x("f"), x("is")})
_OF_THE_VALUE = frozenset({"t", "cm", "vm", "ph"})
"""Attributes that speak of the value: its type, and what newer Excels know about it beside its text."""

# Spreadsheets read "_x000D_" as a carriage return, and "_x005F_" as the "_" that begins no such thing.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def number_cells(row: etree._Element, number: int) -> None:
    """Let each cell say where it stands; a cell that does not stands behind the one before."""
    column = 0
    for cell in row.iterchildren(_CELL):
        column = column_of_cell(cell) or column + 1
        cell.set("r", reference(number, column))


def column_of_cell(cell: etree._Element) -> int:
    """The column of a cell, nought where it does not say where it stands."""
    return column_number(cell.get("r", "").rstrip(digits))


def filled(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells with something in them, each with its column."""
    for cell in row.iterchildren(_CELL):
        if is_filled(cell):
            yield column_of_cell(cell), cell


def is_filled(cell: etree._Element) -> bool:
    """Whether something stands in the cell."""
    return any(child.tag in _CONTENT for child in cell)


def cell_at(row: etree._Element, column: int) -> etree._Element | None:
    """The cell of that column, if the row has one."""
    wanted = reference(int(row.get("r", "")), column)
    return next((cell for cell in row.iterchildren(_CELL) if cell.get("r") == wanted), None)


def cells_of(row: etree._Element) -> dict[int, etree._Element]:
    """The cells of a row by their columns: the first, where two claim one."""
    return {column_of_cell(cell): cell for cell in row.iterchildren(_CELL, reversed=True)}


def new_cell_at(row: etree._Element, column: int, style: str = "") -> etree._Element:
    """A cell of that column and style, put in its place in a row that has none there yet."""
    place = reference(int(row.get("r", "")), column)
    made = row.makeelement(_CELL, {"r": place, "s": style} if style else {"r": place})
    row.insert(next((at for at in range(len(row), 0, -1) if _stands_before(row[at - 1], column)), 0), made)
    # A promise about the row's first and last cell, which a reader may or may not use.
    row.attrib.pop("spans", None)
    return made


def _stands_before(child: etree._Element, column: int) -> bool:
    return child.tag == _CELL and column_of_cell(child) < column


def clear(cell: etree._Element) -> None:
    """Take out what stands in the cell."""
    for child in [child for child in cell if child.tag in _CONTENT]:
        cell.remove(child)
    for name in _OF_THE_VALUE.intersection(cell.keys()):
        del cell.attrib[name]


def put(cell: etree._Element, value: str | int) -> None:
    """Let the cell say this and nothing else; text is text, whatever it looks like.

    It stands in the cell itself and not among the workbook's shared strings: there it would stay behind
    when the row is emptied.
    """
    clear(cell)
    if isinstance(value, int):
        content = etree.SubElement(cell, x("v"))
        content.text = str(value)
    elif value:
        cell.set("t", "inlineStr")
        content = etree.SubElement(cell, _INLINE)
        # Plain text neither begins nor ends with a blank and has no two in a row: none needs to be kept.
        etree.SubElement(content, _TEXT).text = escaped(plain(value))
    else:
        return
    cell.insert(0, content)


def escaped(text: str) -> str:
    """The text as it must be written so that a spreadsheet reads it as it is."""
    return _LOOKS_ESCAPED.sub("_x005F_", text)
