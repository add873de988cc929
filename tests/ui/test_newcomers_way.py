"""A newcomer's whole way, with clicks and keys; what comes out is what the terminal makes."""

from pathlib import Path

import pytest
from exports import by_terminal, contents
from newcomers import NAMES, press, write_in_word
from PySide6.QtCore import QDate, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.bootstrap import Program
from desktop_app.services.choosing import Chosen
from desktop_app.ui.export_page import State
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.template_cards import TemplateCard

LEFT, KEY, CTRL = Qt.MouseButton.LeftButton, Qt.Key, Qt.KeyboardModifier.ControlModifier


def states(window: MainWindow) -> set[str]:
    chosen = window.pages.desk.chosen
    return {recipient.iso3 for recipient in chosen.recipients} if isinstance(chosen, Chosen) else set()


def test_a_newcomers_whole_way(
    window: MainWindow, shipped: Program, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Orlavia"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(folder), ""))
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(QUrl(url).toLocalFile()))

    # Start, with a starter letter; its prompts must be settled before anything goes out.
    QTest.mouseClick(window.start.findChildren(TemplateCard)[0], LEFT)
    press(window.start, "Start with this template")
    desk = window.pages.desk
    qtbot.waitUntil(lambda: any(f.code == "prompt-unfilled" for f in desk.checker.findings))
    write_in_word(folder, shipped)
    qtbot.waitUntil(lambda: desk.campaign.campaign.title.endswith("Orlavia"), timeout=10_000)

    # Twenty names pasted as named, three of them made anonymous.
    QTest.keyClick(window, KEY.Key_2, CTRL)
    page = window.pages.lists.table
    QGuiApplication.clipboard().setText("\n".join(NAMES))
    page.paste()
    press(page, "Named")
    page.notices.clear()
    for row in (3, 7, 11):
        page.view.go_to(row)
        QTest.keyClick(page.view, KEY.Key_A)
    qtbot.waitUntil(lambda: (desk.figures.named, desk.figures.anonymous) == (17, 3))

    # The Security Council of a day.
    QTest.keyClick(window, KEY.Key_3, CTRL)
    day = window.pages.recipients.findChild(QDateEdit)
    assert day is not None
    day.setDate(QDate(2023, 5, 2))
    qtbot.waitUntil(
        lambda: isinstance(desk.chosen, Chosen) and "ALB" in {r.iso3 for r in desk.chosen.recipients}
    )

    # Out.
    export = window.pages.export
    QTest.keyClick(window, KEY.Key_4, CTRL)
    qtbot.waitUntil(lambda: not [f for f in desk.checker.findings if f.severity.value == "error"])
    press(export, "Export 15 letters")
    qtbot.waitUntil(lambda: export.state is State.DONE, timeout=20_000)
    first = max((folder / "exports").iterdir())
    mine = by_terminal(folder, shipped, tmp_path / "by terminal")
    assert contents(first) == contents(mine.folder)

    # One late name, and out again with one key.
    QTest.keyClick(window, KEY.Key_2, CTRL)
    page.add_one()
    QTest.keyClicks(page.add_line._name, "Willow Archive")
    QTest.keyClick(page.add_line._name, KEY.Key_Return)
    page.view.go_to(22)
    QTest.keyClick(page.view, KEY.Key_N)
    QTest.keyClick(window, KEY.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(list((folder / "exports").iterdir())) == 2, timeout=20_000)
    qtbot.waitUntil(lambda: export.state is State.DONE, timeout=20_000)
    press(export, "Open folder")
    (second,) = set((folder / "exports").iterdir()) - {first}
    assert [Path(path) for path in shown] == [second]
    assert contents(second) == contents(by_terminal(folder, shipped, tmp_path / "once more").folder)
