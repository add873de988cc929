"""The five figures over the list: one read-out, "486 = 402 named + 84 anonymous", and three beside it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.counting import Count
from desktop_app.domain.signatory import Way
from desktop_app.support.i18n import N_, _, ngettext
from desktop_app.ui import kit
from desktop_app.ui.list_index import Show

_WAYS = {
    Way.ONCE: N_("a network counts once"),
    Way.WITH_MEMBERS: N_("networks and members count"),
    Way.MEMBERS_ONLY: N_("members count, networks do not"),
}
_ROOMY = 880
"""Pixels of width under which the captions give way."""
_ANNOUNCE = 300
"""Milliseconds: of several changes in a row, one is said."""


class _Figure(QWidget):
    """One figure with its word and, under it, how it comes about."""

    clicked = Signal()

    def __init__(self, kind: str, icon: str, word: str, *, more: bool = False) -> None:
        super().__init__()
        self.number = kit.Text("0", kind, weight=600)
        self.more = kit.caption()
        self._word = word
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(kit.row(self.number, None))
        text = kit.Text(word, "caption", colour="text2", weight=500)
        layout.addLayout(kit.row(kit.Icon(icon), text, None, spacing=6) if icon else kit.row(text, None))
        if more:
            layout.addLayout(kit.row(self.more, None))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_number(self, number: int, more: str = "") -> None:
        """Another figure."""
        self.number.setText(str(number))
        self.more.setText(more)
        self.setAccessibleName(f"{number} {self._word}")

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.clicked.emit()


class FiguresStrip(kit.Card):
    """Shows a ``Count``. A click on a figure asks for its rows.

    Signals:
        asked: The rows to show.
    """

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(margins=16)
        self.body.setContentsMargins(24, 12, 24, 12)
        self._total = _Figure("figure", "", _("signatories"), more=True)
        self._named = _Figure("figure", "eye", _("named"), more=True)
        self._anonymous = _Figure("figure", "eye-off", _("anonymous"), more=True)
        self._pending = _Figure("figure-small", "clock", _("pending"))
        self._withdrawn = _Figure("figure-small", "user-minus", _("withdrawn"))
        self._countries = _Figure("figure-small", "globe", _("countries"))
        for figure, show in (
            (self._total, Show.ALL),
            (self._named, Show.NAMED),
            (self._anonymous, Show.ANONYMOUS),
            (self._pending, Show.PENDING),
            (self._withdrawn, Show.WITHDRAWN),
        ):
            figure.clicked.connect(lambda show=show: self.asked.emit(show))
        self._layout()
        self._said = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_ANNOUNCE)
        self._timer.timeout.connect(self._announce)

    def _layout(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(20)
        for part in (self._total, _sign("="), self._named, _sign("+"), self._anonymous):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        line.addWidget(kit.rule(upright=True))
        for part in (self._pending, self._withdrawn, self._countries):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_count(self, count: Count) -> None:
        """Other figures. A screen reader hears of them once they stand still."""
        self._total.show_number(count.total, _(_WAYS[count.way]) if count.umbrellas else "")
        self._named.show_number(count.named, _nested(count))
        self._anonymous.show_number(count.anonymous, _("counted, never printed") if count.anonymous else "")
        self._pending.show_number(count.pending)
        self._withdrawn.show_number(count.withdrawn)
        self._countries.show_number(count.countries)
        said = _("{total} signatories: {named} named, {anonymous} anonymous").format(
            total=count.total, named=count.named, anonymous=count.anonymous
        )
        self.setAccessibleName(said)
        if self._said and said != self._said:
            self._timer.start()
        self._said = said

    def resizeEvent(self, event: QResizeEvent) -> None:
        roomy = event.size().width() >= _ROOMY * kit.scale()
        for figure in (self._total, self._named, self._anonymous):
            figure.more.setVisible(roomy)
        super().resizeEvent(event)

    def _announce(self) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._said))


def _nested(count: Count) -> str:
    if not count.umbrellas:
        return ""
    networks = ngettext("{number} network", "{number} networks", count.umbrellas)
    return _("{top} and {members} members of {networks}").format(
        top=count.top_level, members=count.members, networks=networks.format(number=count.umbrellas)
    )


def _sign(sign: str) -> kit.Text:
    made = kit.Text(sign, "figure-small", colour="text3")
    made.setContentsMargins(0, 8, 0, 0)
    return made
