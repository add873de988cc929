"""Boxes to tick, whose edge is seen on every ground and whose tick is the program's own."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.ui import icons, theme

_BOX, _GAP, _RING = 18, 8, 2
TICK_SIZE = 16
"""Pixels of a box in a table."""
_HAS_BOX = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator


class Tick(QCheckBox):
    """A box with a word beside it, or with none."""

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        beside = _GAP + metrics.horizontalAdvance(self.text()) if self.text() else 0
        return QSize(_BOX + 2 * _RING + beside, max(_BOX + 2 * _RING, metrics.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = theme.is_right_to_left()
        left = self.width() - _RING - _BOX if mirrored else _RING
        top = (self.height() - _BOX) // 2
        full = self.isChecked() and self.isEnabled()
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("link"), 1.5))
            painter.drawRoundedRect(QRectF(left - 1.2, top - 1.2, _BOX + 2.4, _BOX + 2.4), 5, 5)
        painter.setPen(QPen(theme.colour("accent" if full else "strong" if self.isEnabled() else "line"), 1))
        painter.setBrush(theme.colour("accent" if full else "surface" if self.isEnabled() else "sunken"))
        painter.drawRoundedRect(QRectF(left + 1.5, top + 1.5, _BOX - 3, _BOX - 3), 4, 4)
        if self.isChecked():
            shade = "on_accent" if full else "text3"
            painter.drawPixmap(left + 3, top + 3, icons.pixmap("check", shade, 12, self.devicePixelRatioF()))
        if self.text():
            painter.setPen(theme.colour("text" if self.isEnabled() else "text3"))
            room = self.rect().adjusted(
                *((0, 0, -_BOX - _RING - _GAP, 0) if mirrored else (_BOX + _RING + _GAP, 0, 0, 0))
            )
            aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            self.style().drawItemText(
                painter, room, int(aligned), self.palette(), self.isEnabled(), self.text()
            )
        painter.end()


class TickDelegate(QStyledItemDelegate):
    """Paints the boxes of a table's column; they are ticked where Qt's own would be."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        style = whole.widget.style()
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, whole, whole.widget)
        state = whole.checkState if whole.features & _HAS_BOX else None
        whole.features &= ~_HAS_BOX
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, whole.widget)
        if state is not None:
            paint_tick(painter, box, state)


def paint_tick(painter: QPainter, area: QRect, state: Qt.CheckState) -> None:
    """A box in the middle of an area, with a tick, a dash or nothing in it."""
    box = QRect(0, 0, TICK_SIZE, TICK_SIZE)
    box.moveCenter(area.center())
    empty = state is Qt.CheckState.Unchecked
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour("strong" if empty else "accent"))
    painter.setBrush(theme.colour("surface" if empty else "accent"))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5)
    if not empty:
        name = "check" if state is Qt.CheckState.Checked else "minus"
        picture = icons.pixmap(name, "on_accent", 12, painter.device().devicePixelRatioF())
        painter.drawPixmap(box.left() + 2, box.top() + 2, picture)
    painter.restore()
