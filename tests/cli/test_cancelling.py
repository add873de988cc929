"""Whoever cancels finds the folder as it was: no half export, no working folder."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from cli.terminal import Run

from desktop_app.services import exporting


@pytest.fixture
def _heard() -> Iterator[None]:
    """What begins a program in the background may have it ignore Ctrl+C, and so all that it begins."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals to one process")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.usefixtures("_heard")
def test_a_signal_in_the_middle_leaves_nothing(sample: Path, number: signal.Signals) -> None:
    exports = sample / "exports"
    command = [sys.executable, "-m", "desktop_app", "export", str(sample), "--to", "member-states"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        end = time.monotonic() + 60
        while not list(exports.glob(".*/*")) and time.monotonic() < end:
            time.sleep(0.002)
        running.send_signal(number)
        out, err = running.communicate(timeout=60)
    assert running.returncode == 130, err
    assert out == ""
    assert "Traceback" not in err
    assert not exports.exists()


def test_an_interrupt_is_said_in_json_too(run: Run, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(exporting, "_write_register", interrupted)
    ran = run("export", sample, "--json")
    assert ran.status == 130
    assert ran.json["error"]["code"] == "cancelled"
    assert not (sample / "exports").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("arguments", [("templates",), ("templates", "--json"), ("--help",), ("--version",)])
def test_output_that_cannot_be_written_is_an_error(run: Run, arguments: tuple[str, ...]) -> None:
    with pytest.MonkeyPatch.context() as full, suppress(OSError), Path("/dev/full").open("w") as stdout:
        full.setattr(sys, "stdout", stdout)
        ran = run(*arguments)
    assert ran.status == 2
    assert ran.err.startswith("What the command says could not be written")


def test_a_mistake_of_ours_shows_no_traceback_and_no_name(
    run: Run, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("the secret name")

    monkeypatch.setattr(exporting, "_write_register", broken)
    ran = run("export", sample, "--json")
    assert ran.status == 2
    assert ran.json["error"]["code"] == "internal"
    assert "ValueError" in ran.err
    assert "secret" not in ran.out + ran.err
    assert not (sample / "exports").exists()
