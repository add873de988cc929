"""Where a finding is settled."""

from desktop_app.domain.reporting import Finding
from desktop_app.ui.side_bar import Page

_SETTINGS = ("recipients", "seat", "address")


def page_of(finding: Finding) -> Page:
    """The place of the side bar that a finding concerns."""
    if finding.code in _OF_RECIPIENTS:
        return Page.RECIPIENTS
    for place in finding.places:
        # A row beside a letter or the settings is whose name stands there.
        if place.file.endswith(".docx"):
            return Page.LETTER
        if place.file == "campaign.toml":
            return Page.RECIPIENTS if place.part.startswith(_SETTINGS) else Page.LETTER
        if place.file.startswith("recipients"):
            return Page.RECIPIENTS
        if place.row is not None or place.file.endswith((".xlsx", ".csv")):
            return Page.SIGNATORIES
    return Page.LETTER


_OF_RECIPIENTS = frozenset(
    {"unknown-body", "unknown-state", "president-unknown", "no-president", "date-needed"}
)
