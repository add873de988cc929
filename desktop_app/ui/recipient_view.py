"""The table of recipients on the screen: ticks, keys, what is missing in a language."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
)

from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.heading_width import heading_width
from desktop_app.ui.recipient_table import Column, RecipientTable, Role
from desktop_app.ui.row_delegate import PADDING, Index, RowDelegate
from desktop_app.ui.tick import TICK_SIZE, paint_tick
from desktop_app.ui.whole_rows import show_whole_rows

_WIDEST = {
    Column.TICK: "",
    Column.PERSON: "Carolyn Rodrigues-Birkett",
    Column.LANGUAGE: "xxx Spanish missing",
}
"""What columns have room for; the recipient has what is left."""
_ROOMY = 520
"""Pixels of width under which the representative gives way; the panel names them."""
_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class RecipientDelegate(RowDelegate):
    """Paints a row: its tick, its words, the sign of its language."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        area: QRect = option.rect
        self._ground(painter, option, index, area)
        inner = area.adjusted(PADDING, 0, -PADDING, -1)
        column = Column(index.column())
        if column is Column.TICK:
            paint_tick(painter, inner, Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)))
        elif column is Column.LANGUAGE:
            lacking = bool(index.data(Role.IS_LACKING))
            sign = ("triangle-alert", "warn") if lacking else ("languages", "text3")
            self._icon(painter, *sign, self._slot(inner, 16))
            self._words(painter, index, self._without(inner, 24), "text" if lacking else "text2")
        else:
            self._words(painter, index, inner, "text")
        painter.restore()

    def _words(self, painter: QPainter, index: Index, area: QRect, shade: str) -> None:
        quiet = bool(index.data(Role.IS_QUIET))
        self._draw(painter, str(index.data() or ""), area, 400, "text3" if quiet else shade)


class _Head(QHeaderView):
    """Headings; the first one ticks all, or none."""

    def __init__(self, table: RecipientTable, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table = table
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setDefaultAlignment(_START)

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        painter.save()
        super().paintSection(painter, area, section)
        painter.restore()
        if section == Column.TICK and self._table.states:
            paint_tick(painter, area, self._table.all_ticked)


class RecipientView(QTableView):
    """Shows a ``RecipientTable``.

    Signals:
        ticked: States, and whether they get a letter.
        moved: The row the keyboard is at.
        paste_asked: Recipients are to be pasted.
    """

    ticked = Signal(object, bool)
    moved = Signal(int)
    paste_asked = Signal()

    def __init__(self, table: RecipientTable) -> None:
        super().__init__()
        self._table = table
        self.setModel(table)
        self.setItemDelegate(RecipientDelegate(self))
        self.setAccessibleName(_("Recipients"))
        show_whole_rows(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out_head()
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.moved.emit(now.row()))

    def _lay_out_head(self) -> None:
        head = _Head(self._table, self)
        self.setHorizontalHeader(head)
        head.setMinimumSectionSize(TICK_SIZE + 2 * PADDING + 4)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, widest in _WIDEST.items():
            width = self.fontMetrics().horizontalAdvance(widest) + 2 * PADDING
            heading = 0 if column is Column.TICK else heading_width(head, column)
            self.setColumnWidth(column, max(width, heading, TICK_SIZE + 2 * PADDING + 4))
        head.sectionClicked.connect(self._tick_all)

    def go_to(self, row: int) -> None:
        """Select that row, and scroll to it."""
        index = self._table.index(row, Column.NAME)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def go_on(self, by: int) -> None:
        """The next row, or the one before."""
        row = self.currentIndex().row() + by
        if 0 <= row < self._table.rowCount():
            self.go_to(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setColumnHidden(Column.PERSON, event.size().width() < _ROOMY * kit.scale())
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            rows = {index.row() for index in self.selectionModel().selectedRows()}
            self._tick(rows or {self.currentIndex().row()})
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == Column.TICK:
            self.go_to(index.row())
            self._tick({index.row()})
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def _tick(self, rows: set[int]) -> None:
        prospects = [p for row in sorted(rows) if (p := self._table.prospect(row)) and p.state]
        if prospects:
            self.ticked.emit([p.state for p in prospects], any(p.left_out for p in prospects))

    def _tick_all(self, section: int) -> None:
        if section == Column.TICK and self._table.states:
            self.ticked.emit(list(self._table.states), self._table.all_ticked is not Qt.CheckState.Checked)
