"""A list to choose from and a day to choose, each with the sign that says so; the style sheet draws none."""

from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QDateTimeEdit, QWidget

from desktop_app.ui import icons, theme

_ROOM = 20
"""Pixels between the far edge and the beginning of the sign."""


class Choice(QComboBox):
    """A list that opens."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _sign(self, "chevron-down", 14)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a page that is scrolled must not change anything


class DayChoice(QDateEdit):
    """A day, typed or taken from a calendar."""

    def __init__(self) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setKeyboardTracking(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _sign(self, "calendar", 14)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class MomentChoice(QDateTimeEdit):
    """A day, typed or taken from a calendar, and a time of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setCalendarPopup(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _sign(self, "calendar", 14)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _sign(control: QWidget, name: str, size: int) -> None:
    painter = QPainter(control)
    picture = icons.pixmap(
        name, "text2" if control.isEnabled() else "text3", size, control.devicePixelRatioF()
    )
    left = _ROOM - size if theme.is_right_to_left() else control.width() - _ROOM - 2
    painter.drawPixmap(left, (control.height() - size) // 2, picture)
    painter.end()
