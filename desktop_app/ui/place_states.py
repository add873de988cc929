"""What each place of the side bar says of itself."""

from collections import Counter

from desktop_app.domain.reporting import Severity
from desktop_app.services.choosing import Chosen
from desktop_app.support.i18n import _, ngettext
from desktop_app.ui.desk import Desk
from desktop_app.ui.finding_places import number_of, page_of
from desktop_app.ui.side_bar import Page, State

_CALM = "text2"


def place_states(desk: Desk) -> dict[Page, State]:
    """The state of each place: what must be settled there, else what there is."""
    if not desk.is_open:
        return dict.fromkeys(Page, ("", _CALM))
    must: Counter[Page] = Counter()
    for finding in desk.checker.findings:
        if finding.severity is Severity.ERROR:
            must[page_of(finding)] += number_of(finding)
    figures, chosen = desk.figures, desk.chosen
    states: dict[Page, State] = {
        Page.LETTER: ("", _CALM),
        Page.SIGNATORIES: (f"{figures.named} + {figures.anonymous}", _CALM),
        Page.RECIPIENTS: (
            (str(len(chosen.recipients)), _CALM) if isinstance(chosen, Chosen) else (_("none yet"), _CALM)
        ),
        Page.EXPORT: ("", _CALM),
    }
    for page, number in must.items():
        states[page] = (_to_settle(number), "danger")
    if must:
        states[Page.EXPORT] = (_to_settle(must.total()), "danger")
    return states


def _to_settle(number: int) -> str:
    return ngettext("{number} to settle", "{number} to settle", number).format(number=number)
