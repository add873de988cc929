"""Long work is a generator: it yields now and then, and returns a result. Whoever closes it stops it."""

from collections.abc import Generator
from typing import TypeVar

_Step = TypeVar("_Step")
_Result = TypeVar("_Result")


def result_of(steps: Generator[object, None, _Result]) -> _Result:
    """Do all of it, and give what came of it."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: _Result = end.value
            return result


def with_step(work: Generator[object, None, _Result], step: _Step) -> Generator[_Step, None, _Result]:
    """The work, with a step of somebody else's each time it can be stopped."""
    try:
        while True:
            yield step
            next(work)
    except StopIteration as end:
        result: _Result = end.value
        return result
    finally:
        work.close()
