"""Work in a process of its own ends, one way or the other."""

import multiprocessing
from collections.abc import Callable
from contextlib import closing

import pytest
from workers import OnMacOS, SlowToBegin, busy, crashing, endless, greedy, obedient, shouted

from desktop_app.support import bounded
from desktop_app.support.bounded import Apart, CrashedError, OverTimeError, run_bounded
from desktop_app.support.long_work import result_of


def test_an_answer_comes_back() -> None:
    assert run_bounded(shouted, b"a" * 1_000_000, seconds=9, memory=600 << 20) == b"A" * 1_000_000


@pytest.mark.parametrize(
    ("work", "error"), [(endless, OverTimeError), (crashing, CrashedError), (greedy, CrashedError)]
)
def test_what_never_answers_is_given_up(work: Callable[[bytes], bytes], error: type[Exception]) -> None:
    with pytest.raises(error):
        run_bounded(work, b"", seconds=1, memory=600 << 20)


def test_what_a_process_takes_to_begin_is_not_its_works_time() -> None:
    assert run_bounded(SlowToBegin(), b"ada", seconds=0.5, memory=600 << 20) == b"ADA"


def test_a_far_slower_computer_has_more_time(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OverTimeError):
        run_bounded(busy, b"ada", seconds=0.4, memory=600 << 20)
    monkeypatch.setattr(bounded, "_slowness", lambda: 5.0)
    assert run_bounded(busy, b"ada", seconds=0.4, memory=600 << 20) == b"ada"


def test_how_slow_a_computer_is_says_the_time_of_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "thread_time", iter([1.0, 1.15]).__next__)
    assert bounded._slowness.__wrapped__() == pytest.approx(5)


def test_a_system_that_bounds_no_memory_bounds_the_time_alone() -> None:
    assert run_bounded(OnMacOS(), b"ada", seconds=9, memory=600 << 20) == b"ADA"


def test_one_process_answers_many_questions_and_another_goes_on_where_it_ended() -> None:
    with closing(Apart(obedient, b"Ada: ", seconds=0.5, memory=600 << 20)) as apart:
        assert [result_of(apart.asking(it)) for it in (b"one", b"two")] == [b"Ada: one", b"Ada: two"]
        for told, error in ((b"stall", OverTimeError), (b"crash", CrashedError), (b"swell", CrashedError)):
            with pytest.raises(error):
                result_of(apart.asking(told))
            assert result_of(apart.asking(b"again")) == b"Ada: again"


def test_whoever_stops_waiting_ends_the_process() -> None:
    with closing(Apart(obedient, b"", seconds=9, memory=600 << 20)) as apart:
        waiting = apart.asking(b"stall")
        next(waiting)
        waiting.close()
        assert multiprocessing.active_children() == []
