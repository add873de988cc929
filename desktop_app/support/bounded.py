"""Work on what a stranger sent, in a process of its own: bounded in time and memory, and free to crash."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection

try:
    import resource
except ModuleNotFoundError:  # Windows bounds the clock alone
    resource = None  # type: ignore[assignment]

_STARTING = 10
"""Seconds for a process to begin on a busy machine; they are not the work's."""


class OverTimeError(Exception):
    """The work took too long, and was stopped."""


class CrashedError(Exception):
    """The work ended without an answer: it crashed, or ran out of memory."""


def run_bounded(work: Callable[[bytes], bytes], data: bytes, *, seconds: int, memory: int) -> bytes:
    """The answer of ``work``, a function of a module, to ``data``.

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
        if not here.poll(_STARTING + seconds):
            raise OverTimeError
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
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    to.send_bytes(work(to.recv_bytes()))
    to.close()
