"""P8: a bad file never breaks anything. Hundreds of files of our own, each through the terminal."""

import random
from collections.abc import Sequence
from pathlib import Path

from hostile.every_file import every_file
from hostile.kinds import Hostile
from hostile.trying import try_file
from promises.kept import Outcome, Promise, of_sizes

_IN_TESTS = 6


def chosen(files: Sequence[Hostile], cases: int) -> Sequence[Hostile]:
    """So many of the files, the same each time, from everywhere among them."""
    if cases >= len(files):
        return files
    return random.Random(8).sample(files, cases)  # noqa: S311 - which are tried is no secret


def check(cases: int, folder: Path) -> Outcome:
    """Try so many of the files."""
    files = chosen(every_file(), cases)
    timed = cases > _IN_TESTS
    tried = [try_file(file, folder / str(number), timed=timed) for number, file in enumerate(files)]
    faults = tuple(fault for one in tried for fault in one.faults)
    opened = sum(one.outcome == "opens" for one in tried)
    slowest = max(one.worked for one in tried)
    most = max(one.memory for one in tried) >> 20
    figure = (
        f"{len(tried)} files: {opened} opened, {len(tried) - opened} refused with a sentence; "
        f"at most {slowest:.1f} s of work, {most} MB; {len(faults)} faults"
    )
    return Outcome(figure, faults)


P8 = Promise(
    "P8",
    "A hostile file is opened with its text or refused with one sentence: no crash, no hang, no flood.",
    of_sizes(_IN_TESTS, 60, 10_000),
    check,
)
