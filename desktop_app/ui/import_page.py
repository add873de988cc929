"""The page in the making."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui import kit
from desktop_app.ui.desk import Desk


class ImportPage(QWidget):
    """Over the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        layout = QVBoxLayout(self)
        layout.setContentsMargins(kit.MARGIN, 20, kit.MARGIN, 12)
        layout.addWidget(kit.title("Import"))
        layout.addStretch(1)

    def take(self, letter: Path) -> None:
        """Take a letter apart and show it."""
