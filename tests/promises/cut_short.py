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
from services.cut_short import KILLED, Exports, Saves, ways
from template_files import TEMPLATES
from tracing import can_trace

from desktop_app.files import libreoffice

_CASES_PER_KILL, _FEWEST_KILLS, _MOST_KILLS = 14, 3, 40
"""LibreOffice makes each of these runs slow."""
_GOLDEN = (5**0.5 - 1) / 2
"""Its multiples, without their whole parts, lie evenly between 0 and 1 however many are taken."""
_TRIES = 3
"""Runs at most for each kill that is asked for: some are done before it comes."""
_ENDS = {KILLED: "killed", 1: "refused", 0: "done"}
_NO_OFFICE = "exports with PDF: no LibreOffice, or no list of processes"
_UNWRITTEN = " before anything was written"
_UNFORKED = "kills at any moment: processes cannot be forked"
_UNTRACED = "calls that write: strace is not there, or may not trace"


def _saves(cases: int, folder: Path) -> Outcome:
    shapes = [("", 0), ("river", 0), ("", 40), ("river", 400)]
    each = -(-cases // len(shapes))
    faults: list[str] = []
    runs: Counter[str] = Counter()
    kills: Counter[str] = Counter()
    for number, (password, rows) in enumerate(shapes):
        saves = Saves(folder / str(number), password, rows)
        try:
            runs += _cut(saves, each, faults)
            kills += _killed(saves, each, faults)
        finally:
            saves.end()
    return _told(runs, kills, faults, "saves", "lost a row or left half a file")


def _exports(cases: int, folder: Path) -> Outcome:
    sample = folder / "sample"
    shutil.copytree(TEMPLATES / "sample", sample, copy_function=shutil.copyfile)
    settings = (sample / "campaign.toml").read_text("utf-8")
    (sample / "campaign.toml").write_text(settings.replace("sample = true", "sample = false"), "utf-8")
    exports = Exports(folder, sample)
    faults: list[str] = []
    try:
        runs = _cut(exports, cases, faults)
        kills = _killed(exports, cases, faults)
    finally:
        exports.end()
    told = _told(runs, kills, faults, "exports", "handed over half a folder or changed the campaign")
    if libreoffice.program() is None or not Path("/proc/self/cmdline").exists():
        return replace(told, left_out="; ".join(filter(None, (told.left_out, _NO_OFFICE))))
    with_office = min(_MOST_KILLS, max(_FEWEST_KILLS, cases // _CASES_PER_KILL))
    broken: list[str] = []
    ends, longest = kill_exports(with_office, folder, sample, broken)
    figure = (
        f"{len(broken)} of {ends.total()} with PDF and e-mail drafts, killed at any moment ({_said(ends)})"
    )
    figure += f"; LibreOffice was there for at most {longest:.0f} s after a kill"
    return Outcome(f"{told.figure}; {figure}", (*told.faults, *broken), told.left_out)


def _told(runs: Counter[str], kills: Counter[str], faults: list[str], what: str, fault: str) -> Outcome:
    figure = f"{len(faults)} of {kills.total():,} {what} killed at any moment ({_said(kills)}) and of "
    figure += f"{runs.total():,} killed or failed at a call that writes ({_said(runs)}) {fault}"
    if kills and all(end.endswith(_UNWRITTEN) for end in kills):
        faults.append("none was killed while it wrote, so nothing is known of that")
    left_out = ("" if kills else _UNFORKED, "" if runs else _UNTRACED)
    return Outcome(figure, tuple(faults), "; ".join(filter(None, left_out)))


def _said(ends: Counter[str]) -> str:
    return ", ".join(f"{number:,} {end}" for end, number in sorted(ends.items()))


def _cut(on_command: Saves | Exports, cases: int, faults: list[str]) -> Counter[str]:
    """Run so many of all the ways to cut one short, evenly over its system calls."""
    if not can_trace():
        return Counter()
    ends: Counter[str] = Counter()
    for name, how in itertools.islice(_spread(on_command.calls(), cases), cases):
        ended, folder, _ = on_command.run(*how)
        ends[_end(on_command, ended, folder, f"{name} at {' '.join(how)}", faults)] += 1
    return ends


def _killed(on_command: Saves | Exports, kills: int, faults: list[str]) -> Counter[str]:
    """Kill so many runs, evenly over the time that one takes; those that were done before do not count."""
    if not hasattr(os, "fork"):
        return Counter()
    whole = on_command.seconds()
    ends: Counter[str] = Counter()
    for number in range(_TRIES * kills):
        after = whole * ((number + 1) * _GOLDEN % 1)
        ended, folder = on_command.killed_after(after)
        writes = on_command.has_begun(folder)
        end = _end(on_command, ended, folder, f"killed after {after:.3f} s", faults)
        if ended == KILLED:
            ends[end if writes else end + _UNWRITTEN] += 1
            if ends.total() == kills:
                return ends
    faults.append(f"of {_TRIES * kills} runs only {ends.total()} could be killed, and not {kills}")
    return ends


def _end(on_command: Saves | Exports, ended: int, folder: Path, how: str, faults: list[str]) -> str:
    """How a run has ended; its folder goes."""
    state = on_command.state(folder)
    told_true = ended == KILLED or (ended, state) in ((0, "new"), (1, "old"))
    if state not in ("old", "new") or not told_true:
        faults.append(f"{how}: ended {ended}, {state}")
    shutil.rmtree(folder)
    return f"{_ENDS.get(ended, 'crashed')} and {state}"


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
