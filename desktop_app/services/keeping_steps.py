"""Steps that no workbook has yet, kept in the journal; what it cannot take now it takes later."""

from contextlib import suppress
from pathlib import Path

from desktop_app.domain.list_history import Change
from desktop_app.files.campaign_folder import not_writable
from desktop_app.files.list_journal import Journal


class StepKeeper:
    """Writes the steps since the last save down, in their order.

    Args:
        folder: The campaign's.
        password: Of its list; the journal is locked with it, too.
        keeps: Whether a journal is written at all.
    """

    def __init__(self, folder: Path, password: str, *, keeps: bool) -> None:
        self._folder = folder
        self._password = password
        self.journal = Journal(folder, password) if keeps else None
        self._steps: list[Change] = []
        self._written = 0
        self._is_told = False

    @property
    def is_kept(self) -> bool:
        """Whether every step stands in the journal; one may not where the disk is full."""
        return self.journal is not None and self._written == len(self._steps)

    def note(self, change: Change) -> None:
        """Keep a step; one that cannot be written now is tried again with the next, and with ``sync``."""
        self._steps.append(change)
        with suppress(OSError):
            self._write()

    def sync(self) -> None:
        """Have the disk keep everything.

        Raises:
            ProblemError: as ``not_writable``; once, until it succeeds again. The steps are in memory still.
        """
        if self.journal is None or not self._steps:
            return
        try:
            if self.journal.is_gone:
                self.journal.clear()
                self._written = 0
            self._write()
            self.journal.sync()
        except OSError as error:
            told, self._is_told = self._is_told, True
            if not told:
                raise not_writable(self._folder, error) from None
        else:
            self._is_told = False

    def saved(self) -> None:
        """The workbook has all steps."""
        self._steps.clear()
        self._written = 0
        if self.journal:
            self.journal.clear()

    def lock(self, password: str) -> None:
        """The list is locked with another password; it has all steps."""
        self.saved()
        self._password = password
        if self.journal:
            self.journal = Journal(self._folder, password)

    def start(self) -> None:
        """Write a journal from now on."""
        if self.journal is None:
            self.journal = Journal(self._folder, self._password)

    def stop(self) -> None:
        """Write no journal any more."""
        self.saved()
        self.journal = None

    def leave(self) -> None:
        """The session ends; what is in the journal is for the next one."""
        if self.journal:
            with suppress(OSError):
                self._write()
            self.journal.leave()

    def _write(self) -> None:
        while self.journal is not None and self._written < len(self._steps):
            self.journal.write(self._steps[self._written])
            self._written += 1
