"""The campaign that an existing letter becomes: its settings, and the rows of its list."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import groupby, pairwise

from desktop_app.domain.campaign import (
    Campaign,
    Claim,
    Contact,
    GroupBy,
    ListLayout,
    Order,
    Signer,
    Text,
)
from desktop_app.domain.claims import typed_figures
from desktop_app.domain.letter_anatomy import Anatomy, Doubt, FoundName, Role
from desktop_app.domain.literal_braces import literal
from desktop_app.domain.mixtures import explain_claim
from desktop_app.domain.plain_text import folded, plain
from desktop_app.domain.signatory import Disclosure, Kind, Signatory, Way
from desktop_app.domain.sorting import sort_key
from desktop_app.domain.typed_figure import Of

FIRST_ROW = 2
"""Of the list that is made. Row 1 has the headings."""

MOST_ANONYMOUS = 5000
"""Rows for signatories that were only counted; a letter that claims more has counted something else."""

_ONE_COLUMN = 20
"""Names that fit into one column of a page."""

_NOUN = re.compile(
    r"\s*(?P<nouns>[^\W\d_][\w\s’'-]{2,60}?)(?=\s+(?:including|that|who|from|in|have)\b|[,.;:(]|$)"
)
_REASON = re.compile(
    r"\b(?:names?|identit(?:y|ies|és?)|anonymous|noms?|nombres?|identidad(?:es)?)\b,?\s+(?P<reason>[^.]{3,300}?)"
    r"\s*(?:[.:]|$)"
)


class ImportAs(StrEnum):
    """What an existing letter is taken for."""

    MODEL = "model"
    """Last year's letter: whoever signed it has not signed the new one."""
    SAME = "same"
    """The same letter again: what was published stays published."""

    @property
    def disclosure(self) -> Disclosure:
        """How its signatories are listed."""
        return Disclosure.NAMED if self is ImportAs.SAME else Disclosure.PENDING


def title_of(anatomy: Anatomy, file_stem: str) -> str:
    """What the campaign is called: the letter's title, else its subject, else its file."""
    written = anatomy.text_of(Role.TITLE) or anatomy.text_of(Role.SUBJECT)
    return plain(written) or literal(plain(re.sub(r"[-_]+", " ", file_stem))) or "?"


def rows_of(anatomy: Anatomy, way: ImportAs, source: str) -> tuple[Signatory, ...]:
    """The rows of the list, in the order of the letter; then one for each that was only counted.

    Args:
        anatomy: The letter.
        way: What it is taken for.
        source: What the rows rest on.
    """
    named = tuple(
        Signatory(
            row,
            plain(name.name),
            way.disclosure,
            country=plain(name.country),
            kind=Kind.PERSON if name.is_person else Kind.ORGANISATION,
            title=plain(name.title),
            group=plain(name.group),
            member_of=plain(name.member_of),
            source=source,
        )
        for row, name in enumerate(anatomy.names, FIRST_ROW)
    )
    first = FIRST_ROW + len(named)
    counted = range(first, first + _only_counted(anatomy.claimed, way))
    return named + tuple(Signatory(row, "", Disclosure.ANONYMOUS, source=source) for row in counted)


def _only_counted(claimed: Claim, way: ImportAs) -> int:
    figure = claimed.anonymous or 0
    return figure if way is ImportAs.SAME and figure <= MOST_ANONYMOUS else 0


def campaign_of(anatomy: Anatomy, way: ImportAs, title: str) -> Campaign:
    """The settings: everything that the letter says of itself."""
    language = anatomy.language
    return Campaign(
        title=title,
        languages=(language,),
        date=anatomy.date if way is ImportAs.SAME else None,
        place=plain(anatomy.text_of(Role.PLACE)),
        claimed=_claim(anatomy.claimed, way),
        counts=_counts(anatomy),
        layout=_layout(anatomy),
        contacts=tuple(
            Contact(
                plain(one.name),
                plain(one.role),
                plain(one.organisation),
                plain(one.email),
                may_be_named=way is ImportAs.SAME,
            )
            for one in anatomy.contacts
        ),
        signed_by=_signed_by(anatomy) if way is ImportAs.SAME else (),
        cc=_lines(anatomy, Role.CC),
        reference=plain(anatomy.text_of(Role.REFERENCE)),
        enclosures=_lines(anatomy, Role.ENCLOSURES),
        texts={language: _text(anatomy)},
    )


def _claim(claimed: Claim, way: ImportAs) -> Claim:
    """What the letter claimed; of a model that is history, and holds for no list but its own."""
    says = claimed.total is not None or claimed.anonymous is not None
    return replace(claimed, of_model=True) if says and way is ImportAs.MODEL else claimed


def _signed_by(anatomy: Anatomy) -> tuple[Signer, ...]:
    return tuple(
        Signer(plain(one.name), plain(one.title), plain(one.organisation)) for one in anatomy.signers
    )


def _lines(anatomy: Anatomy, role: Role) -> tuple[str, ...]:
    return tuple(filter(None, map(plain, anatomy.text_of(role).split("\n"))))


def _text(anatomy: Anatomy) -> Text:
    """The subject; what the sentence over the list calls the signatories, and why some are not named."""
    statement = plain(anatomy.text_of(Role.STATEMENT))
    figures = {figure.of: figure for figure in typed_figures(statement, anatomy.language, ())}
    nouns = reason = ""
    if Of.TOTAL in figures and anatomy.language == "en":
        match = _NOUN.match(statement, figures[Of.TOTAL].end)
        nouns = match["nouns"] if match and match["nouns"].endswith("s") else ""
    if Of.ANONYMOUS in figures and (match := _REASON.search(statement, figures[Of.ANONYMOUS].end)):
        reason = match["reason"]
    subject = plain(anatomy.text_of(Role.SUBJECT))
    return Text(subject=subject, noun=nouns.removesuffix("s"), nouns=nouns, reason=reason)


def _counts(anatomy: Anatomy) -> Way:
    """The plain way of counting that gives the claim, if one does."""
    if anatomy.claimed.total is None:
        return Way.WITH_MEMBERS
    rows = rows_of(anatomy, ImportAs.SAME, "")
    ways = explain_claim(rows, anatomy.claimed, Way.WITH_MEMBERS).ways
    return ways[0] if ways and Way.WITH_MEMBERS not in ways else Way.WITH_MEMBERS


def _layout(anatomy: Anatomy) -> ListLayout:
    names = [name for name in anatomy.names if not name.member_of]
    order, ignores_articles = _order(anatomy.names, anatomy.language)
    return ListLayout(
        numbered=anatomy.is_numbered,
        columns=1 if len(anatomy.names) <= _ONE_COLUMN else 2,
        by=_grouping(names),
        order=order,
        ignore_articles=ignores_articles,
    )


def _order(names: Sequence[FoundName], language: str) -> tuple[Order, bool]:
    """Whether the list stands in our own order, members too, with articles or without."""
    levels: dict[str, list[str]] = defaultdict(list)
    for name in names:
        levels[name.member_of].append(name.name)
    for ignores_articles in (True, False):
        keys = (
            (sort_key(name, language, ignore_articles=ignores_articles) for name in level)
            for level in levels.values()
        )
        # A list in another order mostly says so by its first names.
        if all(key <= following for level in keys for key, following in pairwise(level)):
            return Order.ALPHABETICAL, ignores_articles
    return Order.SHEET, True


def _grouping(names: Sequence[FoundName]) -> GroupBy:
    """What the list stood in groups by. A country after each name is no heading."""
    if any(name.group for name in names):
        return GroupBy.GROUP
    countries = [country for country, _ in groupby(name.country for name in names)]
    in_groups = len(countries) == len(set(countries)) < len(names)
    return GroupBy.COUNTRY if in_groups and all(countries) else GroupBy.NOTHING


def list_doubts(anatomy: Anatomy, way: ImportAs) -> Iterator[Doubt]:
    """What somebody should look at in the list that is made."""
    by_name: dict[str, list[FoundName]] = defaultdict(list)
    for name in anatomy.names:
        by_name[folded(name.name)].append(name)
    for first, *others in by_name.values():
        for other in others:
            yield Doubt("import-name-twice", other.lines[0], other.name, {"line": first.lines[0]})
    for umbrella in dict.fromkeys(name.member_of for name in anatomy.names if name.member_of):
        same = by_name[folded(umbrella)]
        if len(same) > 1:
            yield Doubt("import-umbrella-twice", same[0].lines[0], umbrella)
    if way is ImportAs.SAME and (anatomy.claimed.anonymous or 0) > MOST_ANONYMOUS:
        line = anatomy.names[0].lines[0] if anatomy.names else 1
        yield Doubt("import-anonymous-many", line, str(anatomy.claimed.anonymous), {"most": MOST_ANONYMOUS})
    layout = _layout(anatomy)
    named = [name for name in anatomy.names if name.country]
    if named and layout.by is not GroupBy.COUNTRY:
        yield Doubt("import-country-not-printed", named[0].lines[0], f"{named[0].name}, {named[0].country}")
