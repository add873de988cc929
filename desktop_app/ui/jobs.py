"""Long work off the window's thread: a service's generator, step by step, and a way to stop it."""

import threading
from collections.abc import Callable, Generator
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

Steps = Generator[object, None, object]


class Job(QObject):
    """Runs a generator in a worker and reports what it yields. It holds no widget; widgets connect to it.

    It belongs to nobody: a window that is closed must not take a running job with it.

    Signals:
        progressed: A step.
        succeeded: The result.
        failed: The exception.
        cancelled: It was stopped, and has cleaned up.
        ended: Any of the last three, after it.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, steps: Steps) -> None:
        super().__init__()
        self._steps = steps
        self._stop = threading.Event()
        self._left = threading.Event()

    def start(self) -> None:
        """Begin. The job lives until it has ended, whoever forgets it."""
        _RUNNING.add(self)
        self.ended.connect(self._forget)
        QThreadPool.globalInstance().start(_Runner(self.drain, self._left))

    def cancel(self) -> None:
        """Stop after the step that is being made."""
        self._stop.set()

    def drain(self) -> None:
        """Everything there is to do; called in the worker."""
        tell = self._outcome()
        # Where the program has ended meanwhile nobody is told; a trace on the console would show the result.
        with suppress(RuntimeError):
            tell()
            self.ended.emit()

    def _outcome(self) -> Callable[[], None]:
        """Make all steps; what there is to tell then."""
        try:
            while not self._stop.is_set():
                step = next(self._steps)
                with suppress(RuntimeError):
                    self.progressed.emit(step)
        except StopIteration as end:
            return partial(self.succeeded.emit, end.value)
        except Exception as error:  # noqa: BLE001 - whoever started it shows what went wrong
            return partial(self.failed.emit, error)
        with suppress(Exception):  # what clears up may fail as well; that it was cancelled holds
            self._steps.close()
        return self.cancelled.emit

    def _forget(self) -> None:
        # The worker must not be the last to hold it: Qt's objects end in the thread in which they live.
        self._left.wait()
        _RUNNING.discard(self)


_RUNNING: set[Job] = set()


class _Runner(QRunnable):
    def __init__(self, work: Callable[[], None], left: threading.Event) -> None:
        super().__init__()
        self._work: list[Callable[[], None]] = [work]
        self._left = left

    def run(self) -> None:
        try:
            self._work.pop()()
        finally:
            self._left.set()


def while_there(page: QObject, slot: Callable[..., object]) -> Callable[[object], None]:
    """A slot with more in it than a page's own method, which is not called once the page is gone."""

    def call(*values: object) -> None:
        if isValid(page):
            slot(*values)

    return call


class Task:
    """Work of one page behind the window, of which what was begun last counts.

    What an earlier job finds is dropped, and so is what one finds after ``drop``: nothing of a campaign that
    was put away reaches the page of another.

    Args:
        page: It hears nothing once it is gone.
        failed: Is told of what stops the work, whatever it is.
    """

    def __init__(self, page: QObject, failed: Callable[[object], object]) -> None:
        self._page = page
        self._failed = failed
        self._job: Job | None = None
        self._number = 0

    @property
    def is_running(self) -> bool:
        """Whether something is awaited."""
        return self._job is not None

    def begin(
        self,
        steps: Steps,
        done: Callable[[object], object],
        *,
        stepped: Callable[[object], object] | None = None,
        cancelled: Callable[[], object] | None = None,
    ) -> None:
        """Do this now, and forget what was begun before."""
        self.drop()
        job = self._job = Job(steps)
        job.succeeded.connect(self._heard(done))
        job.failed.connect(self._heard(self._failed))
        if stepped is not None:
            job.progressed.connect(self._heard(stepped, ends=False))
        if cancelled is not None:
            job.cancelled.connect(self._heard(cancelled))
        job.start()

    def cancel(self) -> None:
        """Stop, and hear how that ended: it may have come to its end meanwhile."""
        if self._job is not None:
            self._job.cancel()

    def drop(self) -> None:
        """Stop, and hear nothing of it any more."""
        self.cancel()
        self._job = None
        self._number += 1

    def _heard(self, slot: Callable[..., object], *, ends: bool = True) -> Callable[..., None]:
        # By its number: what held the job itself would be held by it, and be cleared up at any time.
        number = self._number

        def hear(*values: object) -> None:
            if number != self._number:
                return
            if ends:
                self._job = None
            slot(*values)

        return while_there(self._page, hear)


class Errands:
    """Calls that take time, any number at once, for one page; those of before ``drop`` are not heard of.

    Args:
        page: It hears nothing once it is gone.
        failed: Is told of what stops one of them.
    """

    def __init__(self, page: QObject, failed: Callable[[object], object]) -> None:
        self._page = page
        self._failed = failed
        self._round = 0

    def begin(self, work: Callable[[], object], done: Callable[[object], object]) -> None:
        """Do this behind the window, beside what is done there already."""
        job = Job(steps_of(work))
        job.succeeded.connect(self._heard(done))
        job.failed.connect(self._heard(self._failed))
        job.start()

    def drop(self) -> None:
        """Hear nothing any more of what is under way."""
        self._round += 1

    def _heard(self, slot: Callable[[object], object]) -> Callable[[object], None]:
        begun = self._round
        return while_there(self._page, lambda told: slot(told) if begun == self._round else None)


def steps_of(work: Callable[[], object]) -> Steps:
    """A call that takes time and has no steps of its own, as a generator."""
    yield None
    return work()
