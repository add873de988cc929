"""Noes that may be about named rows: they stop what would print the name, until somebody has settled them."""

from pathlib import Path

from desktop_app.domain.fingerprints import keyed
from desktop_app.domain.questions import Questions, reopened
from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.domain.signatory import Signatory
from desktop_app.files.list_editor import list_key
from desktop_app.files.list_file import ListFile
from desktop_app.files.open_questions import read_questions, write_questions
from desktop_app.files.safe_save import digest


def open_questions(listed: ListFile) -> tuple[Finding, ...]:
    """The rows that are named, and may have been taken back.

    Raises:
        ProblemError: as ``read_questions`` and ``list_key``.
    """
    places = tuple(Place(listed.path.name, row=row) for row in _questions(listed).open_rows())
    return (Finding("perhaps-taken-back-open", Severity.ERROR, places),) if places else ()


def is_asked_about(listed: ListFile, signatory: Signatory) -> bool:
    """Whether an open no may be this row's, whether or not it is named at present.

    Raises:
        ProblemError: as ``read_questions`` and ``list_key``.
    """
    return _questions(listed).is_asked_about(signatory)


def settle_questions(listed: ListFile, signatory: Signatory, saved: ListFile) -> None:
    """Remember that the row was looked at, in the step that made the list what it is now.

    Raises:
        ProblemError: as ``read_questions``, ``list_key`` and ``write_questions``.
    """
    settled = _questions(listed).settled(signatory, digest(saved.data))
    write_questions(listed.path.parent, settled)


def reopen_questions(folder: Path, undone: ListFile) -> None:
    """Ask again what was settled by a step that was taken back.

    Raises:
        ProblemError: as ``read_questions`` and ``write_questions``.
    """
    known = read_questions(folder)
    again = reopened(known, digest(undone.data))
    if again != known:
        write_questions(folder, again)


def _questions(listed: ListFile) -> Questions:
    known = read_questions(listed.path.parent)
    key = list_key(listed.package, listed.path.name) if known else None
    return Questions(known, listed.signatories, keyed(key or ""))
