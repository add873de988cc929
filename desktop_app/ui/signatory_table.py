"""The list as a table for Qt. Names that no letter prints never leave it while they are hidden."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.support.i18n import N_, _, ngettext
from desktop_app.ui.column import Column
from desktop_app.ui.list_index import TEXTS, ListIndex, Show

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Role(IntEnum):
    """What the delegate asks besides the text."""

    SIGNATORY_ROW = Qt.ItemDataRole.UserRole + 1
    DISCLOSURE = Qt.ItemDataRole.UserRole + 2
    IS_MASKED = Qt.ItemDataRole.UserRole + 3
    MEMBERS = Qt.ItemDataRole.UserRole + 4
    IS_MEMBER = Qt.ItemDataRole.UserRole + 5
    IS_FOLDED = Qt.ItemDataRole.UserRole + 6


HEADERS = {
    Column.ROW: N_("Row"),
    Column.NAME: N_("Name"),
    Column.ACRONYM: N_("Acronym"),
    Column.COUNTRY: N_("Country"),
    Column.LISTED: N_("Listed"),
    Column.SIGNED_ON: N_("Signed on"),
    Column.TO_CHECK: N_("To check"),
}
LISTED = {
    Disclosure.NAMED: N_("Named"),
    Disclosure.ANONYMOUS: N_("Anonymous"),
    Disclosure.PENDING: N_("Pending"),
    Disclosure.WITHDRAWN: N_("Withdrawn"),
}
_MASKED = frozenset({Column.NAME, Column.ACRONYM, Column.COUNTRY})
_COLUMNS = len(Column)
_READ_ONLY = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
)
_EDITABLE = _READ_ONLY | Qt.ItemFlag.ItemIsEditable
_OF_ROWS = "QList<QPersistentModelIndex>,QAbstractItemModel::LayoutChangeHint"
"""The signal that says that rows alone are moved: a selection then remembers rows, not every cell."""
_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
_ANSWERED = frozenset[int](
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.TextAlignmentRole,
        *Role,
    }
)
"""Qt asks for fonts, colours and pictures of every cell it draws as well."""


class SignatoryTable(QAbstractTableModel):
    """The rows of the list as they are shown.

    A row whose name may not be shown has no text in its name, acronym and country for anybody who asks:
    painting, tool tips, screen readers, the clipboard.

    Signals:
        noted: What there is to check about rows is something else.
    """

    noted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index = ListIndex()
        self._hides = True
        self._revealed: int | None = None

    def take(self, signatories: Sequence[Signatory]) -> None:
        """Another list, or the same after a step: rows that no step has changed stay as they are."""
        masked = self._index.masked
        changed = self._index.take(signatories)
        self._mask()
        self._arrange({*changed, *(masked ^ self._index.masked)})

    def show_notes(self, notes: Mapping[int, str]) -> None:
        """What there is to check about rows: one short text each."""
        self._index.notes = notes
        if self._index.show is Show.TO_CHECK:
            self._arrange()
        else:
            self._redraw()
        self.noted.emit()

    def cover(self, *, on: bool) -> None:
        """Keep withheld names out, or let them in."""
        self._hides = on
        self._mask()
        self._arrange()

    def reveal(self, row: int | None) -> None:
        """Show the one row that is being edited, although names are hidden; None = none."""
        if row != self._revealed:
            self._revealed = row
            self._mask()
            self._redraw()

    def show_only(self, show: Show) -> None:
        """Filter by state."""
        self._index.show = show
        self._arrange()

    def search(self, words: str) -> None:
        """Filter by what was typed. What was typed is not what is shown."""
        self._index.search(words)
        self._arrange()

    def outline(self, *, on: bool) -> None:
        """Have members stand under their networks, or every row by itself."""
        self._index.is_outline = on
        self._arrange()

    def fold(self, row: int, *, closed: bool) -> None:
        """Fold a network's members away, or back."""
        if closed:
            self._index.folded.add(row)
        else:
            self._index.folded.discard(row)
        self._arrange()

    @property
    def is_outline(self) -> bool:
        """Whether members stand under their networks."""
        return self._index.is_outline

    @property
    def to_check(self) -> int:
        """How many rows there is something to check about."""
        return sum(1 for row in self._index.notes if row in self._index.rows)

    def has(self, row: int) -> bool:
        """Whether the list has a signatory in that row."""
        return row in self._index.rows

    def signatory(self, row: int) -> Signatory:
        """The signatory of a row of the list."""
        return self._index.rows[row]

    def where_is(self, was: Signatory) -> int | None:
        """The row of the one signatory that says what another row has said before somebody moved it."""
        same = [row.row for row in self._index.rows.values() if replace(row, row=was.row) == was]
        return same[0] if len(same) == 1 else None

    def row_at(self, index: Index) -> int:
        """The row of the list that stands at a place of the table."""
        return self._index.shown[index.row()]

    def index_of(self, row: int, column: Column = Column.NAME) -> QModelIndex:
        """Where a row of the list stands; nowhere if it is not shown."""
        place = self._index.place_of(row)
        return QModelIndex() if place is None else self.index(place, column)

    def is_masked(self, row: int) -> bool:
        """Whether a row's name is kept out at present."""
        return row in self._index.masked

    # Qt's side

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._index.shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else _COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        if role not in _ANSWERED or not index.isValid():
            return None
        number, column = self._index.shown[index.row()], Column(index.column())
        row = self._index.rows[number]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._text(row, column) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _END if column is Column.ROW else _START
            case Role.SIGNATORY_ROW:
                return number
            case Role.DISCLOSURE:
                return row.disclosure
            case Role.IS_MASKED:
                return number in self._index.masked and column in _MASKED
            case Role.MEMBERS:
                return len(self._index.members_of(number)) if self._index.is_outline else 0
            case Role.IS_MEMBER:
                return self._index.is_outline and self._index.is_member(number)
            case Role.IS_FOLDED:
                return number in self._index.folded
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._header(Column(section))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _(HEADERS[Column(section)])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _END if section == Column.ROW else _START
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        # Qt asks for every cell that is selected, and putting flags together takes it most of that time.
        if not index.isValid():
            return super().flags(index)
        return _EDITABLE if index.column() in TEXTS else _READ_ONLY

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._index.sorted_by = Column(column)
        self._index.descending = order is Qt.SortOrder.DescendingOrder
        self._arrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, Column.TO_CHECK)

    def _header(self, column: Column) -> str:
        word = _(HEADERS[column])
        if column is not self._index.sorted_by:
            return word
        return f"{'↓' if self._index.descending else '↑'} {word}"

    def _mask(self) -> None:
        self._index.mask(on=self._hides, revealed=self._revealed)

    def _arrange(self, changed: Collection[int] | None = None) -> None:
        """Show what is to be shown now; what is selected stays selected.

        Args:
            changed: The rows that look otherwise; None = perhaps all of them.
        """
        shown = self._index.arranged()
        if shown == self._index.shown:
            self._redraw(changed)
            return
        hint = QAbstractItemModel.LayoutChangeHint.VerticalSortHint
        self.layoutAboutToBeChanged[_OF_ROWS].emit([], hint)  # type: ignore[index]
        before = self.persistentIndexList()
        there = [(self._index.shown[index.row()], index.column()) for index in before]
        self._index.show_rows(shown)
        now = [self.index_of(row, Column(column)) for row, column in there]
        self.changePersistentIndexList(before, now)
        self.layoutChanged[_OF_ROWS].emit([], hint)  # type: ignore[index]

    def _redraw(self, rows: Collection[int] | None = None) -> None:
        """Have those rows drawn anew, or all."""
        places = sorted(p for row in rows or () if (p := self._index.place_of(row)) is not None)
        if rows is None:
            places = [0, len(self._index.shown) - 1]
        if self._index.shown and places:
            self.dataChanged.emit(self.index(places[0], 0), self.index(places[-1], Column.TO_CHECK))

    def _text(self, row: Signatory, column: Column) -> str:
        if column in _MASKED and row.row in self._index.masked:
            return ""
        match column:
            case Column.ROW:
                return str(row.row)
            case Column.LISTED:
                return _(LISTED[row.disclosure])
            case Column.TO_CHECK:
                return self._index.notes.get(row.row, "")
            case _:
                text: str = getattr(row, TEXTS[column])
                return text

    def _spoken(self, row: Signatory, column: Column) -> str:
        if column in _MASKED and row.row in self._index.masked:
            return _("Name hidden")
        text = self._text(row, column)
        members = len(self._index.members_of(row.row)) if column is Column.NAME else 0
        if members:
            more = ngettext("{number} member", "{number} members", members).format(number=members)
            return f"{text}, {more}"
        return text
