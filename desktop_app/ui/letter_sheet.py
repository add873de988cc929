"""A finished letter as a sheet of paper: 600 wide, in the letter's own face. It is read, not written on."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip

from desktop_app.domain.reading import LetterPassage, PassageKind, ReadLetter
from desktop_app.support.i18n import _
from desktop_app.ui import kit, theme

WIDTH = 600
_PADDING = 56
_ABOVE = 16
_LOOKS = {
    PassageKind.TITLE: (20, 16),
    PassageKind.HEADING: (16, 8),
    PassageKind.LISTED: (13, 4),
    PassageKind.FOOTNOTE: (12, 4),
    PassageKind.BANNER: (12, 16),
}
_USUAL = (15, 12)
"""Pixels of the text, and under the paragraph."""
_INDENT = 28


class LetterSheet(QTextEdit):
    """Shows a ``ReadLetter``. The ground around the sheet is the page's."""

    def __init__(self) -> None:
        super().__init__()
        self._letter: ReadLetter | None = None
        self._places: list[int] = []
        self._marked: int | None = None
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("The letter"))
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._colour()

    @property
    def text(self) -> str:
        """What stands on it."""
        return self.toPlainText()

    def show_letter(self, letter: ReadLetter) -> None:
        """Another letter, read from where one was."""
        at = self.verticalScrollBar().value()
        self._letter = letter
        self._write()
        self.verticalScrollBar().setValue(at)

    def show_passage(self, number: int) -> None:
        """Bring one passage into sight, and mark it."""
        if not 0 <= number < len(self._places):
            return
        self._marked = self._places[number]
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._marked)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - self.viewport().height() // 3)
        self.viewport().update()

    # Writing

    def _write(self) -> None:
        self.clear()
        self._marked = None
        self._places = []
        letter = self._letter
        if letter is None:
            return
        document = self.document()
        option = document.defaultTextOption()
        forwards, backwards = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
        option.setTextDirection(backwards if letter.right_to_left else forwards)
        document.setDefaultTextOption(option)
        self._set_margins()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        notes_begun = False
        for kind, passages in groupby(letter.passages, key=lambda passage: passage.kind):
            if kind is PassageKind.LISTED and letter.columns > 1:
                self._write_columns(cursor, list(passages), letter)
                continue
            for passage in passages:
                rule = kind is PassageKind.FOOTNOTE and not notes_begun
                notes_begun = notes_begun or rule
                self._write_passage(cursor, passage, letter, above=24 if rule or passage.starts_page else 0)
        cursor.endEditBlock()

    def _write_columns(
        self, cursor: QTextCursor, passages: Sequence[LetterPassage], letter: ReadLetter
    ) -> None:
        """The list as it is printed: down the first column, then down the next."""
        look = QTextTableFormat()
        look.setBorder(0)
        look.setCellPadding(0)
        look.setCellSpacing(0)
        look.setTopMargin(4)
        look.setBottomMargin(16)
        columns = letter.columns
        share = QTextLength(QTextLength.Type.PercentageLength, 100 / columns)
        look.setColumnWidthConstraints([share] * columns)
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table = cursor.insertTable(1, columns, look)
        each = -(-len(passages) // columns)
        for column in range(columns):
            inside = table.cellAt(0, column).firstCursorPosition()
            for at, passage in enumerate(passages[column * each : (column + 1) * each]):
                self._write_passage(inside, passage, letter, first=not at)
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def _write_passage(
        self,
        cursor: QTextCursor,
        passage: LetterPassage,
        letter: ReadLetter,
        *,
        above: int = 0,
        first: bool = False,
    ) -> None:
        size, below = _LOOKS.get(passage.kind, _USUAL)
        block = QTextBlockFormat()
        block.setBottomMargin(below)
        block.setTopMargin(above)
        block.setLineHeight(130.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if letter.right_to_left:
            block.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if passage.kind is PassageKind.BANNER:
            block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if passage.marker:
            depth = max(1, passage.level)
            block.setLeftMargin(_INDENT * depth)
            block.setTextIndent(-_INDENT)
            tab = QTextBlockFormat()
            tab.setTabPositions([])
        if first or (cursor.position() == 0 and cursor.block().length() == 1):
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        self._places.append(cursor.position())
        self._write_words(cursor, passage, size)

    def _write_words(self, cursor: QTextCursor, passage: LetterPassage, size: int) -> None:
        usual = QTextCharFormat()
        usual.setFont(theme.letter_font(size))
        shade = "danger" if passage.kind is PassageKind.BANNER else "text"
        usual.setForeground(theme.colour(shade))
        if passage.kind in (PassageKind.TITLE, PassageKind.HEADING):
            usual.setFontWeight(QFont.Weight.Bold)
            usual.setForeground(theme.colour("link"))
        if passage.marker:
            marker = QTextCharFormat(usual)
            marker.setForeground(theme.colour("text3"))
            cursor.insertText(f"{passage.marker}\t", marker)
        for span in passage.spans:
            look = QTextCharFormat(usual)
            if span.bold:
                look.setFontWeight(QFont.Weight.Bold)
            look.setFontItalic(span.italic)
            if span.underlined:
                look.setFontUnderline(True)
                look.setForeground(theme.colour("link"))
            if span.field:
                look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                look.setUnderlineColor(theme.colour("text3"))
                look.setToolTip(_("The field {field}").format(field=span.field))
            if span.hidden:
                look.setBackground(theme.colour("mask"))
            if span.raised:
                look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            cursor.insertText(span.text.replace("\n", "\u2028"), look)

    # The sheet

    def _page(self) -> tuple[int, int]:
        """Where it begins, and how wide it is."""
        there = self.viewport().width()
        wide = min(round(WIDTH * kit.scale()), there)
        return (there - wide) // 2, wide

    def _set_margins(self) -> None:
        left, wide = self._page()
        padding = min(_PADDING, wide // 8)
        root = self.document().rootFrame()
        look = QTextFrameFormat()
        look.setLeftMargin(left + padding)
        look.setRightMargin(self.viewport().width() - left - wide + padding)
        look.setTopMargin(_ABOVE + 48)
        look.setBottomMargin(_ABOVE + 48)
        root.setFrameFormat(look)
        self.document().setIndentWidth(_INDENT)
        self.setTabStopDistance(_INDENT)

    def _colour(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.colour("ground"))
        palette.setColor(QPalette.ColorRole.Text, theme.colour("text"))
        if palette != self.palette():
            self.setPalette(palette)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.told_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def told_at(self, at: QPoint) -> str:
        """Which field has written what stands at a place; empty where none has."""
        cursor = self.cursorForPosition(at)
        if self.cursorRect(cursor).center().x() < at.x():
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return cursor.charFormat().toolTip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._letter is not None:
            self._colour()
            self._write()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._letter is not None:
            left, wide = self._page()
            top = _ABOVE - self.verticalScrollBar().value()
            high = self.document().size().height() - 2 * _ABOVE
            sheet = QRectF(left + 0.5, top + 0.5, wide - 1, high)
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("shadow"))
            painter.setOpacity(0.35)
            painter.drawRoundedRect(sheet.adjusted(-1, 0, 1, 3), 3, 3)
            painter.setOpacity(1)
            focused = self.hasFocus()
            painter.setPen(QPen(theme.colour("link" if focused else "line"), 2 if focused else 1))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(sheet, 2, 2)
            self._paint_mark(painter, left)
            painter.end()
        super().paintEvent(event)

    def _paint_mark(self, painter: QPainter, left: int) -> None:
        """A bar beside the passage that was asked for, level with its lines."""
        if self._marked is None:
            return
        block = self.document().findBlock(self._marked)
        area = self.document().documentLayout().blockBoundingRect(block)
        top = area.top() - self.verticalScrollBar().value()
        at = left + min(_PADDING, self._page()[1] // 8) - 16
        if self._letter is not None and self._letter.right_to_left:
            at = self.viewport().width() - at - 3
        painter.fillRect(QRectF(at, top, 3, area.height()), theme.colour("warn"))
