"""The lines of a letter, each with its number and what it was found to be."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any
from unicodedata import bidirectional

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.letter_anatomy import Anatomy
from desktop_app.domain.letter_anatomy.correcting import Place, place_of
from desktop_app.domain.letter_anatomy.source import SourceLine
from desktop_app.support.i18n import N_, _
from desktop_app.ui import icons, theme

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

PLACES: Mapping[Place, str] = {
    Place.TITLE: N_("Title"),
    Place.DATE: N_("Date"),
    Place.PLACE: N_("Place"),
    Place.ADDRESSEE: N_("Addressee"),
    Place.SUBJECT: N_("Subject"),
    Place.SALUTATION: N_("Salutation"),
    Place.PARAGRAPH: N_("Paragraph"),
    Place.HEADING: N_("Heading"),
    Place.ITEM: N_("Item"),
    Place.QUOTE: N_("Quotation"),
    Place.CLOSING: N_("Closing"),
    Place.CC: N_("Copies to"),
    Place.STATEMENT: N_("Over the list"),
    Place.SIGNATORY: N_("Signatory"),
    Place.CONTACT: N_("Contact"),
    Place.LEFT_OUT: N_("Left out"),
}


class Column(IntEnum):
    """What stands beside each other."""

    NUMBER = 0
    PLACE = 1
    TEXT = 2


class SourceLines(QAbstractTableModel):
    """Over an anatomy; blank lines are left away."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[SourceLine] = []
        self._places: list[Place | None] = []
        self._doubtful: frozenset[int] = frozenset()

    def take(self, lines: tuple[SourceLine, ...], anatomy: Anatomy) -> None:
        """The lines of another letter."""
        self.beginResetModel()
        self._lines = [line for line in lines if line.text.strip()]
        self._look(anatomy)
        self.endResetModel()

    def correct(self, anatomy: Anatomy) -> None:
        """The same lines, found to be something else."""
        self._look(anatomy)
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, Column.TEXT))

    def number_at(self, row: int) -> int:
        """The number of the line in a row of the table."""
        return self._lines[row].number

    def row_of(self, number: int) -> int:
        """The row of the table for a line, or for the next that is not blank; -1 where there is none."""
        return next((row for row, line in enumerate(self._lines) if line.number >= number), -1)

    def _look(self, anatomy: Anatomy) -> None:
        self._places = [place_of(anatomy, line.number) for line in self._lines]
        self._doubtful = frozenset(doubt.line for doubt in anatomy.doubts)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        if not index.isValid():
            return None
        line, place = self._lines[index.row()], self._places[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            match index.column():
                case Column.NUMBER:
                    return str(line.number)
                case Column.PLACE:
                    return _(PLACES[place or Place.LEFT_OUT]) if self.begins(index.row()) else ""
                case _:
                    return line.text.strip()
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.PLACE:
            return _(PLACES[place or Place.LEFT_OUT])
        return None

    def begins(self, row: int) -> bool:
        """Whether a row is something else than the one above it."""
        return row == 0 or self._places[row] is not self._places[row - 1]

    def is_left_out(self, row: int) -> bool:
        """Whether a row is in no part of the letter."""
        return self._places[row] is None

    def is_doubtful(self, row: int) -> bool:
        """Whether somebody should look at a row."""
        return self._lines[row].number in self._doubtful


class SourceDelegate(QStyledItemDelegate):
    """Draws the label of a part, the line that leads down from it, and the sign of a doubt."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, SourceLines):
            return
        painter.save()
        area: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        doubtful = model.is_doubtful(index.row())
        ground = "tint" if selected else "warn_bg" if doubtful else "surface"
        painter.fillRect(area, theme.colour(ground))
        inner = area.adjusted(8, 0, -8, 0)
        match index.column():
            case Column.NUMBER:
                self._text(painter, inner, str(index.data()), "caption", "text3", end=True)
            case Column.PLACE:
                self._label(painter, inner, str(index.data()), left_out=model.is_left_out(index.row()))
            case _:
                if doubtful:
                    sign = icons.pixmap("triangle-alert", "warn", 16, painter.device().devicePixelRatioF())
                    mirrored = theme.is_right_to_left()
                    painter.drawPixmap(
                        inner.left() if mirrored else inner.right() - 15, inner.center().y() - 7, sign
                    )
                shade = "text3" if model.is_left_out(index.row()) else "text"
                beside = (24, 0, 0, 0) if theme.is_right_to_left() else (0, 0, -24, 0)
                self._text(painter, inner.adjusted(*beside), str(index.data()), "", shade)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(40, QFontMetrics(theme.letter_font(14)).height() + 6)

    def _label(self, painter: QPainter, inner: QRect, text: str, *, left_out: bool) -> None:
        mirrored = theme.is_right_to_left()
        if not text:
            at = inner.right() - 5 if mirrored else inner.left() + 4
            painter.fillRect(at, inner.top(), 2, inner.height(), theme.colour("line"))
            return
        font = theme.font("caption", 500)
        width = min(QFontMetrics(font).horizontalAdvance(text) + 14, inner.width())
        left = inner.right() - width + 1 if mirrored else inner.left()
        chip = QRect(left, inner.top() + 2, width, inner.height() - 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken" if left_out else "tint"))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setFont(font)
        painter.setPen(theme.colour("text3" if left_out else "on_tint"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)

    def _text(
        self, painter: QPainter, area: QRect, text: str, kind: str, shade: str, *, end: bool = False
    ) -> None:
        font = theme.font(kind) if kind else theme.letter_font(14)
        painter.setFont(font)
        painter.setPen(theme.colour(shade))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        align = Qt.AlignmentFlag.AlignTrailing if end else Qt.AlignmentFlag.AlignLeading
        if not kind:
            # The letter runs in its own direction, whatever that of the window is.
            way = Qt.LayoutDirection.RightToLeft if is_rtl(text) else Qt.LayoutDirection.LeftToRight
            painter.setLayoutDirection(way)
        painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter, shown)


def is_rtl(text: str) -> bool:
    """Whether a text runs from right to left: its first letter that has a direction says so."""
    return next((d != "L" for c in text if (d := bidirectional(c)) in ("L", "R", "AL")), False)
