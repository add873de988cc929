"""Until when a letter is open for signature."""

import datetime as dt

import pytest

from desktop_app.domain.deadline import deadline_of
from desktop_app.domain.letter_language import LetterLanguage
from desktop_app.domain.reporting import ProblemError

NOW = dt.datetime(2024, 1, 28, 18, 4, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("given", "kept", "shown"),
    [
        ("2024-01-30", "2024-01-30", "30 January 2024"),
        (" 2024-01-30T18:00 ", "2024-01-30T18:00", "30 January 2024, 18:00"),
        ("2024-01-30 18:00:30", "2024-01-30T18:00", "30 January 2024, 18:00"),
        ("2024-01-30T18:00+01:00", "2024-01-30T18:00+01:00", "30 January 2024, 18:00 (UTC+01:00)"),
        ("2024-01-30T18:00Z", "2024-01-30T18:00+00:00", "30 January 2024, 18:00 (UTC)"),
    ],
)
def test_a_deadline_is_a_day_or_a_time(given: str, kept: str, shown: str) -> None:
    deadline = deadline_of(given)
    assert deadline.text == kept
    assert deadline.shown(LetterLanguage("en"), "{date}, {time}") == shown
    assert deadline_of(deadline.text).text == kept


@pytest.mark.parametrize(
    "given", ["", "tomorrow", "30.1.2024", "2024-02-30", "2024-01-30T25:00", "2024-01-30T", "0000-00-00"]
)
def test_nonsense_is_no_deadline(given: str) -> None:
    with pytest.raises(ProblemError) as caught:
        deadline_of(given)
    assert caught.value.code == "deadline-wrong"


@pytest.mark.parametrize(
    ("given", "is_past"),
    [
        ("2024-01-27", True),
        ("2024-01-28", False),  # a day counts to its end
        ("2024-01-28T18:00", True),
        ("2024-01-28T18:10", False),
        ("2024-01-28T18:10+01:00", True),
        ("2024-01-28T17:10-01:00", False),
        ("0001-01-01T00:00", True),
        ("9999-12-31T23:59-12:00", False),
    ],
)
def test_whether_it_is_over(given: str, is_past: bool) -> None:
    assert deadline_of(given).is_past(NOW) is is_past
