"""How many sit in a body on that day, who presides, where that is written, and what is not known."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.reporting import Severity
from desktop_app.files.reference_data import Reference
from desktop_app.services.surveying import Survey
from desktop_app.support.i18n import _, ngettext
from desktop_app.ui import kit
from desktop_app.ui.finding_line import KIND_OF, FindingLine
from desktop_app.wording.recipients import (
    of_composition,
    of_day,
    of_elected,
    of_entry,
    of_recipients_finding,
    of_state,
)

_SHOWN_ELSEWHERE = frozenset({"left-out", "address-old"})
"""Who is left out stands in a line of its own, the age of an address beside the address."""
_MANY = 3


class CompositionLine(QWidget):
    """One sentence for each body, its source on demand, and one line for each kind of finding."""

    def __init__(self, reference: Reference) -> None:
        super().__init__()
        self._reference = reference
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)

    def clear(self) -> None:
        """Nothing to say."""
        kit.clear(self._lines)

    def show_survey(self, survey: Survey, way: str) -> None:
        """What there is to say about another one."""
        self.clear()
        for composition in survey.compositions:
            complete = composition.is_complete
            sign = kit.Icon(*(("circle-check", "ok") if complete else ("triangle-alert", "warn")))
            said = of_composition(composition, self._reference)
            if len(survey.compositions) > 1:
                said = f"{of_entry(self._reference, composition.body)}: {said}"
            sentence = kit.Text(said, weight=600)
            elected = of_elected(composition, self._reference) if way == "each" else ""
            more = kit.Text(elected, colour="text2", wraps=True)
            source = kit.button(_("Source"), "link")
            source.setCheckable(True)
            self._lines.addLayout(self._row(sign, sentence, more, source))
            where = kit.caption(self._source_of(survey, composition.body), wraps=True)
            where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            where.hide()
            source.toggled.connect(where.setVisible)
            self._lines.addWidget(where)
        for finding in survey.findings:
            if finding.code not in _SHOWN_ELSEWHERE:
                said = self._sentence(finding.code, finding.values.get("states")) or of_recipients_finding(
                    finding, self._reference
                )
                if finding.severity is Severity.NOTE:
                    text = kit.caption(said, wraps=True)
                    self._lines.addLayout(self._note(text))
                else:
                    self._lines.addWidget(FindingLine(KIND_OF[finding.severity], said))

    def _row(self, sign: QWidget, sentence: kit.Text, more: kit.Text, source: QWidget) -> QVBoxLayout:
        line = kit.row(sign, sentence, more, source, spacing=8)
        line.setStretch(2, 1)
        return kit.column(line)

    def _note(self, text: kit.Text) -> QVBoxLayout:
        line = kit.row(kit.Icon("info", "text3"), text, spacing=8)
        line.setStretch(1, 1)
        return kit.column(line)

    def _source_of(self, survey: Survey, body: str) -> str:
        tables = _("Our tables are of {day}.").format(day=of_day(self._reference.compiled))
        sources = self._reference.sources(body, survey.on)
        if not sources:
            return _("Members as the United Nations count them.") + " " + tables
        return "\n".join((tables, *sources))

    def _sentence(self, code: str, states: object) -> str:
        """A gap that concerns many is said with their number."""
        if code != "street-unknown" or not isinstance(states, tuple):
            return ""
        if len(states) <= _MANY:
            names = ", ".join(of_state(self._reference, iso3) for iso3 in states)
            return _("No street is known for {states}; the address has none.").format(states=names)
        return ngettext(
            "No street is known for {number} recipient; the address has none.",
            "No street is known for {number} recipients; their addresses have none.",
            len(states),
        ).format(number=len(states))


def names_of(states: Sequence[str], reference: Reference) -> str:
    """A few names, and how many more there are."""
    names = [of_state(reference, iso3) for iso3 in states]
    if len(names) <= 2 * _MANY:
        return ", ".join(names)
    more = len(names) - 2 * _MANY
    return ngettext("{names} and {number} more", "{names} and {number} more", more).format(
        names=", ".join(names[: 2 * _MANY]), number=more
    )
