"""The list is written behind the window: what is done meanwhile is kept, and nothing overtakes it."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.list_file import read_list
from desktop_app.files.package_gate import is_ole
from desktop_app.services.editing import Editing
from desktop_app.services.opening import open_campaign
from desktop_app.services.saving import Saved, Saving
from desktop_app.ui.desk import Desk
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.side_bar import Page

FIG = Signatory(0, "Fig Tree Readers", Disclosure.NAMED)
WILLOW = Signatory(0, "The Willow Fund", Disclosure.NAMED)
SAVE = Saving.save


class Gate:
    """Holds a save up until it is opened."""

    def __init__(self) -> None:
        self.reached, self._open = threading.Event(), threading.Event()

    def open(self) -> None:
        self._open.set()

    def save(self, saving: Saving, *given: Any, **named: Any) -> Saved:  # noqa: ANN401 - passed on
        self.reached.set()
        assert self._open.wait(20)
        return SAVE(saving, *given, **named)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate()
    monkeypatch.setattr(Saving, "save", lambda saving, *given, **named: gate.save(saving, *given, **named))  # noqa: PLW0108 - a method
    yield gate
    gate.open()


def on_disk(desk: Desk) -> list[str]:
    return [row.name for row in read_list(desk.campaign.listed.path).signatories[486:]]


@pytest.mark.usefixtures("open_sample")
def test_what_is_done_while_the_list_is_written_is_for_the_next_save(
    desk: Desk, gate: Gate, qtbot: QtBot
) -> None:
    desk.steps.add([FIG])
    desk.saver.save_behind()
    assert gate.reached.wait(20)
    desk.steps.add([WILLOW])
    desk.saver.look_again()
    gate.open()
    qtbot.waitUntil(lambda: not desk.editing.is_saving)
    assert on_disk(desk) == ["Fig Tree Readers"]
    assert not desk.is_saved
    assert [row.name for row in desk.editing.history.rows[486:]] == ["Fig Tree Readers", "The Willow Fund"]
    desk.steps.undo()
    desk.steps.undo()
    desk.saver.save()
    assert on_disk(desk) == []


def test_leaving_waits_for_what_is_written(
    desk: Desk, open_sample: MainWindow, sample: Path, gate: Gate
) -> None:
    desk.steps.add([FIG])
    desk.saver.save_behind()
    assert gate.reached.wait(20)
    desk.steps.add([WILLOW])
    desk.steps.undo()
    desk.steps.undo()
    gate.open()
    open_sample.close_campaign()
    assert not desk.is_open
    # It was taken back while it was written: the file does not say it.
    assert len(open_campaign(sample).signatories) == 486


def test_an_export_waits_for_what_is_written(
    desk: Desk, open_sample: MainWindow, gate: Gate, qtbot: QtBot
) -> None:
    desk.steps.add([FIG])
    export = open_sample.pages.export
    export.start()
    assert gate.reached.wait(20)
    assert export.run.is_running
    assert not export.run.is_making
    gate.open()
    qtbot.waitUntil(lambda: export.run.is_making)
    assert desk.is_saved
    export.forget()


@pytest.mark.usefixtures("open_sample")
def test_what_others_have_saved_is_merged(desk: Desk, sample: Path, qtbot: QtBot) -> None:
    others = Editing(open_campaign(sample), keeps_journal=False)
    others.add([WILLOW])
    desk.steps.add([FIG])
    others.save()
    desk.saver.save_behind()
    qtbot.waitUntil(lambda: desk.is_saved)
    assert on_disk(desk) == ["The Willow Fund", "Fig Tree Readers"]


@pytest.mark.usefixtures("open_sample")
def test_a_save_that_fails_is_told_of_and_made_again(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_named: object) -> Saved:
        raise ProblemError("list-open", Place("signatories-private.xlsx"), program="Excel")

    desk.steps.add([FIG])
    with monkeypatch.context() as locked, qtbot.waitSignal(desk.said) as said:
        locked.setattr(Saving, "save", refuse)
        desk.saver.save_behind()
    assert isinstance(said.args[0], ProblemError)
    assert not desk.is_saved
    desk.saver.save()
    assert on_disk(desk) == ["Fig Tree Readers"]


def ways(window: MainWindow) -> list[QPushButton]:
    buttons = window.pages.notices.findChildren(QPushButton)
    return [button for button in buttons if button.text().startswith("It is not open there")]


def test_the_lock_of_a_program_that_crashed_can_be_overruled(
    desk: Desk, open_sample: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    lock = sample / ".~lock.signatories-private.xlsx#"
    for file in (lock, sample / ".~lock.letter.docx#"):
        file.write_text(",somebody,laptop,01.02.2024 09:00,file:///home;", encoding="utf-8")
    desk.steps.add([FIG])
    export = open_sample.pages.export
    open_sample.show_page(Page.EXPORT)
    export.start()
    qtbot.waitUntil(lambda: len(ways(open_sample)) == 1)
    line = ways(open_sample)[0].parentWidget()
    assert line is not None
    assert "LibreOffice" in line.accessibleName()
    assert "somebody" not in line.accessibleName()
    ways(open_sample)[0].click()
    # The export that was refused goes on, once it is saved.
    qtbot.waitUntil(lambda: export.run.is_making)
    assert desk.is_saved
    assert on_disk(desk) == ["Fig Tree Readers"]
    export.forget()
    # Somebody who opens it later is heard.
    lock.unlink()
    lock.write_text("another", encoding="utf-8")
    os.utime(lock, (1, 1))
    desk.steps.add([WILLOW])
    open_sample.show_page(Page.SIGNATORIES)
    open_sample.save()
    qtbot.waitUntil(lambda: len(ways(open_sample)) == 1)
    lock.unlink()
    desk.saver.save()
    assert on_disk(desk) == ["Fig Tree Readers", "The Willow Fund"]


def test_a_step_that_a_stale_lock_has_refused_is_made_again(
    desk: Desk, open_sample: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    (sample / "~$signatories-private.xlsx").write_text("somebody", encoding="utf-8")
    open_sample.show_page(Page.SIGNATORIES)
    open_sample.pages.lists._lock("a quiet river", "Done.")
    assert not desk.campaign.listed.is_locked
    ways(open_sample)[0].click()
    assert desk.campaign.listed.is_locked
    assert is_ole((sample / "signatories-private.xlsx").read_bytes())
    qtbot.waitUntil(lambda: not ways(open_sample))


def test_leaving_goes_on_once_a_stale_lock_is_overruled(
    desk: Desk, open_sample: MainWindow, sample: Path
) -> None:
    (sample / "~$signatories-private.xlsx").write_text("somebody", encoding="utf-8")
    desk.steps.add([FIG])
    open_sample.close_campaign()
    assert desk.is_open
    ways(open_sample)[0].click()
    assert not desk.is_open
    assert len(open_campaign(sample).signatories) == 487


def test_a_letter_with_the_lock_of_a_program_that_crashed_is_written(
    open_sample: MainWindow, sample: Path
) -> None:
    (sample / ".~lock.letter.docx#").write_text("", encoding="utf-8")
    writing = open_sample.pages.letter.writing
    writing.writer.textCursor().insertText("Once more: ")
    assert writing.commit()
    assert "Once more: " in open_campaign(sample).draft("en").text
