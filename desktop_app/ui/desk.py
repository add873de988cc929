"""What lies on the desk: the open campaign, for all pages. They ask it, tell it, and hear from it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.bootstrap import Program
from desktop_app.domain.campaign import Request
from desktop_app.domain.counting import Count, count
from desktop_app.domain.reporting import Finding, ProblemError, Severity
from desktop_app.files.campaign_folder import clear_working_folders
from desktop_app.services.addressing import choose_for
from desktop_app.services.choosing import Chosen
from desktop_app.services.editing import Editing
from desktop_app.services.naming import EXPORTS
from desktop_app.services.opening import OpenCampaign, open_campaign
from desktop_app.services.petitioning import with_petition
from desktop_app.ui.campaign_steps import CampaignSteps
from desktop_app.ui.checker import Checker
from desktop_app.ui.jobs import Errands
from desktop_app.ui.list_saver import ListSaver, timer
from desktop_app.ui.name_cover import NameCover

_SETTLE = 300
"""Milliseconds after the last step until the campaign is checked anew."""


class Desk(QObject):
    """The open campaign.

    Attributes:
        program: The program's tables and templates.
        saver: Brings the list to its workbook.
        steps: What is done to the campaign, and taken back.
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
        self._count: Count | None = None
        self._chosen: Chosen | ProblemError | None = None
        self.saver = ListSaver(self)
        self.saver.changed.connect(lambda: self._tell(None))
        self.saver.saved.connect(self.saved_changed)
        self.saver.saved.connect(self.history_changed)
        self.saver.said.connect(self.said)
        self.steps = CampaignSteps(lambda: self.editing, self.reload, self.saver, self)
        self.steps.list_changed.connect(self._tell)
        self.steps.history_changed.connect(self.history_changed)
        self.steps.said.connect(self.said)
        self._errands = Errands(self, self.said.emit)
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

    # Opening and leaving

    def open(self, folder: Path, password: str = "") -> None:
        """Put a campaign on the desk; the one that lies there is saved and put away.

        Raises:
            ProblemError: as ``open_campaign`` and ``Editing.save``; the other one then stays.
        """
        if self._editing is not None and self.campaign.folder.resolve() == folder.resolve():
            self.saver.save()  # it is read again below: with everything in it
        opened = with_petition(open_campaign(folder, password=password), self.program.reference)
        clear_working_folders(folder / EXPORTS)
        self.put_away()
        editing = self._editing = Editing(opened, self.program.today, keeps_journal=self._keeps_traces)
        recovered = editing.recover()
        self.steps.begin(editing, recovered)
        self.cover.put_on()
        self._chosen = None
        self.saver.begin(editing)
        self._count = self._counted()
        self.opened.emit()
        self._tell(None)
        self._tell_of_crash(recovered, editing.not_recovered)
        self._check_timer.start(0)
        self._errands.begin(editing.read_names, lambda _read: None)

    def _tell_of_crash(self, recovered: int, torn: int) -> None:
        """Save what a session left behind that died, and say what became of it."""
        if recovered:
            self.said.emit(Finding("steps-recovered", Severity.NOTE, values={"number": recovered}))
            self.saver.save_soon()
        if torn:
            self.said.emit(Finding("steps-not-recovered", Severity.WARNING, values={"number": torn}))

    def put_away(self) -> None:
        """Save what is not saved, and clear the desk.

        Raises:
            ProblemError: as ``Editing.save``; then everything stays.
        """
        if self._editing is None:
            return
        self.saver.save()
        self._editing.close()
        self._clear()

    def leave_unsaved(self) -> None:
        """Clear the desk although the workbook cannot be saved; the journal keeps the steps."""
        if self._editing is not None:
            self._editing.leave()
            self._clear()

    def _clear(self) -> None:
        self._editing = None
        self._errands.drop()
        self.steps.end()
        self.checker.forget()
        self._check_timer.stop()
        self.saver.end()

    def keep_traces(self, *, kept: bool) -> None:
        """Whether a journal is kept from now on; without one every step is saved at once."""
        self._keeps_traces = kept
        if self._editing is not None and kept:
            self._editing.start_journal()
        elif self._editing is not None:
            self.saver.save_quietly()
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

    # Recipients

    def choose(self, request: Request) -> Chosen:
        """Who would get the letter by that request.

        Raises:
            ProblemError: as ``choose_for``.
        """
        campaign = self.campaign
        return choose_for(campaign.folder, campaign.campaign, request, self.program.reference)

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
