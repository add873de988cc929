"""Boxes to tick, whose edge is seen on every ground and whose tick is the program's own."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.ui import icons, theme
from desktop_app.ui.row_delegate import Index

_BOX, _GAP, _RING = 18, 8, 2
TICK_SIZE = 16
"""Pixels of a box."""
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
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("link"), 1.5))
            painter.drawRoundedRect(QRectF(left - 1.2, top - 1.2, _BOX + 2.4, _BOX + 2.4), 5, 5)
        paint_tick(painter, QRect(left, top, _BOX, _BOX), self.checkState(), enabled=self.isEnabled())
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

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        style = whole.widget.style()
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, whole, whole.widget)
        state = whole.checkState if whole.features & _HAS_BOX else None
        whole.features &= ~_HAS_BOX
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, whole.widget)
        if state is not None:
            is_free = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
            enabled = is_free and bool(whole.state & QStyle.StateFlag.State_Enabled)
            paint_tick(painter, box, state, enabled=enabled)


def paint_tick(painter: QPainter, area: QRect, state: Qt.CheckState, *, enabled: bool = True) -> None:
    """A box in the middle of an area, with a tick, a dash or nothing in it."""
    box = QRect(0, 0, TICK_SIZE, TICK_SIZE)
    box.moveCenter(area.center())
    empty = state is Qt.CheckState.Unchecked
    full = enabled and not empty
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour("accent" if full else "strong" if enabled else "line"))
    painter.setBrush(theme.colour("accent" if full else "surface" if enabled else "sunken"))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5)
    if not empty:
        name = "check" if state is Qt.CheckState.Checked else "minus"
        shade = "on_accent" if full else "text3"
        picture = icons.pixmap(name, shade, 12, painter.device().devicePixelRatioF())
        painter.drawPixmap(box.left() + 2, box.top() + 2, picture)
    painter.restore()
