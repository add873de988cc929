"""Add one signatory by hand, and say which rows it may be already."""

import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.list_edit import ListEdit
from desktop_app.domain.plain_text import plain
from desktop_app.domain.refusals import is_name_of_hidden, is_no_name
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity
from desktop_app.domain.resemblance import NamesOfList
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.list_file import ListFile
from desktop_app.services.saving import Saving


class ListNames:
    """The names of one list, kept from step to step; asked by the window, and by what works behind it."""

    def __init__(self) -> None:
        self._names = NamesOfList()
        self._lock = threading.Lock()

    def read(self, signatories: Iterable[Signatory]) -> None:
        """Know the list as it is; the first time takes a second, and later what has changed."""
        with self._lock:
            self._names.take({row.row: row for row in signatories})

    def withheld_like(
        self, signatories: Iterable[Signatory], asked: Sequence[Signatory]
    ) -> dict[str, list[Signatory]]:
        """The rows not to be named that may be one of those asked about, by its name."""
        if not asked:
            return {}
        with self._lock:
            self._names.take({row.row: row for row in signatories})
            return self._names.withheld_like(asked)

    def met_by(self, signatories: Iterable[Signatory], rows: Collection[int]) -> set[int]:
        """The other rows of a list which those may be already."""
        mine = {row.row: row for row in signatories}
        asked = [mine.pop(row) for row in rows if row in mine]
        with self._lock:
            self._names.take(mine)
            return self._names.met_by(asked)


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
    names = ListNames()
    edit = addition(names, listed.signatories, [signatory], listed.path.name, confirmed=confirmed)
    saved = saving.save(listed, edit, "add")
    row = max(signatory.row for signatory in saved.listed.signatories)
    doubles = perhaps_listed(names, saved.listed.signatories, [row], listed.path.name)
    return Added(row, (*saved.findings, *doubles))


def addition(
    names: ListNames,
    signatories: Iterable[Signatory],
    new: Iterable[Signatory],
    file: str,
    *,
    confirmed: bool = False,
) -> ListEdit:
    """The step that puts signatories below the last.

    Raises:
        ProblemError: ``name-needed``; as ``check_naming``.
    """
    added = [replace(row, name=plain(row.name), country=plain(row.country), row=0) for row in new]
    if not all(row.name for row in added):
        raise ProblemError("name-needed")
    check_naming(names, signatories, added, file, confirmed=confirmed)
    return ListEdit(added=tuple(added))


def check_naming(
    names: ListNames,
    signatories: Iterable[Signatory],
    new: Iterable[Signatory],
    file: str,
    *,
    confirmed: bool = False,
) -> None:
    """Whether those of them that would be printed may be, held against the list.

    Args:
        names: What is known of the list's names from the steps before.
        signatories: The list.
        new: Those that shall stand in it.
        file: The list's name, for messages.
        confirmed: Whether the source of a row says that it is none of those it is like.

    Raises:
        ProblemError: ``naming-refused`` where a name is none, or asks not to be printed;
            ``naming-like-withheld`` with the row of the list, unless it is confirmed with a source.
    """
    printed = [row for row in new if row.disclosure is Disclosure.NAMED]
    _check_names(printed)
    asked = [row for row in printed if not (confirmed and row.source.strip())]
    if like := next(filter(None, names.withheld_like(signatories, asked).values()), None):
        raise ProblemError("naming-like-withheld", Place(file, row=like[0].row))


def check_listing(
    names: ListNames,
    signatories: Iterable[Signatory],
    to_name: Sequence[Signatory],
    file: str,
    *,
    others: Collection[int] = (),
) -> None:
    """Whether rows of the list that were not named may be.

    Args:
        names: What is known of the list's names from the steps before.
        signatories: The list.
        to_name: The rows, as they are.
        file: The list's name, for messages.
        others: Those of them of which a source says that they are none of those they are like.

    Raises:
        ProblemError: ``naming-refused`` where a name is none, or asks not to be printed;
            ``naming-like-withheld`` with the row that one of the others is like.
    """
    _check_names(to_name)
    asked = [row for row in to_name if row.row not in others]
    like = withheld_beside(names, signatories, asked, {row.row for row in to_name})
    if found := next(iter(like.values()), None):
        raise ProblemError("naming-like-withheld", Place(file, row=found.row))


def withheld_beside(
    names: ListNames, signatories: Iterable[Signatory], asked: Sequence[Signatory], along: Collection[int]
) -> Mapping[int, Signatory]:
    """For each row that is like one not to be named, that one; those that are named along with it aside."""
    found = names.withheld_like(signatories, asked)
    beside = {row.row: [one for one in found.get(row.name, ()) if one.row not in along] for row in asked}
    return {row: like[0] for row, like in beside.items() if like}


def _check_names(printed: Iterable[Signatory]) -> None:
    if any(is_no_name(row.name) or is_name_of_hidden(row.name) for row in printed):
        raise ProblemError("naming-refused")


def perhaps_listed(
    names: ListNames, signatories: Iterable[Signatory], rows: Collection[int], file: str
) -> Iterator[Finding]:
    """The other rows which those rows may be already."""
    if others := names.met_by(signatories, rows):
        places = tuple(Place(file, row=other) for other in sorted(others))
        yield Finding("perhaps-listed-already", Severity.WARNING, places)
