"""Findings of a page, one after the other: "1 of 2", up and down, and a way to the place."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.support.i18n import N_, _
from desktop_app.ui import kit
from desktop_app.ui.finding_line import KIND_OF, FindingLine, Link
from desktop_app.ui.finding_places import places_of
from desktop_app.wording.in_window import of_finding
from desktop_app.wording.letters import of_letter_place

_NUMBERS = {
    Severity.ERROR: N_("{number} of {total} to settle"),
    Severity.WARNING: N_("{number} of {total} to look at"),
    Severity.NOTE: N_("{number} of {total} good to know"),
}


class FindingWalk(QWidget):
    """Shows one finding at one of its places.

    Signals:
        show_asked: A finding and the place to show.
    """

    show_asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._stops: list[tuple[Finding, Place]] = []
        self._at, self._first = 0, "en"
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_findings(self, findings: Sequence[Finding], first: str) -> None:
        """Others; one stays where one was, as far as that is there."""
        self._first = first
        ordered = sorted(findings, key=lambda finding: list(Severity).index(finding.severity))
        stops = ((finding, place) for finding in ordered for place in places_of(finding) or (Place(),))
        self._stops = list(stops)
        self._at = min(self._at, max(0, len(self._stops) - 1))
        self._show()

    def go(self, step: int) -> None:
        """To the next, or the one before."""
        if self._stops:
            self._at = (self._at + step) % len(self._stops)
            self._show()
            self.show_asked.emit(*self._stops[self._at])

    def go_to(self, finding: Finding, place: Place) -> None:
        """To one of them."""
        for at, (other, there) in enumerate(self._stops):
            if other.code == finding.code and _is_at(there, place):
                self._at = at
                self._show()
                return

    def _show(self) -> None:
        kit.clear(self._layout)
        self.setVisible(bool(self._stops))
        if not self._stops:
            return
        finding, place = self._stops[self._at]
        where = of_letter_place(place, self._first)
        sentence = of_finding(finding)
        said = _("{place}: {sentence}").format(place=where, sentence=sentence) if where else sentence
        line = FindingLine(KIND_OF[finding.severity], said, self._links(finding, place))
        row = line.layout()
        if len(self._stops) > 1 and row is not None:
            row.addWidget(kit.Text(self._number(), "caption", colour="text2"))
            row.addWidget(kit.icon_button("chevron-up", _("Previous, Shift+F8"), lambda: self.go(-1)))
            row.addWidget(kit.icon_button("chevron-down", _("Next, F8"), lambda: self.go(1)))
        self._layout.addWidget(line)

    def _number(self) -> str:
        """Which it is among those that matter as much; the gravest stand first."""
        severity = self._stops[self._at][0].severity
        same = [at for at, (finding, _place) in enumerate(self._stops) if finding.severity is severity]
        said = _(_NUMBERS[severity])
        return said.format(number=same.index(self._at) + 1, total=len(same))

    def _links(self, finding: Finding, place: Place) -> list[Link]:
        return [(_("Show"), lambda: self.show_asked.emit(finding, place))]


def _is_at(there: Place, place: Place) -> bool:
    return (there.file, there.part, there.paragraph) == (place.file, place.part, place.paragraph)
