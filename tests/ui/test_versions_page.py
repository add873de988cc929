"""A version beside the original: what is older is marked, found to agree, and taken back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.bootstrap import Program
from desktop_app.domain.signatory import Disclosure
from desktop_app.domain.versions import Standing
from desktop_app.files.letter_editor import LetterFile
from desktop_app.services.versions import agree, compare
from desktop_app.ui.desk import Desk
from desktop_app.ui.new_version import NewVersion
from desktop_app.ui.versions_page import VersionsPage

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
NUMBERS = "5,310 civilians"


@pytest.fixture
def bare_desk(shipped: Program, sample: Path, qtbot: QtBot) -> Iterator[Desk]:
    """The sample on a desk without a window."""
    host = QWidget()
    qtbot.addWidget(host)
    made = Desk(shipped, host)  # one that belongs to nobody could be cleared up by any thread
    made.open(sample)
    yield made
    made.put_away()
    assert QThreadPool.globalInstance().waitForDone(10_000)
    host.deleteLater()


@pytest.fixture
def page(bare_desk: Desk, qtbot: QtBot) -> VersionsPage:
    """The French version, which agreed once; one paragraph of the original has changed since."""
    opened = bare_desk.campaign
    agree(opened, "fr", compare(opened, "fr").pairs)
    write(opened.folder / "letter.docx", NUMBERS, "5,402 civilians")
    made = VersionsPage(bare_desk)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.show_language("fr")
    read(made, qtbot)
    return made


def write(path: Path, was: str, now: str) -> None:
    letter = LetterFile(path.read_bytes(), path.name)
    blocks = [
        replace(b, pieces=tuple(replace(p, text=p.text.replace(was, now)) for p in b.pieces))
        for b in letter.blocks
    ]
    path.write_bytes(letter.written(blocks, letter.notes))


def read(page: VersionsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: bool(page.rows) and not page._task.is_running and not page._timer.isActive(), timeout=20_000
    )


def open_rows(page: VersionsPage) -> list[Standing]:
    return [row.pair.standing for row in page.rows if row.pair.standing is not Standing.AGREES]


def button(page: QWidget, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.accessibleName() == text)


def words(page: QWidget) -> str:
    widgets = [widget for widget in page.findChildren(QWidget) if widget.isVisibleTo(page)]
    said = [w.text() for w in widgets if isinstance(w, QLabel)]
    return "\n".join([*said, *(w.accessibleName() + w.toolTip() for w in widgets)])


def test_what_is_older_is_marked_found_to_agree_and_taken_back(
    page: VersionsPage, bare_desk: Desk, qtbot: QtBot
) -> None:
    assert open_rows(page) == [Standing.OLDER]
    assert "1 paragraph is open" in words(page)
    QTest.mouseClick(button(page, "Next open paragraph"), LEFT)
    row = page.focusWidget()
    assert row.accessibleName().startswith("Older than the original. Depuis le coup")
    button(page, "Agrees now").click()
    qtbot.waitUntil(lambda: bool(page.rows) and open_rows(page) == [], timeout=20_000)
    assert "All paragraphs agree" in words(page)
    bare_desk.steps.undo()
    qtbot.waitUntil(lambda: open_rows(page) == [Standing.OLDER], timeout=20_000)


def test_a_click_or_enter_leads_to_the_place_in_the_version(page: VersionsPage, qtbot: QtBot) -> None:
    letter = LetterFile((page._desk.campaign.folder / "letter.fr.docx").read_bytes(), "letter.fr.docx")
    with qtbot.waitSignal(page.place_asked) as asked:
        QTest.mouseClick(page.rows[6], LEFT)
    assert letter.blocks[asked.args[0]].text.startswith("Nous demandons au Conseil")
    page.go(1)
    with qtbot.waitSignal(page.place_asked) as asked:
        QTest.keyClick(page.focusWidget(), KEY.Key_Return)
    assert letter.blocks[asked.args[0]].text.startswith("Depuis le coup")
    QTest.keyClick(page.focusWidget(), KEY.Key_Down)
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.focusWidget(), KEY.Key_Escape)


def test_no_name_stands_on_it_while_names_are_hidden(
    page: VersionsPage, bare_desk: Desk, qtbot: QtBot
) -> None:
    hidden = next(r.name for r in bare_desk.campaign.signatories if r.disclosure is Disclosure.ANONYMOUS)
    write(bare_desk.campaign.folder / "letter.fr.docx", "Alors que nous", f"{hidden} et nous")
    bare_desk.cover.take_off()
    bare_desk.wrote_letter()
    qtbot.waitUntil(lambda: hidden in words(page), timeout=20_000)
    bare_desk.cover.put_on()
    assert hidden not in words(page), "at once"
    read(page, qtbot)
    assert hidden not in words(page)
    assert "(hidden) et nous" in words(page)


def test_a_version_is_begun_and_shown(page: VersionsPage, bare_desk: Desk, qtbot: QtBot) -> None:
    new = NewVersion(bare_desk, page)
    new.button.menu().aboutToShow.emit()
    said = {action.text(): action for action in new.button.menu().actions()}
    assert set(said) == {"Russian", "Chinese", "Arabic"}
    with qtbot.waitSignal(new.begun) as begun:
        said["Arabic"].trigger()
    assert "ar" in bare_desk.campaign.languages
    page.show_language(begun.args[0])
    qtbot.waitUntil(lambda: bool(page.rows) and page.rows[0].pair.version is not None, timeout=20_000)
    assert Standing.UNTRANSLATED in open_rows(page)
    bare_desk.steps.undo()
    assert "ar" not in bare_desk.campaign.languages


def test_what_nobody_has_looked_at_is_found_to_agree_at_once(page: VersionsPage, qtbot: QtBot) -> None:
    page.show_language("es")
    read(page, qtbot)
    assert open_rows(page) == []
    every = button(page, "All of it agrees now")
    qtbot.waitUntil(every.isVisible)
    every.click()
    qtbot.waitUntil(lambda: bool(page.rows) and not every.isVisible(), timeout=20_000)
    assert "All paragraphs agree" in words(page)
