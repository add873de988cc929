"""Compares the letter with what was signed, or with what somebody else wrote, behind the window."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.writing import Block
from desktop_app.services.comparing import Compared, compared_with_file, compared_with_signed
from desktop_app.support.i18n import _
from desktop_app.ui.changes_view import ChangesView
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Task, steps_of
from desktop_app.ui.notices import Notices


class TextComparer(QObject):
    """Over the desk, a view and the notices of the page.

    Signals:
        began: The view shows a comparison.
        ended: It does not any more: names in it must not be seen.
    """

    began = Signal()
    ended = Signal()

    def __init__(self, desk: Desk, view: ChangesView, notices: Notices) -> None:
        super().__init__(view)
        self._desk, self._view, self._notices = desk, view, notices
        self._task = Task(self, self._failed)
        desk.opened.connect(self._forget)
        desk.cover.changed.connect(self._forget)

    def with_signed(self, language: str) -> None:
        """Say what changed since the letter was opened for signature."""
        campaign, masked = self._desk.campaign, self._desk.cover.is_on
        self._compare(
            lambda: compared_with_signed(campaign, language, masked=masked),
            _("What changed since it was signed"),
            _("What went is struck out, what came is underlined. Whoever signed then has not signed this."),
            _("This letter was not opened for signature yet."),
        )

    def with_file(self, language: str, mine: Sequence[Block], notes: Sequence[Block]) -> None:
        """Say how what was written here differs from the file."""
        campaign, masked = self._desk.campaign, self._desk.cover.is_on
        self._compare(
            lambda: (compared_with_file(campaign, language, mine, notes, masked=masked),),
            _("What you wrote, and what is in the file"),
            _("Struck out is what only the file has; underlined is what only you wrote."),
            _("Both say the same."),
        )

    def _compare(self, work: Callable[[], Iterable[Compared]], title: str, about: str, nothing: str) -> None:
        def show(found: object) -> None:
            compared = [one for one in found if isinstance(one, Compared)] if isinstance(found, tuple) else []
            if not any(one.version or one.passages for one in compared):
                self._notices.say("info", nothing)
                return
            self._view.show_changes(title, about, compared)
            self.began.emit()

        self._task.begin(steps_of(lambda: tuple(work())), show)

    def _forget(self) -> None:
        self._task.drop()
        self._view.forget()
        self.ended.emit()

    def _failed(self, error: object) -> None:
        if isinstance(error, ProblemError):
            self._notices.say_problem(error)
        else:
            self._desk.said.emit(error)
