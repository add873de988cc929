"""Two rows of one signatory made one: nothing that stands in either is lost, and a no outweighs a yes."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from desktop_app.domain.hiding import would_hide_its_name
from desktop_app.domain.list_edit import ListEdit, LogEntry
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.roster import meant_umbrellas
from desktop_app.domain.signatory import Disclosure, Signatory

_CAREFUL = (Disclosure.WITHDRAWN, Disclosure.ANONYMOUS, Disclosure.PENDING, Disclosure.NAMED)
"""The most careful first. Only a clear yes publishes: of a yes and no answer yet, no answer counts."""

_GATHERED = ("contact", "email", "confirmed_by", "source")
"""Private fields of which both are kept, side by side."""
_ONE_ONLY = {
    "country": "Country",
    "title": "Title or affiliation",
    "group": "Group",
    "signed_on": "Signed on",
    "text_version": "Text version",
}
"""Fields that hold one value; where the rows differ, the other's goes to the notes under its header."""


def united(signatories: Iterable[Signatory], keep: int, other: int, on: dt.date, file: str) -> ListEdit:
    """The step that makes one row of two.

    The kept row takes what it lacks; the other's names become *Also known as*, so that the next import knows
    them; its members are moved to the kept row; its own row is emptied.

    Args:
        signatories: The whole list.
        keep: The row that stays.
        other: The row that is emptied.
        on: The day, for the change log.
        file: The list's name, for messages.

    Raises:
        ProblemError: ``unite-with-itself``; ``row-unknown``; ``unite-with-member`` for a network and its
            member; ``unite-members-unclear`` where a member of the other row may mean a third one, too;
            ``unite-shows-name`` where a *Listed as* would hide its row's name no longer.
    """
    rows = {signatory.row: signatory for signatory in signatories}
    for row in (keep, other):
        if row not in rows:
            raise ProblemError("row-unknown", Place(file, row=row), given=row)
    if keep == other:
        raise ProblemError("unite-with-itself", Place(file, row=keep))
    umbrellas = meant_umbrellas(rows.values())
    _check_apart(umbrellas, keep, other, file)
    has_members = any(keep in _rows(meant) or other in _rows(meant) for meant in umbrellas.values())
    made = _united(rows[keep], rows[other], may_be_member=not has_members)
    hiding = [rows[row] for row in (keep, other) if would_hide_its_name(rows[row])]
    if hiding and not would_hide_its_name(made):
        raise ProblemError("unite-shows-name", Place(file, row=hiding[0].row))
    members = _moved(rows, umbrellas, made, other)
    return ListEdit((made, *members), emptied=(other,), log=tuple(_log(rows[keep], made, members, other, on)))


def _check_apart(umbrellas: dict[int, tuple[Signatory, ...]], keep: int, other: int, file: str) -> None:
    for one, another in ((keep, other), (other, keep)):
        if another in _rows(umbrellas.get(one, ())):
            raise ProblemError("unite-with-member", Place(file, row=one))
    for row, meant in umbrellas.items():
        if other in _rows(meant) and not _rows(meant) <= {keep, other}:
            raise ProblemError("unite-members-unclear", Place(file, row=row))


def _rows(signatories: Iterable[Signatory]) -> frozenset[int]:
    return frozenset(signatory.row for signatory in signatories)


def _united(kept: Signatory, other: Signatory, *, may_be_member: bool) -> Signatory:
    values: dict[str, Any] = {
        attribute: _joined(getattr(kept, attribute), getattr(other, attribute)) for attribute in _GATHERED
    }
    left: dict[str, str] = {}
    for attribute, header in _ONE_ONLY.items():
        values[attribute], left[header] = _one_of(getattr(kept, attribute), getattr(other, attribute))
    values["member_of"], left["Member of"] = _one_of(kept.member_of, other.member_of)
    if not may_be_member and not kept.member_of:
        values["member_of"], left["Member of"] = "", other.member_of
    values["listed_as"], left["Listed as"] = _listed_as(kept, other)
    values["name"], values["acronym"] = kept.name or other.name, kept.acronym or other.acronym
    values["counts"] = kept.counts or other.counts
    if other.counts not in (None, values["counts"]):
        left["Counts"] = str(other.counts)
    if other.kind is not kept.kind:
        left["Kind"] = other.kind.value
    # The cell holds several, parted by semicolons; a name that has one itself would fall apart.
    aliases = [text for text in _aliases(kept, other) if text not in (values["name"], values["acronym"])]
    values["also_known_as"] = tuple(alias for alias in aliases if ";" not in alias)
    left["Also known as"] = _joined(*(alias for alias in aliases if ";" in alias))
    values["notes"] = _joined(
        kept.notes, other.notes, *(f"{name}: {text}" for name, text in left.items() if text)
    )
    values["disclosure"] = min(kept.disclosure, other.disclosure, key=_CAREFUL.index)
    return replace(kept, **values)


def _one_of(kept: str, other: str) -> tuple[str, str]:
    """The value that stays, and the one beside it that has no place."""
    return (kept or other), (other if kept and other != kept else "")


def _listed_as(kept: Signatory, other: Signatory) -> tuple[str, str]:
    """How the row is printed: what hides a name goes before what does not. The other one goes to the notes.

    It is no *Also known as*: the description that hides a row would then be one of its names.
    """
    if would_hide_its_name(other) and not would_hide_its_name(kept):
        return other.listed_as, kept.listed_as if kept.listed_as != other.listed_as else ""
    if not kept.listed_as and other.listed_as and not would_hide_its_name(other):
        # It prints the other's name, and the kept row is printed by its own.
        return "", other.listed_as
    return _one_of(kept.listed_as, other.listed_as)


def _aliases(kept: Signatory, other: Signatory) -> Iterable[str]:
    texts = (*kept.also_known_as, other.name, other.acronym, *other.also_known_as)
    return dict.fromkeys(filter(None, texts))


def _joined(*values: str) -> str:
    return "; ".join(dict.fromkeys(filter(None, values)))


def _moved(
    rows: dict[int, Signatory], umbrellas: dict[int, tuple[Signatory, ...]], made: Signatory, other: int
) -> list[Signatory]:
    """The other row's members, under the kept one."""
    return [
        replace(rows[row], member_of=made.name) for row, meant in umbrellas.items() if other in _rows(meant)
    ]


def _log(
    kept: Signatory, made: Signatory, members: Iterable[Signatory], other: int, on: dt.date
) -> Iterator[LogEntry]:
    """What the change log says: rows and how they appear, and no name."""
    yield LogEntry(on, made.row, "Row", before=str(other), after=str(made.row))
    if made.disclosure is not kept.disclosure:
        yield LogEntry(on, made.row, "Listed", kept.disclosure.value, made.disclosure.value)
    if made.listed_as != kept.listed_as:
        yield LogEntry(on, made.row, "Listed as")
    for member in members:
        yield LogEntry(on, member.row, "Member of")
