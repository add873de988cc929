"""Icons: Lucide's, drawn in the palette's colours at whatever size and ratio is asked for."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache, QTransform
from PySide6.QtSvg import QSvgRenderer

from desktop_app.support import resources
from desktop_app.ui import theme

_TURNED = frozenset({"undo-2", "redo-2", "arrow-left", "arrow-right", "chevron-left", "chevron-right"})
"""Icons that point along the line of writing, and the other way where that runs from right to left."""


def icon(name: str, colour: str = "text2") -> QIcon:
    """An icon by Lucide's name, in the colour of a token."""
    return QIcon(_Engine(name, colour))


def pixmap(name: str, colour: str, size: int, ratio: float, *, turns: bool = True) -> QPixmap:
    """The icon as a picture of so many logical pixels; ``turns``: with the line of writing."""
    shade = theme.colour("text3" if colour == "disabled" else colour).name()
    mirrored = turns and name in _TURNED and theme.is_right_to_left()
    key = f"undersigned:{name}:{shade}:{size}:{ratio}:{mirrored}"
    drawn = QPixmap()
    if QPixmapCache.find(key, drawn):
        return drawn
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    svg = _source(name).replace(b"currentColor", shade.encode())
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(drawn.rect()))
    painter.end()
    if mirrored:
        drawn = drawn.transformed(QTransform().scale(-1, 1))
    drawn.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


@cache
def _source(name: str) -> bytes:
    return resources.path(f"resources/icons/{name}.svg").read_bytes()


class _Engine(QIconEngine):
    """Asks for the colour when it paints, so that an icon follows the theme."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        size = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatioF()
        corner = rect.topLeft() + QPoint((rect.width() - size) // 2, (rect.height() - size) // 2)
        painter.drawPixmap(corner, self._pixmap(size, mode, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return self._pixmap(min(size.width(), size.height()), mode, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        return self._pixmap(round(min(size.width(), size.height()) / scale), mode, scale)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour)

    def _pixmap(self, size: int, mode: QIcon.Mode, ratio: float) -> QPixmap:
        colour = "disabled" if mode is QIcon.Mode.Disabled else self._colour
        return pixmap(self._name, colour, size, ratio)
