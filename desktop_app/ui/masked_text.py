"""A few lines of a letter in its own face, with a bar of one length in the place of each withheld name."""

from PySide6.QtCore import QSize
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.services.masking import Masked
from desktop_app.support.i18n import _
from desktop_app.ui import theme

_BAR = "\u00a0" * 24
"""Every bar is as long as every other, so that none tells of the name."""


class MaskedText(QWidget):
    """Shows what ``Masker`` gives."""

    def __init__(self, pieces: Masked) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(" ".join(_("(hidden)") if piece is None else piece for piece in pieces))
        self._pieces = pieces
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(theme.letter_font(15))
        self._write(theme.colour("mask"))

    def _write(self, shade: QColor) -> None:
        self._document.clear()
        cursor = QTextCursor(self._document)
        plain, bar = QTextCharFormat(), QTextCharFormat()
        bar.setBackground(shade)
        for at, piece in enumerate(self._pieces):
            cursor.insertText(" " if at else "", plain)
            cursor.insertText(_BAR if piece is None else piece, bar if piece is None else plain)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._document.setTextWidth(width)
        return round(self._document.size().height())

    def sizeHint(self) -> QSize:
        width = max(self.width(), 320)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._write(theme.colour("mask"))
        self._document.setTextWidth(self.width())
        painter = QPainter(self)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, theme.colour("text"))
        self._document.documentLayout().draw(painter, context)
        painter.end()
