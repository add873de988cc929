"""What a workbook hides from whoever opens it, and a reader takes all the same: rows, columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.files.package_gate import holds

_ROW = re.compile(rb"<(?:\w+:)?row\b([^<>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^<>]*)>")
_HIDDEN = re.compile(rb"""\shidden\s*=\s*["'](?:1|true)["']""")
_NUMBER = re.compile(rb"""\s(r|min|max)\s*=\s*["'](\d{1,7})["']""")


@dataclass(frozen=True, slots=True)
class Hidden:
    """What nobody sees who opens a sheet.

    Attributes:
        rows: By number; those that a filter leaves out are among them.
        columns: Each stretch from its first column to its last, counted from 1.
        sheets: The workbook's, by name; they are not read.
    """

    rows: frozenset[int] = frozenset()
    columns: tuple[tuple[int, int], ...] = ()
    sheets: tuple[str, ...] = ()


def hidden_in(xml: bytes, sheets: tuple[str, ...]) -> Hidden:
    """What a worksheet hides, beside the sheets that its workbook does."""
    if not holds(xml, b"hidden"):
        return Hidden(sheets=sheets)
    return Hidden(frozenset(_rows(xml)), tuple(_columns(xml)), sheets)


def _rows(xml: bytes) -> Iterator[int]:
    number = 0
    for row in _ROW.finditer(xml):
        number = _numbers(row[1]).get(b"r", number + 1)
        if _HIDDEN.search(row[1]):
            yield number


def _columns(xml: bytes) -> Iterator[tuple[int, int]]:
    for columns in _COLUMN.finditer(xml):
        ends = _numbers(columns[1])
        if _HIDDEN.search(columns[1]) and {b"min", b"max"} <= ends.keys():
            yield ends[b"min"], ends[b"max"]


def _numbers(attributes: bytes) -> dict[bytes, int]:
    return {name: int(number) for name, number in _NUMBER.findall(attributes)}
