"""Work on what a stranger sent, in a process of its own: bounded in time and memory, and free to crash."""

import multiprocessing
import os
from collections.abc import Callable, Generator
from multiprocessing.connection import Connection
from time import monotonic

from desktop_app.support.long_work import result_of

try:
    import resource
except ModuleNotFoundError:  # Windows bounds the clock alone
    resource = None  # type: ignore[assignment]

_STARTING = 10
"""Seconds for a process to begin on a busy machine; they are not the work's."""
_SLICE = 0.05
"""Seconds between two looks whether anybody still waits for the answer."""


class OverTimeError(Exception):
    """The work took too long, and was stopped."""


class CrashedError(Exception):
    """The work ended without an answer: it crashed, or ran out of memory."""


def run_bounded(work: Callable[[bytes], bytes], data: bytes, *, seconds: int, memory: int) -> bytes:
    """The answer of ``work``; see ``bounded``, which can be stopped on the way."""
    return result_of(bounded(work, data, seconds=seconds, memory=memory))


def bounded(
    work: Callable[[bytes], bytes], data: bytes, *, seconds: int, memory: int
) -> Generator[None, None, bytes]:
    """The answer of ``work``, a function of a module, to ``data``; whoever closes the generator ends it.

    Args:
        work: What is done, in another process.
        data: What it is done to.
        seconds: Of processor time, where the system can bound it; of the clock it is somewhat more.
        memory: Bytes, where the system can bound it.

    Raises:
        OverTimeError: after that time.
        CrashedError: where no answer came.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    # The data goes through the pipe: a child that dies while it starts would leave its arguments unread,
    # and whoever waits for them to be read would wait for ever.
    child = context.Process(target=_answer, args=(work, there, seconds, memory), daemon=True)
    child.start()
    there.close()
    try:
        here.send_bytes(data)
        until = monotonic() + _STARTING + seconds
        while not here.poll(_SLICE):
            if monotonic() > until:
                raise OverTimeError
            yield None
        return here.recv_bytes()
    except (EOFError, ConnectionError):
        child.join(_STARTING)
        # A process that has used up its time is ended by SIGXCPU, or by SIGKILL a second later.
        raise (OverTimeError if child.exitcode in (-24, -9) else CrashedError) from None
    finally:
        child.kill()
        child.join()
        here.close()


def _answer(
    work: Callable[[bytes], bytes], to: Connection, seconds: int, memory: int
) -> None:  # pragma: no cover - runs in another process
    # A parser that fails complains; what it says may be out of the file, and is nobody's business.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    to.send_bytes(work(to.recv_bytes()))
    to.close()
