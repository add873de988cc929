"""Before an export: what must be settled, what will be written and under which names, and the one button."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.files.reference_data import Reference
from desktop_app.services.checking import lets_only_drafts_out
from desktop_app.services.exporting_again import SinceExport
from desktop_app.services.opening import OpenCampaign
from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.export_summary import ExportSummary, Outlook
from desktop_app.ui.file_table import FileTable
from desktop_app.ui.finding_cards import FindingCards
from desktop_app.ui.format_cards import FormatCards
from desktop_app.ui.hits import CODE, Hits, hits_of
from desktop_app.ui.notices import Notices
from desktop_app.wording.languages import of_language


class ExportReady(QWidget):
    """Over an ``Outlook`` and the findings.

    Args:
        covered: How a text may stand on the screen at present.

    Signals:
        export_asked: Letters.
        draft_asked: The same, with "Draft" on every page.
        place_asked: A finding and one of its places.
        row_asked: A row of the list.
        settle_asked: A place with its row, and why the name may stand there.
        recipients_asked: Nobody is chosen yet, or addresses are missing.
        formats_changed: Others are ticked.
    """

    export_asked = Signal()
    draft_asked = Signal()
    place_asked = Signal(object, object)
    row_asked = Signal(int)
    settle_asked = Signal(object, object)
    recipients_asked = Signal()
    formats_changed = Signal()

    def __init__(self, reference: Reference, covered: Callable[[str], str]) -> None:
        super().__init__()
        self._covered = covered
        self.notices = Notices()
        self.cards = FindingCards(self.place_asked.emit, reference)
        self.hits = Hits()
        self.files = FileTable(_("Files"), (_("File"), _("Language")))
        self.formats = FormatCards()
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
        self.summary.formats_asked.connect(self.go_to_formats)
        self.formats.changed.connect(self.formats_changed)
        self.formats.recipients_asked.connect(self.recipients_asked)
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
        column.addWidget(self.formats)
        heading = kit.row(kit.Text(_("Files"), weight=600), kit.caption(_("as they will be named")), None)
        self._files = QWidget()
        self._files.setLayout(kit.column(heading, self.files, spacing=8))
        column.addWidget(self._files, 100)
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

    # What it shows

    def show_outlook(self, outlook: Outlook | None, why_not: str = "") -> None:
        """What would be written; None where nobody is chosen, and why."""
        self._files.setVisible(outlook is not None and bool(outlook.files))
        self.formats.setVisible(outlook is not None)
        if outlook is None:
            self._where.setText(why_not)
            self.files.show_rows(())
        else:
            folder = f"{outlook.folder.parent.name}/{outlook.folder.name}"
            self._where.setText(_("to {folder}").format(folder=folder))
            rows = [
                (self._covered(file.name), of_language(file.language) if file.language else "")
                for file in outlook.files
            ]
            self.files.show_rows(rows)
            self.formats.show_without_address(outlook.without_address)
        self.summary.show_outlook(outlook, why_not)

    def show_findings(self, findings: Sequence[Finding], campaign: OpenCampaign) -> None:
        """What must be settled, and what deserves a look."""
        self._findings = findings
        self.hits.show_hits(hits_of(findings), campaign)
        others = [finding for finding in findings if finding.code != CODE]
        self.cards.show_findings(others, campaign.campaign.languages[0])
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        self.summary.show_errors(len(errors), draft=lets_only_drafts_out(findings))

    def show_since(self, since: SinceExport | None) -> None:
        """What differs from the last export."""
        self.summary.show_since(since)

    def go_to_what_must_be_settled(self) -> None:
        """To the first place of the gravest finding."""
        errors = [finding for finding in self._findings if finding.severity is Severity.ERROR]
        if errors:
            self.place_asked.emit(errors[0], (*errors[0].places, Place())[0])

    def go_to_formats(self) -> None:
        """To where a format is ticked."""
        self.formats.focus_first()
        self._scroll.ensureWidgetVisible(self.formats)
