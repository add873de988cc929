"""The tables in the domain are what Babel and pyuca give; else run ``python -m scripts.unicode_tables``."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyuca import Collator

from desktop_app.domain.latin_weights import WEIGHTS
from desktop_app.domain.sorting import _key
from scripts import unicode_tables
from scripts.unicode_tables import CALENDAR, COUNTRIES, calendar, countries


@pytest.mark.parametrize(
    ("path", "made"),
    [(COUNTRIES, countries), (CALENDAR, calendar), (unicode_tables.WEIGHTS, unicode_tables.weights)],
    ids=lambda value: getattr(value, "stem", ""),
)
def test_a_table_is_what_its_source_gives(path: Path, made: Callable[[], str]) -> None:
    assert path.read_text("utf-8") == made()


@pytest.fixture(scope="module")
def collator() -> Collator:
    return Collator()


@given(text=st.text(st.sampled_from(sorted(WEIGHTS)), max_size=12))
def test_latin_letters_weigh_one_by_one_what_they_weigh_together(text: str, collator: Collator) -> None:
    assert _key(text) == collator.sort_key(text)


def test_no_two_of_them_are_weighed_together(collator: Collator) -> None:
    for one in WEIGHTS:
        for other in WEIGHTS:
            _, _, left = collator.table.find_prefix([ord(one), ord(other)])
            assert left == [ord(other)], one + other
