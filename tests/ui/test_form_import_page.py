"""The page of a form's answers: what is shown is what is done."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.signatory import Disclosure
from desktop_app.files.form_words import Use
from desktop_app.services.opening import make_campaign
from desktop_app.ui import theme
from desktop_app.ui.choice import Choice
from desktop_app.ui.desk import Desk
from desktop_app.ui.finding_line import FindingLine
from desktop_app.ui.form_import_page import FormImportPage
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.side_bar import Page

NAME = 3


@pytest.fixture
def page(open_sample: MainWindow, tmp_path: Path, qtbot: QtBot) -> FormImportPage:
    file = tmp_path / "answers.csv"
    answers = "Alder Reading Room,Chad,yes\nBirch Weavers,Peru,yes\n"
    file.write_text("Organisation,Country,May we publish your name?\n" + answers, "utf-8")
    open_sample.show_page(Page.SIGNATORIES)
    open_sample.pages.lists.import_form(file)
    form = open_sample.pages.lists.form
    qtbot.waitUntil(lambda: not form.is_busy)
    return form


def shown(page: FormImportPage) -> dict[str, Qt.CheckState]:
    lines = range(page.proposals.rowCount())
    role = Qt.ItemDataRole.CheckStateRole
    data, index = page.proposals.data, page.proposals.index
    return {str(data(index(at, NAME))): data(index(at, 0), role) for at in lines}


def leave_out(page: FormImportPage, name: str) -> None:
    at = list(shown(page)).index(name)
    ticks = page.proposals.index(at, 0)
    page.proposals.setData(ticks, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)


def test_one_that_is_left_out_stays_so_when_a_column_means_something_else(
    page: FormImportPage, desk: Desk, qtbot: QtBot
) -> None:
    leave_out(page, "Alder Reading Room")
    page._map({"Country": Use.IGNORE})
    qtbot.waitUntil(lambda: not page.is_busy)
    off, on = Qt.CheckState.Unchecked, Qt.CheckState.Checked
    assert shown(page) == {"Alder Reading Room": off, "Birch Weavers": on}
    with qtbot.waitSignal(page.left):
        page.apply()
    assert [row.name for row in desk.editing.history.rows[486:]] == ["Birch Weavers"]


def test_nothing_is_asked_and_nothing_shown_while_another_file_is_read(
    page: FormImportPage, qtbot: QtBot
) -> None:
    assert page._summary.isVisible()
    page.take(page._file)
    assert page.is_busy
    assert not page._summary.isVisible()
    assert shown(page) == {}
    qtbot.waitUntil(lambda: not page.is_busy)
    assert page._summary.isVisible()
    assert shown(page)


def test_another_file_begins_with_all_ticks(page: FormImportPage, qtbot: QtBot) -> None:
    leave_out(page, "Alder Reading Room")
    page.take(page._file)
    qtbot.waitUntil(lambda: not page.is_busy)
    assert set(shown(page).values()) == {Qt.CheckState.Checked}


def test_the_figures_follow_the_ticks(page: FormImportPage) -> None:
    assert page._figures.text() == "486 now → 488 = 404 named + 84 anonymous"
    leave_out(page, "Alder Reading Room")
    assert page._figures.text() == "486 now → 487 = 403 named + 84 anonymous"


@pytest.fixture(params=[theme.Look.LIGHT, theme.Look.DARK])
def look(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    theme.wear(qapp, request.param)
    yield
    theme.wear(qapp, theme.Look.SYSTEM)


def edges(page: FormImportPage, shade: str) -> list[int]:
    """Where in the first line's cell for ticks a colour of the theme stands."""
    page.table.clearSelection()
    cell = page.table.visualRect(page.proposals.index(0, 0))
    image = page.table.viewport().grab(cell).toImage()
    return [x for x in range(cell.width()) if image.pixelColor(x, cell.height() // 2) == theme.colour(shade)]


@pytest.mark.usefixtures("look")
def test_a_box_is_ticked_where_it_is_drawn_and_its_edge_is_seen(page: FormImportPage) -> None:
    viewport, cell = page.table.viewport(), page.table.visualRect(page.proposals.index(0, 0))
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(cell.right() - 2, cell.center().y()))
    assert set(shown(page).values()) == {Qt.CheckState.Checked}
    assert edges(page, "strong") == []
    full = edges(page, "accent")
    at = QPoint(cell.left() + full[len(full) // 2], cell.center().y())
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    assert list(shown(page).values()) == [Qt.CheckState.Unchecked, Qt.CheckState.Checked]
    assert edges(page, "strong") == [full[0], full[-1]]
    page.table.setEnabled(False)
    assert edges(page, "line") == [full[0], full[-1]]


def test_changes_that_are_cancelled_are_not_made(page: FormImportPage, desk: Desk) -> None:
    before = desk.campaign.listed.path.read_bytes()
    page.apply()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert QThreadPool.globalInstance().waitForDone(10_000)
    QApplication.processEvents()
    assert desk.campaign.listed.path.read_bytes() == before
    assert len(desk.editing.history.rows) == 486
    assert page.isVisible()
    assert page.apply_button.isEnabled()


def test_a_list_that_changes_while_it_is_held_against_is_held_against_anew(
    page: FormImportPage, desk: Desk, qtbot: QtBot
) -> None:
    row = desk.editing.history.rows[0].row
    with qtbot.waitSignal(page.left):
        page.apply()
        desk.steps.write([row], "country", "Norway")
    assert desk.editing.history.row(row).country == "Norway"
    assert len(desk.editing.history.rows) == 488


def test_answers_reach_no_other_letter(
    page: FormImportPage, open_sample: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    make_campaign(desk.program.templates, tmp_path / "other", sample=True)
    page.apply()
    open_sample.open(tmp_path / "other")
    assert QThreadPool.globalInstance().waitForDone(10_000)
    QApplication.processEvents()
    assert len(desk.editing.history.rows) == 486
    assert desk.steps.undoable() is None


def import_lines(page: FormImportPage, tmp_path: Path, qtbot: QtBot, *lines: str) -> None:
    file = tmp_path / "other.csv"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    page.take(file)
    qtbot.waitUntil(lambda: not page.is_busy)


def test_who_says_no_cannot_be_left_out_and_the_box_looks_so(
    page: FormImportPage, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    named = next(row.name for row in desk.editing.history.rows if row.disclosure is Disclosure.NAMED)
    import_lines(page, tmp_path, qtbot, "Organisation,May we publish your name?", f'"{named}",no')
    assert edges(page, "accent") == []
    left, right = edges(page, "line")
    cell = page.table.visualRect(page.proposals.index(0, 0))
    at = QPoint(cell.left() + (left + right) // 2, cell.center().y())
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert list(shown(page).values()) == [Qt.CheckState.Checked]


def link(page: FormImportPage, text: str) -> QPushButton:
    return next(b for b in page.notices.findChildren(QPushButton) if b.text().strip() == text)


def test_all_that_is_noticed_is_said_before_anything_is_applied(
    page: FormImportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "other.csv"
    lines = ("Organisation,May we publish your name?", "Ash Trust,perhaps", "Gôrse Trust,yes")
    file.write_text("\n".join(lines), "cp1252")
    page.take(file)
    qtbot.waitUntil(lambda: not page.is_busy)
    said = [line.accessibleName() for line in page.notices.findChildren(FindingLine)]
    assert len(said) == 2
    assert "encoding" in said[0]
    assert "other.csv, row 3" in said[0]
    assert "no clear yes" in said[1]


def test_what_columns_mean_is_said_in_words(page: FormImportPage) -> None:
    page._change.setChecked(True)
    choice = page.columns.findChildren(Choice)[2]
    assert choice.currentText() == "A yes publishes the name"
    assert all(choice.itemText(at)[0].isupper() for at in range(choice.count()))


def test_nothing_of_the_last_file_stays_when_one_cannot_be_read(
    page: FormImportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    import_lines(page, tmp_path, qtbot, "one,two", "three,four")
    assert page.proposals.rowCount() == 0
    assert page._figures.text() == ""
    assert not page.apply_button.isEnabled()
    assert page._about.text() == "other.csv"


def test_of_two_columns_with_names_one_is_chosen(page: FormImportPage, tmp_path: Path, qtbot: QtBot) -> None:
    lines = ("Organisation,Organisation name,May we publish your name?", "Alder,Alder Reading Room,yes")
    import_lines(page, tmp_path, qtbot, *lines)
    assert page.columns.isVisible()
    QTest.mouseClick(link(page, "Organisation name"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.is_busy)
    assert list(shown(page)) == ["Alder Reading Room"]


def test_a_question_that_is_unclear_is_answered_on_the_page(
    page: FormImportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    question = "Do you agree?"
    import_lines(page, tmp_path, qtbot, f"Organisation,{question}", "Alder Reading Room,yes")
    choice = next(c for c in page.columns.findChildren(Choice) if c.accessibleName() == question)
    assert choice.currentText() == ""
    choice.setCurrentIndex(choice.findData(Use.ANONYMITY))
    choice.activated.emit(choice.currentIndex())
    qtbot.waitUntil(lambda: not page.is_busy)
    assert list(shown(page).values()) == [Qt.CheckState.Checked]
    assert page._figures.text() == "486 now → 487 = 402 named + 85 anonymous"


def test_of_several_findings_each_is_closed_by_itself(
    page: FormImportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Organisation", "Country", "May we publish your name?"])
    sheet.append(["Cedar Choir", "Togo", "yes"])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    book.save(tmp_path / "answers.xlsx")
    page.take(tmp_path / "answers.xlsx")
    qtbot.waitUntil(lambda: not page.is_busy)
    lines = page.notices.findChildren(FindingLine)
    assert len(lines) == 2
    for line, left in zip(lines, (1, 0), strict=True):
        line.findChildren(QPushButton)[-1].click()
        assert sum(other.isVisible() for other in lines) == left
    assert not page.notices.isVisible()
