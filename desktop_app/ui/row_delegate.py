"""What rows of tables have in common: their height, their ground, and words that end where the cell does."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop_app.ui import icons, theme

Index = QModelIndex | QPersistentModelIndex
PADDING = 8
"""Pixels at both ends of a cell."""
_BAR = 3


class RowDelegate(QStyledItemDelegate):
    """Paints parts of a row, in the direction of writing.

    Args:
        view: The table.
    """

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        metrics: QFontMetrics = option.fontMetrics
        return QSize(40, metrics.height() + 12)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, area: QRect) -> None:
        """The colour, the hairline, and the bar of the row that the keyboard is at."""
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, theme.colour("tint" if selected else "surface"))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.colour("line"))
        first = self._view.horizontalHeader().logicalIndex(0)
        if index.row() == self._view.currentIndex().row() and index.column() == first:
            edge = area.right() - _BAR + 1 if self._mirrored() else area.left()
            painter.fillRect(edge, area.top(), _BAR, area.height(), theme.colour("link"))

    def _draw(
        self, painter: QPainter, text: str, area: QRect, weight: int, shade: str, *, end: bool = False
    ) -> None:
        font = theme.font("body", weight)
        painter.setFont(font)
        painter.setPen(theme.colour(shade))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        align = Qt.AlignmentFlag.AlignTrailing if end else Qt.AlignmentFlag.AlignLeading
        painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter, shown)

    def _icon(self, painter: QPainter, name: str, colour: str, slot: QRect) -> None:
        picture = icons.pixmap(name, colour, 16, painter.device().devicePixelRatioF(), turns=False)
        painter.drawPixmap(slot.left(), slot.center().y() - 7, picture)

    def _slot(self, inner: QRect, width: int) -> QRect:
        """The first so many pixels of a cell."""
        left = inner.right() - width + 1 if self._mirrored() else inner.left()
        return QRect(left, inner.top(), width, inner.height())

    def _without(self, inner: QRect, width: int) -> QRect:
        """What is left of a cell without those."""
        return inner.adjusted(0, 0, -width, 0) if self._mirrored() else inner.adjusted(width, 0, 0, 0)

    def _mirrored(self) -> bool:
        return self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft


def row_height() -> int:
    """Pixels of a row: the text and twelve."""
    return QFontMetrics(theme.font("body")).height() + 12
