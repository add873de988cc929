"""Add one signatory by hand, and say which rows it may be already."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop_app.domain.duplicates import find_pairs
from desktop_app.domain.list_edit import ListEdit
from desktop_app.domain.plain_text import plain
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity
from desktop_app.domain.signatory import Signatory
from desktop_app.files.list_file import ListFile
from desktop_app.services.saving import Saving


@dataclass(frozen=True, slots=True)
class Added:
    """The row that was made, and what its coordinator should know."""

    row: int
    findings: tuple[Finding, ...]


def add_signatory(saving: Saving, listed: ListFile, signatory: Signatory) -> Added:
    """Put a signatory below the last, and save that as one step.

    Raises:
        ProblemError: ``name-needed``; as ``Saving.save``.
    """
    new = replace(signatory, name=plain(signatory.name), country=plain(signatory.country))
    if not new.name:
        raise ProblemError("name-needed")
    saved = saving.save(listed, ListEdit(added=(new,)), "add")
    row = max(signatory.row for signatory in saved.listed.signatories)
    return Added(row, (*saved.findings, *_perhaps_listed(saved.listed, row)))


def _perhaps_listed(listed: ListFile, row: int) -> Iterator[Finding]:
    pairs = find_pairs(listed.signatories)
    others = sorted(pair.a if pair.b == row else pair.b for pair in pairs if row in (pair.a, pair.b))
    if others:
        places = tuple(Place(listed.path.name, row=other) for other in others)
        yield Finding("perhaps-listed-already", Severity.WARNING, places)
