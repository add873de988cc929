"""Rows from the clipboard: which lines name somebody, which cannot be added, and why."""

import pytest

from desktop_app.bootstrap import bootstrap
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.reference_data import Reference
from desktop_app.services.pasting import Pasted, apart_from_withheld, listed_as, rows_in


@pytest.fixture(scope="module")
def reference() -> Reference:
    return bootstrap().reference


def names_and_countries(pasted: Pasted) -> list[tuple[str, str]]:
    return [(row.name, row.country) for row in pasted.signatories]


@pytest.mark.parametrize("mark", [",", ", ", ";", "\t"])
def test_a_name_and_a_country_are_two_columns(reference: Reference, mark: str) -> None:
    pasted = rows_in(f"Alder Reading Room{mark}Chad\nBirch Weavers{mark}Peru\n", reference)
    assert names_and_countries(pasted) == [("Alder Reading Room", "Chad"), ("Birch Weavers", "Peru")]


def test_headings_and_quotes_are_read_as_a_spreadsheet_writes_them(reference: Reference) -> None:
    text = 'Organisation,Country\n"Alder, Reading Room",Chad\nBirch Weavers,Orlavia\n'
    assert names_and_countries(rows_in(text, reference)) == [
        ("Alder, Reading Room", "Chad"),
        ("Birch Weavers", "Orlavia"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Free Printers, Skemdal\nBirch Weavers, Peru",
        "Alder Reading Room, Chad\nBirch Weavers",
        "Alder, Birch and Cedar, Chad\nBirch Weavers, Peru",
        "Alder Reading Room, Chad",
    ],
)
def test_a_comma_stays_in_a_name_unless_every_line_says_otherwise(reference: Reference, text: str) -> None:
    assert names_and_countries(rows_in(text, reference)) == [(line, "") for line in text.splitlines()]


def test_numbers_before_the_names_go_with_countries_as_well(reference: Reference) -> None:
    pasted = rows_in("1. Alder Reading Room, Chad\n2. Birch Weavers, Peru", reference)
    assert names_and_countries(pasted) == [("Alder Reading Room", "Chad"), ("Birch Weavers", "Peru")]


def test_a_line_without_a_name_is_kept_with_its_number(reference: Reference) -> None:
    pasted = rows_in("Name\tCountry\nAlder Reading Room\tChad\n\n\tPeru\n", reference)
    assert names_and_countries(pasted) == [("Alder Reading Room", "Chad")]
    assert [(one.line.number, one.line.text, one.why.code) for one in pasted.refused] == [
        (4, "\tPeru", "name-needed")
    ]
    assert pasted.head == "Name\tCountry"


def test_what_cannot_be_named_is_parted_from_what_can(reference: Reference) -> None:
    text = "Alder Reading Room\nplease do not publish our name\nCedar Choir\n" + "x" * 40_000
    pasted = rows_in(text, reference)
    named = listed_as(pasted, Disclosure.NAMED)
    assert [line.number for line in named.lines] == [1, 3]
    assert [(one.line.number, one.why.code) for one in named.refused] == [
        (2, "naming-refused"),
        (4, "list-text-too-long"),
    ]
    pending = listed_as(pasted, Disclosure.PENDING)
    assert [line.number for line in pending.lines] == [1, 2, 3]


def test_who_is_like_a_withheld_one_is_told_with_its_row(reference: Reference) -> None:
    like = {"The Alder Reading Room": [Signatory(7, "Alder Reading Room", Disclosure.ANONYMOUS)]}
    pasted = rows_in("Birch Weavers\nThe Alder Reading Room\n", reference)
    named = apart_from_withheld(listed_as(pasted, Disclosure.NAMED), like, "list.xlsx")
    assert [row.name for row in named.signatories] == ["Birch Weavers"]
    (refused,) = named.refused
    assert (refused.line.number, refused.why.code, refused.why.place.row) == (2, "naming-like-withheld", 7)
    hidden = apart_from_withheld(listed_as(pasted, Disclosure.ANONYMOUS), like, "list.xlsx")
    assert hidden.refused == ()


def test_nothing_is_nothing(reference: Reference) -> None:
    assert rows_in(" \n", reference) == Pasted()
    assert rows_in("Name\tCountry", reference).lines == ()
