"""Exports with PDF that are killed at some moment; nobody tells LibreOffice, which ends by itself."""

import os
import shutil
import signal
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

from services.cut_short import KILLED, Exports, begun_in

from desktop_app.support.workplace import private_folder

FORMATS = ("docx", "pdf", "eml")
_PATIENCE = 60
"""Seconds in which LibreOffice must have ended by itself; it makes one letter, on a machine that is busy."""
_MORE = 12
"""Further kills at most, where none of those asked for came while LibreOffice worked."""


def kill_exports(kills: int, folder: Path, sample: Path, faults: list[str]) -> tuple[Counter[str], float]:
    """Kill so many exports, evenly over the time that one takes.

    Returns:
        How they ended, and for how many seconds LibreOffice was there after a kill.
    """
    exports = Exports(folder / "office", _to_one(sample, folder), *FORMATS)
    try:
        whole = exports.seconds()
        if not set(FORMATS) <= {Path(name).suffix[1:] for name in exports.whole}:
            faults.append(f"an undisturbed run made {sorted(exports.whole)}")
        return _kill(exports, kills, whole, faults)
    finally:
        exports.end()


def _kill(exports: Exports, kills: int, whole: float, faults: list[str]) -> tuple[Counter[str], float]:
    ends: Counter[str] = Counter()
    longest = 0.0
    for share in _shares(kills):
        if ends.total() >= kills and any("LibreOffice" in end for end in ends):
            break
        after = whole * share
        ended, run = exports.killed_after(after)
        others = begun_in(run)
        stayed, left = _wait_for(run)
        longest = max(longest, stayed)
        state = exports.state(run)
        if ended == KILLED:
            ends[f"killed{' while LibreOffice worked' if others else ''} and {state}"] += 1
        if left:
            faults.append(f"killed after {after:.1f} s: LibreOffice is there after {_PATIENCE} s")
        if (ended, state) not in ((KILLED, "old"), (KILLED, "new"), (0, "new")):
            faults.append(f"killed after {after:.1f} s: ended {ended}, {state}")
        faults += [f"killed after {after:.1f} s: {path.name} stays" for path in run.glob("**/.undersigned-*")]
        faults += [f"killed after {after:.1f} s: {path.name} stays" for path in _private_after(exports)]
        shutil.rmtree(run)
    if not any("LibreOffice" in end for end in ends):
        faults.append("no export was killed while LibreOffice worked, so nothing is known of that")
    return ends, longest


def _shares(kills: int) -> Iterator[float]:
    """Of the time that an export takes: evenly, and then some between them.

    On a busy machine none of the first may hit LibreOffice at its work.
    """
    yield from ((number + 0.5) / kills for number in range(kills))
    yield from (0.2 + 0.6 * number / _MORE for number in range(_MORE))


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
