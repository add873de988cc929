"""Signatories of an old letter that its text speaks of: who is only asked yet is named there already."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from desktop_app.domain.common_words import COMMON_WORDS
from desktop_app.domain.folding import fold
from desktop_app.domain.hiding import without_article
from desktop_app.domain.letter_anatomy import Anatomy, Doubt, Role

_MOST = 5
"""Names that get a line each; more are one line, with its list."""
_BRACKET = re.compile(r"\s*[(\[（][^()（）\[\]]*[)\]）]\s*$")
_WORD = re.compile(r"\w+")
_SHORTEST, _SHORTEST_WORD = 4, 6
"""Letters of a name of one word: in capitals, or as any word is written."""


def prose_doubts(anatomy: Anatomy) -> Iterator[Doubt]:
    """A doubt for each signatory whose whole name stands in the text, or one for all of them."""
    texts = [
        (part.lines[0], part.text)
        for role, part in anatomy.parts.items()
        if role in (Role.TITLE, Role.SUBJECT)
    ]
    texts += [(block.lines[0], block.text) for block in anatomy.body]
    found = list(_found([name.name for name in anatomy.names], texts))
    if len(found) <= _MOST:
        yield from (Doubt("import-name-in-text", line, name) for line, name in found)
    else:
        names = "\n".join(name for _, name in found)
        first = min(line for line, _ in found)
        yield Doubt("import-names-in-text", first, names, {"names": len(found)})


def _found(names: Sequence[str], texts: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Each name with the first line that speaks of it."""
    prose = _Prose(sorted(texts))
    for name in dict.fromkeys(names):
        line = prose.line_of(_BRACKET.sub("", name) or name)
        if line is not None:
            yield line, name


class _Prose:
    """Texts in the order of their lines, read once for all names: a list has thousands of them."""

    def __init__(self, texts: Sequence[tuple[int, str]]) -> None:
        self._lines = [line for line, _ in texts]
        self._written = _Joined([text for _, text in texts])
        self._folded = _Joined([f" {fold(text)} " for _, text in texts])
        self._words: dict[str, int] = {}
        for word in _WORD.finditer(self._written.text):
            self._words.setdefault(word[0], word.start())

    def line_of(self, name: str) -> int | None:
        """The first where it stands whole; a name of one word only where that is plainly no other word."""
        wanted = without_article(fold(name))
        if " " in wanted:
            return self._line(self._folded, self._folded.text.find(f" {wanted} "))
        letters = sum(map(str.isalpha, name))
        if letters < _SHORTEST or wanted in _common():
            return None
        if name.upper() == name.lower():
            return self._line(self._written, self._written.text.find(name))
        is_acronym = sum(map(str.isupper, name)) > 1
        if not is_acronym and letters < _SHORTEST_WORD:
            return None
        return self._line(self._written, self._place_of_word(name))

    def _place_of_word(self, name: str) -> int:
        """Where a word begins; -1 where it stands in longer ones only."""
        if _WORD.fullmatch(name):
            return self._words.get(name, -1)
        if name not in self._written.text:
            return -1
        spelt = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self._written.text)
        return spelt.start() if spelt else -1

    def _line(self, joined: "_Joined", place: int) -> int | None:
        return None if place < 0 else self._lines[bisect_right(joined.starts, place) - 1]


class _Joined:
    """Texts as one, and where each of them begins in it."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.text = "\n".join(texts)
        self.starts = list(accumulate((len(text) + 1 for text in texts[:-1]), initial=0))


@cache
def _common() -> frozenset[str]:
    return frozenset(word for text in COMMON_WORDS for word in fold(text).split())
