"""Tries a hostile file through the terminal, in a process of its own, and says what is wrong with what came of it."""

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from hostile.kinds import OPENS, Hostile, Use

ROOT = Path(__file__).resolve().parents[2]
SECONDS, PDF_SECONDS, OFFICE_SECONDS = 5.0, 10.0, 20.0
"""LibreOffice alone takes two to start, and eight when it is stopped."""
MEMORY = 600 << 20
GIVEN_UP = 60
_BUSY = 3
"""How many times as long a machine that does other things as well may take; the hang is told from the wait."""
_OFFICE = frozenset({".odt", ".rtf", ".doc"})
_MADE = ("private/", "exports/", "signatories-private.xlsx", ".~lock.", "signatories-private.lock")
"""What commands may make or change in a campaign's folder."""
MARKER = "undersigned-marker"
"""The name of what a file that runs would make: below the folder of the try that it belongs to."""
_FIXED = Path("/tmp") / MARKER
"""Where files say it that cannot know their folder. Other runs look there too, so that nobody takes it away."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of one file.

    Attributes:
        outcome: ``OPENS``, or the code of the error.
        seconds: By the clock.
        worked: Of processor time, its children's included.
        memory: The most that any of its processes held, in bytes.
        faults: What is wrong, one line each.
    """

    outcome: str
    seconds: float
    worked: float
    memory: int
    faults: tuple[str, ...]


def try_file(hostile: Hostile, folder: Path, *, timed: bool = True) -> Tried:
    """Make the file in an empty folder, try it, and look at everything that is there afterwards.

    Args:
        hostile: The file.
        folder: An empty one.
        timed: Whether to take long is a fault; a test times nothing.
    """
    folder.mkdir(parents=True)
    home = folder / "home"
    home.mkdir()
    command, file = _command(hostile, folder)
    before, marked = _state(folder), _marked()
    began = time.monotonic()
    status, out, err, memory, worked = _run(command, home)
    seconds = time.monotonic() - began
    outcome, answer = _outcome(out)
    faults = [
        *_faults_of_answer(hostile, status, outcome, answer, err, file),
        *(_faults_of_time(hostile, seconds, worked) if timed else ()),
        *([f"took {memory >> 20} MB"] if memory > MEMORY else []),
        *_changes(before, _state(folder), opened=outcome == OPENS, use=hostile.use),
    ]
    if _marked() not in (None, marked):
        faults.append("the marker was made")
    named = tuple(f"{hostile.name!a} ({hostile.what}): {fault}" for fault in faults)
    return Tried(outcome, seconds, worked, memory, named)


def _command(hostile: Hostile, folder: Path) -> tuple[list[str], Path]:
    campaign = folder / "campaign"
    if hostile.use is not Use.LETTER:
        shutil.copytree(ROOT / "templates" / "sample", campaign)
    inside = {Use.DRAFT: "letter.docx", Use.LIST: "signatories-private.xlsx", Use.SETTINGS: "campaign.toml"}
    file = campaign / inside[hostile.use] if hostile.use in inside else folder / hostile.name
    if hostile.use in inside:
        file.unlink()
    hostile.put(file)
    words: Mapping[Use, list[str | Path]] = {
        Use.LETTER: ["import", file, campaign],
        Use.DRAFT: ["check", campaign],
        Use.LIST: ["status", campaign],
        Use.SETTINGS: ["check", campaign],
        Use.FORM: ["signatories", "import", campaign, file],
        Use.OWN_LIST: ["recipients", campaign, "--to", file],
        Use.SCAN: ["scan", campaign, file],
    }
    return [*map(str, words[hostile.use]), "--json"], file


_MEASURED = """
import os, resource, subprocess, sys
ended = subprocess.call(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as told:
    told.write(f"{used.ru_maxrss} {used.ru_utime + used.ru_stime}")
os.kill(os.getpid(), -ended) if ended < 0 else sys.exit(ended)
"""
"""A small process in between: to Linux, a process has held what the one that began it held at that moment."""


def _run(command: list[str], home: Path) -> tuple[int, str, str, int, float]:
    temporary = home.parent / "temporary"
    temporary.mkdir()
    env = {
        # What is timed is the file, not the compiling of the program.
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        **dict.fromkeys(("HOME", "USERPROFILE"), str(home)),
        **{f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")},
        "TMPDIR": str(temporary),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
    }
    out, err = home.parent / "out", home.parent / "err"
    with out.open("wb") as stdout, err.open("wb") as stderr:
        measured = [sys.executable, "-S", "-c", _MEASURED, str(home.parent / "used")]
        process = subprocess.Popen(
            [*measured, sys.executable, "-m", "desktop_app", *command],
            cwd=home,
            env=env,
            stdout=stdout,
            stderr=stderr,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        end = time.monotonic() + GIVEN_UP
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() > end:
                os.killpg(process.pid, signal.SIGKILL)
                _pid, status, usage = os.wait4(process.pid, 0)
                break
            time.sleep(0.02)
    process.returncode = os.waitstatus_to_exitcode(status)
    used = home.parent / "used"
    memory, worked = usage.ru_maxrss, usage.ru_utime + usage.ru_stime
    if used.exists():
        told = used.read_text("ascii").split()
        memory, worked = int(told[0]), float(told[1])
        used.unlink()
    said = out.read_text("utf-8", "replace"), err.read_text("utf-8", "replace")
    out.unlink()
    err.unlink()
    if not any(temporary.iterdir()):
        temporary.rmdir()
    return process.returncode, *said, memory * 1024, worked


def _outcome(out: str) -> tuple[str, str]:
    """The code, and all that the answer says as one text."""
    try:
        answer = json.loads(out)
    except ValueError:
        return "no answer", out
    said = "\n".join(_texts(answer))
    return (str(answer["error"]["code"]) if "error" in answer else OPENS), said


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _faults_of_answer(
    hostile: Hostile, status: int, outcome: str, answer: str, err: str, file: Path
) -> Iterator[str]:
    if outcome != hostile.outcome:
        yield f"came to {outcome}, not {hostile.outcome}"
    if outcome == "internal" or "Traceback" in err or "Traceback" in answer:
        yield f"a mistake of ours: {answer[-200:]!a}"
    # What could not be searched is said in the answer, and by the status of a refusal.
    of_opened = (0, 1, 2, 3) if hostile.use is Use.SCAN else (0, 1, 3)
    if status not in (of_opened if outcome == OPENS else (1, 2)):
        yield f"ended with {status}"
    if outcome != OPENS:
        if err.count("\n") != 1:
            yield f"said in {err.count(chr(10))} lines: {err[:200]!a}"
        shown = re.sub(r"[\x00-\x1f\x7f]", "", file.name)[:20]
        if shown not in err and outcome != "campaign-key-missing":
            yield f"does not name the file: {err[:200]!a}"
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f]", err):
        yield f"a sign that steers the terminal: {err[:200]!a}"
    if outcome == OPENS:
        yield from (f"lost {text!a}" for text in hostile.says if text not in answer)


def _faults_of_time(hostile: Hostile, seconds: float, worked: float) -> Iterator[str]:
    suffix = Path(hostile.name).suffix
    most = OFFICE_SECONDS if suffix in _OFFICE else PDF_SECONDS if suffix == ".pdf" else SECONDS
    # What the machine did for others meanwhile is not the file's doing.
    if worked > most or seconds > _BUSY * most:
        yield f"took {seconds:.1f} s, {worked:.1f} s of them at work"


def _state(folder: Path) -> Mapping[str, str]:
    """Everything in a folder: what ordinary files hold, and of other things that they are there."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_symlink() or not path.is_file():
            found[str(path.relative_to(folder))] = "" if path.is_dir() and not path.is_symlink() else "odd"
        elif path.stat().st_size > 1 << 30:
            found[str(path.relative_to(folder))] = str(path.stat().st_size)
        else:
            found[str(path.relative_to(folder))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def _marked() -> tuple[int, int] | None:
    """Which file the marker is, and of when; None where there is none."""
    try:
        there = _FIXED.lstat()
    except OSError:
        return None
    return there.st_ino, there.st_mtime_ns


def _changes(before: Mapping[str, str], after: Mapping[str, str], *, opened: bool, use: Use) -> Iterator[str]:
    for name in sorted({*before, *after}):
        if before.get(name) == after.get(name):
            continue
        inside = name.removeprefix("campaign/")
        makes_it = opened and use is Use.LETTER and name.partition("/")[0] == "campaign"
        documented = inside != name and inside.startswith(_MADE) and name not in before
        if not makes_it and not documented and name != "campaign/private":
            yield f"{'made' if name not in before else 'changed or removed'} {name!a}"
