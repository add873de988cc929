"""The page in the making."""

from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.reporting import ProblemError
from desktop_app.ui import kit


class StartPage(QWidget):
    """Where a letter begins. It is on the screen before the program is loaded, and needs none of it.

    Signals:
        open_asked: A campaign's folder.
        import_asked: The file of a letter.
    """

    open_asked = Signal(object)
    import_asked = Signal(object)

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self._notices = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(64, 40, 64, 16)
        layout.addLayout(self._notices)
        layout.addWidget(kit.title("New sign-on letter"))
        layout.addStretch(1)

    def tell(self, problem: ProblemError) -> None:
        """Say what stopped the work."""
        from desktop_app.ui.notices import Notices  # noqa: PLC0415 - only when there is something to say

        kit.clear(self._notices)
        notices = Notices()
        self._notices.addWidget(notices)
        notices.say_problem(problem)

    def remember(self, folder: Path, title: str) -> None:
        """Put a campaign on top of the recent ones."""
