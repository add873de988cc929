"""Figures that a letter's text claims of its signatories or of a petition, and whether they are true.

A claim is sure where the sentence itself says whom it counts ("we, 462 organizations"), and likely where only
its shape does ("46 organizations said"). Any other figure is about something else, and none of our business.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop_app.domain.claim_patterns import STAND_IN, Patterns, patterns_of
from desktop_app.domain.claim_words import CLAIM_WORDS
from desktop_app.domain.figures import Figure, figures_in
from desktop_app.domain.typed_figure import Bound, Of, TypedFigure

_TAG = re.compile(r"\{%.*?%\}")
_FIELD = re.compile(r"\{\{-?\s*+([\w.]*+).*?\}\}")
_SENTENCE = re.compile(r"(?:[^.!?;。！？؛؟\n]|[.!?](?!\s|$))+")
_REACH = 300
"""Characters before and after a figure that may say what it counts."""
_MOST_FIGURES = 40
"""A sentence with more of them is a table."""
_FEW = 10
"""Below it a figure is mostly a part of some story: "two organizations"."""


def typed_figures(text: str, language: str, nouns: tuple[str, ...]) -> Iterator[TypedFigure]:
    """What a paragraph claims, as it is drafted.

    Args:
        text: The paragraph with its fields. A count that a field of it prints as well is a likely claim only:
            the typed one may be of an earlier letter.
        language: Of the letter.
        nouns: What the campaign calls its signatories, one and several.
    """
    if language not in CLAIM_WORDS:
        return
    fields = {match[1] for match in _FIELD.finditer(text)}
    bound = {of for of in Of if of.value in fields}
    if "signatories.statement" in fields:
        bound |= {Of.TOTAL, Of.ANONYMOUS}
    told = _FIELD.sub(STAND_IN, _TAG.sub("", text)).replace("\u00ad", "")
    patterns = patterns_of(language, nouns)
    for sentence in _SENTENCE.finditer(told):
        for claim in _Sentence(sentence[0], language, patterns).claims():
            placed = replace(claim, start=claim.start + sentence.start(), end=claim.end + sentence.start())
            yield replace(placed, is_sure=False) if claim.of in bound else placed


@dataclass(frozen=True, slots=True)
class _Spot:
    """A figure with what stands before it, its bound and articles taken off, and after it."""

    figure: int
    bound: Bound
    left: str
    right: str
    """As far as the next figure."""
    rest: str
    """To the end of the sentence."""
    start: int
    end: int

    @property
    def begins(self) -> bool:
        """Whether a clause begins here."""
        return not self.left or self.left[-1] in ':：,，–—(“„«"•-'

    def claim(self, of: Of, *, sure: bool) -> TypedFigure:
        return TypedFigure(self.figure, of, self.bound, sure, self.start, self.end)


class _Sentence:
    """The figures of one sentence, each read with those before it."""

    def __init__(self, text: str, language: str, patterns: Patterns) -> None:
        self._text = text
        self._patterns = patterns
        figures = list(figures_in(text, language))
        if len(figures) > _MOST_FIGURES:
            figures = []
        ends = [*(figure.start for figure in figures), len(text)][1:]
        self._spots = [self._spot(figure, end) for figure, end in zip(figures, ends, strict=True)]
        self._is_now = bool(patterns.now.search(text))
        self._is_past = bool(patterns.past.search(text)) and not self._is_now

    def _spot(self, figure: Figure, end: int) -> _Spot:
        left, bound = self._text[max(0, figure.start - _REACH) : figure.start], Bound.EXACT
        for meant, words in self._patterns.bounds.items():
            if found := words.search(left):
                left, bound = left[: found.start()], meant
        right = self._text[figure.end : min(end, figure.end + _REACH)]
        if right.startswith("+"):
            bound, right = Bound.LEAST, right[1:]
        rest = self._text[figure.end : figure.end + _REACH]
        return _Spot(figure.number, bound, left.rstrip(), right, rest, figure.start, figure.end)

    def claims(self) -> Iterator[TypedFigure]:
        """What the sentence claims; a figure about something else ends what those before it were about."""
        before: TypedFigure | None = None
        for place, spot in enumerate(self._spots):
            following = self._spots[place + 1] if place + 1 < len(self._spots) else None
            before = self._claim(spot, following, before)
            if before:
                yield before

    def _claim(self, spot: _Spot, following: _Spot | None, before: TypedFigure | None) -> TypedFigure | None:
        if self._patterns.countries.search(spot.right):
            return self._of_countries(spot, before)
        if anchored := self._anchored(spot):
            return anchored
        claim = self._of_part(spot, before) or self._of_people(spot, following)
        claim = claim or self._of_all(replace(spot, left=self._bare(spot.left)), following)
        if claim is None or not self._is_past or claim.of is Of.ANONYMOUS:
            return claim
        return replace(claim, is_sure=False) if claim.is_sure else None

    def _bare(self, left: str) -> str:
        """What precedes the figure without "the" and "a total of"."""
        while found := self._patterns.articles.search(left):
            left = left[: found.start()].rstrip()
        return left

    def _anchored(self, spot: _Spot) -> TypedFigure | None:
        """As in "We, 462 ..." and "Signed by 462 ..."."""
        words = self._patterns
        bare = self._bare(spot.left)
        we = any(words.we.search(left) for left in (spot.left, bare))
        if not we and not words.signed.search(bare):
            return None
        if self._noun(spot) or (we and (not spot.right.strip(" ,") or words.does.search(spot.right))):
            return spot.claim(Of.TOTAL, sure=True)
        return None

    def _noun(self, spot: _Spot) -> re.Match[str] | None:
        words = self._patterns
        found = (pattern.search(spot.right) for pattern in (words.own, words.signatories, words.groups))
        return next(filter(None, found), None)

    def _of_countries(self, spot: _Spot, before: TypedFigure | None) -> TypedFigure | None:
        if before is None:
            return None
        if before.of is Of.PEOPLE:
            return spot.claim(Of.LANDS, sure=before.is_sure)
        return spot.claim(Of.COUNTRIES, sure=False)

    def _of_part(self, spot: _Spot, before: TypedFigure | None) -> TypedFigure | None:
        """As in "including 84 that have chosen not to disclose their names"."""
        words = self._patterns
        noun = self._noun(spot)
        after = spot.right[noun.end() :] if noun else spot.right
        shown = words.shown.search(after) or words.shown.search(spot.right)
        if not noun and not words.relative.search(after) and not shown:
            return None
        of = Of.ANONYMOUS if words.hidden.search(spot.right) else Of.NAMED if shown else None
        goes_on = before is not None or (spot is self._spots[0] and self._speaks_of_signing(spot))
        if of is None or not (goes_on or noun):
            return None
        return spot.claim(of, sure=goes_on)

    def _speaks_of_signing(self, spot: _Spot) -> bool:
        """Whether the sentence prints a count, or speaks of a letter's signatories."""
        texts, words = (spot.left, spot.rest), self._patterns
        spoken = (words.our.search(text) or words.signing.search(text) for text in texts)
        return STAND_IN in spot.left or any(spoken)

    def _of_people(self, spot: _Spot, following: _Spot | None) -> TypedFigure | None:
        """As in "over 70,000 people from 161 countries"."""
        words = self._patterns
        people = words.people.search(spot.right)
        if not people:
            return None
        countries = following is not None and bool(words.countries.search(following.right))
        after = spot.right[people.end() :]
        signs = words.by.search(spot.left) or (spot.begins and words.does.search(after))
        if not signs and (not countries or words.others.search(spot.rest)):
            return None
        ours = words.our.search(spot.left) or words.our.search(spot.rest)
        return spot.claim(Of.PEOPLE, sure=bool(signs or ours) and countries)

    def _of_all(self, spot: _Spot, following: _Spot | None) -> TypedFigure | None:
        """As in "462 civil society organizations call on ..."."""
        words = self._patterns
        noun = self._noun(spot)
        if noun is None or spot.figure < _FEW:
            return None
        after, rest = spot.right[noun.end() :], spot.rest[noun.end() :]
        own, does = bool(words.own.search(spot.right)), words.does.search(after)
        is_this_letter = bool(words.our.search(spot.left) or words.our.search(after))
        if words.undersigned.search(after):
            return spot.claim(Of.TOTAL, sure=True)
        if words.signatories.search(spot.right):
            sure = is_this_letter or (spot.begins and bool(does))
            return spot.claim(Of.TOTAL, sure=sure) if sure or spot.begins else None
        if words.by.search(spot.left):
            return spot.claim(Of.TOTAL, sure=own and is_this_letter)
        if spot.begins and does:
            over = words.perfect.search(does[0]) and not self._is_now
            return spot.claim(Of.TOTAL, sure=own and not over)
        hides_some = following is not None and words.hidden.search(following.right)
        if spot.begins and (words.ends.search(rest) or hides_some):
            return spot.claim(Of.TOTAL, sure=own)
        speaks = spot.begins or is_this_letter or words.signing.search(spot.left)
        likely = own and speaks and not words.others.search(rest)
        return spot.claim(Of.TOTAL, sure=False) if likely else None
