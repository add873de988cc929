"""One step that changes the list: what every way of editing it comes down to, and what undo takes back."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.plain_text import folded
from desktop_app.domain.signatory import Signatory


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line of the workbook's change log. It stays in the workbook, which is as private as the list.

    Attributes:
        on: The day of the change.
        row: The row as it was numbered on that day.
        what: The header of the column that changed: ``Listed``, ``Name``, ``Listed as``.
        before: What stood there; empty for a name, which the log would keep beyond its row.
        after: What stands there now; empty for a name.
        source: What the change rests on, as the coordinator typed it.
    """

    on: dt.date
    row: int
    what: str
    before: str = ""
    after: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class ListEdit:
    """What one step does to the list.

    Attributes:
        changed: Rows as they shall be. The row number says which; only what differs is written.
        added: New signatories, put below the last; their row is 0.
        emptied: Rows whose every cell is cleared. The row itself stays, so that nothing below it moves.
        log: What is written down about it.
    """

    changed: tuple[Signatory, ...] = ()
    added: tuple[Signatory, ...] = ()
    emptied: tuple[int, ...] = ()
    log: tuple[LogEntry, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be changed."""
        return not (self.changed or self.added or self.emptied)


def together(edits: Sequence[ListEdit]) -> ListEdit:
    """Changes of several rows as one step."""
    return ListEdit(
        changed=tuple(row for edit in edits for row in edit.changed),
        log=tuple(entry for edit in edits for entry in edit.log),
    )


def edited_rows(signatories: Iterable[Signatory], edit: ListEdit) -> tuple[Signatory, ...]:
    """The list after a step, worked out from the rows alone; added ones have row 0 still."""
    changed = {signatory.row: signatory for signatory in edit.changed}
    kept = (signatory for signatory in signatories if signatory.row not in edit.emptied)
    return (*(changed.get(signatory.row, signatory) for signatory in kept), *edit.added)


def without(edit: ListEdit, names: Collection[str]) -> ListEdit:
    """The step without rows that would have one of these folded names."""
    changed = tuple(row for row in edit.changed if folded(row.name) not in names)
    added = tuple(row for row in edit.added if folded(row.name) not in names)
    return replace(edit, changed=changed, added=added)


def says(signatories: Sequence[Signatory], wanted: Sequence[Signatory]) -> bool:
    """Whether a list that was read says what was wanted, row by row; a wanted row 0 may be any."""
    return len(signatories) == len(wanted) and all(
        read == (wish if wish.row else replace(wish, row=read.row))
        for read, wish in zip(signatories, wanted, strict=True)
    )
