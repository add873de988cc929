"""Exports with PDF that are killed at some moment; nobody tells LibreOffice, which ends by itself."""

import os
import shutil
import signal
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

from promises.seen import Seen
from services.cut_short import Exports, begun_in, moments

from desktop_app.support.workplace import private_folder

FORMATS = ("docx", "pdf", "eml")
_PATIENCE = 60
"""Seconds in which LibreOffice must have ended by itself; it makes one letter, on a machine that is busy."""


def kill_exports(kills: int, folder: Path, sample: Path, seen: Seen) -> tuple[Counter[str], float]:
    """Kill so many exports, evenly over the time that one takes, one of them while LibreOffice works.

    Returns:
        How they ended, and for how many seconds LibreOffice was there after a kill.
    """
    exports = Exports(folder / "office", _to_one(sample, folder), *FORMATS)
    ends: Counter[str] = Counter()
    longest = 0.0
    try:
        for after in moments(exports.seconds(), kills):
            if ends.total() >= kills and any("LibreOffice" in end for end in ends):
                break
            end, stayed = _kill(exports, after, seen)
            longest = max(longest, stayed)
            if end.startswith("killed"):
                ends[end] += 1
    finally:
        exports.end()
    if ends.total() < kills:
        seen.faults.append(f"only {ends.total()} of {kills} exports with PDF could be killed")
    if not any("LibreOffice" in end for end in ends):
        seen.faults.append("no export was killed while LibreOffice worked, so nothing is known of that")
    return ends, longest


def _kill(exports: Exports, after: float, seen: Seen) -> tuple[str, float]:
    ended, run = exports.killed_after(after)
    how = f"killed after {after:.1f} s"
    others = begun_in(run)
    stayed, left = _wait_for(run)
    if left:
        seen.faults.append(f"{how}: LibreOffice is there after {_PATIENCE} s")
    exports.clear(run)
    seen.faults += [f"{how}: {path.name} stays" for path in run.glob("**/.undersigned-*")]
    seen.faults += [f"{how}: {path.name} stays" for path in _private_after(exports)]
    end = seen.end(exports, ended, run, how)
    return end.replace("killed", "killed while LibreOffice worked") if others else end, stayed


def _to_one(sample: Path, folder: Path) -> Path:
    """The campaign, with one letter: LibreOffice takes its time for each."""
    one = folder / "to-one"
    shutil.copytree(sample, one, copy_function=shutil.copyfile)
    settings = one / "campaign.toml"
    said = settings.read_text("utf-8").replace('to = "security-council"', 'to = "NOR"')
    settings.write_text(said, "utf-8")
    return one


def _private_after(exports: Exports) -> Sequence[Path]:
    """What lies in the user's private folders when the next run has begun and ended."""
    work = exports.cache / "Undersigned" / "work"
    for left in work.glob("*"):
        os.utime(left, (0, 0))
    with patch.dict(os.environ, {"XDG_CACHE_HOME": str(exports.cache)}), private_folder():
        pass
    return list(work.glob("*"))


def _wait_for(folder: Path) -> tuple[float, Sequence[int]]:
    """How long processes of a run that was killed were there after it, and which had to be killed as well."""
    began = time.monotonic()
    while (left := begun_in(folder)) and time.monotonic() - began < _PATIENCE:
        time.sleep(0.1)
    stayed = time.monotonic() - began
    for process in left:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    return stayed, left
