"""The sheet of paper under a text: 600 wide, in the middle of the page."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QTextFrameFormat
from PySide6.QtWidgets import QTextEdit

from desktop_app.ui import kit, theme

WIDTH = 600
PADDING = 56
_ABOVE = 16
_INSIDE = 48


def set_padding(editor: QTextEdit) -> None:
    """Keep the text off the edges of the sheet. Qt would count it as a step of the writer's."""
    padding = round(PADDING * kit.scale())
    look = QTextFrameFormat()
    look.setLeftMargin(padding)
    look.setRightMargin(padding)
    look.setTopMargin(_ABOVE + _INSIDE)
    look.setBottomMargin(_ABOVE + _INSIDE)
    document = editor.document()
    document.setUndoRedoEnabled(False)
    document.rootFrame().setFrameFormat(look)
    document.setUndoRedoEnabled(True)
    document.setModified(False)


def margin_of(editor: QTextEdit) -> int:
    """On either side of the sheet, so that it stands in the middle."""
    bar = editor.verticalScrollBar().sizeHint().width()
    return max(0, (editor.width() - bar - round(WIDTH * kit.scale())) // 2)


def colour(editor: QTextEdit) -> None:
    """The ground around the sheet, and the ink."""
    palette = editor.palette()
    palette.setColor(QPalette.ColorRole.Base, theme.colour("ground"))
    palette.setColor(QPalette.ColorRole.Text, theme.colour("text"))
    if palette != editor.palette():
        editor.setPalette(palette)


def paint(editor: QTextEdit, painter: QPainter) -> None:
    """Draw the sheet."""
    top = _ABOVE - editor.verticalScrollBar().value()
    high = editor.document().size().height() - 2 * _ABOVE
    sheet = QRectF(1.5, top + 0.5, editor.viewport().width() - 3, high)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("shadow"))
    painter.setOpacity(0.35)
    painter.drawRoundedRect(sheet.adjusted(-1, 0, 1, 3), 3, 3)
    painter.setOpacity(1)
    painter.setPen(theme.colour("line"))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(sheet, 2, 2)
