"""The place of the export: what a newcomer clicks, what is refused, what is left after cancelling."""

import shutil
from pathlib import Path

import pytest
from docx import Document
from exports import by_terminal, contents
from looking import button, words
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.bootstrap import Program
from desktop_app.domain.signatory import Disclosure
from desktop_app.ui.desk import Desk
from desktop_app.ui.export_page import ExportPage, State
from desktop_app.ui.file_table import FileTable
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.masked_text import MaskedText
from desktop_app.ui.side_bar import Page

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key
WORK = 120_000
"""Milliseconds that no work takes, however busy the machine is."""
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(open_sample: MainWindow) -> ExportPage:
    open_sample.show_page(Page.EXPORT)
    return open_sample.pages.export


def has_button(page: QWidget, text: str) -> bool:
    """Whether it can be pressed by now."""
    return any(b.text().strip() == text and b.isVisible() for b in page.findChildren(QPushButton))


def wait_for_end(page: ExportPage, qtbot: QtBot, state: State) -> None:
    """An export takes as long as it takes; then it has ended in one way."""
    assert page.run.is_running
    qtbot.waitUntil(lambda: not page.run.is_running, timeout=WORK)
    assert page.state is state, words(page)


def leak_into_the_letter(desk: Desk) -> str:
    """Type a withheld name into the letter, as somebody does in Word."""
    name = next(r.name for r in desk.editing.history.rows if r.disclosure is Disclosure.ANONYMOUS)
    path = str(desk.campaign.folder / "letter.docx")
    letter = Document(path)
    letter.paragraphs[5].add_run(f" So says {name}.")
    letter.save(path)
    return name


def names(table: FileTable) -> list[str]:
    items = [table.item(row, 0) for row in range(table.rowCount())]
    return sorted(item.text() for item in items if item)


def test_the_files_are_named_before_and_equal_the_terminals(
    page: ExportPage, sample: Path, shipped: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    named = names(page.ready.files)
    QTest.mouseClick(button(page, "Export 15 letters"), LEFT)
    wait_for_end(page, qtbot, State.DONE)
    assert page.done.title.text() == "15 letters are ready"
    assert page.done.check.accessibleName().startswith("16 files opened again, 84 withheld names, ")
    handed_over = contents(sample / "exports" / "2024-02-01 security-council")
    assert named == sorted(handed_over)
    assert handed_over == contents(by_terminal(sample, shipped, tmp_path / "out").folder)


def test_the_folder_is_opened_by_the_system(
    page: ExportPage, sample: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile()))
    QTest.keyClick(page.window(), KEY.Key_E, BOTH)
    wait_for_end(page, qtbot, State.DONE)
    QTest.mouseClick(button(page, "Open folder"), LEFT)
    assert [Path(path) for path in opened] == [sample / "exports" / "2024-02-01 security-council"]
    QTest.keyClick(page.done, KEY.Key_Escape)
    assert page.state is State.READY


def test_cancelling_leaves_nothing(page: ExportPage, sample: Path, qtbot: QtBot) -> None:
    QTest.mouseClick(button(page, "Export 15 letters"), LEFT)
    assert page.state is State.RUNNING
    QTest.keyClick(page.running, KEY.Key_Escape)
    qtbot.waitUntil(lambda: page.state is State.READY, timeout=WORK)
    assert not (sample / "exports").exists()
    assert "Cancelled" in words(page.ready.notices)


def test_the_window_asks_before_it_is_closed_while_exporting(
    page: ExportPage, sample: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = iter(("Go on exporting", "Stop the export"))

    def answer(box: QMessageBox) -> int:
        asked.append(box.text())
        wanted = next(answers)
        next(button for button in box.buttons() if button.text() == wanted).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    page.start()
    window = page.window()
    window.close()
    assert window.isVisible()
    window.close()
    assert not window.isVisible()
    assert len(asked) == 2
    qtbot.waitUntil(lambda: not (sample / "exports").exists(), timeout=WORK)


def test_a_withheld_name_in_the_letter_is_refused_and_not_shown(
    page: ExportPage, desk: Desk, sample: Path, qtbot: QtBot
) -> None:
    name = leak_into_the_letter(desk)
    page.start()
    wait_for_end(page, qtbot, State.REFUSED)
    qtbot.waitUntil(lambda: bool(page.refused.findChildren(MaskedText)), timeout=WORK)
    said = words(page)
    assert "Letter, English, paragraph 6" in said
    assert "(hidden)" in said
    assert name not in said
    assert not (sample / "exports").exists()
    row = next(r.row for r in desk.editing.history.rows if r.disclosure is Disclosure.ANONYMOUS)
    QTest.mouseClick(button(page.refused, f"Open row {row}"), LEFT)
    pages = desk.parent()
    assert pages.page is Page.SIGNATORIES  # type: ignore[union-attr]
    table = pages.lists.table  # type: ignore[union-attr]
    assert table.table.row_at(table.view.currentIndex()) == row


def test_what_must_be_settled_comes_before_the_export(page: ExportPage, desk: Desk, qtbot: QtBot) -> None:
    name = leak_into_the_letter(desk)
    with qtbot.waitSignal(desk.checker.checked, timeout=WORK):
        desk.reload()
    qtbot.waitUntil(lambda: bool(page.ready.findChildren(MaskedText)), timeout=WORK)
    assert name not in words(page)
    QTest.mouseClick(button(page, "Go to what must be settled"), LEFT)
    assert page.state is State.READY
    assert desk.parent().page is Page.LETTER  # type: ignore[union-attr]


def test_a_prompt_lets_only_drafts_out(page: ExportPage, desk: Desk, sample: Path, qtbot: QtBot) -> None:
    path = str(sample / "letter.docx")
    letter = Document(path)
    letter.paragraphs[5].add_run(" [Name the measures]")
    letter.save(path)
    with qtbot.waitSignal(desk.checker.checked, timeout=WORK):
        desk.reload()
    assert "to exports/2024-02-01 security-council DRAFT" in words(page.ready)
    named = names(page.ready.files)
    assert "DRAFT Algeria (fr).docx" in named
    QTest.mouseClick(button(page, "Export as drafts"), LEFT)
    wait_for_end(page, qtbot, State.DONE)
    assert named == sorted(contents(sample / "exports" / "2024-02-01 security-council DRAFT"))
    assert len(page.done.files.findItems("", Qt.MatchFlag.MatchContains)) == 4 * 15


def test_exporting_again_says_what_differs(page: ExportPage, desk: Desk, sample: Path, qtbot: QtBot) -> None:
    settings = sample / "campaign.toml"
    settings.write_text(settings.read_text("utf-8").replace("sample = true", ""), "utf-8")
    desk.reload()
    page.start()
    wait_for_end(page, qtbot, State.DONE)
    last = next(r.row for r in reversed(desk.editing.history.rows) if r.disclosure is Disclosure.NAMED)
    desk.steps.list_as([last], Disclosure.WITHDRAWN)
    QTest.keyClick(page.window(), KEY.Key_E, BOTH)
    wait_for_end(page, qtbot, State.DONE)
    assert page.done.since.text().startswith("1 taken back, 486 → 485, text unchanged since ")
    assert {path.name for path in (sample / "exports").iterdir()} == {
        "2024-02-01 security-council",
        "2024-02-01 security-council 2",
    }


def test_a_letter_that_is_gone_is_a_line(page: ExportPage, sample: Path, qtbot: QtBot) -> None:
    shutil.move(sample / "letter.docx", sample / "away.docx")
    page.start()
    qtbot.waitUntil(lambda: page.state is State.READY, timeout=WORK)
    assert "letter.docx" in words(page.ready.notices)


def test_a_refusal_goes_once_the_letter_is_mended(
    page: ExportPage, desk: Desk, sample: Path, qtbot: QtBot
) -> None:
    whole = (sample / "letter.docx").read_bytes()
    leak_into_the_letter(desk)
    page.start()
    wait_for_end(page, qtbot, State.REFUSED)
    desk.reload()  # the news of the leak itself may come as late as this
    assert page.state is State.REFUSED
    (sample / "letter.docx").write_bytes(whole)
    qtbot.waitUntil(lambda: page.state is State.READY, timeout=WORK)
    qtbot.waitUntil(lambda: page.ready.summary.button.text().strip() == "Export 15 letters", timeout=WORK)


def speak_of_a_withheld_name(desk: Desk, qtbot: QtBot, times: int = 1) -> str:
    """Write of one in the letter; the window has noticed that when this returns."""
    name = next(r.name for r in desk.editing.history.rows if r.disclosure is Disclosure.ANONYMOUS)
    path = str(desk.campaign.folder / "letter.docx")
    letter = Document(path)
    for number in range(times):
        letter.paragraphs[5].add_run(f" In week {number} {name} told the press what it had seen there.")
    letter.save(path)
    found = desk.checker
    qtbot.waitUntil(lambda: "withheld-name" in {f.code for f in found.findings}, timeout=WORK)
    return name


@pytest.mark.parametrize("way", ["It speaks of it publicly", "Common words"])
def test_a_name_in_a_sentence_is_settled_where_it_was_refused_and_the_step_taken_back(
    page: ExportPage, desk: Desk, sample: Path, qtbot: QtBot, way: str
) -> None:
    name = speak_of_a_withheld_name(desk, qtbot)
    page.start()
    wait_for_end(page, qtbot, State.REFUSED)
    qtbot.waitUntil(lambda: bool(page.refused.findChildren(MaskedText)), timeout=WORK)
    assert name not in words(page)
    qtbot.waitUntil(lambda: has_button(page.refused, way), timeout=WORK)
    with qtbot.waitSignal(desk.checker.checked, timeout=WORK):
        QTest.mouseClick(button(page.refused, way), LEFT)
    assert page.state is State.READY
    qtbot.waitUntil(lambda: page.ready.summary.button.text().strip() == "Export 15 letters", timeout=WORK)
    told = desk.steps.undoable()
    assert told is not None
    assert told.what == "settle"
    with qtbot.waitSignal(desk.checker.checked, timeout=WORK):
        desk.steps.undo()
    assert not (sample / "private" / "settled.json").exists()
    page.start()
    wait_for_end(page, qtbot, State.REFUSED)
    desk.steps.redo()
    page.back()
    page.start()
    wait_for_end(page, qtbot, State.DONE)
    assert "it was settled that it may" in words(page.done)
    assert name not in words(page)


def test_a_name_in_several_sentences_of_a_paragraph_is_not_settled_at_once(
    page: ExportPage, desk: Desk, qtbot: QtBot
) -> None:
    speak_of_a_withheld_name(desk, qtbot, times=2)
    page.start()
    wait_for_end(page, qtbot, State.REFUSED)
    qtbot.waitUntil(lambda: bool(page.refused.findChildren(MaskedText)), timeout=WORK)
    assert "Common words" not in words(page.refused)
