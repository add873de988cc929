"""Findings in groups: what must be settled, what deserves a look, what is good to know."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.files.reference_data import Reference
from desktop_app.support.i18n import N_, _, ngettext
from desktop_app.ui import kit
from desktop_app.ui.finding_line import KIND_OF, LOOKS
from desktop_app.ui.finding_places import number_of, page_of
from desktop_app.ui.side_bar import Page
from desktop_app.wording.in_window import of_finding
from desktop_app.wording.letters import of_letter_place
from desktop_app.wording.recipients import of_recipients_finding

_TITLES = {
    Severity.ERROR: N_("Must be settled"),
    Severity.WARNING: N_("Have a look"),
    Severity.NOTE: N_("Good to know"),
}
_FEW = 3
"""Places shown at once; the others on demand."""

Go = Callable[[Finding, Place], object]


class FindingCards(QWidget):
    """A card for each severity, in it a line for each kind, with a way to each place."""

    def __init__(self, go: Go, reference: Reference) -> None:
        super().__init__()
        self._go, self._reference = go, reference
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)

    def show_findings(self, findings: Sequence[Finding], first: str) -> None:
        """Others; ``first`` is the campaign's first language."""
        kit.clear(self._layout)
        for severity, title in _TITLES.items():
            of_kind = [finding for finding in findings if finding.severity is severity]
            if of_kind:
                self._layout.addLayout(self._group(severity, _(title), of_kind, first))
        self.setVisible(bool(findings))

    def _sentence(self, finding: Finding) -> str:
        """With names for codes where it is about recipients."""
        if page_of(finding) is Page.RECIPIENTS:
            return of_recipients_finding(finding, self._reference)
        return of_finding(finding)

    def _group(self, severity: Severity, title: str, findings: Sequence[Finding], first: str) -> QVBoxLayout:
        kind = KIND_OF[severity]
        colour = "link" if kind == "info" else kind
        number = kit.Text(str(sum(map(number_of, findings))), "body", colour="text3")
        head = kit.row(kit.Icon(LOOKS[kind], colour), kit.Text(title, weight=600), number, None)
        card = kit.Card(margins=0, spacing=0)
        for place, finding in enumerate(findings):
            if place:
                card.body.addWidget(kit.rule())
            card.body.addWidget(_Line(finding, self._sentence(finding), kind, first, self._go))
        return kit.column(head, card, spacing=8)


class _Line(QWidget):
    """One kind of finding: its sentence, and its places, each with a way to it."""

    def __init__(self, finding: Finding, said: str, kind: str, first: str, go: Go) -> None:
        super().__init__()
        self._finding, self._first, self._go = finding, first, go
        sentence = kit.Text(said, weight=500, wraps=True)
        self.setAccessibleName(said)
        places = [place for place in finding.places if of_letter_place(place, first)]
        self._below = kit.column(spacing=0)
        line = kit.row(kit.Icon(LOOKS[kind], "link" if kind == "info" else kind), sentence, spacing=12)
        line.setStretchFactor(sentence, 1)
        if len(places) < 2:
            way = kit.button(_("Go there"), "link", pressed=lambda: go(finding, (places or [Place()])[0]))
            line.addWidget(way)
        if len(places) == 1:
            self._below.addWidget(kit.caption(of_letter_place(places[0], first)))
        elif places:
            self._show_places(places[:_FEW])
            if len(places) > _FEW:
                self._below.addWidget(self._more(places[_FEW:]), 0, Qt.AlignmentFlag.AlignLeading)
        below = kit.row(28, self._below, spacing=0)
        below.setStretchFactor(self._below, 1)
        whole = kit.column(line, below, spacing=0)
        whole.setContentsMargins(16, 6, 8, 8)
        self.setLayout(whole)

    def _show_places(self, places: Sequence[Place]) -> None:
        for place in places:
            said = of_letter_place(place, self._first)
            way = kit.button(said, "place", pressed=partial(self._go, self._finding, place))
            way.setAccessibleName(_("Go to {place}").format(place=said))
            self._below.addWidget(way, 0, Qt.AlignmentFlag.AlignLeading)

    def _more(self, places: Sequence[Place]) -> QWidget:
        said = ngettext("and {number} more", "and {number} more", len(places)).format(number=len(places))
        more = kit.button(said, "place")

        def show() -> None:
            more.hide()
            self._show_places(places)

        more.clicked.connect(lambda _checked=False: show())
        return more
