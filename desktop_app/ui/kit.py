"""The small pieces that all pages are made of: texts, buttons, cards, a choice of a few."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui import icons, theme

MARGIN = 24
"""Pixels around a page."""


def scale() -> float:
    """How much larger than ours the system's text is; widths grow with it."""
    return theme.font("body").pixelSize() / 13


class Text(QLabel):
    """Plain text; nothing in it is ever read as rich text.

    Args:
        kind: ``title``, ``section``, ``body``, ``caption``, ``figure``.
        colour: ``text``, ``text2``, ``text3``, ``link``, ``danger``, ``warn`` or ``ok``.
    """

    def __init__(
        self,
        text: str = "",
        kind: str = "body",
        *,
        colour: str = "text",
        weight: int = 400,
        wraps: bool = False,
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(kind, weight))
        self.setWordWrap(wraps)
        self.setProperty("tone", colour)

    def set_colour(self, colour: str) -> None:
        """Another token's colour."""
        self.setProperty("tone", colour)
        repolish(self)


def repolish(widget: QWidget) -> None:
    """Have the style sheet look again at a widget whose property has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def title(text: str) -> Text:
    """A page's title."""
    return Text(text, "title", weight=600)


def section(text: str) -> Text:
    """The title of a part of a page."""
    return Text(text, "section", weight=600)


def caption(text: str = "", *, wraps: bool = False) -> Text:
    """Small text that explains."""
    return Text(text, "caption", colour="text3", wraps=wraps)


class Icon(QWidget):
    """An icon that stands by itself beside a word."""

    def __init__(self, name: str, colour: str = "text2", size: int = 16) -> None:
        super().__init__()
        self._name, self._colour = name, colour
        self.setFixedSize(size, size)

    def show_icon(self, name: str, colour: str) -> None:
        """Another one."""
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(
            0, 0, icons.pixmap(self._name, self._colour, self.width(), self.devicePixelRatioF())
        )
        painter.end()


class Button(QPushButton):
    """A button that Enter presses as well as Space; Qt leaves that to dialogs."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


_ON = {"primary": "on_accent", "accented": "link", "link": "link"}


def button(
    text: str, kind: str = "secondary", *, icon: str = "", pressed: Callable[[], object] | None = None
) -> QPushButton:
    """A button: ``primary`` (one on a page), ``secondary``, ``accented``, ``quiet`` or ``link``."""
    # A style sheet leaves no room between icon and word.
    made = Button(f" {text}" if icon and text else text)
    made.setAccessibleName(text)
    made.setProperty("kind", kind)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        made.setIcon(icons.icon(icon, _ON.get(kind, "text2")))
        made.setIconSize(QSize(16, 16))
    if pressed is not None:
        made.clicked.connect(lambda _checked=False: pressed())
    return made


def dress_button(made: QPushButton, text: str, kind: str, icon: str = "") -> None:
    """Another word, kind and icon for a button."""
    made.setText(f" {text}" if icon else text)
    made.setAccessibleName(text)
    made.setProperty("kind", kind)
    made.setIcon(icons.icon(icon, _ON.get(kind, "text2")) if icon else QIcon())
    repolish(made)


def icon_button(icon: str, name: str, pressed: Callable[[], object] | None = None) -> QPushButton:
    """A button without a word; ``name`` is its tool tip and what a screen reader says."""
    made = button("", "icon", icon=icon, pressed=pressed)
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


class Card(QFrame):
    """A white sheet with a thin edge, and a layout in it."""

    def __init__(self, *, margins: int = 16, spacing: int = 8, kind: str = "card") -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margins, margins, margins, margins)
        self.body.setSpacing(spacing)


def rule(*, upright: bool = False) -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setProperty("kind", "rule")
    if upright:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


def row(*parts: QWidget | QLayout | int | None, spacing: int = 8) -> QHBoxLayout:
    """Parts side by side: a number is a space, None one that stretches."""
    made = QHBoxLayout()
    _fill(made, parts, spacing)
    return made


def column(*parts: QWidget | QLayout | int | None, spacing: int = 8) -> QVBoxLayout:
    """Parts one above the other: a number is a space, None one that stretches."""
    made = QVBoxLayout()
    _fill(made, parts, spacing)
    return made


def _fill(layout: QBoxLayout, parts: Sequence[QWidget | QLayout | int | None], spacing: int) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)


def scrolling(*parts: QWidget | QLayout | int | None, spacing: int = 16) -> QScrollArea:
    """Parts below each other that scroll where there is no room for all of them."""
    inside = QWidget()
    layout = column(*parts, spacing=spacing)
    layout.setContentsMargins(0, 0, 0, 20)
    inside.setLayout(layout)
    scrolls = QScrollArea()
    scrolls.setWidgetResizable(True)
    scrolls.setFrameShape(QFrame.Shape.NoFrame)
    scrolls.setWidget(inside)
    return scrolls


def labelled(text: str, control: QWidget) -> QVBoxLayout:
    """A control with its label above it, which belongs to it for the keyboard and for screen readers."""
    label = Text(text, "body", colour="text2", weight=500)
    label.setBuddy(control)
    control.setAccessibleName(text)
    return column(label, control, spacing=4)


def hold(group: QButtonGroup, button: QAbstractButton) -> None:
    """Have another button of a group hold. The Tab key stops at it, which Qt sees to for clicks only."""
    button.setChecked(True)
    for other in group.buttons():
        policy = Qt.FocusPolicy.StrongFocus if other is button else Qt.FocusPolicy.ClickFocus
        other.setFocusPolicy(policy)


_SEGMENT_SIDES = 14
"""Pixels at both ends of a segment: its padding, its edge and one to spare."""


class Segments(QFrame):
    """A choice of two to four, of which one holds.

    Signals:
        chosen: The key of the one that was chosen by hand.
    """

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setProperty("kind", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._keys = [key for key, _ in choices]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for number, (_, text) in enumerate(choices):
            part = button(text, "segment")
            part.setCheckable(True)
            part.setAccessibleName(f"{name}: {text}")
            # The one that holds is bold, which the width that Qt thinks of does not know.
            bold = QFontMetrics(theme.font("body", 600)).horizontalAdvance(text)
            part.setMinimumWidth(bold + 2 * _SEGMENT_SIDES)
            self._group.addButton(part, number)
            layout.addWidget(part)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._keys[number]))

    def choose(self, key: str) -> None:
        """Have another one hold, without a signal."""
        hold(self._group, self._group.button(self._keys.index(key)))

    def allow(self, keys: Collection[str], why_not: str) -> None:
        """Which of them can be chosen; of the others it is said why they cannot."""
        for number, key in enumerate(self._keys):
            part = self._group.button(number)
            part.setEnabled(key in keys)
            part.setToolTip("" if key in keys else why_not)

    @property
    def choice(self) -> str:
        """The key of the one that holds."""
        return self._keys[self._group.checkedId()]


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
