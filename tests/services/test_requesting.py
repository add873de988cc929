"""Whom a letter is for: what goes together is asked for together."""

from datetime import date

import pytest

from desktop_app.domain.campaign import Request
from desktop_app.files.reference_data import Reference
from desktop_app.services.choosing import choose
from desktop_app.services.requesting import (
    not_sent_to,
    sent_also_to,
    sent_in_way,
    sent_to,
    ways,
    with_states,
    without,
)

DAY = date(2024, 2, 1)


def got(request: Request, reference: Reference, *about: str) -> list[str]:
    return [r.key for r in choose(request, reference, on=DAY, about=about).recipients]


@pytest.mark.parametrize(
    ("to", "possible"),
    [
        (("security-council",), ("each", "body", "president")),
        (("security-council", "FRA"), ("each", "body", "president")),
        (("security-council", "g7"), ("each", "body")),
        (("FRA",), ("each",)),
    ],
)
def test_the_ways_of_sending_are_those_of_the_bodies(
    reference: Reference, to: tuple[str, ...], possible: tuple[str, ...]
) -> None:
    assert ways(Request(to), reference) == possible


def test_another_body_forgets_what_was_asked_of_the_one_before(reference: Reference) -> None:
    before = Request(("security-council",), way="president", leave_out=("FRA",), seat="new_york")
    assert sent_to(before, "g7", reference) == Request(("g7",))
    assert sent_to(before, "human-rights-council", reference).way == "president"


def test_whoever_is_added_gets_a_letter_and_can_be_taken_out_again(reference: Reference) -> None:
    council = Request(("security-council",), leave_out=("FRA",))
    added = sent_also_to(council, ("FRA", "JPN"), reference)
    assert added == Request(("security-council", "FRA", "JPN"))
    assert not_sent_to(added, "FRA", reference).to == ("security-council", "JPN")


def test_a_letter_to_the_body_goes_where_the_body_sits() -> None:
    request = Request(("security-council",), office="foreign-minister", seat="capital")
    assert sent_in_way(request, "body") == Request(("security-council",), way="body")


@pytest.mark.parametrize("body", ["asean", "member-states"])
def test_a_state_the_letter_is_about_gets_one_letter_when_it_is_taken_in(
    reference: Reference, body: str
) -> None:
    request, about = Request((body,)), ("MMR",)
    assert "MMR" not in got(request, reference, *about)
    taken_in = with_states(request, about, about, reference)
    assert [key for key in got(taken_in, reference, *about) if key.startswith("MMR")] == ["MMR"]
    assert len(got(taken_in, reference, *about)) == len(got(request, reference, *about)) + 1
    assert "MMR" not in got(without(taken_in, about, about), reference, *about)


def test_who_is_left_out_is_taken_in_again(reference: Reference) -> None:
    council = Request(("security-council",))
    fewer = without(council, ("FRA", "CHN"), ())
    assert fewer.leave_out == ("FRA", "CHN")
    assert with_states(fewer, ("FRA",), (), reference).leave_out == ("CHN",)
