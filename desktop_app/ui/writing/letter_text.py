"""A letter in a text document, and what can be done to its paragraphs and words."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from desktop_app.domain.writing import Alignment, Block, Piece, PieceKind
from desktop_app.files.letter_editor import LetterFile, ListKind
from desktop_app.support.i18n import _
from desktop_app.ui.writing.chips import Chips, Label
from desktop_app.ui.writing.formats import (
    CHIP,
    OBJECT,
    block_of,
    char_format,
    dress_block,
    for_typing,
    marks_of,
    piece_of,
    set_alignment,
    set_direction,
    set_link,
    set_list,
    set_marks,
    set_style,
)
from desktop_app.ui.writing.inks import Inks
from desktop_app.ui.writing.marks import ListMarks
from desktop_app.ui.writing.page_text import blocks_of, fill, pieces_of

_DEEPEST = 8


class LetterText(QTextEdit):
    """Shows a ``LetterFile``; each way to change it is one step for undo.

    Args:
        label: What is shown for a field, a note's mark, something kept.

    Signals:
        changed: Another text, or the same looks otherwise.
        moved: The cursor stands elsewhere, or in another format.
    """

    changed = Signal()
    moved = Signal()

    def __init__(self, label: Label) -> None:
        super().__init__()
        self._letter: LetterFile | None = None
        self._marks: ListMarks | None = None
        self._chips = Chips(label, self)
        self.setAccessibleName(_("The letter"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabStopDistance(28)
        self.document().documentLayout().registerHandler(CHIP, self._chips)
        self.document().contentsChanged.connect(self.changed)
        self.cursorPositionChanged.connect(self.moved)
        self.currentCharFormatChanged.connect(lambda _form: self.moved.emit())
        self._inks = Inks(self.document())

    @property
    def letter(self) -> LetterFile:
        """What is written on.

        Raises:
            RuntimeError: before ``show_letter``.
        """
        if self._letter is None:
            raise RuntimeError("no letter is shown yet")
        return self._letter

    @property
    def is_empty(self) -> bool:
        """Whether no letter is shown yet."""
        return self._letter is None

    def show_letter(self, letter: LetterFile, blocks: Sequence[Block] | None = None) -> None:
        """Another letter; what was done before cannot be undone any more."""
        self._letter = letter
        self._inks.styles = letter.styles
        fill(self.document(), letter.blocks if blocks is None else blocks, letter.styles)
        self._marks = ListMarks(self.document(), letter.lists)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What stands there now."""
        return blocks_of(self.document())

    def clear_letter(self) -> None:
        """Show nothing, and keep nothing of what was shown."""
        self._letter, self._marks = None, None
        self._inks.styles = None
        self.document().setUndoRedoEnabled(False)
        self.document().clear()

    def relabel(self) -> None:
        """What fields print is something else."""
        self.document().markContentsDirty(0, self.document().characterCount())

    def notes(self) -> list[str]:
        """Keys of the footnotes, in the order of their marks."""
        found = []
        block = self.document().begin()
        while block.isValid():
            if OBJECT in block.text():
                found += [piece.text for piece in pieces_of(block) if piece.kind is PieceKind.NOTE]
            block = block.next()
        return list(dict.fromkeys(found))

    def stand_at(self, position: int) -> None:
        """Put the cursor at a place, or as near to it as there is text."""
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def show_source(self, source: int) -> bool:
        """Put the cursor into what is left of a paragraph of the file; False where nothing is."""
        block = self.document().begin()
        while block.isValid():
            if block_of(block.blockFormat()).source == source:
                self.stand_at(block.position())
                self.ensureCursorVisible()
                return True
            block = block.next()
        return False

    # What the cursor stands in

    @property
    def block(self) -> Block:
        """The paragraph of the cursor, without its text."""
        return block_of(self.textCursor().blockFormat())

    @property
    def piece(self) -> Piece:
        """How the next letter that is typed would look."""
        return piece_of("", for_typing(self.currentCharFormat()))

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
        right_to_left = not self.block.right_to_left
        with self.one_step() as cursor:
            for block in chosen(cursor):
                self.shape(block, partial(set_direction, right_to_left=right_to_left))

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

    def insert_text(self, text: str) -> None:
        """Type a text at the cursor, in the look of what stands there."""
        self.textCursor().insertText(text, for_typing(self.currentCharFormat()))

    # What steps are made of

    @contextmanager
    def one_step(self) -> Iterator[QTextCursor]:
        """Whatever is done with the cursor is undone at once."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        try:
            yield cursor
        finally:
            cursor.endEditBlock()
        self.moved.emit()

    def shape(self, block: QTextBlock, change: Callable[[QTextBlockFormat], None]) -> None:
        """Change what a paragraph is, and have it look so."""
        form = block.blockFormat()
        change(form)
        dress_block(form, self.letter.styles.look(block_of(form).style))
        QTextCursor(block).setBlockFormat(form)

    def restyle(self, block: QTextBlock) -> None:
        """Have the text of a paragraph look as its style says."""
        look = self.letter.styles.look(block_of(block.blockFormat()).style)
        cursor = QTextCursor(block)
        cursor.setBlockCharFormat(char_format(Piece(""), look))
        for first, last, form in stretches(block, block.position(), block.position() + block.length() - 1):
            piece = piece_of("", form)
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(char_format(piece, look))

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


def chosen(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """The paragraphs in which the selection lies, or the cursor."""
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    while block.isValid():
        yield block
        if block == last:
            return
        block = block.next()


def stretches(block: QTextBlock, start: int, end: int) -> list[tuple[int, int, QTextCharFormat]]:
    """The stretches of one format in a paragraph, as far as they lie between two places."""
    found = []
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        first = max(start, fragment.position())
        last = min(end, fragment.position() + fragment.length())
        if first < last:
            found.append((first, last, fragment.charFormat()))
        at += 1
    return found
