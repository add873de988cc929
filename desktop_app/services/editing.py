"""Work on the list of a campaign: steps at once, in memory and in a journal; the workbook when it is time."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from desktop_app.domain.disclosure_change import disclosure_edit, joined
from desktop_app.domain.duplicates import Pair
from desktop_app.domain.list_edit import ListEdit, together
from desktop_app.domain.list_history import Change
from desktop_app.domain.plain_text import plain
from desktop_app.domain.prose import Why
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity
from desktop_app.domain.roster import meant_umbrellas
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.domain.united import united
from desktop_app.files.list_editor import RowsBeside, list_key
from desktop_app.files.reference_data import Reference
from desktop_app.services.adding import (
    ListNames,
    addition,
    check_listing,
    check_naming,
    perhaps_listed,
    withheld_beside,
)
from desktop_app.services.asking import is_asked_about, reopen_questions
from desktop_app.services.collecting import Import, apply_import
from desktop_app.services.deduplicating import (
    beside,
    find_duplicates,
    keep_apart,
    out_already,
    with_own_cells,
)
from desktop_app.services.kept_list import KeptList
from desktop_app.services.locking import lock_list, unlock_list
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.settling import settle

EDITABLE = (
    *("name", "acronym", "country", "title", "group", "member_of", "listed_as"),
    *("contact", "email", "signed_on", "source", "notes"),
)
"""Fields of a signatory that are text, and may be typed over."""
MERGE = "merge"
_NOBODY: Mapping[int, str] = {}


class Editing(KeptList):
    """The list of an open campaign while somebody works on it."""

    def __init__(
        self,
        opened: OpenCampaign,
        today: Callable[[], dt.date] = dt.date.today,
        *,
        keeps_journal: bool = True,
    ) -> None:
        super().__init__(opened, keeps_journal=keeps_journal)
        self._today = today
        self._names = ListNames()
        self._read_beside: tuple[bytes, RowsBeside] | None = None

    # Steps

    def add(self, new: Iterable[Signatory], *, confirmed: bool = False) -> Change:
        """Put signatories below the last.

        Raises:
            ProblemError: as ``addition``.
        """
        edit = addition(self._names, self._history.rows, new, self._file, confirmed=confirmed)
        return self._do(edit, "add", number=len(edit.added))

    def list_as(
        self,
        rows: Collection[int],
        to: Disclosure,
        *,
        source: str = "",
        confirmed: bool = False,
        others: Mapping[int, str] = _NOBODY,
    ) -> Change | None:
        """Have signatories appear in another way; None where they all do already.

        Args:
            rows: Their numbers.
            to: How they shall appear.
            source: What the change rests on.
            confirmed: Whether those that said no shall be named all the same.
            others: Rows that are none of those they are like, and on what that rests.

        Raises:
            ProblemError: as ``disclosure_edit`` and ``check_listing``; then nothing is changed.
        """
        signatories = [self._history.row(row) for row in rows]
        edits = [
            disclosure_edit(
                row,
                to,
                self._today(),
                self._file,
                source=joined(source, others.get(row.row, "")),
                confirmed=confirmed,
            )
            for row in signatories
        ]
        if to is Disclosure.NAMED:
            to_name = [row for row in signatories if row.disclosure is not to]
            check_listing(self._names, self._history.rows, to_name, self._file, others=others)
        settled = to is Disclosure.NAMED and bool(source.strip())
        if settled:
            listed = self._listed()
            self._to_settle += [row for row in signatories if is_asked_about(listed, row)]
        edit = together(edits)
        return None if edit.is_empty else self._do(edit, f"list-{to.value}", number=len(edit.changed))

    def write(self, rows: Collection[int], field: str, text: str, *, source: str = "") -> Change | None:
        """Type a text over a field of some rows; None where it stands there already.

        A network takes its members along when its name changes.

        Args:
            rows: Their numbers.
            field: One of ``EDITABLE``.
            text: What they shall say.
            source: On what it rests that a row is printed under a name like that of a withheld one.

        Raises:
            ProblemError: as ``check_naming``.
        """
        if field not in EDITABLE:
            raise ValueError(field)
        typed: dict[str, Any] = {field: plain(text)}
        before = [self._history.row(row) for row in rows]
        changed = [row for was in before if (row := replace(was, **typed)) != was]
        if source:
            changed = [replace(row, source=joined(row.source, source)) for row in changed]
        if field in ("name", "listed_as", "acronym"):
            others = [row for row in self._history.rows if row.row not in rows]
            check_naming(self._names, others, changed, self._file, confirmed=bool(source))
        if field == "name":
            changed += self._members_along({row.row: row.name for row in changed})
        edit = ListEdit(changed=tuple(changed))
        return None if edit.is_empty else self._do(edit, "cells", number=len(rows))

    def undo(self, *, naming_confirmed: bool = False) -> Change:
        """Take the last step back.

        Raises:
            ProblemError: as ``ListHistory.undo``.
        """
        back = self._noted(self._history.undo(naming_confirmed=naming_confirmed))
        if back.what == f"list-{Disclosure.NAMED.value}":
            reopen_questions(self._opened.folder, self._opened.listed)
        return back

    def undone(self) -> tuple[Finding, ...]:
        """What there is to know about the step that was taken back last."""
        places = tuple(Place(self._file, row=row) for row in self._history.back_below())
        return (Finding("row-back-below", Severity.WARNING, places),) if places else ()

    def redo(self, *, naming_confirmed: bool = False) -> Change:
        """Make the step again that was taken back last.

        Raises:
            ProblemError: as ``ListHistory.redo``.
        """
        return self._noted(self._history.redo(naming_confirmed=naming_confirmed))

    def unite(self, keep: int, other: int) -> Change:
        """Make one row of two.

        Raises:
            ProblemError: as ``united`` and ``with_own_cells``.
        """
        edit = united(self._history.rows, keep, other, self._today(), self._file)
        # A row that is in no workbook yet has nothing beside it.
        if any(row.row == other for row in self._opened.listed.signatories):
            edit = with_own_cells(edit, self._beside(), keep, other)
        return self._do(edit, MERGE, number=len(edit.changed) + len(edit.emptied))

    def out_already(self, merge: Change) -> tuple[Finding, ...]:
        """Names that a merge hides, and that stand in letters that are out; older lists are read for it."""
        gone = [number for number, row in merge.after.items() if row is None]
        made = next((row for row in merge.after.values() if row is not None), None)
        both = (merge.before[number] for number in (*gone, *([made.row] if made else [])))
        rows = [row for row in both if row is not None]
        return out_already(self._opened.folder, self._opened.listed, rows, made) if made else ()

    def overrule_lock(self, problem: ProblemError) -> None:
        """As ``Saving.overrule_lock``."""
        self._saving.overrule_lock(problem)

    # Steps that are saved at once: what they remember belongs to the list as it lies on the disk

    def keep_apart(self, a: int, b: int) -> tuple[Finding, ...]:
        """Remember that two rows are not the same signatory.

        Raises:
            ProblemError: as ``save`` and ``keep_apart``.
        """
        listed = self._opened.listed
        if list_key(listed.package, self._file):
            keep_apart(self._saving, self._listed(), a, b)
            return ()
        wanted = [self._history.row(row) for row in (a, b)]
        findings = self.save()
        a, b = (self._now_at(row) for row in wanted)
        keep_apart(self._saving, self._opened.listed, a, b)
        return (*findings, *self.refresh())

    def settle(self, place: Place, why: Why) -> tuple[Finding, ...]:
        """Remember that a row's name may stand in one sentence of the letter.

        Raises:
            ProblemError: as ``save`` and ``settle``.
        """
        findings = self.save()
        settle(self._saving, self._opened, place, why)
        return (*findings, *self.refresh())

    def apply(self, imported: Import) -> tuple[Finding, ...]:
        """Make the changes that an import proposes.

        Raises:
            ProblemError: as ``save`` and ``apply_import``.
        """
        findings = (*self.save(), *apply_import(self._saving, self._opened.listed, imported))
        self._take_step(imported.plan.edit, "import")
        return findings

    def lock(self, password: str) -> tuple[Finding, ...]:
        """Lock the list with a password, and all copies of it; without one, take the password off the list.

        Raises:
            ProblemError: as ``save``, ``lock_list`` and ``unlock_list``.
        """
        findings = self.save()
        listed = self._opened.listed
        done = lock_list(self._saving, listed, password) if password else unlock_list(self._saving, listed)
        self._opened = replace(self._opened, listed=done.listed)
        self._keeper.lock(password)
        self._history.saved_as(done.listed.signatories)
        return (*findings, *done.findings)

    # What the list may hold twice

    def read_names(self) -> None:
        """Read the names of the list before they are asked about; it may be done behind the window."""
        self._names.read(self._history.rows)

    def withheld_like(self, new: Sequence[Signatory]) -> dict[str, list[Signatory]]:
        """The rows not to be named that may be one of those, by its name."""
        return self._names.withheld_like(self._history.rows, new)

    def like_withheld(self, rows: Collection[int], withheld: int) -> list[int]:
        """Those of some rows that are to be named which are like that withheld one before any other."""
        asked = [self._history.row(row) for row in rows]
        like = withheld_beside(self._names, self._history.rows, asked, rows)
        return [row for row, one in like.items() if one.row == withheld]

    def perhaps_listed(self, rows: Collection[int]) -> tuple[Finding, ...]:
        """What those rows may be already, among the others."""
        return tuple(perhaps_listed(self._names, self._history.rows, rows, self._file))

    def pairs(self, reference: Reference) -> tuple[Pair, ...]:
        """Rows that are probably one signatory. What a merge of them needs to know is read along with them.

        Raises:
            ProblemError: as ``find_duplicates``.
        """
        with suppress(ProblemError):  # said by the merge that it stops
            self._beside()
        return find_duplicates(self.campaign, reference)

    def _beside(self) -> RowsBeside:
        """What stands beside the rows in the workbook as it was read last."""
        listed = self._opened.listed
        if self._read_beside is None or self._read_beside[0] is not listed.package:
            self._read_beside = (listed.package, beside(listed))
        return self._read_beside[1]

    def _now_at(self, row: Signatory) -> int:
        """Where a row stands after a save, which may have put it elsewhere."""
        at = [now.row for now in self._history.rows if replace(now, row=row.row) == row]
        if not at:
            raise ProblemError("row-unknown", Place(self._file, row=row.row), given=row.row)
        return row.row if row.row in at else at[0]

    def _members_along(self, renamed: dict[int, str]) -> list[Signatory]:
        members = []
        for row, meant in meant_umbrellas(self._history.rows).items():
            if len(meant) == 1 and meant[0].row in renamed and row not in renamed:
                members.append(replace(self._history.row(row), member_of=renamed[meant[0].row]))
        return members
