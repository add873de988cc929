"""A letter's paragraphs into a text document, and out of it again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from desktop_app.domain.writing import Block, Piece, PieceKind, united
from desktop_app.files.letter_editor import StyleSheet
from desktop_app.ui.writing.formats import CHIP, OBJECT, block_format, block_of, char_format, piece_of


def fill(document: QTextDocument, blocks: Sequence[Block], styles: StyleSheet) -> None:
    """Have a document hold nothing but these paragraphs. It cannot be undone."""
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    insert(cursor, blocks or [Block()], styles, is_empty=True)
    cursor.endEditBlock()
    document.setUndoRedoEnabled(True)
    document.setModified(False)


def insert(
    cursor: QTextCursor, blocks: Sequence[Block], styles: StyleSheet, *, is_empty: bool = False
) -> None:
    """Write paragraphs at a cursor.

    Args:
        cursor: Where; it stands behind them afterwards.
        blocks: What. The first goes on with the paragraph that is there, unless that is empty.
        styles: Of the letter.
        is_empty: Whether the paragraph that is there becomes the first of these.
    """
    for number, block in enumerate(blocks):
        look = styles.look(block.style)
        plain = char_format(Piece(""), look)
        if number:
            cursor.insertBlock(block_format(block, look), plain)
        elif is_empty:
            cursor.setBlockFormat(block_format(block, look))
            cursor.setBlockCharFormat(plain)
        for piece in block.pieces:
            text = piece.text if piece.kind is PieceKind.TEXT else OBJECT
            cursor.insertText(text, char_format(piece, look))


def blocks_of(document: QTextDocument) -> tuple[Block, ...]:
    """The paragraphs of a document."""
    return tuple(_blocks(document))


def pieces_of(block: QTextBlock) -> tuple[Piece, ...]:
    """What stands in one of its paragraphs."""
    return united(_pieces(block))


def _blocks(document: QTextDocument) -> Iterator[Block]:
    block = document.begin()
    while block.isValid():
        yield replace(block_of(block.blockFormat()), pieces=pieces_of(block))
        block = block.next()


def _pieces(block: QTextBlock) -> Iterator[Piece]:
    # Qt's own way of going through a block, which Python's "for" does not know.
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        form, text = fragment.charFormat(), fragment.text()
        if form.objectType() == CHIP:
            for sign in text:
                yield piece_of(sign, form)
        elif text:
            yield piece_of(text.replace(OBJECT, ""), form)
        at += 1
