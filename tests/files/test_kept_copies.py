"""Which copies of the list are kept, and for how long."""

import datetime as dt
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.files.kept_copies import (
    back_up,
    backups,
    copies,
    forget_step,
    handed_out,
    keep_export,
    keep_step,
    last_step,
    superfluous,
)

NOON = dt.datetime(2024, 2, 1, 12, tzinfo=dt.UTC)


def minutes(number: float) -> dt.datetime:
    """So many minutes after noon."""
    return NOON + dt.timedelta(minutes=number)


def test_the_first_save_of_a_session_makes_a_backup_and_then_one_in_ten_minutes(tmp_path: Path) -> None:
    for number in range(31):
        back_up(tmp_path, f"state {number}".encode(), minutes(number), first=number == 0)
    assert [path.read_bytes() for _, path in backups(tmp_path)] == [
        b"state 0",
        b"state 10",
        b"state 20",
        b"state 30",
    ]


def test_each_session_begins_with_a_backup(tmp_path: Path) -> None:
    back_up(tmp_path, b"one", minutes(0), first=True)
    back_up(tmp_path, b"two", minutes(1), first=True)
    back_up(tmp_path, b"two", minutes(2), first=True)  # kept already
    assert [path.read_bytes() for _, path in backups(tmp_path)] == [b"one", b"two"]


def test_two_backups_of_one_second_are_two(tmp_path: Path) -> None:
    for state in (b"one", b"two", b"three"):
        back_up(tmp_path, state, NOON, first=True)
    assert {path.read_bytes() for _, path in backups(tmp_path)} == {b"one", b"two", b"three"}


@given(st.lists(st.integers(0, 60 * 24 * 40), unique=True).map(sorted))
def test_the_last_ten_and_the_last_of_each_of_ten_days_are_kept(times: list[int]) -> None:
    made = [(minutes(number), Path(str(number))) for number in times]
    dropped = set(superfluous(made))
    kept = [entry for entry in made if entry[1] not in dropped]
    assert kept[-10:] == made[-10:]
    days = sorted({taken.date() for taken, _ in made})[-10:]
    for day in days:
        assert max(entry for entry in made if entry[0].date() == day) in kept
    assert len(kept) <= 20


def test_the_last_step_is_the_one_that_made_the_list_what_it_is(tmp_path: Path) -> None:
    keep_step(tmp_path, "import", b"a", b"b")
    keep_step(tmp_path, "merge", b"b", b"c")
    step = last_step(tmp_path, b"c")
    assert step is not None
    assert (step.what, step.before.read_bytes()) == ("merge", b"b")
    forget_step(step.before)
    assert last_step(tmp_path, b"c") is None
    again = last_step(tmp_path, b"b")
    assert again is not None
    assert again.what == "import"


def test_ten_steps_can_be_taken_back(tmp_path: Path) -> None:
    for number in range(14):
        keep_step(tmp_path, "merge", str(number).encode(), str(number + 1).encode())
    state, taken = b"14", 0
    while (step := last_step(tmp_path, state)) is not None:
        state = step.before.read_bytes()
        taken += 1
    assert (taken, state) == (10, b"4")


def test_the_list_of_each_export_is_kept(tmp_path: Path) -> None:
    keep_export(tmp_path, "2024-02-01 security-council", b"a", NOON)
    ((when, copy),) = handed_out(tmp_path)
    assert (when, copy.read_bytes()) == (NOON, b"a")
    assert copies(tmp_path) == [copy]
