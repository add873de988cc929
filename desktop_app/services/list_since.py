"""What changed in the list since a day or an export. A name that is not named now is not said."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.list_changes import ListChanges, list_changes
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity
from desktop_app.domain.signatory import Signatory
from desktop_app.files.kept_copies import backups, handed_out, handed_out_as
from desktop_app.files.list_file import list_in
from desktop_app.files.package_gate import read_bytes
from desktop_app.services.opening import OpenCampaign

_Copy = tuple[dt.datetime, Path]


@dataclass(frozen=True, slots=True)
class ListSince:
    """How the list differs from what it was.

    Attributes:
        since: When it was as it is compared with: a day, or the name of an export.
        changes: None where no copy of it can be read.
    """

    since: str
    changes: ListChanges | None
    findings: tuple[Finding, ...] = ()


def list_since(opened: OpenCampaign, since: str) -> ListSince:
    """Compare the list with what it was at the end of a day, or when an export went out.

    Args:
        opened: The campaign.
        since: A day, such as ``2024-02-01``, or the name of a folder in ``exports/``, or its path.

    Raises:
        ProblemError: ``export-unknown`` where it is neither.
    """
    try:
        day = dt.date.fromisoformat(since)
    except ValueError:
        return _since_export(opened, Path(since).name)
    return _since_day(opened, day)


def _since_export(opened: OpenCampaign, export: str) -> ListSince:
    copy = handed_out_as(opened.folder, export)
    if copy is None:
        raise ProblemError("export-unknown", given=export)
    then, findings = _first_readable(opened, [copy])
    return ListSince(export, _compared(opened, then) if then is not None else None, findings)


def _since_day(opened: OpenCampaign, day: dt.date) -> ListSince:
    """A backup holds what a later save replaced: the first of those is what the list was before it."""
    known = sorted([*backups(opened.folder), *handed_out(opened.folder)])
    before = [copy for copy in known if copy[0].astimezone().date() <= day]
    after = known[len(before) :]
    then, unread = _first_readable(opened, [*after, *reversed(before)])
    findings = list(unread)
    if not before:
        values = {"day": day.isoformat(), "oldest": known[0][0].date().isoformat() if known else "-"}
        findings.append(Finding("list-not-kept-then", Severity.WARNING, values=values))
    if then is None and not known:
        then = opened.signatories
    return ListSince(day.isoformat(), None if then is None else _compared(opened, then), tuple(findings))


def _first_readable(
    opened: OpenCampaign, copies: Sequence[_Copy]
) -> tuple[Sequence[Signatory] | None, tuple[Finding, ...]]:
    """The rows of the first copy that opens, and what is to be said of those before it."""
    unread = []
    listed = opened.listed
    for _, path in copies:
        try:
            rows = list_in(listed.path, read_bytes(path), listed.password).signatories
        except ProblemError:
            unread.append(Place(path.relative_to(opened.folder).as_posix()))
            continue
        return rows, _unreadable(unread)
    return None, _unreadable(unread)


def _unreadable(places: Sequence[Place]) -> tuple[Finding, ...]:
    return (Finding("copy-unreadable", Severity.WARNING, tuple(places)),) if places else ()


def _compared(opened: OpenCampaign, then: Sequence[Signatory]) -> ListChanges:
    return list_changes(then, opened.signatories, opened.campaign.counts)
