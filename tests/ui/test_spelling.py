"""Misspelt words are underlined while a letter is written; names never are, and never reach a file."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.signatory import Disclosure
from desktop_app.files.spelling import Missing, Speller
from desktop_app.services.closing import close_campaign, plan_closing
from desktop_app.services.locking import lock_list
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.saving import Saving
from desktop_app.support.long_work import result_of
from desktop_app.ui.desk import Desk
from desktop_app.ui.letter_page import LetterPage
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.writing.spelling import Spelling
from desktop_app.ui.writing.writer import Writer

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


class AllButWrod:
    """Knows every word but a few."""

    def check(self, word: str) -> bool:
        return not word.lower().startswith(("wrod", "secretkh", "zarnissa"))

    def suggest(self, _word: str) -> list[str]:
        return ["word", "wrote"]


@pytest.fixture
def page(open_sample: MainWindow, qtbot: QtBot) -> LetterPage:
    page = open_sample.pages.letter
    spelling = page.writing.spelling
    spelling._loaded = {"en": Speller([AllButWrod()]), "xx": Missing.DICTIONARY}
    spelling._of = None
    spelling.take(open_sample.pages.desk.campaign, "en")
    qtbot.waitUntil(lambda: not spelling._task.is_running)
    return page


@pytest.fixture
def writer(page: LetterPage) -> Writer:
    writer = page.writing.writer
    writer.setFocus()
    cursor = writer.document().find("have not given up.")
    cursor.setPosition(cursor.selectionEnd())
    writer.setTextCursor(cursor)
    return writer


def waved(writer: Writer) -> list[str]:
    block = writer.textCursor().block()
    return [
        block.text()[form.start : form.start + form.length]
        for form in block.layout().formats()
        if form.format.underlineStyle() == WAVE
    ]


def offers(writer: Writer, word: str) -> list[str]:
    cursor = writer.document().find(word)
    cursor.setPosition(cursor.selectionStart() + 1)
    return [action.text() for action in writer.context_menu(writer.cursorRect(cursor).center()).actions()]


def test_a_word_is_underlined_once_it_is_left(writer: Writer, page: LetterPage, qtbot: QtBot) -> None:
    QTest.keyClicks(writer, " A wrod")
    qtbot.waitUntil(lambda: not page.writing.spelling._asked)
    QTest.qWait(40)
    assert waved(writer) == []
    QTest.keyClicks(writer, " and")
    qtbot.waitUntil(lambda: waved(writer) == ["wrod"])
    assert page.commit()
    assert not page.writing.saver.is_dirty


def test_what_was_meant_takes_its_place_in_one_step(writer: Writer, qtbot: QtBot) -> None:
    QTest.keyClicks(writer, " A wrod or")
    qtbot.waitUntil(lambda: waved(writer) == ["wrod"])
    cursor = writer.document().find("wrod")
    menu = writer.context_menu(writer.cursorRect(cursor).center())
    next(action for action in menu.actions() if action.text() == "word").trigger()
    assert "given up. A word or" in writer.toPlainText()
    writer.undo()
    assert "given up. A wrod or" in writer.toPlainText()


def words_of(sample: Path) -> Path:
    return sample / "private" / "words" / "en.txt"


def reload_names(page: LetterPage, qtbot: QtBot, *, like: OpenCampaign | None = None) -> None:
    """The list was changed: its names are read anew."""
    spelling = page.writing.spelling
    spelling._of = None
    spelling.take(like or page.writing._desk.campaign, "en")
    qtbot.waitUntil(lambda: not spelling._task.is_running)


def test_a_word_is_added_and_remembered(
    writer: Writer, qtbot: QtBot, page: LetterPage, sample: Path, tmp_path: Path
) -> None:
    QTest.keyClicks(writer, " Wrodia is")
    qtbot.waitUntil(lambda: waved(writer) == ["Wrodia"])
    cursor = writer.document().find("Wrodia")
    menu = writer.context_menu(writer.cursorRect(cursor).center())
    next(action for action in menu.actions() if action.text() == "Add to my dictionary").trigger()
    qtbot.waitUntil(lambda: waved(writer) == [])
    assert words_of(sample).read_text("utf-8") == "Wrodia\n"
    # With the campaign, and nowhere else.
    assert not (tmp_path / "words").exists()
    page.writing.spelling.forget()
    reload_names(page, qtbot)
    assert page.writing.spelling._own == {"en": {"Wrodia"}}


def test_a_word_goes_when_its_name_is_withheld(
    page: LetterPage, desk: Desk, sample: Path, qtbot: QtBot
) -> None:
    spelling = page.writing.spelling
    for word in ("Wrodia", "Zorreldans"):
        spelling.add(word)
    assert words_of(sample).read_text("utf-8") == "Wrodia\nZorreldans\n"
    hidden = next(row for row in desk.campaign.signatories if row.disclosure is Disclosure.ANONYMOUS)
    listed = desk.campaign.listed
    rows = (*listed.signatories, replace(hidden, name="Zor-Reldan"))
    listed = replace(listed, sheet=replace(listed.sheet, signatories=rows))
    reload_names(page, qtbot, like=replace(desk.campaign, listed=listed))
    assert words_of(sample).read_text("utf-8") == "Wrodia\n"
    assert spelling._own == {"en": {"Wrodia"}}


def test_nothing_can_be_added_before_the_names_are_known(page: LetterPage, desk: Desk, sample: Path) -> None:
    spelling = page.writing.spelling
    spelling.forget()
    spelling.take(desk.campaign, "en")
    assert not spelling.is_on
    assert not spelling.can_add("Wrodia")
    spelling.add("Wrodia")
    assert not words_of(sample).exists()


def test_names_that_could_not_be_read_are_read_again(
    page: LetterPage, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    spelling = page.writing.spelling
    spelling.forget()
    with monkeypatch.context() as broken:
        broken.setattr("desktop_app.ui.writing.spelling.names_of", lambda _opened: 1 / 0)
        with qtbot.waitSignal(spelling.failed):
            spelling.take(desk.campaign, "en")
    assert not spelling.can_add("Wrodia")
    with qtbot.waitSignal(spelling.state_changed):
        spelling.take(desk.campaign, "en")
    assert spelling.can_add("Wrodia")


def test_beside_a_list_with_a_password_words_are_for_this_session(
    page: LetterPage, desk: Desk, sample: Path, qtbot: QtBot
) -> None:
    spelling = page.writing.spelling
    spelling.add("Wrodia")
    saving = Saving(sample)
    locked = lock_list(saving, desk.campaign.listed, "four invented words here").listed
    assert not words_of(sample).exists()
    reload_names(page, qtbot, like=replace(desk.campaign, listed=locked))
    spelling.add("Wrodian")
    assert spelling._own == {"en": {"Wrodia", "Wrodian"}}
    assert not words_of(sample).exists()


def test_closing_takes_the_words_along(page: LetterPage, desk: Desk, sample: Path) -> None:
    page.writing.spelling.add("Wrodia")
    closing = result_of(plan_closing(desk.campaign, desk.program.reference))
    assert "words" in closing.erased
    close_campaign(desk.campaign, closing)
    assert not words_of(sample).exists()


def test_names_are_not_checked_and_withheld_ones_are_never_offered(
    writer: Writer, page: LetterPage, qtbot: QtBot
) -> None:
    desk = page.writing._desk
    names = page.writing.spelling._names
    assert names is not None
    hidden = names.hidden
    assert hidden
    name = max(hidden, key=len)
    assert name not in page.writing.spelling._own["en"]
    QTest.keyClicks(writer, f" {name} wrod and")
    qtbot.waitUntil(lambda: waved(writer) == ["wrod"])
    assert "Add to my dictionary" in offers(writer, "wrod")
    assert not page.writing.spelling.can_add(name)
    assert not page.writing.spelling.can_add(f"{name}s")
    assert not page.writing.spelling.can_add(f"our{name}help")
    assert desk.is_open


def test_without_traces_nothing_is_written(
    writer: Writer, page: LetterPage, open_sample: MainWindow, qtbot: QtBot, sample: Path
) -> None:
    open_sample.menus.actions["traces"].trigger()
    page.writing.spelling.add("Wrodian")
    QTest.keyClicks(writer, " Wrodian wrod is")
    qtbot.waitUntil(lambda: waved(writer) == ["wrod"])
    assert not words_of(sample).exists()


def test_the_switch_is_remembered(
    writer: Writer, page: LetterPage, open_sample: MainWindow, qtbot: QtBot
) -> None:
    switch = page.writing.bar.spelling
    QTest.keyClicks(writer, " A wrod and")
    qtbot.waitUntil(lambda: waved(writer) == ["wrod"])
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: waved(writer) == [])
    assert not switch.isChecked()
    later = Spelling(page)
    later.remember_in(open_sample.start.traces)
    assert not later._wanted


def test_without_a_dictionary_it_says_what_to_install(
    page: LetterPage, open_sample: MainWindow, qtbot: QtBot
) -> None:
    page.writing.spelling.take(open_sample.pages.desk.campaign, "xx")
    switch = page.writing.bar.spelling
    qtbot.waitUntil(lambda: not switch.isEnabled())
    assert "install" in switch.toolTip()
    page.writing.spelling.take(open_sample.pages.desk.campaign, "en")
    assert switch.isEnabled()
    page.writing.spelling.take(open_sample.pages.desk.campaign, "xx")
    assert not switch.isEnabled()
