"""Figures in a letter's text: which count the signatories, which count something else, which are true."""

import pytest
from domain.lists import CASES

from desktop_app.domain.claims import typed_figures
from desktop_app.domain.typed_figure import Bound, Of, TypedFigure

NOUNS = {
    "en": ("civil society organization", "civil society organizations"),
    "fr": ("organisation de la société civile", "organisations de la société civile"),
    "es": ("organización de la sociedad civil", "organizaciones de la sociedad civil"),
    "ru": ("организация гражданского общества", "организаций гражданского общества"),
    "zh": ("民间社会组织", "民间社会组织"),
}


def lines_of(file: str) -> list[str]:
    return [line for line in (CASES / file).read_text("utf-8").splitlines() if not line.startswith("#")]


def in_all() -> list[tuple[str, str, str]]:
    """Language, paragraph and what is found there, of every case."""
    pairs = [
        (language, line) for language in ("en", "fr", "es") for line in lines_of(f"claims-{language}.txt")
    ]
    pairs += [(line[:2], line[4:]) for line in lines_of("claims-other.txt")]
    return [(language, *line.rsplit(" | ", 1)) for language, line in pairs]  # type: ignore[misc]


def told(claim: TypedFigure) -> str:
    sure = "" if claim.is_sure else "perhaps"
    return " ".join(filter(None, (sure, claim.bound.value, str(claim.figure), claim.of.name.lower())))


@pytest.mark.parametrize(("language", "paragraph", "expected"), in_all())
def test_what_a_paragraph_claims(language: str, paragraph: str, expected: str) -> None:
    found = ", ".join(map(told, typed_figures(paragraph, language, NOUNS.get(language, ("", "")))))
    assert (found or "-") == expected


def test_the_cases_are_as_many_as_they_should_be() -> None:
    nothing = [paragraph for _, paragraph, expected in in_all() if expected == "-"]
    assert len(in_all()) >= 120
    assert len(nothing) >= 50


@pytest.mark.parametrize(
    ("bound", "figure", "given", "is_true"),
    [
        (Bound.EXACT, 462, 462, True),
        (Bound.EXACT, 462, 463, False),
        (Bound.MORE, 460, 462, True),
        (Bound.MORE, 462, 462, False),
        (Bound.LEAST, 462, 462, True),
        (Bound.LEAST, 463, 462, False),
        (Bound.NEARLY, 500, 486, True),
        (Bound.NEARLY, 500, 500, False),
        (Bound.NEARLY, 500, 300, False),
        (Bound.ABOUT, 450, 486, True),
        (Bound.ABOUT, 400, 486, False),
    ],
)
def test_a_figure_may_be_said_of_what_it_bounds(bound: Bound, figure: int, given: int, is_true: bool) -> None:
    assert TypedFigure(figure, Of.TOTAL, bound).is_true(given) is is_true


def test_a_noun_of_one_word_makes_no_claim_sure() -> None:
    (claim,) = typed_figures("46 lanterns call on the Council.", "en", ("lantern", "lanterns"))
    assert (claim.figure, claim.is_sure) == (46, False)
