"""The title, the subject and the other facts of a letter, as they may stand on the screen."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.hiding import is_secret
from desktop_app.domain.signatory import Signatory
from desktop_app.services.masking import Masked, Masker
from desktop_app.support.i18n import _
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Job, steps_of, while_there

_SETTLE = 300
_SHORT_LIST = 600
"""Rows whose names are looked for in less time than anybody notices."""


class FactCover(QObject):
    """Knows in which of them a withheld name stands; while it does not know yet, none of them is shown.

    Signals:
        changed: It stands in others now.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._held: Mapping[str, Masked] | None = None
        self._secret: list[Signatory] = []
        self._number = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE)
        self._timer.timeout.connect(self._look)
        desk.opened.connect(self._opened)
        desk.campaign_changed.connect(self._look)
        desk.list_changed.connect(lambda _rows: self._list_changed())

    def holds_name(self, text: str) -> bool:
        """Whether a withheld name stands in a fact, shown or not, or may stand there."""
        return self._held is None or text in self._held

    def hides(self, text: str) -> bool:
        """Whether a fact is shown with a gap in it at present."""
        return self._desk.cover.is_on and self.holds_name(text)

    def shown(self, text: str) -> str:
        """A fact as it may stand on the screen."""
        if not text or not self.hides(text):
            return text
        if self._held is None:
            return "…"
        return " ".join(piece or _("(hidden)") for piece in self._held[text]) or _("(hidden)")

    def _opened(self) -> None:
        self._number += 1
        self._timer.stop()
        self._held = None
        if len(self._desk.editing.history.rows) <= _SHORT_LIST:
            self._secret = self._secrets()
            self._held = Masker(self._desk.campaign).facts()
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
        campaign = self._desk.campaign
        job = Job(steps_of(lambda: Masker(campaign).facts()))
        job.succeeded.connect(while_there(self, partial(self._take, self._number)))
        job.failed.connect(self._desk.said)
        job.start()

    def _take(self, number: int, held: object) -> None:
        if number == self._number and isinstance(held, dict) and held != self._held:
            self._held = held
            self.changed.emit()
