"""What a promise is: a sentence, how it is checked, and how often: each time, for a look, for a release."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Size(StrEnum):
    """How much is checked: what the tests do each time, what a developer waits for, what a release takes."""

    TESTS = "tests"
    SHORT = "short"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a check.

    Attributes:
        figure: What was counted, in one line: "0 of 132 runs lost a row".
        faults: What broke the promise, one line each; none if it was kept.
        left_out: What could not be checked here, and why; never counted as kept.
    """

    figure: str
    faults: tuple[str, ...] = ()
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """One thing that is promised.

    Attributes:
        number: As docs/promises.md has it.
        says: The promise, in one line.
        cases: How many cases a check of each size takes.
        check: Checks so many cases, in an empty folder of its own. The same number gives the same cases,
            but for what the clock decides.
    """

    number: str
    says: str
    cases: Mapping[Size, int]
    check: Callable[[int, Path], Outcome]


def of_sizes(tests: int, short: int, full: int) -> Mapping[Size, int]:
    """How many cases each size takes."""
    return {Size.TESTS: tests, Size.SHORT: short, Size.FULL: full}
