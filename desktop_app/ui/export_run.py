"""One export after the other: the list is saved first, the letters are made behind the window."""

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.reporting import ProblemError
from desktop_app.services.exporting_again import export_on_disk
from desktop_app.services.naming import next_folder
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Task
from desktop_app.ui.letter_files import Stamps, stamps


class ExportRun(QObject):
    """Over the desk.

    Attributes:
        exported: The files as they were when the last export began.

    Signals:
        refused: Why the list could not be saved, and whether drafts were to be made.
        began: How many letters are made, in which folder they will lie, and in which formats.
        stepped: A ``Step``.
        succeeded: What was ``Handed`` over.
        failed: The exception.
        cancelled: It was stopped, and nothing is left of it.
    """

    refused = Signal(object, bool)
    began = Signal(int, object, object)
    stepped = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task = Task(self, self.failed.emit)
        self._asked = 0
        self._is_awaited = False
        self.exported: Stamps = {}

    @property
    def is_making(self) -> bool:
        """Whether letters are made at present."""
        return self._task.is_running

    @property
    def is_running(self) -> bool:
        """Whether an export is being made, or is about to be: the list is saved first."""
        return self._is_awaited or self.is_making

    def begin(self, formats: tuple[str, ...], *, draft: bool) -> None:
        """Save, and export what lies on the disk then."""
        self.drop()
        self._is_awaited = True
        asked = self._asked
        self._desk.saver.when_saved(
            lambda: self._make(asked, formats, draft=draft),
            lambda problem: self._refuse(asked, problem, draft=draft),
        )

    def _refuse(self, asked: int, problem: ProblemError, *, draft: bool) -> None:
        if asked == self._asked:
            self._is_awaited = False
            self.refused.emit(problem, draft)

    def _make(self, asked: int, formats: tuple[str, ...], *, draft: bool) -> None:
        """The workbook says what is to be exported; nobody waits for it any more where that is given up."""
        if asked != self._asked:
            return
        self._is_awaited = False
        campaign, chosen = self._desk.campaign, self._desk.chosen
        if isinstance(chosen, ProblemError):
            return
        self.exported = stamps(campaign)
        reference, password = self._desk.program.reference, campaign.listed.password
        folder = next_folder(campaign, chosen, draft=draft)
        steps = export_on_disk(campaign.folder, reference, password=password, draft=draft, formats=formats)
        self._task.begin(steps, self.succeeded.emit, stepped=self.stepped.emit, cancelled=self.cancelled.emit)
        self.began.emit(len(chosen.recipients), folder, formats)

    def cancel(self) -> None:
        """Stop the letters that are made, and hear how that ended."""
        self._task.cancel()

    def drop(self) -> None:
        """Stop, and hear nothing of it any more."""
        self._is_awaited = False
        self._asked += 1
        self._task.drop()
