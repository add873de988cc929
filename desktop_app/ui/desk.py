"""What lies on the desk: the open campaign, for all pages. They ask it, tell it, and hear from it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.bootstrap import Program
from desktop_app.domain.campaign import Request
from desktop_app.domain.counting import Count, count
from desktop_app.domain.list_history import Change
from desktop_app.domain.prose import Why
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity, gathered
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.campaign_folder import clear_working_folders
from desktop_app.files.settled_places import FILE as SETTLED
from desktop_app.services.addressing import choose_for
from desktop_app.services.choosing import Chosen
from desktop_app.services.editing import Editing
from desktop_app.services.naming import EXPORTS
from desktop_app.services.opening import OpenCampaign, open_campaign
from desktop_app.services.petitioning import with_petition
from desktop_app.services.undoing import FileStep, Told, UndoStack
from desktop_app.ui.checker import Checker
from desktop_app.ui.jobs import Job, steps_of, while_there
from desktop_app.ui.list_saver import ListSaver, timer
from desktop_app.ui.name_cover import NameCover

_FEW_ROWS = 20
"""Rows whose doubles are found in less time than anybody notices."""
_SETTLE = 300
"""Milliseconds after the last step until the campaign is checked anew."""


class Desk(QObject):
    """The open campaign.

    Attributes:
        program: The program's tables and templates.
        checker: What must be settled, and what deserves a look.
        cover: Whether names that no letter prints are on the screen.

    Signals:
        opened: Another campaign lies here.
        list_changed: The rows that a step has changed, as numbers; None = the whole list.
        campaign_changed: Settings, recipients or letters are others.
        letter_changed: A letter was written on in the window.
        counted: The figures are others.
        history_changed: What undo or redo would do.
        saved_changed: Whether everything is in the workbook.
        said: Findings of something just done, or a problem of work that went on behind the window.
    """

    opened = Signal()
    list_changed = Signal(object)
    campaign_changed = Signal()
    letter_changed = Signal()
    counted = Signal()
    history_changed = Signal()
    saved_changed = Signal()
    said = Signal(object)

    def __init__(self, program: Program, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.program = program
        self._keeps_traces = True
        self._editing: Editing | None = None
        self._undo: UndoStack | None = None
        self._count: Count | None = None
        self._chosen: Chosen | ProblemError | None = None
        self._saver = ListSaver(self)
        self._saver.changed.connect(lambda: self._tell(None))
        self._saver.saved.connect(self.saved_changed)
        self._saver.saved.connect(self.history_changed)
        self._saver.said.connect(self.said)
        self._check_timer = timer(self, _SETTLE, self._check)
        self.checker = Checker(self)
        self.checker.failed.connect(self.said)
        self.cover = NameCover(self)
        self._count_timer = timer(self, 0, self._count_anew)

    # What lies here

    @property
    def is_open(self) -> bool:
        """Whether a campaign lies here."""
        return self._editing is not None

    @property
    def editing(self) -> Editing:
        """The list as it is worked on.

        Raises:
            RuntimeError: where no campaign is open; pages are shown only when one is.
        """
        if self._editing is None:
            raise RuntimeError("no campaign is open")
        return self._editing

    @property
    def campaign(self) -> OpenCampaign:
        """The campaign as it is now, saved or not."""
        return self.editing.campaign

    @property
    def figures(self) -> Count:
        """How many signed."""
        if self._count is None:
            self._count = self._counted()
        return self._count

    @property
    def chosen(self) -> Chosen | ProblemError:
        """Who gets the letter, or why that cannot be told."""
        if self._chosen is None:
            try:
                campaign = self.campaign
                request = campaign.campaign.request
                self._chosen = choose_for(campaign.folder, campaign.campaign, request, self.program.reference)
            except ProblemError as problem:
                self._chosen = problem
        return self._chosen

    @property
    def is_saved(self) -> bool:
        """Whether the workbook says what the screen says."""
        return self._editing is None or self._editing.is_saved

    def undoable(self) -> Told | None:
        """What undo would take back."""
        return self._undo.undoable() if self._undo else None

    def redoable(self) -> Told | None:
        """What redo would make again."""
        return self._undo.redoable() if self._undo else None

    # Opening and leaving

    def open(self, folder: Path, password: str = "") -> None:
        """Put a campaign on the desk; the one that lies there is saved and put away.

        Raises:
            ProblemError: as ``open_campaign`` and ``Editing.save``; the other one then stays.
        """
        if self._editing is not None and self.campaign.folder.resolve() == folder.resolve():
            self.save()  # it is read again below: with everything in it
        opened = with_petition(open_campaign(folder, password=password), self.program.reference)
        clear_working_folders(folder / EXPORTS)
        self.put_away()
        self._editing = Editing(opened, self.program.today, keeps_journal=self._keeps_traces)
        self._undo = UndoStack(self._editing)
        recovered = self._editing.recover()
        for _ in range(recovered):
            self._undo.noted()
        self.cover.put_on()
        self._chosen = None
        self._saver.begin(self._editing)
        self._count = self._counted()
        self.opened.emit()
        self._tell(None)
        self._tell_of_crash(recovered, self._editing.not_recovered)
        self._check_timer.start(0)
        self._behind(self._editing.read_names, lambda _read: None)

    def _tell_of_crash(self, recovered: int, torn: int) -> None:
        """Save what a session left behind that died, and say what became of it."""
        if recovered:
            self.said.emit(Finding("steps-recovered", Severity.NOTE, values={"number": recovered}))
            self._saver.save_soon()
        if torn:
            self.said.emit(Finding("steps-not-recovered", Severity.WARNING, values={"number": torn}))

    def put_away(self) -> None:
        """Save what is not saved, and clear the desk.

        Raises:
            ProblemError: as ``Editing.save``; then everything stays.
        """
        if self._editing is None:
            return
        self.save()
        self._editing.close()
        self._clear()

    def leave_unsaved(self) -> None:
        """Clear the desk although the workbook cannot be saved; the journal keeps the steps."""
        if self._editing is not None:
            self._editing.leave()
            self._clear()

    def _clear(self) -> None:
        self._editing = self._undo = None
        self.checker.forget()
        self._check_timer.stop()
        self._saver.end()

    def keep_traces(self, *, kept: bool) -> None:
        """Whether a journal is kept from now on; without one every step is saved at once."""
        self._keeps_traces = kept
        if self._editing is not None and kept:
            self._editing.start_journal()
        elif self._editing is not None:
            self._saver.save_quietly()
            self._editing.stop_journal()

    def reload(self) -> None:
        """Read the settings and letters again.

        Raises:
            ProblemError: as ``open_campaign``.
        """
        listed = self.editing.campaign.listed
        opened = open_campaign(self.campaign.folder, password=listed.password)
        self.editing.reopened(with_petition(opened, self.program.reference))
        self._chosen = None
        self._count_anew()
        self.campaign_changed.emit()
        self._check_timer.start()

    def wrote_letter(self) -> None:
        """A letter was written on in the window: what was read from it is out of date."""
        self.letter_changed.emit()
        self._check_timer.start()

    # Steps on the list; each raises what its service raises, and changes nothing then

    def add(self, new: Iterable[Signatory], *, confirmed: bool = False) -> Change:
        """As ``Editing.add``."""
        return self._stepped(self.editing.add(new, confirmed=confirmed))

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
        change = self.editing.list_as(rows, to, source=source, confirmed=confirmed, others=others or {})
        if change is not None:
            self._stepped(change)

    def write(self, rows: Collection[int], field: str, text: str, *, source: str = "") -> None:
        """As ``Editing.write``."""
        change = self.editing.write(rows, field, text, source=source)
        if change is not None:
            self._stepped(change)

    def unite(self, keep: int, other: int) -> None:
        """As ``Editing.unite``; that a name is out already is said when the lists of then were read."""
        editing = self.editing
        merge = self._stepped(editing.unite(keep, other))
        self._behind(lambda: editing.out_already(merge), self._say_all)

    def _behind(self, work: Callable[[], object], done: Callable[[object], object]) -> None:
        """Do something behind the window; nobody hears of it once another campaign lies here."""
        editing = self.editing

        def there(slot: Callable[[object], object]) -> Callable[[object], None]:
            return while_there(self, lambda told: slot(told) if self._editing is editing else None)

        job = Job(steps_of(work))
        job.succeeded.connect(there(done))
        job.failed.connect(there(self.said.emit))
        job.start()

    def _say_all(self, findings: object) -> None:
        for finding in findings if isinstance(findings, tuple) else ():
            self.said.emit(finding)

    def on_disk(self, step: Callable[[Editing], Sequence[Finding]]) -> None:
        """Make a step that is saved at once: an import, a password."""
        before = self.editing.history.undoable
        findings = step(self.editing)
        if self._undo and self.editing.history.undoable is not before:
            self._undo.noted()
        self._tell(None)
        self.saved_changed.emit()
        for finding in gathered(findings):
            self.said.emit(finding)

    def settle(self, place: Place, why: Why) -> None:
        """As ``Editing.settle``; the decision is a step of its own."""
        path = self.campaign.folder / SETTLED
        before = path.read_bytes() if path.exists() else None
        self.on_disk(lambda editing: editing.settle(place, why))
        self.wrote(FileStep("settle", path, before, path.read_bytes()))

    def wrote(self, step: FileStep) -> None:
        """A file of the campaign was written anew by one of the pages."""
        if self._undo:
            self._undo.noted(step)
        self.reload()
        self.history_changed.emit()

    def undo(self, *, naming_confirmed: bool = False) -> None:
        """Take the last step back.

        Raises:
            ProblemError: as ``UndoStack.undo``.
        """
        if self._undo:
            back = self._undo.undo(naming_confirmed=naming_confirmed)
            self._taken(back)
            if back is None:
                self._say_all(self.editing.undone())

    def redo(self, *, naming_confirmed: bool = False) -> None:
        """Make the step again that was taken back last.

        Raises:
            ProblemError: as ``UndoStack.redo``.
        """
        if self._undo:
            self._taken(self._undo.redo(naming_confirmed=naming_confirmed))

    def look_for_doubles(self, rows: Sequence[int], found: Callable[[object], object]) -> None:
        """Tell what those rows may be already, among the others; of many it takes a second."""
        editing = self.editing
        if len(rows) <= _FEW_ROWS:
            found(editing.perhaps_listed(rows))
            return
        self._behind(lambda: editing.perhaps_listed(rows), found)

    # Saving

    def save(self) -> None:
        """As ``ListSaver.save``."""
        self._saver.save()

    def save_behind(self) -> None:
        """As ``ListSaver.save_behind``."""
        self._saver.save_behind()

    def when_saved(self, done: Callable[[], object], refused: Callable[[ProblemError], object]) -> None:
        """As ``ListSaver.when_saved``."""
        self._saver.when_saved(done, refused)

    def save_over_lock(self, problem: ProblemError, again: Callable[[], object] | None = None) -> None:
        """Save although an office program seems to have the list open: somebody knows that it has not.

        Args:
            problem: What told so.
            again: Makes the step once more that was stopped, and saves it; None where none was.
        """
        if self.is_open:
            self.editing.overrule_lock(problem)
            again() if again is not None else self.save_behind()

    def look_again(self) -> None:
        """As ``ListSaver.look_again``."""
        self._saver.look_again()

    # Recipients

    def choose(self, request: Request) -> Chosen:
        """Who would get the letter by that request.

        Raises:
            ProblemError: as ``choose_for``.
        """
        campaign = self.campaign
        return choose_for(campaign.folder, campaign.campaign, request, self.program.reference)

    def _stepped(self, change: Change) -> Change:
        if self._undo:
            self._undo.noted()
        self._tell(frozenset(change.after))
        self._saver.save_soon()
        return change

    def _taken(self, step: FileStep | None) -> None:
        if step is None:
            self._tell(None)
            self._saver.save_soon()
        else:
            self.reload()
        self.history_changed.emit()

    def _tell(self, rows: frozenset[int] | None) -> None:
        self.list_changed.emit(rows)
        self._count_timer.start()
        self.history_changed.emit()
        self.saved_changed.emit()
        self._check_timer.start()

    def _counted(self) -> Count:
        campaign = self.campaign
        key = self.program.reference.country_key
        return count(campaign.signatories, campaign.campaign.counts, country=key)

    def _count_anew(self) -> None:
        if self._editing is not None:
            self._count = self._counted()
            self.counted.emit()

    def _check(self) -> None:
        if self._editing is not None:
            self.checker.check(self.campaign, self.chosen)
