"""A new name is held against a list that is worked on: whatever comparing everything finds is found."""

from collections.abc import Sequence
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.duplicates import find_pairs, name_index
from desktop_app.domain.duplicates.name_index import NameIndex
from desktop_app.domain.resemblance import NamesOfList, withheld_like
from desktop_app.domain.signatory import Disclosure, Signatory

_WORDS = (
    "lantern lantren house houses LHN (LHN) (Norway) (Chad) the Norge womens Reed Circle 12 13 - é မီးအိမ် မီးအိမ္"
).split()
_NAMES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map(" ".join)
_ROW = st.builds(
    Signatory,
    st.just(0),
    _NAMES,
    st.sampled_from(Disclosure),
    acronym=st.sampled_from(["", "LHN"]),
    country=st.sampled_from(["", "Norway", "Chad"]),
    member_of=st.one_of(st.just(""), _NAMES),
    listed_as=st.sampled_from(["", "A circle"]),
    also_known_as=st.lists(_NAMES, max_size=1).map(tuple),
)
_ROWS = st.lists(_ROW, max_size=8).map(
    lambda rows: [replace(row, row=number) for number, row in enumerate(rows, 2)]
)
RIVER = Signatory(2, "Quiet River Circle", Disclosure.ANONYMOUS)
HARBOUR = Signatory(3, "Harbour Watch", Disclosure.NAMED)


def like(names: NamesOfList, name: str) -> list[int]:
    found = names.withheld_like([Signatory(0, name, Disclosure.NAMED)])
    return [row.row for rows in found.values() for row in rows]


def by_row(rows: Sequence[Signatory]) -> dict[int, Signatory]:
    return {row.row: row for row in rows}


@pytest.mark.parametrize("many", [1, 64])
@given(_ROWS, st.lists(_ROW, min_size=1, max_size=3))
def test_every_pair_with_a_new_name_is_found(many: int, rows: list[Signatory], new: list[Signatory]) -> None:
    index = NameIndex()
    with patch.object(name_index, "_MANY", many):
        for row in [*rows, *(replace(row, row=-row.row) for row in rows)]:
            index.add(row)
        for row in rows:
            index.discard(replace(row, row=-row.row))
    below = len(rows) + 2
    pairs = find_pairs([*rows, *(replace(one, row=row) for row, one in enumerate(new, below))])
    wanted = {(pair.b - below, pair.a, pair.score) for pair in pairs if pair.a < below <= pair.b}
    assert {tuple(met) for met in index.met_by(new, by_row(rows))} == wanted


@given(_ROWS, _ROWS, st.lists(_ROW, min_size=1, max_size=3))
def test_what_was_known_before_a_step_makes_no_difference(
    before: list[Signatory], after: list[Signatory], new: list[Signatory]
) -> None:
    names = NamesOfList()
    names.take(by_row(before))
    names.take(by_row(after))
    found = names.withheld_like(new)
    afresh = withheld_like(after, new)
    assert {name: {*rows} for name, rows in found.items()} == {name: {*rows} for name, rows in afresh.items()}


def test_a_row_that_is_hidden_by_a_step_is_asked_about_from_then_on() -> None:
    names = NamesOfList()
    names.take(by_row([RIVER, HARBOUR]))
    assert like(names, "Harbor Watch") == []
    names.take(by_row([RIVER, replace(HARBOUR, disclosure=Disclosure.ANONYMOUS)]))
    assert like(names, "Harbor Watch") == [3]
    names.take(by_row([RIVER]))
    assert like(names, "Harbor Watch") == []
    assert like(names, "Quiet Rivers Circle") == [2]


def test_the_hidden_one_of_a_crowd_of_one_name_is_found() -> None:
    crowd = [Signatory(row, "Reed Circle", Disclosure.NAMED) for row in range(2, 80)]
    hidden = Signatory(80, "Reed Circle", Disclosure.WITHDRAWN)
    names = NamesOfList()
    names.take(by_row([*crowd, hidden]))
    assert like(names, "The Reeds Circle") == [80]
