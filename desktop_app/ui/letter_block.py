"""A recipient's block, salutation and closing as the letter will print them."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.domain.recipient import Recipient
from desktop_app.ui import kit, theme

_FROM_RIGHT = frozenset({"ar"})
_MARKS = {Qt.LayoutDirection.LeftToRight: "\u200e", Qt.LayoutDirection.RightToLeft: "\u200f"}
"""What tells a line's direction whatever letters it begins with, as a paragraph of the letter has it."""


class LetterBlock(kit.Card):
    """In the letter's own face, language and direction; never in the interface's."""

    def __init__(self) -> None:
        super().__init__(margins=16, spacing=0)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.body.addLayout(self._lines)

    def show_recipient(self, recipient: Recipient) -> None:
        """Another recipient, or the same one otherwise."""
        kit.clear(self._lines)
        from_right = recipient.language in _FROM_RIGHT
        direction = Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(direction)
        paragraphs = ["…", *([recipient.paragraph, "…"] if recipient.paragraph else [])]
        self._put(recipient.address, direction)
        self._lines.addSpacing(12)
        self._put([recipient.salutation], direction)
        self._lines.addSpacing(4)
        self._put(paragraphs, direction)
        self._lines.addSpacing(4)
        self._put([recipient.closing], direction)
        texts = (*recipient.address, recipient.salutation, *paragraphs, recipient.closing)
        self.setAccessibleName("\n".join(texts))

    @property
    def direction(self) -> Qt.LayoutDirection:
        """The one in which the letter is written."""
        return self.layoutDirection()

    def _put(self, texts: Iterable[str], direction: Qt.LayoutDirection) -> None:
        for text in texts:
            line = kit.Text(_MARKS[direction] + text, wraps=True)
            line.setFont(theme.letter_font(14))
            line.setLayoutDirection(direction)
            line.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(line)
            line.show()  # Qt would show it with the next event, and find then that there is no room
