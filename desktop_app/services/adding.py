"""Add one signatory by hand, and say which rows it may be already."""

from collections.abc import Iterator
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
    new = replace(signatory, name=plain(signatory.name), country=plain(signatory.country))
    if not new.name:
        raise ProblemError("name-needed")
    if new.disclosure is Disclosure.NAMED:
        _check_naming(listed, new, confirmed=confirmed)
    saved = saving.save(listed, ListEdit(added=(new,)), "add")
    row = max(signatory.row for signatory in saved.listed.signatories)
    return Added(row, (*saved.findings, *_perhaps_listed(saved.listed, row)))


def _check_naming(listed: ListFile, new: Signatory, *, confirmed: bool) -> None:
    if is_no_name(new.name) or is_name_of_hidden(new.name):
        raise ProblemError("naming-refused")
    if confirmed and new.source.strip():
        return
    if like := withheld_like(listed.signatories, [new]).get(new.name):
        raise ProblemError("naming-like-withheld", Place(listed.path.name, row=like[0].row))


def _perhaps_listed(listed: ListFile, row: int) -> Iterator[Finding]:
    pairs = find_pairs(listed.signatories)
    others = sorted(pair.a if pair.b == row else pair.b for pair in pairs if row in (pair.a, pair.b))
    if others:
        places = tuple(Place(listed.path.name, row=other) for other in others)
        yield Finding("perhaps-listed-already", Severity.WARNING, places)
