"""The text of a letter as it is written: its keys, what is copied and pasted, the paper under it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QMenu

from desktop_app.domain.writing import Block, PieceKind
from desktop_app.files.letter_editor import LetterFile
from desktop_app.ui.writing import paper
from desktop_app.ui.writing.chips import Label
from desktop_app.ui.writing.clips import Clips
from desktop_app.ui.writing.formats import (
    between,
    block_of,
    kind_of,
    piece_of,
)
from desktop_app.ui.writing.page_text import insert, pieces_of
from desktop_app.ui.writing.spelling_menu import put_words
from desktop_app.ui.writing.text_sheet import chosen, stretches
from desktop_app.ui.writing.typed_text import TypedText


class Writer(TypedText):
    """A letter that is written on.

    Args:
        label: As ``LetterText``.
        on_paper: Whether it is drawn as a sheet, and not as a field to type into.

    Signals:
        note_asked: Key of a footnote whose mark was chosen.
    """

    note_asked = Signal(str)

    def __init__(self, label: Label, *, on_paper: bool = True) -> None:
        super().__init__(label)
        self._on_paper = on_paper
        self.clips = Clips()
        if on_paper:
            self.setFrameShape(QFrame.Shape.NoFrame)
            paper.colour(self)

    def show_letter(self, letter: LetterFile, blocks: Sequence[Block] | None = None) -> None:
        super().show_letter(letter, blocks)
        if self._on_paper:
            paper.set_padding(self)

    # Copying

    def createMimeDataFromSelection(self) -> QMimeData:
        return self.clips.mime_of(self._chosen_blocks(), self.letter)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # A file that is dropped is for the page: it may be a new text.
        return not source.hasUrls() and (source.hasText() or source.hasHtml())

    def insertFromMimeData(self, source: QMimeData) -> None:
        blocks = self.clips.blocks_of(source, self.letter, self.block, self.language)
        if not blocks:
            return
        undirected = self._undirected()
        with self.one_step() as cursor:
            cursor.removeSelectedText()
            alone = cursor.block().length() == 1 and len(blocks) > 1
            first = cursor.block()
            insert(cursor, blocks, self.letter.styles, is_empty=alone)
            self.setTextCursor(cursor)
        if undirected:
            self.take_direction(first)
        self.ensureCursorVisible()

    def _chosen_blocks(self) -> list[Block]:
        """The chosen text; a paragraph that is chosen with its end keeps its look."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        made = []
        for block in chosen(cursor):
            first, last = block.position(), block.position() + block.length() - 1
            if start <= first and last <= end:
                made.append(replace(block_of(block.blockFormat()), pieces=pieces_of(block)))
            else:
                pieces = [
                    piece_of(between(block.text(), a - first, b - first), form)
                    for a, b, form in stretches(block, start, end)
                ]
                made.append(replace(block_of(block.blockFormat()), pieces=tuple(pieces), source=None))
        return made

    # Qt's side

    def context_menu(self, at: QPoint) -> QMenu:
        """Qt's own, over it what may have been meant by a misspelt word."""
        menu = self.createStandardContextMenu(at)
        spelling = self._inks.spelling
        if spelling is not None and spelling.is_on and not self.isReadOnly():
            put_words(menu, spelling, self.cursorForPosition(at))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.context_menu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def mouseDoubleClickEvent(self, event: object) -> None:
        super().mouseDoubleClickEvent(event)  # type: ignore[arg-type]
        form = self.textCursor().charFormat()
        if kind_of(form) is PieceKind.NOTE:
            self.note_asked.emit(piece_of("", form).text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._on_paper:
            beside = paper.margin_of(self)
            self.setViewportMargins(beside, 0, beside, 0)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            if self._on_paper:
                paper.colour(self)
            self._inks.rehighlight()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self._on_paper:
            paper.paint(self, painter)
        if self._marks is not None:
            self._marks.paint(self, painter)
        painter.end()
        super().paintEvent(event)
