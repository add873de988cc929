"""Colours over a text that never reach its file: of headings, links, and what is still to be filled in."""

import re
from collections import deque
from collections.abc import Callable, Collection
from time import perf_counter
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument

from desktop_app.domain.spelling import words_to_check
from desktop_app.files.letter_editor import StyleSheet
from desktop_app.ui import theme
from desktop_app.ui.writing.formats import block_of, by_place, link_of
from desktop_app.ui.writing.spelling import Spelling

_SLICE: Final = 0.001
"""Seconds of drawing anew at a stretch; ``_PAUSE``: milliseconds between two of them."""
_PAUSE: Final = 10
_GREY: Final = 40
"""By how much red, green and blue of a grey may differ."""
_PROMPT: Final = re.compile(r"\[[^\[\]]{2,400}\]")


class Inks(QSyntaxHighlighter):
    """Over a document. Qt draws these colours beside the text's own formats, outside of undo.

    Attributes:
        styles: Of the letter; None while none is shown.
        spelling: Which words are misspelt; None where nobody looks.
        hand: Gives the place of the cursor: the word that is being typed there is not judged yet.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.styles: StyleSheet | None = None
        self.spelling: Spelling | None = None
        self.hand: Callable[[], int] = lambda: -1
        self._spared: tuple[QTextBlock, int, int] | None = None
        self._waiting: deque[int] = deque()
        self._asked_in: dict[str, set[int]] = {}
        self._counted = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._draw_anew)

    def highlightBlock(self, text: str) -> None:
        text = by_place(text)
        block = self.currentBlock()
        ink = QTextCharFormat()
        style = block_of(block.blockFormat()).style
        if self.styles is not None and _is_colourful(self.styles.look(style).colour):
            ink.setForeground(theme.colour("link"))
            self.setFormat(0, len(text), ink)
        ink.setForeground(theme.colour("link"))
        at = block.begin()
        while not at.atEnd():
            fragment = at.fragment()
            if link_of(fragment.charFormat()):
                self.setFormat(fragment.position() - block.position(), fragment.length(), ink)
            at += 1
        if "[" in text:
            prompt = QTextCharFormat()
            prompt.setForeground(theme.colour("warn"))
            prompt.setBackground(theme.colour("warn_bg"))
            for match in _PROMPT.finditer(text):
                self.setFormat(match.start(), len(match[0]), prompt)
        if self.spelling is not None and self.spelling.is_on:
            self._underline(block, text, self.spelling)

    def look_for(self, words: Collection[str] | None) -> None:
        """More is known of these words, or of all: draw the paragraphs anew in which they stand."""
        waiting = set(self._waiting)
        if words is None or self.document().blockCount() != self._counted:
            waiting.update(range(self.document().blockCount()))
            self._counted = self.document().blockCount()
        else:
            waiting.update(*(self._asked_in.get(word, ()) for word in words))
        if self.spelling is None or not self.spelling.is_looking:
            self._asked_in.clear()
        self._waiting = deque(sorted(waiting))
        if waiting:
            self._timer.start()

    def _draw_anew(self) -> None:
        """A few of those that wait: nobody waits for a key."""
        document = self.document()
        if document.blockCount() != self._counted:
            self.look_for(None)  # the numbers of those that wait are those of others now
        end = perf_counter() + _SLICE
        while self._waiting and perf_counter() < end:
            block = document.findBlockByNumber(self._waiting.popleft())
            if block.isValid():
                self.rehighlightBlock(block)
        if self._waiting:
            self._timer.start()

    def hand_moved(self) -> None:
        """The cursor stands elsewhere: the word that was being typed is judged."""
        if self._spared is None:
            return
        block, first, last = self._spared
        if not block.isValid() or not first < self.hand() - block.position() <= last:
            self._spared = None
            if block.isValid():
                self.rehighlightBlock(block)

    def _underline(self, block: QTextBlock, text: str, spelling: Spelling) -> None:
        hand = self.hand() - block.position()
        for at, word in words_to_check(text):
            if at < hand <= at + len(word):
                self._spared = (block, at, at + len(word))
                continue
            is_wrong = spelling.is_wrong(word)
            if is_wrong is None:
                if not self._asked_in:
                    self._counted = self.document().blockCount()
                self._asked_in.setdefault(word, set()).add(block.blockNumber())
            if not is_wrong:
                continue
            form = self.format(at)
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            form.setUnderlineColor(theme.colour("danger"))
            self.setFormat(at, len(word), form)


def _is_colourful(colour: str) -> bool:
    """Whether it is a colour, and not a shade of black."""
    parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)] if colour else [0]
    return max(parts) - min(parts) > _GREY
