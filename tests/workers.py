"""Work for a process of its own, which must be able to import it."""

import os
from collections.abc import Callable
from time import process_time
from typing import NoReturn


def shouted(data: bytes) -> bytes:
    return data.upper()


def endless(_data: bytes) -> bytes:
    while True:
        pass


def crashing(_data: bytes) -> bytes:
    os._exit(3)


def greedy(_data: bytes) -> bytes:
    try:
        return bytes(1 << 40)
    except MemoryError:
        os._exit(3)  # without the lines that Python would write about it


def obedient(name: bytes) -> Callable[[bytes], bytes]:
    """Does what it is told, and says who it is."""

    def work(asked: bytes) -> bytes:
        told = {b"stall": endless, b"crash": crashing, b"swell": greedy}
        return told[asked](asked) if asked in told else name + asked

    return work


def busy(data: bytes) -> bytes:
    """At work for a second."""
    end = process_time() + 1
    while process_time() < end:
        pass
    return data


class SlowToBegin:
    """Work that takes a second to load."""

    def __reduce__(self) -> tuple[Callable[[bytes], Callable[[bytes], bytes]], tuple[bytes]]:
        return _loaded, (b"",)

    def __call__(self, data: bytes) -> bytes:
        return data


def _loaded(nothing: bytes) -> Callable[[bytes], bytes]:
    busy(nothing)
    return shouted


class OnMacOS:
    """Work in a process whose system refuses every limit of memory, as that one does."""

    def __reduce__(self) -> tuple[Callable[[], Callable[[bytes], bytes]], tuple[()]]:
        return _without_limits, ()

    def __call__(self, data: bytes) -> bytes:
        return data


def _without_limits() -> Callable[[bytes], bytes]:
    import resource

    granted = resource.setrlimit

    def refused(what: int, limits: tuple[int, int]) -> None:
        _refuse() if what == resource.RLIMIT_AS else granted(what, limits)

    resource.setrlimit = refused
    return shouted


def _refuse() -> NoReturn:
    raise ValueError("current limit exceeds maximum limit")
