"""A save that is killed, or that the disk fails, at every system call that writes: old or new list, whole.

The system calls of one save are counted; then it is run again for each, with the process killed at it, with
only it failing, and with it and all after it failing.
"""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from services.cut_short import KILLED, WAYS, Saves, ways
from tracing import needs_strace


@pytest.fixture(params=["", "river"], ids=["plain", "locked"])
def saves(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Saves]:
    """A list that is saved again and again."""
    made = Saves(tmp_path, request.param)
    yield made
    made.end()


@needs_strace
def test_killed_or_failing_at_every_writing_call_the_list_is_old_or_new(saves: Saves) -> None:
    calls = saves.calls()
    assert len(calls) > 20
    outcomes: Counter[tuple[str, int, str]] = Counter()
    for place in range(len(calls)):
        for name, how in ways(calls, place):
            ended, folder, trace = saves.run(*how)
            assert "(INJECTED)" in trace or "killed by SIGKILL" in trace, how
            state = saves.state(folder)
            assert state in ("old", "new"), (how, ended, state)
            assert ended in (0, 1, KILLED), (how, ended)
            # Whoever is told that it is saved finds it saved, and "nothing was changed" is true.
            assert ended == KILLED or (ended, state) in ((0, "new"), (1, "old")), how
            outcomes[name, ended, state] += 1
            shutil.rmtree(folder)
    assert sum(outcomes.values()) == len(calls) * WAYS
    assert sum(times for (_, ended, _), times in outcomes.items() if ended == KILLED) == len(calls)
    print(f"\n{len(calls)} calls, {len(calls) * WAYS} runs: {dict(outcomes)}")  # noqa: T201 - pytest -s shows the figures
