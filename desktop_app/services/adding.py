"""Add one signatory by hand, and say which rows it may be already."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.duplicates import find_pairs
from desktop_app.domain.list_edit import ListEdit
from desktop_app.domain.plain_text import plain
from desktop_app.domain.refusals import is_name_of_hidden, is_no_name
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity
from desktop_app.domain.resemblance import withheld_like
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.list_file import ListFile
from desktop_app.services.saving import Saving


@dataclass(frozen=True, slots=True)
class Added:
    """The row that was made, and what its coordinator should know."""

    row: int
    findings: tuple[Finding, ...]


def add_signatory(
    saving: Saving, listed: ListFile, signatory: Signatory, *, confirmed: bool = False
) -> Added:
    """Put a signatory below the last, and save that as one step.

    Args:
        saving: What saves the list.
        listed: The list.
        signatory: Its row is 0.
        confirmed: Whether the coordinator said that it is none of the withheld rows it is like.

    Raises:
        ProblemError: ``name-needed``; ``naming-refused`` where a name to be printed is none, or asks not to
            be printed; ``naming-like-withheld`` where it is like a withheld one, and nobody has confirmed
            with a source that it is another; as ``Saving.save``.
    """
    edit = addition(listed.signatories, [signatory], listed.path.name, confirmed=confirmed)
    saved = saving.save(listed, edit, "add")
    row = max(signatory.row for signatory in saved.listed.signatories)
    return Added(row, (*saved.findings, *perhaps_listed(saved.listed.signatories, [row], listed.path.name)))


def addition(
    signatories: Sequence[Signatory], new: Iterable[Signatory], file: str, *, confirmed: bool = False
) -> ListEdit:
    """The step that puts signatories below the last.

    Raises:
        ProblemError: ``name-needed``; as ``check_naming``.
    """
    added = [replace(row, name=plain(row.name), country=plain(row.country), row=0) for row in new]
    if not all(row.name for row in added):
        raise ProblemError("name-needed")
    check_naming(signatories, added, file, confirmed=confirmed)
    return ListEdit(added=tuple(added))


def check_naming(
    signatories: Sequence[Signatory], new: Iterable[Signatory], file: str, *, confirmed: bool = False
) -> None:
    """Whether those of them that would be printed may be, held against the list.

    Raises:
        ProblemError: ``naming-refused`` where a name is none, or asks not to be printed;
            ``naming-like-withheld`` with the row of the list, unless it is confirmed with a source.
    """
    printed = [row for row in new if row.disclosure is Disclosure.NAMED]
    if any(is_no_name(row.name) or is_name_of_hidden(row.name) for row in printed):
        raise ProblemError("naming-refused")
    asked = [row for row in printed if not (confirmed and row.source.strip())]
    if like := next(filter(None, withheld_like(signatories, asked).values()), None):
        raise ProblemError("naming-like-withheld", Place(file, row=like[0].row))


def perhaps_listed(signatories: Sequence[Signatory], rows: Collection[int], file: str) -> Iterator[Finding]:
    """The other rows which those rows may be already."""
    pairs = find_pairs(signatories)
    others = {row for pair in pairs for row in (pair.a, pair.b) if {pair.a, pair.b} & {*rows}} - {*rows}
    if others:
        places = tuple(Place(file, row=other) for other in sorted(others))
        yield Finding("perhaps-listed-already", Severity.WARNING, places)
