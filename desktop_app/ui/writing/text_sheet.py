"""A letter in a text document: what stands there, where the cursor is, and what steps are made of."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from desktop_app.domain.writing import Block, Piece, PieceKind
from desktop_app.files.letter_editor import LetterFile
from desktop_app.support.i18n import _
from desktop_app.ui.writing.chips import Chips, Label
from desktop_app.ui.writing.formats import (
    CHIP,
    OBJECT,
    block_of,
    char_format,
    dress_block,
    for_typing,
    piece_of,
)
from desktop_app.ui.writing.inks import Inks
from desktop_app.ui.writing.marks import ListMarks
from desktop_app.ui.writing.page_text import blocks_of, fill, pieces_of
from desktop_app.ui.writing.spelling import Spelling


class TextSheet(QTextEdit):
    """Shows a ``LetterFile``.

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
        self._inks.hand = lambda: self.textCursor().position()
        self.cursorPositionChanged.connect(self._inks.hand_moved)

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
        self.setReadOnly(False)
        self._inks.styles = letter.styles
        fill(self.document(), letter.blocks if blocks is None else blocks, letter.styles)
        self._marks = ListMarks(self.document(), letter.lists)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def check_spelling(self, spelling: Spelling) -> None:
        """Have misspelt words be underlined from now on."""
        self._inks.spelling = spelling
        spelling.found.connect(self._inks.look_for)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What stands there now."""
        return blocks_of(self.document())

    def clear_letter(self) -> None:
        """Show nothing, and keep nothing of what was shown."""
        self._letter, self._marks = None, None
        self.setReadOnly(True)  # what is typed where no letter is would be in none
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
