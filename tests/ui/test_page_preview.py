"""The pages beside the text: made anew after a change, at their place, and none with a hidden name."""

import sys
from pathlib import Path

import pytest
from campaigns import NAMED, Bench, hidden, recipient
from files.pdfs import down, pdf
from letters import Letter, p
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from stand_in_office import StandInOffice

from desktop_app.bootstrap import Program
from desktop_app.files import libreoffice
from desktop_app.services.opening import OpenCampaign
from desktop_app.ui import page_preview
from desktop_app.ui.page_preview import PagePreview

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
KEY = Qt.Key


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandInOffice:
    monkeypatch.setattr(page_preview, "_SETTLE", 1)
    return StandInOffice(tmp_path, monkeypatch)


@pytest.fixture
def opened(tmp_path: Path, shipped: Program) -> OpenCampaign:
    return campaign_with(tmp_path, shipped, "We write to you.")


def campaign_with(folder: Path, shipped: Program, line: str) -> OpenCampaign:
    letter = Letter([p("{{ recipient.salutation }}"), p(line), p("{{ signatories }}")])
    return Bench(folder, shipped.reference, letter, (*NAMED, hidden(40, "Lantern of Ondara"))).opened()


@pytest.fixture
def preview(qtbot: QtBot, shipped: Program) -> PagePreview:
    made = PagePreview(shipped)
    qtbot.addWidget(made)
    made.resize(452, 500)
    made.show()
    return made


def says(preview: PagePreview) -> str:
    return "\n".join(label.text() for label in preview.findChildren(QLabel) if label.isVisible())


def shows(preview: PagePreview, qtbot: QtBot, pages: int) -> None:
    qtbot.waitUntil(lambda: preview.sheets.isVisible() and preview.sheets.pages == pages, timeout=20_000)


def test_pages_are_turned_by_keys_and_buttons_and_told_of(
    preview: PagePreview, opened: OpenCampaign, office: StandInOffice, qtbot: QtBot
) -> None:
    preview.show_letter(opened, recipient(), masked=True)
    qtbot.waitUntil(lambda: "being made" in says(preview) or preview.sheets.pages == 2)
    shows(preview, qtbot, 2)
    assert "Page 1 of 2" in says(preview)
    QTest.keyClick(preview.sheets, KEY.Key_End)
    assert preview.sheets.accessibleName() == "Page 2 of 2"
    up, down_ = (b for b in preview.findChildren(QPushButton) if b.accessibleName().endswith("page"))
    assert (up.isEnabled(), down_.isEnabled()) == (True, False)
    up.click()
    assert "Page 1 of 2" in says(preview)
    middle = preview.sheets.viewport().rect().center()
    assert preview.sheets.viewport().grab().toImage().pixelColor(middle) == QColor("white")
    assert office.runs == 1


def test_a_change_keeps_the_place_and_another_campaign_does_not(
    preview: PagePreview, opened: OpenCampaign, office: StandInOffice, qtbot: QtBot
) -> None:
    preview.show_letter(opened, recipient(), masked=True)
    shows(preview, qtbot, 2)
    preview.sheets.go_to(2)
    QTest.keyClick(preview.sheets, KEY.Key_Down)
    at = preview.sheets.verticalScrollBar().value()
    office.pages.write_bytes(pdf(*[down(50, 700, "Excellency,")] * 3))
    preview.show_letter(opened, recipient(), masked=True)
    assert preview.sheets.pages == 2, "the old pages stay until the new ones are there"
    shows(preview, qtbot, 3)
    assert preview.sheets.verticalScrollBar().value() == at
    preview.forget()
    assert (preview.sheets.pages, office.left()) == (0, [])
    preview.show_letter(opened, recipient(), masked=True)
    shows(preview, qtbot, 3)
    assert preview.sheets.page == 1


def test_a_change_while_pages_are_made_is_made_after_them(
    preview: PagePreview, opened: OpenCampaign, office: StandInOffice, qtbot: QtBot
) -> None:
    preview.show_letter(opened, recipient(), masked=True)
    qtbot.waitUntil(lambda: office.runs == 1, timeout=20_000)
    for _ in range(3):
        preview.show_letter(opened, recipient(), masked=True)
    shows(preview, qtbot, 2)
    qtbot.waitUntil(lambda: office.runs == 2, timeout=20_000)
    qtbot.waitUntil(lambda: not preview._task.is_running)
    assert office.runs == 2


def test_another_recipient_stops_what_is_made(
    preview: PagePreview, opened: OpenCampaign, office: StandInOffice, qtbot: QtBot
) -> None:
    office.do("sleep 60")
    preview.show_letter(opened, recipient(), masked=True)
    qtbot.waitUntil(lambda: office.runs == 1, timeout=20_000)
    office.do('mkdir -p "$1"; cp "{pages}" "$1/letter.pdf"')
    preview.show_letter(opened, recipient("SWE"), masked=True)
    shows(preview, qtbot, 2)


def test_a_hidden_name_shows_no_page_until_names_are_shown(
    preview: PagePreview, tmp_path: Path, shipped: Program, office: StandInOffice, qtbot: QtBot
) -> None:
    opened = campaign_with(tmp_path, shipped, "We thank the Lantern of Ondara.")
    preview.show_letter(opened, recipient(), masked=False)
    shows(preview, qtbot, 2)
    preview.show_letter(opened, recipient(), masked=True)
    assert preview.sheets.pages == 0, "covered at once"
    qtbot.waitUntil(lambda: "A name that is hidden now" in says(preview), timeout=20_000)
    assert office.runs == 1


def test_without_libreoffice_word_is_offered(
    preview: PagePreview, opened: OpenCampaign, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    preview.show_letter(opened, recipient(), masked=True)
    qtbot.waitUntil(lambda: "LibreOffice makes these pages" in says(preview), timeout=20_000)
    with qtbot.waitSignal(preview.word_asked):
        next(b for b in preview.findChildren(QPushButton) if "Word" in b.text()).click()


def test_what_failed_is_tried_again(
    preview: PagePreview, opened: OpenCampaign, office: StandInOffice, qtbot: QtBot
) -> None:
    office.do("exit 77")
    preview.show_letter(opened, recipient(), masked=True)
    qtbot.waitUntil(lambda: "could not make the pages" in says(preview), timeout=20_000)
    office.do('mkdir -p "$1"; cp "{pages}" "$1/letter.pdf"')
    next(b for b in preview.findChildren(QPushButton) if "Try again" in b.text()).click()
    shows(preview, qtbot, 2)


def test_nothing_is_made_while_nobody_sees_it(
    preview: PagePreview, opened: OpenCampaign, office: StandInOffice, qtbot: QtBot
) -> None:
    preview.hide()
    preview.show_letter(opened, recipient(), masked=True)
    qtbot.wait(50)
    assert office.runs == 0
    preview.show()
    shows(preview, qtbot, 2)
