"""A name that is a part of a withheld one tells who was to be kept."""

import pytest

from desktop_app.domain.parts_of_names import PartsOfNames
from desktop_app.domain.signatory import Disclosure, Signatory


def met(withheld: str, *names: str, printed: tuple[str, ...] = ()) -> set[str]:
    parts = PartsOfNames()
    parts.add_withheld(2, Signatory(2, withheld, Disclosure.ANONYMOUS))
    for name in printed:
        parts.add_printed(name)
    return {*parts.met_by([Signatory(0, name, Disclosure.NAMED) for name in names])}


@pytest.mark.parametrize(
    "name",
    [
        "Mirrowane Weavers",
        "mirrowane weaver",
        "The Mirrowane Weavers (NGO)",
        "Mirrowane Weavers Coll.",
        "Mirowane Weavers",
        "Mirrowane Weavers, Norway",
        "Mirrowane Weavers Network",
        "The Mirrowane Weavers Collective Network",
        "Friends of the Mirrowane Weavers Collective Inc.",
        "Weavers Collective",
    ],
)
def test_a_run_of_telling_words_is_met(name: str) -> None:
    assert met("Mirrowane Weavers Collective", name) == {name}
    assert met(name, "Mirrowane Weavers Collective") == {"Mirrowane Weavers Collective"}


@pytest.mark.parametrize(
    ("withheld", "name"),
    [
        ("Mirrowane Women's Network", "Women's Network"),
        ("Burma Campaign", "Burma Campaign UK"),
        ("Chile Solidarity Norway", "Chile Solidarity"),
        ("Mirrowane Weavers Collective", "Mirrowane Fishers Collective"),
        ("Mirrowane Weavers Collective", "Weavers of Skemdal"),
        ("Mirrowane Youth Union", "Mirrowane Women's Union"),
        ("Mirrowane Weavers Chile", "Mirrowane Weavers Norway"),
        ("Ward 12 Lantern", "Ward 13 Lantern"),
    ],
)
def test_what_many_are_called_by_is_met_by_nobody(withheld: str, name: str) -> None:
    assert met(withheld, name) == set()


def test_several_of_one_town_are_no_parts_of_each_other() -> None:
    town = ("Port Ansel Teachers", "Port Ansel Pilots", "Port Ansel Street Vendors")
    assert met("Port Ansel Youth Watch", "Port Ansel Women's Group") == {"Port Ansel Women's Group"}
    assert met("Port Ansel Youth Watch", "Port Ansel Women's Group", printed=town) == set()
    assert met("Port Ansel Youth Watch", "Port Ansel Women's Group", *town) == set()
    # A name that says nothing else is a part all the same.
    assert met("Port Ansel Youth Watch", "Port Ansel Youth", printed=town) == {"Port Ansel Youth"}


def test_a_row_that_is_hidden_no_longer_is_forgotten() -> None:
    parts = PartsOfNames()
    row = Signatory(2, "Mirrowane Weavers Collective", Disclosure.ANONYMOUS)
    parts.add_withheld(2, row)
    parts.discard_withheld(2)
    assert not parts.met_by([Signatory(0, "Mirrowane Weavers", Disclosure.NAMED)])
    parts.add_withheld(3, row)
    for name in ("Mirrowane Weavers A", "Mirrowane Weavers B", "Mirrowane Weavers C"):
        parts.add_printed(name)
        parts.discard_printed(name)
    assert parts.met_by([Signatory(0, "Mirrowane Weavers Fund", Disclosure.NAMED)])
