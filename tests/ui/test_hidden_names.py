"""While names are hidden nothing in the window tells one: to eyes, ears, the mouse or the clipboard."""

from pathlib import Path

import pytest
from looking import told
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.domain.hiding import is_secret
from desktop_app.domain.signatory import Disclosure
from desktop_app.ui.letter_head import READ, WRITE
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.recipient_table import Column
from desktop_app.ui.side_bar import Page
from desktop_app.ui.writing import text_cover


def test_no_withheld_name_is_told_on_any_page(open_sample: MainWindow, qtbot: QtBot) -> None:
    desk = open_sample.pages.desk
    withheld = {row.name for row in desk.editing.history.rows if is_secret(row) and row.name}
    said: set[str] = set()
    for page in Page:
        open_sample.show_page(page)
        qtbot.wait(400)
        QThreadPool.globalInstance().waitForDone(5_000)
        QApplication.processEvents()
        said |= set(told(open_sample))
    table = open_sample.pages.lists.table
    table.view.selectAll()
    table.copy(table.view.rows())
    table.search.setText(next(iter(withheld))[:6])
    qtbot.wait(50)
    said |= set(told(open_sample))
    table.search.clear()
    qtbot.wait(50)
    said |= set(told(open_sample))
    everything = "\n".join(said)
    assert len(withheld) == 84
    assert "486" in everything
    assert sorted(name for name in withheld if name in everything) == []
    # And they would have been heard, had they been there.
    open_sample.show_page(Page.SIGNATORIES)
    desk.cover.take_off()
    everything = "\n".join(told(open_sample))
    desk.cover.put_on()
    assert sorted(name for name in withheld if name in everything) == sorted(withheld)


def test_the_menu_of_fields_shows_no_fact_that_holds_one(
    window: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    settings = sample / "campaign.toml"
    secret = "Quiet Helpers, Nyrquist"
    text = settings.read_text("utf-8").replace('subject = "Urgent call', f'subject = "{secret}: urgent call')
    settings.write_text(text, "utf-8")
    with qtbot.waitSignal(window.pages.desk.checker.checked):
        window.open(sample)
    window.show_page(Page.LETTER)
    menu = window.pages.letter.writing.bar.field_menu
    shown = [action.text() for group in menu.findChildren(QMenu) for action in group.actions()]
    assert "Subject" in shown
    assert any("486" in text for text in shown)
    assert not [text for text in shown if "Nyrquist" in text]


def test_a_withheld_name_on_a_list_of_recipients_is_told_nowhere(
    open_sample: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    pages = open_sample.pages
    secret = next(
        row.name for row in pages.desk.editing.history.rows if is_secret(row) and row.name.isascii()
    )
    first, rest = secret.split(" ", 1)
    mine = tmp_path / "ministers.csv"
    rows = [
        ["Name", "Organisation", "Address", "E-mail"],
        [secret, "", "1 Mill Lane", "office@example.org"],
        ["Ada Byron", secret, "2 Mill Lane", "ada@example.org"],
        ["Eve Wood", "Ministry of Rivers", f"{first}; {rest}", "eve@example.org"],
    ]
    mine.write_text("\n".join(",".join(f'"{cell}"' for cell in row) for row in rows), "utf-8")
    open_sample.show_page(Page.RECIPIENTS)
    pages.recipients.steps.take_file(mine)
    table, stepper = pages.recipients.table, pages.letter.reading.stepper
    said: set[str] = set()
    for row in range(table.rowCount() - 3, table.rowCount()):
        pages.recipients.view.go_to(row)
        said |= set(told(open_sample))
        assert first not in " ".join(pages.recipients.panel.block.accessibleName().split())
    pages.recipients.panel.copy_address()
    assert QGuiApplication.clipboard().text() == ""
    open_sample.show_page(Page.EXPORT)
    said |= set(told(open_sample))
    open_sample.show_page(Page.LETTER)
    pages.letter.views.show_mode("read")
    stepper.choose(secret)
    pages.letter.reading.read()
    qtbot.waitUntil(lambda: "1 Mill Lane" in pages.letter.reading.sheet.text)
    said |= set(told(open_sample))
    assert not [text for text in said if secret in text]
    assert "As (hidden) will read it" in said
    pages.desk.cover.take_off()
    assert f"As {secret} will read it" in set(told(open_sample))
    assert secret in str(table.index(table.rowCount() - 3, Column.NAME).data())
    pages.desk.cover.put_on()
    assert not [text for text in told(open_sample) if secret in text]


def test_a_name_that_was_typed_goes_with_the_page_and_with_the_key(
    open_sample: MainWindow, qtbot: QtBot
) -> None:
    pages, writing = open_sample.pages, open_sample.pages.letter.writing
    secret = next(
        row.name for row in pages.desk.editing.history.rows if is_secret(row) and row.name.isascii()
    )
    writing.writer.textCursor().insertText(f"So says {secret}. ")
    assert secret in writing.writer.toPlainText()
    pages.desk.cover.put_on()
    qtbot.waitUntil(lambda: writing.cover.is_on)
    assert not [text for text in told(open_sample) if secret in text]
    pages.desk.cover.take_off()
    assert secret in writing.writer.toPlainText()


@pytest.mark.parametrize("short", [600, 0], ids=["a short list", "a long list"])
@pytest.mark.parametrize("mode", [WRITE, READ])
def test_a_name_that_is_withheld_while_the_letter_is_on_the_screen_goes_from_it(
    open_sample: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, short: int, mode: str
) -> None:
    monkeypatch.setattr(text_cover, "_SHORT_LIST", short)
    pages, writing = open_sample.pages, open_sample.pages.letter.writing
    qtbot.waitUntil(lambda: writing.isVisible() and not writing.cover.is_on)
    row = next(row for row in pages.desk.editing.history.rows if row.disclosure is Disclosure.NAMED)
    writing.writer.textCursor().insertText(f"So says {row.name}. ")
    assert writing.commit()
    pages.letter.views.show_mode(mode)
    pages.desk.steps.list_as([row.row], Disclosure.ANONYMOUS)
    qtbot.waitUntil(lambda: writing.cover.is_on)
    # The facts beside it are looked at a moment later.
    qtbot.waitUntil(lambda: not [text for text in told(open_sample) if row.name in text])
    pages.desk.steps.undo(naming_confirmed=True)
    qtbot.waitUntil(lambda: not writing.cover.is_on)
    assert row.name in writing.writer.toPlainText()
    pages.desk.steps.redo()
    qtbot.waitUntil(lambda: writing.cover.is_on)
    assert row.name not in writing.writer.toPlainText()


def test_a_text_is_put_on_the_screen_once_it_is_known_to_tell_no_name(
    open_sample: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, writing = open_sample.pages, open_sample.pages.letter.writing
    secret = next(
        row.name for row in pages.desk.editing.history.rows if is_secret(row) and row.name.isascii()
    )
    writing.writer.textCursor().insertText(f"So says {secret}. ")
    assert writing.commit()
    filled: list[str] = []
    writing.writer.document().contentsChanged.connect(lambda: filled.append(writing.writer.toPlainText()))
    for short in (600, 0):
        monkeypatch.setattr(text_cover, "_SHORT_LIST", short)
        assert writing.show_language("fr")
        qtbot.waitUntil(lambda: not writing.cover.is_on)
        assert writing.show_language("en")
        qtbot.waitUntil(lambda: writing.cover.is_on)
    assert any(filled)
    assert not [text for text in filled if secret in text]
