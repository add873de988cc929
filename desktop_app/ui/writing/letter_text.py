"""What can be done to the paragraphs and words of a letter; each is one step for undo."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor

from desktop_app.domain.typing import runs_from_right
from desktop_app.domain.writing import Alignment, Piece
from desktop_app.files.letter_editor import ListKind
from desktop_app.ui.writing.formats import (
    OBJECT,
    block_of,
    char_format,
    for_typing,
    marks_of,
    piece_of,
    set_alignment,
    set_direction,
    set_link,
    set_list,
    set_marks,
    set_style,
    set_turned,
)
from desktop_app.ui.writing.text_sheet import TextSheet, chosen, stretches

_DEEPEST = 8


class LetterText(TextSheet):
    """A letter and the ways to change it."""

    # Paragraphs

    def set_paragraph_style(self, key: str) -> None:
        """Give the chosen paragraphs a style."""
        with self.one_step() as cursor:
            for block in chosen(cursor):
                self.shape(block, partial(set_style, style=key))
                self.restyle(block)

    def align(self, alignment: Alignment) -> None:
        """Have the lines of the chosen paragraphs stand otherwise."""
        with self.one_step() as cursor:
            for block in chosen(cursor):
                self.shape(block, partial(set_alignment, alignment=alignment))

    def turn_direction(self) -> None:
        """Have the lines of the chosen paragraphs run the other way."""
        # By what is seen: a paragraph may run so without anybody's wish.
        right_to_left = self.textCursor().block().textDirection() is not Qt.LayoutDirection.RightToLeft

        def turn(form: QTextBlockFormat, text: str) -> None:
            is_usual = not right_to_left and runs_from_right(text) is False
            set_direction(form, right_to_left=None if is_usual else right_to_left)
            set_turned(form, turned=True)

        with self.one_step() as cursor:
            for block in chosen(cursor):
                self.shape(block, partial(turn, text=block.text()))

    def toggle_list(self, kind: ListKind) -> None:
        """Make the chosen paragraphs items of a list of a kind, or take them out of it."""
        with self.one_step() as cursor:
            blocks = list(chosen(cursor))
            there = [block_of(block.blockFormat()) for block in blocks]
            lists = self.letter.lists
            if all(one.list and lists.kind_of(one.list, one.level) is kind for one in there):
                key = ""
            else:
                key = self._list_before(blocks[0], kind) or lists.begin(kind)
            for block, one in zip(blocks, there, strict=True):
                self.shape(block, partial(set_list, key=key, level=one.level))

    def begin_list_again(self) -> None:
        """Have the numbers of a list begin with 1 at the paragraph of the cursor."""
        first = self.block
        if not first.list:
            return
        key = self.letter.lists.begin_again(first.list)
        self._relist(first.list, key)

    def go_on_with_list(self) -> None:
        """Have the numbers go on from the list before."""
        first = self.block
        kind = self.letter.lists.kind_of(first.list, first.level) if first.list else None
        block = self.textCursor().block().previous()
        while kind is not None and block.isValid():
            there = block_of(block.blockFormat())
            other = self.letter.lists.kind_of(there.list, first.level) if there.list else None
            if there.list != first.list and other is kind:
                self._relist(first.list, there.list)
                return
            block = block.previous()

    def deepen(self, by: int) -> None:
        """Move the chosen items a level in or out."""
        with self.one_step() as cursor:
            for block in chosen(cursor):
                there = block_of(block.blockFormat())
                level = min(_DEEPEST, max(0, there.level + by))
                if there.list and self.letter.lists.kind_of(there.list, level) is not None:
                    self.shape(block, partial(set_list, key=there.list, level=level))

    # Text

    def mark(self, name: str) -> None:
        """Make the chosen text ``bold``, ``italic`` or ``underlined``, or take that back."""
        names = ("bold", "italic", "underlined")
        now = dict(zip(names, marks_of(self.currentCharFormat()), strict=True))
        wanted = not now[name]

        def marked(form: QTextCharFormat, block: QTextBlock) -> None:
            marks = {**dict(zip(names, marks_of(form), strict=True)), name: wanted}
            set_marks(form, self.letter.styles.look(block_of(block.blockFormat()).style), **marks)

        self._reform(marked)

    def lead_to(self, link: str) -> None:
        """Have the chosen text lead somewhere; an empty address takes the link out."""

        def linked(form: QTextCharFormat, _block: QTextBlock) -> None:
            set_link(form, "")
            set_link(form, link)
            form.setFontUnderline(bool(link) or marks_of(form)[2])

        self._reform(linked)

    def insert_link(self, address: str) -> None:
        """Write an address as its own link."""
        with self.one_step() as cursor:
            form = for_typing(cursor.charFormat())
            set_link(form, address)
            form.setFontUnderline(True)
            cursor.insertText(address.removeprefix("mailto:"), form)
            plain = for_typing(form)
            set_link(plain, "")
            plain.setFontUnderline(marks_of(plain)[2])
        self.setCurrentCharFormat(plain)

    def insert_piece(self, piece: Piece) -> None:
        """Put a field or the mark of a note at the cursor."""
        with self.one_step() as cursor:
            look = self.letter.styles.look(block_of(cursor.blockFormat()).style)
            own = piece_of("", for_typing(cursor.charFormat()))
            dressed = replace(own, text=piece.text, kind=piece.kind, kept=piece.kept, link="", anchor=None)
            cursor.insertText(OBJECT, char_format(dressed, look))
        self.setCurrentCharFormat(for_typing(self.currentCharFormat()))

    # What both are made of

    def _reform(self, change: Callable[[QTextCharFormat, QTextBlock], None]) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            form = self.currentCharFormat()
            change(form, cursor.block())
            self.setCurrentCharFormat(form)
            return
        with self.one_step():
            for block in chosen(cursor):
                for first, last, form in stretches(block, cursor.selectionStart(), cursor.selectionEnd()):
                    change(form, block)
                    there = QTextCursor(block)
                    there.setPosition(first)
                    there.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
                    there.setCharFormat(form)

    def _relist(self, old: str, new: str) -> None:
        """Give the items of a list from the cursor on another one."""
        with self.one_step() as cursor:
            block = cursor.block()
            while block.isValid():
                there = block_of(block.blockFormat())
                if there.list == old:
                    self.shape(block, partial(set_list, key=new, level=there.level))
                block = block.next()

    def _list_before(self, block: QTextBlock, kind: ListKind) -> str:
        """The list of the paragraph before, if it is of that kind: it goes on."""
        before = block.previous()
        if not before.isValid():
            return ""
        there = block_of(before.blockFormat())
        return there.list if there.list and self.letter.lists.kind_of(there.list, 0) is kind else ""
