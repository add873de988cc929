"""Work behind the window: it is told how it ended, to whom it still concerns, and never to the console."""

import gc
import threading
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.services.opening import make_campaign
from desktop_app.ui import duplicates_page, export_page, hits
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Job, Task, _Runner, steps_of
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.side_bar import Page
from desktop_app.ui.tidying import tidy_up


class Listener(QObject):
    """Remembers what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []
        self.task = Task(self, self.told.append)


def settled() -> None:
    assert QThreadPool.globalInstance().waitForDone(10_000)
    QApplication.processEvents()


def fails(*_given: object) -> object:
    raise ProblemError("disk-full", Place("/media/stick"))


def waiting(until: threading.Event, result: object) -> Callable[[], object]:
    def work() -> object:
        assert until.wait(10)
        return result

    return work


def test_a_job_that_outlives_the_program_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    job = Job(steps_of(lambda: "Alder Reading Room"))
    shiboken6.delete(job)
    _Runner(job.drain, threading.Event()).run()
    said = capfd.readouterr()
    assert said.out + said.err == ""


def test_what_a_worker_leaves_is_cleared_up_in_the_windows_thread() -> None:
    def circles() -> int:
        for _ in range(5_000):
            circle: list[object] = []
            circle.append(circle)
        return gc.get_count()[0]

    page, threads = Listener(), set()

    def note(_phase: str, _info: object) -> None:
        threads.add(threading.current_thread())

    gc.callbacks.append(note)
    page.task.begin(steps_of(circles), page.told.append)
    settled()
    tidy_up()
    gc.callbacks.remove(note)
    assert page.told[0] > gc.get_threshold()[0]  # type: ignore[operator]
    assert threads == {threading.main_thread()}


def test_a_job_ends_in_the_windows_thread(qtbot: QtBot) -> None:
    ended: list[threading.Thread] = []
    job = Job(steps_of(lambda: None))
    weakref.finalize(job, lambda: ended.append(threading.current_thread()))
    job.start()
    del job
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [threading.main_thread()]


def test_of_several_tasks_the_last_is_told() -> None:
    page, go = Listener(), threading.Event()
    page.task.begin(steps_of(waiting(go, "first")), page.told.append)
    page.task.begin(steps_of(waiting(go, "second")), page.told.append)
    go.set()
    settled()
    assert page.told == ["second"]
    assert not page.task.is_running


def test_what_was_dropped_is_not_told_and_neither_is_its_failure() -> None:
    page, go = Listener(), threading.Event()
    page.task.begin(steps_of(waiting(go, "first")), page.told.append)
    page.task.drop()
    go.set()
    page.task.begin(steps_of(fails), page.told.append)
    page.task.drop()
    settled()
    assert page.told == []


def test_a_task_that_fails_says_so() -> None:
    page = Listener()
    page.task.begin(steps_of(fails), page.told.append)
    settled()
    assert [type(told) for told in page.told] == [ProblemError]


def test_pairs_of_another_letter_are_not_shown(
    open_sample: MainWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, other = threading.Event(), tmp_path / "other"
    make_campaign(desk.program.templates, other, sample=True)
    page = open_sample.pages.lists.duplicates
    with monkeypatch.context() as world:
        world.setattr(duplicates_page, "steps_of", lambda _work: steps_of(waiting(go, (object(),))))
        open_sample.pages.lists.find_duplicates()
    open_sample.open(other)
    go.set()
    settled()
    assert page.list.count() == 0
    assert page._pairs == []


def test_a_search_for_doubles_that_fails_is_said_there(
    open_sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_sample.show_page(Page.SIGNATORIES)
    monkeypatch.setattr(duplicates_page, "steps_of", lambda _work: steps_of(fails))
    open_sample.pages.lists.find_duplicates()
    settled()
    assert open_sample.pages.lists.duplicates.notices.isVisible()


def test_an_export_of_then_that_cannot_be_read_is_said(
    open_sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_page, "since_last_export", fails)
    open_sample.show_page(Page.EXPORT)
    settled()
    assert open_sample.pages.export.ready.notices.isVisible()


def test_sentences_with_withheld_names_that_cannot_be_read_are_said(
    open_sample: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hits, "_read", fails)
    with qtbot.waitSignal(desk.said):
        open_sample.pages.export.ready.hits.show_hits(
            [(Place("letter.docx", "body", 2), (9,))], desk.campaign
        )


def test_a_disk_that_keeps_no_step_is_said_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    desk.said.connect(told.append)
    desk.steps.write([desk.editing.history.rows[0].row], "country", "Norway")

    def full(_file: int) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as world:
        world.setattr("desktop_app.files.list_journal.os.fsync", full)
        for _ in range(3):
            desk.saver._sync()
    assert [problem.code for problem in told if isinstance(problem, ProblemError)] == ["disk-full"]
    assert not desk.is_saved
