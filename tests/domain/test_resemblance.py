"""A no reaches named rows that spell their name in another way."""

import pytest

from desktop_app.domain.resemblance import Resemblance
from desktop_app.domain.signatory import Disclosure, Signatory

ROWS = (
    Signatory(2, "Lotus Women Union", Disclosure.NAMED, email="office@lotus.example"),
    Signatory(3, "Harbour Watch Norway", Disclosure.NAMED, email="h@gmail.com"),
    Signatory(4, "Women for Peace", Disclosure.NAMED, email="one@shared.example"),
    Signatory(5, "Lantern House", Disclosure.NAMED, email="two@shared.example"),
)


def rows_like(name: str, email: str = "") -> list[int]:
    answer = Signatory(0, name, Disclosure.ANONYMOUS, email=email)
    return [row.row for row in Resemblance(ROWS, [answer]).rows_like(answer)]


@pytest.mark.parametrize(
    "name",
    [
        "Union of Lotus Women",
        "Lotus Women Union - Chile",
        "Lotos Womens Unoin",
        "Lotus Women",
        "The Lotus Women Union Committee",
        "https://www.lotus.example",
        "lotus.example",
        "LWU",
        "Lotus Women Unionists",
    ],
)
def test_another_spelling_is_seen(name: str) -> None:
    assert rows_like(name) == [2]


def test_a_domain_that_one_row_alone_has_tells() -> None:
    assert rows_like("Union des femmes du lac", "press@lotus.example") == [2]
    assert rows_like("Union des femmes du lac", "three@shared.example") == []
    assert rows_like("Union des femmes du lac", "f@gmail.com") == []


@pytest.mark.parametrize("name", ["Women Union", "Willow Fund", "Harbour Watch Chile", "Women for Justice"])
def test_words_that_half_of_all_names_have_tell_nothing(name: str) -> None:
    assert rows_like(name) == []


def test_the_one_of_its_country_is_seen_in_a_crowd_of_one_name() -> None:
    countries = "AR AU AT BE BR CA CL CN CO CZ DK EG FI FR DE GH GR HU IN ID IE IT JP KE NO".split()
    crowd = [
        Signatory(row, "Medical Aid Committee", Disclosure.NAMED, country=country)
        for row, country in enumerate(countries, 2)
    ]
    answer = Signatory(0, "Committee for Medical Aid", Disclosure.ANONYMOUS, country="NO")
    assert [row.country for row in Resemblance(crowd, [answer]).rows_like(answer)] == ["NO"]


@pytest.mark.parametrize(
    "name", ["Dravenna Farmers' Coop", "Farmers Co-op Dravenna", "Dravenna Farm Cooperative"]
)
def test_a_word_that_is_cut_short_is_seen(name: str) -> None:
    row = Signatory(2, "Dravenna Farmers' Cooperative", Disclosure.NAMED)
    answer = Signatory(0, name, Disclosure.ANONYMOUS)
    assert Resemblance([row], [answer]).rows_like(answer) == [row]
