"""How long a sheet is, told from its bytes, for to read a million cells takes long; and a text in it."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.sheetml import LONGEST_TEXT

_FILLED_ROW = re.compile(rb"<row\b[^>]*>\s*(?:<c\b[^>]*/>\s*+)*+<c\b[^>]*[^/>]>\s*<(?:v|is|f)\b")
"""A row in one of whose cells something stands."""
_BEGINS_FILLED = re.compile(rb"<row\b[^>]*>\s*<c\b[^>]*[^/>]>\s*<(?:v|is)\b[^>]*>\s*[^<\s]")
"""A row in whose first cell something stands; there may be more of them."""


def check_answers(xml: bytes, most: int, place: Place) -> None:
    """A form that is ten times too long is not read at all.

    Raises:
        ProblemError: ``form-too-long``.
    """
    if most and len(xml) > 40 * most and _are_more(_BEGINS_FILLED, xml, 10 * most):
        raise ProblemError("form-too-long", place, most=most)


def check_signatories(xml: bytes, most: int, place: Place) -> None:
    """Nor is a list that is too long.

    Raises:
        ProblemError: ``list-too-long``.
    """
    if most and xml.count(b"<row") > most and _are_more(_FILLED_ROW, xml, most):
        raise ProblemError("list-too-long", place, most=most)


def check_texts(lines: Iterable[tuple[int, Sequence[object]]], place: Place) -> None:
    """A name longer than any cell of Excel's is no name, and to search every file for it takes long.

    Raises:
        ProblemError: ``cell-too-long``, with the row.
    """
    for row, values in lines:
        for column, value in enumerate(values, 1):
            if isinstance(value, str) and len(value) > LONGEST_TEXT:
                where = Place(place.file, place.part, row=row)
                length = len(value)
                raise ProblemError("cell-too-long", where, column=column, length=length, most=LONGEST_TEXT)


def _are_more(pattern: re.Pattern[bytes], xml: bytes, most: int) -> bool:
    return sum(1 for _ in islice(pattern.finditer(xml), most + 1)) > most
