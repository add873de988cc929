"""What stands before the items of lists, as Word will print it; worked out anew when a letter has changed."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextDocument
from PySide6.QtWidgets import QTextEdit

from desktop_app.files.letter_editor import Lists
from desktop_app.ui import theme
from desktop_app.ui.writing.formats import INDENT, block_of


class ListMarks:
    """Over a document and the lists of its letter."""

    def __init__(self, document: QTextDocument, lists: Lists) -> None:
        self._document = document
        self._lists = lists
        self._marks: list[str] = []
        self._items: list[tuple[str, int]] = []
        self._places: dict[int, tuple[str, int]] = {}
        self._revision = -1

    def of(self, number: int) -> str:
        """The mark of a paragraph, by its number from 0; empty where it has none."""
        revision = self._document.revision()
        if revision != self._revision:
            self._revision = revision
            self._marks = self._count()
        return self._marks[number] if number < len(self._marks) else ""

    def paint(self, editor: QTextEdit, painter: QPainter) -> None:
        """Draw those that are in sight."""
        view = editor.viewport().rect()
        offset = QPointF(-editor.horizontalScrollBar().value(), -editor.verticalScrollBar().value())
        layout = self._document.documentLayout()
        block = editor.cursorForPosition(view.topLeft()).block()
        while block.isValid():
            area = layout.blockBoundingRect(block).translated(offset)
            if area.top() > view.bottom():
                return
            mark = self.of(block.blockNumber())
            if mark:
                _draw(painter, block, area, mark)
            block = block.next()

    def _count(self) -> list[str]:
        items: list[tuple[str, int]] = []
        block = self._document.begin()
        while block.isValid():
            items.append(self._place(block))
            block = block.next()
        if items == self._items:
            return self._marks  # most keys change a word, and no list
        self._items = items
        return self._lists.markers(items) if any(key for key, _level in items) else []

    def _place(self, block: QTextBlock) -> tuple[str, int]:
        """The list and depth of a paragraph. Formats of a document are numbered, and none changes."""
        number = block.blockFormatIndex()
        if number not in self._places:
            there = block_of(block.blockFormat())
            self._places[number] = (there.list, there.level)
        return self._places[number]


def _draw(painter: QPainter, block: QTextBlock, area: QRectF, mark: str) -> None:
    line = block.layout().lineAt(0)
    if not line.isValid():
        return
    painter.setFont(block.charFormat().font())
    painter.setPen(theme.colour("text2"))
    base = area.top() + line.y() + line.ascent()
    wide = painter.fontMetrics().horizontalAdvance(mark)
    if block.layout().textOption().textDirection() is Qt.LayoutDirection.RightToLeft:
        edge = area.left() + line.x() + line.width()
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        painter.drawText(QPointF(edge + INDENT - wide - 4, base), mark)
    else:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(QPointF(area.left() + block.blockFormat().leftMargin() - INDENT + 4, base), mark)
