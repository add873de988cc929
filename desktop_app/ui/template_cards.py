"""The starter letters as cards, each with a picture of its first page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.support import resources
from desktop_app.support.i18n import N_, _
from desktop_app.ui import icons, theme

_PAGE = QSize(150, 212)
_PADDING = 16
_LINES = 3


@dataclass(frozen=True, slots=True)
class Starter:
    """A starter letter: the name of its folder, and what the card says."""

    name: str
    title: str
    line: str


STARTERS = (
    Starter(
        "security-council-letter",
        N_("Letter to the Security Council"),
        N_("Addressed, numbered list, members nested"),
    ),
    Starter(
        "member-states-open-letter",
        N_("Open letter to Member States"),
        N_("Re: line, bulleted asks, one signature"),
    ),
    Starter(
        "anniversary-statement",
        N_("Anniversary statement"),
        N_("“N organizations said today”, quotations, names"),
    ),
    Starter(
        "government-joint-statement",
        N_("Statement to a government"),
        N_("Headings, nested asks, signed block"),
    ),
    Starter(
        "special-session-call",
        N_("Call for a special session"),
        N_("No salutation, plain list of names"),
    ),
)


class TemplateCard(QAbstractButton):
    """One of them: the picture, its title, a line, and a tick in the corner."""

    def __init__(self, starter: Starter) -> None:
        super().__init__()
        self.starter = starter
        self._line = _(starter.line)
        self.setText(_(starter.title))
        self.setAccessibleName(f"{self.text()}. {self._line}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._picture = QPixmap()
        # The window is on the screen before its pictures are read.
        QTimer.singleShot(0, self, self._load)

    def _load(self) -> None:
        path = resources.path(f"resources/template-pictures/{self.starter.name}.png")
        self._picture.load(str(path))
        self.update()

    def sizeHint(self) -> QSize:
        title = QFontMetrics(theme.font("body", 600)).height()
        line = QFontMetrics(theme.font("caption")).height()
        return QSize(_PAGE.width() + 2 * _PADDING, _PAGE.height() + 2 * title + _LINES * line + 3 * _PADDING)

    def minimumSizeHint(self) -> QSize:
        return QSize(_PAGE.width() // 2 + 2 * _PADDING, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        pen = painter.pen()
        pen.setColor(theme.colour("link" if self.isChecked() else "line"))
        pen.setWidthF(2 if self.isChecked() else 1)
        painter.setPen(pen)
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        if self.hasFocus():
            # A ring of its own: the chosen card has a frame whether or not the keyboard is there.
            pen.setColor(theme.colour("text"))
            pen.setWidthF(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(5, 5, -5, -5), 5, 5)
        self._page(painter)
        self._tick(painter)
        self._words(painter)
        painter.end()

    def _page(self, painter: QPainter) -> None:
        width = min(_PAGE.width(), self.width() - 2 * _PADDING)
        if self._picture.isNull():
            return
        height = round(width * self._picture.height() / self._picture.width())
        page = QRect((self.width() - width) // 2, _PADDING, width, min(height, _PAGE.height()))
        painter.fillRect(page.translated(1, 2), theme.colour("shadow"))
        source = QRect(0, 0, self._picture.width(), round(page.height() * self._picture.width() / width))
        painter.drawPixmap(page, self._picture, source)
        painter.setPen(theme.colour("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(page)

    def _tick(self, painter: QPainter) -> None:
        name, colour = ("circle-check", "link") if self.isChecked() else ("circle", "text3")
        sign = icons.pixmap(name, colour, 20, self.devicePixelRatioF())
        left = 10 if theme.is_right_to_left() else self.width() - 30
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(left, 10, 20, 20)
        painter.drawPixmap(left, 10, sign)

    def _words(self, painter: QPainter) -> None:
        top = _PAGE.height() + 2 * _PADDING
        area = QRect(_PADDING, top, self.width() - 2 * _PADDING, self.height() - top - 8)
        painter.setFont(theme.font("body", 600))
        painter.setPen(theme.colour("text"))
        wraps = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        used = painter.boundingRect(area, wraps, self.text())
        painter.drawText(area, wraps, self.text())
        area.setTop(used.bottom() + 2)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text2"))
        painter.drawText(area, wraps, self._line)


class TemplateCards(QWidget):
    """All of them, side by side; one is chosen.

    Signals:
        started: Enter, or a double click, on the chosen one.
    """

    started = Signal()

    def __init__(self, starters: Sequence[Starter] = STARTERS) -> None:
        super().__init__()
        self.setAccessibleName(_("Starter letters"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        self._group = QButtonGroup(self)
        self._cards = [TemplateCard(starter) for starter in starters]
        for card in self._cards:
            self._group.addButton(card)
            layout.addWidget(card)
        self._cards[0].setChecked(True)

    @property
    def chosen(self) -> Starter:
        """The one that is chosen."""
        return next(card.starter for card in self._cards if card.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.started.emit()
        else:
            super().keyPressEvent(event)
