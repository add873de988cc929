"""Whom the letter is for: bodies, regions and states, on which day, in which way."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QDate, QLocale, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop_app.domain.campaign import Request
from desktop_app.files.reference_data import LANGUAGES, Reference
from desktop_app.services.recognising import SEATS
from desktop_app.services.requesting import (
    bodies_of,
    not_sent_to,
    sent_also_to,
    sent_in_way,
    sent_to,
    ways,
)
from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.choice import Choice, DayChoice
from desktop_app.ui.flow import Flow
from desktop_app.ui.recipient_choice import RecipientChoice
from desktop_app.wording.languages import of_language
from desktop_app.wording.recipients import OFFICES, of_entry
from desktop_app.wording.recipients import SEATS as SEAT_NAMES

_SETTLE = 500
"""Milliseconds: a day that is stepped to is asked for when the steps have ended."""


class RecipientControls(QWidget):
    """Shows a request, and says what would be another.

    Attributes:
        more: Shows or hides what is rarely asked for; it stands in the header of the page.

    Signals:
        asked: The request as it should be.
    """

    asked = Signal(object)

    def __init__(self, reference: Reference) -> None:
        super().__init__()
        self._reference = reference
        self._request = Request()
        self._letter_day: dt.date | None = None
        self._adds = False
        self.choice = RecipientChoice(reference)
        self.day = DayChoice()
        self.way = kit.Segments(
            _("Letters"),
            (("each", _("Each member")), ("body", _("The body")), ("president", _("Its president"))),
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE)
        self._timer.timeout.connect(self._ask_day)
        self._lay_out()
        self.choice.picked.connect(self._picked)
        self.choice.given_up.connect(self.stop_adding)
        self.day.dateChanged.connect(lambda _day: self._timer.start())
        self.way.chosen.connect(lambda way: self.asked.emit(sent_in_way(self._request, way)))

    # Building

    def _lay_out(self) -> None:
        self._to_label = kit.Text("", colour="text2", weight=500)
        self._to_label.setBuddy(self.choice)
        to = QWidget()
        to.setLayout(kit.column(self._to_label, self.choice, spacing=4))
        self._day_field = _field(_("As it stood on"), self.day)
        self.day.setDisplayFormat(_day_format())
        self.day.lineEdit().setAccessibleName(_("As it stood on"))
        self.choice.ensurePolished()
        self.day.setMaximumHeight(self.choice.sizeHint().height())
        self._way_field = _field(_("Letters"), self.way)
        self.more = kit.icon_button("settings", _("Office and language"))
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_more)
        line = Flow(to, self._day_field, self._way_field, spacing=12)
        self._chips = Flow(spacing=8)
        self._chip_line = QWidget()
        self._chip_line.setLayout(self._chips)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(line)
        layout.addWidget(self._chip_line)
        layout.addWidget(self._special())
        self._name_choice()

    def _special(self) -> QWidget:
        """What is rarely asked for: another office, another seat, one language for all."""
        self._office, self._seat, self._language = Choice(), Choice(), Choice()
        states = self._reference.offices.of_states
        _fill(self._office, _("The body’s own"), [(o, _(OFFICES[o])) for o in states])
        _fill(self._seat, _("Where it sits"), [(s, _(SEAT_NAMES[s])) for s in SEATS])
        _fill(self._language, _("As each mission asks"), [(c, of_language(c)) for c in LANGUAGES])
        self._office.activated.connect(lambda _at: self._set(office=self._office.currentData(), seat=""))
        self._seat.activated.connect(lambda _at: self._set(seat=self._seat.currentData()))
        self._language.activated.connect(lambda _at: self._set(language=self._language.currentData()))
        self._special_line = QWidget()
        self._special_line.setLayout(
            Flow(
                _field(_("Office"), self._office),
                _field(_("Seat"), self._seat),
                _field(_("Language for all"), self._language),
                spacing=12,
            )
        )
        self._special_line.hide()
        return self._special_line

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit(event.size().width())
        super().resizeEvent(event)

    def _fit(self, width: int) -> None:
        """The name has what the day and the way leave it; where that is too little they go below."""
        fields = (self._day_field, self._way_field)
        others = sum(field.sizeHint().width() + 12 for field in fields if not field.isHidden())
        least, most = (round(pixels * kit.scale()) for pixels in (200, 340))
        needed = max(least, self.choice.needed_width())
        self.choice.setMinimumWidth(max(needed, min(most, width - others)))

    def _show_more(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._special_line.setVisible(on)

    # Showing

    def show_request(self, request: Request, letter_day: dt.date | None, today: dt.date) -> None:
        """What is asked for now."""
        self._request, self._letter_day = request, letter_day
        self._adds = False
        self._name_choice()
        one = request.to[0] if len(request.to) == 1 else ""
        several = _("{number} chosen").format(number=len(request.to)) if len(request.to) > 1 else ""
        self.choice.show_entry(self._key(one), of_entry(self._reference, one) if one else several)
        self._show_chips()
        day = request.on or letter_day or today
        self.day.blockSignals(True)  # noqa: FBT003 - Qt's
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.day.blockSignals(False)  # noqa: FBT003
        self._timer.stop()
        has_bodies = bool(bodies_of(request, self._reference))
        self._day_field.setVisible(has_bodies)
        self._way_field.setVisible(has_bodies)
        self._fit(self.width())
        self.way.choose(request.way)
        self.way.allow(ways(request, self._reference), _("It has no president that letters go to."))
        special = (
            (self._office, request.office),
            (self._seat, request.seat),
            (self._language, request.language),
        )
        for choice, value in special:
            choice.setCurrentIndex(max(0, choice.findData(value)))
        if any(value for _choice, value in special):
            self.more.setChecked(True)

    def begin(self) -> None:
        """Choose whom it is for."""
        self.choice.begin()

    def add(self) -> None:
        """Choose somebody besides."""
        self._adds = bool(self._request.to)
        self._name_choice()
        self.choice.show_entry("")
        self.choice.begin()

    def stop_adding(self) -> None:
        """What is chosen stays as it is."""
        if self._adds:
            self.show_request(self._request, self._letter_day, self._shown_day())

    def _name_choice(self) -> None:
        word = _("Also to") if self._adds else _("To")
        self._to_label.setText(word)
        self.choice.setAccessibleName(word)

    def _show_chips(self) -> None:
        kit.clear(self._chips)
        several = len(self._request.to) > 1
        self._chip_line.setVisible(several)
        for entry in self._request.to if several else ():
            name = of_entry(self._reference, entry)
            chip = kit.button(name, "chip", icon="x", pressed=self._remover(entry))
            chip.setAccessibleName(_("Take out {name}").format(name=name))
            chip.setToolTip(chip.accessibleName())
            self._chips.addWidget(chip)

    # What somebody does

    def _picked(self, entry: str) -> None:
        if self._adds:
            self.asked.emit(sent_also_to(self._request, (entry,), self._reference))
        elif [self._key(name) for name in self._request.to] != [entry]:
            self.asked.emit(sent_to(self._request, entry, self._reference))

    def _remover(self, entry: str) -> Callable[[], None]:
        return lambda: self.asked.emit(not_sent_to(self._request, entry, self._reference))

    def _ask_day(self) -> None:
        day = self._shown_day()
        if day != (self._request.on or self._letter_day):
            self.asked.emit(replace(self._request, on=None if day == self._letter_day else day))

    def _shown_day(self) -> dt.date:
        day = self.day.date()
        return dt.date(day.year(), day.month(), day.day())

    def _set(self, **changes: str) -> None:
        changed = replace(self._request, **changes)  # type: ignore[arg-type]  # the three texts of it
        if changed != self._request:
            self.asked.emit(changed)

    def _key(self, entry: str) -> str:
        """An entry as the list to choose from has it."""
        name = "-".join(entry.lower().replace("_", " ").split())
        is_named = name in self._reference.bodies or name in self._reference.offices.single
        return name if is_named else self._reference.find_state(entry) or entry


def _field(text: str, control: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(kit.labelled(text, control))
    return made


def _fill(choice: QComboBox, usual: str, others: list[tuple[str, str]]) -> None:
    choice.addItem(usual, "")
    for key, word in others:
        choice.addItem(word, key)


def _day_format() -> str:
    """Days as the system writes them, the month in letters and the year in full."""
    asked = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    return "d MMMM yyyy" if "dddd" in asked or "yyyy" not in asked else asked
