"""Names that are a part of a withheld name, or hold one: to print such a name tells who was to be kept.

Words that half of all organisations have in their names point at nobody, and neither do articles, legal forms
and countries. What is left must agree in two words at least, one after the other.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

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
_OFTEN = 3
"""Two words that so many others are called by are a town, or what the letter is about."""

Pair = tuple[str, str]


class PartsOfNames:
    """Finds the withheld names that are met by names which are, or would be, printed."""

    def __init__(self) -> None:
        self._withheld: dict[int, tuple[Signatory, tuple[Reading, ...]]] = {}
        self._with_word: dict[str, Counter[int]] = defaultdict(Counter)
        self._printed: dict[Pair, Counter[str]] = defaultdict(Counter)

    def add_withheld(self, number: int, signatory: Signatory) -> None:
        """Know a row that is not to be named by a number that no other has."""
        readings = tuple(readings_of(signatory, country_names()))
        self._withheld[number] = (signatory, readings)
        for word in _words_of(readings):
            self._with_word[word][number] += 1

    def discard_withheld(self, number: int) -> None:
        """Forget one that was added."""
        _, readings = self._withheld.pop(number)
        for word in _words_of(readings):
            del self._with_word[word][number]

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
        # Reading a name takes long; most share no word with any of them.
        near = {number for word in _telling(_stems(text)) for number in self._with_word.get(word, ())}
        for said in readings_of(Signatory(0, text, Disclosure.NAMED), country_names()) if near else ():
            for number in sorted(near):
                shared = [run for reading in self._withheld[number][1] if (run := _shared(said, reading))]
                if any(not (are_two and self._is_often(run, text, beside)) for run, are_two in shared):
                    yield number

    def _is_often(self, run: Sequence[str], text: str, beside: Mapping[Pair, set[str]]) -> bool:
        pairs = itertools.pairwise(run)
        return all(
            len({*self._printed.get(pair, ()), *beside.get(pair, ())} - {text}) >= _OFTEN for pair in pairs
        )


def _texts(signatory: Signatory) -> list[str]:
    return [text for text in dict.fromkeys((signatory.name, signatory.listed_as)) if text]


def _words_of(readings: Iterable[Reading]) -> set[str]:
    return {word for reading in readings for word in _telling(reading.words)}


def _stems(name: str) -> list[str]:
    return list(map(stem, fold(name).split()))


def _pairs(name: str) -> set[Pair]:
    return set(itertools.pairwise(_telling(_stems(name))))


def _telling(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in _common()]


def _shared(one: Reading, other: Reading) -> tuple[Sequence[str], bool] | None:
    """The run of telling words that is all that the one has of them, and whether each says more beside it."""
    if one.countries - other.countries and other.countries - one.countries:
        return None  # chapters of one network: both are called by its name
    shorter, longer = sorted((_telling(one.words), _telling(other.words)), key=len)
    many = len(shorter)
    runs = (longer[start : start + many] for start in range(len(longer) - many + 1))
    if many < _FEWEST or not any(_is_run(shorter, run) for run in runs):
        return None
    return shorter, _says_more(one, other) and _says_more(other, one)


def _says_more(one: Reading, other: Reading) -> bool:
    return any(not any(_is_same(word, known) for known in other.words) for word in one.words)


def _is_run(words: Sequence[str], others: Sequence[str]) -> bool:
    # One word at least is as it stands there: letters that begin two words begin many.
    same = [word == other for word, other in zip(words, others, strict=True)]
    return any(same) and all(map(_is_same, words, others))


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
