"""Change how a signatory appears, and say so when its name is out already."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.disclosure_change import confirmed_edit, disclosure_edit, row_of
from desktop_app.domain.plain_text import folded
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.kept_copies import handed_out
from desktop_app.files.list_file import ListFile, list_in
from desktop_app.files.package_gate import read_bytes
from desktop_app.services.adding import ListNames, check_listing
from desktop_app.services.asking import is_asked_about, settle_questions
from desktop_app.services.saving import Saving


@dataclass(frozen=True, slots=True)
class Disclosed:
    """How a signatory appeared before, and what its coordinator should know now.

    Attributes:
        settled: Whether a no that may have been its own is settled by that.
    """

    before: Disclosure
    findings: tuple[Finding, ...] = ()
    settled: bool = False


def set_disclosure(
    saving: Saving,
    listed: ListFile,
    row: int,
    to: Disclosure,
    on: dt.date,
    *,
    source: str = "",
    confirmed: bool = False,
) -> Disclosed:
    """Have the signatory of a row appear in another way, and save; nothing is saved where it does already.

    With a source it also settles whether a no was this row's.

    Raises:
        ProblemError: ``row-unknown``; as ``disclosure_edit``, ``check_listing``, ``Saving.save`` and
            ``settle_questions``.
    """
    signatory = row_of(listed.signatories, row, listed.path.name)
    edit = disclosure_edit(signatory, to, on, listed.path.name, source=source, confirmed=confirmed)
    if not edit.is_empty and to is Disclosure.NAMED:
        others = (row,) if source.strip() and confirmed else ()
        check_listing(ListNames(), listed.signatories, [signatory], listed.path.name, others=others)
    settles = bool(source.strip()) and to is Disclosure.NAMED and is_asked_about(listed, signatory)
    if edit.is_empty and settles:
        edit = confirmed_edit(signatory, on, source)
    if edit.is_empty:
        return Disclosed(signatory.disclosure)
    saved = saving.save(listed, edit, "disclosure")
    if settles:
        settle_questions(listed, signatory, saved.listed)
    was_named = signatory.disclosure is Disclosure.NAMED is not to
    out = named_before(saving.folder, listed, signatory) if was_named else ()
    return Disclosed(signatory.disclosure, (*saved.findings, *out), settles)


def named_before(folder: Path, listed: ListFile, signatory: Signatory) -> tuple[Finding, ...]:
    """When the signatory was named in letters that are out: hiding it now does not take the name back."""
    if not signatory.name:
        return ()
    names = {folded(name) for name in (signatory.name, signatory.listed_as) if name}
    days = []
    for when, copy in handed_out(folder):
        try:
            then = list_in(listed.path, read_bytes(copy), listed.password)
        except ProblemError:
            continue  # locked with an older password
        if names & set(map(folded, printed_names(then.signatories))):
            days.append(when.date().isoformat())
    if not days:
        return ()
    place = Place(listed.path.name, row=signatory.row)
    return (Finding("named-before", Severity.WARNING, (place,), {"days": tuple(dict.fromkeys(days))}),)
