"""The one projection: what is not named is not there, whoever asks."""

import pytest
from campaigns import hidden
from domain.lists import anonymous, named

from desktop_app.domain.disclosure import _listed, project
from desktop_app.domain.printed_list import Listed
from desktop_app.domain.signatory import Disclosure, Kind, Signatory


def test_named_rows_are_printed_in_the_order_of_the_sheet_members_under_their_umbrella() -> None:
    rows = [
        named(2, "Quay", "Harbour"),
        hidden(3, "Lantern"),
        named(4, "Harbour"),
        anonymous(5, "x", "Harbour"),
    ]
    assert project(rows) == (Listed("Harbour", members=(Listed("Quay"),)),)


@pytest.mark.parametrize("disclosure", [Disclosure.ANONYMOUS, Disclosure.PENDING, Disclosure.WITHDRAWN])
def test_a_member_of_an_umbrella_that_is_not_named_stands_alone(disclosure: Disclosure) -> None:
    assert project([hidden(2, "Harbour", disclosure), named(3, "Quay", "Harbour")]) == (Listed("Quay"),)


def test_listed_as_takes_the_place_of_all_that_goes_with_a_name() -> None:
    row = Signatory(2, "Ada", Disclosure.NAMED, "AD", "NOR", Kind.PERSON, "Chair", listed_as="A teacher")
    assert project([row]) == (Listed("A teacher", country="NOR"),)


@pytest.mark.parametrize("disclosure", [Disclosure.ANONYMOUS, Disclosure.PENDING, Disclosure.WITHDRAWN])
def test_a_row_that_is_not_named_is_stopped_even_if_the_roster_lets_it_through(
    disclosure: Disclosure,
) -> None:
    with pytest.raises(AssertionError):
        _listed(hidden(2, "Lantern", disclosure))
