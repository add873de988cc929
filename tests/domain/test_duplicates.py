"""Pairs that are probably one organisation, and those that only look so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

import pytest
from domain.lists import CASES, named
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.duplicates import Reason, find_pairs
from desktop_app.domain.signatory import Disclosure, Kind, Signatory

_FACTS = re.compile(r"\s*\{([^}]*)\}$")


def signatory(row: int, text: str) -> Signatory:
    """A name, and in braces what other columns say."""
    facts = _FACTS.search(text)
    said = dict(part.split(": ") for part in facts[1].split("; ")) if facts else {}
    return Signatory(
        row,
        _FACTS.sub("", text),
        Disclosure.NAMED,
        acronym=said.get("acronym", ""),
        country=said.get("country", ""),
        kind=Kind(said.get("kind", "organisation")),
        also_known_as=tuple(filter(None, said.get("also", "").split(", "))),
    )


def cases() -> Iterator[list[str]]:
    for line in (CASES / "duplicates.txt").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [part.strip() for part in line.split(" | ")]


@pytest.mark.parametrize("case", list(cases()), ids=" | ".join)
def test_a_pair_is_asked_about_or_not(case: list[str]) -> None:
    expected, one, other, *why = case
    found = find_pairs([signatory(2, one), signatory(3, other)])
    assert [", ".join(pair.reasons) for pair in found] == (why if expected == "same" else [])


def test_every_reason_has_a_case() -> None:
    shown = {reason for _, _, _, *why in cases() for reasons in why for reason in reasons.split(", ")}
    assert shown == set(Reason) - {Reason.SUBJECT_COUNTRY}


def test_the_country_of_the_letter_says_little_in_a_name() -> None:
    rows = [named(2, "Lantern Circle Myanmar"), named(3, "Lantern Circle")]
    assert find_pairs(rows) == ()
    (pair,) = find_pairs(rows, about=["MM"])
    assert pair.reasons == (Reason.SUBJECT_COUNTRY,)


def test_the_surest_comes_first() -> None:
    rows = [
        named(2, "Lantern House"),
        named(3, "Willow Fund"),
        named(4, "Lantren House"),
        named(5, "Willow Fund"),
    ]
    first, second = find_pairs(rows)
    assert (first.a, first.b) == (3, 5)
    assert (second.a, second.b) == (2, 4)
    assert first.score > second.score


def test_a_network_and_its_member_are_no_pair() -> None:
    rows = [named(2, "Reed Alliance (RA)"), named(3, "The Reed Alliance", member_of="RA")]
    assert find_pairs(rows) == ()
    assert len(find_pairs([rows[0], named(3, "The Reed Alliance")])) == 1


def test_words_of_several_names_are_no_slips_of_each_other() -> None:
    rows = [named(2, "Kalun Women Circle"), named(3, "Kalan Women Circle")]
    assert len(find_pairs(rows)) == 1
    rows += [
        named(4, "Kalun Youth"),
        named(5, "Kalun Farmers"),
        named(6, "Kalan Press"),
        named(7, "Kalan Port"),
    ]
    assert find_pairs(rows) == ()


def test_a_crowd_of_one_name_is_a_chain_and_no_square() -> None:
    crowd = [named(row, "Lantern House") for row in range(2, 502)]
    assert len(find_pairs(crowd)) == 499


def test_a_name_without_end_is_compared_by_its_beginning() -> None:
    endless = "Lantern " * 1_000_000
    assert [pair.score for pair in find_pairs([named(2, endless), named(3, endless)])] == [100]


def test_names_of_signs_alone_and_blank_ones_are_left_out() -> None:
    assert find_pairs([named(2, ""), named(3, ""), named(4, "…"), named(5, "…")]) == ()


def test_rows_that_were_only_ever_counted_are_left_out() -> None:
    assert (
        find_pairs([named(2, "Anonymous"), named(3, "Anonymous"), named(4, "ANONYMOUS organisation")]) == ()
    )


_WORDS = (
    "lantern lantren house LHN LHN) (Norway) (Chad) the Norge women womens Reed 12 13 ( - é e\u0301 "
    "မီးအိမ် မီးအိမ္ ကွန်ရက်"
).split()
_NAMES = st.lists(st.sampled_from(_WORDS), max_size=4).map(" ".join)
_ROWS = st.lists(
    st.tuples(_NAMES, st.sampled_from(["", "Norway", "Chad"]), st.lists(_NAMES, max_size=2)), max_size=8
).map(
    lambda rows: [
        Signatory(number, name, Disclosure.NAMED, country=country, also_known_as=tuple(also))
        for number, (name, country, also) in enumerate(rows, 2)
    ]
)


@given(_ROWS, st.randoms())
def test_the_order_of_the_rows_does_not_matter(rows: list[Signatory], random: Random) -> None:
    mixed = rows[:]
    random.shuffle(mixed)
    assert find_pairs(mixed) == find_pairs(rows)


@given(_ROWS)
def test_which_of_two_rows_is_the_upper_does_not_matter(rows: Sequence[Signatory]) -> None:
    last = max((row.row for row in rows), default=0) + 2
    turned = [replace(row, row=last - row.row) for row in rows]
    found = {(pair.a, pair.b, pair.score, pair.reasons) for pair in find_pairs(rows)}
    assert {(last - p.b, last - p.a, p.score, p.reasons) for p in find_pairs(turned)} == found


@given(st.lists(st.text(max_size=30), max_size=6))
def test_any_text_can_be_compared(names: list[str]) -> None:
    for pair in find_pairs([named(row, name) for row, name in enumerate(names, 2)]):
        assert pair.a < pair.b
        assert 60 <= pair.score <= 100
        assert pair.reasons
