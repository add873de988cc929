"""A list that is worked on, as it is kept: in memory, in a journal, and in its workbook when it is time."""

import threading
from contextlib import suppress
from dataclasses import replace

from desktop_app.domain.list_edit import ListEdit, edited_rows, says
from desktop_app.domain.list_history import Change, ListHistory, Mark
from desktop_app.domain.reporting import Finding, ProblemError
from desktop_app.domain.row_merge import rebased
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.list_file import ListFile, read_list
from desktop_app.files.list_journal import left_behind
from desktop_app.files.package_gate import read_bytes
from desktop_app.services.asking import settle_questions
from desktop_app.services.keeping_steps import HandedOver, StepKeeper
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.saving import Saved, Saving


class PendingSave:
    """The list as it is taken to be written, once, by whoever asks first.

    Attributes:
        mark: What is written.
    """

    def __init__(
        self, saving: Saving, listed: ListFile, history: ListHistory, steps: HandedOver, *, merges: bool
    ) -> None:
        self.mark: Mark = history.mark()
        self._edit = history.pending()
        self._saving, self._listed, self._steps, self._merges = saving, listed, steps, merges
        self._lock = threading.Lock()
        self._saved: Saved | None = None
        self._error: Exception | None = None

    def write(self) -> Saved:
        """Write it, or wait until it is written; it may be called behind the window.

        Raises:
            ProblemError: as ``Saving.save``.
        """
        with self._lock:
            if self._saved is None and self._error is None:
                self._try()
            if self._saved is None:
                raise self._error or RuntimeError
            return self._saved

    def _try(self) -> None:
        try:
            self._saved = self._saving.save(self._listed, self._edit, "edits", merges=self._merges)
        except Exception as error:  # noqa: BLE001 - whoever waits for it is told
            self._error = error
        else:
            self._steps.forget()


class KeptList:
    """The list of an open campaign.

    Args:
        opened: The campaign as it was opened.
        keeps_journal: Whether steps that are not saved yet are written down in ``private/``.
    """

    def __init__(self, opened: OpenCampaign, *, keeps_journal: bool = True) -> None:
        self._opened = opened
        self._saving = Saving(opened.folder)
        self._history = ListHistory(opened.signatories)
        self._to_settle: list[Signatory] = []
        self._pending: PendingSave | None = None
        self.not_recovered = 0
        self._keeper = StepKeeper(opened.folder, opened.listed.password, keeps=keeps_journal)

    @property
    def campaign(self) -> OpenCampaign:
        """The campaign with the list as it is now, saved or not."""
        return replace(self._opened, listed=self._listed())

    @property
    def history(self) -> ListHistory:
        """The rows, and the steps that can be taken back."""
        return self._history

    def reopened(self, opened: OpenCampaign) -> None:
        """Take note of other settings or letters; the list stays as it is."""
        self._opened = replace(opened, listed=self._opened.listed)

    @property
    def is_kept(self) -> bool:
        """Whether every step that is not saved stands in the journal; where not, it must be saved now."""
        return self._keeper.is_kept

    @property
    def is_saving(self) -> bool:
        """Whether the list is being written."""
        return self._pending is not None

    @property
    def is_saved(self) -> bool:
        """Whether the workbook says what the list says."""
        return self._history.is_saved and not self.is_saving

    # Saving

    def save(self) -> tuple[Finding, ...]:
        """Write what is not saved yet.

        Raises:
            ProblemError: as ``Saving.save``; then everything is still in memory and in the journal.
        """
        findings = self._finish()
        if self._history.is_saved:
            return findings
        self._begin(merges=True)
        return (*findings, *self.end_save())

    def begin_save(self) -> PendingSave | None:
        """What is not saved yet, to be written behind the window; None where there is nothing.

        Steps may be made meanwhile; they belong to the next save. Where somebody else has saved the list,
        this one stops with ``list-changed``: then it takes ``save``, which merges.
        """
        return None if self._history.is_saved or self.is_saving else self._begin(merges=False)

    def end_save(self) -> tuple[Finding, ...]:
        """Take note of what was written; waits where it is not yet.

        Raises:
            ProblemError: as ``Saving.save``; then everything is still in memory and in the journal.
        """
        pending, self._pending = self._pending, None
        if pending is None:
            return ()
        try:
            saved = pending.write()
        except Exception:
            self._keeper.handed_over(saved=False)
            raise
        self._keeper.handed_over(saved=True)
        self._opened = replace(self._opened, listed=saved.listed)
        self._history.saved_as(saved.listed.signatories, pending.mark)
        self._settle_asked(saved.listed)
        return saved.findings

    def _begin(self, *, merges: bool) -> PendingSave:
        listed, steps = self._opened.listed, self._keeper.hand_over()
        self._pending = PendingSave(self._saving, listed, self._history, steps, merges=merges)
        return self._pending

    def _finish(self) -> tuple[Finding, ...]:
        """Wait for what is being written. What stopped it stops the next save as well, or is merged by it."""
        with suppress(ProblemError):
            return self.end_save()
        return ()

    def _settle_asked(self, saved: ListFile) -> None:
        named = {row.row for row in saved.signatories if row.disclosure is Disclosure.NAMED}
        now = {row.row for row in self._history.rows if row.disclosure is Disclosure.NAMED}
        # One that was hidden again since settles nothing; one named since is for the next save.
        asked = [row for row in self._to_settle if row.row in now]
        self._to_settle = [row for row in asked if row.row not in named]
        for row in asked:
            if row.row in named:
                settle_questions(self._listed(), row, saved)

    def refresh(self) -> tuple[Finding, ...]:
        """Take over what somebody else has saved; our own steps stay on top of it. Not while we save.

        Raises:
            ProblemError: as ``read_list`` and ``Saving.save``.
        """
        listed = self._opened.listed
        if self.is_saving or read_bytes(listed.path) == listed.data:
            return ()
        if not self._history.is_saved:
            return self.save()
        self._take(read_list(listed.path, password=listed.password))
        return ()

    def sync(self) -> None:
        """Have the disk keep what is not saved.

        Raises:
            ProblemError: as ``StepKeeper.sync``.
        """
        self._keeper.sync()

    def start_journal(self) -> None:
        """Write a journal from now on."""
        self._keeper.start()

    def stop_journal(self) -> None:
        """Write no journal any more; the one there is goes once everything in it is saved."""
        if self.is_saved:
            self._keeper.stop()

    def leave(self) -> None:
        """End the session without saving: the next one finds what was not saved in the journal."""
        self._finish()
        self._keeper.leave()

    def close(self) -> None:
        """End the session. What is not saved goes; ``save`` first."""
        self._keeper.saved()

    def recover(self) -> int:
        """Make the steps again that a session left unsaved when it died.

        A step that somebody else's change has made impossible stays in its journal, put aside under another
        name; ``not_recovered`` counts those.

        Returns:
            How many were made.
        """
        steps = 0
        for journal in left_behind(self._opened.folder, self._opened.listed.password):
            torn = 0
            for change in journal.changes:
                before = [row for row in change.before.values() if row is not None]
                again = rebased(before, _edit_of(change), self._history.rows)
                if again.torn:
                    torn += 1
                elif not again.edit.is_empty:
                    self._do(again.edit, "recovered", number=1)
                    steps += 1
            self.not_recovered += torn
            if torn:
                journal.put_aside()
            else:
                journal.forget()
        return steps

    @property
    def _file(self) -> str:
        return self._opened.list_file

    def _listed(self) -> ListFile:
        listed = self._opened.listed
        return replace(listed, sheet=replace(listed.sheet, signatories=self._history.rows))

    def _do(self, edit: ListEdit, what: str, number: int) -> Change:
        return self._noted(self._history.do(edit, what, number=number))

    def _noted(self, change: Change) -> Change:
        self._keeper.note(change)
        return change

    def _take(self, listed: ListFile) -> None:
        self._opened = replace(self._opened, listed=listed)
        self._keeper.saved()
        self._history.saved_as(listed.signatories)

    def _take_step(self, edit: ListEdit, what: str) -> None:
        """Take a step that a service has made and saved into the history, so that it can be taken back.

        Where the list says more than that, somebody else has saved it meanwhile: the history ends there, for
        nobody takes back here what others have done.
        """
        listed = read_list(self._opened.listed.path, password=self._opened.listed.password)
        if says(listed.signatories, edited_rows(self._history.rows, edit)):
            self._note(listed, what)
        self._take(listed)

    def _note(self, listed: ListFile, what: str) -> None:
        was = {row.row: row for row in self._history.rows}
        now = {row.row: row for row in listed.signatories}
        differs = [n for n in {**was, **now} if was.get(n) != now.get(n)]
        changed = tuple(now[number] for number in differs if number in now)
        edit = ListEdit(changed, emptied=tuple(number for number in differs if number not in now))
        if not edit.is_empty:
            self._history.do(edit, what, number=len(differs))


def _edit_of(change: Change) -> ListEdit:
    changed = [row for n, row in change.after.items() if row and change.before.get(n)]
    added = [replace(row, row=0) for n, row in change.after.items() if row and not change.before.get(n)]
    emptied = [n for n, row in change.after.items() if row is None]
    return ListEdit(tuple(changed), tuple(added), tuple(emptied), change.log)
