"""The letter: read as its recipients will, facts changed and taken back, a new text looked at."""

from pathlib import Path

import pytest
from docx import Document
from looking import button, words
from PySide6.QtCore import QDate, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextCharFormat
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.bootstrap import Program
from desktop_app.domain.signatory import Disclosure
from desktop_app.files.campaign_toml import read_campaign
from desktop_app.services.opening import make_campaign
from desktop_app.ui.desk import Desk
from desktop_app.ui.letter_page import LetterPage
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.side_bar import Page

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(open_sample: MainWindow, qtbot: QtBot) -> LetterPage:
    made = open_sample.pages.letter
    open_sample.show_page(Page.LETTER)
    made.views.show_mode("read")
    qtbot.waitUntil(lambda: made.reading.reader.letter is not None, timeout=20_000)
    return made


def read(page: LetterPage, qtbot: QtBot, text: str) -> None:
    """Wait until the sheet says something."""
    qtbot.waitUntil(lambda: text in page.reading.sheet.text, timeout=20_000)


def edit_letter(folder: Path, text: str) -> None:
    path = str(folder / "letter.docx")
    letter = Document(path)
    letter.paragraphs[5].add_run(text)
    letter.save(path)


def test_the_text_that_is_signed_is_read_first(page: LetterPage) -> None:
    assert page.views.language == "en"
    assert "Excellency," in page.reading.sheet.text
    assert "Sample. Not signed by anyone." in page.reading.sheet.text


def test_the_french_letter_shows_the_french_salutation(page: LetterPage, qtbot: QtBot) -> None:
    at = page.reading.stepper.choice.findText("As France will read it")
    page.reading.stepper.choice.setCurrentIndex(at)
    page.reading.stepper.choice.activated.emit(at)
    read(page, qtbot, "Excellence,")
    assert "auprès de l’Organisation des Nations Unies" in page.reading.sheet.text
    assert page.facts.subject.toPlainText().startswith("Appel urgent")
    QTest.mouseClick(button(page, "Spanish"), LEFT)
    read(page, qtbot, "Nueva York")


def test_keys_lead_to_the_next_recipient(page: LetterPage, qtbot: QtBot) -> None:
    read(page, qtbot, "of China")
    QTest.keyClick(page.window(), KEY.Key_PageDown, ALT)
    read(page, qtbot, "Misión Permanente")  # Ecuador
    QTest.keyClick(page.window(), KEY.Key_PageUp, ALT)
    read(page, qtbot, "of China")


def test_a_fact_is_changed_and_taken_back(page: LetterPage, desk: Desk, sample: Path, qtbot: QtBot) -> None:
    page.facts.place.setFocus()
    page.facts.place.selectAll()
    QTest.keyClicks(page.facts.place, "Geneva")
    QTest.keyClick(page.facts.place, KEY.Key_Return)
    assert read_campaign(sample).place == "Geneva"
    read(page, qtbot, "Geneva")
    QTest.keyClick(page.window(), KEY.Key_Z, CTRL)
    assert read_campaign(sample).place == "New York"
    assert page.facts.place.text() == "New York"
    qtbot.waitUntil(lambda: "Geneva" not in page.reading.sheet.text, timeout=20_000)
    assert desk.steps.redoable() is not None


def test_date_columns_and_counting_are_facts(page: LetterPage, sample: Path) -> None:
    page.facts.date.setDate(QDate(2024, 3, 5))
    page.facts.date.editingFinished.emit()
    QTest.mouseClick(button(page.facts, "3"), LEFT)
    page.facts.counts.setCurrentIndex(0)
    page.facts.counts.activated.emit(0)
    campaign = read_campaign(sample)
    assert str(campaign.date) == "2024-03-05"
    assert campaign.layout.columns == 3
    assert campaign.counts == "once"


def test_what_was_typed_is_kept_when_the_window_is_closed(page: LetterPage, sample: Path) -> None:
    page.facts.subject.setFocus()
    page.facts.subject.setPlainText("A call for a truce")
    page.window().close()
    assert read_campaign(sample).text("en").subject == "A call for a truce"


def test_what_word_has_saved_is_shown(page: LetterPage, sample: Path, qtbot: QtBot) -> None:
    edit_letter(sample, " And so say all of us.")
    read(page, qtbot, "And so say all of us.")


def test_the_letter_is_opened_in_the_systems_program(
    page: LetterPage, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    QTest.mouseClick(button(page, "Open in Word"), LEFT)
    assert opened == [sample / "letter.docx"]


def test_findings_are_walked_through_and_a_withheld_name_is_a_gap(
    page: LetterPage, desk: Desk, sample: Path, qtbot: QtBot
) -> None:
    row = next(r for r in desk.editing.history.rows if r.disclosure is Disclosure.ANONYMOUS)
    with qtbot.waitSignal(desk.checker.checked, timeout=20_000):
        edit_letter(sample, f" Said at the gate, {row.name} agrees. [Name the measures]")
    read(page, qtbot, "Said at the gate,")
    assert row.name not in page.reading.sheet.text
    assert row.name not in words(page)
    said = []
    for _ in range(2):
        QTest.keyClick(page.window(), KEY.Key_F8)
        said.append(words(page.walk))
    assert any("Letter, English, paragraph 6" in line for line in said)
    desk.cover.take_off()
    read(page, qtbot, row.name)
    desk.cover.put_on()
    qtbot.waitUntil(lambda: row.name not in page.reading.sheet.text, timeout=20_000)


def test_a_new_text_is_looked_at_taken_and_taken_back(
    page: LetterPage, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    before = (sample / "letter.docx").read_bytes()
    text = "\n\n".join(page.reading.sheet.text.split("\n")[1:20])
    new = tmp_path / "new.txt"
    new.write_text(text.replace("second anniversary", "third anniversary"), "utf-8")
    page.retexter.look(new, "en")
    qtbot.waitUntil(lambda: page.currentWidget() is page.new_text, timeout=20_000)
    assert "Nothing is changed yet" in words(page.new_text)
    assert (sample / "letter.docx").read_bytes() == before
    QTest.mouseClick(button(page, "Take this text"), LEFT)
    read(page, qtbot, "third anniversary")
    QTest.keyClick(page.window(), KEY.Key_Z, CTRL)
    assert (sample / "letter.docx").read_bytes() == before
    read(page, qtbot, "second anniversary")


def test_a_file_that_is_no_letter_is_a_line(page: LetterPage, tmp_path: Path, qtbot: QtBot) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.4 broken")
    page.retexter.look(bad, "en")
    qtbot.waitUntil(lambda: "bad.pdf" in words(page.notices) and "Reading" not in words(page.notices))


def test_facts_fold_away(page: LetterPage, qtbot: QtBot) -> None:
    page.window().resize(1280, 800)
    qtbot.waitUntil(page.facts.isVisible)
    QTest.keyClick(page.window(), KEY.Key_F7)
    assert not page.facts.isVisible()
    QTest.keyClick(page.window(), KEY.Key_F7)
    assert page.facts.isVisible()


def test_without_recipients_the_letter_is_read_all_the_same(
    page: LetterPage, desk: Desk, sample: Path, qtbot: QtBot
) -> None:
    settings = sample / "campaign.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace('to = "security-council", ', ""), "utf-8")
    qtbot.waitUntil(lambda: not desk.campaign.campaign.request.to, timeout=20_000)
    read(page, qtbot, "As we mark")
    assert page.reading.stepper.choice.count() == 1


def test_escape_leaves_a_new_text_untaken(
    page: LetterPage, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    before = (sample / "letter.docx").read_bytes()
    new = tmp_path / "new.txt"
    new.write_text(page.reading.sheet.text[:2000], "utf-8")
    page.retexter.look(new, "en")
    qtbot.waitUntil(lambda: page.currentWidget() is page.new_text, timeout=20_000)
    QTest.keyClick(page.new_text, KEY.Key_Escape)
    assert page.currentWidget() is not page.new_text
    assert (sample / "letter.docx").read_bytes() == before


def test_a_withheld_name_among_the_contacts_is_not_shown(
    page: LetterPage, desk: Desk, sample: Path, qtbot: QtBot
) -> None:
    name = next(r.name for r in desk.editing.history.rows if r.disclosure is Disclosure.ANONYMOUS)
    assert "Secretariat" in words(page.facts)
    settings = sample / "campaign.toml"
    text = settings.read_text("utf-8")
    with qtbot.waitSignal(desk.checker.checked, timeout=20_000):
        settings.write_text(text.replace('Dravenna Legal Aid Centre", email', f'{name}", email'), "utf-8")
    assert name not in words(page)
    qtbot.waitUntil(lambda: name not in page.reading.sheet.text, timeout=20_000)
    assert "(hidden)" in words(page.facts)


def test_contacts_are_those_of_the_letter_at_once(
    page: LetterPage, open_sample: MainWindow, shipped: Program, tmp_path: Path
) -> None:
    assert "Media desk" in words(page.facts)
    other = tmp_path / "other"
    make_campaign(shipped.templates, other, sample=True)
    settings = other / "campaign.toml"
    text = settings.read_text("utf-8")
    settings.write_text(
        text.replace("Media desk", "Night desk").replace("Joram Bekkule", "Ilka Varn"), "utf-8"
    )
    assert open_sample.open(other)
    assert "Night desk" in words(page.facts)
    assert "Media desk" not in words(page.facts)
    assert "Ilka Varn" in words(page.facts)


def test_a_value_in_the_letter_says_which_field_it_is(page: LetterPage) -> None:
    sheet = page.reading.sheet
    cursor = sheet.document().find("486")
    assert cursor.charFormat().toolTip() == "The field signatories.total"
    assert cursor.charFormat().underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine
    sheet.setTextCursor(cursor)
    sheet.ensureCursorVisible()
    cursor.setPosition(cursor.selectionStart() + 1)
    assert sheet.told_at(sheet.cursorRect(cursor).center()) == "The field signatories.total"
    assert sheet.document().find("military coup").charFormat().toolTip() == ""
