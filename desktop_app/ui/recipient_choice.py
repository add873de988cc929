"""One list to choose from: bodies, regions, offices and states, found by typing a part of the name."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy

from desktop_app.domain.sorting import sort_key
from desktop_app.files.reference_data import Reference
from desktop_app.support.i18n import _, language
from desktop_app.ui import icons, theme
from desktop_app.ui.choice import Choice
from desktop_app.wording.recipients import BODIES, OFFICES, REGIONS, of_entry, of_state

_ENTRY = Qt.ItemDataRole.UserRole


class RecipientChoice(Choice):
    """Names what ``Request.to`` may hold.

    Signals:
        picked: The entry that was chosen by hand.
        given_up: Nothing was chosen, and Esc was pressed.
    """

    picked = Signal(str)
    given_up = Signal()

    def __init__(self, reference: Reference) -> None:
        super().__init__()
        self._shown = ""
        model = QStandardItemModel(self)
        for title, icon, entries in _groups(reference):
            model.appendRow(_heading(title))
            for entry, name in entries:
                item = QStandardItem(icons.icon(icon), name)
                item.setData(entry, _ENTRY)
                model.appendRow(item)
        self.setModel(model)
        self._typed = QLineEdit()
        self.setLineEdit(self._typed)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self._typed.setPlaceholderText(_("Type a body, a region or a state"))
        completer = QCompleter(model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setMaxVisibleItems(12)
        self.setCompleter(completer)
        self.setCurrentIndex(-1)
        self.activated.connect(self._activated)
        self._typed.returnPressed.connect(self._entered)

    def show_entry(self, entry: str, name: str = "") -> None:
        """Say what is chosen; a list of one's own has only its name."""
        self._shown = name or entry
        place = self.findData(entry, _ENTRY) if entry else -1
        self.setCurrentIndex(place)
        if place < 0:
            self.setEditText(self._shown)
        else:
            self._shown = self.itemText(place)
        self._typed.setCursorPosition(0)
        self.setToolTip(self._shown)

    def needed_width(self) -> int:
        """Pixels in which what is chosen can be read whole, with its icon and the sign of the list."""
        return self.fontMetrics().horizontalAdvance(self._shown) + 72

    def begin(self) -> None:
        """Put the cursor where one types."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._typed.selectAll()

    def _activated(self, place: int) -> None:
        entry = self.itemData(place, _ENTRY)
        if entry:
            self.picked.emit(str(entry))

    def _entered(self) -> None:
        """Enter takes the first that fits; what the list of suggestions gives has come already."""
        typed = self.currentText().strip().casefold()
        if not typed or self.currentText() == self._shown:
            return
        texts = [self.itemText(place).casefold() for place in range(self.count())]
        fits = [n for n, text in enumerate(texts) if self.itemData(n, _ENTRY) and typed in text]
        fits.sort(key=lambda n: (texts[n] != typed, not texts[n].startswith(typed), n))
        if fits:
            self._activated(fits[0])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.setEditText(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setEditText(self._shown)
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


def _groups(reference: Reference) -> Iterable[tuple[str, str, list[tuple[str, str]]]]:
    yield _("Bodies"), "landmark", [(entry, of_entry(reference, entry)) for entry in BODIES]
    yield _("Regions"), "globe", [(entry, of_entry(reference, entry)) for entry in REGIONS]
    single = [entry for entry in OFFICES if entry in reference.offices.single]
    yield _("Offices"), "user", [(entry, of_entry(reference, entry)) for entry in single]
    states = [(iso3, of_state(reference, iso3, listed=True)) for iso3 in reference.states]
    yield _("States"), "mail", sorted(states, key=lambda state: sort_key(state[1], language()))


def _heading(title: str) -> QStandardItem:
    item = QStandardItem(title)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setFont(theme.font("caption", 600))
    return item
