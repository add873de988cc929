"""Printed pages below each other, as wide as there is room: white sheets in light and in dark."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy

from desktop_app.files.pdf_pages import NoPagesError, PageSize, page_picture
from desktop_app.support.i18n import _
from desktop_app.ui import theme

_SIDE = 6
"""Pixels beside a sheet, for its edge and shadow."""
_GAP = 16
_KEPT = 8
"""Pictures of pages; one takes 4.6 MB at 200 %."""
_SETTLE = 120
"""Milliseconds after the last change of the width: until then pictures are stretched."""
_LINE = 40


class PageSheets(QAbstractScrollArea):
    """Shows the pages of a PDF. A page is drawn when it comes into sight.

    Signals:
        turned: Another page is the one that is read.
    """

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pdf = b""
        self._sizes: tuple[PageSize, ...] = ()
        self._tops: list[int] = []
        self._pictures: dict[int, QImage] = {}
        self._place = (0, 0.0)
        self._is_moved_by_us = False
        self._sharpen = QTimer(self)
        self._sharpen.setSingleShot(True)
        self._sharpen.setInterval(_SETTLE)
        self._sharpen.timeout.connect(self.viewport().update)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that came and went would change the width, and with it whether it is needed.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(_LINE)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # What is shown

    def show_pages(self, pdf: bytes, sizes: tuple[PageSize, ...]) -> None:
        """Other pages, at the place of those that were there."""
        self._pdf, self._sizes = pdf, sizes
        self._pictures.clear()
        self._lay_out()
        self._say_page()

    def clear(self, *, keeps_place: bool = True) -> None:
        """Show nothing, and keep no picture of what was shown."""
        self._pdf, self._sizes, self._tops = b"", (), []
        self._pictures.clear()
        if not keeps_place:
            self._place = (0, 0.0)
        self.viewport().update()

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The one that is read, from 1; 0 where there is none: it takes the middle of what is in sight."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return sum(1 for top in self._tops if top <= middle) or min(1, self.pages)

    def go_to(self, page: int) -> None:
        """Bring the head of a page into sight."""
        if self.pages:
            page = min(max(1, page), self.pages)
            self.verticalScrollBar().setValue(self._tops[page - 1] - _SIDE)

    # Places

    @property
    def _width(self) -> int:
        return max(1, self.viewport().width() - 2 * _SIDE)

    def _height(self, number: int) -> int:
        size = self._sizes[number]
        return round(self._width * size.height / size.width)

    def _lay_out(self) -> None:
        """Find the place of each page; what was read stays in sight."""
        top, self._tops = _SIDE, []
        for number in range(len(self._sizes)):
            self._tops.append(top)
            top += self._height(number) + _GAP
        bar = self.verticalScrollBar()
        number, share = self._place
        self._is_moved_by_us = True
        bar.setPageStep(max(1, self.viewport().height() - _LINE))
        bar.setRange(0, max(0, top - _GAP + _SIDE - self.viewport().height()))
        if self._tops:
            number = min(number, len(self._tops) - 1)
            bar.setValue(round(self._tops[number] + share * self._height(number)) - _SIDE)
        self._is_moved_by_us = False
        self.viewport().update()

    def _scrolled(self, value: int) -> None:
        self.viewport().update()
        if self._is_moved_by_us or not self._tops:
            return
        at = value + _SIDE
        number = max(0, sum(1 for top in self._tops if top <= at) - 1)
        self._place = (number, (at - self._tops[number]) / self._height(number))
        self._say_page()

    def _say_page(self) -> None:
        said = _("Page {number} of {total}").format(number=self.page, total=self.pages) if self.pages else ""
        if said != self.accessibleName():
            self.setAccessibleName(said)
        self.turned.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() not in (-1, event.size().width()):
            self._sharpen.start()
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                bar.setValue(bar.value() + (-bar.pageStep() if back else bar.pageStep()))
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.viewport().update()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, place in self._in_sight(event.rect()):
            _draw_edge(painter, place)
            if (picture := self._picture(number)) is not None:
                painter.drawImage(place, picture)
        if self.hasFocus():
            painter.setPen(theme.colour("link"))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _in_sight(self, area: QRect) -> Iterator[tuple[int, QRect]]:
        above = self.verticalScrollBar().value()
        for number, top in enumerate(self._tops):
            place = QRect(QPoint(_SIDE, top - above), self.viewport().size())
            place.setWidth(self._width)
            place.setHeight(self._height(number))
            if place.adjusted(-_SIDE, -_SIDE, _SIDE, _SIDE).intersects(area):
                yield number, place

    def _picture(self, number: int) -> QImage | None:
        """A page, drawn now unless that was done before."""
        wide = round(self._width * self.devicePixelRatioF())
        there = self._pictures.pop(number, None)
        if there is None or (there.width() != wide and not self._sharpen.isActive()):
            try:
                made = page_picture(self._pdf, number, wide)
            except NoPagesError:
                return None
            row = made.width * 4
            # Its own copy: the picture would not keep the bytes alive that it looks at.
            there = QImage(made.pixels, made.width, made.height, row, QImage.Format.Format_RGB32).copy()
        self._pictures[number] = there
        while len(self._pictures) > _KEPT:
            del self._pictures[next(iter(self._pictures))]
        return there


def _draw_edge(painter: QPainter, place: QRect) -> None:
    """The sheet under a page: its shadow, white paper, a thin edge."""
    sheet = QRectF(place)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("shadow"))
    painter.setOpacity(0.35)
    painter.drawRoundedRect(sheet.adjusted(-2, -1, 2, 4), 3, 3)
    painter.setOpacity(1)
    painter.setBrush(theme.colour("line"))
    painter.drawRect(sheet.adjusted(-1, -1, 1, 1))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(place, Qt.GlobalColor.white)
