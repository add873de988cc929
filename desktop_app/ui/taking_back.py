"""Undo and redo: of the text where that is being written, else of the campaign."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.reporting import ProblemError
from desktop_app.support.i18n import _
from desktop_app.ui.desk import Desk
from desktop_app.ui.notices import Notices
from desktop_app.ui.writing.writer import Writer
from desktop_app.wording import of_change


class TakingBack(QObject):
    """Over the desk. A name that would be printed again is asked about.

    Args:
        desk: Whose steps are taken back.
        text_in_hand: What is being written at present; None where the cursor stands elsewhere.
        notices: Of the list, where it is asked.

    Signals:
        asked: Something stands on the page of the list that has to be answered.
        refused: The problem that stopped it.
    """

    asked = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, text_in_hand: Callable[[], Writer | None], notices: Notices) -> None:
        super().__init__(desk)
        self._desk, self._text_in_hand, self._notices = desk, text_in_hand, notices

    def undo(self) -> None:
        """Take the last step back."""
        text = self._text_in_hand()
        self._go(self._desk.steps.undo) if text is None else text.undo()

    def redo(self) -> None:
        """Make the last step again."""
        text = self._text_in_hand()
        self._go(self._desk.steps.redo) if text is None else text.redo()

    def names(self) -> tuple[str, str]:
        """What undo and redo would do to the campaign, in words; empty where there is nothing."""
        undo, redo = self._desk.steps.undoable(), self._desk.steps.redoable()
        return (
            of_change(undo.what, undo.values) if undo else "",
            of_change(redo.what, redo.values) if redo else "",
        )

    def _go(self, way: Callable[..., None], *, confirmed: bool = False) -> None:
        self._notices.clear()  # what stands there offers ways that belong to the step before
        try:
            way(naming_confirmed=confirmed)
        except ProblemError as problem:
            if problem.code == "undo-names-again":
                self.asked.emit()
                again = (_("Name it again"), lambda: self._go(way, confirmed=True))
                self._notices.say_problem(problem, [again])
            else:
                self.refused.emit(problem)
