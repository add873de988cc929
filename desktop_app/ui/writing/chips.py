"""How fields, marks of notes, pictures and tables look in a text that is being written."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPyTextObject, QTextDocument, QTextFormat

from desktop_app.domain.writing import PieceKind
from desktop_app.ui import theme
from desktop_app.ui.writing.formats import kind_of, text_of

Label = Callable[[PieceKind, str], str]
"""What is shown for a piece that is no text."""

_PADDING = 5
_TABLE_HEIGHT = 40
_TABLE_WIDTH = 440
_SHADES = {
    PieceKind.FIELD: ("tint", "on_tint"),
    PieceKind.KEPT: ("sunken", "text2"),
    PieceKind.BLOCK: ("sunken", "text2"),
}


class Chips(QPyTextObject):
    """Draws them; they are one sign each, and move, copy and go as one."""

    def __init__(self, label: Label, parent: QObject) -> None:
        super().__init__(parent)
        self._label = label

    def intrinsicSize(self, _document: QTextDocument, _position: int, form: QTextFormat) -> QSizeF:
        given = form.toCharFormat()
        kind = kind_of(given)
        if kind is PieceKind.MARK:
            return QSizeF(1, 1)
        if kind is PieceKind.BLOCK:
            return QSizeF(_TABLE_WIDTH, _TABLE_HEIGHT)
        metrics = QFontMetricsF(_font(given.font(), kind))
        wide = metrics.horizontalAdvance(self._label(kind, text_of(given)))
        if kind is PieceKind.NOTE:
            return QSizeF(wide, QFontMetricsF(given.font()).ascent())
        # Its foot stands on the line of the text, as that of a letter does.
        return QSizeF(wide + 2 * _PADDING, metrics.ascent() + 1)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _document: QTextDocument,
        _position: int,
        form: QTextFormat,
    ) -> None:
        given = form.toCharFormat()
        kind = kind_of(given)
        if kind is PieceKind.MARK:
            return
        rect = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(_font(given.font(), kind))
        label = self._label(kind, text_of(given))
        metrics = QFontMetricsF(painter.font())
        if kind is PieceKind.NOTE:
            painter.setPen(theme.colour("link"))
        else:
            is_logic = kind is PieceKind.FIELD and not text_of(given).startswith("{{")
            ground, ink = ("warn_bg", "warn") if is_logic else _SHADES[kind]
            painter.setPen(theme.colour(ground))
            painter.setBrush(theme.colour(ground))
            below = 0 if kind is PieceKind.BLOCK else metrics.descent()
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, below - 0.5), 4, 4)
            painter.setPen(theme.colour(ink))
        wide = rect.width() if kind is PieceKind.NOTE else rect.width() - 2 * _PADDING
        left = rect.left() + (rect.width() - min(wide, metrics.horizontalAdvance(label))) / 2
        shown = metrics.elidedText(label, Qt.TextElideMode.ElideRight, wide + 1)
        base = rect.bottom()
        if kind is PieceKind.NOTE:
            base = rect.top() + metrics.ascent()
        elif kind is PieceKind.BLOCK:
            base = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, base), shown)
        painter.restore()


def _font(around: QFont, kind: PieceKind) -> QFont:
    """Fields stand in the interface's face, two pixels smaller than the text; notes in the text's own."""
    size = around.pixelSize()
    if kind is PieceKind.NOTE:
        small = QFont(around)
        small.setPixelSize(max(9, round(size * 0.7)))
        return small
    made = theme.font("body")
    made.setPixelSize(max(10, size - 2))
    return made
