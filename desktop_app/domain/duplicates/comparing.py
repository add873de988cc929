"""Whether two names are probably one organisation's, how surely, and why."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from functools import cache

from rapidfuzz.distance import OSA

from desktop_app.domain.burmese import in_unicode
from desktop_app.domain.common_words import COMMON_WORDS
from desktop_app.domain.duplicates.reading import Reading, Source, has_capitals, stem
from desktop_app.domain.plain_text import folded, plain


class Reason(StrEnum):
    """Why two rows are shown together; ``wording`` says it in words."""

    SAME_NAME = "same-name"
    """Letter for letter."""
    CASE = "case"
    """But for capitals, quotation marks, dashes."""
    ENCODING = "encoding"
    """The same signs stored in two ways: composed or not, Zawgyi or Unicode."""
    ACCENTS = "accents"
    LOOK_ALIKES = "look-alikes"
    """Letters of another alphabet that look the same."""
    WITH_ACRONYM = "with-acronym"
    """One gives its acronym as well."""
    SPELLING = "spelling"
    """One and many, British and American."""
    SMALL_WORDS = "small-words"
    """Articles, legal forms, "chapter"."""
    WORD_ORDER = "word-order"
    JOINED = "joined"
    """Written as one word or as several."""
    SLIP = "slip"
    """A letter wrong, missing, doubled or in the wrong place."""
    ACRONYM = "acronym"
    """One is the acronym that is given with the other."""
    INITIALS = "initials"
    """One is the acronym that the other makes."""
    SHARED_ACRONYM = "shared-acronym"
    """Different words, perhaps of two languages, and one acronym."""
    OTHER_ACRONYM = "other-acronym"
    """One name, and each gives another acronym."""
    ALIAS = "alias"
    """By *Also known as*."""
    IN_BRACKETS = "in-brackets"
    """The other gives this name in brackets."""
    COUNTRY_WRITTEN = "country-written"
    """One country in two languages."""
    COUNTRY_COLUMN = "country-column"
    """One names the country, the other has it in its column."""
    SUBJECT_COUNTRY = "subject-country"
    """One names the country that the letter is about, the other none."""
    DESCRIPTION = "description"
    """One says more about itself in brackets."""


_COSTS: Mapping[Reason, int] = {
    Reason.SAME_NAME: 0, Reason.CASE: 1, Reason.ENCODING: 1, Reason.ACCENTS: 2, Reason.LOOK_ALIKES: 2,
    Reason.WITH_ACRONYM: 2, Reason.SPELLING: 3, Reason.SMALL_WORDS: 3, Reason.COUNTRY_WRITTEN: 4,
    Reason.JOINED: 5, Reason.ALIAS: 5, Reason.IN_BRACKETS: 5, Reason.COUNTRY_COLUMN: 5, Reason.WORD_ORDER: 8,
    Reason.SLIP: 10, Reason.ACRONYM: 10, Reason.DESCRIPTION: 15, Reason.SUBJECT_COUNTRY: 25,
    Reason.INITIALS: 25, Reason.OTHER_ACRONYM: 25, Reason.SHARED_ACRONYM: 35,
}  # fmt: skip
_SAID_BY = {Source.NAME: Reason.SAME_NAME, Source.ALIAS: Reason.ALIAS, Source.INNER: Reason.IN_BRACKETS}
LOWEST = 60
"""Less sure pairs are not asked about."""

_NEIGHBOURS = frozenset({"employers", "employees", "ministry", "minister"})
"""Words of opposite parties, one letter apart."""
_ACRONYM_IN_TWO_TONGUES = 4
"""Shorter acronyms meet by chance."""
_ACRONYM_ANYWHERE = 3
"""Shorter ones are looked at within one country only."""
_MOST_SLIPS = 2
_NO_SLIP_FROM = 3
"""A word in so many names is meant as it stands there,"""
_RARE_BESIDE = 10
"""unless the other one stands in so many times more."""
_SHORT, _LONG, _LONG_INDIC = 5, 9, 8
"""Letters of words in which one letter may be wrong, and two."""
_SURE_BUT_FOR_THE_FIRST = 7
"""Letters of words in which that may be the first."""
_INDIC = 0x900
_EAST_ASIAN = 0x2E80

Verdict = tuple[int, frozenset[Reason]]


class Comparison:
    """Compares names of one list.

    Args:
        often: In how many names each word stands.
        about: Codes of the countries the letter is about; every other name has them.
    """

    def __init__(self, often: Mapping[str, int], about: Collection[str] = ()) -> None:
        self._often = often
        self._about = frozenset(about)

    def of(self, one: Reading, other: Reading) -> Verdict | None:
        """How surely the two are one, and why; None where they are not."""
        if one.seat and other.seat and one.seat != other.seat:
            return None
        if Source.INNER in (one.source, other.source) and Source.NAME not in (one.source, other.source):
            return None
        # What follows tells a first from a second; which is which must not matter.
        one, other = sorted((one, other), key=lambda reading: (reading.written, reading.row))
        reasons = self._by_words(one, other) or _by_acronym(one, other)
        if reasons is None:
            return None
        slips = reasons.count(Reason.SLIP)
        kinds = frozenset(reasons) | {_SAID_BY[source] for source in (one.source, other.source)}
        if len(kinds) > 1:
            kinds -= {Reason.SAME_NAME}
        score = 100 - sum(_COSTS[reason] for reason in kinds) - _COSTS[Reason.SLIP] * max(0, slips - 1)
        return (score, kinds) if score >= LOWEST else None

    def _by_words(self, one: Reading, other: Reading) -> list[Reason] | None:
        countries = self._countries(one, other)
        words = self._words(one, other)
        if countries is None or words is None or (one.extra and other.extra and one.extra != other.extra):
            return None
        found = [*countries, *words]
        if one.extra != other.extra:
            found.append(Reason.DESCRIPTION)
        elif one.light != other.light:
            found.append(Reason.SMALL_WORDS)
        if one.declared and other.declared and not one.declared & other.declared:
            found.append(Reason.OTHER_ACRONYM)
        return found or [_spelling(one, other)]

    def _countries(self, one: Reading, other: Reading) -> list[Reason] | None:
        only_one, only_other = one.countries - other.countries, other.countries - one.countries
        if only_one and only_other:
            return None
        more, seat = (only_one, other.seat) if only_one else (only_other, one.seat)
        if not more:
            return [] if one.cell_words == other.cell_words else [Reason.COUNTRY_WRITTEN]
        if more == {seat}:
            return [Reason.COUNTRY_COLUMN]
        return [Reason.SUBJECT_COUNTRY] if more <= self._about else None

    def _words(self, one: Reading, other: Reading) -> list[Reason] | None:
        if one.words == other.words:
            return []
        if sorted(one.words) == sorted(other.words):
            return [Reason.WORD_ORDER]
        if one.joined == other.joined:
            return [Reason.JOINED]
        left, right = _left_over(one.words, other.words), _left_over(other.words, one.words)
        if len(left) != len(right) or len(left) > _MOST_SLIPS:
            return None
        slips = [Reason.SLIP] * len(left)
        for pairs in ((left, right), (left, right[::-1])):
            if all(self._is_slip(word, meant) for word, meant in zip(*pairs, strict=True)):
                return slips
        return None

    def _is_slip(self, one: str, other: str) -> bool:
        if self._are_two_words(one, other):
            return False
        reach = _reach(one, other)
        far = OSA.distance(one, other, score_cutoff=reach)
        if not reach or far > reach:
            return False
        # "Eastern" is no slip of "Western", nor "Dawei" of "Pawei": hands err in the middle of long words.
        return one[0] == other[0] or (far == 1 and min(len(one), len(other)) >= _SURE_BUT_FOR_THE_FIRST)

    def _are_two_words(self, one: str, other: str) -> bool:
        """Whether both are meant as they stand there; a slip is rare beside the word that was meant."""
        if one in _known_words() and other in _known_words():
            return True
        rarer, other_times = sorted((self._often.get(one, 0), self._often.get(other, 0)))
        return rarer >= _NO_SLIP_FROM and rarer * _RARE_BESIDE >= other_times


def _reach(one: str, other: str) -> int:
    """How many letters may be wrong between two words before they are two."""
    if any(map(str.isdecimal, one + other)):
        return 0
    short, long = sorted((len(one), len(other)))
    highest = max(map(ord, one + other))
    if highest >= _EAST_ASIAN:  # one sign is a word
        return 0
    if highest >= _INDIC:  # vowel signs are letters, and words are not parted
        return int(short >= _LONG_INDIC)
    return 2 if short >= _LONG else int(short >= _SHORT - 1 and long >= _SHORT)


def _left_over(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """Words that the others lack, in an order that does not depend on theirs."""
    rest, left = [*others], []
    for word in words:
        if word in rest:
            rest.remove(word)
        else:
            left.append(word)
    return sorted(left)


def _by_acronym(one: Reading, other: Reading) -> list[Reason] | None:
    for short, long in ((one, other), (other, one)):
        reason = _acronym_of(short, long)
        if reason:
            return [reason]
    shared = {word for word in one.declared & other.declared if len(word) >= _ACRONYM_IN_TWO_TONGUES}
    by_chance = shared <= one.initials and shared <= other.initials
    # Two languages have few words in common; chapters of one network have most.
    chapters = set(one.words) & set(other.words)
    abroad = one.countries - other.countries and other.countries - one.countries
    return [Reason.SHARED_ACRONYM] if shared and not (by_chance or chapters or abroad) else None


def _acronym_of(short: Reading, long: Reading) -> Reason | None:
    if not short.alone or len(long.words) < 2 or not short.countries <= long.countries | {long.seat}:
        return None
    if len(short.alone) < _ACRONYM_ANYWHERE and not (short.seat and short.seat == long.seat):
        return None
    if short.alone in long.declared:
        return Reason.ACRONYM
    made = short.alone in long.initials and len(short.alone) >= _ACRONYM_ANYWHERE
    return Reason.INITIALS if made and has_capitals(short.written) else None


def _spelling(one: Reading, other: Reading) -> Reason:
    """What the two differ in, where all their words are the same."""
    first, second = one.written, other.written
    if plain(first) == plain(second):
        return Reason.SAME_NAME
    first, second = (unicodedata.normalize("NFC", in_unicode(plain(text))) for text in (first, second))
    if first == second:
        return Reason.ENCODING
    if _signs(first) == _signs(second):
        return Reason.CASE
    if one.spelled != other.spelled:
        if sorted(one.spelled) == sorted(other.spelled):
            return Reason.WORD_ORDER
        return Reason.WITH_ACRONYM if one.declared != other.declared else Reason.SPELLING
    if _alphabets(first) != _alphabets(second):
        return Reason.LOOK_ALIKES
    return Reason.SMALL_WORDS if ("&" in first) != ("&" in second) else Reason.ACCENTS


def _signs(text: str) -> str:
    return "".join(character for character in folded(text) if unicodedata.category(character)[0] in "LMN")


def _alphabets(text: str) -> frozenset[str]:
    return frozenset(unicodedata.name(c, "").partition(" ")[0] for c in text if c.isalpha())


@cache
def _known_words() -> frozenset[str]:
    """Words that are no slips of one another."""
    return frozenset(map(stem, COMMON_WORDS | _NEIGHBOURS))
