"""What strangers sent, read in a process of its own.

Readers that are written in C (lxml, calamine) may be made to crash, to stall or to fill the memory. That ends
the process they run in, and nothing else; the rest of the program gets values of its own classes, held
against their types, or a sentence.
"""

import json
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop_app.domain.reporting import Place, ProblemError, Value
from desktop_app.support.bounded import CrashedError, OverTimeError, bounded
from desktop_app.support.plain_values import NotOfTypeError, read_as, written

MEMORY = 600 << 20
_LENGTH = 8
"""Bytes that tell how long what follows them is."""

_Result = TypeVar("_Result")
_Answer = TypeVar("_Answer")
Reading = Generator[None, None, _Result]


@dataclass(frozen=True, slots=True)
class Asked(Generic[_Answer]):
    """What another process is asked to do.

    Attributes:
        work: A function of a module that gives ``answered``.
        answer: The class of what it finds.
        about: What it is told beside the bytes; ``file`` is the name that sentences name.
        seconds: Of work; what the process takes to begin is not counted.
        over_time: The code of what is said where it came to no end.
        broken: And where it came to a bad one.
    """

    work: Callable[[bytes], bytes]
    answer: type[_Answer]
    about: Mapping[str, str]
    seconds: float
    over_time: str = "import-over-time"
    broken: str = "import-broken"


@dataclass(frozen=True, slots=True)
class _Problem:
    code: str
    place: Place
    values: Mapping[str, Value]


def reading_apart(asked: Asked[_Answer], data: bytes) -> Reading[tuple[_Answer, bytes]]:
    """What the other process finds in the data, and the bytes that it makes. Closing this ends the process.

    Raises:
        ProblemError: whatever it raises; what is ``over_time`` and ``broken`` where it came to no end, or to
            a bad one.
    """
    place = Place(asked.about["file"])
    try:
        message = _framed(json.dumps(asked.about).encode(), data)
        answer = yield from bounded(asked.work, message, seconds=asked.seconds, memory=MEMORY)
        stopped, rest = _unframed(answer)
        if not stopped:
            said, made = _unframed(rest)
            return read_as(asked.answer, said), made
        problem = _problem_in(stopped)
    except OverTimeError:
        raise ProblemError(asked.over_time, place) from None
    except (CrashedError, NotOfTypeError):
        raise ProblemError(asked.broken, place) from None
    raise problem


def _problem_in(said: bytes) -> ProblemError:
    problem = read_as(_Problem, said)
    try:
        return ProblemError(problem.code, problem.place, **problem.values)
    except TypeError:  # a value by the name of an argument is none of our reader's
        raise NotOfTypeError from None


def answered(work: Callable[[Mapping[str, str], bytes], tuple[object, bytes]], message: bytes) -> bytes:
    """In the other process: what ``work`` finds, or what stops it, as the first one reads it.

    Args:
        work: Of what ``Asked.about`` says and the data, what it finds, and bytes that go beside it.
        message: What came.
    """
    about, data = _unframed(message)
    try:
        found, made = work(json.loads(about), data)
    except ProblemError as problem:
        return _framed(written(_Problem(problem.code, problem.place, problem.values)), b"")
    return _framed(b"", _framed(written(found), made))


def _framed(said: bytes, data: bytes) -> bytes:
    return b"".join((len(said).to_bytes(_LENGTH, "big"), said, data))


def _unframed(message: bytes) -> tuple[bytes, bytes]:
    end = _LENGTH + int.from_bytes(message[:_LENGTH], "big")
    return message[_LENGTH:end], message[end:]
