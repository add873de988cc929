"""What everybody must be able to read and to reach: contrast, names, the keyboard, nothing cut off."""

from dataclasses import asdict
from itertools import product

import pytest
from looking import is_cut, shown
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.ui import theme
from desktop_app.ui.kit import Text
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.notices import Notices
from desktop_app.ui.side_bar import Page, shortened
from desktop_app.ui.tokens import DARK, LIGHT, Tokens

GROUNDS = {
    "text": ("ground", "side", "surface", "sunken", "tint", "danger_bg", "warn_bg", "ok_bg"),
    "text2": ("ground", "side", "surface", "sunken", "tint"),
    "text3": ("ground", "side", "surface", "sunken"),
    "link": ("ground", "side", "surface", "sunken", "tint"),
    "on_tint": ("tint",),
    "on_accent": ("accent", "accent_hover"),
    "danger": ("ground", "side", "surface", "danger_bg"),
    "warn": ("ground", "side", "surface", "warn_bg"),
    "ok": ("ground", "side", "surface", "ok_bg"),
}
"""Each colour of text, and what it stands on."""


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 has it."""
    parts = QColor(colour)
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (parts.redF(), parts.greenF(), parts.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_all_text_can_be_read_on_all_that_it_stands_on(tokens: Tokens) -> None:
    colours = asdict(tokens)
    weak = [
        (text, ground, round(contrast(colours[text], colours[ground]), 2))
        for text, grounds in GROUNDS.items()
        for ground in grounds
        if contrast(colours[text], colours[ground]) < 4.5
    ]
    assert weak == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_what_can_be_typed_into_has_an_edge_that_is_seen(tokens: Tokens) -> None:
    assert contrast(tokens.strong, tokens.surface) >= 3
    assert contrast(tokens.link, tokens.ground) >= 3


def is_one_of_several(widget: QWidget) -> bool:
    """Of buttons of which one holds, the Tab key stops at that one; the arrow keys go to the others."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None and not widget.isChecked()


def is_control(widget: QWidget) -> bool:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
    parts = ("qt_scrollarea_viewport", "ScrollLeftButton", "ScrollRightButton", "qt_toolbar_ext_button")
    is_header = isinstance(widget, QHeaderView)  # sorted by the menu as well
    return isinstance(widget, kinds) and not is_header and widget.objectName() not in parts


def test_every_control_has_a_name(open_sample: MainWindow) -> None:
    nameless = [
        (page, type(widget).__name__, widget.objectName())
        for page, widget in shown(open_sample)
        if is_control(widget)
        and not widget.accessibleName().strip()
        and not (isinstance(widget, QAbstractButton) and widget.text().strip())
        and not isinstance(widget.parent(), (QLineEdit, QComboBox))
    ]
    assert sorted(set(nameless)) == []


def test_every_control_can_be_reached_by_the_keyboard(open_sample: MainWindow) -> None:
    unreachable = [
        (page, type(widget).__name__, widget.accessibleName())
        for page, widget in shown(open_sample)
        if is_control(widget)
        and widget.isEnabled()
        and not is_one_of_several(widget)
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget.parent(), (QLineEdit, QComboBox))
    ]
    assert sorted(set(unreachable)) == []


def test_the_edge_of_a_list_that_has_the_focus_is_equally_wide_all_round(open_sample: MainWindow) -> None:
    open_sample.show_page(Page.SIGNATORIES)
    view = open_sample.pages.lists.table.view
    view.setFocus()
    QApplication.processEvents()
    image = view.grab().toImage()
    edge = theme.colour("link")
    right, bottom = image.width() - 1, image.height() - 1
    middle = view.horizontalHeader().height() // 2
    for x, y in product((0, 1, right - 1, right), (middle, 3 * middle, bottom - 12)):
        assert image.pixelColor(x, y) == edge, (x, y)
    for x, y in product((12, right // 2, right - 12), (0, 1, bottom - 1, bottom)):
        assert image.pixelColor(x, y) == edge, (x, y)
    assert image.pixelColor(2, bottom - 12) != edge


def test_there_is_at_most_one_primary_button_on_a_page(open_sample: MainWindow) -> None:
    primary: dict[str, int] = {}
    for page, widget in shown(open_sample):
        if isinstance(widget, QPushButton) and widget.property("kind") == "primary":
            primary[page] = primary.get(page, 0) + 1
    assert {page: number for page, number in primary.items() if number > 1} == {}


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 700)])
def test_no_words_are_cut_off(open_sample: MainWindow, width: int, height: int) -> None:
    open_sample.resize(width, height)
    QApplication.processEvents()
    cut = [
        (page, type(widget).__name__, widget.text())
        for page, widget in shown(open_sample)
        if isinstance(widget, QLabel | QPushButton) and widget.text() and is_cut(widget)
    ]
    assert cut == []


def test_the_tab_key_goes_round_and_its_place_is_seen(open_sample: MainWindow) -> None:
    open_sample.show_page(Page.SIGNATORIES)
    open_sample.activateWindow()
    seen = set()
    for _ in range(40):
        QTest.keyClick(open_sample, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None:
            seen.add((type(focus).__name__, focus.accessibleName()))
            assert focus.isVisible()
            assert focus.mapTo(open_sample, QPoint(0, 0)).x() >= 0
    assert len(seen) >= 8


def test_light_and_dark_can_be_chosen(qapp: QApplication, open_sample: MainWindow) -> None:
    drawn = {}
    for look, page in product((theme.Look.LIGHT, theme.Look.DARK), (Page.SIGNATORIES,)):
        theme.wear(qapp, look)
        open_sample.show_page(page)
        image = open_sample.grab().toImage()
        drawn[look] = image.pixelColor(image.width() - 4, image.height() // 2).lightness()
    theme.wear(qapp, theme.Look.SYSTEM)
    assert drawn[theme.Look.LIGHT] > 200
    assert drawn[theme.Look.DARK] < 60


def test_a_line_with_several_ways_is_as_high_as_its_words(qtbot: QtBot) -> None:
    page = QWidget()
    layout = QVBoxLayout(page)
    notices = Notices()
    layout.addWidget(notices)
    layout.addWidget(QTextEdit(), 1)
    qtbot.addWidget(page)
    page.resize(420, 600)
    page.show()
    said = "This text is open for signature, and whoever has signed must be asked about another one. " * 3
    for ways in ([], ["Change it"], ["Change it all the same", "Leave the letter as it is"]):
        notices.say("danger", said, [(way, page.close) for way in ways])
        QApplication.processEvents()
        words = next(text for text in notices.findChildren(Text) if text.text() == said)
        assert not is_cut(words), ways


def test_a_place_says_less_and_nothing_false_where_there_is_no_room() -> None:
    assert shortened("2 to settle") == "2"
    assert shortened("4285 + 715") == "5000"
