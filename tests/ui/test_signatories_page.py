"""The place of the list, with keys and clicks: what is shown, what is hidden, what can be taken back."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from looking import button
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.bootstrap import Program
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.list_file import read_list
from desktop_app.services.opening import make_campaign
from desktop_app.services.saving import Saved, Saving
from desktop_app.ui.cell_words import suggestions
from desktop_app.ui.column import Column
from desktop_app.ui.desk import Desk
from desktop_app.ui.list_index import Show
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.side_bar import Page
from desktop_app.ui.signatories_page import SignatoriesPage

KEY = Qt.Key


@pytest.fixture
def page(open_sample: MainWindow) -> SignatoriesPage:
    open_sample.show_page(Page.SIGNATORIES)
    return open_sample.pages.lists.table


def disclosure(desk: Desk, row: int) -> Disclosure:
    return desk.editing.history.row(row).disclosure


def first(desk: Desk, listed: Disclosure) -> int:
    return next(row.row for row in desk.editing.history.rows if row.disclosure is listed)


def test_the_figures_are_those_of_the_list(page: SignatoriesPage) -> None:
    assert page.figures.accessibleName() == "486 signatories: 402 named, 84 anonymous"


def test_one_key_hides_a_row_and_undo_asks_before_it_is_named_again(
    page: SignatoriesPage, desk: Desk
) -> None:
    row = first(desk, Disclosure.NAMED)
    page.view.go_to(row)
    QTest.keyClick(page.view, KEY.Key_A)
    assert disclosure(desk, row) is Disclosure.ANONYMOUS
    QTest.keyClick(page.window(), KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert disclosure(desk, row) is Disclosure.ANONYMOUS
    QTest.mouseClick(button(page, "Name it again"), Qt.MouseButton.LeftButton)
    assert disclosure(desk, row) is Disclosure.NAMED


def test_naming_a_hidden_row_asks_on_what_it_rests(page: SignatoriesPage, desk: Desk) -> None:
    row = first(desk, Disclosure.ANONYMOUS)
    page.view.go_to(row)
    QTest.keyClick(page.view, KEY.Key_N)
    assert disclosure(desk, row) is Disclosure.ANONYMOUS
    source = page.notices.findChildren(QLineEdit)[-1]
    QTest.keyClicks(source, "e-mail of 3 May")
    QTest.keyClick(source, KEY.Key_Return)
    assert disclosure(desk, row) is Disclosure.NAMED
    assert "e-mail of 3 May" in desk.editing.history.row(row).source


def test_naming_several_says_whom_the_answer_is_taken_for(page: SignatoriesPage, desk: Desk) -> None:
    hidden = [row.row for row in desk.editing.history.rows if row.disclosure is Disclosure.ANONYMOUS][:3]
    page.list_as([first(desk, Disclosure.NAMED), *hidden], Disclosure.NAMED)
    source = page.notices.findChildren(QLineEdit)[-1]
    assert f"3 of these asked not to be named: rows {', '.join(map(str, hidden))}." in source.accessibleName()


def test_names_that_are_like_withheld_ones_are_asked_about_one_by_one(
    page: SignatoriesPage, desk: Desk
) -> None:
    hidden = [row for row in desk.editing.history.rows if row.disclosure is Disclosure.ANONYMOUS][:2]
    QGuiApplication.clipboard().setText("\n".join(["Birch Weavers", *(row.name for row in hidden)]))
    page.paste()
    QTest.mouseClick(button(page, "Named"), Qt.MouseButton.LeftButton)
    for number, row in enumerate(hidden):
        # Those that nothing speaks against are on the list already, the others wait to be answered for.
        assert len(desk.editing.history.rows) == 487 + number
        assert len(page.paste_panel.text.splitlines()) == 2 - number
        source = page.notices.findChildren(QLineEdit)[-1]
        assert f"row {row.row}" in source.accessibleName()
        QTest.keyClicks(source, f"e-mail about {row.row}")
        QTest.keyClick(source, KEY.Key_Return)
    added = desk.editing.history.rows[486:]
    assert [row.source for row in added] == ["", *(f"e-mail about {row.row}" for row in hidden)]
    assert not page.paste_panel.isVisible()


def test_pending_rows_like_withheld_ones_are_asked_about_before_they_are_named(
    page: SignatoriesPage, desk: Desk
) -> None:
    hidden = [row for row in desk.editing.history.rows if row.disclosure is Disclosure.ANONYMOUS][:2]
    new = [Signatory(0, name, Disclosure.PENDING) for name in ("Birch Weavers", *(r.name for r in hidden))]
    added = list(desk.steps.add(new).after)
    page.list_as(added, Disclosure.NAMED)
    for row in hidden:
        assert {disclosure(desk, number) for number in added} == {Disclosure.PENDING}
        source = page.notices.findChildren(QLineEdit)[-1]
        assert f"row {row.row}" in source.accessibleName()
        QTest.keyClicks(source, f"e-mail about {row.row}")
        QTest.keyClick(source, KEY.Key_Return)
    rows = [desk.editing.history.row(number) for number in added]
    assert {row.disclosure for row in rows} == {Disclosure.NAMED}
    assert [row.source for row in rows] == ["", *(f"e-mail about {row.row}" for row in hidden)]


def test_a_name_that_is_none_does_not_stop_the_others(page: SignatoriesPage, desk: Desk) -> None:
    QGuiApplication.clipboard().setText("Alder Reading Room\nplease do not publish our name\nBirch Weavers\n")
    page.paste()
    QTest.mouseClick(button(page, "Named"), Qt.MouseButton.LeftButton)
    assert [row.name for row in desk.editing.history.rows[486:]] == ["Alder Reading Room", "Birch Weavers"]
    panel = page.paste_panel
    assert panel.isVisible()
    assert panel.text == "please do not publish our name"
    assert panel._reasons.text().startswith("Line 2: This is no name")
    # It goes out of sight as what is typed does, and is mended.
    desk.cover.put_on()
    assert panel.text == ""
    desk.cover.take_off()
    panel._lines.setPlainText("Cedar Choir")
    QTest.mouseClick(button(page, "Add these"), Qt.MouseButton.LeftButton)
    assert desk.editing.history.rows[-1].name == "Cedar Choir"
    assert not panel.isVisible()
    desk.cover.put_on()


def test_a_line_adds_one_after_the_other(page: SignatoriesPage, desk: Desk) -> None:
    page.add_one()
    for name in ("Alder Reading Room", "Birch Weavers"):
        QTest.keyClicks(page.add_line._name, name)
        QTest.keyClick(page.add_line._name, KEY.Key_Return)
    rows = desk.editing.history.rows
    assert [row.name for row in rows[-2:]] == ["Alder Reading Room", "Birch Weavers"]
    assert {row.disclosure for row in rows[-2:]} == {Disclosure.PENDING}
    assert page.figures.accessibleName().startswith("486 signatories")


def test_a_name_that_was_entered_does_not_come_back_into_its_line(page: SignatoriesPage) -> None:
    page.add_one()
    QTest.keyClicks(page.add_line._name, "Alder Reading Room")
    QTest.keyClick(page.add_line._name, KEY.Key_Return)
    QTest.keyClick(page.add_line._name, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.add_line._name.text() == ""


def test_another_letter_shows_nothing_that_was_typed_for_this_one(
    page: SignatoriesPage, open_sample: MainWindow, shipped: Program, tmp_path: Path
) -> None:
    page.add_one()
    QTest.keyClicks(page.add_line._name, "Alder Reading Room")
    make_campaign(shipped.templates, tmp_path / "other", sample=True)
    open_sample.open(tmp_path / "other")
    assert page.add_line._name.text() == ""


def test_the_same_letter_opened_again_has_the_last_step(
    desk: Desk, open_sample: MainWindow, sample: Path
) -> None:
    row = first(desk, Disclosure.NAMED)
    desk.steps.list_as([row], Disclosure.ANONYMOUS)
    open_sample.open(sample)
    assert disclosure(desk, row) is Disclosure.ANONYMOUS


def test_one_that_is_there_already_is_asked_about(page: SignatoriesPage, desk: Desk) -> None:
    there = desk.editing.history.row(first(desk, Disclosure.NAMED))
    page.add_one()
    page.add_line._name.setText(there.name)  # QTest types ASCII only
    QTest.keyClick(page.add_line._name, KEY.Key_Return)
    QTest.mouseClick(button(page, "Take it back"), Qt.MouseButton.LeftButton)
    assert len(desk.editing.history.rows) == 486


def test_typing_into_a_cell_changes_it(page: SignatoriesPage, desk: Desk, qtbot: QtBot) -> None:
    row = first(desk, Disclosure.NAMED)
    page.view.go_to(row)
    page.view.setCurrentIndex(page.table.index_of(row, Column.COUNTRY))
    QTest.keyClick(page.view, KEY.Key_F2)
    editor = page.view.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "Norway")
    QTest.keyClick(editor, KEY.Key_Return)
    qtbot.waitUntil(lambda: desk.editing.history.row(row).country == "Norway")


def typed_over(page: SignatoriesPage, row: int, column: Column, text: str) -> QLineEdit:
    """The cell while it is typed into, not left yet."""
    page.view.go_to(row)
    page.view.setCurrentIndex(page.table.index_of(row, column))
    QTest.keyClick(page.view, KEY.Key_F2)
    editor = page.view.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, text)
    return editor


@pytest.mark.parametrize("leave", [MainWindow.save, MainWindow.close])
def test_what_is_being_typed_is_saved_too(
    page: SignatoriesPage,
    desk: Desk,
    open_sample: MainWindow,
    leave: Callable[[MainWindow], object],
    qtbot: QtBot,
) -> None:
    row, path = first(desk, Disclosure.NAMED), desk.campaign.listed.path
    typed_over(page, row, Column.COUNTRY, "Norway")
    leave(open_sample)
    qtbot.waitUntil(lambda: desk.is_saved)
    saved = read_list(path).signatories
    assert next(s for s in saved if s.row == row).country == "Norway"


def test_the_window_stays_for_a_question_that_typing_raises(page: SignatoriesPage, desk: Desk) -> None:
    named, hidden = (
        desk.editing.history.row(first(desk, d)) for d in (Disclosure.NAMED, Disclosure.ANONYMOUS)
    )
    typed_over(page, named.row, Column.NAME, "").setText(hidden.name)
    page.window().close()
    assert desk.is_open
    assert page.notices.isVisible()


def test_typing_goes_to_the_signatory_it_was_begun_at(
    page: SignatoriesPage, desk: Desk, qtbot: QtBot
) -> None:
    row = first(desk, Disclosure.NAMED) + 3
    name = desk.editing.history.row(row).name
    editor = typed_over(page, row, Column.COUNTRY, "Norway")
    book = openpyxl.load_workbook(desk.campaign.listed.path)
    book.worksheets[0].insert_rows(row)
    book.worksheets[0].cell(row, 1).value = "Alder Reading Room"
    book.save(desk.campaign.listed.path)
    desk.saver.look_again()
    QTest.keyClick(editor, KEY.Key_Return)
    assert desk.editing.history.row(row + 1).name == name
    qtbot.waitUntil(lambda: desk.editing.history.row(row + 1).country == "Norway")
    assert desk.editing.history.row(row).country == ""


def test_countries_of_hidden_rows_are_not_suggested(desk: Desk) -> None:
    desk.steps.add([Signatory(0, "Alder Reading Room", Disclosure.ANONYMOUS, country="Isle of Alders")])
    assert "Isle of Alders" not in suggestions(desk, "country")
    desk.cover.take_off()
    assert "Isle of Alders" in suggestions(desk, "country")
    desk.cover.put_on()


def test_a_problem_is_said_where_it_is_seen(
    desk: Desk, open_sample: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def refuse(*_given: object, **_named: object) -> Saved:
        raise ProblemError("list-open", Place("signatories-private.xlsx"), program="Excel")

    desk.steps.list_as([first(desk, Disclosure.NAMED)], Disclosure.WITHDRAWN)
    monkeypatch.setattr(Saving, "save", refuse)
    for place in Page:
        open_sample.show_page(place)
        open_sample.pages.notices.clear()
        open_sample.save()
        qtbot.waitUntil(open_sample.pages.notices.isVisible)
    monkeypatch.undo()


def test_what_was_offered_after_a_step_goes_with_it(
    page: SignatoriesPage, desk: Desk, open_sample: MainWindow
) -> None:
    there = desk.editing.history.row(first(desk, Disclosure.NAMED))
    page.add_line.entered.emit(Signatory(0, there.name, Disclosure.PENDING))
    assert page.notices.isVisible()
    open_sample.pages.taking_back.undo()
    assert not page.notices.isVisible()


def test_names_are_pasted_and_asked_how_they_are_listed(page: SignatoriesPage, desk: Desk) -> None:
    QGuiApplication.clipboard().setText("1. Alder Reading Room\n2. Birch Weavers\n3. Cedar Choir\n")
    page.paste()
    QTest.mouseClick(button(page, "Named"), Qt.MouseButton.LeftButton)
    rows = desk.editing.history.rows[-3:]
    assert [row.name for row in rows] == ["Alder Reading Room", "Birch Weavers", "Cedar Choir"]
    assert {row.disclosure for row in rows} == {Disclosure.NAMED}
    desk.steps.undo()
    assert len(desk.editing.history.rows) == 486


def test_cells_from_a_spreadsheet_keep_their_columns(page: SignatoriesPage, desk: Desk) -> None:
    QGuiApplication.clipboard().setText(
        "Organisation\tCountry\tListed\tPhone\nAlder Reading Room\tChad\tanonymous\t5550\n"
    )
    page.paste()
    row = desk.editing.history.rows[-1]
    assert (row.name, row.country, row.disclosure) == ("Alder Reading Room", "Chad", Disclosure.ANONYMOUS)
    assert row.notes == "Phone: 5550"


def test_named_rows_are_copied_and_hidden_ones_are_not(page: SignatoriesPage, desk: Desk) -> None:
    QGuiApplication.clipboard().setText("before")
    hidden = first(desk, Disclosure.ANONYMOUS)
    page.copy([first(desk, Disclosure.NAMED), hidden])
    assert QGuiApplication.clipboard().text() == "before"
    page.copy([first(desk, Disclosure.NAMED)])
    assert desk.editing.history.rows[0].name in QGuiApplication.clipboard().text()
    # No history of a clipboard keeps it.
    assert QGuiApplication.clipboard().mimeData().data("x-kde-passwordManagerHint") == b"secret"


def test_a_network_folds_its_members_away(page: SignatoriesPage) -> None:
    before = page.table.rowCount()
    page.view.go_to(2)
    QTest.keyClick(page.view, KEY.Key_Left)
    assert page.table.rowCount() == before - 12
    QTest.keyClick(page.view, KEY.Key_Right)
    assert page.table.rowCount() == before


def test_a_click_on_the_twisty_folds_too(page: SignatoriesPage) -> None:
    before = page.table.rowCount()
    area = page.view.visualRect(page.table.index_of(2))
    QTest.mouseClick(
        page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(area.left() + 14, area.center().y())
    )
    assert page.table.rowCount() == before - 12


def test_a_search_shows_what_was_typed(page: SignatoriesPage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.search, "women's circle")
    qtbot.waitUntil(lambda: page.table.rowCount() == 12)  # eleven, and the network they stand under


def test_a_click_on_a_figure_filters(page: SignatoriesPage) -> None:
    page.figures.asked.emit(Show.ANONYMOUS)
    assert page.table.rowCount() == 84


def test_sorted_by_name_masked_rows_stand_last_in_the_order_of_the_sheet(page: SignatoriesPage) -> None:
    page.table.outline(on=False)
    page.table.sort(Column.NAME, Qt.SortOrder.DescendingOrder)
    rows = [page.table.row_at(page.table.index(n, 0)) for n in range(page.table.rowCount())]
    masked = [row for row in rows if page.table.is_masked(row)]
    assert len(masked) == 84
    assert rows[-84:] == masked == sorted(masked)


def test_ctrl_enter_writes_into_all_selected_rows(page: SignatoriesPage, desk: Desk, qtbot: QtBot) -> None:
    rows = [row.row for row in desk.editing.history.rows if row.disclosure is Disclosure.NAMED][:3]
    page.view.go_to(rows[0])
    page.view.setCurrentIndex(page.table.index_of(rows[0], Column.COUNTRY))
    for row in rows:
        flags = QItemSelectionModel.SelectionFlag
        page.view.selectionModel().select(page.table.index_of(row), flags.Select | flags.Rows)
    QTest.keyClick(page.view, KEY.Key_F2)
    editor = page.view.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Norway")
    QTest.keyClick(editor, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: {desk.editing.history.row(row).country for row in rows} == {"Norway"})


def test_rows_are_put_under_a_network_and_back(page: SignatoriesPage, desk: Desk) -> None:
    rows = [row.row for row in desk.editing.history.rows if not row.member_of and row.row > 20][:2]
    page.view.put_under.emit(rows, 3)  # a member: its network is meant
    network = desk.editing.history.row(2).name
    assert {desk.editing.history.row(row).member_of for row in rows} == {network}
    page.view.put_under.emit(rows, None)
    assert {desk.editing.history.row(row).member_of for row in rows} == {""}


def test_f6_goes_between_side_bar_and_page(page: SignatoriesPage, open_sample: MainWindow) -> None:
    open_sample.activateWindow()
    open_sample.next_pane()
    assert open_sample.pages.side.has_focus()
    open_sample.next_pane()
    assert page.isAncestorOf(open_sample.focusWidget())


def everything(page: SignatoriesPage) -> str:
    """All that the model could tell anybody."""
    table = page.table
    roles = [*Qt.ItemDataRole, *range(int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 16)]
    said = []
    for place in range(table.rowCount(QModelIndex())):
        for column in Column:
            index = table.index(place, column)
            said += [str(table.data(index, role)) for role in roles]
        data = table.mimeData([table.index(place, column) for column in Column])
        raw = b"".join(bytes(data.data(kind).data()) for kind in data.formats())
        said += [data.text(), raw.decode("utf-16-be", "ignore"), raw[1:].decode("utf-16-be", "ignore")]
    return "\n".join(said)


def test_no_withheld_name_is_in_what_the_table_tells(page: SignatoriesPage, desk: Desk) -> None:
    withheld = [
        row.name for row in desk.editing.history.rows if row.disclosure is Disclosure.ANONYMOUS and row.name
    ]
    named = {row.name for row in desk.editing.history.rows if row.disclosure is Disclosure.NAMED}
    told = everything(page)
    assert len(withheld) == 84
    assert next(iter(named)) in told
    assert [name for name in withheld if name in told] == []


def test_names_are_shown_on_demand_and_hidden_again(page: SignatoriesPage, desk: Desk) -> None:
    row = first(desk, Disclosure.ANONYMOUS)
    name = desk.editing.history.row(row).name
    page.show_or_hide_names()
    assert page.table.data(page.table.index_of(row)) == name
    page.show_or_hide_names()
    assert page.table.data(page.table.index_of(row)) == ""


def test_the_row_in_hand_is_shown_while_it_is_typed_into(page: SignatoriesPage, desk: Desk) -> None:
    row = first(desk, Disclosure.ANONYMOUS)
    page.view.go_to(row)
    QTest.keyClick(page.view, KEY.Key_F2)
    editor = page.view.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == desk.editing.history.row(row).name
    QTest.keyClick(editor, KEY.Key_Escape)
    assert page.table.is_masked(row)


def test_the_workbook_is_saved_on_demand(page: SignatoriesPage, desk: Desk, qtbot: QtBot) -> None:
    row = first(desk, Disclosure.NAMED)
    desk.steps.list_as([row], Disclosure.WITHDRAWN)
    assert not desk.is_saved
    QTest.keyClick(page.window(), KEY.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.is_saved)
    saved = read_list(desk.campaign.listed.path).signatories
    assert next(s for s in saved if s.row == row).disclosure is Disclosure.WITHDRAWN


def editor_of(page: SignatoriesPage) -> QLineEdit:
    editor = page.view._delegate.editor
    assert editor is not None
    return editor


def test_tab_from_cell_to_cell_of_a_hidden_row_loses_nothing(
    page: SignatoriesPage, desk: Desk, qtbot: QtBot
) -> None:
    row = first(desk, Disclosure.ANONYMOUS)
    desk.steps.write([row], "acronym", "QRC")
    before = desk.editing.history.row(row)
    page.view.go_to(row)
    QTest.keyClick(page.view, KEY.Key_F2)
    first_cell = editor_of(page)
    QTest.keyClick(first_cell, KEY.Key_Tab)
    qtbot.waitUntil(lambda: page.view._delegate.editor not in (None, first_cell))
    assert editor_of(page).text() == "QRC"
    QTest.keyClick(editor_of(page), KEY.Key_Return)
    qtbot.wait(50)
    assert desk.editing.history.row(row) == before


def test_what_is_being_typed_stays_when_the_table_changes(page: SignatoriesPage, desk: Desk) -> None:
    row = first(desk, Disclosure.NAMED)
    page.view.go_to(row)
    QTest.keyClick(page.view, KEY.Key_F2)
    editor_of(page).setText("Half a na")
    page.table.show_notes({row: "a note"})
    assert editor_of(page).text() == "Half a na"


def test_names_that_are_hidden_leave_the_cell_that_is_typed_into(page: SignatoriesPage, desk: Desk) -> None:
    row = first(desk, Disclosure.ANONYMOUS)
    page.show_or_hide_names()
    page.view.go_to(row)
    QTest.keyClick(page.view, KEY.Key_F2)
    desk.cover.put_on()
    assert page.table.is_masked(row)
    assert desk.editing.history.row(row).name


def test_a_list_that_cannot_be_saved_can_be_left_and_comes_back(open_sample: MainWindow, desk: Desk) -> None:
    folder = desk.campaign.folder
    row = first(desk, Disclosure.NAMED)
    desk.steps.list_as([row], Disclosure.WITHDRAWN)
    settings = (folder / "campaign.toml").read_text("utf-8")
    (folder / "campaign.toml").write_text("broken = [", "utf-8")
    assert not open_sample.close()
    (folder / "campaign.toml").write_text(settings, "utf-8")
    desk.leave_unsaved()
    assert open_sample.open(folder)
    assert disclosure(desk, row) is Disclosure.WITHDRAWN


def test_a_step_that_moves_no_row_draws_that_row_alone(
    page: SignatoriesPage, desk: Desk, qtbot: QtBot
) -> None:
    row = first(desk, Disclosure.NAMED)
    place = page.table.index_of(row).row()
    moved: list[object] = []
    page.table.layoutChanged.connect(lambda *_: moved.append(1))
    with qtbot.waitSignal(page.table.dataChanged) as drawn:
        page.list_as([row], Disclosure.WITHDRAWN)
    assert drawn.args is not None
    top, bottom = drawn.args[:2]
    assert (top.row(), bottom.row()) == (place, place)
    assert not moved


def test_all_rows_can_be_selected_and_stay_selected_while_they_are_sorted(
    page: SignatoriesPage, desk: Desk
) -> None:
    page.view.selectAll()
    assert page.view.number_selected == page.table.rowCount() == len(desk.editing.history.rows)
    assert sorted(page.view.rows()) == sorted(row.row for row in desk.editing.history.rows)
    page.view.sortByColumn(Column.COUNTRY, Qt.SortOrder.DescendingOrder)
    assert page.view.number_selected == page.table.rowCount()
