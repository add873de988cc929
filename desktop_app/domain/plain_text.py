"""Text as it may go into a letter, and as it is compared. It comes from anyone who can fill in a form."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_SURROGATES = range(0xD800, 0xE000)
_NON_CHARACTERS = (0xFFFE, 0xFFFF)
_CONTROLS = (c for c in range(0xA0) if unicodedata.category(chr(c)) == "Cc" and not chr(c).isspace())
# Embeddings, overrides and isolates: they show "live" where "evil" stands. Marks of direction are harmless.
_OVERRIDES = range(0x202A, 0x202F)
_ISOLATES, _ISOLATE_END = "\u2066\u2067\u2068", "\u2069"
_REORDERING = (*_OVERRIDES, *range(0x2066, 0x206A))
_ORDER_MARK = 0xFEFF  # how files begin; where some are put together it is left between their texts
_REMOVED = dict.fromkeys((*_CONTROLS, *_SURROGATES, *_NON_CHARACTERS, *_REORDERING, _ORDER_MARK))
_MARKS_OF_THE_MERGE = dict.fromkeys(range(0xFDD0, 0xFDF0))
_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_BRACES = re.compile(r"\{_?[{%#]+|[}%#]+_?\}")
_TYPEWRITTEN = str.maketrans("‘’‚ʼ`´“”„«»‐‑‒–—", "''''''\"\"\"\"\"-----")
_MARK, _FORMAT = "M", "Cf"


def plain(text: str) -> str:
    """The text on one line, without what XML and printers choke on. Nothing else about it changes.

    Of one in which no sign is seen, such as a blank without width alone, nothing is left.
    """
    # Nothing that is removed counts as printable, and most texts hold nothing else. str.split knows every
    # white space there is: line and paragraph separators, no-break spaces.
    if text.isprintable():
        return " ".join(text.split())
    line = " ".join(text.translate(_REMOVED).split())
    return "" if all(map(_is_unseen, line)) else line


def _is_unseen(sign: str) -> bool:
    return sign == " " or unicodedata.category(sign) == _FORMAT


def reorders(text: str) -> bool:
    """Whether signs stand in it that turn the order of letters around; ``plain`` takes them out."""
    return any(map(text.__contains__, map(chr, _REORDERING)))


def turns_order(text: str) -> bool:
    """Whether what is seen of a passage may be something else than what is read of it.

    Embeddings and overrides are not needed anywhere; an isolate that is closed turns nothing around it.
    """
    return any(map(text.__contains__, map(chr, _OVERRIDES))) or not _isolates_are_closed(text)


def in_order(pieces: Sequence[str]) -> list[str]:
    """The pieces of a passage without signs that turn the order of letters around."""
    gone = _OVERRIDES if _isolates_are_closed("".join(pieces)) else _REORDERING
    return [piece.translate(dict.fromkeys(gone)) for piece in pieces]


def _isolates_are_closed(text: str) -> bool:
    opened = 0
    for sign in text:
        opened += (sign in _ISOLATES) - (sign == _ISOLATE_END)
        if opened < 0:
            return False
    return not opened


def inert(text: str) -> str:
    """The plain text of a value, such that it never is markup: not now, and not if the letter is read again.

    Braces that would open a field are parted by a blank; noncharacters, which the merge uses as marks, go.
    No-break spaces stay, for typography is made of them.
    """
    # Nothing that is taken out or replaced counts as printable. Most values end here, and there are many.
    if text.isprintable() and "{" not in text and "}" not in text:
        return text
    clean = _BREAKS.sub(" ", text.translate(_REMOVED).translate(_MARKS_OF_THE_MERGE))
    return _BRACES.sub(_parted, clean) if "{" in clean or "}" in clean else clean


def _parted(found: re.Match[str]) -> str:
    return " ".join(found[0])


@lru_cache(maxsize=1 << 15)
def folded(text: str) -> str:
    """The text as spellings of one name compare equal: no case, no width, one kind of quote and dash."""
    return plain(unicodedata.normalize("NFKC", text).casefold().translate(_TYPEWRITTEN))


@lru_cache(maxsize=1 << 15)
def letters(text: str) -> str:
    """Only the letters and digits, without accents, in lower case: how headers and answers are recognised."""
    if text.isascii():
        return "".join(filter(str.isalnum, text.lower()))
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in decomposed if c.isalnum() and not unicodedata.category(c).startswith(_MARK))
