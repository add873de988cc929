"""Work for a process of its own, which must be able to import it."""

import os


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
