"""Paints the rows of the list, and lets them be typed into."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.domain.signatory import Disclosure
from desktop_app.support.i18n import ngettext
from desktop_app.ui import theme
from desktop_app.ui.column import Column
from desktop_app.ui.list_index import TEXTS
from desktop_app.ui.row_delegate import PADDING, Index, RowDelegate
from desktop_app.ui.signatory_table import Role

ICONS = {
    Disclosure.NAMED: ("eye", "text2"),
    Disclosure.ANONYMOUS: ("eye-off", "text"),
    Disclosure.PENDING: ("clock", "warn"),
    Disclosure.WITHDRAWN: ("user-minus", "text3"),
}
"""Of each state: the icon, and the colour of icon and word."""

_TWISTY, _INDENT = 16, 22
_BEFORE = "before"
"""The property of an editor that holds what stood in its cell."""
_MASK = {Column.NAME: 168, Column.ACRONYM: 36, Column.COUNTRY: 64}
"""Pixels, one length for all rows: the length of a bar must tell nothing."""


class Typed(Protocol):
    """Is told the row of the list, the field and the text; ``in_all``: it is meant for all selected rows."""

    def __call__(self, row: int, field: str, text: str, *, in_all: bool = False) -> None: ...


class SignatoryDelegate(RowDelegate):
    """Draws the bar of a hidden name, the twisty of a network, a state with its icon and word.

    Args:
        view: The table.
        typed: Is told what was typed.
        suggestions: What a field may say, to complete it: names of countries.

    Signals:
        begun: The row of the list that is being typed into.
    """

    begun = Signal(int)

    def __init__(self, view: QTableView, typed: Typed, suggestions: Callable[[str], Sequence[str]]) -> None:
        super().__init__(view)
        self._typed = typed
        self._suggestions = suggestions
        self._in_all = False
        self.editor: QLineEdit | None = None

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        area: QRect = option.rect
        self._ground(painter, option, index, area)
        inner = area.adjusted(PADDING, 0, -PADDING, -1)
        column = Column(index.column())
        if column is Column.NAME:
            inner = self._twisty(painter, index, inner)
        if index.data(Role.IS_MASKED):
            self._mask(painter, column, inner)
        elif column is Column.LISTED:
            disclosure: Disclosure = index.data(Role.DISCLOSURE)
            self._state(painter, index, inner, *ICONS[disclosure])
        elif column is Column.TO_CHECK and index.data():
            self._state(painter, index, inner, "triangle-alert", "warn", words="text")
        else:
            self._words(painter, index, inner, column)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, area: QRect) -> None:
        super()._ground(painter, option, index, area)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(theme.colour("link"))
            painter.drawRect(area.adjusted(0, 0, -1, -2))

    def _twisty(self, painter: QPainter, index: Index, inner: QRect) -> QRect:
        """The sign of a network, and the indent of its members; what is left for the name."""
        members = index.data(Role.MEMBERS)
        if members:
            name = "chevron-down"
            if index.data(Role.IS_FOLDED):
                name = "chevron-left" if self._mirrored() else "chevron-right"
            self._icon(painter, name, "text2", self._slot(inner, _TWISTY))
        indent = _TWISTY + 4 + (_INDENT if index.data(Role.IS_MEMBER) else 0)
        return self._without(inner, indent)

    def _mask(self, painter: QPainter, column: Column, inner: QRect) -> None:
        bar = self._slot(inner, min(_MASK[column], inner.width()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("mask"))
        painter.drawRoundedRect(QRect(bar.left(), bar.center().y() - 4, bar.width(), 9), 4, 4)

    def _state(
        self, painter: QPainter, index: Index, inner: QRect, icon: str, colour: str, words: str = ""
    ) -> None:
        self._icon(painter, icon, colour, self._slot(inner, 16))
        font = theme.font("body", 600 if colour in ("text", "warn") and not words else 400)
        self._draw(painter, str(index.data()), self._without(inner, 24), font.weight(), words or colour)

    def _words(self, painter: QPainter, index: Index, inner: QRect, column: Column) -> None:
        text = str(index.data() or "")
        withdrawn = index.data(Role.DISCLOSURE) is Disclosure.WITHDRAWN
        shade = "text" if column is Column.NAME and not withdrawn else "text3" if withdrawn else "text2"
        members = index.data(Role.MEMBERS) if column is Column.NAME else 0
        if not members:
            self._draw(painter, text, inner, 400, shade, end=column is Column.ROW)
            return
        count = ngettext("{number} member", "{number} members", members).format(number=members)
        beside = QFontMetrics(theme.font("caption")).horizontalAdvance(count) + 12
        width = min(
            QFontMetrics(theme.font("body", 600)).horizontalAdvance(text) + 2, max(40, inner.width() - beside)
        )
        self._draw(painter, text, self._slot(inner, width), 600, shade)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text3"))
        painter.drawText(
            self._without(inner, width + 10),
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter,
            count,
        )

    def is_on_twisty(self, index: Index, x: int) -> bool:
        """Whether a click at ``x`` of the view folds a network."""
        if Column(index.column()) is not Column.NAME or not index.data(Role.MEMBERS):
            return False
        area = self._view.visualRect(index)
        from_start = area.right() - x if self._mirrored() else x - area.left()
        return from_start <= PADDING + _TWISTY + 4

    # Typing

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        self.begun.emit(index.data(Role.SIGNATORY_ROW))
        editor = self.editor = QLineEdit(parent)
        editor.destroyed.connect(lambda *_: self._forget(editor))
        field = TEXTS[Column(index.column())]
        editor.setAccessibleName(field)
        words = self._suggestions(field)
        if words:
            completer = QCompleter(list(words), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
        return editor

    def before(self, editor: QLineEdit) -> str:
        """What stood in the cell when it was opened."""
        return str(editor.property(_BEFORE) or "")

    def _forget(self, editor: QLineEdit) -> None:
        if self.editor is editor:
            self.editor = None

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Qt asks again whenever anything in the table changes; what was typed stays.
        if isinstance(editor, QLineEdit) and editor.property(_BEFORE) is None:
            before = str(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.setProperty(_BEFORE, before)
            editor.setText(before)
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        # What was not changed is not written: least of all the blank of a row that was hidden meanwhile.
        if isinstance(editor, QLineEdit) and (editor.text() != editor.property(_BEFORE) or self._in_all):
            field = TEXTS[Column(index.column())]
            self._typed(index.data(Role.SIGNATORY_ROW), field, editor.text(), in_all=self._in_all)
        self._in_all = False

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        area: QRect = option.rect
        editor.setGeometry(area.adjusted(1, 0, -1, -1))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            # As in Excel, Ctrl+Enter writes into all that is selected.
            self._in_all = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        # The list of suggestions takes the focus for a moment; the editor stays.
        if event.type() is QEvent.Type.FocusOut and isinstance(editor, QLineEdit):
            completer = editor.completer()
            popup = completer.popup() if completer is not None else None
            if popup is not None and popup.isVisible():
                return False
        return super().eventFilter(editor, event)
