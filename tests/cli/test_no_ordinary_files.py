"""A pipe, a device or a folder in the place of a file gets a sentence; nothing waits or eats the memory."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither among its files")

ROOT = Path(__file__).resolve().parents[2]
MEMORY = 1_500_000
"""kB that a command may ask for: more than it takes, and soon used up by a device without an end."""
PUT: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "folder": Path.mkdir,
}
COMMANDS = {
    "campaign.toml": ("status", "{sample}"),
    "signatories-private.xlsx": ("signatories", "count", "{sample}"),
    "letter.docx": ("check", "{sample}"),
    "recipients.xlsx": ("export", "{sample}", "--to", "{file}"),
    "answers.csv": ("signatories", "import", "{sample}", "{file}"),
    "minutes.txt": ("scan", "{sample}", "{file}"),
}


def run(*arguments: str, given: str = os.devnull) -> subprocess.CompletedProcess[str]:
    """One command in a process of its own, which is ended if it hangs or eats the memory."""
    command = f'ulimit -v {MEMORY}; exec "$@" < {given}'
    return subprocess.run(
        ["/bin/sh", "-c", command, "sh", sys.executable, "-m", "desktop_app", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("what", PUT)
@pytest.mark.parametrize("name", COMMANDS)
def test_it_is_refused_with_a_sentence(sample: Path, name: str, what: str) -> None:
    path = sample / name
    path.unlink(missing_ok=True)
    PUT[what](path)
    ran = run(*(word.format(sample=sample, file=path) for word in COMMANDS[name]))
    assert ran.returncode == 2
    assert name in ran.stdout + ran.stderr
    assert "mistake" not in ran.stderr


def test_a_password_from_a_device_without_an_end_is_too_long(sample: Path) -> None:
    ran = run("signatories", "password", str(sample), given="/dev/zero")
    assert ran.returncode == 2
    assert "too long" in ran.stderr


@pytest.mark.parametrize("what", ["pipe", "device"])
def test_odd_files_among_the_copies_are_passed_over(sample: Path, what: str) -> None:
    for folder, name in (("journal", "000001 merge.xlsx"), ("backups", "2024-02-01 12.00.00 UTC.xlsx")):
        (sample / "private" / folder).mkdir(parents=True)
        PUT[what](sample / "private" / folder / name)
    assert run("signatories", "set", str(sample), "2", "--listed", "pending").returncode == 0
    assert run("signatories", "undo", str(sample), "--confirm").returncode == 0
