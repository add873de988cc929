"""The text of a letter as it is written: keys, paragraphs, lists, fields, notes."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from desktop_app.domain.typing import typed
from desktop_app.domain.writing import Alignment, Block, Piece, PieceKind
from desktop_app.files.letter_editor import LetterFile, ListKind
from desktop_app.support.i18n import _
from desktop_app.ui.writing import paper
from desktop_app.ui.writing.chips import Chips, Label
from desktop_app.ui.writing.clips import Clips
from desktop_app.ui.writing.formats import (
    CHIP,
    OBJECT,
    block_of,
    char_format,
    dress_block,
    for_typing,
    kind_of,
    marks_of,
    piece_of,
    set_alignment,
    set_link,
    set_list,
    set_marks,
    set_style,
)
from desktop_app.ui.writing.inks import Inks
from desktop_app.ui.writing.marks import ListMarks
from desktop_app.ui.writing.page_text import blocks_of, fill, insert, pieces_of

_DEEPEST = 8
_KEYS = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SET_BY_LANGUAGE = frozenset("\"'-.;:!?")


class Writer(QTextEdit):
    """Shows a ``LetterFile`` and lets it be written on.

    Args:
        label: What is shown for a field, a note's mark, something kept.
        on_paper: Whether it is drawn as a sheet, and not as a field to type into.

    Attributes:
        language: Of the letter: quotes and dashes are set as it has them.

    Signals:
        changed: Another text, or the same looks otherwise.
        moved: The cursor stands elsewhere, or in another format.
        note_asked: Key of a footnote whose mark was chosen.
        link_asked: A link is to be set.
    """

    changed = Signal()
    moved = Signal()
    note_asked = Signal(str)
    link_asked = Signal()

    def __init__(self, label: Label, *, on_paper: bool = True) -> None:
        super().__init__()
        self._on_paper = on_paper
        self.language = ""
        self._letter: LetterFile | None = None
        self._marks: ListMarks | None = None
        self._chips = Chips(label, self)
        self.clips = Clips()
        self.setAccessibleName(_("The letter"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabStopDistance(28)
        self.document().documentLayout().registerHandler(CHIP, self._chips)
        self.document().contentsChanged.connect(self.changed)
        self.cursorPositionChanged.connect(self.moved)
        self.currentCharFormatChanged.connect(lambda _form: self.moved.emit())
        self._inks = Inks(self.document())
        if on_paper:
            self.setFrameShape(QFrame.Shape.NoFrame)
            paper.colour(self)

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
        if self._on_paper:
            paper.set_padding(self)
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
        with self._one_step() as cursor:
            for block in _chosen(cursor):
                self._shape(block, partial(set_style, style=key))
                self._restyle(block)

    def align(self, alignment: Alignment) -> None:
        """Have the lines of the chosen paragraphs stand otherwise."""
        with self._one_step() as cursor:
            for block in _chosen(cursor):
                self._shape(block, partial(set_alignment, alignment=alignment))

    def toggle_list(self, kind: ListKind) -> None:
        """Make the chosen paragraphs items of a list of a kind, or take them out of it."""
        with self._one_step() as cursor:
            blocks = list(_chosen(cursor))
            there = [block_of(block.blockFormat()) for block in blocks]
            lists = self.letter.lists
            if all(one.list and lists.kind_of(one.list, one.level) is kind for one in there):
                key = ""
            else:
                key = self._list_before(blocks[0], kind) or lists.begin(kind)
            for block, one in zip(blocks, there, strict=True):
                self._shape(block, partial(set_list, key=key, level=one.level))

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
        with self._one_step() as cursor:
            for block in _chosen(cursor):
                there = block_of(block.blockFormat())
                level = min(_DEEPEST, max(0, there.level + by))
                if there.list and self.letter.lists.kind_of(there.list, level) is not None:
                    self._shape(block, partial(set_list, key=there.list, level=level))

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
        with self._one_step() as cursor:
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
        with self._one_step() as cursor:
            look = self.letter.styles.look(block_of(cursor.blockFormat()).style)
            own = piece_of("", for_typing(cursor.charFormat()))
            dressed = replace(own, text=piece.text, kind=piece.kind, kept=piece.kept, link="", anchor=None)
            cursor.insertText(OBJECT, char_format(dressed, look))
        self.setCurrentCharFormat(for_typing(self.currentCharFormat()))

    def insert_text(self, text: str) -> None:
        """Type a text at the cursor, in the look of what stands there."""
        self.textCursor().insertText(text, for_typing(self.currentCharFormat()))

    # Inside

    @contextmanager
    def _one_step(self) -> Iterator[QTextCursor]:
        """Whatever is done with the cursor is undone at once."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        try:
            yield cursor
        finally:
            cursor.endEditBlock()
        self.moved.emit()

    def _shape(self, block: QTextBlock, change: Callable[[QTextBlockFormat], None]) -> None:
        form = block.blockFormat()
        change(form)
        dress_block(form, self.letter.styles.look(block_of(form).style))
        QTextCursor(block).setBlockFormat(form)

    def _restyle(self, block: QTextBlock) -> None:
        """Have the text of a paragraph look as its style says."""
        look = self.letter.styles.look(block_of(block.blockFormat()).style)
        cursor = QTextCursor(block)
        cursor.setBlockCharFormat(char_format(Piece(""), look))
        for first, last, form in _stretches(block, block.position(), block.position() + block.length() - 1):
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
        with self._one_step():
            for block in _chosen(cursor):
                for first, last, form in _stretches(block, cursor.selectionStart(), cursor.selectionEnd()):
                    change(form, block)
                    there = QTextCursor(block)
                    there.setPosition(first)
                    there.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
                    there.setCharFormat(form)

    def _relist(self, old: str, new: str) -> None:
        """Give the items of a list from the cursor on another one."""
        with self._one_step() as cursor:
            block = cursor.block()
            while block.isValid():
                there = block_of(block.blockFormat())
                if there.list == old:
                    self._shape(block, partial(set_list, key=new, level=there.level))
                block = block.next()

    def _list_before(self, block: QTextBlock, kind: ListKind) -> str:
        """The list of the paragraph before, if it is of that kind: it goes on."""
        before = block.previous()
        if not before.isValid():
            return ""
        there = block_of(before.blockFormat())
        return there.list if there.list and self.letter.lists.kind_of(there.list, 0) is kind else ""

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
            if event.text() and kind_of(self.currentCharFormat()) is not PieceKind.TEXT:
                self.setCurrentCharFormat(for_typing(self.currentCharFormat()))
            super().keyPressEvent(event)
            if event.text() in _SET_BY_LANGUAGE:
                self._set_sign(event.text())

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
        with self._one_step() as cursor:
            cursor.removeSelectedText()
            was_end = cursor.atBlockEnd() and not cursor.atBlockStart()
            cursor.insertBlock()
            look = self.letter.styles.look(there.style)
            if was_end and look.follows != there.style:
                self._shape(cursor.block(), partial(set_style, style=look.follows))
                self._restyle(cursor.block())
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
        with self._one_step() as cursor:
            self._shape(cursor.block(), partial(set_list, key="", level=0))

    # Copying

    def createMimeDataFromSelection(self) -> QMimeData:
        return self.clips.mime_of(self._chosen_blocks(), self.letter)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        blocks = self.clips.blocks_of(source, self.letter, self.block)
        if not blocks:
            return
        with self._one_step() as cursor:
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
        for block in _chosen(cursor):
            first, last = block.position(), block.position() + block.length() - 1
            if start <= first and last <= end:
                made.append(replace(block_of(block.blockFormat()), pieces=pieces_of(block)))
            else:
                pieces = [
                    piece_of(block.text()[a - first : b - first], form)
                    for a, b, form in _stretches(block, start, end)
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


def _chosen(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """The paragraphs in which the selection lies, or the cursor."""
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    while block.isValid():
        yield block
        if block == last:
            return
        block = block.next()


def _stretches(block: QTextBlock, start: int, end: int) -> list[tuple[int, int, QTextCharFormat]]:
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
