"""Steps that no workbook has yet, kept in the journal; what it cannot take now it takes later."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from desktop_app.domain.list_history import Change
from desktop_app.files.campaign_folder import not_writable
from desktop_app.files.list_journal import Journal


class _Volume:
    """Some of the steps, in their order, and the journal that keeps them."""

    def __init__(self, journal: Journal | None) -> None:
        self.journal = journal
        self.steps: list[Change] = []
        self._written = 0

    @property
    def is_kept(self) -> bool:
        return self.journal is not None and self._written == len(self.steps)

    def write(self) -> None:
        while self.journal is not None and self._written < len(self.steps):
            self.journal.write(self.steps[self._written])
            self._written += 1

    def sync(self) -> None:
        if self.journal is None or not self.steps:
            return
        if self.journal.is_gone:
            self.journal.clear()
            self._written = 0
        self.write()
        self.journal.sync()

    def clear(self) -> None:
        self.steps.clear()
        self._written = 0
        if self.journal:
            self.journal.clear()


class HandedOver:
    """Steps that are being saved, and their journal, which goes as soon as the workbook has them."""

    def __init__(self, volumes: Sequence[_Volume]) -> None:
        self._volumes = tuple(volumes)

    def forget(self) -> None:
        """The workbook has them."""
        for volume in self._volumes:
            volume.clear()


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
        self._volumes = [_Volume(Journal(folder, password) if keeps else None)]
        self._handed: list[_Volume] = []
        self._is_told = False

    @property
    def journal(self) -> Journal | None:
        """The one that is written."""
        return self._volumes[-1].journal

    @property
    def is_kept(self) -> bool:
        """Whether every step stands in a journal; one may not where the disk is full."""
        return all(volume.is_kept for volume in (*self._handed, *self._volumes))

    def note(self, change: Change) -> None:
        """Keep a step; one that cannot be written now is tried again with the next, and with ``sync``."""
        self._volumes[-1].steps.append(change)
        with suppress(OSError):
            self._write()

    def sync(self) -> None:
        """Have the disk keep everything but what is being saved.

        Raises:
            ProblemError: as ``not_writable``; once, until it succeeds again. The steps are in memory still.
        """
        if not any(volume.journal and volume.steps for volume in self._volumes):
            return
        try:
            for volume in self._volumes:
                volume.sync()
        except OSError as error:
            told, self._is_told = self._is_told, True
            if not told:
                raise not_writable(self._folder, error) from None
        else:
            self._is_told = False

    def hand_over(self) -> HandedOver:
        """The steps so far are being saved; those to come are kept by themselves."""
        self._handed = self._volumes
        keeps = self.journal is not None
        self._volumes = [_Volume(Journal(self._folder, self._password) if keeps else None)]
        return HandedOver(self._handed)

    def handed_over(self, *, saved: bool) -> None:
        """They were, or were not."""
        if not saved:
            self._volumes = [*self._handed, *self._volumes]
        self._handed = []

    def saved(self) -> None:
        """The workbook has all steps."""
        for volume in self._volumes:
            volume.clear()
        self._volumes = self._volumes[-1:]

    def lock(self, password: str) -> None:
        """The list is locked with another password; it has all steps."""
        self.saved()
        self._password = password
        if self.journal:
            self._volumes = [_Volume(Journal(self._folder, password))]

    def start(self) -> None:
        """Write a journal from now on."""
        if self.journal is None:
            self._volumes[-1].journal = Journal(self._folder, self._password)

    def stop(self) -> None:
        """Write no journal any more."""
        self.saved()
        self._volumes[-1].journal = None

    def leave(self) -> None:
        """The session ends; what is in the journal is for the next one."""
        with suppress(OSError):
            self._write()
        for volume in self._volumes:
            if volume.journal:
                volume.journal.leave()

    def _write(self) -> None:
        for volume in self._volumes:
            volume.write()
