"""Figures that are typed into a letter or its title, held against the list and the petition."""

from collections.abc import Iterator

from desktop_app.domain.campaign import Campaign, Petition
from desktop_app.domain.claims import typed_figures
from desktop_app.domain.counting import Count
from desktop_app.domain.letter_language import nouns_of
from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.domain.typed_figure import Bound, Of, TypedFigure

_SETTINGS = "campaign.toml"


def check_claims(
    text: str, language: str, campaign: Campaign, counted: Count, place: Place
) -> Iterator[Finding]:
    """Findings about the figures of one paragraph of a letter, or of one text of campaign.toml."""
    for claim in typed_figures(text, language, nouns_of(language, campaign.text(language))):
        given = _given(claim.of, counted, campaign.petition)
        if given is None:
            continue
        if claim.is_true(given) or _is_of_organisations(claim, counted):
            if claim.bound is Bound.EXACT and place.file != _SETTINGS:
                yield Finding("figure-typed", Severity.NOTE, (place,), {"figure": claim.figure})
            continue
        values = {"figure": claim.figure, "given": given, "field": claim.of.value}
        if claim.is_sure and not _is_another_of_the_list(claim, counted):
            yield Finding("figure-differs", Severity.ERROR, (place,), values)
        elif given:
            yield Finding("figure-differs-perhaps", Severity.WARNING, (place,), values)


def check_titles(campaign: Campaign, counted: Count) -> Iterator[Finding]:
    """Findings about the figures of titles and subjects, which no field can stand in."""
    titled = [(campaign.languages[0], "title", campaign.title)]
    for language, text in campaign.texts.items():
        titled += [(language, f"text.{language}.{key}", getattr(text, key)) for key in ("title", "subject")]
    for language, key, title in titled:
        yield from check_claims(title, language, campaign, counted, Place(_SETTINGS, key))


def _given(of: Of, counted: Count, petition: Petition | None) -> int | None:
    """The true figure; None where there is nothing to hold it against."""
    match of:
        case Of.TOTAL:
            return counted.total
        case Of.NAMED:
            return counted.named
        case Of.ANONYMOUS:
            return counted.anonymous
        case Of.COUNTRIES:
            return counted.countries
        case Of.PEOPLE:
            return petition.people if petition else None
        case Of.LANDS:
            return petition.countries if petition else None


def _is_of_organisations(claim: TypedFigure, counted: Count) -> bool:
    """Whether a letter that persons signed too speaks of its organisations alone."""
    is_mixed = claim.of is Of.TOTAL and bool(counted.individuals)
    return is_mixed and claim.is_true(counted.organisations)


def _is_another_of_the_list(claim: TypedFigure, counted: Count) -> bool:
    """Whether it is true of a part: by "378 organizations" of 462, those that are named may be meant."""
    return claim.of is Of.TOTAL and claim.figure in (counted.named, counted.anonymous)
