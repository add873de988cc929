"""The place of the export: ready, running, done or refused."""

from collections.abc import Callable
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from desktop_app.domain.prose import Why
from desktop_app.domain.reporting import Finding, Place, ProblemError, RefusedError, Severity, Step
from desktop_app.services.exporting_again import Handed, SinceExport, since_last_export
from desktop_app.services.formatting import can_be_made
from desktop_app.support.i18n import _
from desktop_app.ui.desk import Desk
from desktop_app.ui.export_done import ExportDone
from desktop_app.ui.export_ready import ExportReady
from desktop_app.ui.export_refused import ExportRefused
from desktop_app.ui.export_run import ExportRun
from desktop_app.ui.export_running import ExportRunning
from desktop_app.ui.export_summary import outlook_of
from desktop_app.ui.fact_cover import FactCover
from desktop_app.ui.jobs import Task, steps_of
from desktop_app.ui.letter_files import stamps
from desktop_app.ui.recent import Traces
from desktop_app.wording.in_window import of_problem


class State(Enum):
    """Where an export stands."""

    READY = "ready"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"


class ExportPage(QStackedWidget):
    """Over the desk. It may be left while an export runs; the side bar shows how far that is.

    Signals:
        state_changed: It runs, is done, is refused; or is further on.
        place_asked: A finding and one of its places, to go to.
        recipients_asked: Nobody is chosen yet.
    """

    state_changed = Signal()
    place_asked = Signal(object, object)
    recipients_asked = Signal()

    def __init__(self, desk: Desk, cover: FactCover, commit: Callable[[], bool]) -> None:
        super().__init__()
        self._desk, self._commit = desk, commit
        self.run = ExportRun(desk, self)
        self._comparing = Task(self, self._not_compared)
        self._far = ""
        self._traces: Traces | None = None
        self.state = State.READY
        reference = desk.program.reference
        self.ready = ExportReady(reference, cover.shown)
        self.running = ExportRunning()
        self.done = ExportDone(reference, cover.shown)
        self.refused = ExportRefused(reference)
        self._views = {
            State.READY: self.ready,
            State.RUNNING: self.running,
            State.DONE: self.done,
            State.REFUSED: self.refused,
        }
        for view in self._views.values():
            self.addWidget(view)
        self._connect()
        for changed in (desk.cover.changed, cover.changed):
            changed.connect(self._covered)

    def _connect(self) -> None:
        self.ready.export_asked.connect(self.start)
        self.ready.draft_asked.connect(lambda: self.start(draft=True))
        self.ready.recipients_asked.connect(self.recipients_asked)
        self.ready.formats_changed.connect(self._formats_changed)
        self.running.cancel_asked.connect(self.cancel)
        self.ready.place_asked.connect(self.place_asked)
        self.ready.row_asked.connect(self._row_asked)
        self.done.place_asked.connect(self.place_asked)
        self.done.left.connect(self.back)
        self.refused.place_asked.connect(self.place_asked)
        self.refused.row_asked.connect(self._row_asked)
        self.refused.left.connect(self.back)
        for view in (self.ready, self.refused):
            view.settle_asked.connect(self._settle)
            view.hits.failed.connect(self._desk.said)
        self.run.refused.connect(self._not_saved)
        self.run.began.connect(self._began)
        self.run.stepped.connect(self._stepped)
        self.run.succeeded.connect(self._succeeded)
        self.run.failed.connect(self._failed)
        self.run.cancelled.connect(self._cancelled)
        self._listen(self._desk)

    def _listen(self, desk: Desk) -> None:
        desk.opened.connect(self._opened)
        desk.campaign_changed.connect(self._campaign_changed)
        desk.letter_changed.connect(self._campaign_changed)
        desk.list_changed.connect(lambda _rows: self._changed())
        desk.counted.connect(self._show_outlook)
        desk.checker.checked.connect(self._checked)

    def remember_in(self, traces: Traces) -> None:
        """Where to remember which formats were ticked."""
        self._traces = traces

    # What the desk says

    def _opened(self) -> None:
        self.forget()
        self.ready.formats.allow(can_be_made())
        folder = self._desk.campaign.folder
        self.ready.formats.tick(self._traces.formats(folder) if self._traces is not None else ())
        self._comparing.drop()
        self.ready.notices.clear()
        self.ready.show_since(None)
        self.ready.show_findings((), self._desk.campaign)
        self._show_outlook()

    def _changed(self) -> None:
        """A refusal is out of date once anything has changed; a result that nobody looks at, too."""
        if self.state is State.REFUSED or (self.state is State.DONE and not self.isVisible()):
            self._show(State.READY)
        self._show_outlook()

    def _campaign_changed(self) -> None:
        """A refusal stays when the window hears only now of the letter that was refused."""
        if self.state is not State.REFUSED or stamps(self._desk.campaign) != self.run.exported:
            self._changed()

    def _checked(self) -> None:
        self.ready.show_findings(self._desk.checker.findings, self._desk.campaign)
        self._show_outlook()  # what can be made, and how it is named then
        self._compare()

    def _covered(self) -> None:
        """What files are called may name a recipient."""
        self._show_outlook()
        self.done.show_files()

    def _formats_changed(self) -> None:
        formats = self.ready.formats.ticked
        if formats and self._traces is not None:
            self._traces.remember_formats(self._desk.campaign.folder, formats)
        self._show_outlook()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ready.formats.allow(can_be_made())
        self._show_outlook()
        self._compare()

    def _show_outlook(self) -> None:
        """What would be written; worked out only while somebody looks."""
        desk = self._desk
        if not desk.is_open or not self.isVisible():
            return
        try:
            self.ready.show_outlook(outlook_of(desk, self.ready.formats.ticked))
        except ProblemError as problem:
            said = of_problem(problem) if problem.code != "recipients-missing" else ""
            self.ready.show_outlook(None, said or _("Choose who gets the letter."))

    def _compare(self) -> None:
        """Say what differs from the last export; the list of then is read behind the window."""
        if not self._desk.is_open or not self.isVisible():
            return
        campaign = self._desk.campaign
        self._comparing.begin(steps_of(lambda: since_last_export(campaign)), self._compared)

    def _compared(self, since: object) -> None:
        self.ready.show_since(since if isinstance(since, SinceExport) else None)

    def _not_compared(self, error: object) -> None:
        self.ready.show_since(None)
        if isinstance(error, ProblemError):
            self.ready.notices.say_problem(error)
        else:
            self._desk.said.emit(error)

    # What somebody does

    @property
    def said(self) -> str:
        """What the side bar says of it; empty where nothing goes on."""
        words = {State.RUNNING: self._far or _("running"), State.DONE: _("done"), State.REFUSED: _("refused")}
        return words.get(self.state, "")

    def start(self, *, draft: bool = False) -> None:
        """Save, and export what lies on the disk then."""
        if self.run.is_running or not self._desk.is_open:
            return
        if not self._commit():
            return  # what was written is not saved: that is shown where it can be settled
        self.ready.notices.clear()
        if isinstance(self._desk.chosen, ProblemError):
            self._show(State.READY)
        elif not self.ready.formats.ticked:
            self._show(State.READY)
            self.ready.go_to_formats()
        else:
            self.run.begin(self.ready.formats.ticked, draft=draft)

    def cancel(self) -> None:
        """Stop; nothing is left of what was made."""
        if self.run.is_making:
            self.run.cancel()
            self.running.cancelling()
        elif self.run.is_running:
            self.forget()

    def forget(self) -> None:
        """Stop, and show nothing of it any more."""
        self.run.drop()
        self._show(State.READY)

    def focus_button(self) -> None:
        """Put the cursor where the next key goes on."""
        if self.state is State.READY:
            self.ready.summary.button.setFocus()

    def back(self) -> None:
        """To what would be exported now."""
        if not self.run.is_running:
            self._show(State.READY)
            self.ready.summary.button.setFocus()

    # What the run says

    def _not_saved(self, problem: ProblemError, draft: bool) -> None:  # noqa: FBT001 - as asked for
        self._problem(problem, again=partial(self.start, draft=draft))

    def _began(self, letters: int, folder: Path, formats: tuple[str, ...]) -> None:
        where = _("to {folder}").format(folder=f"{folder.parent.name}/{folder.name}")
        self.running.begin(letters, where, formats)
        self._far = ""
        self._show(State.RUNNING)
        self.running.cancel.setFocus()

    def _stepped(self, step: object) -> None:
        if isinstance(step, Step) and self.running.cancel.isEnabled():
            self._far = self.running.show_step(step)
            self.state_changed.emit()

    def _succeeded(self, handed: object) -> None:
        if isinstance(handed, Handed):
            self.done.show_export(handed, self._desk.campaign.campaign.languages[0])
            self._show(State.DONE)
            self._show_outlook()
            self._compare()

    def _failed(self, error: object) -> None:
        if isinstance(error, RefusedError):
            self.refused.show_refusal(error, self._desk.campaign)
            self._show(State.REFUSED)
        elif isinstance(error, ProblemError):
            self._problem(error)
        else:
            self._show(State.READY)
            self._desk.said.emit(error)

    def _cancelled(self) -> None:
        self._show(State.READY)
        self.ready.notices.say("info", _("Cancelled. Nothing was left behind."))
        self.ready.summary.button.setFocus()

    def _problem(self, problem: ProblemError, again: Callable[[], object] | None = None) -> None:
        self._show(State.READY)
        self.ready.notices.say_problem(problem, again=again)

    def _show(self, state: State) -> None:
        self.state = state
        self.setCurrentWidget(self._views[state])
        self.state_changed.emit()

    def _row_asked(self, row: int) -> None:
        place = Place(self._desk.campaign.list_file, row=row)
        self.place_asked.emit(Finding("withheld-name", Severity.ERROR, (place,)), place)

    def _settle(self, place: Place, why: Why) -> None:
        try:
            self._desk.steps.settle(place, why)
        except ProblemError as problem:
            self._problem(problem, again=partial(self._settle, place, why))
        else:
            self.back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.state is not State.READY:
            self.cancel() if self.run.is_running else self.back()
        else:
            super().keyPressEvent(event)
