"""Chooses window or terminal. Today there is the terminal."""

import io
import signal
import sys
from types import FrameType
from typing import NoReturn

from desktop_app.cli import main as run


def main() -> int:
    """The command ``undersigned``. A request to end is a cancel: what is half made is cleared away."""
    for name in ("SIGTERM", "SIGHUP"):  # Windows has no SIGHUP
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _cancel)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Names come in every script, whatever the terminal's own encoding is.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return run()


def _cancel(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
