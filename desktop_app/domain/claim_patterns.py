"""The words of claims, ready to be looked for before and after a figure."""

import re
from collections.abc import Mapping
from functools import lru_cache

from desktop_app.domain.claim_words import CLAIM_WORDS, ClaimWords
from desktop_app.domain.typed_figure import Bound

STAND_IN = "\ufffc"
"""What is left of a field: not a word, and not the end of a sentence."""


class Patterns:
    """The words of a language, ready to be looked for: ``groups`` after a figure, ``we`` before one."""

    def __init__(self, words: ClaimWords, nouns: tuple[str, ...], *, spaced: bool) -> None:
        edge, gap = (r"\b", r"\s+") if spaced else ("", r"\s*")
        own = (
            "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in nouns if " " in n or not spaced) or r"(?!)"
        )
        plain = "|".join((words.groups, *(re.escape(noun) for noun in nouns if noun)))
        filler = rf"(?:(?!(?:{words.linking})\b)[^\W\d][\w’'-]*\s+){{0,4}}?" if spaced else r"[^\W\d]{0,12}?"
        start = rf"^{gap}{filler}"
        self._edge = edge
        self.own = self._compiled(rf"{start}(?:{own}){edge}")
        self.groups = self._compiled(rf"{start}(?:{plain}){edge}")
        self.signatories = self._compiled(rf"^{gap}(?:{words.signatories})(?![\w’'])")
        self.people = self._compiled(rf"{start}(?:{words.people}){edge}")
        self.countries = self._compiled(rf"^{gap}(?:{words.countries}){edge}")
        bounds: Mapping[Bound, str] = {
            Bound.MORE: words.more,
            Bound.LEAST: words.least,
            Bound.NEARLY: words.nearly,
            Bound.ABOUT: words.about,
        }
        self.bounds = {bound: self._before(some) for bound, some in bounds.items()}
        self.articles = self._before(rf"{words.articles}|{words.now}")
        self.we = self._before(words.we)
        self.by = self._before(words.by)
        self.signed = self._compiled(rf"^\W*(?:{words.signed})\s*$")
        reach = rf"(?:(?!(?:{words.others}){edge})[\w’'{STAND_IN}-]+\s+){{0,7}}?" if spaced else r"\w{0,12}?"
        aside = rf"(?:,?\s+(?:{words.widening}){edge}[^,;]{{0,80}},)?" if spaced else ""
        said = rf"{gap}{reach}(?:{words.verbs})" + (r"(?!\w)" if spaced else "")
        self.does = self._compiled(rf"^{aside}(?:{said}|\s*[:：])")
        self.ends = self._compiled(
            rf"^\W*$|^{gap}(?:{words.widening}){edge}[^,]{{0,30}}(?:{words.countries})\W*$"
        )
        self.undersigned = self._compiled(rf"^,?{gap}(?:{words.undersigned})")
        self.others = self._compiled(rf"{edge}(?:{words.others}){edge}")
        self.our = self._compiled(rf"{edge}(?:{words.our}){edge}")
        self.signing = self._compiled(rf"{edge}(?:{words.signing}){edge}")
        self.perfect = self._compiled(rf"{edge}(?:{words.perfect}){edge}")
        self.past = self._compiled(rf"{edge}(?:{words.past}){edge}")
        self.now = self._compiled(rf"{edge}(?:{words.now}){edge}")
        self.hidden = self._compiled(rf"^[^.:;()]{{0,60}}?{edge}(?:{words.hidden})")
        self.shown = self._compiled(
            rf"^{gap}(?:(?:{words.relative}){gap})?(?:are |is |sont |son )?(?:{words.shown})"
        )
        self.relative = self._compiled(rf"^,?{gap}(?:(?:{words.relative}){edge}|{words.hidden})")

    def _before(self, words: str) -> re.Pattern[str]:
        """Words that end right before a figure."""
        return self._compiled(rf"(?:^|{self._edge}|(?<=\W))(?:{words})[\s(–—]*$")

    @staticmethod
    def _compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=32)
def patterns_of(language: str, nouns: tuple[str, ...]) -> Patterns:
    """The patterns of a letter language with the campaign's own nouns, one and several."""
    return Patterns(CLAIM_WORDS[language], nouns, spaced=language != "zh")
