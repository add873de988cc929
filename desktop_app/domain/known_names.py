"""Finds the row of the list that a new sign-on belongs to: surely the same, or perhaps."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from desktop_app.domain.folding import fold, squeeze
from desktop_app.domain.hiding import hides_its_name, without_article
from desktop_app.domain.plain_text import folded
from desktop_app.domain.roster import names_of
from desktop_app.domain.signatory import Disclosure, Signatory

_ADDRESS = re.compile(r"[^\s;,<>]+@[^\s;,<>]+")
_SLIP_FROM = 4
"""Letters. A shorter word that differs is another word."""
_TWO_SLIPS_FROM = 9
_MOST_SLIPS = 2
_MOST_WORDS = 40
"""A longer name is a text that somebody pasted; only the very same one is the same."""

_Rest = tuple[tuple[str, ...], str]


class KnownNames:
    """The names of a list, by every form under which the same signatory signs again."""

    def __init__(self, signatories: Iterable[Signatory]) -> None:
        self._by_name: dict[str, list[Signatory]] = defaultdict(list)
        self._by_email: dict[str, list[Signatory]] = defaultdict(list)
        self._by_look: dict[str, list[Signatory]] = defaultdict(list)
        self._by_rest: dict[tuple[str, ...], tuple[list[str], list[Signatory]]] = defaultdict(
            lambda: ([], [])
        )
        for signatory in signatories:
            self.add(signatory)

    def add(self, signatory: Signatory) -> None:
        """Know this one, too."""
        for name in known_as(signatory):
            self._by_name[name].append(signatory)
            look, rests = _looked_up(name)
            self._by_look[look].append(signatory)
            for rest, word in rests:
                others, rows = self._by_rest[rest]
                others.append(word)
                rows.append(signatory)
        if acronym := fold(signatory.acronym):
            self._by_look[squeeze(acronym)].append(signatory)
        for address in addresses_of(signatory):
            self._by_email[address].append(signatory)

    def discard(self, signatory: Signatory) -> None:
        """Forget one that was added."""
        for name in known_as(signatory):
            self._by_name[name].remove(signatory)
            look, rests = _looked_up(name)
            self._by_look[look].remove(signatory)
            for rest, _word in rests:
                others, rows = self._by_rest[rest]
                place = rows.index(signatory)
                del others[place], rows[place]
        if acronym := fold(signatory.acronym):
            self._by_look[squeeze(acronym)].remove(signatory)
        for address in addresses_of(signatory):
            self._by_email[address].remove(signatory)

    def same(self, signatory: Signatory) -> Sequence[Signatory]:
        """Rows of this very name, those of its country before all others."""
        found = _once(row for name in names_of(signatory) for row in self._by_name.get(name, ()))
        country = folded(signatory.country)
        return [row for row in found if country and folded(row.country) == country] or found

    def alike(self, signatory: Signatory) -> Sequence[Signatory]:
        """Rows that may be the same: a slip of the pen, look-alike letters, an acronym, one without "The"."""
        return _once(self._alike(signatory))

    def with_email(self, signatory: Signatory) -> Sequence[Signatory]:
        """Rows that have one of its e-mail addresses."""
        return _once(row for address in addresses_of(signatory) for row in self._by_email.get(address, ()))

    def withheld_with_email(self, signatory: Signatory) -> Signatory | None:
        """A row that must not be printed and has this e-mail address: it may be this signatory, unnamed."""
        rows = self.with_email(signatory)
        return next((r for r in rows if r.disclosure is not Disclosure.NAMED or hides_its_name(r)), None)

    def _alike(self, signatory: Signatory) -> Iterator[Signatory]:
        for form in filter(None, (*names_of(signatory), folded(signatory.acronym))):
            look, rests = _looked_up(form)
            yield from self._by_look.get(look, ())
            for rest, word in rests:
                if rest not in self._by_rest:
                    continue
                others, rows = self._by_rest[rest]
                near = process.extract_iter(word, others, scorer=OSA.distance, score_cutoff=_MOST_SLIPS)
                yield from (rows[place] for other, slips, place in near if _is_slip(word, other, slips))


def known_as(signatory: Signatory) -> set[str]:
    """Every name of a signatory as it compares; the printed one is the one that it has seen."""
    others = (signatory.listed_as, *signatory.also_known_as)
    return {*names_of(signatory), *map(folded, others)} - {""}


def addresses_of(signatory: Signatory) -> set[str]:
    """A signatory's e-mail addresses: the cell of a merged row holds several."""
    return set(_ADDRESS.findall(folded(signatory.email)))


@lru_cache(maxsize=1 << 14)
def _looked_up(name: str) -> tuple[str, tuple[_Rest, ...]]:
    """The letters of a name, and its words without each; a new name is held against several lists."""
    words = tuple(fold(without_article(name)).split())
    return "".join(words), tuple(_without_each(words))


def _without_each(words: tuple[str, ...]) -> Iterator[_Rest]:
    """The words without one that may be mistyped, a blank in its place, and that one."""
    for place, word in enumerate(words if len(words) <= _MOST_WORDS else ()):
        if _may_be_a_slip(word):
            yield (*words[:place], "", *words[place + 1 :]), word


def _may_be_a_slip(word: str) -> bool:
    """Whether a word may be another one mistyped. Numbers are never mistyped: Ward 12 is not Ward 13."""
    return len(word) >= _SLIP_FROM and (word.isalpha() or not any(map(str.isdigit, word)))


def _is_slip(word: str, other: str, slips: float) -> bool:
    """Whether one word is the other mistyped; both may be."""
    shorter = min(len(word), len(other))
    return slips <= (_MOST_SLIPS if shorter >= _TWO_SLIPS_FROM else 1)


def _once(rows: Iterable[Signatory]) -> list[Signatory]:
    return list({id(row): row for row in rows}.values())
