"""The alphabet of a list: names that break it are mostly members of the one before, or half names."""

import bisect
import re
import unicodedata
from collections.abc import Callable, Sequence

_ARTICLE = re.compile(r"^(?:the|an?|le|la|les|l|el|los|las|der|die|das|o|os|as)\s+")
_SORTED = 0.85
"""Share of names in order from which a list is an alphabetical one."""


def _bare(name: str) -> str:
    """As most programs sort, without marks and accents; the two blanks round a dash come before one."""
    plain = unicodedata.normalize("NFKD", re.sub(r"[^\w\s]", "", name.casefold()))
    return "".join(character for character in plain if not unicodedata.combining(character)).strip()


def _without_article(name: str) -> str:
    return _ARTICLE.sub("", _bare(name))


class Order:
    """The order of a list, whichever way it is kept: with "The" or without.

    Attributes:
        is_kept: Whether the list is an alphabetical one.
        kept: Places of the names that are in order.
    """

    def __init__(self, names: Sequence[str]) -> None:
        ways: list[Callable[[str], str]] = [_bare, _without_article]
        tried = [(_longest_rising([way(name) for name in names]), way) for way in ways]
        self.kept, self._key = max(tried, key=lambda one: len(one[0]))
        self.is_kept = bool(names) and len(self.kept) > _SORTED * len(names)

    def follows(self, name: str, other: str) -> bool:
        """Whether ``other`` may stand after ``name``."""
        return self._key(name) <= self._key(other)


def _longest_rising(keys: Sequence[str]) -> frozenset[int]:
    """Places of a longest run that never falls (patience sorting, n log n)."""
    piles: list[str] = []
    tops: list[int] = []
    before = [-1] * len(keys)
    for place, key in enumerate(keys):
        pile = bisect.bisect_right(piles, key)
        before[place] = tops[pile - 1] if pile else -1
        if pile == len(piles):
            piles.append(key)
            tops.append(place)
        else:
            piles[pile], tops[pile] = key, place
    kept = set()
    place = tops[-1] if tops else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return frozenset(kept)
