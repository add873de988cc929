"""Find rows that are probably one signatory, merge them, or remember that they are not."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.domain.duplicates import Pair, find_pairs
from desktop_app.domain.fingerprints import Fingerprints, new_key
from desktop_app.domain.list_edit import ListEdit
from desktop_app.domain.reporting import Finding, Place, ProblemError
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.domain.united import united
from desktop_app.files.decisions import read_decisions, write_decisions
from desktop_app.files.list_editor import RowsBeside, list_key
from desktop_app.files.list_file import ListFile
from desktop_app.files.reference_data import Reference
from desktop_app.services.disclosing import named_before
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.saving import Saving


@dataclass(frozen=True, slots=True)
class United:
    """How the one row appears now, and what its coordinator should know."""

    listed: Disclosure
    findings: tuple[Finding, ...] = ()


def find_duplicates(opened: OpenCampaign, reference: Reference) -> tuple[Pair, ...]:
    """Pairs that are probably one signatory and about which nothing was decided yet, the surest first.

    Raises:
        ProblemError: as ``read_decisions`` and ``list_key``.
    """
    about = [reference.states[code].iso2 for code in opened.campaign.about if code in reference.states]
    pairs = find_pairs(opened.signatories, about)
    decided = read_decisions(opened.folder)
    key = list_key(opened.listed.package, opened.list_file) if decided else None
    if not key:
        return pairs
    prints = Fingerprints(opened.signatories, key)
    return tuple(pair for pair in pairs if prints.of_pair(pair.a, pair.b) not in decided)


def keep_apart(saving: Saving, listed: ListFile, a: int, b: int) -> None:
    """Remember that two rows are not the same signatory, for as long as their names stay what they are.

    Raises:
        ProblemError: ``row-unknown``, ``apart-from-itself``; as ``read_decisions``, ``write_decisions`` and
            ``Saving.save_key``.
    """
    rows = {signatory.row for signatory in listed.signatories}
    for row in (a, b):
        if row not in rows:
            raise ProblemError("row-unknown", Place(listed.path.name, row=row), given=row)
    if a == b:
        raise ProblemError("apart-from-itself", Place(listed.path.name, row=a))
    decided = read_decisions(saving.folder)
    key = list_key(listed.package, listed.path.name)
    if not key:
        key = new_key()
        saving.save_key(listed, key)
    write_decisions(saving.folder, decided | {Fingerprints(listed.signatories, key).of_pair(a, b)})


def unite_rows(saving: Saving, listed: ListFile, keep: int, other: int, on: dt.date) -> United:
    """Make one row of two, and save it as one step.

    Raises:
        ProblemError: as ``united`` and ``Saving.save``.
    """
    step = united(listed.signatories, keep, other, on, listed.path.name)
    edit = with_own_cells(step, beside(listed), keep, other)
    made = next(signatory for signatory in edit.changed if signatory.row == keep)
    saved = saving.save(listed, edit, "merge")
    both = [row for row in listed.signatories if row.row in (keep, other)]
    return United(made.disclosure, (*saved.findings, *out_already(saving.folder, listed, both, made)))


def out_already(
    folder: Path, listed: ListFile, both: Iterable[Signatory], made: Signatory
) -> tuple[Finding, ...]:
    """Which of two rows were named in letters that are out, and are no more as the one that they became."""
    hidden = [row for row in both if row.disclosure is Disclosure.NAMED is not made.disclosure]
    return tuple(finding for row in hidden for finding in named_before(folder, listed, row))


def beside(listed: ListFile) -> RowsBeside:
    """What the rows of a list hold that is not the list's.

    Raises:
        ProblemError: as ``RowsBeside``.
    """
    return RowsBeside(listed.package, listed.path.name)


def with_own_cells(edit: ListEdit, rows: RowsBeside, keep: int, other: int) -> ListEdit:
    """What the emptied row says in the coordinator's own columns goes to the notes, where it is new.

    So do the formulas there, and comments and links on any cell of the row.
    """
    kept, lost = rows.own_cells(keep), rows.own_cells(other)
    has, had = (rows.annotations(row, as_row=keep) for row in (keep, other))
    left = [f"{heading}: {text}" for heading, text in lost.items() if kept.get(heading) != text]
    left += [f"{heading}: {text}" for heading, text in had if (heading, text) not in has]
    if not left:
        return edit
    changed = (
        replace(row, notes="; ".join(filter(None, (row.notes, *left)))) if row.row == keep else row
        for row in edit.changed
    )
    return replace(edit, changed=tuple(changed))
