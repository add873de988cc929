"""Countries by their names in many languages, as they stand inside the names of organisations."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from desktop_app.domain.burmese import in_unicode
from desktop_app.domain.country_table import NAMES
from desktop_app.domain.folding import fold

Words = tuple[str, ...]


class CountryNames:
    """Finds countries among the words of a name.

    Args:
        codes: ISO codes by folded names.
    """

    def __init__(self, codes: Mapping[str, str]) -> None:
        self._codes = codes
        self._by_first: dict[str, list[Words]] = {}
        for name in codes:
            words = tuple(name.split())
            self._by_first.setdefault(words[0], []).append(words)
        for names in self._by_first.values():
            names.sort(key=len, reverse=True)

    def code(self, text: str) -> str:
        """The code of a country named by itself, as in the column *Country*; its own spelling otherwise."""
        name = fold(in_unicode(text))
        return self._codes.get(name, name)

    def taken_out(self, words: Sequence[str]) -> tuple[list[str], frozenset[str]]:
        """The words without the countries among them, and those countries' codes."""
        left: list[str] = []
        found: set[str] = set()
        place = 0
        while place < len(words):
            name = next(self._names_at(words, place), None)
            if name:
                found.add(self._codes[" ".join(name)])
                place += len(name)
            else:
                left.append(words[place])
                place += 1
        return left, frozenset(found)

    def _names_at(self, words: Sequence[str], place: int) -> Iterator[Words]:
        for name in self._by_first.get(words[place], ()):
            if tuple(words[place : place + len(name)]) == name:
                yield name


@cache
def country_names() -> CountryNames:
    """The countries and territories of the world.

    The names are CLDR's, and for recognising only; what a letter prints comes from the shipped tables.
    """
    return CountryNames(
        MappingProxyType({name: code for code, names in NAMES.items() for name in names.split(";")})
    )
