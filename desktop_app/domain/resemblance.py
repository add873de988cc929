"""Named rows that an answer may be about, although it spells its name in another way.

For a no alone: what it takes back can be printed again. So it reaches further than what makes two rows one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from desktop_app.domain.common_words import COMMON_WORDS, PUBLIC_MAIL
from desktop_app.domain.country_names import country_names
from desktop_app.domain.duplicates import find_pairs
from desktop_app.domain.duplicates.reading import Reading, readings_of, stem
from desktop_app.domain.known_names import addresses_of
from desktop_app.domain.plain_text import folded
from desktop_app.domain.signatory import Signatory

_HOST = re.compile(r"(?:https?://|www\.)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,})(?![\w.-])")
_NOBODY_S = PUBLIC_MAIL | {"example.com", "example.net", "example.org"}
_LETTERS = 4
"""A shorter word says nothing about whose name it is in."""
_SLIP_FROM, _TWO_SLIPS_FROM = 4, 9
_RARE = 8
"""A word in more names than so many is what the letter is about, or what half of all are called."""


class Resemblance:
    """Finds the rows.

    Args:
        signatories: The list.
        answers: Those which are to be held against it.
    """

    def __init__(self, signatories: Iterable[Signatory], answers: Iterable[Signatory]) -> None:
        rows = tuple(signatories)
        self._rows = {row.row: row for row in rows}
        self._readings = [reading for row in rows for reading in readings_of(row, country_names())]
        self._often = Counter(word for reading in self._readings for word in set(reading.words))
        self._with_word: dict[str, list[Reading]] = defaultdict(list)
        for reading in self._readings:
            for word in set(reading.words):
                self._with_word[word].append(reading)
        self._of_domain: dict[str, list[Signatory]] = defaultdict(list)
        for row in rows:
            for domain in _domains(row):
                self._of_domain[domain].append(row)
        self._pairs = _paired(rows, {answer.name: answer for answer in answers})
        self._near = cache(self._words_near)

    def rows_like(self, signatory: Signatory) -> list[Signatory]:
        """Rows that may be this signatory's, each once."""
        rows = [*self._pairs.get(signatory.name, ()), *self._containing(signatory)]
        found = dict.fromkeys(rows)
        for domain in (*_domains(signatory), *_HOST.findall(folded(signatory.name))):
            same = self._of_domain.get(domain, ())
            if len(same) == 1:
                found[same[0].row] = None
        return [self._rows[row] for row in found]

    def _containing(self, signatory: Signatory) -> Iterator[int]:
        """Rows that have all words of the answer's name, or none but such, one of them rare."""
        for said in readings_of(signatory, country_names()):
            rare = [near for word in said.words for near in self._near(word) if self._is_rare(near)]
            for reading in {id(r): r for word in rare for r in self._with_word[word]}.values():
                abroad = said.countries - reading.countries and reading.countries - said.countries
                if not abroad and (self._holds(reading, said) or self._holds(said, reading)):
                    yield reading.row

    def _holds(self, all_of: Reading, words_of: Reading) -> bool:
        return all(any(_is_near(word, other) for other in all_of.words) for word in words_of.words)

    def _is_rare(self, word: str) -> bool:
        return len(word) >= _LETTERS and word not in _common() and self._often[word] <= _RARE

    def _words_near(self, word: str) -> Sequence[str]:
        close = process.extract_iter(word, list(self._often), scorer=OSA.distance, score_cutoff=2)
        return [other for other, _, _ in close if _is_near(word, other)]


def _paired(rows: Sequence[Signatory], answers: dict[str, Signatory]) -> dict[str, list[int]]:
    """The rows that are probably one signatory with each answer, by its name."""
    below = max((row.row for row in rows), default=0) + 1
    names = dict(enumerate(answers, below))
    asked = [_as_row(answers[name], row) for row, name in names.items()]
    found: dict[str, list[int]] = defaultdict(list)
    for pair in find_pairs((*rows, *asked)):
        if pair.b in names and pair.a not in names:
            found[names[pair.b]].append(pair.a)
    return found


def _as_row(answer: Signatory, row: int) -> Signatory:
    return Signatory(
        row,
        answer.name,
        answer.disclosure,
        answer.acronym,
        answer.country,
        also_known_as=answer.also_known_as,
    )


def _domains(signatory: Signatory) -> set[str]:
    return {address.rpartition("@")[2] for address in addresses_of(signatory)} - _NOBODY_S


def _is_near(word: str, other: str) -> bool:
    # A stem lacks the s of many that a slip may have made: "Lotos" for "Lotus".
    word, other = word.rstrip("s"), other.rstrip("s")
    if word == other:
        return True
    shorter = min(len(word), len(other))
    if shorter < _SLIP_FROM or any(map(str.isdigit, word + other)):
        return False
    most = 2 if shorter >= _TWO_SLIPS_FROM else 1
    return OSA.distance(word, other, score_cutoff=most) <= most


@cache
def _common() -> frozenset[str]:
    return frozenset(map(stem, COMMON_WORDS))
