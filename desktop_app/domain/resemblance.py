"""Rows that an answer may be about, although it spells its name in another way.

A no is held against named rows, and reaches further than what makes two rows one: what it takes back can be
printed again. A yes is held against the rows that it would print under a name which they asked to keep.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, takewhile

from rapidfuzz import process
from rapidfuzz.distance import OSA

from desktop_app.domain.common_words import COMMON_WORDS, PUBLIC_MAIL
from desktop_app.domain.country_names import country_names
from desktop_app.domain.duplicates.name_index import NameIndex
from desktop_app.domain.duplicates.reading import Reading, readings_of, stem
from desktop_app.domain.hiding import hides_its_name
from desktop_app.domain.known_names import KnownNames, addresses_of
from desktop_app.domain.parts_of_names import PartsOfNames
from desktop_app.domain.plain_text import folded
from desktop_app.domain.signatory import Disclosure, Signatory

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
        self._pairs = _paired(rows, answers)
        self._by_bare: dict[str, list[str]] = defaultdict(list)
        for word in self._often:
            self._by_bare[word.rstrip("s")].append(word)
        self._bare = sorted(self._by_bare)
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
            near = [self._near(word) for word in said.words]
            any_of = frozenset[str]().union(*near)
            rare = sorted(filter(self._is_rare, any_of))
            for reading in {id(r): r for word in rare for r in self._with_word[word]}.values():
                abroad = said.countries - reading.countries and reading.countries - said.countries
                holds = any_of.issuperset(reading.words) or not any(
                    words.isdisjoint(reading.words) for words in near
                )
                if holds and not abroad:
                    yield reading.row

    def _is_rare(self, word: str) -> bool:
        return len(word) >= _LETTERS and word not in _common() and self._often[word] <= _RARE

    def _words_near(self, word: str) -> frozenset[str]:
        bare = word.rstrip("s")
        # Where no slip is forgiven, none is looked for.
        close = process.extract_iter(bare, self._bare, scorer=OSA.distance, score_cutoff=2)
        alike = (other for other, _, _ in close if _is_near(bare, other)) if _may_slip(bare) else (bare,)
        near = (*alike, *self._cut_short(bare))
        return frozenset(one for other in near for one in self._by_bare.get(other, ()))

    def _cut_short(self, bare: str) -> Iterator[str]:
        """Words that begin with all of this one, and those that this one begins with: "Coop", "Farmers"."""
        if len(bare) >= _LETTERS:
            yield from takewhile(
                lambda other: other.startswith(bare), islice(self._bare, bisect_left(self._bare, bare), None)
            )
            yield from (bare[:length] for length in range(_LETTERS, len(bare)))


def withheld_like(
    signatories: Iterable[Signatory], answers: Iterable[Signatory]
) -> dict[str, list[Signatory]]:
    """The rows not to be named that may be the same signatory as an answer, by the answer's name.

    Args:
        signatories: The whole list, and answers of no row that say no; of one that has both, the row counts.
        answers: Those that would be printed.
    """
    names = NamesOfList()
    names.take(dict(enumerate(signatories, 1)))
    return names.withheld_like(tuple(answers))


class NamesOfList:
    """The names of a list that is worked on: read once, and after a step those of the rows that changed."""

    def __init__(self) -> None:
        self._rows: dict[int, Signatory] = {}
        self._index = NameIndex()
        self._withheld = KnownNames(())
        self._withheld_rows: set[int] = set()
        self._parts = PartsOfNames()

    def take(self, rows: Mapping[int, Signatory]) -> None:
        """Know the rows as they are now, by numbers of which each has one of its own."""
        for number, was in list(self._rows.items()):
            row = rows.get(number)
            # What was read from the disk again is another object, and says the same.
            if row is not was and row != was:
                self._discard(number)
        for number, row in rows.items():
            if number not in self._rows:
                self._add(number, row)

    def withheld_like(self, answers: Sequence[Signatory]) -> dict[str, list[Signatory]]:
        """As the function of that name."""
        asked = list(dict.fromkeys(map(_as_row, answers)))
        paired: dict[str, list[Signatory]] = defaultdict(list)
        for met in self._index.met_by(asked, self._withheld_rows):
            paired[asked[met.new].name].append(self._rows[met.row])
        parts = self._parts.met_by(answers)
        found: dict[str, list[Signatory]] = {}
        for answer in answers:
            same, alike = self._withheld.same(answer), self._withheld.alike(answer)
            near = (*paired.get(answer.name, ()), *parts.get(answer.name, ()))
            if like := list(dict.fromkeys((*same, *alike, *near))):
                found[answer.name] = [signatory for signatory in like if signatory.row] or like
        return found

    def met_by(self, new: Sequence[Signatory]) -> set[int]:
        """The rows which new ones may be already."""
        return {met.row for met in self._index.met_by(new)}

    def _add(self, number: int, row: Signatory) -> None:
        self._rows[number] = row
        self._index.add(row if row.row == number else replace(row, row=number))
        if _is_withheld(row):
            self._withheld.add(row)
            self._withheld_rows.add(number)
            self._parts.add_withheld(number, row)
        elif row.disclosure is Disclosure.NAMED:
            self._parts.add_printed(row.name)

    def _discard(self, number: int) -> None:
        row = self._rows.pop(number)
        self._index.discard(row if row.row == number else replace(row, row=number))
        if number in self._withheld_rows:
            self._withheld.discard(row)
            self._withheld_rows.discard(number)
            self._parts.discard_withheld(number)
        elif row.disclosure is Disclosure.NAMED:
            self._parts.discard_printed(row.name)


def _is_withheld(signatory: Signatory) -> bool:
    kept = (Disclosure.ANONYMOUS, Disclosure.WITHDRAWN)
    return signatory.disclosure in kept or hides_its_name(signatory)


def _paired(rows: Sequence[Signatory], answers: Iterable[Signatory]) -> dict[str, list[int]]:
    """The rows that are probably one signatory with each answer, by its name."""
    index = NameIndex()
    for row in rows:
        index.add(row)
    asked = list(dict.fromkeys(map(_as_row, answers)))
    found: dict[str, dict[int, None]] = defaultdict(dict)
    # Every one of a crowd: its first rows may all be of other countries.
    for met in index.met_by(asked, {row.row for row in rows}):
        found[asked[met.new].name][met.row] = None
    return {name: list(like) for name, like in found.items()}


def _as_row(answer: Signatory) -> Signatory:
    return Signatory(
        0,
        answer.name,
        answer.disclosure,
        answer.acronym,
        answer.country,
        also_known_as=answer.also_known_as,
    )


def _domains(signatory: Signatory) -> set[str]:
    return {address.rpartition("@")[2] for address in addresses_of(signatory)} - _NOBODY_S


def _is_near(bare: str, other: str) -> bool:
    # Both without an s at their ends: a stem lacks one that a slip may have made, "Lotos" for "Lotus".
    if bare == other:
        return True
    if not (_may_slip(bare) and _may_slip(other)):
        return False
    most = 2 if min(len(bare), len(other)) >= _TWO_SLIPS_FROM else 1
    return OSA.distance(bare, other, score_cutoff=most) <= most


def _may_slip(word: str) -> bool:
    return len(word) >= _SLIP_FROM and not any(map(str.isdigit, word))


@cache
def _common() -> frozenset[str]:
    return frozenset(map(stem, COMMON_WORDS))
