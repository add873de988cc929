"""The table of signatories on the screen: keys, clicks, folding, copying."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.support.i18n import _
from desktop_app.ui import kit, theme
from desktop_app.ui.column import Column
from desktop_app.ui.heading_width import heading_width
from desktop_app.ui.list_index import TEXTS
from desktop_app.ui.signatory_delegate import SignatoryDelegate, Typed
from desktop_app.ui.signatory_table import Role, SignatoryTable
from desktop_app.ui.whole_rows import show_whole_rows

_KEYS = {
    Qt.Key.Key_A: Disclosure.ANONYMOUS,
    Qt.Key.Key_N: Disclosure.NAMED,
    Qt.Key.Key_P: Disclosure.PENDING,
    Qt.Key.Key_W: Disclosure.WITHDRAWN,
}
_WIDEST = {
    Column.ROW: "00000",
    Column.ACRONYM: "GSCBHEX",
    Column.COUNTRY: "Switzerland",
    Column.LISTED: "xxx Anonymous",
    Column.SIGNED_ON: "2024-01-22",
    Column.TO_CHECK: "xxx Perhaps row 1234?",
}
"""What columns have room for; the name has what is left."""
_ROOMY = 860
"""Pixels of width under which acronym and day give way."""


@dataclass(frozen=True, slots=True)
class _Left:
    """What was typed into a cell that had to be closed."""

    row: int
    column: Column
    text: str


class SignatoryView(QTableView):
    """Shows a ``SignatoryTable``.

    Signals:
        listed_as: The selected rows, and how they shall appear.
        copy_asked: The selected rows are to be copied.
        paste_asked: Rows are to be pasted.
        selected: Other rows are selected.
        put_under: The dragged rows, and the row of the network; None = the top level.
    """

    listed_as = Signal(object, object)
    copy_asked = Signal(object)
    paste_asked = Signal()
    selected = Signal()
    put_under = Signal(object, object)

    def __init__(
        self, table: SignatoryTable, typed: Typed, suggestions: Callable[[str], Sequence[str]]
    ) -> None:
        super().__init__()
        self._table = table
        self._write = typed
        self._in_hand: Signatory | None = None
        self._left: _Left | None = None
        self.setModel(table)
        self._delegate = SignatoryDelegate(self, typed, suggestions)
        self.setItemDelegate(self._delegate)
        # The row in hand is shown although names are hidden.
        self._delegate.begun.connect(self._begin)
        self._delegate.closeEditor.connect(self._typed)
        self.setAccessibleName(_("Signatories"))
        show_whole_rows(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out_head()
        table.noted.connect(self._make_room_for_notes)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selected.emit())

    def _lay_out_head(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setStretchLastSection(False)
        head.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        # Which columns are selected is asked of every row, at every paint; here whole rows are.
        head.setSelectionModel(QItemSelectionModel(self._table, head))
        head.setSortIndicator(Column.ROW, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for column, widest in _WIDEST.items():
            words = self.fontMetrics().horizontalAdvance(widest) + 24
            self.setColumnWidth(column, max(words, heading_width(head, column)))
        self._make_room_for_notes()

    def _typed(self, editor: QWidget, *_hint: object) -> None:
        """One cell is done. Where Tab has begun the next one already, that row stays in hand."""
        if self._delegate.editor in (editor, None):
            self._table.reveal(None)

    def put_away(self) -> None:
        """Close the cell that is typed into: names are being hidden. What was typed is kept."""
        editor, index = self._editor(), self.currentIndex()
        if editor is not None:
            if editor.text() != self._delegate.before(editor):
                self._left = _Left(index.data(Role.SIGNATORY_ROW), Column(index.column()), editor.text())
            self._delegate.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        self._table.reveal(None)

    def bring_back(self) -> None:
        """Open the cell again that was put away; where it is not shown any more, its text is taken."""
        left = self._left
        row = None if left is None else self.row_in_hand(left.row)
        index = QModelIndex() if left is None or row is None else self._table.index_of(row, left.column)
        if left is None or not index.isValid() or self.isColumnHidden(left.column):
            self.commit()
            return
        self._left = None
        self.setCurrentIndex(index)
        self.edit(index)
        if (editor := self._editor()) is not None:
            editor.setText(left.text)

    def forget(self) -> None:
        """Another list lies here."""
        self._left = None

    def rows(self) -> list[int]:
        """The rows of the list that are selected, from top to bottom."""
        return [self._table.row_at(self._table.index(place, Column.NAME)) for place in sorted(self._places())]

    @property
    def number_selected(self) -> int:
        """How many rows are selected."""
        return len(self._places())

    def _places(self) -> set[int]:
        """Where the selected rows stand: whole stretches of them, for Qt has an object for every cell."""
        selection = self.selectionModel().selection()
        parts = (selection.at(number) for number in range(selection.count()))
        return {place for part in parts for place in range(part.top(), part.bottom() + 1)}

    def commit(self) -> None:
        """Take what is being typed into a cell, or was until it was put away, as if it were left."""
        editor, left = self._editor(), self._left
        if editor is not None:
            self._delegate.commitData.emit(editor)
            self._delegate.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if left is not None:
            self._left = None
            self._write(left.row, TEXTS[left.column], left.text)

    def _editor(self) -> QLineEdit | None:
        return self._delegate.editor if self.state() is QAbstractItemView.State.EditingState else None

    def row_in_hand(self, row: int) -> int | None:
        """Where the signatory stands now that typing has begun at; None where nobody can tell."""
        was = self._in_hand
        if was is None or (self._table.has(row) and self._table.signatory(row).name == was.name):
            return row
        return self._table.where_is(was)

    def _begin(self, row: int) -> None:
        self._in_hand = self._table.signatory(row)
        self._table.reveal(row)

    def go_to(self, row: int) -> None:
        """Select a row of the list, and scroll to it."""
        index = self._table.index_of(row)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit(self.rows())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        elif plain and key in _KEYS and self.number_selected:
            self.listed_as.emit(self.rows(), _KEYS[key])
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._edit_here():
            return
        elif plain and key is Qt.Key.Key_Space and self.currentIndex().isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(self.currentIndex(), flags.Toggle | flags.Rows)
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._fold_here(key):
            return
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._delegate.is_on_twisty(index, int(event.position().x())):
            self._table.fold(self._table.row_at(index), closed=not index.data(Role.IS_FOLDED))
            return
        super().mousePressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Rows are dropped on their network, or beside the list to stand by themselves. Nothing is moved."""
        index = self.indexAt(event.position().toPoint())
        rows = self.rows()
        target = self._table.row_at(index) if index.isValid() else None
        if event.source() is self and target not in rows:
            self.put_under.emit(rows, target)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < _ROOMY * kit.scale()
        self.setColumnHidden(Column.ACRONYM, narrow)
        self.setColumnHidden(Column.SIGNED_ON, narrow)
        super().resizeEvent(event)

    def _make_room_for_notes(self) -> None:
        self.setColumnHidden(Column.TO_CHECK, not self._table.to_check)

    def _edit_here(self) -> bool:
        index = self.currentIndex()
        if not index.isValid():
            return False
        if index.column() not in TEXTS:
            index = index.siblingAtColumn(Column.NAME)
            self.setCurrentIndex(index)
        self.edit(index)
        return True

    def _fold_here(self, key: Qt.Key) -> bool:
        index = self.currentIndex().siblingAtColumn(Column.NAME)
        if not index.isValid() or not index.data(Role.MEMBERS):
            return False
        closes = (key is Qt.Key.Key_Left) is not theme.is_right_to_left()
        if bool(index.data(Role.IS_FOLDED)) is closes:
            return False
        self._table.fold(self._table.row_at(index), closed=closes)
        return True
