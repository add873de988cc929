"""The order in which the Tab key goes: as one reads, whatever was made first or came later."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QTextEdit,
    QWidget,
)

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
"""Controls whose parts are no concern of the Tab key."""


def stops(part: QWidget) -> Iterator[QWidget]:
    """The controls of a part of the window at which the Tab key stops, as their layouts have them."""
    if part.isHidden() or not part.isEnabled():
        return
    inner = [] if isinstance(part, _WHOLE) else list(_inside(part))
    # What scrolls is scrolled by what stands in it, where anything does.
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not (inner and isinstance(part, QScrollArea)):
        yield part
    yield from inner


def _inside(part: QWidget) -> Iterator[QWidget]:
    if isinstance(part, QScrollArea | QStackedWidget):
        shown = part.widget() if isinstance(part, QScrollArea) else part.currentWidget()
        if shown is not None:
            yield from stops(shown)
    elif (layout := part.layout()) is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from stops(widget)
        elif (inner := item.layout()) is not None:
            yield from _of_layout(inner)


def go_on(part: QWidget, focus: QWidget | None, *, forwards: bool) -> bool:
    """Bring the keyboard to the next control of a part of the window, or the one before, and into sight.

    Returns:
        Whether there is one.
    """
    order = list(stops(part))
    if not order:
        return False
    at = next((n for n, stop in enumerate(order) if focus is not None and _holds(stop, focus)), None)
    step = 1 if forwards else -1
    target = order[0 if forwards else -1] if at is None else order[(at + step) % len(order)]
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    around = target.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(target, 12, 12)
        around = around.parentWidget()
    return True


def _holds(stop: QWidget, focus: QWidget) -> bool:
    return stop is focus or (isinstance(stop, _WHOLE) and stop.isAncestorOf(focus))
