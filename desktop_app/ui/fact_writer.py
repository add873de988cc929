"""The facts of a letter beside it: shown in its language, and written into the settings when changed."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.settings_edit import Key, Setting
from desktop_app.services.facts import set_fact, take_picture
from desktop_app.services.undoing import FileStep
from desktop_app.ui.desk import Desk
from desktop_app.ui.facts_panel import FactsPanel
from desktop_app.ui.notices import Notices


class FactWriter(QObject):
    """Over the desk and the panel with the facts; each change is a step that can be undone.

    Args:
        desk: Whose campaign has the facts.
        panel: Where they are changed.
        notices: Where it is said what the disk refuses.
        language: Of the letter that is shown.
    """

    def __init__(self, desk: Desk, panel: FactsPanel, notices: Notices, language: Callable[[], str]) -> None:
        super().__init__(panel)
        self._desk, self._panel, self._notices, self._language = desk, panel, notices, language
        panel.changed.connect(self._change)
        panel.picture_chosen.connect(self._take_picture)

    def show(self) -> None:
        """Show them as they are in the settings."""
        self._panel.show_facts(self._desk.campaign.campaign, self._language())

    def _change(self, keys: Sequence[Key], value: Setting) -> None:
        self._write(lambda: set_fact(self._desk.campaign, keys, value))

    def _take_picture(self, signer: int, file: Path) -> None:
        self._write(lambda: take_picture(self._desk.campaign, signer, file))

    def _write(self, write: Callable[[], FileStep | None]) -> None:
        if not self._desk.is_open:
            return
        self._notices.clear()
        try:
            step = write()
            if step is not None:
                self._desk.steps.wrote(step)
        except ProblemError as problem:
            self._notices.say_problem(problem)
            self.show()
