"""The page that holds two rows side by side: shown while somebody is there to answer, and no longer."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.ui.desk import Desk
from desktop_app.ui.duplicates_page import DuplicatesPage
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.side_bar import Page

NAME = "Alder Reading Room"


@pytest.fixture
def page(open_sample: MainWindow, desk: Desk, qtbot: QtBot) -> DuplicatesPage:
    """With a pair in hand of which nobody may know."""
    desk.steps.add(Signatory(0, NAME, Disclosure.ANONYMOUS) for _ in range(2))
    open_sample.show_page(Page.SIGNATORIES)
    found = open_sample.pages.lists.duplicates
    open_sample.pages.lists.find_duplicates()
    qtbot.waitUntil(lambda: found.list.count() > 0)
    at = next(at for at, pair in enumerate(found._pairs) if pair.a > 486)
    found.list.setCurrentRow(at)
    return found


def words(page: DuplicatesPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_the_pair_is_there_again_after_a_look_at_another_place(
    page: DuplicatesPage, open_sample: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: words(page).count(NAME) == 2)
    open_sample.show_page(Page.LETTER)
    open_sample.show_page(Page.SIGNATORIES)
    qtbot.waitUntil(lambda: words(page).count(NAME) == 2)


def test_names_that_are_hidden_again_take_the_pair_with_them(
    page: DuplicatesPage, open_sample: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.cover.take_off()
    desk.cover.put_on()
    lists = open_sample.pages.lists
    assert lists.currentWidget() is lists.table
    qtbot.waitUntil(lambda: not any(NAME in label.text() for label in page.findChildren(QLabel)))


def test_an_answer_that_a_stale_lock_has_refused_is_given_again(page: DuplicatesPage, sample: Path) -> None:
    (sample / "~$signatories-private.xlsx").write_text("somebody", encoding="utf-8")
    before = page.list.count()
    page.keep_apart()
    assert page.list.count() == before
    page.go_on()
    buttons = page.notices.findChildren(QPushButton)
    next(button for button in buttons if button.text().startswith("It is not open there")).click()
    assert page.list.count() == before - 1
    assert not any(pair.a > 486 for pair in page._pairs)
