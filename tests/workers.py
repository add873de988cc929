"""Work for a process of its own, which must be able to import it."""

import os
from collections.abc import Callable


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
