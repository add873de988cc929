"""Words that are true on one day only deserve a look, unless the day stands beside them."""

import pytest

from desktop_app.domain.stale_words import stale_words


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Today, his brother is in hiding.", ["Today"]),
        (
            "en",
            "It was declared earlier this month, and again last week.",
            ["earlier this month", "last week"],
        ),
        ("en", "the events of the past 48 hours, this past weekend and in recent days", 3),
        ("en", "They fled yesterday; three weeks ago they still hoped.", ["yesterday", "weeks ago"]),
        ("fr", "Hier, et la semaine dernière, aujourd’hui encore, ces derniers jours.", 4),
        (
            "es",
            "Hoy, la semana pasada y en los últimos días.",
            ["Hoy", "la semana pasada", "en los últimos días"],
        ),
        ("pt", "Hoje e ontem.", ["Hoje", "ontem"]),
        ("de", "Heute und in den letzten Tagen.", ["Heute", "in den letzten Tagen"]),
        ("ru", "Сегодня и на прошлой неделе.", ["Сегодня", "на прошлой неделе"]),
        ("ar", "اليوم وفي الأسبوع الماضي", 2),
        ("zh", "今天和上周", ["今天", "上周"]),
    ],
)
def test_relative_time_is_found(language: str, text: str, found: list[str] | int) -> None:
    words = stale_words(text, language)
    assert (len(words) if isinstance(found, int) else words) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We write today, {{ letter.date|long_date }}."),
        ("en", "Today, 1 February 2024, we mark three years."),
        ("en", "“Today we lost everything,” she said."),
        ("en", 'One said: "They came yesterday."'),
        ("fr", "Une mère dit : « Hier ils sont venus. »"),
        ("es", "Se reunieron por la mañana."),
        ("de", "Sie leben hier."),
        ("en", "The weekly “Tomorrow” and yesterdays are no dates."),
        ("sw", "Leo tunaandika."),
    ],
)
def test_what_is_tied_to_a_day_is_not(language: str, text: str) -> None:
    assert stale_words(text, language) == []
