"""What opens under a text that is being written: where a link leads, what a footnote says."""

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.writing import Block
from desktop_app.files.letter_editor import LetterFile
from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.writing.chips import Label
from desktop_app.ui.writing.writer import Writer

_SCHEME = re.compile(r"(?:https?://|mailto:)\S+\.\S+", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@/]+@[^\s@/]+\.[^\s@/]+")
_SITE = re.compile(r"[^\s/@]+\.[^\s/@]{2,}(?:/\S*)?")
_NOTE_LINES = 4


def address_of(typed: str) -> str | None:
    """The address that somebody typed, whole; empty for none, None for what is no address."""
    typed = typed.strip()
    if not typed or _SCHEME.fullmatch(typed):
        return typed
    if _MAIL.fullmatch(typed):
        return f"mailto:{typed}"
    return f"https://{typed}" if _SITE.fullmatch(typed) else None


class LinkLine(kit.Card):
    """Asks where the chosen text shall lead.

    Signals:
        given: The address; empty takes the link out.
        left: Nothing shall change.
    """

    given = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(margins=8)
        self.address = QLineEdit()
        self.address.setAccessibleName(_("Where the link leads"))
        self.address.setPlaceholderText(_("Web or mail address; nothing takes the link out"))
        self.address.returnPressed.connect(self._give)
        self._said = kit.Text("", "caption", colour="danger")
        self.body.addLayout(
            kit.row(
                kit.Icon("link"),
                self.address,
                self._said,
                kit.button(_("Set the link"), "accented", pressed=self._give),
                kit.icon_button("x", _("Close (Esc)"), self.left.emit),
            )
        )
        self.hide()

    def begin(self, link: str) -> None:
        """Show where it leads now."""
        self._said.setText("")
        self.address.setText(link)
        self.show()
        self.address.selectAll()
        self.address.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        address = address_of(self.address.text())
        if address is None:
            self._said.setText(_("This is no web or mail address."))
        else:
            self.given.emit(address)


class NoteLine(kit.Card):
    """What a footnote says, to be written beside the text.

    Signals:
        changed: It says something else.
        left: The text is gone on with.
        settled: Something else is written on, for the time being.
    """

    changed = Signal()
    left = Signal()
    settled = Signal()

    def __init__(self, label: Label) -> None:
        super().__init__(margins=8)
        self.key = ""
        self.writer = Writer(label, on_paper=False)
        self.writer.setAccessibleName(_("Footnote"))
        self.writer.setFixedHeight(self.writer.fontMetrics().lineSpacing() * _NOTE_LINES + 24)
        self.writer.setTabChangesFocus(True)
        self._title = kit.Text("", weight=500)
        close = kit.icon_button("x", _("Back to the text (Esc)"), self.left.emit)
        self.body.addLayout(kit.row(self._title, None, close))
        self.body.addWidget(self.writer)
        self.writer.changed.connect(self._told)
        self.writer.installEventFilter(self)
        self.hide()

    def show_note(self, letter: LetterFile, key: str, number: str, blocks: tuple[Block, ...]) -> None:
        """Another footnote."""
        self.writer.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.writer.show_letter(letter, blocks)
        self.writer.blockSignals(False)  # noqa: FBT003
        self.key = key
        self._title.setText(_("Footnote {number}").format(number=number))
        self.show()
        self.writer.moveCursor(self.writer.textCursor().MoveOperation.End)
        self.writer.setFocus()

    def say(self, blocks: tuple[Block, ...]) -> None:
        """The footnote that is shown says something else, by a step of the letter."""
        self.writer.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.writer.show_letter(self.writer.letter, blocks)
        self.writer.blockSignals(False)  # noqa: FBT003

    def forget(self) -> None:
        """Another letter is written on, or this one is out of sight: nothing of the note stays."""
        self.key = ""
        self.writer.clear_letter()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut and self.key:
            self.settled.emit()
        return super().eventFilter(watched, event)

    def _told(self) -> None:
        # Colours that are drawn anew are told as changes as well.
        if self.key and self.writer.document().isModified():
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
