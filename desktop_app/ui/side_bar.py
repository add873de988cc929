"""The bar at the side: the campaign, its four places with the state of each, undo and redo."""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout

from desktop_app.support.i18n import N_, _
from desktop_app.ui import icons, kit, theme


class Page(Enum):
    """The four places of a campaign."""

    LETTER = "letter"
    SIGNATORIES = "signatories"
    RECIPIENTS = "recipients"
    EXPORT = "export"


_PLACES = {
    Page.LETTER: (N_("Letter"), "mail"),
    Page.SIGNATORIES: (N_("Signatories"), "users"),
    Page.RECIPIENTS: (N_("Recipients"), "landmark"),
    Page.EXPORT: (N_("Export"), "send"),
}
WIDTH = 224
_ICON = {"danger": "octagon-alert", "warn": "triangle-alert"}

State = tuple[str, str]
"""What a place says at its far end, and in which colour: ``text2``, ``warn``, ``danger``."""


def shortened(said: str) -> str:
    """Where there is no room: of "2 to settle" the number, which its sign explains; of "402 + 84" the sum."""
    numbers = said.split(" + ")
    return str(sum(map(int, numbers))) if all(map(str.isdecimal, numbers)) else said.partition(" ")[0]


class _Place(QAbstractButton):
    """One place: icon, word, state."""

    def __init__(self, word: str, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._state: State = ("", "text2")
        self.setText(word)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_state(self, state: State) -> None:
        """What it says at its far end."""
        self._state = state
        said = f"{self.text()}, {state[0]}" if state[0] else self.text()
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 24, max(38, self.fontMetrics().height() + 20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            dark = theme.is_dark()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(("tint" if dark else "surface") if chosen else "sunken"))
            painter.drawRoundedRect(area, 6, 6)
        if chosen:
            bar = area.adjusted(0, 8, 0, -8)
            bar.setLeft(area.right() - 2) if theme.is_right_to_left() else bar.setRight(area.left() + 2)
            painter.fillRect(bar, theme.colour("link"))
        if self.hasFocus():
            painter.setPen(theme.colour("link"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 6, 6)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 5, 5)
        self._words(painter, chosen=chosen)
        painter.end()

    def _words(self, painter: QPainter, *, chosen: bool) -> None:
        inner = self.rect().adjusted(14, 0, -12, 0)
        middle = inner.center().y()
        mirrored = theme.is_right_to_left()
        picture = icons.pixmap(
            self._icon, "link" if chosen else "text2", 18, self.devicePixelRatioF(), turns=False
        )
        painter.drawPixmap(inner.right() - 17 if mirrored else inner.left(), middle - 8, picture)
        word = inner.adjusted(0, 0, -32, 0) if mirrored else inner.adjusted(32, 0, 0, 0)
        painter.setFont(theme.font("side", 600 if chosen else 400))
        painter.setPen(theme.colour("text"))
        # These turn with the direction of writing by themselves.
        start, end = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
        painter.drawText(word, start | Qt.AlignmentFlag.AlignVCenter, self.text())
        said, shade = self._state
        beside = 38 + (22 if shade in _ICON else 0)
        free = inner.width() - beside - QFontMetrics(theme.font("side", 600)).horizontalAdvance(self.text())
        if QFontMetrics(theme.font("caption")).horizontalAdvance(said) > free:
            said = shortened(said)
        painter.setFont(theme.font("caption", 400 if shade == "text2" else 500))
        painter.setPen(theme.colour(shade))
        painter.drawText(inner, end | Qt.AlignmentFlag.AlignVCenter, said)
        if said and shade in _ICON:
            width = painter.fontMetrics().horizontalAdvance(said) + 22
            left = inner.left() + width - 16 if mirrored else inner.right() - width + 1
            sign = icons.pixmap(_ICON[shade], shade, 16, self.devicePixelRatioF())
            painter.drawPixmap(left, middle - 7, sign)


class SideBar(QFrame):
    """Where one is, and where one can go.

    Signals:
        chosen: A page.
        undo_asked, redo_asked: The buttons at the foot.
    """

    chosen = Signal(object)
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "side")
        self.setFixedWidth(round(WIDTH * kit.scale()))
        self._title = kit.Text("", "section", weight=600, wraps=True)
        self._saved_icon = kit.Icon("circle-check", "ok")
        self._saved = kit.Text("", "caption", colour="text2")
        self._places = {page: _Place(_(word), icon) for page, (word, icon) in _PLACES.items()}
        for page, place in self._places.items():
            place.clicked.connect(lambda _checked=False, page=page: self.chosen.emit(page))
        self._undo = kit.icon_button("undo-2", _("Undo"), self.undo_asked.emit)
        self._redo = kit.icon_button("redo-2", _("Redo"), self.redo_asked.emit)
        self._next = kit.Text("", "caption", colour="text2")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 16, 12, 12)
        layout.setSpacing(6)
        head = kit.column(self._title, kit.row(self._saved_icon, self._saved, None, spacing=6), spacing=4)
        head.setContentsMargins(12, 0, 4, 12)
        layout.addLayout(head)
        for place in self._places.values():
            layout.addWidget(place)
        layout.addStretch(1)
        layout.addWidget(kit.rule())
        layout.addLayout(kit.row(self._undo, self._redo, self._next, None, spacing=2))

    def has_focus(self) -> bool:
        """Whether the keyboard is here."""
        return any(place.hasFocus() for place in self._places.values())

    def take_focus(self) -> None:
        """Bring the keyboard here, to the place that is shown."""
        here = next(place for place in self._places.values() if place.isChecked())
        here.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_campaign(self, title: str) -> None:
        """Which campaign is open."""
        self._title.setText(title)

    def show_saved(self, *, saved: bool, letter_waits: bool = False) -> None:
        """Whether everything is in the workbook, and in the letters."""
        if letter_waits:
            self._saved_icon.show_icon("triangle-alert", "warn")
            self._saved.setText(_("The letter is not saved: see the question above it"))
        elif saved:
            self._saved_icon.show_icon("circle-check", "ok")
            self._saved.setText(_("All changes saved"))
        else:
            self._saved_icon.show_icon("pencil", "text3")
            self._saved.setText(_("Changes are kept, not yet in the list"))
        self._saved.setWordWrap(True)

    def show_page(self, page: Page) -> None:
        """Where one is."""
        for other, place in self._places.items():
            place.setChecked(other is page)

    def show_states(self, states: Mapping[Page, State]) -> None:
        """What each place says of itself."""
        for page, state in states.items():
            self._places[page].show_state(state)

    def show_history(self, undo: str, redo: str) -> None:
        """What undo and redo would do; empty where there is nothing."""
        self._undo.setEnabled(bool(undo))
        self._redo.setEnabled(bool(redo))
        self._undo.setToolTip(_("Undo: {step}").format(step=undo) if undo else _("Nothing to undo"))
        self._redo.setToolTip(_("Redo: {step}").format(step=redo) if redo else _("Nothing to redo"))
        self._undo.setAccessibleName(self._undo.toolTip())
        self._redo.setAccessibleName(self._redo.toolTip())
        self._next.setText(undo)
