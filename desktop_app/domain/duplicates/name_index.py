"""The names of a list while it is worked on: what a new name is like is told without comparing all of them.

Whatever ``find_pairs`` finds between a row and a new name is found here as well, where all rows are asked
about.
"""

from collections import ChainMap, Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from desktop_app.domain.country_names import country_names
from desktop_app.domain.duplicates.blocking import ALIKE, CROWD, FEW_WORDS, RARE_WORDS, SHARED_ACRONYM, VARIED
from desktop_app.domain.duplicates.comparing import Comparison
from desktop_app.domain.duplicates.reading import LONGEST, Reading, readings_of
from desktop_app.domain.roster import Directory
from desktop_app.domain.signatory import Signatory
from desktop_app.domain.withheld import is_no_name

_SLIPS = 2
"""Letters that two words differ in which are the same but for a letter left out of each."""

_MANY = 64
"""Names with one word apart from which on they are looked up, and no longer gone through."""


class Met(NamedTuple):
    """A new name that is probably that of a row.

    Attributes:
        new: Its place among the new ones.
        row: The row.
        score: From 60 to 100, the surest.
    """

    new: int
    row: int
    score: int


class NameIndex:
    """The rows by all that a name may have in common with them. Each row has a number of its own."""

    def __init__(self) -> None:
        self._readings: dict[int, tuple[Reading, ...]] = {}
        self._member_of: dict[int, str] = {}
        self._often: Counter[str] = Counter()
        self._by_key: dict[tuple[str, ...], list[Reading]] = defaultdict(list)
        self._by_rest: dict[tuple[str, ...], _OneWordApart] = defaultdict(_OneWordApart)
        self._directory = Directory()

    def add(self, signatory: Signatory) -> None:
        """Know this row, too."""
        self._directory.add(signatory)
        if signatory.member_of:
            self._member_of[signatory.row] = signatory.member_of
        readings = self._readings[signatory.row] = _read(signatory)
        for reading in readings:
            self._often.update(set(reading.words))
            for key in _keys(reading):
                self._by_key[key].append(reading)
            for rest, word in _rests(reading):
                self._by_rest[rest].add(word, reading)

    def discard(self, signatory: Signatory) -> None:
        """Forget a row that was added."""
        self._directory.discard(signatory)
        self._member_of.pop(signatory.row, None)
        for reading in self._readings.pop(signatory.row):
            self._often.subtract(set(reading.words))
            for key in _keys(reading):
                del self._by_key[key][_place(self._by_key[key], reading)]
            for rest, word in _rests(reading):
                self._by_rest[rest].discard(word, reading)

    def met_by(self, new: Sequence[Signatory], among: Collection[int] | None = None) -> list[Met]:
        """Which rows new names are probably those of, the surest first.

        Args:
            new: Rows that are not in the list.
            among: Numbers of the rows that are asked about, every one of them; None = any row, and of a crowd
                of one name a few.
        """
        read = [_read(one) for one in new]
        more = Counter(word for readings in read for r in readings for word in set(r.words))
        often = ChainMap({word: self._often[word] + times for word, times in more.items()}, self._often)
        comparison = Comparison(often)
        best: dict[tuple[int, int], int] = {}
        for at, reading in ((at, reading) for at, readings in enumerate(read) for reading in readings):
            for other in self._worth_comparing(reading, often, among):
                pair = (at, other.row)
                verdict = comparison.of(reading, other)
                if verdict and verdict[0] > best.get(pair, 0):
                    best[pair] = verdict[0]
        if not best:
            return []
        # Of a number that no row has.
        numbered = [replace(one, row=-at) for at, one in enumerate(new, 1)]
        with self._also(numbered):
            met = [Met(a, b, s) for (a, b), s in best.items() if not self._are_related(numbered[a], b)]
        return sorted(met, key=lambda one: (-one.score, one.row, one.new))

    def _worth_comparing(
        self, reading: Reading, often: Mapping[str, int], among: Collection[int] | None
    ) -> Iterable[Reading]:
        """Each reading of the list that may be the same name, once."""
        found: dict[int, Reading] = {}
        for group in self._groups(reading, often):
            asked = islice(group, CROWD) if among is None else (one for one in group if one.row in among)
            found.update((id(one), one) for one in asked)
        return found.values()

    def _groups(self, reading: Reading, often: Mapping[str, int]) -> Iterator[Iterable[Reading]]:
        for key in _sought(reading):
            yield self._by_key.get(key, ())
        for rest, word in _rests(reading):
            if rest in self._by_rest:
                yield self._by_rest[rest].near(word)
        rare = sorted({w for w in reading.words if often[w] <= CROWD}, key=lambda w: (often[w], w))
        text = _in_order(reading)
        for word in rare[:RARE_WORDS]:
            having = self._by_key.get(("word", word), ())
            yield (one for one in having if fuzz.ratio(text, _in_order(one), score_cutoff=ALIKE))

    @contextmanager
    def _also(self, new: Iterable[Signatory]) -> Iterator[None]:
        """Those may be meant by a *Member of*, too."""
        with ExitStack() as stack:
            for one in new:
                self._directory.add(one)
                stack.callback(self._directory.discard, one)
            yield

    def _are_related(self, new: Signatory, row: int) -> bool:
        """Whether they are a network and its member: those are two, whatever they are called."""
        under = self._member_of.get(row, "")
        return (bool(under) and any(one.row == new.row for one in self._directory.look_up(under))) or (
            bool(new.member_of) and any(one.row == row for one in self._directory.look_up(new.member_of))
        )


class _OneWordApart:
    """Readings that have all words in common but one, by that one."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._readings: list[Reading] = []
        self._by_variant: dict[str, list[Reading]] = {}

    def add(self, word: str, reading: Reading) -> None:
        self._words.append(word)
        self._readings.append(reading)
        if self._by_variant:
            self._index(word, reading)
        elif len(self._words) > _MANY:
            for one, its in zip(self._words, self._readings, strict=True):
                self._index(one, its)

    def discard(self, word: str, reading: Reading) -> None:
        place = _place(self._readings, reading)
        del self._words[place], self._readings[place]
        for variant in _variants(word) if self._by_variant else ():
            del self._by_variant[variant][_place(self._by_variant[variant], reading)]

    def near(self, word: str) -> Iterator[Reading]:
        """Those whose word may be this one with a letter wrong, lacking or swapped."""
        if self._by_variant:
            for variant in _variants(word):
                yield from self._by_variant.get(variant, ())
        else:
            near = process.extract_iter(word, self._words, scorer=OSA.distance, score_cutoff=_SLIPS)
            yield from (self._readings[place] for _word, _slips, place in near)

    def _index(self, word: str, reading: Reading) -> None:
        for variant in _variants(word):
            self._by_variant.setdefault(variant, []).append(reading)


def _variants(word: str) -> set[str]:
    """A word, and what is left of it without one letter: two that are nearly the same have one in common."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _read(signatory: Signatory) -> tuple[Reading, ...]:
    if is_no_name(signatory.name[:LONGEST]):
        return ()
    return tuple(readings_of(signatory, country_names()))


def _keys(reading: Reading) -> Iterator[tuple[str, ...]]:
    """By what a reading is found."""
    yield ("words", *sorted(reading.words))
    yield ("joined", reading.joined)
    if reading.alone:
        yield ("alone", reading.alone)
    else:
        yield from (("full", acronym) for acronym in reading.declared | reading.initials)
    yield from (("shared", acronym) for acronym in reading.declared if len(acronym) >= SHARED_ACRONYM)
    yield from (("word", word) for word in set(reading.words))


def _sought(reading: Reading) -> Iterator[tuple[str, ...]]:
    """What is looked up for a new one: an acronym alone meets those that make it, and they meet it."""
    opposite = {"alone": "full", "full": "alone"}
    for kind, *words in _keys(reading):
        if kind != "word":
            yield (opposite.get(kind, kind), *words)


def _rests(reading: Reading) -> Iterator[tuple[tuple[str, ...], str]]:
    """The words without one in which a letter may be wrong, and that one. A number is never a slip."""
    words = sorted(reading.words)
    for place, word in enumerate(words if len(words) <= FEW_WORDS else ()):
        if len(word) in VARIED and word not in words[:place] and not any(map(str.isdecimal, word)):
            yield (*words[:place], *words[place + 1 :]), word


def _in_order(reading: Reading) -> str:
    return " ".join(sorted(reading.words))


def _place(readings: Sequence[Reading], reading: Reading) -> int:
    return next(place for place, one in enumerate(readings) if one is reading)
