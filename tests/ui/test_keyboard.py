"""The keyboard alone: everything can be reached in the order in which one reads, and is seen when it is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.side_bar import Page
from desktop_app.ui.template_cards import TemplateCard
from desktop_app.ui.writing.writer import Writer

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
_MOST = 140


def open_form(window: MainWindow, folder: Path) -> None:
    file = folder / "answers.csv"
    file.write_text("Organisation,Country,May we name you?\nAlder Reading Room,Chad,yes\n", "utf-8")
    window.show_page(Page.SIGNATORIES)
    window.pages.lists.import_form(file)
    window.pages.lists.form._change.setChecked(True)


def find_duplicates(window: MainWindow, _folder: Path) -> None:
    window.show_page(Page.SIGNATORIES)
    window.pages.lists.find_duplicates()


def with_lines(window: MainWindow, _folder: Path) -> None:
    """The list, with a line to type in and something to answer over it."""
    window.show_page(Page.SIGNATORIES)
    table = window.pages.lists.table
    table.add_one()
    table.view.selectAll()
    table.ask_network()


def to_page(page: Page) -> Callable[[MainWindow, Path], None]:
    return lambda window, _folder: window.show_page(page)


PLACES: dict[str, Callable[[MainWindow, Path], None]] = {
    **{page.value: to_page(page) for page in Page},
    "form": open_form,
    "duplicates": find_duplicates,
    "lines": with_lines,
}


def around(window: MainWindow, part: QWidget) -> QImage:
    """What stands there, with its edge."""
    area = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
    return window.grab(area.adjusted(-6, -6, 6, 6)).toImage()


def walked(window: MainWindow, *, back: bool = False) -> list[QWidget]:
    """Where the Tab key stops, once round; each stop is seen, and seen to be where the keyboard is."""
    order: list[QWidget] = []
    for _ in range(_MOST):
        there = QApplication.focusWidget() or window
        way = SHIFT if back else Qt.KeyboardModifier.NoModifier
        if isinstance(there, Writer):
            way |= Qt.KeyboardModifier.ControlModifier  # the text takes the Tab key for itself
        QTest.keyClick(there, KEY.Key_Backtab if back else KEY.Key_Tab, way)
        QApplication.processEvents()
        stop = QApplication.focusWidget()
        assert stop is not None
        if stop in order:
            if stop is order[-1]:
                continue  # a day has three parts
            break
        order.append(stop)
    return order


def can_be_reached(window: MainWindow) -> set[QWidget]:
    parts = (QComboBox, QAbstractSpinBox, QLineEdit)
    return {
        widget
        for widget in window.pages.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QScrollArea)
        and widget.objectName() != "qt_scrollarea_viewport"
        and not isinstance(widget.parent(), parts)
    }


def settle(qtbot: QtBot) -> None:
    """Wait until what was begun behind the window is done, and shown."""
    qtbot.wait(100)
    qtbot.waitUntil(lambda: QThreadPool.globalInstance().activeThreadCount() == 0)
    qtbot.wait(400)


@pytest.mark.parametrize("place", PLACES)
def test_the_tab_key_reaches_everything_and_back(
    open_sample: MainWindow, qtbot: QtBot, tmp_path: Path, place: str
) -> None:
    open_sample.activateWindow()
    PLACES[place](open_sample, tmp_path)
    settle(qtbot)
    open_sample.pages.side.take_focus()
    forwards = walked(open_sample)
    missed = can_be_reached(open_sample) - set(forwards)
    assert [(type(widget).__name__, widget.accessibleName()) for widget in missed] == []
    last = forwards[-1]
    last.setFocus()
    assert set(walked(open_sample, back=True)) == set(forwards)
    # The place of the keyboard is seen.
    unseen = []
    for stop in forwards:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        for area in (p for p in parents(stop) if isinstance(p, QScrollArea)):
            area.ensureWidgetVisible(stop)
        QApplication.processEvents()
        seen = around(open_sample, stop)
        stop.clearFocus()
        QApplication.processEvents()
        if seen == around(open_sample, stop):
            unseen.append((type(stop).__name__, stop.accessibleName()))
    assert unseen == []


def test_the_keyboard_is_seen_on_everything_where_a_letter_begins(window: MainWindow) -> None:
    window.show()
    window.activateWindow()
    window.start.start_button.setFocus()
    stops = walked(window)
    assert any(isinstance(stop, TemplateCard) for stop in stops)
    unseen = []
    for stop in stops:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        seen = around(window, stop)
        stop.clearFocus()
        QApplication.processEvents()
        if seen == around(window, stop):
            unseen.append((type(stop).__name__, stop.accessibleName()))
    assert unseen == []


@pytest.mark.parametrize("before", [Page.LETTER, Page.SIGNATORIES])
def test_who_comes_to_the_export_by_a_key_sees_where_the_keyboard_is(
    open_sample: MainWindow, before: Page
) -> None:
    open_sample.activateWindow()
    open_sample.show_page(before)
    open_sample.pages.focus_page()
    open_sample.show_page(Page.EXPORT)
    QApplication.processEvents()
    there = QApplication.focusWidget()
    assert isinstance(there, QPushButton)
    assert there.isVisible()
    assert open_sample.pages.export.isAncestorOf(there)


def parents(widget: QWidget) -> list[QWidget]:
    found = []
    parent = widget.parentWidget()
    while parent is not None:
        found.append(parent)
        parent = parent.parentWidget()
    return found


def test_the_tab_key_goes_as_one_reads(open_sample: MainWindow, qtbot: QtBot) -> None:
    open_sample.activateWindow()
    open_sample.show_page(Page.LETTER)
    settle(qtbot)
    letter = open_sample.pages.letter
    letter.head.word_button.setFocus()
    names = [stop.accessibleName() for stop in walked(open_sample)]
    wanted = ["Show", "Style of the paragraph", "The letter", "Place", "Reference", "Counting"]
    assert [name for name in names if name in wanted] == wanted


def test_what_the_keyboard_comes_to_is_scrolled_into_sight(open_sample: MainWindow, qtbot: QtBot) -> None:
    open_sample.resize(1280, 600)
    open_sample.show_page(Page.LETTER)
    settle(qtbot)
    facts = open_sample.pages.letter.facts
    facts.counts.setFocus()
    QTest.keyClick(facts.counts, KEY.Key_Tab)
    QTest.keyClick(facts.numbered, KEY.Key_Tab)
    assert facts.order.hasFocus()
    assert not facts.order.visibleRegion().isEmpty()


def test_escape_leaves_what_is_typed_into(open_sample: MainWindow) -> None:
    open_sample.activateWindow()
    open_sample.show_page(Page.SIGNATORIES)
    table = open_sample.pages.lists.table
    table.add_one()
    QTest.keyClick(table.add_line._name, KEY.Key_Escape)
    assert not table.add_line.isVisible()
    assert table.view.hasFocus()
    open_sample.pages.lists.search()
    QTest.keyClicks(table.search, "Alder")
    QTest.keyClick(table.search, KEY.Key_Escape)
    assert table.search.text() == ""
    assert table.view.hasFocus()
    table.view.selectAll()
    table.ask_network()
    question = table.notices.findChildren(QLineEdit)[-1]
    QTest.keyClick(question, KEY.Key_Escape)
    assert not table.notices.isVisible()
