"""Signatories of an old letter that its text speaks of: who is only asked yet is named there already."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from desktop_app.domain.common_words import COMMON_WORDS
from desktop_app.domain.folding import fold
from desktop_app.domain.hiding import without_article
from desktop_app.domain.letter_anatomy import Anatomy, Doubt, Role

_MOST = 5
"""Names that get a line each; more are one line, with its list."""
_BRACKET = re.compile(r"\s*[(\[（][^()（）\[\]]*[)\]）]\s*$")
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
    folded = [(line, text, f" {fold(text)} ") for line, text in texts]
    for name in dict.fromkeys(names):
        bare = _BRACKET.sub("", name) or name
        lines = [line for line, text, words in folded if _stands_in(bare, text, words)]
        if lines:
            yield min(lines), name


def _stands_in(name: str, text: str, words: str) -> bool:
    """Whether it stands there whole; a name of one word only where that is plainly no other word."""
    wanted = without_article(fold(name))
    if " " in wanted:
        return f" {wanted} " in words
    letters = sum(map(str.isalpha, name))
    if letters < _SHORTEST or wanted in _common():
        return False
    if name.upper() == name.lower():
        return name in text
    is_acronym = sum(map(str.isupper, name)) > 1
    spelt = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    return spelt is not None and (is_acronym or letters >= _SHORTEST_WORD)


@cache
def _common() -> frozenset[str]:
    return frozenset(word for text in COMMON_WORDS for word in fold(text).split())
