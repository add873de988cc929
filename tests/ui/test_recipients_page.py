"""The place of the recipients, with keys and clicks: who gets the letter, and how each is addressed."""

import datetime as dt
from pathlib import Path

import pytest
from letters import Letter, p
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.bootstrap import Program
from desktop_app.domain.recipient import Correction
from desktop_app.files.recipients_table import read_corrections
from desktop_app.services.choosing import Chosen
from desktop_app.services.opening import make_campaign
from desktop_app.services.planning import correct
from desktop_app.support import i18n
from desktop_app.ui.desk import Desk
from desktop_app.ui.kit import Text
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.recipient_table import Column, RecipientTable
from desktop_app.ui.recipients_page import RecipientsPage
from desktop_app.ui.side_bar import Page

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(open_sample: MainWindow) -> RecipientsPage:
    open_sample.pages.show_page(Page.RECIPIENTS)
    return open_sample.pages.recipients


@pytest.fixture
def empty(window: MainWindow, shipped: Program, tmp_path: Path, qtbot: QtBot) -> RecipientsPage:
    """The page of a campaign for which nobody is chosen."""
    folder = tmp_path / "letter"
    make_campaign(shipped.templates, folder, sample=True)
    toml = folder / "campaign.toml"
    lines = [line for line in toml.read_text("utf-8").splitlines() if not line.startswith("recipients")]
    toml.write_text("\n".join(lines), "utf-8")
    with qtbot.waitSignal(window.pages.desk.checker.checked, timeout=10_000):
        window.open(folder)
    window.pages.show_page(Page.RECIPIENTS)
    return window.pages.recipients


def button(within: QWidget, text: str) -> QPushButton:
    QApplication.processEvents()  # what was put into a layout just now is shown with the next event
    return next(b for b in within.findChildren(QPushButton) if b.text().strip() == text and b.isVisible())


def press(within: QWidget, text: str) -> None:
    QTest.mouseClick(button(within, text), LEFT)


def states(desk: Desk) -> list[str]:
    chosen = desk.chosen
    assert isinstance(chosen, Chosen)
    return [recipient.iso3 for recipient in chosen.recipients]


def click_tick(page: RecipientsPage, key: str) -> None:
    area = page.view.visualRect(page.table.index(page.table.row_of(key), Column.TICK))
    QTest.mouseClick(page.view.viewport(), LEFT, pos=area.center())


def said(page: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(text.text() for text in page.findChildren(Text) if text.isVisible())


def test_nobody_yet_and_one_question(empty: RecipientsPage) -> None:
    assert "Who is it for?" in said(empty)
    primary = [
        b for b in empty.findChildren(QPushButton) if b.property("kind") == "primary" and b.isVisible()
    ]
    assert [b.text().strip() for b in primary] == ["Choose a body"]


def test_the_council_of_a_day_is_chosen_by_typing_its_name(empty: RecipientsPage) -> None:
    desk = empty._desk
    press(empty, "Choose a body")
    empty.controls.choice.hidePopup()
    empty.controls.begin()
    QTest.keyClicks(empty.controls.choice._typed, "security")
    QTest.keyClick(empty.controls.choice._typed, KEY.Key_Return)
    assert desk.campaign.campaign.request.to == ("security-council",)
    assert len(states(desk)) == 15
    assert "15 members on that day, presidency: Guyana." in said(empty)
    assert empty.table.rowCount() == 15
    desk.steps.undo()
    assert "Who is it for?" in said(empty)


def test_esc_leaves_the_first_choice_open(empty: RecipientsPage) -> None:
    press(empty, "Choose a body")
    empty.controls.choice.hidePopup()
    QTest.keyClick(empty.controls.choice, KEY.Key_Escape)
    assert "Who is it for?" in said(empty)


def test_another_day_has_other_members(page: RecipientsPage, desk: Desk, qtbot: QtBot) -> None:
    line = page.controls.day.lineEdit()
    line.setText("1 February 2026")
    QTest.keyClick(line, KEY.Key_Return)
    qtbot.waitUntil(lambda: desk.campaign.campaign.request.on == dt.date(2026, 2, 1))
    assert {"DNK", "BHR"} < set(states(desk))
    assert "MLT" not in states(desk)
    assert page.table.row_of("DNK") >= 0


def test_one_is_left_out_and_taken_back(page: RecipientsPage, desk: Desk, open_sample: MainWindow) -> None:
    click_tick(page, "CHN")
    assert "CHN" not in states(desk)
    assert "You left out China." in said(page)
    assert page.table.rowCount() == 15
    assert "14 of 15 chosen" in said(page)
    QTest.keyClick(open_sample, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(states(desk)) == 15
    page.view.go_to(page.table.row_of("FRA"))
    QTest.keyClick(page.view, KEY.Key_Space)
    assert "FRA" not in states(desk)
    press(page, "Take in")
    assert len(states(desk)) == 15


def test_a_state_the_letter_is_about_can_be_taken_in(page: RecipientsPage, desk: Desk) -> None:
    toml = desk.campaign.folder / "campaign.toml"
    toml.write_text('about = ["GUY"]\n' + toml.read_text("utf-8"), "utf-8")
    desk.reload()
    assert "Left out, because the letter is about it: Guyana." in said(page)
    assert len(states(desk)) == 14
    click_tick(page, "GUY")
    assert len(states(desk)) == 15
    click_tick(page, "GUY")
    assert len(states(desk)) == 14
    assert desk.campaign.campaign.request.to == ("security-council",)


def test_the_heading_leaves_all_out_and_takes_all_in(page: RecipientsPage, desk: Desk) -> None:
    head = page.view.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(Column.TICK) + 8, head.height() // 2)
    QTest.mouseClick(head.viewport(), LEFT, pos=place)
    assert states(desk) == []
    QTest.mouseClick(head.viewport(), LEFT, pos=place)
    assert len(states(desk)) == 15


def test_one_letter_to_the_body_or_to_its_president(page: RecipientsPage, desk: Desk) -> None:
    press(page.controls, "Its president")
    assert [r.key for r in desk.chosen.recipients] == ["president-security-council"]  # type: ignore[union-attr]
    press(page.controls, "The body")
    assert "Members of the United Nations Security Council" in page.panel.block.accessibleName()


def test_a_name_is_printed_and_kept(page: RecipientsPage, desk: Desk) -> None:
    page.view.go_to(page.table.row_of("FRA"))
    press(page.panel, "Add a name")
    QTest.keyClicks(page.panel.form._line, "Noor Example")
    QTest.keyClick(page.panel.form._line, KEY.Key_Return)
    assert "Noor Example" in page.panel.block.accessibleName()
    kept = read_corrections(desk.campaign.folder / "recipients.xlsx", desk.program.reference)
    assert kept.by_key["FRA"].name == "Noor Example"
    assert page.table.index(page.table.row_of("FRA"), Column.PERSON).data() == "Noor Example"
    page.panel.addressed.setCurrentIndex(page.panel.addressed.findData("f"))
    page.panel.addressed.activated.emit(page.panel.addressed.currentIndex())
    assert "Madame l’Ambassadrice," in page.panel.block.accessibleName()
    desk.steps.undo()
    desk.steps.undo()
    assert "Noor" not in page.panel.block.accessibleName()
    assert not (desk.campaign.folder / "recipients.xlsx").exists()


def test_an_address_is_corrected_line_by_line_and_forgotten_again(page: RecipientsPage) -> None:
    page.view.go_to(page.table.row_of("JPN"))
    before = page.panel.block.accessibleName()
    press(page.panel, "Correct the address")
    page.panel.form._text.setPlainText("Elm House\n1 Elm Street\n")
    press(page.panel, "Keep")
    assert page.panel.block.accessibleName().startswith("Elm House\n1 Elm Street\n")
    assert "later than this letter" not in said(page.panel)
    press(page.panel, "Correct the address")
    press(page.panel, "As the tables say")
    assert page.panel.block.accessibleName() == before


def test_what_is_no_address_for_mail_is_not_kept(page: RecipientsPage, desk: Desk) -> None:
    press(page.panel, "Add e-mail")
    QTest.keyClicks(page.panel.form._line, "nobody")
    QTest.keyClick(page.panel.form._line, KEY.Key_Return)
    assert "This is no e-mail address." in said(page.panel)
    QTest.keyClick(page.panel.form._line, KEY.Key_Escape)
    assert not page.panel.form.isVisible()
    assert not (desk.campaign.folder / "recipients.xlsx").exists()


def test_an_extra_paragraph_says_where_the_letter_has_no_place_for_it(
    page: RecipientsPage, desk: Desk
) -> None:
    press(page.panel, "Extra paragraph")
    assert "no place" not in said(page.panel.form)
    press(page.panel, "Cancel")
    Letter([p("Excellency, we write.")]).save(desk.campaign.folder / "letter.fr.docx")
    press(page.panel, "Extra paragraph")
    assert "The letter has no place for it yet" in said(page.panel.form)
    page.panel.form._text.setPlainText("We met in May.")
    press(page.panel, "Keep")
    assert "We met in May." in page.panel.block.accessibleName()


def test_a_language_that_is_missing_is_said(page: RecipientsPage, desk: Desk) -> None:
    (desk.campaign.folder / "letter.es.docx").unlink()
    desk.reload()
    row = page.table.row_of("ECU")
    assert page.table.index(row, Column.LANGUAGE).data() == "Spanish missing"
    page.view.go_to(row)
    assert "The mission asked for Spanish." in said(page.panel)
    assert "1 Spanish, sent in English" in said(page)


def test_an_arabic_block_runs_from_right_to_left(page: RecipientsPage, desk: Desk) -> None:
    folder = desk.campaign.folder
    (folder / "letter.ar.docx").write_bytes((folder / "letter.docx").read_bytes())
    toml = folder / "campaign.toml"
    toml.write_text(toml.read_text("utf-8").replace('"en", "fr", "es"', '"en", "ar"'), "utf-8")
    desk.reload()
    page.panel.language.setCurrentIndex(page.panel.language.findData("ar"))
    page.panel.language.activated.emit(page.panel.language.currentIndex())
    assert page.panel.block.direction is Qt.LayoutDirection.RightToLeft
    assert page.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert "البعثة" in page.panel.block.accessibleName()


def test_a_list_of_ones_own_is_pasted_beside_the_council(page: RecipientsPage, desk: Desk) -> None:
    QGuiApplication.clipboard().setText("Ann Alder\nAlder House\nElm Street\n\nBo Birch\nBirch House\n")
    press(page, "Paste a list")
    assert desk.campaign.campaign.request.to == ("security-council", "recipients-own.xlsx")
    assert page.table.rowCount() == 17
    page.view.go_to(page.table.row_of("Ann Alder"))
    assert "Alder House\nElm Street" in page.panel.block.accessibleName()
    assert button(page.panel, "Open the list")
    press(page.controls, "UN Security Council")
    assert page.table.rowCount() == 2


def test_a_list_from_a_file_is_copied_into_the_campaign(
    page: RecipientsPage, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "ministers.csv"
    file.write_text("Name,Title,Address\nAnn Alder,Minister,Elm Street\n", "utf-8")
    page.steps.take_file(file)
    assert (desk.campaign.folder / "ministers.csv").exists()
    assert "ministers.csv" in desk.campaign.campaign.request.to
    file.write_text("Colour\nBlue\n", "utf-8")
    page.steps.take_file(file)
    assert page.notices.isVisible()


def test_a_refused_choice_changes_nothing(page: RecipientsPage, desk: Desk) -> None:
    before = (desk.campaign.folder / "campaign.toml").read_bytes()
    press(page.controls, "Its president")
    desk.steps.undo()
    request = desk.campaign.campaign.request
    page.controls.asked.emit(request.__class__(("g7",), way="president"))
    assert "G7" in said(page.notices)
    assert (desk.campaign.folder / "campaign.toml").read_bytes() == before


def test_keys_go_from_one_recipient_to_the_next(page: RecipientsPage) -> None:
    page.view.setFocus()
    page.view.go_to(0)
    QTest.keyClick(page, KEY.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert page.view.currentIndex().row() == 1
    QTest.keyClick(page, KEY.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert page.view.currentIndex().row() == 0


def test_everything_that_can_be_pressed_has_a_name(page: RecipientsPage) -> None:
    page.controls.more.click()
    for made in page.findChildren(QPushButton):
        assert made.accessibleName(), made.text()


def test_what_was_changed_in_excel_is_taken_over(page: RecipientsPage, desk: Desk) -> None:
    page.view.go_to(page.table.row_of("FRA"))
    correct(desk.campaign.folder, "FRA", Correction(0, name="Noor Example"), desk.program.reference)
    page.hide()
    page.show()
    assert "Noor Example" in page.panel.block.accessibleName()


def test_nothing_is_shown_as_a_window_of_its_own(page: RecipientsPage, desk: Desk) -> None:
    desk.reload()
    click_tick(page, "CHN")
    QApplication.processEvents()
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [page.window()]


def test_recipients_are_chosen_and_pasted_by_the_menu(empty: RecipientsPage, window: MainWindow) -> None:
    window.show_page(Page.LETTER)
    window.menus.actions["choose"].trigger()
    assert empty.isVisible()
    assert empty.controls.choice.isVisible()
    QGuiApplication.clipboard().setText("Japan\nSouth Africa\n")
    window.menus.actions["paste-recipients"].trigger()
    desk = window.pages.desk
    assert isinstance(desk.chosen, Chosen)
    assert {recipient.iso3 for recipient in desk.chosen.recipients} == {"JPN", "ZAF"}
    window.menus.actions["choose"].trigger()
    assert empty.table.rowCount() == 2


def test_states_stand_in_the_order_of_their_names_in_the_language_of_the_window(
    page: RecipientsPage, shipped: Program
) -> None:
    def names() -> list[str]:
        table = RecipientTable(shipped.reference, str)
        table.take([p for p in map(page.table.prospect, range(page.table.rowCount())) if p is not None])
        return [str(table.index(row, Column.NAME).data()) for row in range(table.rowCount())]

    assert names()[:3] == ["Algeria", "China", "Ecuador"]
    i18n.speak(["fr"])
    french = names()
    i18n.speak([])
    assert french[:5] == ["Algérie", "Chine", "Équateur", "États-Unis d’Amérique", "Fédération de Russie"]
