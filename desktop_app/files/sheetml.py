"""The few words of SpreadsheetML that several modules need: names, cells and areas of cells."""

import re
from functools import lru_cache
from typing import NamedTuple

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
LONGEST_TEXT = 32_767
"""Characters in one cell, in UTF-16; Excel calls a workbook with more damaged."""

_LETTERS = 26
_DIGITS = 10
_LARGEST = 10**_DIGITS - 1
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")


def x(name: str) -> str:
    """The full name of an element of SpreadsheetML: ``x("row")``."""
    return f"{{{MAIN}}}{name}"


@lru_cache(LAST_COLUMN)
def column_number(letters: str) -> int:
    """The place of a column, counted from 1, by its letters."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


@lru_cache(LAST_COLUMN)
def column_letters(number: int) -> str:
    """What a spreadsheet calls the column of that place."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def whole(text: str | None) -> int:
    """The number that an attribute says; nought where it is left out or says none.

    No number of a workbook has more than ten digits; one that says more counts as the largest.
    """
    digits = text.lstrip("0") if text and text.isdecimal() else ""
    return int(digits or 0) if len(digits) <= _DIGITS else _LARGEST


def fits_a_cell(text: str) -> bool:
    """Whether one cell can hold that text."""
    return 2 * len(text) <= LONGEST_TEXT or len(text.encode("utf-16-le")) <= 2 * LONGEST_TEXT


def reference(row: int, column: int) -> str:
    """What a spreadsheet calls that cell: ``C14``."""
    return f"{column_letters(column)}{row}"


class Area(NamedTuple):
    """A rectangle of cells. Rows and columns count from 1, and the last of each belongs to it."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        first, last = reference(self.top, self.left), reference(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"

    @property
    def fixed(self) -> str:
        """As a defined name writes it: ``$A$1:$R$20``."""
        left, right = column_letters(self.left), column_letters(self.right)
        return f"${left}${self.top}:${right}${self.bottom}"

    def holds(self, row: int, column: int) -> bool:
        """Whether that cell lies in it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    def is_anchor(self, row: int, column: int) -> bool:
        """Whether that cell is its first: the one that holds what a merged area shows."""
        return (row, column) == (self.top, self.left)


def area(text: str) -> Area | None:
    """The area that is written so; None for whole columns or rows, and for what is none."""
    first, _, last = text.partition(":")
    corners = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last or first)
    if corners[0] is None or corners[1] is None:
        return None
    (left, top), (right, bottom) = corners[0].groups(), corners[1].groups()
    return Area(int(top), column_number(left), int(bottom), column_number(right))
