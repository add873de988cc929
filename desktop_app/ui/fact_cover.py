"""The facts of a letter and its recipients, as they may stand on the screen."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.hiding import is_secret
from desktop_app.domain.recipient import Recipient
from desktop_app.domain.signatory import Signatory
from desktop_app.services.masking import Masked, Masker
from desktop_app.support.i18n import _
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Job, steps_of, while_there

_SETTLE = 300
_SHORT_LIST = 600
"""Rows whose names are looked for in less time than anybody notices."""

_Known = dict[str, Masked | None]
"""Texts that were asked about, each with its gaps; None where no name stands in it."""


class FactCover(QObject):
    """Knows in which of them a withheld name stands; while it does not know yet, none of them is shown.

    What a recipient is called need not come from a table: a list of one's own may name anybody.

    Signals:
        changed: It stands in others now.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._masker: Masker | None = None
        self._known: _Known = {}
        self._secret: list[Signatory] = []
        self._number = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE)
        self._timer.timeout.connect(self._look)
        desk.opened.connect(self._opened)
        desk.campaign_changed.connect(self._look)
        desk.list_changed.connect(lambda _rows: self._list_changed())

    @property
    def is_on(self) -> bool:
        """Whether names are hidden at present."""
        return self._desk.cover.is_on

    def holds_name(self, text: str) -> bool:
        """Whether a withheld name stands in a text, shown or not, or may stand there."""
        return self._masker is None or self._pieces(self._masker, text) is not None

    def hides(self, text: str) -> bool:
        """Whether a text is shown with a gap in it at present."""
        return bool(text) and self.is_on and self.holds_name(text)

    def shown(self, text: str) -> str:
        """A text as it may stand on the screen."""
        if not self.hides(text):
            return text
        pieces = self._pieces(self._masker, text) if self._masker is not None else None
        if pieces is None:
            return "…"
        return " ".join(piece or _("(hidden)") for piece in pieces) or _("(hidden)")

    def tells_name(self, recipient: Recipient) -> bool:
        """Whether a withheld name stands in what is said of somebody, shown or not."""
        texts = (recipient.key, " ".join(recipient.address), recipient.salutation, recipient.paragraph)
        return any(map(self.holds_name, (*texts, recipient.email)))

    def recipient(self, recipient: Recipient) -> Recipient:
        """Somebody as the letter addresses them, as far as that may stand on the screen."""
        if not self.is_on:
            return recipient
        address = tuple(map(self.shown, recipient.address))
        if self.shown(" ".join(recipient.address)) != " ".join(address):
            address = (_("(hidden)"),)  # a name goes over two lines
        return replace(
            recipient,
            address=address,
            salutation=self.shown(recipient.salutation),
            closing=self.shown(recipient.closing),
            paragraph=self.shown(recipient.paragraph),
            email=self.shown(recipient.email),
        )

    def _pieces(self, masker: Masker, text: str) -> Masked | None:
        if text not in self._known:
            self._known[text] = masker.held(text)
        return self._known[text]

    def _opened(self) -> None:
        self._number += 1
        self._timer.stop()
        self._masker, self._known = None, {}
        if len(self._desk.editing.history.rows) <= _SHORT_LIST:
            self._secret = self._secrets()
            self._masker = Masker(self._desk.campaign)
        else:
            self._look()

    def _secrets(self) -> list[Signatory]:
        return [row for row in self._desk.editing.history.rows if is_secret(row)]

    def _list_changed(self) -> None:
        if self._secrets() != self._secret:
            self._timer.start()

    def _look(self) -> None:
        if not self._desk.is_open:
            return
        self._number += 1
        self._secret = self._secrets()
        campaign, texts = self._desk.campaign, tuple(self._known)

        def look() -> tuple[Masker, _Known]:
            masker = Masker(campaign)
            return masker, {text: masker.held(text) for text in ("", *texts)}

        job = Job(steps_of(look))
        job.succeeded.connect(while_there(self, partial(self._take, self._number)))
        job.failed.connect(self._desk.said)
        job.start()

    def _take(self, number: int, looked: object) -> None:
        if number != self._number or not self._desk.is_open or not isinstance(looked, tuple):
            return
        was_known, knew = self._masker is not None, self._known
        self._masker, self._known = looked
        # A text that was first asked about while the job ran is not among those that it looked into.
        if not was_known or any(pieces != self._pieces(looked[0], text) for text, pieces in knew.items()):
            self.changed.emit()
