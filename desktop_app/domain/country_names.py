"""Countries by their names in many languages, as they stand inside the names of organisations."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from babel import Locale

from desktop_app.domain.burmese import in_unicode
from desktop_app.domain.common_words import COMMON_WORDS
from desktop_app.domain.folding import fold

# CLDR's names are for recognising only; what a letter prints comes from the shipped tables.
_LANGUAGES = (
    "en fr es pt de it nl sv nb da fi pl cs hu ro ru uk ar fa tr zh zh_Hant ja ko th vi id ms my hi bn ne ta "
    "km lo he ur sw"
).split()
_ALSO = {"uk": "GB", "usa": "US", "uae": "AE", "drc": "CD", "burma": "MM", "birmanie": "MM", "turkey": "TR"}
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_SHORTEST = 4
"""Letters of a Latin name: shorter ones are words of other languages ("my", "duc", "nga")."""

_OTHER_WORDS = COMMON_WORDS - {"burma", "myanmar"} | {"island", "indie"}
"""Names of countries in one language, and more often plain words of another."""

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
    """The countries and territories of the world, read once: it takes a quarter of a second."""
    codes = dict(_ALSO)
    for language in _LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if code.isalpha():
                for form in _forms(name):
                    codes.setdefault(form, code)
    return CountryNames(MappingProxyType(codes))


def _forms(name: str) -> Iterable[str]:
    """A name as it may be written: "Myanmar (Burma)" is both."""
    for text in (_IN_BRACKETS.sub("", name), *_IN_BRACKETS.findall(name)):
        form = fold(in_unicode(text))
        short = form.isascii() and len(form) < _SHORTEST
        if form and not short and form not in _OTHER_WORDS:
            yield form
