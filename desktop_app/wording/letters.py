"""What the window says of letters: where something stands in them, and what differs since the last export."""

import re

from desktop_app.domain.reporting import Place
from desktop_app.services.exporting_again import SinceExport
from desktop_app.support.i18n import _, ngettext
from desktop_app.wording.languages import of_language
from desktop_app.wording.places import PARTS, RECIPIENTS, of_fact, of_place
from desktop_app.wording.recipients import of_day

_LETTER = re.compile(r"letter(?:\.([A-Za-z-]+))?\.docx")


def of_letter_place(place: Place, first: str) -> str:
    """A place as somebody looks for it: "Letter, French, paragraph 3"; "Row 14"; "Facts, subject".

    Args:
        place: The place.
        first: The campaign's first language, whose letter has no language in its name.
    """
    pieces: list[str] = []
    if place.file == RECIPIENTS:
        said = of_place(place)
        return said[:1].upper() + said[1:]
    if found := _LETTER.fullmatch(place.file):
        pieces = [_("Letter"), of_language(found[1] or first)]
        pieces += [_(PARTS[place.part])] if place.part in PARTS else []
    elif place.file == "campaign.toml":
        pieces = [_("Facts"), *of_fact(place.part)]
    elif place.file and not place.file.endswith((".xlsx", ".csv")):
        pieces = [place.file]
    if place.paragraph is not None:
        pieces.append(_("paragraph {number}").format(number=place.paragraph))
    if place.row is not None:
        pieces.append(_("row {number}").format(number=place.row))
    said = ", ".join(pieces)
    return said[:1].upper() + said[1:]


def of_since(since: SinceExport) -> str:
    """What differs from the last export: "3 new, 1 taken back, text unchanged since 1 February 2024"."""
    day = of_day(since.when.astimezone().date())
    said = []
    if since.changes is not None:
        added = len(since.changes.added)
        gone = len(since.changes.hidden) + since.changes.gone
        said += [ngettext("{number} new", "{number} new", added).format(number=added)] if added else []
        said += (
            [ngettext("{number} taken back", "{number} taken back", gone).format(number=gone)] if gone else []
        )
        before, after = since.changes.before.total, since.changes.after.total
        if before != after:
            said.append(f"{before} → {after}")
        elif not said:
            said.append(_("list unchanged"))
    if since.text_changed is not None:
        said.append(_("text changed") if since.text_changed else _("text unchanged"))
    if not said:
        return _("What differs from the export of {day} is not known.").format(day=day)
    return _("{changes} since {day}").format(changes=", ".join(said), day=day)
