"""Chooses window or terminal."""

import io
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

from desktop_app.cli import CANCELLED, COMMANDS


def main() -> int:
    """The command ``undersigned``. A request to end is a cancel: what is half made is cleared away."""
    for name in ("SIGTERM", "SIGHUP"):  # Windows has no SIGHUP
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _cancel)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Names come in every script, whatever the terminal's own encoding is.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    folder = _folder_for_window(sys.argv[1:])
    if folder is None:
        return _terminal()
    # Without a screen Qt would end the process without a word of ours; the terminal says what is missing.
    return _window(folder) if _has_screen() else _terminal([])


def _folder_for_window(arguments: list[str]) -> Path | None:
    """The campaign to open in a window; an empty path for none, None where the terminal is meant."""
    if not arguments:
        return Path()
    first = Path(arguments[0])
    is_command = arguments[0].startswith("-") or arguments[0] in COMMANDS
    return first if len(arguments) == 1 and not is_command and first.is_dir() else None


def _has_screen() -> bool:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(map(os.environ.get, screens))


def _terminal(arguments: Sequence[str] | None = None) -> int:
    try:
        from desktop_app.cli.main import main as run  # noqa: PLC0415 - a second that no window shall wait for
    except KeyboardInterrupt:
        return CANCELLED  # while the program is still being read, its sentences are not there yet

    return run(arguments)


def _window(folder: Path) -> int:
    from desktop_app.ui import app  # noqa: PLC0415 - Qt is loaded only where a window is wanted

    return app.run(folder if folder.parts else None)


def _cancel(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
