"""What is typed into a letter: its keys, and signs as the letter's language sets them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.domain.typing import typed
from desktop_app.domain.writing import Piece, PieceKind
from desktop_app.ui.writing.chips import Label
from desktop_app.ui.writing.formats import char_format, for_typing, kind_of, set_list, set_style
from desktop_app.ui.writing.letter_text import LetterText

_KEYS = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SET_BY_LANGUAGE = frozenset("\"'-.;:!?")


class TypedText(LetterText):
    """A letter that is typed into.

    Args:
        label: As ``LetterText``.

    Attributes:
        language: Of the letter: quotes and dashes are set as it has them.
    """

    def __init__(self, label: Label) -> None:
        super().__init__(label)
        self.language = ""

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
