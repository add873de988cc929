"""What changed in a letter, word by word: what went is struck out, what came is underlined."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from desktop_app.domain.freezing import ChangeKind
from desktop_app.domain.word_changes import Stretch
from desktop_app.domain.writing import FIELD
from desktop_app.services.comparing import Compared, ComparedPassage
from desktop_app.support.i18n import N_, _, ngettext
from desktop_app.ui import kit, theme
from desktop_app.wording.fields import of_field

_KINDS = {
    ChangeKind.CHANGED: N_("Paragraph {number}, changed"),
    ChangeKind.ADDED: N_("Paragraph {number}, new"),
    ChangeKind.REMOVED: N_("Before paragraph {number}, taken out"),
}
_SIZE, _WIDTH = 14, 720


class ChangesView(QWidget):
    """Over comparisons.

    Signals:
        left: The letter is to be gone on with.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = kit.title("")
        self._about = kit.Text("", colour="text2", wraps=True)
        self.sheet = QTextEdit()
        self.sheet.setReadOnly(True)
        self.sheet.document().setDocumentMargin(16)
        self.sheet.setFrameShape(QFrame.Shape.NoFrame)
        self.sheet.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.back = kit.button(_("Back to the letter"), "primary", icon="arrow-left", pressed=self.left.emit)
        words = kit.column(self._title, self._about, spacing=2)
        head = kit.row(words, self.back)
        head.setStretchFactor(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(kit.MARGIN, 20, kit.MARGIN, 20)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addWidget(self.sheet, 1)
        self.sheet.setMaximumWidth(round(_WIDTH * kit.scale()))

    def show_changes(self, title: str, about: str, compared: Sequence[Compared]) -> None:
        """Other comparisons, each under the name of the text that was before."""
        self._title.setText(title)
        self._about.setText(about)
        self.sheet.clear()
        self.sheet.setAccessibleName(title)
        cursor = QTextCursor(self.sheet.document())
        for one in compared:
            if one.version:
                self._write_version(cursor, one)
            for passage in one.passages:
                self._write_passage(cursor, passage)
        self.sheet.setAccessibleDescription(_told(compared))
        self.sheet.moveCursor(QTextCursor.MoveOperation.Start)
        self.sheet.setFocus()

    def forget(self) -> None:
        """Nothing of the comparison stays."""
        self.sheet.clear()
        self.sheet.setAccessibleDescription("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _write_version(self, cursor: QTextCursor, one: Compared) -> None:
        look = QTextCharFormat()
        look.setFont(theme.font("section", 600))
        self._begin(cursor, above=12)
        cursor.insertText(_("Text as signed, {version}").format(version=one.version), look)
        self._begin(cursor)
        look = QTextCharFormat()
        look.setFont(theme.font("body"))
        look.setForeground(theme.colour("text2"))
        cursor.insertText(_signed(one), look)

    def _write_passage(self, cursor: QTextCursor, passage: ComparedPassage) -> None:
        caption = QTextCharFormat()
        caption.setFont(theme.font("caption"))
        caption.setForeground(theme.colour("text3"))
        self._begin(cursor, above=12)
        cursor.insertText(_place(passage), caption)
        self._begin(cursor)
        if passage.row:
            hidden = QTextCharFormat(caption)
            hidden.setFont(theme.letter_font(_SIZE))
            cursor.insertText(_hidden(passage), hidden)
        for words in passage.words:
            look = QTextCharFormat()
            look.setFont(theme.letter_font(_SIZE))
            look.setForeground(theme.colour("text"))
            if words.kind is Stretch.REMOVED:
                look.setFontStrikeOut(True)
                look.setForeground(theme.colour("danger"))
                look.setBackground(theme.colour("danger_bg"))
            elif words.kind is Stretch.ADDED:
                look.setFontUnderline(True)
                look.setFontWeight(QFont.Weight.Medium)
                look.setForeground(theme.colour("ok"))
                look.setBackground(theme.colour("ok_bg"))
            cursor.insertText(_named(words.text).replace("\n", "\u2028"), look)

    @staticmethod
    def _begin(cursor: QTextCursor, *, above: int = 0) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(above)
        form.setBottomMargin(4)
        form.setLineHeight(125.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if cursor.position() == 0:
            cursor.setBlockFormat(form)
        else:
            cursor.insertBlock(form)


def _place(passage: ComparedPassage) -> str:
    return _(_KINDS[passage.change.kind]).format(number=passage.change.paragraph)


def _named(text: str) -> str:
    """With the names of its fields; what is left of one that was changed is shown as it is written."""
    return FIELD.sub(lambda found: f"‹{of_field(found[0])}›", text)


def _hidden(passage: ComparedPassage) -> str:
    return _("The name of row {row} stood or stands here (hidden).").format(row=passage.row)


def _signed(one: Compared) -> str:
    if not one.passages:
        return _("The letter says what it said then.")
    said = ngettext("{number} signed it.", "{number} signed it.", one.signed)
    return said.format(number=one.signed)


def _told(compared: Sequence[Compared]) -> str:
    """For screen readers, which tell no colours."""
    lines = []
    for passage in (passage for one in compared for passage in one.passages):
        lines.append(_place(passage))
        if passage.row:
            lines.append(_hidden(passage))
        for words in passage.words:
            if words.kind is Stretch.REMOVED:
                lines.append(_("Taken out: {words}").format(words=_named(words.text).strip()))
            elif words.kind is Stretch.ADDED:
                lines.append(_("New: {words}").format(words=_named(words.text).strip()))
    return "\n".join(lines)
