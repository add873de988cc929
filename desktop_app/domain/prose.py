"""Sentences of running text, and the places in them where a withheld name was settled.

What ends a sentence is told by the marks and the blank at its end alone, never by what stands around it: a
sentence of a draft is cut out the same way in the finished letter, whatever its neighbours became there.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.folding import fold

BODY, NOTES = "body", "footnotes"
RUNNING = frozenset({BODY, NOTES})
"""The parts of a letter in which running text stands, as places name them."""

_END = re.compile(r"[.!?…؟۔]+[\"'”’»)\]]*(?=\s|$)|[。！？।။]+[”’」』》)]*")
_FIELD = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_WORDS_BESIDE = 4
_LETTERS_BESIDE = 16
"""How much a sentence says besides the name: in words, or in letters of a script without blanks."""


class Why(StrEnum):
    """Why a name may stand in a sentence."""

    PUBLIC = "public"
    COMMON = "common"


@dataclass(frozen=True, slots=True)
class Settled:
    """A withheld name that may stand in one sentence.

    Attributes:
        row: The signatory's row, as the list is now.
        part: ``BODY`` or ``NOTES``.
        sentence: Its text, white space made single blanks.
        forms: What of the name is found in it, each once.
        times: How often the very same sentence was settled in that part; none may be there besides.
    """

    row: int
    part: str
    sentence: str
    forms: tuple[str, ...]
    times: int


def single_blanks(text: str) -> str:
    """A text whose white space does not count."""
    return " ".join(text.split())


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends, without the blanks between them."""
    start = 0
    for end in [*(found.end() for found in _END.finditer(text)), len(text)]:
        sentence = text[start:end]
        if sentence.strip():
            lead = len(sentence) - len(sentence.lstrip())
            yield start + lead, start + len(sentence.rstrip())
        start = end


def sentences_of(text: str) -> list[str]:
    """The sentences of a paragraph, white space made single blanks."""
    text = single_blanks(text)
    return [text[start:end] for start, end in sentence_spans(text)]


def has_field(sentence: str) -> bool:
    """Whether something is filled in there, so that nobody knows yet what the sentence will say."""
    return _FIELD.search(sentence) is not None


def says_more_than(sentence: str, forms: Collection[str]) -> bool:
    """Whether it is a whole sentence about somebody: not a line of a list, a heading or a name alone."""
    if not any(found.end() == len(sentence) for found in _END.finditer(sentence)):
        return False
    rest = f" {fold(sentence)} "
    for form in sorted({fold(form) for form in forms}, key=len, reverse=True):
        rest = rest.replace(form, " ")
    words = [word for word in rest.split() if not word.isdigit()]
    return len(words) >= _WORDS_BESIDE or sum(letter >= "\u0900" for letter in rest) >= _LETTERS_BESIDE
