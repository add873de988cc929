"""The order of a printed list, as readers of the letter's language look names up."""

import itertools
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from pyuca import Collator

from desktop_app.domain.latin_weights import WEIGHTS

SortKey = tuple[int, ...]

# An article counts as one only where a word follows: "A & B Network" begins with an A. Names keep their own
# language in every letter, and most are English, so "The" is ignored in all.
_ARTICLES = {
    "en": re.compile(r"^(the|an|a)\s+(?=\w)", re.IGNORECASE),
    "fr": re.compile(r"^(the|les|le|la)\s+(?=\w)|^l['’]\s*(?=\w)", re.IGNORECASE),
    "es": re.compile(r"^(the|los|las|el|la)\s+(?=\w)", re.IGNORECASE),
}
_LEADING_SIGNS = re.compile(r"^\W+")
_NUMBER = re.compile(r"\d+")
_LEVELS = 3
_DIGITS = 12
"""To which numbers are filled up, so that 9 comes before 88."""
_LAST = "\N{REPLACEMENT CHARACTER}"
"""Of all characters that weigh anything, the Unicode table puts this one last."""
_SPANISH = str.maketrans({"ñ": f"n{_LAST}", "Ñ": f"N{_LAST}"})
_INSIDE_WORDS = frozenset("'’ʼ\"“”„«».#")
"""They part no words: "Women's" stands with "Womens"."""


def sort_key(name: str, language: str, *, ignore_articles: bool = True) -> SortKey:
    """Where a name stands: quotes and signs are ignored, numbers go by value and before letters."""
    text = _LEADING_SIGNS.sub("", unicodedata.normalize("NFC", name))
    if ignore_articles and language in _ARTICLES:
        text = _ARTICLES[language].sub("", text)
    words = "".join(map(_letter_or_blank, text))
    if language == "es":
        words = words.translate(_SPANISH)
    return _key(_NUMBER.sub(lambda number: number[0].zfill(_DIGITS), words))


def _key(text: str) -> SortKey:
    """The table's key of a text: no letter is weighed together with a blank, and most words come again."""
    weights = [_weights(word) for word in re.split("( )", text)]
    levels = ((*itertools.chain.from_iterable(level), 0) for level in zip(*weights, strict=True))
    return tuple(itertools.chain.from_iterable(levels))


@lru_cache(maxsize=1 << 14)
def _weights(word: str) -> tuple[SortKey, ...]:
    """What its letters weigh: in the first level the letters, then their accents, then their case."""
    letters = unicodedata.normalize("NFD", word)
    known = _latin()
    # No two of these letters are weighed together, so that most lists need no table of the world's.
    if known.keys() >= set(letters):
        elements = [element for letter in letters for element in known[letter]]
    else:
        elements = _collator().collation_elements(letters)
    return tuple(tuple(filter(None, (element[level] for element in elements))) for level in range(_LEVELS))


def _letter_or_blank(character: str) -> str:
    # Marks belong to their letters: without them Burmese and Hindi lose their vowels.
    if unicodedata.category(character)[0] in "LMN":
        return character
    return "" if character in _INSIDE_WORDS else " "


@cache
def _latin() -> Mapping[str, Sequence[Sequence[int]]]:
    return {
        letter: [[int(weight, 16) for weight in element.split(".")] for element in elements.split()]
        for letter, elements in WEIGHTS.items()
    }


@cache
def _collator() -> Collator:
    """The Unicode collation table, read for the first word of another script: in a third of a second."""
    return Collator()
