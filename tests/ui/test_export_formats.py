"""The formats of an export: ticked, remembered, named before they are made, made and searched."""

import re
import time
from collections.abc import Generator
from pathlib import Path

import pytest
from looking import button
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.files import libreoffice
from desktop_app.services import formatting
from desktop_app.ui.export_page import ExportPage, State
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.side_bar import Page

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key

Made = Generator[tuple[int, Path] | None, None, None]


@pytest.fixture
def page(open_sample: MainWindow) -> ExportPage:
    open_sample.show_page(Page.EXPORT)
    return open_sample.pages.export


def click(page: ExportPage, kind: str) -> None:
    """Click on a card, beside its box and its word."""
    card = page.ready.formats.cards[kind]
    QTest.mouseClick(card, LEFT, pos=QPoint(card.width() - 4, card.height() - 4))


def named(page: ExportPage) -> list[str]:
    table = page.ready.files
    items = [table.item(row, 0) for row in range(table.rowCount())]
    return [item.text() for item in items if item]


def only_to(folder: Path, recipient: str) -> None:
    path = folder / "campaign.toml"
    text, found = re.subn(
        r"(?m)^recipients = .*$", f'recipients = {{to = "{recipient}"}}', path.read_text("utf-8")
    )
    assert found
    path.write_text(text, "utf-8")


@pytest.mark.usefixtures("with_office")
def test_every_file_is_named_before_it_is_made(page: ExportPage) -> None:
    assert len(named(page)) == 15 + 1
    for kind in ("pdf", "eml", "zip", "html", "txt"):
        click(page, kind)
    endings = [name.rpartition(".")[2] for name in named(page)]
    each = ("docx", "pdf", "eml", "html", "txt", "zip", "csv")
    assert [endings.count(kind) for kind in each] == [15, 15, 15, 3, 3, 1, 1]
    assert button(page, "Export 15 letters")


def test_one_format_at_least_must_be_ticked(page: ExportPage) -> None:
    click(page, "docx")
    QTest.mouseClick(button(page, "Choose a format"), LEFT)
    assert page.state is State.READY
    assert page.ready.formats.cards["docx"].box.hasFocus()
    click(page, "html")
    assert button(page, "Export 3 public copies")
    QTest.keyClick(page.ready.formats.cards["docx"].box, KEY.Key_Space)
    assert page.ready.formats.ticked == ("docx", "html")


def test_the_ticks_are_remembered_with_the_letter_and_with_the_traces_alone(
    page: ExportPage, open_sample: MainWindow, sample: Path
) -> None:
    click(page, "txt")
    open_sample.close_campaign()
    assert open_sample.open(sample)
    assert page.ready.formats.ticked == ("docx", "txt")
    open_sample.menus.actions["traces"].trigger()
    click(page, "zip")
    assert open_sample.start.traces.formats(sample) == ()


def test_without_libreoffice_it_is_said_what_to_install(
    page: ExportPage, open_sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    page.ready.formats.tick(("pdf", "docx"))
    open_sample.show_page(Page.LETTER)
    open_sample.show_page(Page.EXPORT)
    formats = page.ready.formats
    assert formats.ticked == ("docx",)
    click(page, "pdf")
    assert formats.ticked == ("docx",)
    assert "LibreOffice" in formats.said
    assert not formats.cards["eml"].box.isEnabled()


@pytest.mark.usefixtures("with_office")
def test_drafts_without_an_address_lead_to_the_recipients(page: ExportPage, open_sample: MainWindow) -> None:
    assert "address" not in page.ready.formats.said
    click(page, "eml")
    assert "15 recipients have no e-mail address" in page.ready.formats.said
    QTest.mouseClick(button(page, "Go to the recipients"), LEFT)
    assert open_sample.pages.page is Page.RECIPIENTS


@pytest.mark.usefixtures("with_office")
def test_cancelling_a_conversion_is_felt_at_once_and_leaves_nothing(
    page: ExportPage, sample: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stand-in for LibreOffice never comes to an end."""
    ended = []

    def made(_documents: object, _folder: Path) -> Made:
        try:
            while True:
                time.sleep(0.02)
                yield None
        finally:
            ended.append(True)

    monkeypatch.setattr(formatting, "made_pdfs", made)
    click(page, "pdf")
    QTest.mouseClick(button(page, "Export 15 letters"), LEFT)
    qtbot.waitUntil(lambda: page.running.title.text() == "PDF 0 of 15", timeout=20_000)
    QTest.keyClick(page.running, KEY.Key_Escape)
    assert page.running.title.text() == "Cancelling…"
    qtbot.waitUntil(lambda: page.state is State.READY, timeout=20_000)
    assert ended
    assert not (sample / "exports").exists()
    assert page.ready.formats.ticked == ("docx", "pdf")


@pytest.mark.skipif(libreoffice.program() is None, reason="needs LibreOffice")
def test_a_letter_goes_out_in_every_format_and_again_in_the_same(
    open_sample: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    only_to(sample, "FRA")
    with qtbot.waitSignal(open_sample.pages.desk.checker.checked, timeout=10_000):
        open_sample.pages.desk.reload()
    open_sample.show_page(Page.EXPORT)
    page = open_sample.pages.export
    for kind in ("pdf", "eml", "zip", "html"):
        click(page, kind)
    foretold = named(page)
    QTest.mouseClick(button(page, "Export 1 letter"), LEFT)
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=60_000)
    folder = next((sample / "exports").iterdir())
    assert sorted(path.name for path in folder.iterdir()) == sorted(foretold)
    assert page.done.title.text() == "1 letter is ready"
    figures = "1 Word, 1 PDF, 1 E-mail drafts, 1 One ZIP archive, 1 Public copy: web page"
    assert page.done.made.accessibleName() == figures
    assert page.done.check.accessibleName().startswith("6 files opened again, 84 withheld names, ")
    QTest.keyClick(page.done, KEY.Key_Escape)
    assert page.ready.formats.ticked == ("docx", "pdf", "eml", "zip", "html")
    assert named(page) == foretold


@pytest.fixture
def with_office(monkeypatch: pytest.MonkeyPatch, open_sample: MainWindow) -> None:
    """LibreOffice is there, whatever this machine has."""
    monkeypatch.setattr(libreoffice, "program", lambda: "soffice")
    open_sample.pages.export.ready.formats.allow(formatting.can_be_made())
