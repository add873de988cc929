"""Which words of a letter are looked up in a dictionary: those that a writer may have misspelt."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from desktop_app.domain.folding import fold

_NOT_WORDS = re.compile(
    r"\S*@\S*"
    r"|(?:https?://|www\.)\S*"
    r"|[\w-]+(?:\.[\w-]+)+(?:/\S*)?"
    r"|\{[^{}]*\}?|\[[^\[\]]*\]"
)
"""Addresses, fields that are being typed, and what is still to be filled in."""
_MARKS = "\u0300-\u036f\u05b0-\u05c7\u064b-\u0652\u0670"
_WORD = re.compile(rf"[\w{_MARKS}]+(?:['’‑-][\w{_MARKS}]+)*")
_PARTED = re.compile("['’‑-]")
_SHORTEST = 2
_SCRIPTS = {
    "ARABIC": {"ar", "fa", "ur", "ps", "ckb", "ug", "sd"},
    "CYRILLIC": {"ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn"},
    "GREEK": {"el"},
    "HEBREW": {"he", "yi"},
    "ARMENIAN": {"hy"},
    "GEORGIAN": {"ka"},
    "DEVANAGARI": {"hi", "mr", "ne"},
    "BENGALI": {"bn"},
    "TAMIL": {"ta"},
    "SINHALA": {"si"},
    "ETHIOPIC": {"am", "ti"},
    "HANGUL": {"ko"},
    "MYANMAR": {"my"},
    "KHMER": {"km"},
    "THAI": {"th"},
    "LAO": {"lo"},
    "CJK": {"zh", "ja"},
}
"""As Unicode begins the names of their letters. All others are written in Latin ones."""
_NEAR_FROM, _NEAR = 4, 1
_LOCAL_PART = re.compile(r"[^\s@<>(),;]+(?=@)")


def words_to_check(text: str) -> Iterator[tuple[int, str]]:
    """The words of a paragraph that a dictionary may know, each with its place.

    Nothing that holds a figure, or capitals behind its first letter, is one.
    """
    at = 0
    for gap in _NOT_WORDS.finditer(text):
        yield from _words(text, at, gap.start())
        at = gap.end()
    yield from _words(text, at, len(text))


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for match in _WORD.finditer(text, start, end):
        word = match[0]
        is_short_for = any(sign.isupper() for part in _PARTED.split(word) for sign in part[1:])
        if len(word) >= _SHORTEST and not is_short_for and not any(c.isdigit() or c == "_" for c in word):
            yield match.start(), word


def is_in_script_of(word: str, language: str) -> bool:
    """Whether a word is written in the letters of a language; its dictionary knows no others."""
    short = language.partition("-")[0]
    wanted = next((script for script, languages in _SCRIPTS.items() if short in languages), "LATIN")
    return unicodedata.name(word[0], "").startswith(wanted)


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """The words of names, as ``is_name`` compares them."""
    return frozenset(word for text in texts for word in fold(text).split())


def joined_names_in(texts: Iterable[str]) -> frozenset[str]:
    """Names written as one word, as they stand in addresses, and what stands before an "@"."""
    texts = list(texts)
    parts = (part for text in texts for part in _LOCAL_PART.findall(text))
    return frozenset("".join(fold(text).split()) for text in (*texts, *parts)) - {""}


def is_name(word: str, names: Collection[str]) -> bool:
    """Whether a word is one of those, or says whose something is: "Orlavia's", "l'Orlavie"."""
    return any(part in names for part in _forms(word))


def is_near_name(word: str, names: Collection[str]) -> bool:
    """Whether a word is one of those but for a slip: it would tell the name as well as that does."""
    return any(
        process.extractOne(part, names, scorer=OSA.distance, score_cutoff=_NEAR) is not None
        for part in _forms(word)
        if len(part) >= _NEAR_FROM
    )


def holds_name(word: str, names: Collection[str]) -> bool:
    """Whether one of those stands in a word, short ones aside: "Karennihelp" tells "Karenni"."""
    forms = _forms(word)
    return any(name in part for name in names if len(name) >= _NEAR_FROM for part in forms)


def _forms(word: str) -> set[str]:
    return {*fold(word).split(), *(fold(part) for part in _PARTED.split(word)), "".join(fold(word).split())}
