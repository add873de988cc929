"""How a process that runs on command is held until a tracer has it, or a clock runs, and is let go."""

import os
import time
from pathlib import Path

POLL = 0.002
"""Seconds in which a process notices at most that it is let go."""
_GO = "go"
_LONGEST = 120
"""Seconds."""


def let_go(folder: Path) -> None:
    """Let the run in a folder begin."""
    (folder / _GO).touch()


def wait_to_be_let_go(folder: Path) -> None:
    """Say the number of this process, and wait.

    Raises:
        TimeoutError: where nobody does it.
    """
    print("waits", os.getpid(), flush=True)  # noqa: T201 - what the test reads
    end = time.monotonic() + _LONGEST
    while not (folder / _GO).exists():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(POLL)
