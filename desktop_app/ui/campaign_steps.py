"""What is done to the campaign on the desk, one step after the other, and how it is taken back."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.list_history import Change
from desktop_app.domain.prose import Why
from desktop_app.domain.reporting import Finding, Place, gathered
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.settled_places import FILE as SETTLED
from desktop_app.services.editing import Editing
from desktop_app.services.undoing import FileStep, Told, UndoStack
from desktop_app.ui.jobs import Errands
from desktop_app.ui.list_saver import ListSaver

_FEW_ROWS = 20
"""Rows whose doubles are found in less time than anybody notices."""


class CampaignSteps(QObject):
    """Steps on the list and on other files; each raises what its service raises, and changes nothing then.

    Args:
        editing: The list of the campaign that lies there.
        reload: Reads the other files again; it may raise a ``ProblemError``.
        saver: Brings steps on the list to the workbook.
        parent: The desk.

    Signals:
        list_changed: The rows that a step has changed, as numbers; None = the whole list.
        history_changed: What undo or redo would do.
        said: A finding about a step, or a problem of work that goes on behind the window.
    """

    list_changed = Signal(object)
    history_changed = Signal()
    said = Signal(object)

    def __init__(
        self, editing: Callable[[], Editing], reload: Callable[[], None], saver: ListSaver, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._editing, self._reload, self._saver = editing, reload, saver
        self._undo: UndoStack | None = None
        self._errands = Errands(self, self.said.emit)

    def begin(self, editing: Editing, recovered: int) -> None:
        """On another campaign; so many steps of a session that died are in its list already."""
        self._undo = UndoStack(editing)
        for _ in range(recovered):
            self._undo.noted()

    def end(self) -> None:
        """The campaign is put away."""
        self._undo = None
        self._errands.drop()

    # On the list

    def add(self, new: Iterable[Signatory], *, confirmed: bool = False) -> Change:
        """As ``Editing.add``."""
        return self._made(self._editing().add(new, confirmed=confirmed))

    def list_as(
        self,
        rows: Collection[int],
        to: Disclosure,
        *,
        source: str = "",
        confirmed: bool = False,
        others: Mapping[int, str] | None = None,
    ) -> None:
        """As ``Editing.list_as``."""
        change = self._editing().list_as(rows, to, source=source, confirmed=confirmed, others=others or {})
        if change is not None:
            self._made(change)

    def write(self, rows: Collection[int], field: str, text: str, *, source: str = "") -> None:
        """As ``Editing.write``."""
        change = self._editing().write(rows, field, text, source=source)
        if change is not None:
            self._made(change)

    def unite(self, keep: int, other: int) -> None:
        """As ``Editing.unite``; that a name is out already is said when the lists of then were read."""
        editing = self._editing()
        merge = self._made(editing.unite(keep, other))
        self._errands.begin(lambda: editing.out_already(merge), self._say_all)

    def look_for_doubles(self, rows: Sequence[int], found: Callable[[object], object]) -> None:
        """Tell what those rows may be already, among the others; of many it takes a second."""
        editing = self._editing()
        if len(rows) <= _FEW_ROWS:
            found(editing.perhaps_listed(rows))
            return
        self._errands.begin(lambda: editing.perhaps_listed(rows), found)

    # On files

    def on_disk(self, step: Callable[[Editing], Sequence[Finding]]) -> None:
        """Make a step on the list that is saved at once: an import, a password."""
        before = self._editing().history.undoable
        findings = step(self._editing())
        if self._undo and self._editing().history.undoable is not before:
            self._undo.noted()
        self.list_changed.emit(None)
        for finding in gathered(findings):
            self.said.emit(finding)

    def settle(self, place: Place, why: Why) -> None:
        """As ``Editing.settle``; the decision is a step of its own."""
        path = self._editing().campaign.folder / SETTLED
        before = path.read_bytes() if path.exists() else None
        self.on_disk(lambda editing: editing.settle(place, why))
        self.wrote(FileStep("settle", path, before, path.read_bytes()))

    def wrote(self, step: FileStep) -> None:
        """A file of the campaign was written anew by one of the pages."""
        if self._undo:
            self._undo.noted(step)
        self._reload()
        self.history_changed.emit()

    # There and back

    def undoable(self) -> Told | None:
        """What undo would take back."""
        return self._undo.undoable() if self._undo else None

    def redoable(self) -> Told | None:
        """What redo would make again."""
        return self._undo.redoable() if self._undo else None

    def undo(self, *, naming_confirmed: bool = False) -> None:
        """Take the last step back.

        Raises:
            ProblemError: as ``UndoStack.undo``.
        """
        if self._undo:
            back = self._undo.undo(naming_confirmed=naming_confirmed)
            self._taken(back)
            if back is None:
                self._say_all(self._editing().undone())

    def redo(self, *, naming_confirmed: bool = False) -> None:
        """Make the step again that was taken back last.

        Raises:
            ProblemError: as ``UndoStack.redo``.
        """
        if self._undo:
            self._taken(self._undo.redo(naming_confirmed=naming_confirmed))

    def _made(self, change: Change) -> Change:
        if self._undo:
            self._undo.noted()
        self.list_changed.emit(frozenset(change.after))
        self._saver.save_soon()
        return change

    def _taken(self, step: FileStep | None) -> None:
        if step is None:
            self.list_changed.emit(None)
            self._saver.save_soon()
        else:
            self._reload()
        self.history_changed.emit()

    def _say_all(self, findings: object) -> None:
        for finding in findings if isinstance(findings, tuple) else ():
            self.said.emit(finding)
