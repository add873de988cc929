"""Take back what was done in a campaign, in the order in which it was done: the list and files beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.reporting import Place, ProblemError, Value
from desktop_app.files.campaign_folder import not_writable
from desktop_app.files.safe_save import write_private
from desktop_app.services.editing import Editing


@dataclass(frozen=True, slots=True)
class FileStep:
    """A small file of the campaign that was written anew: its settings, its table of recipients, a letter.

    Attributes:
        what: A code that ``wording`` knows.
        path: The file.
        before: What it held; None where there was none.
        after: What it holds since.
    """

    what: str
    path: Path
    before: bytes | None
    after: bytes | None

    @property
    def reversed(self) -> "FileStep":
        """The step that takes this one back."""
        return FileStep(self.what, self.path, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Told:
    """A step as it is told of: its code, and what goes into its sentence."""

    what: str
    values: Mapping[str, Value]


class UndoStack:
    """All steps of a session, on the list and on other files.

    A step on the list is kept by the list's own history; here stands None in its place.
    """

    def __init__(self, editing: Editing) -> None:
        self._editing = editing
        self._done: list[FileStep | None] = []
        self._undone: list[FileStep | None] = []

    def noted(self, step: FileStep | None = None) -> None:
        """A step was made: on a file, or by the history of the list."""
        self._done.append(step)
        self._undone.clear()

    def undoable(self) -> Told | None:
        """What ``undo`` would take back."""
        self._forget_lost()
        if not self._done:
            return None
        step, change = self._done[-1], self._editing.history.undoable
        return _told(step) if step or not change else Told(change.what, change.values)

    def redoable(self) -> Told | None:
        """What ``redo`` would make again."""
        self._forget_lost()
        if not self._undone:
            return None
        step, change = self._undone[-1], self._editing.history.redoable
        return _told(step) if step or not change else Told(change.what, change.values)

    def undo(self, *, naming_confirmed: bool = False) -> FileStep | None:
        """Take the last step back; what is returned is the file step that did so, None for the list.

        Raises:
            ProblemError: ``nothing-to-undo``; ``changed-since`` where somebody else has written the file;
                as ``Editing.undo``.
        """
        if self.undoable() is None:
            raise ProblemError("nothing-to-undo")
        step = self._done[-1]
        back = step.reversed if step else None
        if back:
            try:
                _write(back)
            except ProblemError as problem:
                if problem.code == "changed-since":
                    self._done.pop()  # it can never be taken back, and must not stand before the others
                raise
        else:
            self._editing.undo(naming_confirmed=naming_confirmed)
        self._undone.append(self._done.pop())
        return back

    def redo(self, *, naming_confirmed: bool = False) -> FileStep | None:
        """Make the step again that was taken back last.

        Raises:
            ProblemError: ``nothing-to-redo``; as ``undo``.
        """
        if self.redoable() is None:
            raise ProblemError("nothing-to-redo")
        step = self._undone[-1]
        if step:
            _write(step)
        else:
            self._editing.redo(naming_confirmed=naming_confirmed)
        self._done.append(self._undone.pop())
        return step

    def _forget_lost(self) -> None:
        """The history of the list ends where somebody else has changed it."""
        if self._editing.history.undoable is None:
            self._done = [step for step in self._done if step]
        if self._editing.history.redoable is None:
            self._undone = [step for step in self._undone if step]


def _told(step: FileStep | None) -> Told | None:
    return Told(step.what, {"file": step.path.name}) if step else None


def _write(step: FileStep) -> None:
    try:
        now = step.path.read_bytes() if step.path.exists() else None
        if now != step.before:
            raise ProblemError("changed-since", Place(step.path.name))
        if step.after is None:
            step.path.unlink()
        else:
            write_private(step.path, step.after)
    except OSError as error:
        raise not_writable(step.path, error) from None
