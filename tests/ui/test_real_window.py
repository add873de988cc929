"""A real window on a real screen, driven from outside: what is typed reaches the workbook and the letters."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop_app.bootstrap import Program
from desktop_app.domain.signatory import Disclosure
from desktop_app.files.list_file import read_list
from desktop_app.services.opening import make_campaign

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90
"""Seconds to wait for what a window does."""

pytestmark = pytest.mark.slow


def until(done: Callable[[], object]) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.1)


@contextmanager
def started(command: list[str], world: dict[str, str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is stopped at the end, whatever became of it."""
    with subprocess.Popen(command, env=world, cwd=folder) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def screen(program: Callable[[str], str]) -> Iterator[dict[str, str]]:
    """A screen of its own; the environment for programs on it."""
    read, write = os.pipe()
    command = [program("Xvfb"), "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as said:
            number = said.readline().strip()
        world = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
        yield {**world, "DISPLAY": f":{number}", "PYTHONPATH": str(ROOT), "LANGUAGE": "en"}
        server.terminate()


class Hand:
    """Somebody at the keyboard."""

    def __init__(self, xdotool: str, world: dict[str, str]) -> None:
        self._xdotool, self._world = xdotool, world

    def _do(self, *arguments: str) -> str:
        command = [self._xdotool, *arguments]
        done = subprocess.run(command, env=self._world, check=False, capture_output=True, text=True)
        return done.stdout.strip()

    def finds(self, title: str) -> bool:
        """Put the focus on the window of that title, if it is there."""
        windows = self._do("search", "--onlyvisible", "--name", title).split()
        if windows:
            self._do("windowfocus", "--sync", windows[-1])
        return bool(windows)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        self._do("key", "--delay", "60", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._do("type", "--delay", "20", text)


@pytest.mark.skipif(sys.platform != "linux", reason="Xvfb is a screen of X11")
def test_what_is_typed_reaches_the_workbook_and_the_letters(
    screen: dict[str, str], program: Callable[[str], str], shipped: Program, tmp_path: Path
) -> None:
    folder = tmp_path / "sample"
    make_campaign(shipped.templates, folder, sample=True)
    hand = Hand(program("xdotool"), screen)
    command = [sys.executable, "-m", "desktop_app", str(folder)]
    with started(command, screen, tmp_path) as window:
        until(lambda: hand.finds("Security Council on Orlavia"))
        hand.press("ctrl+shift+a")
        hand.type("Alder Reading Room")
        hand.press("Return")
        hand.press("ctrl+s")
        listed = folder / "signatories-private.xlsx"
        until(lambda: read_list(listed).signatories[-1].name == "Alder Reading Room")
        assert read_list(listed).signatories[-1].disclosure is Disclosure.PENDING
        hand.press("ctrl+e")
        time.sleep(1)
        hand.press("Return")
        exports = folder / "exports"
        until(lambda: exports.is_dir() and any(exports.glob("*/register.csv")))
        hand.press("ctrl+q")
        assert window.wait(PATIENCE) == 0
    (export,) = exports.iterdir()
    assert len(list(export.glob("*.docx"))) == 15
    assert list((folder / "private").glob("unsaved-*")) == []
