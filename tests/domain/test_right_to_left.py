"""Marks of lines from right to left stand where they are read."""

import pytest

from desktop_app.domain.right_to_left import in_reading_order


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ("،السيد الأمين العام", "السيد الأمين العام،"),
        (":المنظمات الموقعة", "المنظمات الموقعة:"),
        ("جمعية جسور -", "- جمعية جسور"),
        (".فتح الطريق فورا .1", "1. فتح الطريق فورا."),
        ("1. فتح الطريق فورا.", "1. فتح الطريق فورا."),
        ("- جمعية جسور", "- جمعية جسور"),
        (".5 May 2024", ".5 May 2024"),
        ("منظمة جسور (Bridges) -", "منظمة جسور (Bridges) -"),
    ],
)
def test_marks_come_to_the_end_where_they_are_read(drawn: str, read: str) -> None:
    assert in_reading_order(drawn) == read
