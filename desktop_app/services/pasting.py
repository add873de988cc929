"""Rows from the clipboard: a list of names, or cells copied from a spreadsheet."""

import csv
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from desktop_app.domain.plain_text import plain
from desktop_app.domain.refusals import is_name_of_hidden, is_no_name
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.signatory import Disclosure, Kind, Signatory
from desktop_app.files.pasted_names import without_marks
from desktop_app.files.reference_data import Reference
from desktop_app.files.sheet_words import Column, column_of, disclosure_of, kind_of
from desktop_app.files.sheetml import LONGEST_TEXT, fits_a_cell

_FIELDS = {
    Column.NAME: "name",
    Column.ACRONYM: "acronym",
    Column.COUNTRY: "country",
    Column.TITLE: "title",
    Column.GROUP: "group",
    Column.MEMBER_OF: "member_of",
    Column.CONTACT: "contact",
    Column.EMAIL: "email",
    Column.SIGNED_ON: "signed_on",
    Column.SOURCE: "source",
    Column.NOTES: "notes",
}
_NAME_AND_COUNTRY = 2
"""Cells of a line that says no more."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what was pasted: its number, its text with tabs between the cells, and who it names."""

    number: int
    text: str
    signatory: Signatory


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that nobody can be added from, and why."""

    line: Line
    why: ProblemError


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was on the clipboard.

    Attributes:
        lines: Those that name somebody; the row of each signatory is 0.
        refused: Those that do not, or cannot be added, each with the reason.
        head: The line of headings; empty = there is none.
        says_listed: Whether a column says how they appear; else that is to be asked.
    """

    lines: tuple[Line, ...] = ()
    refused: tuple[Refused, ...] = ()
    head: str = ""
    says_listed: bool = False

    @property
    def signatories(self) -> tuple[Signatory, ...]:
        """Who can be added."""
        return tuple(line.signatory for line in self.lines)


def rows_in(text: str, reference: Reference) -> Pasted:
    """The signatories in a text: lines of names, or cells with tabs between them, with headings or without.

    Without headings the first column is the name; another one is taken for the country where all it says are
    countries, and for *Listed* where it says nothing but that. What has no column of ours goes to the notes.
    Commas and semicolons part cells where every line says a name and a country. Nobody is named unless a
    column says so.
    """
    numbered = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if not numbered:
        return Pasted()
    numbers = [number for number, _line in numbered]
    lines = _cells([line for _number, line in numbered], reference)
    columns = _headed(lines[0])
    heads = lines.pop(0) if columns else []
    numbers = numbers[-len(lines) :] if lines else []
    columns = columns or _guessed(lines, reference)
    if all(len(line) <= _NAME_AND_COUNTRY for line in lines) and columns.get(0) is Column.NAME:
        names = without_marks([line[0] for line in lines])
        lines = [[name, *line[1:]] for name, line in zip(names, lines, strict=True)]
    found = [
        Line(number, "\t".join(line), _signatory(line, columns, heads))
        for number, line in zip(numbers, lines, strict=True)
    ]
    return Pasted(
        tuple(line for line in found if line.signatory.name),
        tuple(Refused(line, ProblemError("name-needed")) for line in found if not line.signatory.name),
        "\t".join(heads),
        Column.LISTED in columns.values(),
    )


def listed_as(pasted: Pasted, listed: Disclosure | None) -> Pasted:
    """With signatories that appear so, where the lines do not say it; without those that cannot be added."""
    lines = [
        line if listed is None else replace(line, signatory=replace(line.signatory, disclosure=listed))
        for line in pasted.lines
    ]
    refused = [Refused(line, why) for line in lines if (why := _refusal(line.signatory)) is not None]
    return _without(replace(pasted, lines=tuple(lines)), refused)


def apart_from_withheld(pasted: Pasted, like: Mapping[str, Sequence[Signatory]], file: str) -> Pasted:
    """Without those that would be printed and are like somebody who must not be.

    Args:
        pasted: What could be added.
        like: The rows not to be named that those may be, by their names, as ``Editing.withheld_like`` says.
        file: The list's name, for the place of who they are like.
    """
    refused = [
        Refused(line, ProblemError("naming-like-withheld", Place(file, row=rows[0].row)))
        for line in pasted.lines
        if line.signatory.disclosure is Disclosure.NAMED and (rows := like.get(line.signatory.name))
    ]
    return _without(pasted, refused)


def _without(pasted: Pasted, refused: Sequence[Refused]) -> Pasted:
    gone = {one.line.number for one in refused}
    every = sorted((*pasted.refused, *refused), key=lambda one: one.line.number)
    lines = tuple(line for line in pasted.lines if line.number not in gone)
    return replace(pasted, lines=lines, refused=tuple(every))


def _refusal(row: Signatory) -> ProblemError | None:
    texts = (getattr(row, name) for name in _FIELDS.values())
    if not all(map(fits_a_cell, texts)):
        return ProblemError("list-text-too-long", most=LONGEST_TEXT)
    if row.disclosure is Disclosure.NAMED and (is_no_name(row.name) or is_name_of_hidden(row.name)):
        return ProblemError("naming-refused")
    return None


def _cells(lines: Sequence[str], reference: Reference) -> list[list[str]]:
    """The cells of each line. A comma may belong to a name, so all lines must say that it does not."""
    if not any("\t" in line for line in lines):
        for mark in (";", ","):
            with suppress(csv.Error):  # a text longer than it takes is no table
                cells = [list(map(plain, parts)) for parts in csv.reader(lines, delimiter=mark)]
                if len(cells) == len(lines) and _are_cells(cells, reference):
                    return cells
    return [[plain(cell) for cell in line.split("\t")] for line in lines]


def _are_cells(lines: Sequence[Sequence[str]], reference: Reference) -> bool:
    if len(lines) < 2 or len({len(line) for line in lines}) != 1 or len(lines[0]) < _NAME_AND_COUNTRY:
        return False
    if Column.COUNTRY in _headed(lines[0]).values():
        return True
    return len(lines[0]) == _NAME_AND_COUNTRY and all(reference.find_state(line[1]) for line in lines)


def _headed(cells: Sequence[str]) -> dict[int, Column]:
    known = {place: column for place, cell in enumerate(cells) if (column := column_of(cell)) is not None}
    if Column.NAME not in known.values():
        return {}
    ours = (*_FIELDS, Column.LISTED, Column.KIND)
    return {place: column for place, column in known.items() if column in ours}


def _guessed(lines: Sequence[Sequence[str]], reference: Reference) -> dict[int, Column]:
    columns = {0: Column.NAME}
    for place in range(1, max(map(len, lines), default=0)):
        texts = [line[place] for line in lines if place < len(line) and line[place]]
        if texts and all(disclosure_of(text) for text in texts):
            columns[place] = Column.LISTED
        elif texts and all(reference.find_state(text) for text in texts):
            columns[place] = Column.COUNTRY
    return columns


def _signatory(cells: Sequence[str], columns: Mapping[int, Column], heads: Sequence[str]) -> Signatory:
    texts: dict[str, str] = {}
    notes = []
    disclosure, kind = Disclosure.PENDING, Kind.ORGANISATION
    for place, text in enumerate(cells):
        column = columns.get(place)
        if not text:
            continue
        if column is Column.LISTED:
            disclosure = disclosure_of(text) or Disclosure.PENDING
        elif column is Column.KIND:
            kind = kind_of(text) or kind
        elif column is not None:
            texts[_FIELDS[column]] = text
        else:
            notes.append(f"{heads[place]}: {text}" if place < len(heads) and heads[place] else text)
    texts["notes"] = "; ".join(filter(None, (texts.get("notes", ""), *notes)))
    return Signatory(0, texts.pop("name", ""), disclosure, kind=kind, **texts)  # type: ignore[arg-type]
