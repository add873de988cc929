"""A save that is killed, or that the disk fails, at every system call that writes: old or new list, whole.

The system calls of one save are counted; then it is run again for each, with the process killed at it, with
only it failing, and with it and all after it failing.
"""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tracing import STRACE, needs_strace

from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files import encryption
from desktop_app.files.encryption import encrypt
from desktop_app.files.list_editor import new_list
from desktop_app.files.list_file import read_list

WRITING = (
    "openat,open,creat,write,pwrite64,writev,pwritev,fsync,fdatasync,ftruncate,rename,renameat,renameat2,link,"
    "linkat,unlink,unlinkat,mkdir,mkdirat,chmod,fchmod,fchmodat,flock"
)
FAILURES = ("ENOSPC", "EIO", "EACCES")
BEFORE = (
    Signatory(2, "Lantern Network", Disclosure.NAMED, country="Chad"),
    Signatory(3, "Quiet River Circle", Disclosure.ANONYMOUS),
)
KILLED = -9
WAYS = 1 + 2 * len(FAILURES)


class Saves:
    """Runs one save after the other, each in a folder of its own and under a tracer."""

    def __init__(self, place: Path, password: str) -> None:
        self.place = place
        self.password = password
        package = new_list(BEFORE)
        self.data = encrypt(package, password, "signatories.xlsx") if password else package
        self.number = 0
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("saves_on_command.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            text=True,
        )

    def run(self, *how: str) -> tuple[int, Path, str]:
        """One save: how it ended, its folder, and what the tracer wrote."""
        self.number += 1
        folder = self.place / str(self.number)
        folder.mkdir()
        (folder / "signatories.xlsx").write_bytes(self.data)
        (folder / "campaign.toml").write_text('title = "A truce in Orlavia"\nlanguages = ["en"]\n', "utf-8")
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{folder}\t{self.password}\n")
        self.process.stdin.flush()
        child = self.process.stdout.readline().strip()
        tracer = subprocess.Popen(
            [STRACE, "-p", child, "-e", f"trace={WRITING}", *how],
            stderr=subprocess.PIPE,
            text=True,
        )
        assert tracer.stderr is not None
        assert "attached" in tracer.stderr.readline()
        (folder / "go").touch()
        ended = int(self.process.stdout.readline())
        return ended, folder, tracer.communicate()[1]

    def state(self, folder: Path) -> str:
        """What the list in a folder is now: ``old``, ``new``, or what nobody wants."""
        path = folder / "signatories.xlsx"
        if not path.exists():
            return "gone"
        if path.read_bytes() == self.data:
            return "old"
        rows = read_list(path, password=self.password).signatories
        return (
            "new"
            if [row.name for row in rows] == [*(row.name for row in BEFORE), "Harbour Watch"]
            else "torn"
        )


@pytest.fixture(params=["", "river"], ids=["plain", "locked"])
def saves(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Saves]:
    """A list that is saved again and again."""
    monkeypatch.setattr(encryption, "ROUNDS", 50)
    made = Saves(tmp_path, request.param)
    yield made
    made.process.communicate("", timeout=10)


@needs_strace
def test_killed_or_failing_at_every_writing_call_the_list_is_old_or_new(saves: Saves) -> None:
    ended, folder, trace = saves.run()
    assert (ended, saves.state(folder)) == (0, "new")
    calls = re.findall(r"^(\w+)\(", trace, re.MULTILINE)
    assert len(calls) > 20
    outcomes: Counter[tuple[str, int, str]] = Counter()
    for place in range(len(calls)):
        for name, how in _ways(calls, place):
            ended, folder, _ = saves.run(*how)
            state = saves.state(folder)
            assert state in ("old", "new"), (how, ended, state)
            assert ended in (0, 1, KILLED), (how, ended)
            # Whoever is told that it is saved finds it saved, and "nothing was changed" is true.
            assert ended == KILLED or (ended, state) in ((0, "new"), (1, "old")), how
            outcomes[name, ended, state] += 1
            shutil.rmtree(folder)
    assert sum(outcomes.values()) == len(calls) * WAYS
    assert (
        sum(times for (name, ended, _), times in outcomes.items() if (name, ended) == ("KILL", KILLED)) > 20
    )
    print(f"\n{len(calls)} calls, {len(calls) * WAYS} runs: {dict(outcomes)}")  # noqa: T201 - pytest -s shows the figures


def _ways(calls: list[str], place: int) -> Iterator[tuple[str, list[str]]]:
    """Ways to spoil a save at its call of that place. The tracer counts each kind of call by itself."""
    call, number = calls[place], calls[: place + 1].count(calls[place])
    yield "KILL", ["-e", f"inject={call}:signal=KILL:when={number}"]
    for failure in FAILURES:
        yield failure, ["-e", f"inject={call}:error={failure}:when={number}"]
        yield (
            f"{failure} from there on",
            [
                option
                for kind in dict.fromkeys(calls)
                for option in ("-e", f"inject={kind}:error={failure}:when={calls[:place].count(kind) + 1}+")
            ],
        )
