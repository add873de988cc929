"""Colours over a text that never reach its file: of headings, links, and what is still to be filled in."""

import re
from typing import Final

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from desktop_app.files.letter_editor import StyleSheet
from desktop_app.ui import theme
from desktop_app.ui.writing.formats import block_of, link_of

_GREY: Final = 40
"""By how much red, green and blue of a grey may differ."""
_PROMPT: Final = re.compile(r"\[[^\[\]]{2,400}\]")


class Inks(QSyntaxHighlighter):
    """Over a document. Qt draws these colours beside the text's own formats, outside of undo."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.styles: StyleSheet | None = None

    def highlightBlock(self, text: str) -> None:
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


def _is_colourful(colour: str) -> bool:
    """Whether it is a colour, and not a shade of black."""
    parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)] if colour else [0]
    return max(parts) - min(parts) > _GREY
