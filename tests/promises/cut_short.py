"""P4: saves and exports that are killed at any moment or at a call that writes, or that the disk fails."""

import itertools
import os
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from promises.kept import Outcome, Promise, of_sizes
from promises.killed_office import kill_exports
from promises.seen import Seen
from services.cut_short import Exports, Saves, moments, ways
from template_files import TEMPLATES
from tracing import can_trace

from desktop_app.files import libreoffice

_CASES_PER_KILL, _FEWEST_KILLS, _MOST_KILLS = 14, 3, 40
"""LibreOffice makes each of these runs slow."""
_NO_OFFICE = "exports with PDF: no LibreOffice, or no list of processes"
_UNFORKED = "kills at any moment: processes cannot be forked"
_UNTRACED = "calls that write: strace is not there, or may not trace"
_UNWRITTEN = " before anything was written"
_MISSED = 0.1
"""Of the calls that are to fail so many may never come: not every run makes the same ones."""


def _saves(cases: int, folder: Path) -> Outcome:
    shapes = [("", 0), ("river", 0), ("", 40), ("river", 400)]
    each = -(-cases // len(shapes))
    seen = Seen()
    cut: Counter[str] = Counter()
    kills: Counter[str] = Counter()
    for number, (password, rows) in enumerate(shapes):
        saves = Saves(folder / str(number), password, rows)
        try:
            cut += _cut(saves, each, seen)
            kills += _killed(saves, each, seen)
        finally:
            saves.end()
    return _told(cut, kills, seen, "saves", "lost a row or left half a file")


def _exports(cases: int, folder: Path) -> Outcome:
    sample = folder / "sample"
    shutil.copytree(TEMPLATES / "sample", sample, copy_function=shutil.copyfile)
    settings = (sample / "campaign.toml").read_text("utf-8")
    (sample / "campaign.toml").write_text(settings.replace("sample = true", "sample = false"), "utf-8")
    seen = Seen()
    exports = Exports(folder, sample)
    try:
        cut = _cut(exports, cases, seen)
        kills = _killed(exports, cases, seen)
    finally:
        exports.end()
    told = _told(cut, kills, seen, "exports", "handed over half a folder or changed the campaign")
    if libreoffice.program() is None or not Path("/proc/self/cmdline").exists():
        return replace(told, left_out="; ".join(filter(None, (told.left_out, _NO_OFFICE))))
    with_office = min(_MOST_KILLS, max(_FEWEST_KILLS, cases // _CASES_PER_KILL))
    broken = Seen()
    ends, longest = kill_exports(with_office, folder, sample, broken)
    figure = (
        f"{broken.torn} of {ends.total()} with PDF and e-mail drafts, killed at any moment ({_said(ends)})"
    )
    figure += f"; LibreOffice was there for at most {longest:.0f} s after a kill"
    return Outcome(f"{told.figure}; {figure}", (*told.faults, *broken.faults), told.left_out)


def _told(cut: Counter[str], kills: Counter[str], seen: Seen, what: str, fault: str) -> Outcome:
    figure = f"{seen.torn} of {kills.total():,} {what} killed at any moment ({_said(kills)}) and of "
    figure += f"{cut.total():,} killed or failed at a call that writes ({_said(cut)}) {fault}"
    return Outcome(figure, tuple(seen.faults), "; ".join(dict.fromkeys(seen.left_out)))


def _said(ends: Counter[str]) -> str:
    return ", ".join(f"{number:,} {end}" for end, number in sorted(ends.items()))


def _cut(on_command: Saves | Exports, cases: int, seen: Seen) -> Counter[str]:
    """Run so many of all the ways to cut one short, evenly over its system calls."""
    ends: Counter[str] = Counter()
    if not can_trace():
        seen.left_out.append(_UNTRACED)
        return ends
    missed = 0
    for name, how in itertools.islice(_spread(on_command.calls(), cases), cases):
        ended, folder, trace = on_command.run(*how)
        end = seen.end(on_command, ended, folder, f"{name} at {' '.join(how)}")
        if "(INJECTED)" in trace or "killed by SIGKILL" in trace:
            ends[end] += 1
        else:
            missed += 1
    if missed > _MISSED * cases:
        seen.faults.append(f"{missed} of {cases} runs came to no call that was to fail")
    return ends


def _killed(on_command: Saves | Exports, kills: int, seen: Seen) -> Counter[str]:
    """Kill so many runs after they have begun to write, evenly over the time that one takes.

    Those that were killed before are told besides; those that were done before are not.
    """
    ends: Counter[str] = Counter()
    if not hasattr(os, "fork"):
        seen.left_out.append(_UNFORKED)
        return ends
    writing = 0
    for after in moments(on_command.seconds(), kills):
        ended, folder = on_command.killed_after(after)
        writes = on_command.has_begun(folder)
        end = seen.end(on_command, ended, folder, f"killed after {after:.3f} s")
        if end.startswith("killed"):
            ends[end if writes else end + _UNWRITTEN] += 1
            writing += writes
            if writing == kills:
                return ends
    seen.left_out.append(f"only {writing} of {kills} could be killed after they had begun to write")
    return ends


def _spread(calls: Sequence[str], cases: int) -> Iterator[tuple[str, list[str]]]:
    """All ways at all calls, in an order in which any number of them is spread over the whole run."""
    every = [way for place in range(len(calls)) for way in ways(calls, place)]
    step = next(n for n in range(max(1, len(every) // cases), 2 * len(every)) if _is_prime_to(n, len(every)))
    return (every[step * number % len(every)] for number in range(len(every)))


def _is_prime_to(one: int, other: int) -> bool:
    while other:
        one, other = other, one % other
    return one == 1


SAVES = Promise(
    "P4",
    "A save that is killed, or that the disk fails, leaves the old list or the new one, whole.",
    of_sizes(28, 280, 1200),
    _saves,
)
EXPORTS = Promise(
    "P4b",
    "An export that is killed, or that the disk fails, hands over everything or nothing.",
    of_sizes(14, 140, 1000),
    _exports,
)
