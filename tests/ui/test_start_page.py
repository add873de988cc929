"""Where a letter begins: by a starter letter, the sample, a recent campaign, a drop."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.bootstrap import Program
from desktop_app.files.campaign_folder import SAMPLE, template_names
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.recent import Traces
from desktop_app.ui.start_page import RowButton
from desktop_app.ui.template_cards import STARTERS, TemplateCard

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder that somebody chooses when asked."""
    folder = tmp_path / "my letter"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(folder), ""))
    return folder


def row(window: MainWindow, text: str) -> RowButton:
    return next(button for button in window.start.findChildren(RowButton) if button.text() == text)


def test_there_is_a_card_for_each_starter_letter(shipped: Program) -> None:
    assert sorted(one.name for one in STARTERS) == sorted({*template_names(shipped.templates)} - {SAMPLE})


def test_a_starter_letter_is_made_where_somebody_says(window: MainWindow, answered: Path) -> None:
    cards = window.start.findChildren(TemplateCard)
    QTest.mouseClick(cards[3], LEFT)
    QTest.mouseClick(window.start.start_button, LEFT)
    assert window.pages.desk.campaign.folder == answered
    assert (answered / "letter.docx").exists()
    assert window.pages.isVisible()


def test_enter_starts_with_the_chosen_one(window: MainWindow, answered: Path) -> None:
    card = window.start.findChildren(TemplateCard)[1]
    QTest.keyClick(card, Qt.Key.Key_Space)
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert (answered / "letter.docx").exists()


def test_a_folder_that_exists_is_left_alone_and_said(window: MainWindow, answered: Path) -> None:
    answered.mkdir()
    (answered / "mine.txt").write_text("mine")
    QTest.mouseClick(window.start.start_button, LEFT)
    assert [path.name for path in answered.iterdir()] == ["mine.txt"]
    assert window.start.isVisible()


def test_the_sample_opens(window: MainWindow, answered: Path) -> None:
    QTest.mouseClick(row(window, "The sample"), LEFT)
    assert window.pages.desk.figures.total == 486
    assert answered.is_dir()


def test_what_is_asked_for_before_the_program_is_loaded_is_done_then(
    qtbot: QtBot, settings: QSettings, shipped: Program, answered: Path
) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.fill()
    window.show()
    QTest.mouseClick(window.start.start_button, LEFT)
    assert not answered.exists()
    window.furnish(shipped)
    assert window.pages.desk.campaign.folder == answered


def test_a_campaign_that_was_open_is_listed_and_opens(open_sample: MainWindow, sample: Path) -> None:
    title = open_sample.pages.desk.campaign.campaign.title
    open_sample.close_campaign()
    QTest.mouseClick(row(open_sample, title), LEFT)
    assert open_sample.pages.desk.campaign.folder == sample.resolve()


def test_one_that_is_gone_can_be_forgotten(window: MainWindow, tmp_path: Path) -> None:
    window.start.remember(tmp_path / "gone", "A letter")
    QTest.mouseClick(row(window, "A letter"), LEFT)
    assert window.start.traces.recent == []


def test_without_traces_nothing_is_listed_nor_kept(
    window: MainWindow, sample: Path, settings: QSettings
) -> None:
    window.start.traces.keep(kept=False)
    window.open(sample)
    window.close()
    assert settings.allKeys() == ["keeps-traces"]


def test_that_nothing_is_kept_holds_whatever_cannot_be_removed(
    window: MainWindow, settings: QSettings, tmp_path: Path
) -> None:
    words = tmp_path / "words"
    (words / "en.txt").mkdir(parents=True)
    window.start.traces.keep(kept=False)
    assert not Traces(settings).are_kept
    assert words.exists()
    (words / "en.txt").rmdir()
    (words / "en.txt").write_text("Wrodia\n", "utf-8")
    window.start.traces.keep(kept=False)
    assert not words.exists()


def test_a_folder_that_is_dropped_opens(window: MainWindow, sample: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sample))])
    window.dropEvent(
        QDropEvent(
            QPointF(QPoint(9, 9)), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
        )
    )
    assert window.pages.desk.campaign.folder == sample
