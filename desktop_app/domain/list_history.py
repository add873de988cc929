"""The list while somebody works on it: every step can be taken back, whatever was saved in between."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.domain.list_edit import ListEdit, LogEntry
from desktop_app.domain.plain_text import folded
from desktop_app.domain.reporting import Place, ProblemError, Value
from desktop_app.domain.signatory import Disclosure, Signatory

Rows = Mapping[int, Signatory | None]
"""Rows by their number; None where no signatory stands."""


@dataclass(frozen=True, slots=True)
class Change:
    """One step, as it is told of and taken back.

    Attributes:
        what: Its code, as ``wording`` knows it: ``add``, ``disclosure``, ``cells``.
        before: The rows that it concerns, as they were.
        after: The same rows as they are after it.
        log: What the workbook's change log says of it.
        values: What goes into its sentence. Never a name.
    """

    what: str
    before: Rows
    after: Rows
    log: tuple[LogEntry, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)

    @property
    def reversed(self) -> "Change":
        """The step that takes this one back."""
        log = tuple(replace(entry, before=entry.after, after=entry.before) for entry in reversed(self.log))
        return replace(self, before=self.after, after=self.before, log=log)


@dataclass(frozen=True, slots=True)
class Mark:
    """The list at the moment at which it was taken to be written.

    Attributes:
        rows: As they were then.
        saved: What the file said then.
        logged: How many entries of the log are written with them.
    """

    rows: Mapping[int, Signatory]
    saved: Mapping[int, Signatory]
    logged: int


class ListHistory:
    """The rows as they are, how they came about since the list was read, and what is not saved yet.

    Args:
        signatories: The rows as they were read.
        last_row: The last row of the sheet that is in use; new ones come below it.
    """

    def __init__(self, signatories: Sequence[Signatory], last_row: int = 1) -> None:
        self._saved: dict[int, Signatory] = {row.row: row for row in signatories}
        self._rows = dict(self._saved)
        self._in_order = tuple(self._rows.values())
        self._last_row = max([last_row, *self._rows])
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._log: list[LogEntry] = []

    @property
    def rows(self) -> tuple[Signatory, ...]:
        """The list as it is, in the order of the sheet; the same object until a row says something else."""
        return self._in_order

    def has(self, number: int) -> bool:
        """Whether a signatory stands in that row."""
        return number in self._rows

    def row(self, number: int) -> Signatory:
        """The signatory of a row.

        Raises:
            ProblemError: ``row-unknown``.
        """
        if number not in self._rows:
            raise ProblemError("row-unknown", Place(row=number), given=number)
        return self._rows[number]

    @property
    def undoable(self) -> Change | None:
        """The step that ``undo`` would take back."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> Change | None:
        """The step that ``redo`` would make again."""
        return self._undone[-1] if self._undone else None

    @property
    def is_saved(self) -> bool:
        """Whether the file says what the rows say."""
        return self._rows == self._saved

    def do(self, edit: ListEdit, what: str, **values: Value) -> Change:
        """Make a step. New rows are numbered on from the last."""
        before: dict[int, Signatory | None] = {}
        after: dict[int, Signatory | None] = {}
        for row in edit.changed:
            before[row.row], after[row.row] = self._rows.get(row.row), row
        for number in edit.emptied:
            before[number], after[number] = self._rows.get(number), None
        for place, row in enumerate(edit.added, start=self._last_row + 1):
            before[place], after[place] = None, replace(row, row=place)
        change = Change(what, before, after, edit.log, values)
        self._make(change)
        self._done.append(change)
        self._undone.clear()
        return change

    def undo(self, *, naming_confirmed: bool = False) -> Change:
        """Take the last step back; what is returned is the step back.

        Raises:
            ProblemError: ``nothing-to-undo``; ``undo-names-again`` with the row where a signatory that is
                hidden now would be named, unless that is confirmed.
        """
        if not self._done:
            raise ProblemError("nothing-to-undo")
        back = self._done[-1].reversed
        self._check_naming(back, confirmed=naming_confirmed)
        self._make(back)
        self._undone.append(self._done.pop())
        return back

    def redo(self, *, naming_confirmed: bool = False) -> Change:
        """Make the step again that was taken back last.

        Raises:
            ProblemError: ``nothing-to-redo``; as ``undo``.
        """
        if not self._undone:
            raise ProblemError("nothing-to-redo")
        change = self._undone[-1]
        self._check_naming(change, confirmed=naming_confirmed)
        self._make(change)
        self._done.append(self._undone.pop())
        return change

    def back_below(self) -> tuple[int, ...]:
        """The rows that the step taken back last had emptied, where a save has emptied them in the file, too.

        What comes back of them is what a signatory has, below the last row.
        """
        undone = self.redoable
        emptied = [number for number, row in undone.after.items() if row is None] if undone else []
        return tuple(number for number in emptied if number in self._rows and number not in self._saved)

    def pending(self) -> ListEdit:
        """What has to be written for the file to say what the rows say."""
        saved, rows = self._saved, self._rows
        changed = tuple(row for number, row in rows.items() if number in saved and saved[number] != row)
        added = tuple(replace(row, row=0) for number, row in rows.items() if number not in saved)
        emptied = tuple(number for number in saved if number not in rows)
        return ListEdit(changed, added, emptied, tuple(self._log))

    def mark(self) -> Mark:
        """The list as it is taken to be written; steps may go on meanwhile."""
        return Mark(dict(self._rows), self._saved, len(self._log))

    def saved_as(self, signatories: Sequence[Signatory], since: Mark | None = None) -> bool:
        """Take note of what was saved, or of what somebody else has saved.

        Args:
            signatories: The rows of the file.
            since: What was written, where steps were made since: they stay, and are not saved yet.

        Returns:
            Whether the steps can still be taken back: not where rows say what no step of ours has said.

        Raises:
            ProblemError: ``save-not-verified`` where steps were made since, and it is another list.
        """
        written = since or self.mark()
        now = {row.row: row for row in signatories}
        moved = _moved(signatories, written)
        is_further = self._rows != written.rows or len(self._log) > written.logged
        if moved is None:
            if is_further:
                raise ProblemError("save-not-verified")
            self._done.clear()
            self._undone.clear()
        elif moved:
            self._renumber({**moved, **self._displaced(written.rows, now)})
        self._rows = self._rows if is_further else dict(now)
        self._put_in_order()
        self._saved, self._log = now, self._log[written.logged :]
        self._last_row = max([self._last_row, *now])
        return moved is not None

    def _put_in_order(self) -> None:
        # At once, not when somebody asks: other threads do, and what they were late with would stay.
        rows = tuple(self._rows.values())
        if rows != self._in_order:
            self._in_order = rows

    def _displaced(self, written: Mapping[int, Signatory], now: Mapping[int, Signatory]) -> dict[int, int]:
        """New numbers for what no file holds, and whose number another row has got there."""
        mentioned = set(self._rows).union(*(change.after for change in (*self._done, *self._undone)))
        free = max([self._last_row, *now, *mentioned]) + 1
        gone = sorted((mentioned - set(written)) & set(now))
        return {number: free + place for place, number in enumerate(gone)}

    def _renumber(self, moved: Mapping[int, int]) -> None:
        self._done = [_renumbered(change, moved) for change in self._done]
        self._undone = [_renumbered(change, moved) for change in self._undone]
        self._log = [replace(entry, row=moved.get(entry.row, entry.row)) for entry in self._log]
        rows = dict(_with_number(self._rows, moved))
        self._rows = {number: row for number, row in sorted(rows.items()) if row is not None}
        self._last_row = max([self._last_row, *self._rows])

    def _make(self, change: Change) -> None:
        filled = False
        for number, row in change.after.items():
            if row is None:
                self._rows.pop(number, None)
            else:
                filled = filled or (number not in self._rows and number <= self._last_row)
                self._rows[number] = row
                self._last_row = max(self._last_row, number)
        if filled:
            self._rows = dict(sorted(self._rows.items()))
        self._put_in_order()
        self._log += change.log

    def _check_naming(self, change: Change, *, confirmed: bool) -> None:
        again = [] if confirmed else named_again(self._rows, change.after)
        if again:
            raise ProblemError("undo-names-again", Place(row=again[0]))


def _moved(signatories: Sequence[Signatory], written: Mark) -> dict[int, int] | None:
    """Where rows stand in the file that did not before; None where it is another list."""
    rows = written.rows
    if len(signatories) != len(rows):
        return None
    if all(rows.get(row.row) == row for row in signatories):
        return {}
    moved = {}
    added = {number for number in rows if number not in written.saved}
    # Added ones come last in the file, in the order in which they were added.
    mine = [row for number, row in rows.items() if number not in added]
    mine += [rows[number] for number in sorted(added)]
    for row, there in zip(mine, sorted(signatories, key=lambda s: s.row), strict=True):
        if replace(there, row=row.row) != row:
            return None
        if row.row != there.row:
            moved[row.row] = there.row
    return moved


def named_again(now: Rows, then: Rows) -> list[int]:
    """Rows that are hidden now and would be named."""
    hidden = [row for row in now.values() if row is not None and row.disclosure is not Disclosure.NAMED]
    rows = {row.row for row in hidden}
    # A merge has emptied the row, and its name is an alias of the one that stayed.
    names = {folded(name) for row in hidden for name in (row.name, *row.also_known_as)} - {""}
    return [
        row.row
        for row in then.values()
        if row is not None
        and row.disclosure is Disclosure.NAMED
        and (row.row in rows or folded(row.name) in names)
    ]


def _renumbered(change: Change, moved: Mapping[int, int]) -> Change:
    def there(rows: Rows) -> Rows:
        return dict(_with_number(rows, moved))

    log = tuple(replace(entry, row=moved.get(entry.row, entry.row)) for entry in change.log)
    return replace(change, before=there(change.before), after=there(change.after), log=log)


def _with_number(rows: Rows, moved: Mapping[int, int]) -> Iterable[tuple[int, Signatory | None]]:
    for number, row in rows.items():
        now = moved.get(number, number)
        yield now, None if row is None else replace(row, row=now)
