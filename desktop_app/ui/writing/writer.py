"""The text of a letter as it is written: its keys, what is copied and pasted, the paper under it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame

from desktop_app.domain.typing import typed
from desktop_app.domain.writing import Block, Piece, PieceKind
from desktop_app.files.letter_editor import LetterFile
from desktop_app.ui.writing import paper
from desktop_app.ui.writing.chips import Label
from desktop_app.ui.writing.clips import Clips
from desktop_app.ui.writing.formats import (
    block_of,
    char_format,
    for_typing,
    kind_of,
    piece_of,
    set_list,
    set_style,
)
from desktop_app.ui.writing.letter_text import LetterText, chosen, stretches
from desktop_app.ui.writing.page_text import insert, pieces_of

_KEYS = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SET_BY_LANGUAGE = frozenset("\"'-.;:!?")


class Writer(LetterText):
    """A letter that is written on.

    Args:
        label: As ``LetterText``.
        on_paper: Whether it is drawn as a sheet, and not as a field to type into.

    Attributes:
        language: Of the letter: quotes and dashes are set as it has them.

    Signals:
        note_asked: Key of a footnote whose mark was chosen.
    """

    note_asked = Signal(str)

    def __init__(self, label: Label, *, on_paper: bool = True) -> None:
        super().__init__(label)
        self._on_paper = on_paper
        self.language = ""
        self.clips = Clips()
        if on_paper:
            self.setFrameShape(QFrame.Shape.NoFrame)
            paper.colour(self)

    def show_letter(self, letter: LetterFile, blocks: Sequence[Block] | None = None) -> None:
        super().show_letter(letter, blocks)
        if self._on_paper:
            paper.set_padding(self)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif key in (_KEYS.Key_Tab, _KEYS.Key_Backtab) and event.modifiers() & _CONTROL:
            # Tab itself belongs to the text: this is the way out of it.
            kept = self.tabChangesFocus()
            self.setTabChangesFocus(True)
            self.focusNextPrevChild(key == _KEYS.Key_Tab and not shift)
            self.setTabChangesFocus(kept)
        elif key in (_KEYS.Key_Return, _KEYS.Key_Enter) and not shift:
            self._begin_paragraph()
        elif key in (_KEYS.Key_Tab, _KEYS.Key_Backtab) and self.block.list:
            self.deepen(-1 if key == _KEYS.Key_Backtab else 1)
        elif key == _KEYS.Key_Backspace and self._leaves_list():
            self._leave_list()
        else:
            if event.text().isprintable() and event.text() and not event.modifiers() & _CONTROL:
                self._leave_chip()
            super().keyPressEvent(event)
            if event.text() in _SET_BY_LANGUAGE:
                self._set_sign(event.text())

    def _leave_chip(self) -> None:
        """What is typed behind a field, or over one, is text. A format is never given to what is chosen."""
        if kind_of(self.currentCharFormat()) is PieceKind.TEXT:
            return
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.removeSelectedText()
            self.setTextCursor(cursor)
        self.setCurrentCharFormat(for_typing(self.currentCharFormat()))

    def _set_sign(self, sign: str) -> None:
        """Have a sign be as the letter's language sets it. The first undo brings back what was typed."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock() - 1]
        gone, text = typed(before, sign, self.language)
        if (gone, text) != (0, sign):
            cursor.beginEditBlock()
            for _ in range(gone + 1):
                cursor.deletePreviousChar()
            cursor.insertText(text)
            cursor.endEditBlock()

    def _begin_paragraph(self) -> None:
        """A new paragraph: of the style that follows a heading, or out of a list whose item is empty."""
        there = self.block
        cursor = self.textCursor()
        if there.list and not cursor.hasSelection() and cursor.block().length() == 1:
            self._leave_list()
            return
        with self.one_step() as cursor:
            cursor.removeSelectedText()
            was_end = cursor.atBlockEnd() and not cursor.atBlockStart()
            cursor.insertBlock()
            look = self.letter.styles.look(there.style)
            if was_end and look.follows != there.style:
                self.shape(cursor.block(), partial(set_style, style=look.follows))
                self.restyle(cursor.block())
                self.setTextCursor(cursor)
                self.setCurrentCharFormat(char_format(Piece(""), self.letter.styles.look(look.follows)))
            else:
                self.setTextCursor(cursor)
                self.setCurrentCharFormat(for_typing(self.currentCharFormat()))
        self.ensureCursorVisible()

    def _leaves_list(self) -> bool:
        cursor = self.textCursor()
        return bool(self.block.list) and cursor.atBlockStart() and not cursor.hasSelection()

    def _leave_list(self) -> None:
        with self.one_step() as cursor:
            self.shape(cursor.block(), partial(set_list, key="", level=0))

    # Copying

    def createMimeDataFromSelection(self) -> QMimeData:
        return self.clips.mime_of(self._chosen_blocks(), self.letter)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # A file that is dropped is for the page: it may be a new text.
        return not source.hasUrls() and (source.hasText() or source.hasHtml())

    def insertFromMimeData(self, source: QMimeData) -> None:
        blocks = self.clips.blocks_of(source, self.letter, self.block)
        if not blocks:
            return
        with self.one_step() as cursor:
            cursor.removeSelectedText()
            alone = cursor.block().length() == 1 and len(blocks) > 1
            insert(cursor, blocks, self.letter.styles, is_empty=alone)
            self.setTextCursor(cursor)
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
                    piece_of(block.text()[a - first : b - first], form)
                    for a, b, form in stretches(block, start, end)
                ]
                made.append(replace(block_of(block.blockFormat()), pieces=tuple(pieces), source=None))
        return made

    # Qt's side

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
