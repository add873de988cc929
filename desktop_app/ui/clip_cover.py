"""What was copied while names were shown, and tells one, goes from the clipboard with them."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop_app.domain.folding import fold
from desktop_app.domain.hiding import is_secret
from desktop_app.ui.desk import Desk


class ClipCover(QObject):
    """Over the desk's names and the system's clipboard, as far as this program has filled it."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.cover.changed.connect(self._covered)

    def _covered(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if not self._desk.cover.is_on or not self._desk.is_open or not clipboard.ownsClipboard():
            return
        text = fold(clipboard.text())
        names = (row.name for row in self._desk.editing.history.rows if is_secret(row) and row.name)
        if any(fold(name) in text for name in names):
            clipboard.clear()
