"""What can be done to the recipients: each a step that can be taken back, or refused with nothing changed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.campaign import Request
from desktop_app.domain.recipient import Correction
from desktop_app.domain.reporting import ProblemError
from desktop_app.files.recipients_table import CORRECTIONS
from desktop_app.files.settings_table import FILE
from desktop_app.services.choosing import own_files
from desktop_app.services.planning import correct, plan, take_file, take_pasted
from desktop_app.services.requesting import sent_also_to, with_states, without
from desktop_app.services.undoing import FileStep
from desktop_app.ui.desk import Desk

_BEGINNING = frozenset({"recipients-missing", "date-needed"})
"""What a choice may leave open: the next click answers it."""


class RecipientSteps(QObject):
    """Over the desk's campaign.toml and recipients.xlsx.

    Signals:
        begun: Something is about to be done.
        refused: Why it was not.
    """

    begun = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reference = desk.program.reference

    @property
    def request(self) -> Request:
        """Who is asked for now."""
        return self._desk.campaign.campaign.request

    def seen(self) -> frozenset[tuple[str, int]]:
        """The files that say who gets the letter, each with the time of its last change."""
        folder = self._desk.campaign.folder
        paths = [folder / name for name in (FILE, CORRECTIONS, *own_files(self.request))]
        return frozenset((path.name, path.stat().st_mtime_ns) for path in paths if path.exists())

    def plan(self, request: Request) -> None:
        """Write to others, or in another way."""
        self._try(lambda: self._write(request))

    def ask_on_today(self) -> None:
        """Ask for the members of today."""
        self.plan(replace(self.request, on=self._desk.program.today()))

    def tick(self, states: Sequence[str], on: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Write to those states, or leave them out."""
        about = self._desk.campaign.campaign.about
        if on:
            self.plan(with_states(self.request, states, about, self._reference))
        else:
            self.plan(without(self.request, states, about))

    def take_pasted(self, text: str) -> None:
        """Take names of bodies and states, or recipients of one's own, from a text."""
        self._try(lambda: self._also(take_pasted(self._desk.campaign.folder, text, self._reference)))

    def take_file(self, file: Path) -> None:
        """Copy a list into the campaign, and write to whoever stands on it."""
        self._try(lambda: self._also((take_file(self._desk.campaign.folder, file),)))

    def correct(self, key: str, known: Correction) -> None:
        """Write down what is known better of one recipient."""
        folder = self._desk.campaign.folder
        self._try(lambda: self._wrote(correct(folder, key, known, self._reference)))

    def _also(self, entries: Sequence[str]) -> None:
        self._write(sent_also_to(self.request, entries, self._reference))

    def _write(self, request: Request) -> None:
        """Write down a request that can be met; one that cannot changes nothing."""
        try:
            self._desk.choose(request)
        except ProblemError as problem:
            if problem.code not in _BEGINNING:
                raise
        self._wrote(plan(self._desk.campaign.folder, request))

    def _wrote(self, step: FileStep | None) -> None:
        if step is not None:
            self._desk.steps.wrote(step)

    def _try(self, step: Callable[[], object]) -> None:
        self.begun.emit()
        try:
            step()
        except ProblemError as problem:
            self.refused.emit(problem)
