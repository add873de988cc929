"""Work in a process of its own ends, one way or the other."""

from collections.abc import Callable

import pytest
from workers import crashing, endless, greedy, shouted

from desktop_app.support.bounded import CrashedError, OverTimeError, run_bounded


def test_an_answer_comes_back() -> None:
    assert run_bounded(shouted, b"a" * 1_000_000, seconds=9, memory=600 << 20) == b"A" * 1_000_000


@pytest.mark.parametrize(
    ("work", "error"), [(endless, OverTimeError), (crashing, CrashedError), (greedy, CrashedError)]
)
def test_what_never_answers_is_given_up(work: Callable[[bytes], bytes], error: type[Exception]) -> None:
    with pytest.raises(error):
        run_bounded(work, b"", seconds=1, memory=600 << 20)
