"""Which names are worth comparing: ten thousand would make fifty million pairs."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain, pairwise

from rapidfuzz import fuzz

from desktop_app.domain.duplicates.reading import Reading

Pair = tuple[Reading, Reading]

CROWD = 20
"""Of more names that share something, each is held against its neighbour alone."""
RARE_WORDS = 3
ALIKE = 70.0
"""Names that share a rare word are compared where so much of the rest is alike."""
VARIED = range(4, 31)
"""Lengths of words in which one letter may be wrong."""
FEW_WORDS = 8
"""Longer names share a rare word, whatever is wrong in another."""
SHARED_ACRONYM = 4


def worth_comparing(readings: Sequence[Reading]) -> Iterator[Pair]:
    """Pairs of forms of different rows that may be one name."""
    ways = (_pairs_within(_same_keys(readings)), _pairs_by_acronym(readings), _pairs_by_rare_words(readings))
    seen = set()
    for one, other in chain.from_iterable(ways):
        # Names that are the same meet by every word they have.
        pair = (id(one), id(other)) if one.row < other.row else (id(other), id(one))
        if pair not in seen:
            seen.add(pair)
            yield one, other


def _same_keys(readings: Iterable[Reading]) -> Iterable[list[Reading]]:
    """Names of the same words, of the same letters, or of the same words but one that is nearly the same."""
    groups: dict[Hashable, list[Reading]] = defaultdict(list)
    for reading in readings:
        words = sorted(reading.words)
        for key in ((*words,), reading.joined):
            groups[key].append(reading)
        for place, word in enumerate(words if len(words) <= FEW_WORDS else ()):
            if len(word) in VARIED and word not in words[:place]:
                rest = hash((*words[:place], *words[place + 1 :]))
                # Two words with one letter wrong, lacking or swapped become the same when one is left out.
                for letter in range(len(word)):
                    groups[rest, word[:letter] + word[letter + 1 :]].append(reading)
                groups[rest, word].append(reading)
    return (group for group in groups.values() if len(group) > 1)


def _pairs_within(groups: Iterable[list[Reading]]) -> Iterator[Pair]:
    for group in groups:
        if len(group) <= CROWD:
            for place, one in enumerate(group):
                for other in group[:place]:
                    if one.row != other.row:
                        yield one, other
        else:
            ordered = sorted(group, key=lambda one: (one.seat, sorted(one.countries), one.row))
            yield from (pair for pair in pairwise(ordered) if pair[0].row != pair[1].row)


def _pairs_by_acronym(readings: Iterable[Reading]) -> Iterator[Pair]:
    alone: dict[str, list[Reading]] = defaultdict(list)
    full: dict[str, list[Reading]] = defaultdict(list)
    shared: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.alone:
            alone[reading.alone].append(reading)
        else:
            for acronym in reading.declared | reading.initials:
                full[acronym].append(reading)
        for acronym in reading.declared:
            if len(acronym) >= SHARED_ACRONYM:
                shared[acronym].append(reading)
    for acronym in alone.keys() & full.keys():
        for one in _some(alone[acronym]):
            yield from ((one, other) for other in _some(full[acronym]) if one.row != other.row)
    yield from _pairs_within(shared.values())


def _some(group: list[Reading]) -> list[Reading]:
    return sorted(group, key=lambda reading: reading.row)[:CROWD]


def _pairs_by_rare_words(readings: Sequence[Reading]) -> Iterator[Pair]:
    often = Counter(word for reading in readings for word in set(reading.words))
    groups: dict[str, list[tuple[Reading, str]]] = defaultdict(list)
    for reading in readings:
        rare = sorted({w for w in reading.words if often[w] <= CROWD}, key=lambda w: (often[w], w))
        for word in rare[:RARE_WORDS]:
            groups[word].append((reading, " ".join(sorted(reading.words))))
    for group in groups.values():
        for place, (one, text) in enumerate(group):
            for other, its_text in group[:place]:
                if one.row != other.row and fuzz.ratio(text, its_text, score_cutoff=ALIKE):
                    yield one, other
