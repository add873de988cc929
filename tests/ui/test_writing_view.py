"""The page to write on: it saves by itself, asks about a signed text, and writes over nobody else."""

import datetime as dt
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QClipboard, QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.deadline import deadline_of
from desktop_app.domain.signatory import Disclosure
from desktop_app.services.opening import open_campaign
from desktop_app.services.opening_for_signature import open_for_signature
from desktop_app.ui import theme
from desktop_app.ui.desk import Desk
from desktop_app.ui.letter_page import LetterPage
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.writing.writer import Writer

KEY, MOD = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(open_sample: MainWindow) -> LetterPage:
    return open_sample.pages.letter


@pytest.fixture
def writer(page: LetterPage) -> Writer:
    page.writing.writer.setFocus()
    return page.writing.writer


def stand(writer: Writer, text: str) -> None:
    cursor = writer.document().find(text)
    assert not cursor.isNull(), text
    cursor.setPosition(cursor.selectionEnd())
    writer.setTextCursor(cursor)


def texts(folder: Path, name: str = "letter.docx") -> list[str]:
    return [paragraph.text for paragraph in Document(str(folder / name)).paragraphs]


def press(page: LetterPage, text: str) -> None:
    button = next(b for b in page.notices.findChildren(QPushButton) if b.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def write_outside(folder: Path, text: str) -> None:
    """Somebody saves the letter in Word."""
    letter = Document(str(folder / "letter.docx"))
    letter.add_paragraph(text)
    letter.save(str(folder / "letter.docx"))


def test_a_letter_opens_to_be_written_on(page: LetterPage, writer: Writer) -> None:
    assert page.views.mode == "write"
    assert page.writing.isVisible()
    assert "two years the Council has" in writer.toPlainText()


def test_what_is_written_is_saved_by_itself(writer: Writer, sample: Path, qtbot: QtBot) -> None:
    stand(writer, "have not given up.")
    QTest.keyClicks(writer, " Nor will they.")
    qtbot.waitUntil(lambda: any("Nor will they." in text for text in texts(sample)), timeout=10_000)
    assert writer.document().isUndoAvailable()


def test_what_is_being_composed_is_neither_saved_nor_broken_off(
    page: LetterPage, writer: Writer, sample: Path
) -> None:
    stand(writer, "have not given up.")
    QTest.keyClicks(writer, " Nor will they.")
    QApplication.sendEvent(writer, QInputMethodEvent("ni hao", []))
    assert page.commit()
    assert any("Nor will they. They" in text for text in texts(sample))
    assert writer.textCursor().block().layout().preeditAreaText() == "ni hao"
    given = QInputMethodEvent()
    given.setCommitString("你好")
    QApplication.sendEvent(writer, given)
    assert page.commit()
    assert any("Nor will they.你好 They" in text for text in texts(sample))


def test_it_is_saved_on_leaving_the_page(writer: Writer, sample: Path, open_sample: MainWindow) -> None:
    stand(writer, "have not given up.")
    QTest.keyClicks(writer, " Nor will they.")
    QTest.keyClick(open_sample, KEY.Key_2, MOD.ControlModifier)
    assert any("Nor will they." in text for text in texts(sample))


def test_what_is_written_is_read_at_once(page: LetterPage, writer: Writer, qtbot: QtBot) -> None:
    stand(writer, "have not given up.")
    QTest.keyClicks(writer, " Nor will they.")
    with qtbot.waitSignal(page.shown, timeout=10_000):
        QTest.keyClick(writer, KEY.Key_M, MOD.ControlModifier)
    assert page.views.mode == "read"
    assert "Nor will they." in page.reading.sheet.text


def test_the_letter_before_is_kept_once(page: LetterPage, writer: Writer, sample: Path) -> None:
    before = (sample / "letter.docx").read_bytes()
    for word in (" One.", " Two."):
        stand(writer, "have not given up.")
        QTest.keyClicks(writer, word)
        assert page.commit()
    kept = sorted((sample / "private" / "letters").iterdir())
    assert len(kept) == 1
    assert kept[0].read_bytes() == before


def test_others_changes_come_in_where_nothing_is_unsaved(writer: Writer, sample: Path, qtbot: QtBot) -> None:
    write_outside(sample, "Written in Word.")
    qtbot.waitUntil(lambda: "Written in Word." in writer.toPlainText(), timeout=10_000)


@pytest.mark.parametrize("way", ["Keep what I wrote", "Take what is in the file"])
def test_both_changed_is_asked_and_nothing_is_lost(
    page: LetterPage, writer: Writer, sample: Path, way: str
) -> None:
    stand(writer, "have not given up.")
    QTest.keyClicks(writer, " Nor will they.")
    write_outside(sample, "Written in Word.")
    assert not page.commit()
    press(page, way)
    mine, theirs = "Nor will they.", "Written in Word."
    stays, goes = (mine, theirs) if way.startswith("Keep") else (theirs, mine)
    assert any(stays in text for text in texts(sample))
    assert stays in writer.toPlainText()
    kept = (path for path in (sample / "private" / "letters").iterdir())
    assert any(goes in text for path in kept for text in texts(path.parent, path.name))


def test_what_is_typed_while_a_question_stands_is_kept_in_the_same_copy(
    page: LetterPage, writer: Writer, sample: Path
) -> None:
    stand(writer, "have not given up.")
    QTest.keyClicks(writer, " Nor will they.")
    write_outside(sample, "Written in Word.")
    assert not page.commit()
    QTest.keyClicks(writer, " Ever.")
    assert not page.commit()
    (kept,) = (sample / "private" / "letters").iterdir()
    assert any("Nor will they. Ever." in text for text in texts(kept.parent, kept.name))
    press(page, "Keep what I wrote")
    QTest.keyClicks(writer, " Never.")
    write_outside(sample, "Written in Word again.")
    assert not page.commit()
    # That is another question: what was put by at the first stays.
    assert kept.exists()
    assert len(list(kept.parent.iterdir())) == 3


def side_bar_of(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.pages.side.findChildren(QLabel))


def test_a_signed_text_is_asked_about(
    page: LetterPage, writer: Writer, desk: Desk, sample: Path, open_sample: MainWindow
) -> None:
    now = desk.program.now()
    deadline = deadline_of((now.date() + dt.timedelta(days=7)).isoformat())
    list(open_for_signature(open_campaign(sample), deadline, desk.program.reference, now))
    desk.reload()
    stand(writer, "have not given up.")
    QTest.keyClicks(writer, " Nor will they.")
    before = (sample / "letter.docx").read_bytes()
    assert not page.commit()
    assert (sample / "letter.docx").read_bytes() == before
    assert "The letter is not saved" in side_bar_of(open_sample)
    press(page, "Change it all the same")
    assert "All changes saved" in side_bar_of(open_sample)
    assert any("Nor will they." in text for text in texts(sample))


def test_what_changed_since_it_was_signed_is_shown_word_by_word(
    page: LetterPage, writer: Writer, desk: Desk, sample: Path, qtbot: QtBot
) -> None:
    deadline = deadline_of((desk.program.now().date() + dt.timedelta(days=7)).isoformat())
    list(open_for_signature(open_campaign(sample), deadline, desk.program.reference, desk.program.now()))
    desk.reload()
    stand(writer, "have not given up.")
    QTest.keyClicks(writer, " Nor will they.")
    page.commit()
    press(page, "Change it all the same")
    with qtbot.waitSignal(page.comparer.began, timeout=10_000):
        page.show_changes()
    assert page.changes.isVisible()
    assert "Nor will they" in page.changes.sheet.accessibleDescription()
    QTest.keyClick(page.changes.sheet, KEY.Key_Escape)
    assert page.writing.isVisible()


def test_what_i_wrote_is_compared_with_the_file(
    page: LetterPage, writer: Writer, sample: Path, qtbot: QtBot
) -> None:
    stand(writer, "have not given up.")
    QTest.keyClicks(writer, " Nor will they.")
    write_outside(sample, "Written in Word.")
    assert not page.commit()
    with qtbot.waitSignal(page.comparer.began, timeout=10_000):
        press(page, "Compare")
    told = page.changes.sheet.accessibleDescription()
    assert "Nor will they" in told
    assert "Taken out: Written in Word." in told


def test_a_footnote_is_made_and_written(page: LetterPage, writer: Writer) -> None:
    stand(writer, "have not given up.")
    page.writing.put_note()
    assert page.writing.note.isVisible()
    QTest.keyClicks(page.writing.note.writer, "A source of ours.")
    QTest.keyClick(page.writing.note.writer, KEY.Key_Escape)
    assert page.commit()
    assert page.writing.show_language("en")
    assert any("A source of ours." in text for text in page.writing._texts())


def test_a_field_prints_what_it_says(page: LetterPage, writer: Writer, qtbot: QtBot) -> None:
    stand(writer, "have not given up.")
    page.writing.put_field("signatories.named")
    with qtbot.waitSignal(page.shown, timeout=10_000):
        page.views.change_mode()
    assert "have not given up.402" in page.reading.sheet.text


def test_a_text_with_a_hidden_name_is_covered(page: LetterPage, desk: Desk, sample: Path) -> None:
    name = next(r.name for r in desk.editing.history.rows if r.disclosure is Disclosure.ANONYMOUS)
    write_outside(sample, f"So says {name}.")
    desk.reload()
    assert page.writing.cover.is_on
    assert not page.writing.writer.isVisible()
    desk.cover.take_off()
    assert page.writing.writer.isVisible()
    desk.cover.put_on()
    assert not page.writing.writer.isVisible()


def test_the_french_letter_is_written_in_french_quotes(
    page: LetterPage, writer: Writer, sample: Path
) -> None:
    page.views.choose_language("fr")
    assert page.writing.language == "fr"
    writer.moveCursor(writer.textCursor().MoveOperation.Start)
    QTest.keyClicks(writer, '"a"')
    assert page.commit()
    assert texts(sample, "letter.fr.docx")[0].startswith("«\N{NO-BREAK SPACE}a\N{NO-BREAK SPACE}»")


def test_a_footnote_that_was_shown_reaches_no_other_letter(
    page: LetterPage, writer: Writer, sample: Path, qapp: QApplication
) -> None:
    page.writing.footnotes.show_note("1")
    before = (sample / "letter.fr.docx").read_bytes()
    page.views.choose_language("fr")
    theme.wear(qapp, theme.Look.DARK)
    theme.wear(qapp, theme.Look.SYSTEM)
    writer.moveCursor(writer.textCursor().MoveOperation.End)
    assert page.commit()
    assert (sample / "letter.fr.docx").read_bytes() == before


def test_an_open_comparison_goes_with_the_names(page: LetterPage, desk: Desk, qtbot: QtBot) -> None:
    deadline = deadline_of((desk.program.now().date() + dt.timedelta(days=7)).isoformat())
    list(open_for_signature(desk.campaign, deadline, desk.program.reference, desk.program.now()))
    desk.reload()
    desk.cover.take_off()
    with qtbot.waitSignal(page.comparer.began, timeout=10_000):
        page.show_changes()
    desk.cover.put_on()
    assert not page.changes.isVisible()
    assert page.changes.sheet.toPlainText() == ""


def test_a_text_that_is_signed_anew_is_asked_about_anew(
    page: LetterPage, writer: Writer, desk: Desk, qtbot: QtBot
) -> None:
    for word in (" One.", " Two."):
        deadline = deadline_of((desk.program.now().date() + dt.timedelta(days=7)).isoformat())
        list(open_for_signature(desk.campaign, deadline, desk.program.reference, desk.program.now()))
        desk.reload()
        stand(writer, "have not given up.")
        QTest.keyClicks(writer, word)
        assert not page.commit()
        press(page, "Change it all the same")
        assert page.commit()
        page.notices.clear()
        qtbot.wait(1100)  # the name of a text has its minute, and its number


def test_nothing_is_exported_while_what_was_written_is_not_saved(
    page: LetterPage, writer: Writer, desk: Desk, sample: Path, open_sample: MainWindow
) -> None:
    stand(writer, "have not given up.")
    QTest.keyClicks(writer, " Nor will they.")
    write_outside(sample, "Written in Word.")
    open_sample.pages.export.start()
    assert not open_sample.pages.export.run.is_running
    assert page.isVisible()
    assert not (sample / "exports").exists()
    assert desk.is_open


def test_a_file_that_is_dropped_is_not_typed(writer: Writer, sample: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(sample / "letter.docx"))])
    dropped.setText(dropped.urls()[0].toString())
    assert not writer.canInsertFromMimeData(dropped)


def test_a_letter_that_is_gone_can_be_kept(page: LetterPage, writer: Writer, sample: Path) -> None:
    stand(writer, "have not given up.")
    QTest.keyClicks(writer, " Nor will they.")
    (sample / "letter.docx").unlink()
    assert not page.commit()
    press(page, "Keep what I wrote")
    assert any("Nor will they." in text for text in texts(sample))


def test_a_translation_that_is_taken_back_is_left(page: LetterPage, desk: Desk, sample: Path) -> None:
    page.head.new_version.begin("ru")
    assert page.views.language == "ru"
    desk.steps.undo()
    assert page.views.language == "en"
    desk.steps.undo()
    assert not (sample / "letter.ru.docx").exists()


@pytest.mark.parametrize("is_told", [True, False])
def test_a_name_that_is_copied_from_the_letter_is_for_no_history(
    page: LetterPage, writer: Writer, desk: Desk, is_told: bool
) -> None:
    name = next(r.name for r in desk.editing.history.rows if r.disclosure is Disclosure.ANONYMOUS)
    stand(writer, "have not given up.")
    for one in (writer, page.writing.note.writer):
        assert one.clips.is_secret(f"So says {name}.")
    writer.textCursor().insertText(f" So says {name}." if is_told else " So say others.")
    cursor = writer.textCursor()
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    writer.setTextCursor(cursor)
    hint = writer.createMimeDataFromSelection().data("x-kde-passwordManagerHint")
    assert (hint == b"secret") is is_told


@pytest.mark.parametrize("is_told", [True, False])
def test_a_name_that_was_copied_goes_from_the_clipboard_with_the_names(
    desk: Desk, is_told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without a screen nobody owns it.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: True)
    name = next(r.name for r in desk.editing.history.rows if r.disclosure is Disclosure.ANONYMOUS)
    desk.cover.take_off()
    QGuiApplication.clipboard().setText(f"So says {name}." if is_told else "So say others.")
    desk.cover.put_on()
    assert (QGuiApplication.clipboard().text() == "") is is_told


def test_nothing_of_a_footnote_stays_after_the_campaign(page: LetterPage, writer: Writer) -> None:
    view = page.writing
    stand(writer, "have not given up.")
    view.put_note()
    QTest.keyClicks(view.note.writer, "A source of ours.")
    writer.setFocus()
    view.footnotes._settle()
    assert view.footnotes._history._said
    view.forget()
    assert (view.footnotes.said, view.footnotes._letter, view.footnotes._history._said) == ({}, None, {})
    assert view.note.isHidden()


def test_what_a_footnote_says_is_undone_with_the_text(page: LetterPage, writer: Writer) -> None:
    view = page.writing
    stand(writer, "have not given up.")
    QTest.keyClicks(writer, " Ever.")
    view.put_note()
    key = view.note.key
    QTest.keyClicks(view.note.writer, "A source of ours.")
    QTest.keyClick(view.note.writer, KEY.Key_Escape)
    view.footnotes.show_note(key)
    QTest.keyClicks(view.note.writer, " And another.")
    writer.setFocus()

    def said() -> str:
        return "".join(block.text for block in view.footnotes.said[key]).strip()

    seen = [said()]
    for _ in range(2):
        writer.undo()
        seen.append(said())
    assert seen == ["A source of ours. And another.", "A source of ours.", ""]
    assert "source" not in view.note.writer.toPlainText()
    writer.redo()
    assert said() == "A source of ours."
    assert page.commit()
    for _ in range(3):
        writer.undo()
    assert key not in writer.notes()
    assert "Ever." not in writer.toPlainText()


def test_a_mark_that_is_moved_keeps_what_its_footnote_says(page: LetterPage, writer: Writer) -> None:
    view = page.writing
    stand(writer, "have not given up.")
    view.put_note()
    key = view.note.key
    QTest.keyClicks(view.note.writer, "A source of ours.")
    QTest.keyClick(view.note.writer, KEY.Key_Escape)
    QTest.keyClick(writer, KEY.Key_Left, MOD.ShiftModifier)
    QTest.keyClick(writer, KEY.Key_X, MOD.ControlModifier)
    QTest.keyClicks(writer, " x")
    QTest.keyClick(writer, KEY.Key_V, MOD.ControlModifier)
    QTest.keyClicks(writer, " y")
    writer.undo()
    assert "A source of ours." in "".join(block.text for block in view.footnotes.said[key])
    assert key in writer.notes()
