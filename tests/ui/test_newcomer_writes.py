"""A newcomer writes: an ask with a footnote and a link, read, signed, changed, sent out as PDF and e-mail."""

from pathlib import Path

import pytest
from newcomers import NAMES, press, write_in_word
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.bootstrap import Program
from desktop_app.files.letter_editor import LetterFile
from desktop_app.ui.export_page import State
from desktop_app.ui.letter_page import LetterPage
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.template_cards import TemplateCard

LEFT, KEY, CTRL = Qt.MouseButton.LeftButton, Qt.Key, Qt.KeyboardModifier.ControlModifier
ASK = "ends the sale of aviation fuel"


def stand(page: LetterPage, text: str) -> None:
    cursor = page.writing.writer.document().find(text)
    assert not cursor.isNull(), text
    cursor.movePosition(cursor.MoveOperation.EndOfBlock)
    page.writing.writer.setTextCursor(cursor)
    page.writing.writer.setFocus()


def read_as(page: LetterPage, state: str, qtbot: QtBot) -> str:
    """What somebody will read."""
    stepper = page.reading.stepper
    at = stepper.choice.findText(f"As {state} will read it")
    stepper.choice.setCurrentIndex(at)
    with qtbot.waitSignal(page.shown, timeout=20_000):
        stepper.choice.activated.emit(at)
    return page.reading.sheet.text


def test_a_newcomer_writes(
    window: MainWindow, shipped: Program, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Orlavia"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(folder), ""))
    QTest.mouseClick(window.start.findChildren(TemplateCard)[0], LEFT)
    press(window.start, "Start with this template")
    page, desk = window.pages.letter, window.pages.desk
    writer = page.writing.writer
    write_in_word(folder, shipped)
    qtbot.waitUntil(lambda: "have not given up" in writer.toPlainText(), timeout=20_000)

    # Another subject.
    page.facts.subject.setPlainText("Call to end the sale of aviation fuel to Orlavia")
    page.facts.commit()

    # A numbered ask with a footnote and a link.
    stand(page, "asks the Secretary-General")
    QTest.keyClick(writer, KEY.Key_Return)
    QTest.keyClicks(writer, ASK)
    QTest.keyClick(writer, KEY.Key_F, CTRL | Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(page.writing.note.writer, "See the report of May 2023.")
    QTest.keyClick(page.writing.note.writer, KEY.Key_Escape)
    writer.setTextCursor(writer.document().find("aviation fuel", writer.document().find(ASK).position() - 30))
    QTest.keyClick(writer, KEY.Key_K, CTRL)
    QTest.keyClicks(page.writing.link.address, "fuel.example.org/report")
    QTest.keyClick(page.writing.link.address, KEY.Key_Return)
    assert page.commit()
    letter = LetterFile((folder / "letter.docx").read_bytes(), "letter.docx")
    block = next(one for one in letter.blocks if ASK in one.text)
    assert letter.lists.markers((b.list, b.level) for b in letter.blocks)[letter.blocks.index(block)] == "6."
    assert {x.link for x in block.pieces if x.link} == {"https://fuel.example.org/report"}

    # Twenty names; then as France and Japan will read it.
    QTest.keyClick(window, KEY.Key_2, CTRL)
    QGuiApplication.clipboard().setText("\n".join(NAMES))
    window.pages.lists.table.paste()
    press(window.pages.lists.table, "Named")
    QTest.keyClick(window, KEY.Key_1, CTRL)
    page.views.show_mode("read")
    assert "Madame, Monsieur" in read_as(page, "France", qtbot) or "Excellence" in page.reading.sheet.text
    japan = read_as(page, "Japan", qtbot)
    assert ASK in japan
    assert "Call to end the sale of aviation fuel" in japan

    # Another language, begun as a copy.
    page.head.new_version.begin("ru")
    assert (folder / "letter.ru.docx").exists()
    assert page.views.language == "ru"
    desk.steps.undo()
    desk.steps.undo()
    qtbot.waitUntil(lambda: "ru" not in desk.campaign.languages, timeout=10_000)

    # Open for signature; a word is changed, which is asked about.
    page.views.show_mode("write")
    page.views.choose_language("en")
    page.open_for_signature()
    press(page.signing, "Open for signature")
    qtbot.waitUntil(lambda: desk.campaign.campaign.state.value == "open", timeout=20_000)
    stand(page, "have not given up")
    QTest.keyClicks(writer, " Nor shall we.")
    assert not page.commit()
    press(page.notices, "Change it all the same")
    assert not page.writing.saver.is_dirty

    # Out as PDF and e-mail drafts.
    QTest.keyClick(window, KEY.Key_4, CTRL)
    export = window.pages.export
    cards = export.ready.formats.cards
    for kind in ("pdf", "eml"):
        QTest.keyClick(cards[kind].box, KEY.Key_Space)
    assert export.ready.formats.ticked == ("docx", "pdf", "eml")
    checker = desk.checker
    qtbot.waitUntil(lambda: not any(f.severity.value == "error" for f in checker.findings), timeout=20_000)
    export.start()
    qtbot.waitUntil(lambda: export.state in (State.DONE, State.REFUSED), timeout=180_000)
    assert export.state is State.DONE
    made = next((folder / "exports").glob("* security-council"))
    assert len(list(made.rglob("*.pdf"))) == len(list(made.rglob("*.eml"))) == 15
