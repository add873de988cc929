"""The empty window: on the screen at once, while what belongs into it is still being loaded."""

from PySide6.QtCore import QByteArray, QSettings, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMainWindow


class Frame(QMainWindow):
    """Title, place and size, as they were left.

    It names nothing of Qt's large enumerations: they take longer to load than this window.

    Signals:
        painted: It has been seen for the first time.
    """

    painted = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self._is_painted = False
        self.setWindowTitle("Undersigned")
        self.setMinimumSize(880, 600)
        self.resize(1280, 800)
        geometry = settings.value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    def keep_place(self) -> None:
        """Remember place and size for the next time."""
        self._settings.setValue("geometry", self.saveGeometry())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)
