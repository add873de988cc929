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
        put_away: Nobody is there, or names are to be hidden: what is being typed is to go as well, and names
            that are shown although the others are hidden.
    """

    changed = Signal()
    put_away = Signal()

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
        self._listen(on=False)
        self.put_away.emit()
        self._turn(on=True)

    def take_off(self) -> None:
        """Show them for as long as somebody is there."""
        self.watch()
        self._turn(on=False)

    def watch(self) -> None:
        """See that somebody is there: a name is shown, typed or asked about, hidden as the others may be."""
        self._timer.start()
        self._listen(on=True)

    def _turn(self, *, on: bool) -> None:
        if on is not self._is_on:
            self._is_on = on
            self.changed.emit()

    def _listen(self, *, on: bool) -> None:
        """Nobody's keys are listened to while there is nothing to hide."""
        app = QApplication.instance()
        if app is None:
            return
        app.removeEventFilter(self)
        if on:
            app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SOMEBODY:
            self._timer.start()
        return False
