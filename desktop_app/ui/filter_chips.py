"""Which rows of the list are shown: one word and its number for each state."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from desktop_app.support.i18n import N_, _
from desktop_app.ui import icons, kit
from desktop_app.ui.list_index import Show

_CHIPS = {
    Show.ALL: (N_("All"), ""),
    Show.NAMED: (N_("Named"), "eye"),
    Show.ANONYMOUS: (N_("Anonymous"), "eye-off"),
    Show.PENDING: (N_("Pending"), "clock"),
    Show.WITHDRAWN: (N_("Withdrawn"), "user-minus"),
    Show.TO_CHECK: (N_("To check"), "triangle-alert"),
}


class FilterChips(QWidget):
    """One of them holds.

    Signals:
        chosen: What to show.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Show"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._group = QButtonGroup(self)
        self._chips: dict[Show, QPushButton] = {}
        for number, (show, (text, icon)) in enumerate(_CHIPS.items()):
            chip = kit.button(_(text), "chip")
            if icon:
                chip.setIcon(icons.icon(icon, "warn" if show is Show.TO_CHECK else "text2"))
            chip.setCheckable(True)
            if show is Show.TO_CHECK:
                chip.setToolTip(_("Rows of which something must be settled or looked at"))
            self._group.addButton(chip, number)
            self._chips[show] = chip
            layout.addWidget(chip)
        layout.addStretch(1)
        self._chips[Show.ALL].setChecked(True)
        shows = list(_CHIPS)
        self._group.idClicked.connect(lambda number: self.chosen.emit(shows[number]))

    def choose(self, show: Show) -> None:
        """Have another one hold."""
        kit.hold(self._group, self._chips[show])
        self.chosen.emit(show)

    def show_numbers(self, numbers: Mapping[Show, int]) -> None:
        """How many rows each would show; one that shows none and is not chosen gives way."""
        for show, chip in self._chips.items():
            number = numbers.get(show, 0)
            blank = " " if _CHIPS[show][1] else ""
            chip.setText(f"{blank}{_(_CHIPS[show][0])}  {number}")
            chip.setAccessibleName(f"{_(_CHIPS[show][0])} {number}")
            chip.setVisible(
                bool(number) or show in (Show.ALL, Show.NAMED, Show.ANONYMOUS) or chip.isChecked()
            )
