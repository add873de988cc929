"""An export that was refused: what stood in the way, and how to mend it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.reporting import Finding, LeakError, RefusedError, Severity
from desktop_app.files.reference_data import Reference
from desktop_app.services.opening import OpenCampaign
from desktop_app.support.i18n import _, ngettext
from desktop_app.ui import kit
from desktop_app.ui.finding_cards import FindingCards
from desktop_app.ui.hits import CODE, Hits, hits_of
from desktop_app.wording.in_window import of_problem


class ExportRefused(QWidget):
    """Over a ``RefusedError``. Nothing was written, and it says so.

    Signals:
        left: Back to before.
        place_asked: A finding and one of its places.
        row_asked: A row of the list.
        settle_asked: A place with its row, and why the name may stand there.
    """

    left = Signal()
    place_asked = Signal(object, object)
    row_asked = Signal(int)
    settle_asked = Signal(object, object)

    def __init__(self, reference: Reference) -> None:
        super().__init__()
        self._why = kit.Text("", colour="text2", wraps=True)
        self.hits = Hits()
        self.cards = FindingCards(self.place_asked.emit, reference)
        leak = Finding(CODE, Severity.ERROR)
        self.hits.place_asked.connect(lambda place: self.place_asked.emit(leak, place))
        self.hits.row_asked.connect(self.row_asked)
        self.hits.settle_asked.connect(self.settle_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(kit.MARGIN, 20, kit.MARGIN, 0)
        layout.setSpacing(16)
        mark = kit.column(kit.Icon("octagon-alert", "danger", 40), None)
        words = kit.column(kit.title(_("Nothing was handed over")), self._why, spacing=2)
        head = kit.row(mark, words, spacing=12)
        head.setStretchFactor(words, 1)
        head.addLayout(kit.column(kit.button(_("Back"), pressed=self.left.emit), None))
        layout.addLayout(head)
        layout.addWidget(kit.scrolling(self.hits, self.cards, self._lock_line(), None), 1)

    def _lock_line(self) -> QWidget:
        said = _(
            "A letter with a withheld name in it is not exported, by design. Only a sentence of its own text "
            "can be settled."
        )
        self._lock = QWidget()
        words = kit.Text(said, colour="text2", wraps=True)
        self._lock.setLayout(kit.row(kit.Icon("lock", "text2"), words, spacing=12))
        return self._lock

    def show_refusal(self, refused: RefusedError, campaign: OpenCampaign) -> None:
        """Another one."""
        hits = hits_of(refused.findings)
        if isinstance(refused, LeakError) and hits:
            said = ngettext(
                "The name check found a withheld name in {number} place. Everything made was deleted.",
                "The name check found withheld names in {number} places. Everything made was deleted.",
                len(hits),
            )
            self._why.setText(said.format(number=len(hits)))
        else:
            self._why.setText(of_problem(refused))
        self._lock.setVisible(bool(hits))
        self.hits.show_hits(hits, campaign, primary=True)
        others = [finding for finding in refused.findings if finding.code != CODE]
        self.cards.show_findings(others, campaign.campaign.languages[0])
        if self.hits.first is not None:
            self.hits.first.setFocus()
