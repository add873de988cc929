"""What is typed into a letter: its keys, and signs as the letter's language sets them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextBlock, QTextCursor

from desktop_app.domain.letter import FILTERS
from desktop_app.domain.typing import closed_field, is_from_right, runs_from_right, typed
from desktop_app.domain.writing import Piece, PieceKind
from desktop_app.ui.writing.chips import Label
from desktop_app.ui.writing.formats import (
    OBJECT,
    between,
    block_of,
    by_place,
    char_format,
    for_typing,
    is_turned,
    kind_of,
    places_of,
    set_direction,
    set_list,
    set_style,
    set_turned,
)
from desktop_app.ui.writing.letter_text import LetterText
from desktop_app.wording.fields import FIELDS, code_of, filters_of

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
        self._steps_cut = -1

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
            undirected = self._undirected()
            super().keyPressEvent(event)
            self._settle(event.text(), undirected=undirected)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method shows is Qt's to draw; what it gives is typed in the look of its place."""
        commit, cuts = event.commitString(), event.replacementLength()
        if self.isReadOnly() or self.is_empty or not (commit or cuts):
            had = self.textCursor().hasSelection()
            super().inputMethodEvent(event)
            if had and event.preeditString() and not self.textCursor().hasSelection():
                self._steps_cut = self.document().availableUndoSteps()
            return
        undirected = self._undirected()
        self._take(commit, event.replacementStart(), cuts)
        self._settle(commit, undirected=undirected)
        super().inputMethodEvent(QInputMethodEvent(event.preeditString(), event.attributes()))
        event.accept()

    def _take(self, commit: str, start: int, length: int) -> None:
        """Write what an input method gives as one step, also with what was chosen when it began."""
        cursor = self.textCursor()
        # Where the text is taken over, its picture under the cursor is not moved along.
        cursor.block().layout().setPreeditArea(-1, "")
        if self._steps_cut == self.document().availableUndoSteps():
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        self._steps_cut = -1
        form = for_typing(self.currentCharFormat())
        cursor.removeSelectedText()
        if length:
            gone = self._replaced(cursor, start, length)
            gone.removeSelectedText()
            cursor.setPosition(gone.position())
        if commit:
            cursor.insertText(commit, form)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(form)

    @staticmethod
    def _replaced(cursor: QTextCursor, start: int, length: int) -> QTextCursor:
        """What an input method takes back, within the paragraph and beside what is one thing."""
        block = cursor.block()
        first = max(0, cursor.positionInBlock() + start)
        last = min(block.length() - 1, first + length)
        first += by_place(block.text())[first:last].rfind(OBJECT) + 1
        gone = QTextCursor(cursor)
        gone.setPosition(block.position() + first)
        gone.setPosition(block.position() + last, QTextCursor.MoveMode.KeepAnchor)
        return gone

    def _settle(self, text: str, *, undirected: bool) -> None:
        """What follows from a text that was just typed."""
        if text in _SET_BY_LANGUAGE:
            self._set_sign(text)
        if text.endswith("}"):
            self._close_field()
        if undirected:
            self.take_direction(self.textCursor().block())

    def _undirected(self) -> bool:
        """Whether nothing tells yet how the lines of the paragraph run."""
        cursor, document = self.textCursor(), self.document()
        first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
        before = by_place(first.text())[: cursor.selectionStart() - first.position()]
        after = by_place(last.text())[cursor.selectionEnd() - last.position() :]
        return runs_from_right(before + after) is None

    def take_direction(self, block: QTextBlock) -> None:
        """Have a paragraph run as its first letter does, in the same step, where nobody chose otherwise.

        In a letter that is written from right to left a name in our letters turns nothing.
        """
        form = block.blockFormat()
        runs = runs_from_right(block.text())
        if runs is None or is_turned(form) or runs is bool(block_of(form).right_to_left):
            return
        if runs or not is_from_right(self.language):
            cursor = QTextCursor(block)
            cursor.joinPreviousEditBlock()
            self.shape(block, partial(set_direction, right_to_left=runs or None))
            cursor.endEditBlock()
            self.moved.emit()

    def _close_field(self) -> None:
        """A field that was typed by hand is one; the first undo brings back the braces."""
        cursor = self.textCursor()
        field = closed_field(between(cursor.block().text(), 0, cursor.positionInBlock()))
        if code_of(field) in FIELDS and filters_of(field) <= FILTERS:
            # By Qt's places: a letter with its accent, or a family of emoji, is one step of the cursor.
            cursor.setPosition(cursor.position() - places_of(field), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.insert_piece(Piece(field, PieceKind.FIELD))

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
        before = by_place(cursor.block().text())[: cursor.positionInBlock() - 1]
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
            if is_turned(cursor.blockFormat()) and cursor.block().length() == 1:
                self.shape(cursor.block(), partial(set_turned, turned=False))
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
