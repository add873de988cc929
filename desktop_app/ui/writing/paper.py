"""The sheet of paper under a text: 600 wide, in the middle of the page."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QTextFrameFormat
from PySide6.QtWidgets import QTextEdit

from desktop_app.ui import kit, theme

WIDTH = 600
PADDING = 56
_ABOVE = 16
_INSIDE = 48


def place_of(editor: QTextEdit) -> tuple[int, int]:
    """Where the sheet begins, and how wide it is."""
    there = editor.viewport().width()
    wide = min(round(WIDTH * kit.scale()), there)
    return (there - wide) // 2, wide


def padding_of(editor: QTextEdit) -> int:
    """Between the edge of the sheet and its text."""
    return min(PADDING, place_of(editor)[1] // 8)


def set_margins(editor: QTextEdit) -> None:
    """Have the text stand on the sheet."""
    left, wide = place_of(editor)
    padding = padding_of(editor)
    look = QTextFrameFormat()
    look.setLeftMargin(left + padding)
    look.setRightMargin(editor.viewport().width() - left - wide + padding)
    look.setTopMargin(_ABOVE + _INSIDE)
    look.setBottomMargin(_ABOVE + _INSIDE)
    root = editor.document().rootFrame()
    if root.frameFormat() != look:
        root.setFrameFormat(look)


def colour(editor: QTextEdit) -> None:
    """The ground around the sheet, and the ink."""
    palette = editor.palette()
    palette.setColor(QPalette.ColorRole.Base, theme.colour("ground"))
    palette.setColor(QPalette.ColorRole.Text, theme.colour("text"))
    if palette != editor.palette():
        editor.setPalette(palette)


def paint(editor: QTextEdit, painter: QPainter) -> None:
    """Draw the sheet."""
    left, wide = place_of(editor)
    top = _ABOVE - editor.verticalScrollBar().value()
    high = editor.document().size().height() - 2 * _ABOVE
    sheet = QRectF(left + 0.5, top + 0.5, wide - 1, high)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("shadow"))
    painter.setOpacity(0.35)
    painter.drawRoundedRect(sheet.adjusted(-1, 0, 1, 3), 3, 3)
    painter.setOpacity(1)
    painter.setPen(theme.colour("line"))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(sheet, 2, 2)
