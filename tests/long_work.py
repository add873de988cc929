"""Long work, done to its end at once."""

from collections.abc import Generator
from typing import TypeVar

Result = TypeVar("Result")


def ended(steps: Generator[object, None, Result]) -> Result:
    """What it came to."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: Result = end.value
            return result
