"""Typed figures of a campaign with 462 signatories, 378 of them named, held against its counts."""

import pytest
from campaigns import campaign

from desktop_app.domain.campaign import Petition, Text
from desktop_app.domain.counting import Count
from desktop_app.domain.reporting import Place, Severity
from desktop_app.domain.signatory import Way
from desktop_app.services.claiming import check_claims, check_titles

NOUNS = {"en": Text(noun="civil society organization", nouns="civil society organizations")}
PLACE = Place("letter.docx", "footnotes", 3)


def counts(**figures: int) -> Count:
    given = {"total": 462, "named": 378, "anonymous": 84, "countries": 31, "organisations": 378}
    rest = dict.fromkeys(("pending", "withdrawn", "top_level", "members", "umbrellas", "individuals"), 0)
    return Count(Way.ONCE, **(rest | given | figures))


def found(
    text: str, counted: Count | None = None, petition: Petition | None = None
) -> list[tuple[str, object]]:
    """Code and figure of each finding about a paragraph."""
    asked = campaign(texts=NOUNS, petition=petition)
    findings = check_claims(text, "en", asked, counted or counts(), PLACE)
    return [(finding.code, finding.values["figure"]) for finding in findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We, 462 organizations, write.", [("figure-typed", 462)]),
        ("We, 461 organizations, write.", [("figure-differs", 461)]),
        ("Over 460 civil society organizations urge you.", []),
        ("Over 462 civil society organizations urge you.", [("figure-differs", 462)]),
        ("At least 462 civil society organizations urge you.", []),
        ("461 organizations said today.", [("figure-differs-perhaps", 461)]),
        ("We, 378 organizations, write.", [("figure-differs-perhaps", 378)]),
        (
            "We, 462 organizations, 80 of which cannot be named.",
            [("figure-typed", 462), ("figure-differs", 80)],
        ),
        ("378 named and 84 anonymous organizations signed.", [("figure-typed", 378), ("figure-typed", 84)]),
        ("We, 462 organizations from 40 countries.", [("figure-typed", 462), ("figure-differs-perhaps", 40)]),
        ("An appeal signed by 70,000 people from 161 countries.", []),
        ("84 airstrikes killed 461 people.", []),
    ],
)
def test_a_figure_is_held_against_its_own_count(text: str, expected: list[tuple[str, int]]) -> None:
    assert found(text) == expected


def test_a_finding_names_its_place_the_true_figure_and_the_field() -> None:
    (finding,) = check_claims("We, 461 organizations, write.", "en", campaign(), counts(), PLACE)
    assert (finding.severity, finding.places) == (Severity.ERROR, (PLACE,))
    assert dict(finding.values) == {"figure": 461, "given": 462, "field": "signatories.total"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An appeal signed by over 70,000 people from 161 countries.", [("figure-typed", 161)]),
        ("An appeal signed by over 72,000 people from many countries.", [("figure-differs-perhaps", 72_000)]),
        ("This appeal, signed by 71,532 people from 170 countries.", [("figure-differs", 170)]),
        ("This appeal, signed by 72,000 people from 161 countries.", [("figure-differs", 72_000)]),
    ],
)
def test_figures_of_a_petition_are_held_against_it(text: str, expected: list[tuple[str, int]]) -> None:
    held = found(text, petition=Petition(71_532, 161))
    assert set(expected) <= set(held)
    assert {code for code, _ in held} <= {"figure-typed", *(code for code, _ in expected)}


def test_a_petition_without_countries_says_nothing_of_them() -> None:
    assert (
        found("An appeal signed by over 70,000 people from 161 countries.", petition=Petition(71_532)) == []
    )


def test_organisations_may_be_counted_without_the_persons_who_signed_too() -> None:
    mixed = counts(total=166, named=166, anonymous=0, organisations=46, individuals=120)
    assert found("We, 46 organizations and 120 individuals, write.", mixed) == [("figure-typed", 46)]


def test_a_likely_claim_is_held_against_a_list_only_where_there_is_one() -> None:
    assert found("46 organizations said today.", counts(total=0, named=0, anonymous=0, organisations=0)) == []


def test_titles_are_looked_through_in_their_own_languages() -> None:
    texts = {
        "en": Text(subject="461 civil society organizations call for a truce"),
        "fr": Text(title="Quarante-six organisations demandent justice", subject="Trêve"),
    }
    asked = campaign(title="462 civil society organizations call for a truce", texts=texts)
    found = {finding.places[0].part: finding.code for finding in check_titles(asked, counts())}
    # Of the title that is right nothing is said: no field could stand in it.
    assert found == {"text.en.subject": "figure-differs", "text.fr.title": "figure-differs-perhaps"}
