"""Names on the clipboard: nobody's history keeps them, and they go when names are hidden."""

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from desktop_app.domain.folding import fold
from desktop_app.domain.hiding import is_secret
from desktop_app.ui.desk import Desk

_HINTS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
}
"""What password managers say to the histories of clipboards of KDE and Windows. Others know no such word."""


def sensitive(text: str) -> QMimeData:
    """A text for the clipboard that no history shall keep, and no cloud get."""
    clip = QMimeData()
    clip.setText(text)
    keep_from_histories(clip)
    return clip


def keep_from_histories(clip: QMimeData) -> None:
    """Say that no history shall keep it, and no cloud get it."""
    for hint, value in _HINTS.items():
        clip.setData(hint, value)


def tells_name(desk: Desk, text: str) -> bool:
    """Whether a name stands in a text that no letter prints."""
    if not desk.is_open:
        return False
    folded = fold(text).replace("\n", " ")
    secret = (row for row in desk.editing.history.rows if is_secret(row))
    names = (fold(name) for row in secret for name in (row.name, *row.also_known_as))
    return any(name and name in folded for name in names)


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
        if tells_name(self._desk, clipboard.text()):
            clipboard.clear()
