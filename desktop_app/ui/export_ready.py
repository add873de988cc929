"""Before an export: what must be settled, what will be written and under which names, and the one button."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.counting import Count
from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.files.reference_data import Reference
from desktop_app.services.checking import is_fine_in_a_draft
from desktop_app.services.exporting_again import SinceExport
from desktop_app.services.opening import OpenCampaign
from desktop_app.support.i18n import _, ngettext
from desktop_app.ui import kit
from desktop_app.ui.file_table import FileTable
from desktop_app.ui.finding_cards import FindingCards
from desktop_app.ui.hits import CODE, Hits, hits_of
from desktop_app.ui.notices import Notices
from desktop_app.wording.letters import of_since
from desktop_app.wording.recipients import of_language

_SUMMARY = 288
_ALIGN_TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an export would be.

    Attributes:
        names: The letters' file names with their languages.
        folder: Where they would be handed over.
        withheld: How many names the name check would look for.
        signed_text: The text that was opened for signature last; empty where none was.
    """

    campaign: OpenCampaign
    names: tuple[tuple[str, str], ...]
    folder: Path
    figures: Count
    withheld: int
    signed_text: str


class ExportReady(QWidget):
    """Over an ``Outlook`` and the findings.

    Signals:
        export_asked: Letters.
        draft_asked: The same, with "Draft" on every page.
        place_asked: A finding and one of its places.
        row_asked: A row of the list.
        settle_asked: A place with its row, and why the name may stand there.
        recipients_asked: Nobody is chosen yet.
    """

    export_asked = Signal()
    draft_asked = Signal()
    place_asked = Signal(object, object)
    row_asked = Signal(int)
    settle_asked = Signal(object, object)
    recipients_asked = Signal()

    def __init__(self, reference: Reference) -> None:
        super().__init__()
        self.notices = Notices()
        self.cards = FindingCards(self.place_asked.emit, reference)
        self.hits = Hits()
        self.files = FileTable(_("Files"), (_("File"), _("Language")))
        self.summary = ExportSummary()
        self._where = kit.Text("", colour="text2", wraps=True)
        self._findings: Sequence[Finding] = ()
        leak = Finding(CODE, Severity.ERROR)
        self.hits.place_asked.connect(lambda place: self.place_asked.emit(leak, place))
        self.hits.row_asked.connect(self.row_asked)
        self.hits.settle_asked.connect(self.settle_asked)
        self.summary.export_asked.connect(self.export_asked)
        self.summary.draft_asked.connect(self.draft_asked)
        self.summary.settle_asked.connect(self.go_to_what_must_be_settled)
        self.summary.recipients_asked.connect(self.recipients_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(kit.MARGIN, 20, kit.MARGIN, 0)
        layout.setSpacing(12)
        layout.addLayout(kit.column(kit.title(_("Export")), self._where, spacing=2))
        layout.addWidget(self.notices)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 20)
        column.setSpacing(16)
        column.addWidget(self.hits)
        column.addWidget(self.cards)
        self._formats = self._format_card()
        column.addWidget(self._formats)
        heading = kit.row(kit.Text(_("Files"), weight=600), kit.caption(_("as they will be named")), None)
        column.addLayout(kit.column(heading, self.files, spacing=8), 100)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        side = kit.column(self.summary, None)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addWidget(self._scroll, 1)
        columns.addLayout(side)
        layout.addLayout(columns, 1)

    def _format_card(self) -> QWidget:
        card = kit.Card(margins=12, spacing=2)
        words = kit.column(kit.Text(_("Word"), weight=500), kit.caption(".docx"), spacing=0)
        card.body.addLayout(kit.row(kit.Icon("file-text", "link", 18), words, None, spacing=12))
        holder = QWidget()
        holder.setLayout(kit.column(kit.Text(_("Format"), weight=600), card, spacing=8))
        return holder

    # What it shows

    def show_outlook(self, outlook: Outlook | None, why_not: str = "") -> None:
        """What would be written; None where nobody is chosen, and why."""
        self.files.setVisible(outlook is not None)
        self._formats.setVisible(outlook is not None)
        if outlook is None:
            self._where.setText(why_not)
            self.files.show_rows(())
        else:
            folder = f"{outlook.folder.parent.name}/{outlook.folder.name}"
            self._where.setText(_("to {folder}").format(folder=folder))
            self.files.show_rows([(name, of_language(language)) for name, language in outlook.names])
        self.summary.show_outlook(outlook, why_not)

    def show_findings(self, findings: Sequence[Finding], campaign: OpenCampaign) -> None:
        """What must be settled, and what deserves a look."""
        self._findings = findings
        self.hits.show_hits(hits_of(findings), campaign)
        others = [finding for finding in findings if finding.code != CODE]
        self.cards.show_findings(others, campaign.campaign.languages[0])
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        self.summary.show_errors(len(errors), draft=all(map(is_fine_in_a_draft, errors)))

    def show_since(self, since: SinceExport | None) -> None:
        """What differs from the last export."""
        self.summary.show_since(since)

    def go_to_what_must_be_settled(self) -> None:
        """To the first place of the gravest finding."""
        errors = [finding for finding in self._findings if finding.severity is Severity.ERROR]
        if errors:
            self.place_asked.emit(errors[0], (*errors[0].places, Place())[0])


class ExportSummary(kit.Card):
    """The card at the side. Its one button leads to what must be settled until it can export."""

    export_asked = Signal()
    draft_asked = Signal()
    settle_asked = Signal()
    recipients_asked = Signal()

    def __init__(self) -> None:
        super().__init__(margins=20, spacing=8)
        self.setFixedWidth(round(_SUMMARY * kit.scale()))
        self._outlook: Outlook | None = None
        self._errors, self._draft_is_fine = 0, False
        self._title = kit.Text("", "figure-small", weight=600, wraps=True)
        self._to = kit.Text("", colour="text2", wraps=True)
        self._figures = QVBoxLayout()
        self._figures.setSpacing(6)
        self._since = kit.Text("", colour="text2", wraps=True)
        self._rule = kit.rule()
        self.button = kit.button("", "primary", icon="send", pressed=self._press)
        self._note_icon = kit.Icon("shield-check", "ok")
        self._note = kit.caption(wraps=True)
        self.draft = kit.button(_("Export as drafts"), "quiet", pressed=self.draft_asked.emit)
        self.draft.setToolTip(_("Every page says “Draft”."))
        self.body.addWidget(self._title)
        self.body.addWidget(self._to)
        self.body.addWidget(kit.rule())
        self.body.addLayout(self._figures)
        self.body.addWidget(self._rule)
        self.body.addWidget(self._since)
        self.body.addSpacing(4)
        self.body.addWidget(self.button)
        mark = kit.column(self._note_icon, None)
        self.body.addLayout(kit.row(mark, self._note, spacing=8))
        self.body.addWidget(self.draft)
        self.show_since(None)

    def show_outlook(self, outlook: Outlook | None, why_not: str) -> None:
        """What would be written."""
        self._outlook = outlook
        kit.clear(self._figures)
        if outlook is None:
            self._title.setText(_("Nobody is chosen yet"))
            self._to.setText(why_not)
        else:
            number = len(outlook.names)
            self._title.setText(ngettext("{number} letter", "{number} letters", number).format(number=number))
            self._to.setText(_("one file for each recipient"))
            for name, value, inset in _figures(outlook):
                shade = "text2"
                label = kit.Text(name, colour=shade)
                label.setContentsMargins(12 if inset else 0, 0, 0, 0)
                figure = kit.Text(value, weight=500, wraps=True)
                figure.setAlignment(Qt.AlignmentFlag.AlignTrailing)
                line = kit.row(label, figure)
                line.setStretchFactor(figure, 1)
                self._figures.addLayout(line)
        self._show_button()

    def show_errors(self, errors: int, *, draft: bool) -> None:
        """How much must be settled, and whether drafts may go out in spite of it."""
        self._errors, self._draft_is_fine = errors, draft
        self._show_button()

    def show_since(self, since: SinceExport | None) -> None:
        """What differs from the last export."""
        self._since.setVisible(since is not None)
        self._rule.setVisible(since is not None)
        if since is not None:
            self._since.setText(of_since(since))

    def _show_button(self) -> None:
        ready = self._outlook is not None and not self._errors
        if self._outlook is None:
            text, note = _("Choose recipients"), ""
        elif self._errors:
            text = _("Go to what must be settled")
            note = _("Exporting opens when nothing is left that must be settled.")
        else:
            number = len(self._outlook.names)
            text = ngettext("Export {number} letter", "Export {number} letters", number).format(number=number)
            withheld = self._outlook.withheld
            note = ngettext(
                "Every finished file is opened again and searched for the {number} withheld name before you "
                "get it.",
                "Every finished file is opened again and searched for the {number} withheld names before you "
                "get it.",
                withheld,
            ).format(number=withheld)
            if not withheld:
                note = _("Every finished file is opened again and checked before you get it.")
        kit.dress_button(self.button, text, "primary" if ready else "accented", "send" if ready else "")
        self._note.setText(note)
        self._note_icon.setVisible(ready)
        self.draft.setVisible(bool(self._outlook and self._errors and self._draft_is_fine))

    def _press(self) -> None:
        if self._outlook is None:
            self.recipients_asked.emit()
        elif self._errors:
            self.settle_asked.emit()
        else:
            self.export_asked.emit()


def _figures(outlook: Outlook) -> list[tuple[str, str, bool]]:
    languages = Counter(language for _name, language in outlook.names)
    spoken = ", ".join(
        f"{number}\u00a0{of_language(language)}" for language, number in languages.most_common()
    )
    rows = [
        (_("Files"), _("{number} and a register").format(number=len(outlook.names)), False),
        (_("Languages"), spoken, False),
        (_("Signatories"), str(outlook.figures.total), False),
        (_("printed"), str(outlook.figures.named), True),
        (_("counted only"), str(outlook.figures.anonymous), True),
    ]
    if outlook.signed_text:
        rows.append((_("Text as signed"), outlook.signed_text, False))
    return rows
