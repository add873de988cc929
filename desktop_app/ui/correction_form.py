"""In the panel: one thing that the coordinator knows better of a recipient."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop_app.domain.recipient import Correction, Recipient
from desktop_app.support.i18n import N_, _
from desktop_app.ui import kit, theme
from desktop_app.ui.typed_texts import is_put_away, use_anew


class Part(Enum):
    """What can be corrected."""

    ADDRESS = "address"
    NAME = "name"
    EMAIL = "email"
    PARAGRAPH = "paragraph"


_TITLES = {
    Part.ADDRESS: N_("Correct the address"),
    Part.NAME: N_("Add a name"),
    Part.EMAIL: N_("Add e-mail"),
    Part.PARAGRAPH: N_("Extra paragraph"),
}
_HINTS = {
    Part.ADDRESS: N_("One line of the block to a line. It replaces the whole block, in every language."),
    Part.NAME: N_("It is printed over the office. How the person is addressed is chosen above."),
    Part.EMAIL: N_("For the draft message; it is never printed."),
    Part.PARAGRAPH: N_("Only this recipient's letter has it."),
}


def shown_for(part: Part, known: Correction, recipient: Recipient) -> tuple[str, ...]:
    """All that would stand in the form, lines also as one: a name may go over two."""
    if part is Part.ADDRESS:
        return (*recipient.address, " ".join(recipient.address), known.salutation)
    lines = str(getattr(known, part.value)).splitlines()
    return (*lines, " ".join(lines))


class CorrectionForm(kit.Card):
    """Shown in place of the buttons while something is typed.

    Signals:
        entered: The correction as it is now.
        closed: Nothing is to be changed.
    """

    entered = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(margins=16, spacing=8)
        self._part = Part.ADDRESS
        self._known = Correction(0)
        self._printed: tuple[str, ...] = ()
        self._title = kit.section("")
        self._line = QLineEdit()
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._salutation = QLineEdit()
        self._with_salutation = kit.labelled(_("Salutation"), self._salutation)
        self._hint = kit.caption(wraps=True)
        self._keep = kit.button(_("Keep"), "accented", pressed=self._enter)
        self._reset = kit.button(_("As the tables say"), "link", pressed=self._forget)
        cancel = kit.button(_("Cancel"), "quiet", pressed=self.closed.emit)
        for field in (self._line, self._salutation):
            field.returnPressed.connect(self._enter)
        for part in (self._title, self._line, self._text):
            self.body.addWidget(part)
        self.body.addWidget(self._hint)
        self.body.addLayout(self._with_salutation)
        self.body.addLayout(kit.row(self._keep, cancel, None, self._reset, spacing=4))

    @property
    def part(self) -> Part:
        """What is being corrected."""
        return self._part

    @property
    def texts(self) -> tuple[str, ...]:
        """All that stands in its fields at present, lines also as one: a name may go over two."""
        lines = self._text.toPlainText().splitlines()
        return (self._line.text(), self._salutation.text(), *lines, " ".join(lines))

    def clear(self) -> None:
        """Nothing stays in its fields, and nothing comes back into them."""
        for field in (self._line, self._text, self._salutation):
            use_anew(field)
            field.setPlaceholderText("")

    def begin(self, part: Part, known: Correction, recipient: Recipient, remark: str = "") -> None:
        """Ask for one part of what is known of a recipient."""
        self.clear()
        self._part, self._known, self._printed = part, known, recipient.address
        self._title.setText(_(_TITLES[part]))
        self._hint.setText(" ".join(filter(None, (_(_HINTS[part]), remark))))
        self._hint.set_colour("text3")
        lines = part in (Part.ADDRESS, Part.PARAGRAPH)
        self._line.setVisible(not lines)
        self._text.setVisible(lines)
        self._show_salutation(shown=part is Part.ADDRESS)
        if part is Part.ADDRESS:
            self._salutation.setText(known.salutation)
            self._salutation.setModified(True)
            self.show_salutation(recipient.salutation)
        value = "\n".join(recipient.address) if part is Part.ADDRESS else str(getattr(known, part.value))
        field = self._text if lines else self._line
        field.setAccessibleName(_(_TITLES[part]))
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(value)
            rows = max(4, min(8, value.count("\n") + 2))
            # Room for so many lines; a longer text scrolls.
            field.setFixedHeight(QFontMetrics(theme.font("body")).lineSpacing() * rows + 20)
            # What stands here may hold a name as much as what will be typed.
            field.document().setModified(True)
        else:
            field.setText(value)
            field.setModified(True)
        self._reset.setVisible(part is Part.ADDRESS and bool(known.address or known.salutation))
        self.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_salutation(self, printed: str) -> None:
        """What is printed where nothing else is typed."""
        if self._part is Part.ADDRESS and not is_put_away(self._salutation):
            self._salutation.setPlaceholderText(printed)

    def _show_salutation(self, *, shown: bool) -> None:
        for place in range(self._with_salutation.count()):
            item = self._with_salutation.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setVisible(shown)

    def _enter(self) -> None:
        if any(map(is_put_away, (self._line, self._text, self._salutation))):
            return
        known, typed = self._known, self._line.text().strip()
        if self._part is Part.EMAIL and typed and ("@" not in typed or " " in typed):
            self._hint.setText(_("This is no e-mail address."))
            self._hint.set_colour("danger")
            return
        changes: dict[Part, Callable[[], Correction]] = {
            Part.ADDRESS: self._with_address,
            Part.NAME: lambda: replace(known, name=typed),
            Part.EMAIL: lambda: replace(known, email=typed),
            Part.PARAGRAPH: lambda: replace(known, paragraph=self._text.toPlainText()),
        }
        self.entered.emit(changes[self._part]())

    def _with_address(self) -> Correction:
        lines = tuple(line.strip() for line in self._text.toPlainText().splitlines() if line.strip())
        # What is as the tables have it goes on following them: into another language, to another seat.
        address = self._known.address if lines == self._printed else lines
        return replace(self._known, address=address, salutation=self._salutation.text())

    def _forget(self) -> None:
        self.entered.emit(replace(self._known, address=(), salutation=""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers & Qt.KeyboardModifier.ControlModifier:
            self._enter()
        else:
            super().keyPressEvent(event)
