"""What a sign-on form exported: a table with headings, or names alone, one a line.

Read are the exports of Google Forms, Microsoft Forms, KoboToolbox, Action Network and Mailchimp, and any
other table whose headings say what its columns are for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from desktop_app.domain.plain_text import plain
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity
from desktop_app.domain.sign_ons import SignOn
from desktop_app.domain.signatory import Disclosure
from desktop_app.files.csv_text import decoded, is_guessed, tells_separator
from desktop_app.files.form_columns import Columns, columns_of
from desktop_app.files.form_headings import is_bare_heading
from desktop_app.files.form_rows import FormReader
from desktop_app.files.form_sheets import MAX_ANSWERS, form_sheet, is_answer
from desktop_app.files.form_words import Use
from desktop_app.files.pasted_names import PastedNames
from desktop_app.files.sheet_notices import of_guess, of_hidden
from desktop_app.files.spreadsheet import CSV, CellText, SheetRow, table_in

MAX_COLUMNS = 16_384
"""As many as Excel has."""

_TEXT = ".txt"

_Read = tuple[tuple[SheetRow, ...], tuple[Finding, ...]]
"""The rows of a file, and what was odd about it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The top row of a form.

    Attributes:
        texts: Its cells; none where the file holds names alone.
        row: Where it stands, 0 where there is none.
    """

    texts: tuple[str, ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True)
class Answers:
    """What a form's file holds, before anybody said what its columns are for.

    Attributes:
        noticed: What was odd about the file.
    """

    file: str
    heading: Heading
    rows: tuple[SheetRow, ...]
    noticed: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """What the answers come to.

    Attributes:
        columns: The headings, and what each is used for.
        sign_ons: In the order of the file.
        doubtful: Rows that are no sign-on for us, each with the reason.
        findings: What was odd about others.
    """

    columns: Columns
    sign_ons: tuple[SignOn, ...]
    doubtful: tuple[Finding, ...] = ()
    findings: tuple[Finding, ...] = ()


def answers_in(data: bytes, file: str, *, password: str = "", sheet: str = "") -> Answers:
    """Read an export, or names alone.

    Args:
        data: What the file holds, encrypted or not.
        file: Its name.
        password: Opens an encrypted one.
        sheet: Which sheet of a workbook; empty = the one that holds answers.

    Raises:
        ProblemError: as ``table_in`` and ``form_sheet``; ``form-empty`` where nothing stands in it,
            ``form-too-long``, ``form-headings-missing`` where the first row is an answer.
    """
    is_text = PurePath(file).suffix.casefold() in CSV
    rows, noticed = _text_rows(data, file, sheet) if is_text else _sheet_rows(data, file, password, sheet)
    if not rows:
        raise ProblemError("form-empty", Place(file))
    if len(rows) > MAX_ANSWERS:
        raise ProblemError("form-too-long", Place(file), most=MAX_ANSWERS)
    if len(rows[0].cells) > MAX_COLUMNS:
        raise ProblemError("file-too-large", Place(file, row=rows[0].number))
    rows = _without_blank_columns(rows)
    top, *rest = rows
    only_names = all(len(list(row.filled)) < 2 for row in rows)
    if only_names and not any(is_bare_heading(cell.text) for cell in top.cells):
        if 2 * sum("|" in cell.text for row in rows for cell in row.cells) > len(rows):
            # A table whose columns are parted by bars, below a title: no line of it is a name.
            raise ProblemError("form-headings-missing", Place(file, row=top.number))
        return Answers(file, Heading(), rows, noticed)
    if any(is_answer(cell, place) for place, cell in enumerate(top.cells)):
        raise ProblemError("form-headings-missing", Place(file, row=top.number))
    heading = Heading(tuple(plain(cell.text) for cell in top.cells), top.number)
    return Answers(file, heading, tuple(rest), noticed)


def form_of(answers: Answers, choices: Mapping[str, Use], listed: Disclosure) -> Form:
    """The sign-ons in what was read.

    Args:
        answers: As they were read.
        choices: What columns are for, by ``heading_key``, where the coordinator said so.
        listed: How signatories appear where the form does not ask.

    Raises:
        ProblemError: as ``columns_of``.
    """
    if not answers.heading.row:
        names = PastedNames(answers.file, answers.rows, listed)
        return Form((), names.sign_ons, tuple(names.doubtful), (*answers.noticed, *names.findings))
    place = Place(answers.file, row=answers.heading.row)
    columns = columns_of(answers.heading.texts, choices, place, tuple(_by_column(answers)))
    reader = FormReader(answers.file, columns, listed)
    sign_ons = tuple(reader.sign_ons(answers.rows))
    return Form(columns, sign_ons, tuple(reader.doubtful), (*answers.noticed, *reader.findings()))


def _without_blank_columns(rows: Sequence[SheetRow]) -> tuple[SheetRow, ...]:
    """The same rows without the columns in which nothing stands: a stray cell may make them 16,384 wide.

    The first column is kept: what it may be headed by is told by its place.
    """
    used = sorted({1}.union(column for row in rows for column, _cell in row.filled))
    if len(used) == max(len(row.cells) for row in rows):
        return tuple(rows)
    return tuple(
        SheetRow(row.number, tuple(row.cells[column - 1] for column in used if column <= len(row.cells)))
        for row in rows
    )


def _text_rows(data: bytes, file: str, sheet: str) -> _Read:
    if sheet:
        raise ProblemError("sheet-missing", Place(file, sheet))
    rows = tuple(_lines(data, file)) if PurePath(file).suffix.casefold() == _TEXT else ()
    rows = rows or table_in(data, file).rows
    return rows, tuple(of_guess(rows, file)) if is_guessed(data) else ()


def _sheet_rows(data: bytes, file: str, password: str, sheet: str) -> _Read:
    found = form_sheet(data, file, password, sheet)
    noticed = list(of_hidden(found.rows, found.hidden, file))
    if found.unread:
        noticed.append(Finding("form-sheets-unread", Severity.NOTE, (Place(file),), {"sheets": found.unread}))
    return found.rows, tuple(noticed)


def _by_column(answers: Answers) -> Iterator[Sequence[str]]:
    """What was answered under each heading, blanks left out."""
    for place in range(len(answers.heading.texts)):
        cells = (row.cells[place] for row in answers.rows if place < len(row.cells))
        yield [cell.text for cell in cells if not cell.is_blank]


def _lines(data: bytes, file: str) -> Iterator[SheetRow]:
    """Names have commas; a text is a table where it has tabs, says so, or begins with bars."""
    text = decoded(data, file)
    if not ("\t" in text or tells_separator(text) or "|" in text.lstrip().partition("\n")[0]):
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                yield SheetRow(number, (CellText(line),))
