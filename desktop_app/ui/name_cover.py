"""Whether names that no letter prints may stand on the screen."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

IDLE = 600_000
"""Milliseconds without a key or a click after which names are hidden again."""
_SOMEBODY = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


class NameCover(QObject):
    """Hides withheld names when a campaign opens, when nobody is there, and at one key.

    Signals:
        changed: They are hidden now, or shown.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_on = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(IDLE)
        self._timer.timeout.connect(self.put_on)

    @property
    def is_on(self) -> bool:
        """Whether names are hidden."""
        return self._is_on

    def put_on(self) -> None:
        """Hide them."""
        self._timer.stop()
        self._turn(on=True)

    def take_off(self) -> None:
        """Show them for as long as somebody is there."""
        self._timer.start()
        self._turn(on=False)

    def _turn(self, *, on: bool) -> None:
        app = QApplication.instance()
        if on is self._is_on or app is None:
            return
        self._is_on = on
        # Nobody's keys are listened to while there is nothing to hide.
        if on:
            app.removeEventFilter(self)
        else:
            app.installEventFilter(self)
        self.changed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SOMEBODY:
            self._timer.start()
        return False
