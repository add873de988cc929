"""Rows from the clipboard: a list of names, or cells copied from a spreadsheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.plain_text import plain
from desktop_app.domain.signatory import Disclosure, Kind, Signatory
from desktop_app.files.pasted_names import without_marks
from desktop_app.files.reference_data import Reference
from desktop_app.files.sheet_words import Column, column_of, disclosure_of, kind_of

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


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was on the clipboard.

    Attributes:
        signatories: One for each line that has a name; their row is 0.
        says_listed: Whether a column says how they appear; else that is to be asked.
    """

    signatories: tuple[Signatory, ...]
    says_listed: bool


def rows_in(text: str, reference: Reference) -> Pasted:
    """The signatories in a text: lines of names, or cells with tabs between them, with headings or without.

    Without headings the first column is the name; another one is taken for the country where all it says are
    countries, and for *Listed* where it says nothing but that. What has no column of ours goes to the notes.
    Nobody is named unless a column says so.
    """
    lines = [[plain(cell) for cell in line.split("\t")] for line in text.splitlines() if line.strip()]
    if not lines:
        return Pasted((), says_listed=False)
    columns = _headed(lines[0])
    heads = lines.pop(0) if columns else []
    columns = columns or _guessed(lines, reference)
    if all(len(line) == 1 for line in lines):
        lines = [[name] for name in without_marks([line[0] for line in lines])]
    rows = [row for line in lines if (row := _signatory(line, columns, heads)).name]
    return Pasted(tuple(rows), Column.LISTED in columns.values())


def _headed(cells: Sequence[str]) -> dict[int, Column]:
    known = {place: column for place, cell in enumerate(cells) if (column := column_of(cell)) is not None}
    if Column.NAME not in known.values():
        return {}
    ours = (*_FIELDS, Column.LISTED, Column.KIND)
    return {place: column for place, column in known.items() if column in ours}


def _guessed(lines: Sequence[Sequence[str]], reference: Reference) -> dict[int, Column]:
    columns = {0: Column.NAME}
    for place in range(1, max(map(len, lines))):
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
