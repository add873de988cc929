"""The page in the making."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui import kit
from desktop_app.ui.desk import Desk


class RecipientsPage(QWidget):
    """Over the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        layout = QVBoxLayout(self)
        layout.setContentsMargins(kit.MARGIN, 20, kit.MARGIN, 12)
        layout.addWidget(kit.title("Recipients"))
        layout.addStretch(1)
