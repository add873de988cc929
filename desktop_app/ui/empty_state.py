"""What a page shows while it has nothing: an icon, one question or fact, one sentence, one way on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop_app.ui import kit


class EmptyState(kit.Card):
    """In the middle of a white sheet."""

    def __init__(self, icon: str, question: str, sentence: str, buttons: Sequence[QPushButton]) -> None:
        super().__init__(margins=24, spacing=8)
        words = kit.Text(sentence, colour="text2", wraps=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setMinimumWidth(round(400 * kit.scale()))
        words.setMaximumWidth(round(400 * kit.scale()))
        self.body.addStretch(2)
        self.body.addLayout(kit.row(None, kit.Icon(icon, "text3", 40), None))
        self.body.addSpacing(8)
        self.body.addLayout(kit.row(None, kit.section(question), None))
        self.body.addLayout(kit.row(None, words, None))
        self.body.addSpacing(12)
        self.body.addLayout(kit.row(None, *buttons, None))
        self.body.addStretch(3)
