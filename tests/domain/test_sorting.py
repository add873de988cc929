"""Names stand where a reader looks for them: cases/sorting.md."""

import pytest
from domain.lists import cases
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.sorting import _collator, _key, sort_key


def in_order(names: list[str], language: str, *, ignore_articles: bool = True) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name, language, ignore_articles=ignore_articles))


@pytest.mark.parametrize(("title", "lines"), cases("sorting.md"), ids=lambda case: str(case)[:20])
def test_the_order_of_a_list(title: str, lines: list[str]) -> None:
    expected = [line.removeprefix("- ") for line in lines]
    for given_order in (expected[::-1], sorted(expected)):
        assert in_order(given_order, title[:2]) == expected


def test_articles_count_where_they_are_not_ignored() -> None:
    names = ["The Anchor", "Zaya", "Lantern"]
    assert in_order(names, "en", ignore_articles=False) == ["Lantern", "The Anchor", "Zaya"]


def test_burmese_vowels_tell_names_apart() -> None:
    assert sort_key("ကာ", "en") != sort_key("ကိ", "en")


@given(st.lists(st.text(max_size=8)), st.sampled_from(["en", "fr", "es", "my"]))
def test_sorting_loses_nothing_and_keeps_equals_in_order(names: list[str], language: str) -> None:
    ordered = sorted(enumerate(names), key=lambda pair: sort_key(pair[1], language))
    assert sorted(ordered) == list(enumerate(names))
    keys = [(sort_key(name, language), place) for place, name in ordered]
    assert keys == sorted(keys)


@given(st.text(st.sampled_from("abÉçñø '-09日한ကာ्\u0301\u0327\u0fb2\u0f71"), max_size=20))
def test_words_weigh_what_the_whole_text_weighs(text: str) -> None:
    assert _key(text) == _collator().sort_key(text)
