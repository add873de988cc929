"""Begin a version of the letter in another language."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop_app.domain.reporting import ProblemError
from desktop_app.services.versions import can_begin, new_version
from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.desk import Desk
from desktop_app.wording.languages import of_language


class NewVersion(QObject):
    """A button with the languages in which there is no letter yet.

    Signals:
        begun: The language of a version that is there now.
        problem: Why it could not be begun.
    """

    begun = Signal(str)
    problem = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._menu = QMenu(parent)
        self._menu.aboutToShow.connect(self._fill)
        self.button: QPushButton = kit.icon_button("plus", _("Begin a translation"))
        self.button.setMenu(self._menu)

    def _fill(self) -> None:
        self._menu.clear()
        for language in can_begin(self._desk.campaign):
            action = self._menu.addAction(of_language(language))
            action.setData(language)
            action.triggered.connect(lambda _checked=False, code=language: self.begin(code))

    def begin(self, language: str) -> None:
        """Make the version; the letter's own text is copied, to be translated."""
        try:
            steps = new_version(self._desk.campaign, language)
        except ProblemError as problem:
            self.problem.emit(problem)
            return
        for step in steps:
            self._desk.steps.wrote(step)
        self.begun.emit(language)
