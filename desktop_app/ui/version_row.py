"""One paragraph of the original beside that of a language version, and what is to be done about them."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.versions import Pair, Paragraph, Standing
from desktop_app.domain.writing import FIELD
from desktop_app.services.masking import Masked
from desktop_app.support.i18n import N_, _
from desktop_app.ui import kit, theme
from desktop_app.ui.flow import Flow
from desktop_app.ui.masked_text import MaskedText
from desktop_app.wording.fields import of_field

Shown = Callable[[str], Masked]
"""What of a text may be on the screen."""

_MARKS = {
    Standing.MISSING: ("octagon-alert", "danger", N_("Missing")),
    Standing.UNTRANSLATED: ("languages", "warn", N_("Not translated yet")),
    Standing.OLDER: ("clock", "warn", N_("Older than the original")),
    Standing.EXTRA: ("info", "link", N_("Not in the original")),
}
_AGREE = {Standing.OLDER: N_("Agrees now"), Standing.UNTRANSLATED: N_("Needs no translation")}


class VersionRow(QFrame):
    """Two paragraphs. A click on it, or Enter, asks for the place in the version.

    Signals:
        place_asked: The version is to be written on here.
        agreed: Somebody says that these agree now.
        stepped: The row before (-1) or after (1) is asked for.
    """

    place_asked = Signal()
    agreed = Signal()
    stepped = Signal(int)

    def __init__(self, pair: Pair, shown: Shown) -> None:
        super().__init__()
        self.pair = pair
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(24)
        halves = [_half(paragraph, shown) for paragraph in (pair.original, pair.version)]
        for half in halves:
            layout.addWidget(half, 1, Qt.AlignmentFlag.AlignTop)
        said = [self._mark(halves[1])] if pair.standing is not Standing.AGREES else []
        there = pair.version or pair.original
        texts = [] if there is None else [piece or _("(hidden)") for piece in shown(_plain(there.text))]
        self.setAccessibleName(". ".join([*said, " ".join(texts)]))

    def _mark(self, half: QWidget) -> str:
        """An icon, a word, and what can be done; under the version's paragraph, or in its place."""
        icon, colour, word = _MARKS[self.pair.standing]
        state = QWidget()
        state.setLayout(kit.row(kit.Icon(icon, colour), kit.Text(_(word), colour=colour, weight=500)))
        parts: list[QWidget] = [state]
        if said := _AGREE.get(self.pair.standing):
            parts.append(kit.button(_(said), "link", pressed=self.agreed.emit))
        to_place = _("Write it") if self.pair.version is None else _("Go there")
        parts.append(kit.button(to_place, "link", pressed=self.place_asked.emit))
        state.setMinimumHeight(parts[-1].sizeHint().height())
        line = QWidget()
        line.setLayout(Flow(*parts))
        if (layout := half.layout()) is not None:
            layout.addWidget(line)
        return _(word)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.place_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.place_asked.emit()
            case Qt.Key.Key_Up | Qt.Key.Key_Down as key:
                self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A bar where something is to be done, a line under it, a ring where the keys go."""
        painter = QPainter(self)
        area = self.rect()
        painter.setPen(theme.colour("line"))
        bottom = area.bottom() + 0.5
        painter.drawLine(QPointF(area.left(), bottom), QPointF(area.right(), bottom))
        if self.pair.standing is not Standing.AGREES:
            start = area.right() - 2 if theme.is_right_to_left() else area.left()
            colour = theme.colour(_MARKS[self.pair.standing][1])
            painter.fillRect(start, area.top() + 6, 3, area.height() - 12, colour)
        if self.hasFocus():
            painter.setPen(theme.colour("link"))
            painter.drawRoundedRect(area.adjusted(0, 1, -1, -2), 4, 4)
        painter.end()


def _half(paragraph: Paragraph | None, shown: Shown) -> QWidget:
    """A paragraph and, smaller, its notes; as wide as the other one, whatever stands in it."""
    half = QWidget()
    half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    layout = QVBoxLayout(half)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    if paragraph is None:
        return half
    words: list[QWidget] = [MaskedText(shown(_plain(paragraph.text)))]
    for note in paragraph.notes:
        pieces = [piece or _("(hidden)") for piece in shown(_plain(note))]
        words.append(kit.caption(" ".join(pieces), wraps=True))
    for part in words:
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # clicks are the row's
        layout.addWidget(part)
    return half


def _plain(text: str) -> str:
    """With the names of its fields, in their own marks: brackets are what has to be filled in."""
    return FIELD.sub(lambda found: f"‹{of_field(found[0])}›", " ".join(text.split()))
