"""Names that are a part of a withheld name, or hold one: to print such a name tells who was to be kept.

Words that half of all organisations have in their names point at nobody, and neither do articles, legal forms
and countries. What is left must agree in two words at least, one after the other.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from desktop_app.domain.common_words import COMMON_WORDS
from desktop_app.domain.country_names import country_names
from desktop_app.domain.duplicates.reading import Reading, readings_of, stem
from desktop_app.domain.folding import fold
from desktop_app.domain.signatory import Disclosure, Signatory

_FEWEST = 2
"""Words. A part of one word is what many are called by: a river, a people, a town."""
_ABBREVIATED = 3
"""Letters that stand for a longer word: "Coll." for "Collective"."""
_SLIP_FROM = 6
"""Letters of a word of which one may be wrong."""
_RARE = 20
"""Withheld names that share a word by chance are no more than so many."""
_OFTEN = 3
"""Two words that so many others are called by are a town, or what the letter is about."""

_EDGE = 2
"""Letters at its beginning or its end that a word keeps when it is abbreviated, or has a letter wrong."""

Pair = tuple[str, str]
Beside = tuple[str, str, str]
"""A word, on which side of it another stands, and how that begins or ends."""


class _Told:
    """What a name says: its telling words, all that tell it from others, its countries."""

    __slots__ = ("countries", "telling", "words")

    def __init__(self, reading: Reading) -> None:
        self.words = reading.words
        self.telling = _telling(reading.words)
        self.countries = reading.countries


class PartsOfNames:
    """Finds the withheld names that are met by names which are, or would be, printed."""

    def __init__(self) -> None:
        self._withheld: dict[int, tuple[Signatory, tuple[_Told, ...]]] = {}
        self._with_word: dict[str, set[int]] = defaultdict(set)
        self._with_beside: dict[Beside, set[int]] = defaultdict(set)
        self._printed: dict[Pair, Counter[str]] = defaultdict(Counter)

    def add_withheld(self, number: int, signatory: Signatory) -> None:
        """Know a row that is not to be named by a number that no other has."""
        told = tuple(map(_Told, readings_of(signatory, country_names())))
        self._withheld[number] = (signatory, told)
        for word in {word for one in told for word in one.telling}:
            self._with_word[word].add(number)
        for beside in {beside for one in told for beside in _besides(one.telling)}:
            self._with_beside[beside].add(number)

    def discard_withheld(self, number: int) -> None:
        """Forget one that was added."""
        _, told = self._withheld.pop(number)
        for word in {word for one in told for word in one.telling}:
            self._with_word[word].discard(number)
        for beside in {beside for one in told for beside in _besides(one.telling)}:
            self._with_beside[beside].discard(number)

    def add_printed(self, name: str) -> None:
        """Know a name that is printed: what many of them hold points at nobody."""
        for pair in _pairs(name):
            self._printed[pair][name] += 1

    def discard_printed(self, name: str) -> None:
        """Forget one that was added."""
        for pair in _pairs(name):
            self._printed[pair] -= Counter([name])

    def met_by(self, asked: Sequence[Signatory]) -> dict[str, list[Signatory]]:
        """The withheld rows that are met by what each of those would be printed as, by its name."""
        beside: dict[Pair, set[str]] = defaultdict(set)
        for text in {text for one in asked for text in _texts(one)} if self._withheld else ():
            for pair in _pairs(text):
                beside[pair].add(text)
        found: dict[str, list[Signatory]] = {}
        for one in asked:
            met = {number: None for text in _texts(one) for number in self._met(text, beside)}
            if met:
                found[one.name] = [self._withheld[number][0] for number in met]
        return found

    def _met(self, text: str, beside: Mapping[Pair, set[str]]) -> Iterator[int]:
        near = self._near(text)
        for reading in readings_of(Signatory(0, text, Disclosure.NAMED), country_names()) if near else ():
            said = _Told(reading)
            having = (self._with_beside.get(beside, set()) for beside in _besides(said.telling))
            for number in sorted(near.intersection(set().union(*having))):
                shared = [run for told in self._withheld[number][1] if (run := _shared(said, told))]
                if any(not (are_two and self._is_often(run, text, beside)) for run, are_two in shared):
                    yield number

    def _near(self, text: str) -> set[int]:
        """The withheld rows that share a word with a name; where many have that word, they share another."""
        once: set[int] = set()
        near: set[int] = set()
        for word in set(_telling(_stems(text))):
            having = self._with_word.get(word, set())
            near |= having if len(having) <= _RARE else having & once
            once |= having
        return near

    def _is_often(self, run: Sequence[str], text: str, beside: Mapping[Pair, set[str]]) -> bool:
        pairs = itertools.pairwise(run)
        return all(
            len({*self._printed.get(pair, ()), *beside.get(pair, ())} - {text}) >= _OFTEN for pair in pairs
        )


def _texts(signatory: Signatory) -> list[str]:
    return [text for text in dict.fromkeys((signatory.name, signatory.listed_as)) if text]


def _stems(name: str) -> list[str]:
    return list(map(stem, fold(name).split()))


def _pairs(name: str) -> set[Pair]:
    return set(itertools.pairwise(_telling(_stems(name))))


def _telling(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in _common()]


def _besides(telling: Sequence[str]) -> Iterator[Beside]:
    """What two runs have in common of which one word is the same and the next one nearly."""
    for before, after in itertools.pairwise(telling):
        for word, side, other in ((before, ">", after), (after, "<", before)):
            yield word, f"{side}begins", other[:_EDGE]
            yield word, f"{side}ends", other[-_EDGE:]


def _shared(one: _Told, other: _Told) -> tuple[Sequence[str], bool] | None:
    """The run of telling words that is all that the one has of them, and whether each says more beside it."""
    shorter, longer = one.telling, other.telling
    if len(shorter) > len(longer):
        shorter, longer = longer, shorter
    many = len(shorter)
    if many < _FEWEST or not any(
        _is_run(shorter, longer[start : start + many]) for start in range(len(longer) - many + 1)
    ):
        return None
    if one.countries - other.countries and other.countries - one.countries:
        return None  # chapters of one network: both are called by its name
    return shorter, _says_more(one, other) and _says_more(other, one)


def _says_more(one: _Told, other: _Told) -> bool:
    return any(not any(_is_same(word, known) for known in other.words) for word in one.words)


def _is_run(words: Sequence[str], others: Sequence[str]) -> bool:
    # One word at least is as it stands there: letters that begin two words begin many.
    return any(map(str.__eq__, words, others)) and all(map(_is_same, words, others))


@lru_cache(maxsize=1 << 15)
def _is_same(word: str, other: str) -> bool:
    """Whether they are one word, the one is how the other begins, or a letter of it is wrong."""
    shorter, longer = sorted((word, other), key=len)
    if word == other or (len(shorter) >= _ABBREVIATED and longer.startswith(shorter)):
        return True
    is_slip = len(shorter) >= _SLIP_FROM and OSA.distance(word, other, score_cutoff=1) <= 1
    return is_slip and not any(map(str.isdigit, word + other))


@cache
def _common() -> frozenset[str]:
    return frozenset(stem(word) for text in COMMON_WORDS for word in fold(text).split())
