"""What is copied from a letter, and what is pasted into it: clean text in the letter's own styles."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape
from itertools import count
from typing import Final

from PySide6.QtCore import QMimeData

from desktop_app.domain.plain_text import in_order
from desktop_app.domain.typing import is_from_right, runs_from_right
from desktop_app.domain.writing import LINE_BREAK, Block, Piece, PieceKind, with_fields
from desktop_app.files.letter_editor import LetterFile, ListKind
from desktop_app.ui.clip_cover import keep_from_histories
from desktop_app.ui.writing.pasted_html import blocks_of_html

_OURS: Final = "application/x-undersigned-clip"
_numbers = count(1)
_ONLY_HERE = (PieceKind.KEPT, PieceKind.MARK, PieceKind.BLOCK, PieceKind.NOTE)
"""What means nothing in another letter."""


class Clips:
    """Remembers the last clip, so that what cannot be written as text or HTML comes back whole.

    Attributes:
        is_secret: Whether a text is for nobody's history of a clipboard.
    """

    def __init__(self) -> None:
        self.is_secret: Callable[[str], bool] = lambda _text: False
        self._clip: tuple[Block, ...] = ()
        self._token = b""
        self._of: LetterFile | None = None

    def mime_of(self, blocks: Sequence[Block], letter: LetterFile) -> QMimeData:
        """For the clipboard: for us, for Word and for a plain text."""
        self._clip, self._of = tuple(blocks), letter
        self._token = str(next(_numbers)).encode()
        made = QMimeData()
        made.setText("\n".join(block.text.replace(LINE_BREAK, "\n") for block in blocks))
        made.setHtml("".join(f"<p>{_html(block.pieces)}</p>" for block in blocks))
        made.setData(_OURS, self._token)
        if self.is_secret(made.text()):
            keep_from_histories(made)
        return made

    def blocks_of(self, source: QMimeData, letter: LetterFile, here: Block, language: str) -> list[Block]:
        """What is pasted, ready to be inserted.

        Args:
            source: What lies on the clipboard.
            letter: Into which it is pasted.
            here: The paragraph in which the cursor stands: what comes from elsewhere looks like it.
            language: The letter's.
        """
        if source.hasFormat(_OURS) and source.data(_OURS).data() == self._token:
            return [self._own(block, letter, here) for block in self._clip]
        found = blocks_of_html(source.html()) if source.hasHtml() else []
        if not found:
            lines = source.text().replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
            found = [Block(with_fields([Piece(line)])) for line in lines]
        lists: dict[str, str] = {}
        return [_directed(_at_home(_in_order(block), letter, here, lists), language) for block in found]

    def _own(self, block: Block, letter: LetterFile, here: Block) -> Block:
        if letter is self._of:
            return block
        pieces = tuple(
            replace(piece, run=None, anchor=None) for piece in block.pieces if piece.kind not in _ONLY_HERE
        )
        return replace(here, pieces=pieces, source=None)


def _in_order(block: Block) -> Block:
    """A paragraph from elsewhere without signs that have it read otherwise than it is."""
    texts = in_order([piece.text for piece in block.pieces])
    pieces = (replace(piece, text=text) for piece, text in zip(block.pieces, texts, strict=True))
    return replace(block, pieces=tuple(pieces))


def _at_home(block: Block, letter: LetterFile, here: Block, lists: dict[str, str]) -> Block:
    """A paragraph from elsewhere in the look of the place it comes to; ``lists`` has those of this paste."""
    if not block.list:
        return replace(here, pieces=block.pieces, source=None)
    kind = ListKind(block.list)
    goes_on = here.list and letter.lists.kind_of(here.list, 0) is kind
    if kind not in lists:
        lists[kind] = here.list if goes_on else letter.lists.begin(kind)
    return replace(here, pieces=block.pieces, source=None, list=lists[kind], level=block.level)


def _directed(block: Block, language: str) -> Block:
    """A paragraph from elsewhere runs as its first letter does."""
    runs = runs_from_right(block.text)
    turns = runs is not None and (runs or not is_from_right(language))
    return replace(block, right_to_left=runs or None) if turns else block


def _html(pieces: Sequence[Piece]) -> str:
    made = []
    for piece in pieces:
        if piece.kind not in (PieceKind.TEXT, PieceKind.FIELD):
            continue
        text = escape(piece.text).replace(LINE_BREAK, "<br>")
        for name, marked in (("b", piece.bold), ("i", piece.italic), ("u", piece.underlined)):
            text = f"<{name}>{text}</{name}>" if marked else text
        made.append(f'<a href="{escape(piece.link)}">{text}</a>' if piece.link else text)
    return "".join(made)
