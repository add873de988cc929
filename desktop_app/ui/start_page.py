"""The page in the making."""

from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui import kit
from desktop_app.ui.desk import Desk
from desktop_app.ui.notices import Notices


class StartPage(QWidget):
    """Over the desk."""

    made = Signal(object)
    open_asked = Signal(object)
    import_asked = Signal(object)

    def __init__(self, desk: Desk, settings: QSettings) -> None:
        super().__init__()
        self._desk = desk
        self._settings = settings
        layout = QVBoxLayout(self)
        layout.setContentsMargins(64, 40, 64, 16)
        self.notices = Notices()
        layout.addWidget(self.notices)
        layout.addWidget(kit.title("New sign-on letter"))
        layout.addStretch(1)

    def remember(self, folder: Path, title: str) -> None:
        """Put a campaign on top of the recent ones."""
