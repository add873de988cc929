"""Work on what a stranger sent, in a process of its own: bounded in time and memory, and free to crash."""

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Generator
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from time import monotonic, thread_time

from desktop_app.support.long_work import result_of

try:
    import resource
except ModuleNotFoundError:  # Windows bounds the clock alone
    resource = None  # type: ignore[assignment]

_STARTING = 60
"""Seconds for a process to begin, on a slow or busy computer. It has not met a stranger's file by then."""
_BUSY = 10
"""Seconds of the clock that an answer may take longer than its processor time."""
_SLICE = 0.05
"""Seconds between two looks whether anybody still waits for the answer."""
_OVER_TIME = (-24, -9, -27)
"""A process that has used up its time is ended by SIGPROF; by SIGXCPU or SIGKILL where others bound it."""
_YARDSTICK, _USUAL = 300_000, 0.03
"""A sum of so many squares takes so many seconds on the computers that limits of time were chosen on."""
_FAR_SLOWER = 2.0


class OverTimeError(Exception):
    """The work took too long, and was stopped."""


class CrashedError(Exception):
    """The work ended without an answer: it crashed, or ran out of memory."""


def run_bounded(work: Callable[[bytes], bytes], data: bytes, *, seconds: float, memory: int) -> bytes:
    """The answer of ``work``; see ``bounded``, which can be stopped on the way."""
    return result_of(bounded(work, data, seconds=seconds, memory=memory))


def bounded(
    work: Callable[[bytes], bytes], data: bytes, *, seconds: float, memory: int
) -> Generator[None, None, bytes]:
    """The answer of ``work``, a function of a module, to ``data``; whoever closes the generator ends it.

    Args:
        work: What is done, in another process.
        data: What it is done to.
        seconds: Of processor time from when the process has begun, where the system can bound it; of the
            clock it is somewhat more. A computer that is far slower than others has more of both.
        memory: Bytes, where the system can bound it.

    Raises:
        OverTimeError: after that time.
        CrashedError: where no answer came.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    time = seconds * _slowness()
    # The data goes through the pipe: a child that dies while it starts would leave its arguments unread,
    # and whoever waits for them to be read would wait for ever.
    child = context.Process(target=_answer, args=(work, there, time, memory), daemon=True)
    child.start()
    there.close()
    try:
        yield from _received(here, _STARTING)
        here.send_bytes(data)
        return (yield from _received(here, _BUSY + time))
    except (EOFError, ConnectionError):
        child.join(_BUSY)
        raise (OverTimeError if child.exitcode in _OVER_TIME else CrashedError) from None
    finally:
        child.kill()
        child.join()
        here.close()


def _received(connection: Connection, seconds: float) -> Generator[None, None, bytes]:
    """What the other process says next, within so many seconds of the clock."""
    until = monotonic() + seconds
    while not connection.poll(_SLICE):
        if monotonic() > until:
            raise OverTimeError
        yield None
    return connection.recv_bytes()


@cache
def _slowness() -> float:
    """How many times slower this computer is than those that limits of time were chosen on; 1 up to twice."""
    began = thread_time()  # what the window does meanwhile is not counted
    sum(number * number for number in range(_YARDSTICK))
    slower = (thread_time() - began) / _USUAL
    return slower if slower > _FAR_SLOWER else 1.0


class Apart:
    """A process that answers one question after another.

    One that it never answers ends it, and for the next question another process begins.

    Args:
        make: A function of a module that makes, in that process, what gives the answers.
        about: What ``make`` is given.
        seconds: Of processor time for each answer, as in ``bounded``.
        memory: Bytes, as there.
    """

    def __init__(
        self, make: Callable[[bytes], Callable[[bytes], bytes]], about: bytes, *, seconds: float, memory: int
    ) -> None:
        self._make, self._about = make, about
        self._seconds, self._memory = seconds * _slowness(), memory
        self._child: tuple[SpawnProcess, Connection] | None = None

    def asking(self, question: bytes) -> Generator[None, None, bytes]:
        """The answer. Whoever closes the generator ends the process.

        Raises:
            OverTimeError, CrashedError: as ``bounded``.
        """
        begins = self._child is None
        child, here = self._child or self._started()
        answered = False
        try:
            if begins:
                yield from _received(here, _STARTING)
            here.send_bytes(question)
            answer = yield from _received(here, _BUSY + self._seconds)
            answered = True
        except (EOFError, ConnectionError):
            child.join(_BUSY)
            raise (OverTimeError if child.exitcode in _OVER_TIME else CrashedError) from None
        finally:
            if not answered:
                self.close()
        return answer

    def close(self) -> None:
        """End the process."""
        if self._child is not None:
            child, here = self._child
            self._child = None
            child.kill()
            child.join()
            here.close()

    def _started(self) -> tuple[SpawnProcess, Connection]:
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        # No daemon: readers of single pages have a process of their own, which it begins.
        child = context.Process(target=_answers, args=(self._make, there, self._seconds, self._memory))
        child.start()
        there.close()
        self._child = child, here
        with contextlib.suppress(ConnectionError):  # whoever asks will learn that it is gone
            here.send_bytes(self._about)
        return self._child


def _answers(
    make: Callable[[bytes], Callable[[bytes], bytes]], to: Connection, seconds: float, memory: int
) -> None:  # pragma: no cover - runs in another process
    _bound(memory)
    work = make(to.recv_bytes())
    to.send_bytes(b"ready")
    with contextlib.suppress(EOFError):
        while True:
            question = to.recv_bytes()
            _begin(seconds)
            to.send_bytes(work(question))


def _answer(
    work: Callable[[bytes], bytes], to: Connection, seconds: float, memory: int
) -> None:  # pragma: no cover - runs in another process
    _bound(memory)
    to.send_bytes(b"ready")
    data = to.recv_bytes()
    _begin(seconds)
    to.send_bytes(work(data))
    to.close()


def _bound(memory: int) -> None:  # pragma: no cover - runs in another process
    # A parser that fails complains; what it says may be out of the file, and is nobody's business.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        # macOS refuses any: what every process of its has mapped from the first is more than that.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _begin(seconds: float) -> None:  # pragma: no cover - runs in another process
    """The time of an answer begins: what the process took to begin is the computer's affair."""
    if hasattr(signal, "setitimer"):  # Windows bounds the clock alone
        signal.setitimer(signal.ITIMER_PROF, seconds)
