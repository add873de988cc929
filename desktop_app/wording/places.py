"""Where something stands, in words of whoever looks for it: no name of a part that only programs see."""

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.reporting import Place
from desktop_app.services.covering import HIDDEN
from desktop_app.support.i18n import N_, _, ngettext
from desktop_app.wording.languages import of_language

SETTINGS = "campaign.toml"
RECIPIENTS = "recipients"
"""Stands for the list of recipients; its file is the part, and a row of that the paragraph."""
PARTS = {
    "header": N_("header"),
    "footer": N_("footer"),
    "footnotes": N_("footnotes"),
    "endnotes": N_("endnotes"),
}
_PACKAGE = (
    (r"body|word/document\d*\.xml", N_("text")),
    (r"word/header\d*\.xml", PARTS["header"]),
    (r"word/footer\d*\.xml", PARTS["footer"]),
    (r"word/footnotes\d*\.xml", PARTS["footnotes"]),
    (r"word/endnotes\d*\.xml", PARTS["endnotes"]),
    (r"word/comments\w*\.xml", N_("comments")),
    (r"(word|xl)/styles\w*\.xml", N_("styles")),
    (r"word/numbering\d*\.xml", N_("numbering")),
    (r"(.*/)?_rels/.*", N_("links")),
    (r"(word|xl|ppt)/media/.*", N_("a picture")),
    (r"(word|xl|ppt)/embeddings/.*", N_("an embedded file")),
    (r"(word|xl)/charts/.*", N_("a chart")),
    (r"docProps/.*|meta\.xml|XMP", N_("properties of the file")),
    (r"xl/worksheets/.*|xl/sharedStrings\.xml", N_("cells")),
    (r"xl/comments.*|xl/threadedComments/.*", N_("comments")),
    (r"xl/workbook\.xml", N_("names of the sheets")),
    (r"content\.xml", N_("text")),
    (r"customXml/.*", N_("data that other programs left")),
    (r"strings", N_("properties, bookmarks or notes, or beside the text")),
    (r"attachment", N_("an attached file")),
    (r"out", N_("the name of the folder")),
)
_PAGE = re.compile(r"page (\d+)")
_NUMBER = re.compile(r"\[(\d+)\]")
_FACTS = {
    "title": N_("title"),
    "date": N_("date"),
    "place": N_("place"),
    "subject": N_("subject"),
    "reference": N_("reference"),
    "contacts": N_("contacts"),
    "signed_by": N_("who signs"),
    "noun": N_("what the signatories are called"),
    "nouns": N_("what the signatories are called"),
    "reason": N_("why some are not named"),
    "cc": N_("copies"),
    "enclosures": N_("enclosures"),
    "claimed": N_("the figures claimed"),
    "recipients": N_("recipients"),
    "petition": N_("petition"),
    "list": N_("list"),
    "languages": N_("languages"),
    "state": N_("state of the campaign"),
    "until": N_("the deadline"),
    "seat": N_("seat"),
    "about": N_("the states it is about"),
    "counts": N_("way of counting"),
    "files": N_("names of the files"),
    "message": N_("text of the e-mail"),
}


def of_place(place: Place) -> str:
    """A place in words: "letter.docx, footnotes, paragraph 3"; a row stands for its signatory."""
    if place.file == RECIPIENTS:
        return _in_recipients(place)
    in_sheet = _is_in_sheet(place)
    pieces = [of_file(place.file)]
    if place.file == SETTINGS:
        pieces.append(_of_setting(place.part))
    elif in_sheet and place.file and "/" not in place.part:
        pieces.append(place.part)  # the sheet's own name
    elif place.part != "body":
        pieces.append(of_part(place.part))
    if place.paragraph is not None:
        pieces.append(_("paragraph {number}").format(number=place.paragraph))
    if place.row is not None:
        # Beside a letter a row stands for the signatory whose name is not shown.
        row = _("row {number}") if in_sheet else _("(withheld, row {number})")
        pieces.append(row.format(number=place.row))
    return ", ".join(piece for piece in pieces if piece)


def _is_in_sheet(place: Place) -> bool:
    return not place.file or place.file.endswith((".xlsx", ".csv", ".tsv"))


def of_places(places: Sequence[Place], most: int) -> str:
    """The first places in words, a file named once, and how many more there are."""
    said: list[str] = []
    for before, place in zip((None, *places), places[:most], strict=False):
        # "form.xlsx, row 2, row 11": the place before says where the row is.
        goes_on = before is not None and _is_in_sheet(place) and replace(before, row=place.row) == place
        said.append(of_place(Place(row=place.row) if goes_on else place))
    names, more = ", ".join(filter(None, said)), len(places) - most
    if more <= 0:
        return names
    line = ngettext("{names} and {number} more", "{names} and {number} more", more)
    return line.format(names=names, number=more)


def _in_recipients(place: Place) -> str:
    pieces = [place.part or _("the list of recipients")]
    if place.paragraph is not None:
        entry = _("row {number}") if place.part else _("entry {number}")
        pieces.append(entry.format(number=place.paragraph))
    if place.row is not None:
        pieces.append(_("the name of row {number} of the signatories").format(number=place.row))
    return ", ".join(pieces)


def of_part(part: str) -> str:
    """A part of a file; one that nobody has a word for goes by its name: ``word/vbaProject.bin``."""
    *around, leaf = part.split("!")
    if page := _PAGE.fullmatch(leaf):
        said = _("page {number}").format(number=page[1])
    else:
        said = next((_(word) for pattern, word in _PACKAGE if re.fullmatch(pattern, leaf)), leaf)
    return of_file(", ".join(filter(None, (*around, said))))


def of_file(name: str) -> str:
    """The name of a file or of a part, what was covered in it in the reader's language."""
    return HIDDEN.sub(lambda covered: _("(hidden, row {row})").format(row=covered[1]), name)


def of_fact(part: str) -> list[str]:
    """A key of campaign.toml: what it holds, and in which language."""
    keys = re.split(r"[.\[]", part)
    language = keys[1] if keys[0] == "text" and len(keys) > 1 else ""
    known = next((_FACTS[key] for key in reversed(keys) if key in _FACTS), "")
    said = [_(known)] if known else [part]
    return [*said, of_language(language)] if language else said


def _of_setting(part: str) -> str:
    if not part:
        return ""
    what, *language = of_fact(part)
    if (number := _NUMBER.search(part)) and what != part:
        what = f"{what} {number[1]}"
    return _("{what} ({language})").format(what=what, language=language[0]) if language else what
