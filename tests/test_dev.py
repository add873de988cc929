"""What dev.py decides: which Python will do, what is missing, and what to say about it."""

import subprocess
from pathlib import Path

import pytest

import dev


@pytest.mark.parametrize("minor", [11, 12, 13])
def test_these_pythons_will_do(minor: int) -> None:
    assert dev.refusal(3, minor) == ""


@pytest.mark.parametrize(("major", "minor"), [(2, 7), (3, 10), (3, 14), (4, 0)])
def test_any_other_python_is_told_which_ones_will(major: int, minor: int) -> None:
    sentence = dev.refusal(major, minor)
    assert f"this is Python {major}.{minor}." in sentence
    assert "3.11 to 3.13" in sentence


def test_only_what_is_missing_is_installed() -> None:
    assert dev.missing_packages(["qpdf", "xvfb"], {"xvfb", "bash"}) == ["qpdf"]


@pytest.mark.parametrize("there", ["libglib2.0-0", "libglib2.0-0t64"])
def test_a_library_under_its_newer_name_is_the_same_library(there: str) -> None:
    assert dev.missing_packages(["libglib2.0-0|libglib2.0-0t64"], {there}) == []


def test_of_two_that_will_do_the_first_is_installed() -> None:
    missing = dev.missing_packages(dev.DEBIAN_TEST_PACKAGES, set())
    assert "libreoffice-writer-nogui" in missing
    assert "libreoffice-writer" not in missing
    assert not any("|" in package for package in missing)


def test_the_writer_that_somebody_works_with_is_left_alone() -> None:
    missing = dev.missing_packages(dev.DEBIAN_TEST_PACKAGES, {"libreoffice-writer"})
    assert [package for package in missing if package.startswith("libreoffice")] == ["libreoffice-calc"]


def test_on_debian_the_line_installs_what_is_missing() -> None:
    line = dev.advice("linux", ["qpdf", "xvfb"], debian=True)
    assert line == "sudo apt-get install --no-install-recommends qpdf xvfb"


def test_on_a_mac_the_line_is_for_homebrew() -> None:
    line = dev.advice("darwin", ["soffice"], debian=False)
    assert line == "brew install --cask libreoffice && brew install poppler qpdf"


def test_where_no_line_is_known_the_programs_are_named() -> None:
    assert "soffice, qpdf" in dev.advice("freebsd", ["soffice", "qpdf"], debian=False)


@pytest.mark.parametrize(("arguments", "status"), [([], 0), (["--help"], 0), (["tset"], 2)])
def test_without_a_command_the_commands_are_listed(
    arguments: list[str], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == status
    shown = capsys.readouterr().out
    assert all(f"dev.py {command} " in shown for command in "setup run demo test lint bench lock".split())


def test_what_is_set_up_is_not_set_up_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("", "utf-8")
    (tmp_path / "pyproject.toml").write_text("", "utf-8")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "LOCK", lock)
    monkeypatch.setattr(dev, "STAMP", tmp_path / "set-up-from")
    calls: list[tuple[object, ...]] = []
    monkeypatch.setattr(dev, "_call", lambda *command: calls.append(command))
    monkeypatch.setattr(dev, "_is_of_this_python", lambda: True)
    dev._environment()
    assert len(calls) == 2
    dev._environment()
    assert len(calls) == 2
    lock.write_text("qpdf==1", "utf-8")
    dev._environment()
    assert len(calls) == 4
    assert all("--require-hashes" in call for call in calls[::2])
    assert all("--no-build-isolation" in call for call in calls[1::2])
    assert "200 MB" in capsys.readouterr().out


def test_a_failed_step_is_named_and_its_status_passed_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_arguments: list[str]) -> int:
        raise subprocess.CalledProcessError(3, [Path("bin", "python"), "-m", "pip", "install"])

    monkeypatch.setattr(dev, "lint", fail)
    assert dev.main(["lint"]) == 3
    assert "python -m pip install" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("platform", "environment", "shown"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_the_demo_opens_the_window_where_there_is_a_screen(
    platform: str, environment: dict[str, str], shown: bool
) -> None:
    assert dev.has_screen(platform, environment) is shown
