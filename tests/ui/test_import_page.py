"""An existing letter in the window: looked at, put right, and only then made a campaign."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.domain.imported import ImportAs
from desktop_app.domain.letter_anatomy.correcting import Place
from desktop_app.domain.signatory import Signatory
from desktop_app.files.list_editor import new_list
from desktop_app.services.importing import Patterns, Words, import_letter
from desktop_app.support.long_work import result_of
from desktop_app.ui.import_page import ImportPage
from desktop_app.ui.main_window import MainWindow
from desktop_app.wording.imports import of_doubt, of_line, source_of

LETTER = Path(__file__).parents[1] / "data" / "letters" / "harder" / "en07_bank_list_before_footnotes.txt"


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ImportPage:
    window.import_letter(LETTER)
    shown = window.pages.importing
    qtbot.waitUntil(shown.create_button.isEnabled)
    return shown


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder that somebody chooses when asked."""
    folder = tmp_path / "bank"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(folder), ""))
    return folder


def test_nothing_is_written_before_it_is_asked_for(page: ImportPage, answered: Path) -> None:
    QTest.keyClick(page, Qt.Key.Key_F8)
    page.assign([12], Place.TITLE)
    assert not answered.exists()


def test_unchanged_it_makes_what_the_terminal_makes(
    page: ImportPage, window: MainWindow, answered: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.made):
        QTest.mouseClick(page.create_button, Qt.MouseButton.LeftButton)
    program = window.pages.desk.program
    patterns = Patterns.shipped(program.patterns, program.templates)
    by_terminal = tmp_path / "by terminal"
    result_of(
        import_letter(LETTER, by_terminal, ImportAs.MODEL, patterns, Words(source_of, of_doubt, of_line))
    )
    names = sorted(path.name for path in by_terminal.iterdir())
    assert sorted(path.name for path in answered.iterdir()) == names
    for name in ("campaign.toml", "letter.docx"):
        assert (answered / name).read_bytes() == (by_terminal / name).read_bytes()
    assert window.pages.desk.campaign.folder == answered


def test_a_line_that_is_said_to_be_a_title_is_the_title(
    page: ImportPage, window: MainWindow, answered: Path, qtbot: QtBot
) -> None:
    page.view.selectRow(page.lines.row_of(12))
    page.assign(page.view.selected(), Place.TITLE)
    with qtbot.waitSignal(page.made):
        QTest.mouseClick(page.create_button, Qt.MouseButton.LeftButton)
    assert answered.is_dir()
    title = window.pages.desk.campaign.campaign.title
    assert title.casefold() == "civil society letter on the financing of the sundari coal terminal"


def test_one_spot_after_the_other_is_settled(page: ImportPage) -> None:
    before = page.doubts._number.text()
    doubt = page.doubts.doubt
    assert doubt is not None
    page.doubts.step(1)
    page.doubts._keep_it()
    assert page.doubts._number.text() != before


def test_a_letter_that_cannot_be_read_is_said_at_the_start(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").touch()
    window.import_letter(tmp_path / "empty.txt")
    qtbot.waitUntil(window.start.isVisible)


def test_escape_goes_back(page: ImportPage, window: MainWindow) -> None:
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert window.start.isVisible()


def test_a_folder_that_is_being_made_is_left_alone_when_that_is_cancelled(
    page: ImportPage, window: MainWindow, answered: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def waits(rows: Sequence[Signatory]) -> bytes:
        reached.set()
        assert go_on.wait(10)
        return new_list(rows)

    monkeypatch.setattr("desktop_app.services.importing.new_list", waits)
    with qtbot.waitSignal(page.left):
        QTest.mouseClick(page.create_button, Qt.MouseButton.LeftButton)
        assert reached.wait(10)
        QTest.keyClick(page, Qt.Key.Key_Escape)
        go_on.set()
    assert window.start.isVisible()
    assert list(answered.parent.glob("*bank*")) == []
    assert not any("undersigned" in path.name for path in answered.parent.iterdir())


def test_a_folder_that_cannot_be_made_is_said_on_the_page(
    page: ImportPage, answered: Path, qtbot: QtBot
) -> None:
    answered.mkdir()
    (answered / "notes.txt").write_text("ours", "utf-8")
    QTest.mouseClick(page.create_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.notices.isVisible)
    assert page.create_button.isEnabled()
    assert [path.name for path in answered.iterdir()] == ["notes.txt"]
