"""Two people changed the list at once: a step is made again on the other's list, cell by cell.

Rows are told by what they say, for sorting moves them. What both changed differently is nobody's to guess.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, fields, replace

from desktop_app.domain.list_edit import ListEdit, LogEntry
from desktop_app.domain.plain_text import folded
from desktop_app.domain.signatory import Signatory

_CELLS = tuple(entry.name for entry in fields(Signatory) if entry.name != "row")


@dataclass(frozen=True, slots=True)
class Rebased:
    """A step as it is to be made on the other's list.

    Attributes:
        edit: The step, its rows numbered as they are there.
        torn: Rows, as they were numbered before, that both sides changed in the same cell, or that are no
            longer there. Where there is one, the step is not to be made.
    """

    edit: ListEdit
    torn: tuple[int, ...]


def rebased(before: Sequence[Signatory], edit: ListEdit, theirs: Sequence[Signatory]) -> Rebased:
    """The step on a list that somebody else has changed since ``before``."""
    found = _rows_of(before, theirs)
    was = {signatory.row: signatory for signatory in before}
    torn: list[int] = []
    changed = []
    for mine in edit.changed:
        there = found.get(mine.row)
        both = None if there is None else _both(was[mine.row], mine, there)
        if both is None:
            torn.append(mine.row)
        else:
            changed.append(both)
    emptied = []
    for row in edit.emptied:
        there = found.get(row)
        # What somebody has just changed is not to be cleared.
        if there is None or replace(there, row=row) != was[row]:
            torn.append(row)
        else:
            emptied.append(there.row)
    present = {_cells(signatory) for signatory in theirs}
    added = tuple(signatory for signatory in edit.added if _cells(signatory) not in present)
    return Rebased(
        ListEdit(tuple(changed), added, tuple(emptied), tuple(_moved(edit.log, found))), tuple(torn)
    )


def _moved(log: Iterable[LogEntry], found: dict[int, Signatory]) -> Iterable[LogEntry]:
    for entry in log:
        yield replace(entry, row=found[entry.row].row) if entry.row in found else entry


def _rows_of(before: Sequence[Signatory], theirs: Sequence[Signatory]) -> dict[int, Signatory]:
    """Where each row stands now: the one that says the same, else the only one of its name.

    Never by its place alone: another signatory may stand there by now, and would be changed in its stead.
    """
    found: dict[int, Signatory] = {}
    same = _by(_cells, theirs)
    for said, rows in _by(_cells, before).items():
        # Rows that say the same are as good as one another.
        found.update(zip((row.row for row in rows), same.get(said, ()), strict=False))
    taken = {signatory.row for signatory in found.values()}
    named = _by(_name, (signatory for signatory in theirs if signatory.row not in taken))
    for name, rows in _by(_name, (row for row in before if row.row not in found)).items():
        there = named.get(name, [])
        if name and len(rows) == len(there) == 1:
            found[rows[0].row] = there[0]
    return found


def _by(key: Callable[[Signatory], Hashable], rows: Iterable[Signatory]) -> dict[Hashable, list[Signatory]]:
    index: dict[Hashable, list[Signatory]] = defaultdict(list)
    for row in rows:
        index[key(row)].append(row)
    return index


def _cells(signatory: Signatory) -> tuple[object, ...]:
    return tuple(getattr(signatory, name) for name in _CELLS)


def _name(signatory: Signatory) -> str:
    return folded(signatory.name)


def _both(was: Signatory, mine: Signatory, theirs: Signatory) -> Signatory | None:
    """The row with both sides' changes; None where they changed one cell differently."""
    result = theirs
    for name in _CELLS:
        old, new, other = (getattr(signatory, name) for signatory in (was, mine, theirs))
        if new in (old, other):
            continue
        if other != old:
            return None
        result = replace(result, **{name: new})
    return result
