"""P12: to read a stranger's letter tells nobody. Every command is watched while letters ask it to call."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from files.test_letters_fetch_nothing import LETTERS
from promises.kept import Outcome, Promise, of_sizes
from tracing import STRACE, can_trace

from desktop_app.files import libreoffice

ROOT = Path(__file__).resolve().parents[2]
_CALL = re.compile(r"\b(?:connect|sendto|sendmsg|sendmmsg|bind)\(.*\bAF_INET6?\b")
_CALLS = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
"""What the watching must see: nobody listens there, and to ask is to call."""
_OFFICE = (".rtf", ".odt")
_DAY = "2024-02-01"
_PREVIEW = """
import sys
from pathlib import Path
from desktop_app.bootstrap import bootstrap
from desktop_app.services.opening import open_campaign
from desktop_app.services.previewing import Previewer
from desktop_app.domain.recipient import Recipient
if __name__ == "__main__":
    program = bootstrap()
    opened = open_campaign(Path(sys.argv[1]))
    preview = Previewer(program.reference)
    whom = Recipient("x", "", "en", ("To all",), "Excellency,", "Excellency", "Yours")
    steps = preview.steps(opened, whom, masked=False)
    try:
        while True:
            next(steps)
    except StopIteration as end:
        print("pages:", len(end.value.sizes))
    preview.close()
"""


@dataclass(frozen=True, slots=True)
class _Job:
    """One command.

    Attributes:
        name: What it is, and on which letter.
        command: What Python is given.
        lacks: What of its work was not done, by what it said.
    """

    name: str
    command: Sequence[str | Path]
    lacks: Callable[[str], Sequence[str]]


def check(cases: int, folder: Path) -> Outcome:
    """Watch so many commands over hostile letters."""
    if not can_trace():
        return Outcome("0 commands watched", left_out="strace is not there, or may not trace")
    log = folder / "log"
    faults: list[str] = []
    if not any("127.0.0.1" in call for call in _watched(["-c", _CALLS], log)[1]):
        faults.append("a program that does call another computer was not seen to")
    watched = made = called = 0
    for job in islice(_jobs(folder), cases):
        watched += 1
        done, calls = _watched(job.command, log)
        called += len(calls)
        faults += [f"{job.name}: {call[:160]}" for call in calls]
        lacking = [f"ended with {done.returncode}: {done.stderr[-200:]!a}"] if done.returncode else []
        lacking += [f"made no {what}" for what in job.lacks(done.stdout)]
        made += job.name.startswith(("export", "preview")) and not lacking
        faults += [f"{job.name}: did not do its work: {what}" for what in lacking]
    figure = f"{watched} commands over letters that ask to be called, {made} of which made letters or pages"
    return Outcome(f"{figure}: {called} calls to other computers", tuple(faults), _left_out())


def _left_out() -> str:
    return "" if libreoffice.program() else "PDF, pages, RTF and ODT: no LibreOffice"


def _jobs(folder: Path) -> Iterator[_Job]:
    """Commands; each letter is imported, checked, exported and previewed in turn."""
    office = libreoffice.program() is not None
    reader = folder / "preview.py"
    reader.write_text(_PREVIEW, "utf-8")
    for name in sorted(LETTERS, key=lambda name: (name.endswith(_OFFICE), name)):
        if name.endswith(_OFFICE) and not office:
            continue
        letter, campaign = folder / name, folder / name.replace(".", "-")
        letter.write_bytes(LETTERS[name]())
        yield _Job(f"import {name}", _ours("import", letter, campaign), _lacking(campaign, "letter.docx"))
        _make_ready(campaign, letter)
        yield _Job(f"check {name}", _ours("check", campaign), _lacking(campaign))
        made = ["exports/*/*.docx", *(["exports/*/*.pdf"] if office else [])]
        formats = "docx,pdf" if office else "docx"
        to = ("--to", "NOR", "--on", _DAY, "--draft", "--formats", formats)
        yield _Job(f"export {name}", _ours("export", campaign, *to), _lacking(campaign, *made))
        if office:
            yield _Job(f"preview {name}", [reader, campaign], _no_pages)


def _ours(*words: str | Path) -> Sequence[str | Path]:
    return ["-m", "desktop_app", *words]


def _make_ready(campaign: Path, letter: Path) -> None:
    """Give an imported campaign the date that no letter here has, and Word's letter as it was sent."""
    settings = campaign / "campaign.toml"
    if settings.exists():
        settings.write_text(f"date = {_DAY}\n{settings.read_text('utf-8')}", "utf-8")
        if letter.suffix == ".docx":
            (campaign / letter.name).write_bytes(letter.read_bytes())  # links and all


def _lacking(campaign: Path, *made: str) -> Callable[[str], Sequence[str]]:
    return lambda _said: [
        what for what in made if not any(path.stat().st_size for path in campaign.glob(what))
    ]


def _no_pages(said: str) -> Sequence[str]:
    return [] if re.search(r"^pages: [1-9]", said, re.MULTILINE) else ["pages"]


def _watched(
    command: Sequence[str | Path], log: Path
) -> tuple[subprocess.CompletedProcess[str], Sequence[str]]:
    """What came of a command, and what it and all that it starts said to other computers."""
    watch = [STRACE, "-f", "-qq", "-e", "trace=network", "-o", str(log)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = [*watch, sys.executable, *map(str, command)]
    done = subprocess.run(run, capture_output=True, text=True, check=False, cwd=ROOT, env=env)
    calls = [line for line in log.read_text("utf-8", "replace").splitlines() if _CALL.search(line)]
    return done, calls


P12 = Promise(
    "P12",
    "To import, check, export and look at a stranger's letter calls no other computer.",
    of_sizes(4, 28, 28),
    check,
)
