"""Names stand where a reader looks for them: cases/sorting.md."""

import time

import pytest
from domain.lists import cases
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.sorting import in_order, sort_key


def itself(name: str) -> str:
    return name


@pytest.mark.parametrize(("title", "lines"), cases("sorting.md"), ids=lambda case: str(case)[:20])
def test_the_order_of_a_list(title: str, lines: list[str]) -> None:
    expected = [line.removeprefix("- ") for line in lines]
    for given_order in (expected[::-1], sorted(expected)):
        assert in_order(given_order, title[:2], itself) == expected


def test_articles_count_where_they_are_not_ignored() -> None:
    names = ["The Anchor", "Zaya", "Lantern"]
    assert in_order(names, "en", itself, ignore_articles=False) == ["Lantern", "The Anchor", "Zaya"]


def test_burmese_vowels_tell_names_apart() -> None:
    assert sort_key("ကာ", "en") != sort_key("ကိ", "en")


@given(st.lists(st.text(max_size=8)), st.sampled_from(["en", "fr", "es", "my"]))
def test_sorting_loses_nothing_and_keeps_equals_in_order(names: list[str], language: str) -> None:
    ordered = in_order(list(enumerate(names)), language, lambda pair: pair[1])
    assert sorted(ordered) == list(enumerate(names))
    keys = [(sort_key(name, language), place) for place, name in ordered]
    assert keys == sorted(keys)


def test_five_thousand_names_are_sorted_soon() -> None:
    names = [
        f"The {word} Network {n}" for n in range(1000) for word in ("Réseau", "ñandú", "Zaya", "Ö", "#x")
    ]
    started = time.monotonic()
    in_order(names, "es", itself)
    assert time.monotonic() - started < 3
