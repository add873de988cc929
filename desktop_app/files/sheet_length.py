"""How long a sheet is, told from its bytes: to read a million cells takes long."""

import re
from itertools import islice

from desktop_app.domain.reporting import Place, ProblemError

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


def _are_more(pattern: re.Pattern[bytes], xml: bytes, most: int) -> bool:
    return sum(1 for _ in islice(pattern.finditer(xml), most + 1)) > most
