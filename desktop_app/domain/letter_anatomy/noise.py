"""Tells a line that a scanner read badly, such as a title upside down, from one in the letter's words."""

import math
import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 5
_LEAST_TEXT = 1500
"""Letters that a text must have before its own habits say anything."""
_ODD = 1.5
"""Bits that a pair of letters of noise carries more than one of the text."""


class Noise:
    """The letter's own habits: which letters follow which.

    Args:
        texts: Its lines. The more of them are good, the better it knows.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._pairs: Counter[str] = Counter()
        self._firsts: Counter[str] = Counter()
        lines = [text for text in texts if len(_WORD.findall(text)) >= _FEWEST_WORDS]
        for text in lines:
            self._pairs.update(_pairs_of(text))
        for pair, often in self._pairs.items():
            self._firsts[pair[0]] += often
        self._letters = len(self._firsts) or 1
        spread = [self._surprise(text) for text in lines]
        self._usual = sorted(spread)[len(spread) // 2] if spread else 0.0
        self._knows = sum(self._pairs.values()) > _LEAST_TEXT

    def is_noise(self, text: str) -> bool:
        """Whether hardly a word of it could be one of the letter's."""
        words = [word for word in _WORD.findall(text) if len(word) > 2]
        if not self._knows or len(words) < _FEWEST_WORDS or "@" in text:
            return False
        if any(self._firsts[letter] == 0 for word in words for letter in word.casefold()):
            return False  # another script: a name in its own letters
        return self._surprise(text) > self._usual + _ODD

    def _surprise(self, text: str) -> float:
        """Bits for each pair of letters, the line's own share taken out."""
        own = Counter(_pairs_of(text))
        firsts: Counter[str] = Counter()
        for pair, often in own.items():
            firsts[pair[0]] += often
        bits = 0.0
        for pair, often in own.items():
            seen = max(0, self._pairs[pair] - often) + 0.1
            of = max(0, self._firsts[pair[0]] - firsts[pair[0]]) + 0.1 * self._letters
            bits -= often * math.log2(seen / of)
        return bits / own.total() if own else 0.0


def _pairs_of(text: str) -> Iterable[str]:
    for word in _WORD.findall(text.casefold()):
        framed = f" {word} "
        for place in range(len(framed) - 1):
            yield framed[place : place + 2]
