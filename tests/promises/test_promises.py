"""Each promise, in as few cases as say something; ``dev.py promises`` checks more of them."""

from datetime import date
from pathlib import Path

import pytest
from promises.all_promises import PROMISES
from promises.kept import Outcome, Promise, Size, of_sizes
from promises.table import numbers, with_outcome

PAGE = Path(__file__).resolve().parents[2] / "docs" / "promises.md"
HEAD = "# Promises\n\n| | Promise | Short | Full | Command |\n| --- | --- | --- | --- | --- |\n\nThe end.\n"


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.number)
def test_a_promise_is_kept(promise: Promise, tmp_path: Path) -> None:
    outcome = promise.check(promise.cases[Size.TESTS], tmp_path)
    assert not outcome.faults, "\n".join(outcome.faults[:10])


def test_every_promise_has_its_row_and_every_row_its_promise() -> None:
    assert list(numbers(PAGE.read_text("utf-8"))) == [promise.number for promise in PROMISES]


def test_a_figure_is_written_to_its_row_and_the_other_size_stays() -> None:
    kept = Promise("P4", "No row is lost.", of_sizes(1, 2, 3), lambda _cases, _folder: Outcome(""))
    short = with_outcome(HEAD, kept, Size.SHORT, Outcome("0 of 2 lost"), date(2026, 11, 21))
    both = with_outcome(short, kept, Size.FULL, Outcome("1 of 3 lost", ("run 2",)), date(2026, 11, 22))
    assert (
        "| P4 | No row is lost. | 0 of 2 lost (2026-11-21) | **broken**: 1 of 3 lost (2026-11-22) "
        "| `python3 dev.py promises P4` |\n\nThe end.\n"
    ) in both
    assert numbers(both) == ("P4",)
