"""How many sit in a body on that day, who presides, where that is written, and what is not known."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.composition import Composition
from desktop_app.domain.reporting import Finding, ProblemError, Severity
from desktop_app.files.reference_data import Reference
from desktop_app.services.surveying import Survey
from desktop_app.support.i18n import _, ngettext
from desktop_app.ui import kit
from desktop_app.ui.finding_line import KIND_OF, FindingLine, Link
from desktop_app.wording.recipients import (
    of_composition,
    of_day,
    of_elected,
    of_entry,
    of_recipients_finding,
    of_recipients_problem,
    of_state,
)

_SHOWN_ELSEWHERE = frozenset({"left-out", "address-old"})
"""Who is left out stands in a line of its own, the age of an address beside the address."""
_MANY = 3


class CompositionLine(QWidget):
    """A sentence for each body, its source on demand, a line for each kind of finding, and who is left out.

    Signals:
        take_in_asked: States that are left out shall get a letter.
        today_asked: Members shall be asked for as of today.
    """

    take_in_asked = Signal(object)
    today_asked = Signal()

    def __init__(self, reference: Reference) -> None:
        super().__init__()
        self._reference = reference
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)

    def clear(self) -> None:
        """Nothing to say."""
        kit.clear(self._lines)

    def show_survey(self, survey: Survey, way: str) -> None:
        """What there is to say about another one."""
        self.clear()
        for composition in survey.compositions:
            said = of_composition(composition, self._reference)
            if len(survey.compositions) > 1:
                said = f"{of_entry(self._reference, composition.body)}: {said}"
            self._show_composition(said, composition, elected=way == "each")
        self._show_findings(survey)
        self._show_left_out(survey)

    def _show_composition(self, said: str, composition: Composition, *, elected: bool) -> None:
        sign = ("circle-check", "ok") if composition.is_complete else ("triangle-alert", "warn")
        source = kit.button(_("Source"), "link")
        source.setCheckable(True)
        self._lines.addLayout(kit.row(kit.Icon(*sign), kit.Text(said, weight=600), source, None, spacing=8))
        more = of_elected(composition, self._reference) if elected else ""
        where = kit.caption(self._source_of(composition), wraps=True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where.hide()
        source.toggled.connect(where.setVisible)
        for text in (kit.Text(more, colour="text2", wraps=True) if more else None, where):
            if text is not None:
                text.setContentsMargins(24, 0, 0, 0)
                self._lines.addWidget(text)

    def show_problem(self, problem: ProblemError) -> None:
        """Why nobody can be chosen, and a way out where there is one."""
        self.clear()
        links: list[Link] = []
        if problem.code == "date-needed":
            links = [(_("Use today"), self.today_asked.emit)]
        sentence = of_recipients_problem(problem, self._reference)
        self._lines.addWidget(FindingLine("danger", sentence, links))

    def _show_left_out(self, survey: Survey) -> None:
        for why, sentence in (
            ("about", _("Left out, because the letter is about it: {names}.")),
            ("asked", _("You left out {names}.")),
        ):
            states = [p.state for p in survey.prospects if p.left_out == why and p.state]
            if states:
                line = sentence.format(names=self._names(states))
                take_in = partial(self.take_in_asked.emit, states)
                self._lines.addWidget(FindingLine("info", line, [(_("Take in"), take_in)]))

    def _show_findings(self, survey: Survey) -> None:
        """What must be settled or looked at has a line each; notes stand together."""
        notes = []
        for finding in survey.findings:
            if finding.code in _SHOWN_ELSEWHERE:
                continue
            said = self._gap(finding) or of_recipients_finding(finding, self._reference)
            if finding.severity is Severity.NOTE:
                notes.append(said)
            else:
                self._lines.addWidget(FindingLine(KIND_OF[finding.severity], said))
        if notes:
            line = kit.row(kit.Icon("info", "text3"), kit.caption(" ".join(notes), wraps=True), spacing=8)
            line.setStretch(1, 1)
            self._lines.addLayout(line)

    def _source_of(self, composition: Composition) -> str:
        tables = _("Our tables are of {day}.").format(day=of_day(self._reference.compiled))
        sources = self._reference.sources(composition.body, composition.on)
        if not sources:
            return _("Members as the United Nations count them.") + " " + tables
        return "\n".join((tables, *sources))

    def _gap(self, finding: Finding) -> str:
        """A gap that concerns many is said with their number."""
        states = finding.values.get("states")
        if finding.code != "street-unknown" or not isinstance(states, tuple):
            return ""
        if len(states) <= _MANY:
            names = ", ".join(of_state(self._reference, iso3) for iso3 in states)
            return _("No street is known for {states}; the address has none.").format(states=names)
        return ngettext(
            "No street is known for {number} recipient; the address has none.",
            "No street is known for {number} recipients; their addresses have none.",
            len(states),
        ).format(number=len(states))

    def _names(self, states: Sequence[str]) -> str:
        """A few names, and how many more there are."""
        names = [of_state(self._reference, iso3) for iso3 in states]
        if len(names) <= 2 * _MANY:
            return ", ".join(names)
        more = len(names) - 2 * _MANY
        return ngettext("{names} and {number} more", "{names} and {number} more", more).format(
            names=", ".join(names[: 2 * _MANY]), number=more
        )
