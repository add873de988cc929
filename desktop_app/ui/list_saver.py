"""Brings the list on the desk to its workbook, behind the window, and takes over what others have saved."""

from collections.abc import Callable

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from desktop_app.domain.reporting import Finding, ProblemError, Severity
from desktop_app.domain.signatory import Signatory
from desktop_app.services.editing import Editing
from desktop_app.ui.jobs import Task, steps_of

IDLE_SAVE = 30_000
"""Milliseconds without a step after which the workbook is saved."""
_SYNC = 2_000
_SETTLE = 300
"""Milliseconds after a file has changed until it is looked at."""

Waiting = tuple[Callable[[], object], Callable[[ProblemError], object]]


class ListSaver(QObject):
    """Saves one list after the other.

    Signals:
        changed: The list says something else since it was saved, or since others have saved it.
        saved: What is saved, and what can be taken back, are others.
        said: A finding, or a problem of a save that nobody asked for.
    """

    changed = Signal()
    saved = Signal()
    said = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._editing: Editing | None = None
        self._waiting: list[Waiting] = []
        self._task = Task(self, self._not_written)
        self._watcher = QFileSystemWatcher(self)
        self._save_timer = timer(self, IDLE_SAVE, self.save_behind)
        self._sync_timer = timer(self, _SYNC, self._sync, single=False)
        self._look_timer = timer(self, _SETTLE, self.look_again)
        self._watcher.directoryChanged.connect(lambda _path: self._look_timer.start())
        self._watcher.fileChanged.connect(lambda _path: self._look_timer.start())

    def begin(self, editing: Editing) -> None:
        """Look after a list that lies on the desk now."""
        self._editing = editing
        campaign = editing.campaign
        self._watcher.addPaths([str(campaign.folder), str(campaign.listed.path)])
        self._sync_timer.start()

    def end(self) -> None:
        """It is put away; whoever saves it last has done so."""
        self._editing = None
        self._task.drop()
        self._waiting.clear()
        for each in (self._save_timer, self._sync_timer, self._look_timer):
            each.stop()
        if paths := [*self._watcher.directories(), *self._watcher.files()]:
            self._watcher.removePaths(paths)

    # Saving

    def save(self) -> None:
        """Write the workbook now, and wait for it.

        Raises:
            ProblemError: as ``Editing.save``.
        """
        self._save_timer.stop()
        if self._editing is None or self._editing.is_saved:
            return
        before = self._editing.history.rows
        self._tell(before, self._editing.save())
        self._go_on()

    def save_quietly(self) -> None:
        """Write the workbook now, when nobody asked for it: a problem is said, and tried again later."""
        try:
            self.save()
        except ProblemError as problem:
            self._refuse(problem)

    def save_behind(self) -> None:
        """Write the workbook behind the window; steps that are made meanwhile are for the next time."""
        self._save_timer.stop()
        pending = self._editing.begin_save() if self._editing is not None else None
        if pending is not None:
            self._task.begin(steps_of(pending.write), self._written)

    def save_soon(self) -> None:
        """Write it in a while; at once where nothing else keeps the step."""
        if self._editing is not None and self._editing.is_kept:
            self._save_timer.start()
        else:
            self.save_behind()

    def when_saved(self, done: Callable[[], object], refused: Callable[[ProblemError], object]) -> None:
        """Write the workbook behind the window, and go on when it says what the list says."""
        if self._editing is None or self._editing.is_saved:
            done()
            return
        self._waiting.append((done, refused))
        self.save_behind()

    def save_over_lock(self, problem: ProblemError, again: Callable[[], object] | None = None) -> None:
        """Save although an office program seems to have the list open: somebody knows that it has not.

        Args:
            problem: What told so.
            again: Makes the step once more that was stopped, and saves it; None where none was.
        """
        if self._editing is not None:
            self._editing.overrule_lock(problem)
            again() if again is not None else self.save_behind()

    def _written(self, _saved: object) -> None:
        if self._editing is None:
            return
        before = self._editing.history.rows
        self._tell(before, self._editing.end_save())
        self._look_timer.start()  # what others have done meanwhile
        if self._editing.is_saved:
            self._go_on()
        elif self._waiting:
            self.save_behind()
        else:
            self.save_soon()

    def _not_written(self, error: object) -> None:
        if self._editing is None:
            return
        try:
            self._editing.end_save()
        except ProblemError as problem:
            # What others have saved is merged while nobody works on the list.
            self.save_quietly() if problem.code == "list-changed" else self._refuse(problem)
        except Exception:  # noqa: BLE001 - told of below; the steps are in memory still
            waiting, self._waiting = self._waiting, []
            for _done, refused in waiting:
                refused(ProblemError("internal", kind=type(error).__name__, where="list_saver"))
            self.said.emit(error)

    def _refuse(self, problem: ProblemError) -> None:
        self._save_timer.start()
        waiting, self._waiting = self._waiting, []
        for _done, refused in waiting:
            refused(problem)
        if not waiting:
            self.said.emit(problem)

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, []
        for done, _refused in waiting:
            done()

    def _tell(self, before: tuple[Signatory, ...], findings: tuple[Finding, ...]) -> None:
        if self._editing is not None and self._editing.history.rows != before:
            self.changed.emit()
        self.saved.emit()
        for finding in findings:
            self.said.emit(finding)

    # Others, and the journal

    def look_again(self) -> None:
        """Take over what somebody else has saved meanwhile; our own save is waited for."""
        if self._editing is None:
            return
        # A file that another one took the place of is watched no longer.
        self._watcher.addPath(str(self._editing.campaign.listed.path))
        if self._editing.is_saving:
            return  # once more when that is done
        before = self._editing.history.rows
        try:
            findings = self._editing.refresh()
        except ProblemError as problem:
            self.said.emit(problem)
            return
        if self._editing.history.rows != before:
            findings = (Finding("list-changed-outside", Severity.NOTE), *findings)
        self._tell(before, findings)

    def _sync(self) -> None:
        if self._editing is not None:
            try:
                self._editing.sync()
            except ProblemError as problem:
                self.said.emit(problem)


def timer(parent: QObject, wait: int, call: Callable[[], object], *, single: bool = True) -> QTimer:
    """A timer that belongs to something."""
    made = QTimer(parent)
    made.setInterval(wait)
    made.setSingleShot(single)
    made.timeout.connect(call)
    return made
