"""A file of sign-ons is counted: each person once, each country once, nobody and nothing twice."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import astuple
from pathlib import Path

import pytest
from files.workbooks import workbook

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.petition_sheet import PetitionCount, count_petition
from desktop_app.files.reference_data import Reference
from desktop_app.services.petitioning import country_key_of

Counting = Callable[..., PetitionCount]


@pytest.fixture
def count(tmp_path: Path, reference: Reference) -> Counting:
    def counted(*rows: Sequence[str]) -> PetitionCount:
        path = tmp_path / "petition.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return count_petition(path, country_key_of(reference))

    return counted


def mails(number: int) -> list[list[str]]:
    return [[f"p{place}@example.org"] for place in range(number)]


@pytest.mark.parametrize(
    "heading",
    [
        "E-mail",
        "email",
        "Email address",
        "Courriel",
        "Adresse e-mail",
        "Correo electrónico",
        "E-MAIL ADDRESS",
    ],
)
def test_headings_in_three_languages(count: Counting, heading: str) -> None:
    assert count([heading], *mails(3), ["P1@example.org"]).people == 3


def test_one_person_counts_once(count: Counting) -> None:
    counted = count(
        ("First name", "Last name", "E-mail", "Country"),
        ("Ada", "Quay", "ada@example.org", "Norway"),
        ("A.", "Quay", " ADA@example.org ", "Norway"),
        ("Bo", "Dock", "", "Norway"),
        ("bo", "dock", "n/a", "Norvège"),
        ("Bo", "Dock", "", "France"),
    )
    assert (counted.people, counted.repeated, counted.countries) == (3, 2, 2)


def test_whoever_says_no_is_not_counted_in_any_row(count: Counting) -> None:
    counted = count(
        ("E-mail", "I consent", "Withdrawn"),
        ("ada@example.org", "yes", ""),
        ("bo@example.org", "no", ""),
        ("cy@example.org", "yes", "2026-02-01"),
        ("di@example.org", "", "no"),
        ("ed@example.org", "yes", ""),
        ("ED@example.org", "I do not agree", ""),
        ("fi@example.org", "FALSE", ""),
    )
    assert (counted.people, counted.refused, counted.rows) == (2, 5, 7)


@pytest.mark.parametrize(("heading", "no"), [("J’accepte", "non"), ("Acepto", "no"), ("Confirmed", "FALSE")])
def test_a_no_in_three_languages(count: Counting, heading: str, no: str) -> None:
    counted = count(("E-mail", heading), ("ada@example.org", no), ("bo@example.org", "oui"))
    assert (counted.people, counted.refused) == (1, 1)


def test_spellings_of_one_country_count_once(count: Counting) -> None:
    ways = ("France", "FRANCE", "fr", "FRA", "Francia", "法国", "Frankreich", " France ")
    territories = ("Taiwan", "Kosovo", "Puerto Rico", "Hong Kong", "HK", "Groenland", "Palestine", "PSE")
    counted = count(("Country",), *((written,) for written in (*ways, *territories)))
    # France; Taiwan, Kosovo, Puerto Rico, Hong Kong, Greenland, Palestine.
    assert (counted.people, counted.countries, counted.unknown_countries) == (16, 7, ())


def test_a_country_nobody_knows_is_not_counted_and_its_row_is_told(count: Counting) -> None:
    rows = ("Norway", "The moon", "", "European Union", "England", "ZZ", "Norvège")
    counted = count(("Country", "Comment"), *((written, "x") for written in rows))
    assert (counted.people, counted.countries) == (7, 1)
    assert counted.unknown_countries == (3, 5, 6, 7)


def test_countries_of_those_who_are_not_counted_are_not_counted(count: Counting) -> None:
    counted = count(
        ("E-mail", "Country", "Consent"),
        ("ada@example.org", "Norway", "yes"),
        ("ada@example.org", "France", "yes"),
        ("bo@example.org", "Peru", "no"),
    )
    assert counted.countries == 1


def test_a_row_of_nobody_is_not_counted(count: Counting) -> None:
    counted = count(("Name", "E-mail", "Country"), ("Ada", "", ""), ("", "", "Norway"), ("", " ", "  "))
    assert (counted.people, counted.nameless, counted.rows) == (1, 1, 2)


def test_a_file_without_names_counts_its_rows(count: Counting) -> None:
    counted = count(("Date", "Country"), ("1 May", "Norway"), ("1 May", "Norway"), ("2 May", "Peru"))
    assert (counted.people, counted.countries, counted.repeated) == (3, 2, 0)


def test_a_file_that_does_not_ask_for_countries_has_none(count: Counting) -> None:
    assert count(["E-mail"], *mails(2)).countries is None


def test_a_title_may_stand_above_the_header(count: Counting) -> None:
    assert (
        count(("Appeal for a truce", ""), ("", ""), ("E-mail", "Country"), ("a@example.org", "PER")).rows == 1
    )


def test_a_workbook_counts_as_a_text_does(tmp_path: Path, count: Counting, reference: Reference) -> None:
    rows = [
        ("Name", "Country", "Consent"),
        ("Ada", "Norway", "yes"),
        ("Ada", "Norvège", "yes"),
        ("Bo", "PER", "no"),
    ]
    book = workbook(tmp_path / "petition.xlsx", rows)
    counted = count_petition(book, country_key_of(reference))
    assert astuple(counted) == astuple(count(*rows)) == (1, 1, 3, 1, 1, 0, ())


def test_values_of_a_spreadsheet_are_understood(tmp_path: Path, reference: Reference) -> None:
    rows: list[Sequence[object]] = [("Name", "Consent"), (17, True), (18, False), (17.0, True)]
    counted = count_petition(workbook(tmp_path / "petition.xlsx", rows), country_key_of(reference))
    assert (counted.people, counted.refused, counted.repeated) == (1, 1, 1)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([], "header-missing"),
        ([("Ada", "Norway")], "header-missing"),
        ([("Name", "Country")], "petition-empty"),
        ([("Name", "Consent"), ("Ada", "no")], "petition-empty"),
        ([("Name", "Country"), (" ", "\t")], "petition-empty"),
    ],
)
def test_a_file_with_nobody_in_it_is_said(count: Counting, rows: list[Sequence[str]], code: str) -> None:
    with pytest.raises(ProblemError) as problem:
        count(*rows)
    assert (problem.value.code, problem.value.place.file) == (code, "petition.csv")
