"""Finds words in a text that is being written, and puts others in their place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout

from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.writing.formats import for_typing
from desktop_app.ui.writing.writer import Writer


class FindBar(kit.Card):
    """Over a ``Writer``. Escape puts it away."""

    def __init__(self, writer: Writer) -> None:
        super().__init__(margins=8)
        self._writer = writer
        self.words, self.other = QLineEdit(), QLineEdit()
        for field, name in ((self.words, _("Find")), (self.other, _("Replace with"))):
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
        self.whole = QCheckBox(_("Whole words"))
        self.found = kit.caption()
        self.words.textChanged.connect(lambda _text: self._show_found())
        self.words.returnPressed.connect(lambda: self.go(1))
        self.other.returnPressed.connect(self.replace)
        self.whole.toggled.connect(lambda _on: self._show_found())
        lines = QVBoxLayout()
        lines.addLayout(
            kit.row(
                self.words,
                self.found,
                kit.icon_button("chevron-up", _("The one before"), lambda: self.go(-1)),
                kit.icon_button("chevron-down", _("The next one"), lambda: self.go(1)),
                self.whole,
                kit.icon_button("x", _("Close (Esc)"), self.leave),
            )
        )
        replace_all = kit.button(_("Replace all"), pressed=self.replace_all)
        lines.addLayout(
            kit.row(self.other, kit.button(_("Replace"), pressed=self.replace), replace_all, None)
        )
        self.body.addLayout(lines)
        self.hide()

    def begin(self) -> None:
        """Ask for the words; those that are chosen in the text stand there already."""
        chosen = self._writer.textCursor().selectedText()
        if chosen and "\N{PARAGRAPH SEPARATOR}" not in chosen:
            self.words.setText(chosen)
        self.show()
        self.words.selectAll()
        self.words.setFocus()
        self._show_found()

    def leave(self) -> None:
        """Back to the text."""
        self.hide()
        self._writer.setFocus()

    def go(self, way: int) -> None:
        """Choose the next place, or the one before; round the end of the text."""
        places = self._places()
        if not places:
            self._show_found()
            return
        cursor = self._writer.textCursor()
        if way > 0:
            place = next((one for one in places if one.selectionStart() >= cursor.selectionEnd()), places[0])
        else:
            before = [one for one in places if one.selectionEnd() <= cursor.selectionStart()]
            place = before[-1] if before else places[-1]
        self._writer.setTextCursor(place)
        self._show_found()

    def replace(self) -> None:
        """Put the other words in the place of the chosen ones, and go to the next."""
        cursor = self._writer.textCursor()
        if any(_same(cursor, place) for place in self._places()):
            cursor.insertText(self.other.text(), for_typing(cursor.charFormat()))
        self.go(1)

    def replace_all(self) -> None:
        """Put the other words everywhere, as one step."""
        places = self._places()
        edit = QTextCursor(self._writer.document())
        edit.beginEditBlock()
        for place in reversed(places):
            place.insertText(self.other.text(), for_typing(place.charFormat()))
        edit.endEditBlock()
        self.found.setText(_("{number} replaced").format(number=len(places)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _places(self) -> list[QTextCursor]:
        words = self.words.text()
        if not words:
            return []
        flags = QTextDocument.FindFlag(0)
        if self.whole.isChecked():
            flags = QTextDocument.FindFlag.FindWholeWords
        document = self._writer.document()
        places = []
        place = document.find(words, 0, flags)
        while not place.isNull():
            places.append(place)
            place = document.find(words, place, flags)
        return places

    def _show_found(self) -> None:
        places = self._places()
        if not self.words.text():
            self.found.setText("")
        elif not places:
            self.found.setText(_("Not found"))
        else:
            cursor = self._writer.textCursor()
            at = next((n for n, one in enumerate(places, 1) if _same(one, cursor)), 0)
            self.found.setText(_("{at} of {number}").format(at=at or "–", number=len(places)))


def _same(one: QTextCursor, other: QTextCursor) -> bool:
    return (one.selectionStart(), one.selectionEnd()) == (other.selectionStart(), other.selectionEnd())
