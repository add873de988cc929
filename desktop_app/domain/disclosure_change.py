"""Changing how a signatory appears: hiding is one step, naming one that was hidden is two with a source."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from desktop_app.domain.list_edit import ListEdit, LogEntry
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.signatory import Disclosure, Signatory

LOGGED_AS = "Listed"
_HIDDEN = frozenset({Disclosure.ANONYMOUS, Disclosure.WITHDRAWN})


def disclosure_edit(
    signatory: Signatory, to: Disclosure, on: dt.date, file: str, *, source: str = "", confirmed: bool = False
) -> ListEdit:
    """The step that has a signatory appear in another way; empty where it does already.

    Args:
        signatory: The row as it is.
        to: How it shall appear.
        on: The day, for the change log.
        file: The list's name, for messages.
        source: What the change rests on: "e-mail of 3 May".
        confirmed: Whether the coordinator was asked again and said yes.

    Raises:
        ProblemError: ``naming-needs-source`` and ``naming-needs-confirmation`` where one that said no, or
            took consent back, is to be named; ``naming-needs-name`` where there is no name to print.
    """
    if to is signatory.disclosure:
        return ListEdit()
    if to is Disclosure.NAMED:
        _check_naming(signatory, file, source, confirmed=confirmed)
    changed = replace(signatory, disclosure=to, source=joined(signatory.source, source))
    entry = LogEntry(on, signatory.row, LOGGED_AS, signatory.disclosure.value, to.value, source)
    return ListEdit(changed=(changed,), log=(entry,))


def confirmed_edit(signatory: Signatory, on: dt.date, source: str) -> ListEdit:
    """The step that says on what it rests that a signatory goes on appearing as it does."""
    listed = signatory.disclosure.value
    changed = replace(signatory, source=joined(signatory.source, source))
    return ListEdit((changed,), log=(LogEntry(on, signatory.row, LOGGED_AS, listed, listed, source),))


def row_of(signatories: Iterable[Signatory], row: int, file: str) -> Signatory:
    """The signatory of a row.

    Raises:
        ProblemError: ``row-unknown``.
    """
    for signatory in signatories:
        if signatory.row == row:
            return signatory
    raise ProblemError("row-unknown", Place(file, row=row), given=row)


def _check_naming(signatory: Signatory, file: str, source: str, *, confirmed: bool) -> None:
    place = Place(file, row=signatory.row)
    if not signatory.name:
        raise ProblemError("naming-needs-name", place)
    if signatory.disclosure not in _HIDDEN:
        return
    if not source.strip():
        raise ProblemError("naming-needs-source", place)
    if not confirmed:
        raise ProblemError("naming-needs-confirmation", place)


def joined(before: str, source: str) -> str:
    """A row's source with another one added."""
    return before if not source or source in before else "; ".join(filter(None, (before, source)))
