"""Where a finding is settled."""

from dataclasses import replace

from desktop_app.domain.reporting import Finding, Place
from desktop_app.files.campaign_folder import LISTS
from desktop_app.ui.side_bar import Page

_SETTINGS = ("recipients", "seat", "address")


_OF_RECIPIENTS = frozenset(
    {
        "address-old",
        "date-needed",
        "gender-unknown",
        "head-of-state-shared",
        "head-of-state-special",
        "language-unknown",
        "left-out",
        "members-not-states",
        "membership-unknown",
        "no-president",
        "office-unfit",
        "own-list-empty",
        "president-unknown",
        "recipient-nameless",
        "recipient-twice",
        "seat-unfit",
        "state-twice",
        "state-unknown",
        "street-unknown",
        "term-ended",
        "titles-differ",
        "unknown-body",
        "unknown-language",
        "unknown-office",
        "unknown-seat",
        "unknown-state",
        "unknown-way",
    }
)
_OF_LIST = frozenset(
    {
        "no-named-row",
        "few-anonymous",
        "named-and-withheld",
        "named-in-exports",
        "withheld-in-column",
        "withheld-unsearchable",
    }
)
_WITHOUT_PLACE = {"language-missing": Page.RECIPIENTS}
"""Where it is settled what has no place in any file."""


def page_of(finding: Finding) -> Page:
    """The place of the side bar that a finding concerns."""
    if finding.code in _OF_RECIPIENTS:
        return Page.RECIPIENTS
    if finding.code in _OF_LIST:
        return Page.SIGNATORIES
    pages = (_page_of(finding.code, place) for place in finding.places)
    return next(filter(None, pages), _WITHOUT_PLACE.get(finding.code, Page.LETTER))


def places_of(finding: Finding) -> tuple[Place, ...]:
    """Where there is something to do about a finding; a passage with several names in it is one place."""
    if not finding.code.startswith("withheld-name"):
        return finding.places
    return tuple(dict.fromkeys(replace(place, row=None) for place in finding.places))


def number_of(finding: Finding) -> int:
    """How many things there are to do about a finding."""
    return max(1, len(places_of(finding)))


def _page_of(code: str, place: Place) -> Page | None:
    # A row beside a letter or the settings is whose name stands there.
    if place.file.endswith(".docx") or code.startswith("petition"):
        return Page.LETTER
    if place.file == "campaign.toml":
        return Page.RECIPIENTS if place.part.startswith(_SETTINGS) else Page.LETTER
    if place.file.startswith("recipients"):
        return Page.RECIPIENTS
    is_list = place.file in LISTS or place.file.endswith((".xlsx", ".csv"))
    return Page.SIGNATORIES if place.row is not None or is_list else None
