"""Which sheet of a workbook holds the answers of a form, and whether a row holds answers or headings."""

import re
from dataclasses import dataclass

from desktop_app.domain.consent import is_yes_or_no
from desktop_app.domain.consent_questions import asked_by
from desktop_app.domain.plain_text import letters
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.form_headings import use_of
from desktop_app.files.form_words import Use
from desktop_app.files.sheet_hidden import Hidden
from desktop_app.files.sheet_words import column_of, disclosure_of
from desktop_app.files.spreadsheet import CellKind, CellText, SheetRow, tables_in

MAX_ANSWERS = 10_000
"""The largest sign-on letter that we know of has a fifth of it; each is compared with all of the list."""

_Rows = tuple[SheetRow, ...]

_TELLING = frozenset({Use.NAME, Use.FIRST_NAME, Use.LAST_NAME, Use.CONSENT, Use.ANONYMITY})
"""A table with such a heading holds answers, one with none is a legend, a pivot or a cover."""
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+|https?://\S+", re.IGNORECASE)
_FIGURES = re.compile(r"(?:[\d\s:./,()+−-]|[ap]\.?m|utc|gmt|t(?=\d)|z$)+", re.IGNORECASE)
_LONG_FIGURES = 6
"""Digits: a date, a time, a telephone number. A heading may be a year."""


@dataclass(frozen=True, slots=True)
class FormSheet:
    """The sheet that holds the answers.

    Attributes:
        rows: Those with something in them.
        unread: The names of other sheets in which something stands.
        hidden: What of it nobody sees.
    """

    rows: _Rows
    unread: tuple[str, ...]
    hidden: Hidden


def form_sheet(data: bytes, file: str, password: str, sheet: str) -> FormSheet:
    """The sheet with answers.

    Args:
        data: What the workbook holds, encrypted or not.
        file: Its name.
        password: Opens an encrypted one.
        sheet: Which sheet, by its name; empty = the one that holds answers.

    Raises:
        ProblemError: as ``tables_in``; ``sheet-missing`` where all are hidden; ``form-sheets-several`` and
            ``form-sheet-unknown``, with their names; ``form-too-long``.
    """
    tables = tables_in(data, file, password=password, longest=MAX_ANSWERS)
    seen = {table.sheet: (table.rows, table.hidden) for table in tables}
    if not seen:
        raise ProblemError("sheet-missing", Place(file))
    filled = {name: rows for name, (rows, _hidden) in seen.items() if rows}
    if sheet and sheet not in seen:
        raise ProblemError("form-sheet-unknown", Place(file), given=sheet, known=tuple(seen))
    told = [name for name, rows in filled.items() if _holds_answers(rows)] or list(filled)
    if len(told) > 1 and not sheet:
        raise ProblemError("form-sheets-several", Place(file), sheets=tuple(told))
    chosen = sheet or next(iter(told), "")
    rows, hidden = seen.get(chosen, ((), Hidden()))
    others = (name for name in filled if name != chosen)
    return FormSheet(rows, tuple(others), hidden)


def _holds_answers(rows: _Rows) -> bool:
    return len(rows) > 1 and any(use_of(cell.text) in _TELLING for cell in rows[0].cells)


def is_answer(cell: CellText, place: int) -> bool:
    """Whether a cell of the first row can only be an answer. The first column may be headed "No"."""
    text = cell.text.strip()
    if _ADDRESS.fullmatch(text) or cell.kind is CellKind.ERROR:
        return True
    if _FIGURES.fullmatch(text) and sum(map(str.isdigit, text)) >= _LONG_FIGURES:
        return True
    if not letters(text) or not place:
        return False
    says = disclosure_of(text) is not None and asked_by(text) is None and column_of(text) is None
    return says or is_yes_or_no(text)
