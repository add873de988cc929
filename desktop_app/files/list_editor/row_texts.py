"""What a signatory is in the cells of its row, and whether a cell says so already."""

from collections.abc import Mapping
from operator import attrgetter

from desktop_app.domain.plain_text import plain
from desktop_app.domain.signatory import Disclosure, Kind, Signatory, Way
from desktop_app.files.quick_rows import aliases_in
from desktop_app.files.sheet_words import Column, disclosure_of, kind_of, way_of
from desktop_app.files.spreadsheet import CellKind, CellText

_ATTRIBUTES: Mapping[Column, str] = {
    Column.NAME: "name",
    Column.ACRONYM: "acronym",
    Column.COUNTRY: "country",
    Column.KIND: "kind",
    Column.TITLE: "title",
    Column.GROUP: "group",
    Column.MEMBER_OF: "member_of",
    Column.COUNTS: "counts",
    Column.LISTED: "disclosure",
    Column.LISTED_AS: "listed_as",
    Column.ALSO_KNOWN_AS: "also_known_as",
    Column.CONTACT: "contact",
    Column.EMAIL: "email",
    Column.SIGNED_ON: "signed_on",
    Column.TEXT_VERSION: "text_version",
    Column.CONFIRMED_BY: "confirmed_by",
    Column.SOURCE: "source",
    Column.NOTES: "notes",
}

_VALUES = attrgetter(*_ATTRIBUTES.values())

_ERRORS_ARE_READ = (Column.NAME, Column.LISTED, Column.ALSO_KNOWN_AS)


def texts_of(signatory: Signatory) -> dict[Column, str]:
    """What stands in each cell of the signatory's row, empty where nothing does."""
    values = zip(_ATTRIBUTES, _VALUES(signatory), strict=True)
    return {column: _written(value) if value else "" for column, value in values}


def _written(value: str | tuple[str, ...]) -> str:
    match value:
        case tuple():
            return plain("; ".join(value))
        case Way():
            return value.value.replace("-", " ")
        case _:
            return plain(value)


def says(column: Column, cell: CellText, text: str) -> bool:
    """Whether the cell means that text already, as the reader has it: "oui" needs not become "named"."""
    found = "" if cell.kind is CellKind.ERROR and column not in _ERRORS_ARE_READ else cell.text
    match column:
        case Column.LISTED:
            return (disclosure_of(found) or Disclosure.PENDING) == disclosure_of(text)
        case Column.KIND:
            return (kind_of(found) or Kind.ORGANISATION) == kind_of(text)
        case Column.COUNTS:
            return way_of(found) == way_of(text)
        case Column.ALSO_KNOWN_AS:
            return aliases_in(found) == aliases_in(text)
        case _:
            return plain(found) == text
