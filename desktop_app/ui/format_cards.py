"""What an export shall hold: a card for each format, at least one of them ticked."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.services.formatting import FORMATS
from desktop_app.support.i18n import N_, _, ngettext
from desktop_app.ui import kit
from desktop_app.ui.tick import Tick

_WORDS: Mapping[str, tuple[str, str, str]] = {
    "docx": ("file-text", N_("Word"), N_("The letters, to be worked on")),
    "pdf": ("file-down", N_("PDF"), N_("The same letters, for missions and archives")),
    "eml": ("mail", N_("E-mail drafts"), N_("Addressed, with the PDF; you send them")),
    "zip": ("file-archive", N_("One ZIP archive"), N_("All letters in one file, to pass on")),
    "html": ("globe", N_("Public copy: web page"), N_("To nobody in particular, in each language")),
    "txt": ("text-align-start", N_("Public copy: plain text"), N_("The same, for pasting anywhere")),
}
_THREE_ABREAST = 560
"""Pixels from which three cards stand side by side, at our own size of text."""


def of_format(kind: str) -> str:
    """What a format is called."""
    return _(_WORDS[kind][1])


class FormatCards(QWidget):
    """A choice of formats.

    Signals:
        changed: Others are ticked, by hand.
        recipients_asked: The addresses that drafts lack are to be typed.
    """

    changed = Signal()
    recipients_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cards = {kind: FormatCard(*_WORDS[kind]) for kind in FORMATS}
        self._possible: Collection[str] = FORMATS
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._no_office = _Line("info", "text2")
        self._no_office.words.setText(
            _("PDF and e-mail drafts need LibreOffice, which is not there: install it from libreoffice.org.")
        )
        self._no_address = _Line("triangle-alert", "warn")
        link = kit.button(_("Go to the recipients"), "link", pressed=self.recipients_asked.emit)
        self._no_address.line.addWidget(link)
        heading = kit.Text(_("Formats"), weight=600)
        self.setLayout(kit.column(heading, self._grid, self._no_office, self._no_address, spacing=8))
        self._without = 0
        for card in self.cards.values():
            card.box.toggled.connect(self._toggled)
        self.tick(("docx",))

    @property
    def ticked(self) -> tuple[str, ...]:
        """The formats that are asked for, in their order."""
        return tuple(kind for kind, card in self.cards.items() if card.box.isChecked())

    @property
    def said(self) -> str:
        """What stands under the cards."""
        lines = (self._no_office, self._no_address)
        return "\n".join(line.words.text() for line in lines if not line.isHidden())

    def tick(self, formats: Collection[str]) -> None:
        """Ask for these, as far as they can be made; for Word letters where none of them can."""
        wanted = set(formats) & set(self._possible) or {"docx"}
        for kind, card in self.cards.items():
            card.box.blockSignals(True)  # noqa: FBT003 - Qt's
            card.box.setChecked(kind in wanted)
            card.box.blockSignals(False)  # noqa: FBT003 - Qt's
        self._show_lines()

    def allow(self, possible: Collection[str]) -> None:
        """Which can be made on this computer; the others cannot be ticked."""
        self._possible = possible
        for kind, card in self.cards.items():
            card.allow(allowed=kind in possible)
        if not set(self.ticked) <= set(possible):
            self.tick(self.ticked)
        self._show_lines()

    def show_without_address(self, number: int) -> None:
        """To so many recipients a draft would have no address."""
        self._without = number
        self._show_lines()

    def focus_first(self) -> None:
        """Put the cursor where a format is chosen."""
        self.cards[FORMATS[0]].box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _toggled(self) -> None:
        self._show_lines()
        self.changed.emit()

    def _show_lines(self) -> None:
        self._no_office.setVisible(not set(FORMATS) <= set(self._possible))
        self._no_address.setVisible(bool(self._without) and "eml" in self.ticked)
        said = ngettext(
            "{number} recipient has no e-mail address: you type it in the draft.",
            "{number} recipients have no e-mail address: you type it in each draft.",
            self._without,
        )
        self._no_address.words.setText(said.format(number=self._without))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 3 if event.size().width() >= _THREE_ABREAST * kit.scale() else 2
        if columns == self._columns:
            return
        self._columns = columns
        for at, card in enumerate(self.cards.values()):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, at // columns, at % columns)
        for at in range(3):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)


class FormatCard(kit.Card):
    """One format: its tick, its word, what it is. A click anywhere on it ticks."""

    def __init__(self, icon: str, word: str, said: str) -> None:
        super().__init__(margins=12, spacing=2)
        self.box = Tick()
        self.box.setAccessibleName(_(word))
        self.box.setAccessibleDescription(_(said))
        self._icon, self._icon_name = kit.Icon(icon, "link", 18), icon
        self._word = kit.Text(_(word), weight=500, wraps=True)
        words = kit.column(self._word, kit.caption(_(said), wraps=True), None, spacing=0)
        head = kit.row(kit.column(self.box, None), kit.column(self._icon, None), words, spacing=8)
        head.setStretchFactor(words, 1)
        self.body.addLayout(head)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def allow(self, *, allowed: bool) -> None:
        """Whether it can be ticked."""
        self.setEnabled(allowed)
        self._icon.show_icon(self._icon_name, "link" if allowed else "text3")
        self._word.set_colour("text" if allowed else "text3")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box.toggle()


class _Line(QWidget):
    """An icon and a sentence under the cards."""

    def __init__(self, icon: str, colour: str) -> None:
        super().__init__()
        self.words = kit.Text("", colour="text2", wraps=True)
        self.line = kit.row(kit.Icon(icon, colour), self.words)
        self.line.setStretchFactor(self.words, 1)
        self.setLayout(self.line)
