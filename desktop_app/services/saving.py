"""Saves a step on the list of signatories, such that nothing is lost: not a row, and nobody's change."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakKeyDictionary

from desktop_app.domain.campaign import State
from desktop_app.domain.hiding import holds_secret
from desktop_app.domain.list_edit import ListEdit, edited_rows, says
from desktop_app.domain.list_history import Rows, named_again
from desktop_app.domain.reporting import Finding, Place, ProblemError, RefusedError, Severity
from desktop_app.domain.row_merge import rebased
from desktop_app.files.campaign_folder import not_writable
from desktop_app.files.campaign_toml import read_campaign
from desktop_app.files.encryption import encrypt
from desktop_app.files.kept_copies import (
    PRIVATE,
    KeptStep,
    back_up,
    carry_over,
    forget_step,
    keep_step,
    last_step,
    private,
)
from desktop_app.files.list_editor import RowsBeside, edited, list_key, with_key
from desktop_app.files.list_file import ListFile, list_in, read_list
from desktop_app.files.neighbours import OfficeLock, locks_beside
from desktop_app.files.package_gate import is_ole
from desktop_app.files.safe_save import digest, replace_file
from desktop_app.files.settings_table import FILE as SETTINGS
from desktop_app.files.signatories_xlsx import signatories_in

LOCK = "list.lock"
_TRIES = 5
"""How often a step is made anew on a list that somebody else keeps changing."""


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Saved:
    """The list after a step, and what its coordinator should know about how it got there."""

    listed: ListFile
    findings: tuple[Finding, ...] = ()


class Saving:
    """Saves the list of one campaign during one session.

    Args:
        folder: The campaign's.
        now: The time, for the names of backups.
        anyway: Save although Excel or LibreOffice has the list open.
    """

    def __init__(
        self, folder: Path, now: Callable[[], dt.datetime] = _utc_now, *, anyway: bool = False
    ) -> None:
        self.folder = folder
        self._now = now
        self._anyway = anyway
        self._is_first = True
        # By the problem that told of it: whoever overrules one knows of no other.
        self._told: WeakKeyDictionary[ProblemError, OfficeLock] = WeakKeyDictionary()
        self._overruled: frozenset[OfficeLock] = frozenset()

    def overrule_lock(self, problem: ProblemError) -> None:
        """Save although a lock file lies there, the one that a ``list-open`` has told of.

        A program that crashed has left it. Another one counts, and so does one that took its place since.
        """
        lock = self._told.get(problem)
        if lock is not None:
            self._overruled |= {lock}

    def save(self, listed: ListFile, edit: ListEdit, what: str, *, merges: bool = True) -> Saved:
        """Make a step on the list and save it; a change by somebody else in between is kept as well.

        Args:
            listed: The list as it was read.
            edit: The step.
            what: Its code, for undo: ``merge``, ``import``, ``disclosure``.
            merges: Whether the step is made on what somebody else has saved; else that stops it.

        Raises:
            ProblemError: ``list-open``; ``campaign-closed``; as ``edited`` and ``replace_file``;
                ``list-changed`` where nothing is to be merged;
                ``list-torn`` with the rows that both sides changed. The list is then as it was.
        """
        now, step = listed, edit
        merged: tuple[Finding, ...] = ()
        for _ in range(_TRIES):
            try:
                made = self._made(now, step)
                self._put(now, made, what)
                return Saved(made, (*merged, *_first_secret(now, made)))
            except ProblemError as problem:
                if problem.code != "list-changed" or not merges:
                    raise
            now = read_list(listed.path, password=listed.password)
            step = _again(listed, edit, now)
            merged = (Finding("list-merged", Severity.NOTE, (Place(listed.path.name),)),)
        raise ProblemError("list-busy", Place(listed.path.name))

    def save_key(self, listed: ListFile, key: str) -> ListFile:
        """Have the list keep the key of its fingerprints. It is no step: nobody takes it back.

        Raises:
            ProblemError: ``campaign-closed``; as ``with_key`` and ``restate``.
        """
        check_takes_names(self.folder)
        package = with_key(listed.package, key, listed.path.name)
        made = list_in(listed.path, _sealed(package, listed), listed.password)
        self.restate(listed, made)
        return made

    def restate(self, listed: ListFile, made: ListFile) -> None:
        """Put other bytes in the list's place that say the same; the last step can still be taken back.

        Raises:
            ProblemError: ``list-open``, ``save-not-verified``; as ``replace_file``.
        """
        if made.signatories != listed.signatories:
            raise ProblemError("save-not-verified", Place(listed.path.name))
        self._check_not_open(listed)
        with _said(listed.path):
            carry_over(self.folder, {digest(listed.data): digest(made.data)})
        self._put(listed, made)

    def undo(self, listed: ListFile, *, naming_confirmed: bool = False) -> tuple[str, ListFile]:
        """Take the last step back.

        Args:
            listed: The list as it was read.
            naming_confirmed: Let a signatory be named again that the step had hidden.

        Returns:
            The code of the step, and the list as it was before it.

        Raises:
            ProblemError: ``nothing-to-undo``, also where somebody has changed the list since;
                ``undo-names-again``; ``undo-other-password`` with the place where that list lies; as
                ``replace_file``.
        """
        step = last_step(self.folder, listed.data)
        if step is None:
            raise ProblemError("nothing-to-undo", Place(listed.path.name))
        data = step.before.read_bytes()
        before = _as_kept_now(data, step, listed)
        again = named_again(_by_row(listed), _by_row(before))
        if again and not naming_confirmed:
            raise ProblemError("undo-names-again", Place(listed.path.name, row=again[0]))
        with _said(listed.path):
            carry_over(self.folder, {digest(data): digest(before.data)})
        self._put(listed, before)
        with _said(listed.path):
            forget_step(step.before)
        return step.what, before

    def _made(self, listed: ListFile, edit: ListEdit) -> ListFile:
        check_takes_names(self.folder)
        package = edited(listed.package, edit, listed.path.name)
        sheet = signatories_in(package, listed.path.name)
        if not says(sheet.signatories, edited_rows(listed.signatories, edit)):
            raise ProblemError("save-not-verified", Place(listed.path.name))
        return ListFile(listed.path, _sealed(package, listed), package, listed.password, sheet)

    def _put(self, listed: ListFile, made: ListFile, step: str = "") -> None:
        """Replace the list, and keep it as it was: for the time being, and for undo where it is a step."""
        kept: list[Path] = []

        def look(back: bytes) -> None:
            if list_in(made.path, back, made.password).signatories != made.signatories:
                raise ProblemError("save-not-verified", Place(made.path.name))

        def keep(before: bytes) -> None:
            if step:
                kept.append(keep_step(self.folder, step, before, made.data))
            # The list that is being locked was not locked before; its backup is.
            plain = made.is_locked and not is_ole(before)
            copy = encrypt(before, made.password, made.path.name) if plain else before
            back_up(self.folder, copy, self._now(), first=self._is_first)

        self._check_not_open(listed)
        lock = private(self.folder) / LOCK
        try:
            replace_file(made.path, made.data, seen=listed.data, lock=lock, look=look, keep=keep)
        except ProblemError:
            with suppress(OSError):
                for path in kept:
                    forget_step(path)
            raise
        self._is_first = False

    def _check_not_open(self, listed: ListFile) -> None:
        locks = () if self._anyway else locks_beside(listed.path)
        for lock in locks:
            if lock not in self._overruled:
                since = f"{lock.since.astimezone():%Y-%m-%d %H:%M}"
                place = Place(listed.path.name)
                problem = ProblemError("list-open", place, program=lock.program, since=since)
                self._told[problem] = lock
                raise problem


def check_takes_names(folder: Path) -> None:
    """Raise ``campaign-closed`` where it is closed on the disk; somebody else may do so at any time."""
    if read_campaign(folder).state is State.CLOSED:
        raise ProblemError("campaign-closed", Place(SETTINGS, "state"))


def _again(listed: ListFile, edit: ListEdit, now: ListFile) -> ListEdit:
    """The step as it is to be made on the list that somebody else has saved meanwhile."""
    again = rebased(listed.signatories, edit, now.signatories)
    if lost := again.torn or tuple(_beside_changed(listed, edit, now, again.edit)):
        rows = tuple(Place(listed.path.name, row=row) for row in lost)
        torn = Finding("row-changed-by-both", Severity.ERROR, rows)
        raise RefusedError("list-torn", (torn,), Place(listed.path.name))
    return again.edit


def _beside_changed(listed: ListFile, edit: ListEdit, now: ListFile, again: ListEdit) -> Iterator[int]:
    """Rows to be emptied in whose other columns somebody has written meanwhile."""
    if not edit.emptied:
        return
    mine, theirs = (RowsBeside(one.package, one.path.name) for one in (listed, now))
    for row, there in zip(edit.emptied, again.emptied, strict=True):
        own = mine.own_cells(row) != theirs.own_cells(there)
        if own or mine.annotations(row, as_row=row) != theirs.annotations(there, as_row=row):
            yield row


def _first_secret(before: ListFile, after: ListFile) -> tuple[Finding, ...]:
    """Said once, by the step that brings the first name that must not get out."""
    if after.is_locked or holds_secret(before.signatories) or not holds_secret(after.signatories):
        return ()
    return (Finding("list-not-locked", Severity.WARNING, (Place(after.path.name),)),)


def _sealed(package: bytes, listed: ListFile) -> bytes:
    """A workbook as its file holds it: locked where the list is."""
    return encrypt(package, listed.password, listed.path.name) if listed.is_locked else package


def _as_kept_now(data: bytes, step: KeptStep, listed: ListFile) -> ListFile:
    """The list as it was before a step, with the password and the key that it has got since."""
    name = listed.path.name
    try:
        before = list_in(listed.path, data, listed.password)
    except ProblemError as problem:
        if problem.code not in ("password-wrong", "file-encrypted"):
            raise
        place = Place(f"{PRIVATE}/{step.before.parent.name}/{step.before.name}")
        raise ProblemError("undo-other-password", place) from None
    package, key = before.package, list_key(listed.package, name)
    if key and not list_key(package, name):
        package = with_key(package, key, name)
    if package is before.package and before.is_locked is listed.is_locked:
        return before
    return list_in(listed.path, _sealed(package, listed), listed.password)


def _by_row(listed: ListFile) -> Rows:
    return {row.row: row for row in listed.signatories}


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """What the disk refuses, as a sentence."""
    try:
        yield
    except OSError as error:
        raise not_writable(path, error) from None
