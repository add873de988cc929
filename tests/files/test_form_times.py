"""Times as forms write them, put in order."""

import pytest

from desktop_app.files.form_times import moments


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("2024-01-28 18:04:11", "2024-01-28T18:04:11", "2024-01-28"),
        ("2024-01-28T18:04:11.123+06:30", "2024-01-28T11:34:11", "2024-01-28"),
        ("2024-01-28T18:04:11Z", "2024-01-28T18:04:11", "2024-01-28"),
        ("2024/01/28 6:04:11 PM GMT+1", "2024-01-28T17:04:11", "2024-01-28"),
        ("2024/01/28 12:04:11 AM GMT-5", "2024-01-28T05:04:11", "2024-01-28"),
        ("28.01.2024 18:04", "2024-01-28T18:04:00", "2024-01-28"),
        ("02.03.2024", "2024-03-02T00:00:00", "2024-03-02"),
        ("1/28/24 6:04:11 p. m.", "2024-01-28T18:04:11", "2024-01-28"),
        ("28-1-2024 18h04", "2024-01-28T00:00:00", "2024-01-28"),
        ("2024-01-28 18:04:11 UTC", "2024-01-28T18:04:11", "2024-01-28"),
        ("2024-01-28 25:99", "", "2024-01-28 25:99"),
        ("31/31/2024", "", "31/31/2024"),
        ("yesterday", "", "yesterday"),
        ("", "", ""),
    ],
)
def test_a_time_is_read(text: str, order: str, day: str) -> None:
    (moment,) = moments([text])
    assert (moment.order, moment.day) == (order, day)


def test_one_text_decides_for_all() -> None:
    assert [m.day for m in moments(["2/3/2024", "13/3/2024"])] == ["2024-03-02", "2024-03-13"]
    assert [m.day for m in moments(["2/3/2024", "3/13/2024"])] == ["2024-02-03", "2024-03-13"]


@pytest.mark.parametrize("texts", [["2/3/2024", "4/5/2024"], ["13/3/2024", "3/13/2024"]])
def test_what_nothing_decides_is_in_no_order(texts: list[str]) -> None:
    assert [(m.order, m.day) for m in moments(texts)] == [("", texts[0]), ("", texts[1])]
