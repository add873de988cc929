"""A workbook as calamine is given it: without what it makes room for, loses, or breaks off at."""

import html
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from python_calamine import CalamineError

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.package_gate import holds
from desktop_app.files.sheet_scan import uncounted

_PREFIX = rb"[^\s<>/:]{1,250}:"
_NO_DATE = rb"(?!\s*+[0-9]{1,7}(?:\.[0-9]*+)?(?:[Ee]-[0-9]{1,3})?\s*+<)"
"""Not before a number that a calendar may have: none below nought, none of more than seven digits."""
_VALUE = rb"<%bv(?:\s[^>]*)?>" + _NO_DATE
_CELL = rb"""(<%bc\s(?:[^<>"']|"[^"]*"|'[^']*')*+>)([^<]*+(?:<(?!/?%b[cv][\s/>])[^<]*+)*+<%bv(?:\s[^>]*)?>)"""
"""The start of a cell, and all up to its value."""
_ODD_VALUE, _ODD_CELL = re.compile(_VALUE % b""), re.compile(_CELL % (b"", b"", b"") + _NO_DATE)
_ODD_PREFIXED = re.compile(_VALUE % _PREFIX)
_MAYBE = b"(?:%b)?" % _PREFIX
_ODD_CELL_PREFIXED = re.compile(_CELL % (_MAYBE, _MAYBE, _MAYBE) + _NO_DATE)
_LOOK = re.compile(rb"""(?<=\s)s\s*=\s*(?:"[^"]*"|'[^']*')""")
_ASIDE = re.compile(rb"<!--.*?-->|<!\[CDATA\[(.*?)\]\]>|<\?(?!xml\s).*?\?>", re.DOTALL)
"""What a search for tags might take for one."""


def package_for_calamine(parts: Mapping[str, bytes]) -> io.BytesIO:
    """The parts that passed the gate, packed anew: calamine reads the very bytes that were checked.

    Only how many texts they share is not said, because it makes room for as many as the file claims; and a
    number that is no date is not called one.
    """
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, _as_read(data))
    package.seek(0)
    return package


def _as_read(xml: bytes) -> bytes:
    without_count = uncounted(xml) if holds(xml, b"uniqueCount") else xml
    return without_odd_dates(without_count) if holds(xml, b"sheetData") else without_count


def without_odd_dates(xml: bytes) -> bytes:
    """A worksheet in which a number stands as a number where it is called a date and no calendar has it.

    Somebody has typed a telephone number into a cell that shows hours. calamine knows no such date, and of
    some it takes the process down.
    """
    prefixed = holds(xml, b":v") or holds(xml, b":c")
    if not (_ODD_VALUE.search(xml) or (prefixed and _ODD_PREFIXED.search(xml))):
        return xml
    plain = _ASIDE.sub(lambda aside: html.escape((aside[1] or b"").decode("utf-8", "replace")).encode(), xml)
    cells = _ODD_CELL_PREFIXED if prefixed else _ODD_CELL
    return cells.sub(lambda cell: _LOOK.sub(b"", cell[1]) + cell[2], plain)


@contextmanager
def reading(file: str) -> Iterator[None]:
    """Whatever calamine stumbles at is a damaged file.

    Raises:
        ProblemError: ``file-damaged``.
    """
    try:
        yield
    except (CalamineError, OverflowError):
        raise ProblemError("file-damaged", Place(file)) from None
    except BaseException as error:
        # A panic of its own is no Exception, and its class can be imported from nowhere.
        if type(error).__module__ != "pyo3_runtime":
            raise
        raise ProblemError("file-damaged", Place(file)) from None
