"""Whether what somebody wrote in passing asks not to be named. Where it may, its row is hidden."""

import re
import unicodedata
from functools import lru_cache

from desktop_app.domain.caution_words import DANGER, OTHER_NAME, SECRECY
from desktop_app.domain.plain_text import letters
from desktop_app.domain.refusal_words import HIDDEN, NO_NAMES, NOT_PUBLISHED

_ACCENTS = re.compile("[\u0300-\u036f\u0640\u064b-\u0655]")
_TYPED = str.maketrans("’‘ʼ`´", "'''''", "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad")
_DOTS = re.compile(r"\.\.+")
"""After dots a sentence goes on."""
_PARTS = re.compile(r"[()\[\]{}<>,;:/|\n–—]+|\s-+\s*|(?<=[.!?])\s")


def asks_to_be_hidden(remark: str) -> bool:
    """Whether a remark speaks of not being published."""
    said = _said(remark)
    return bool(_HIDDEN.search(said)) or _refuses(said)


def is_to_be_read(remark: str) -> bool:
    """Whether a remark speaks of secrecy, of danger or of another name: who wrote it may not mean its yes."""
    return _CAUTION.search(_said(remark)) is not None


def is_name_of_hidden(name: str) -> bool:
    """Whether a name asks not to be printed. "Alcoholics Anonymous" does not; what stands apart does."""
    said = _said(name)
    first, *others = _PARTS.split(said)
    if _HIDDEN.match(first.strip()) or any(map(_HIDDEN.search, others)):
        return True
    return bool(_KEPT.search(said)) or _refuses(said)


def names_nobody(name: str) -> bool:
    """Whether a name is a request not to be named and nothing else: two that write it are two."""
    first = _PARTS.split(_said(name))[0].strip()
    return bool(_HIDDEN.match(first)) or _refuses(first)


def is_no_name(name: str) -> bool:
    """Whether it is what people write where they give no name."""
    # Letters of scripts that count vowels as marks are letters as well.
    return not letters(name) or letters(name) in _NO_NAMES


@lru_cache(maxsize=1 << 10)
def _refuses(said: str) -> bool:
    """Whether it is not to be published: one name is asked about several times in a row."""
    return _NOT_PUBLISHED.search(said) is not None


@lru_cache(maxsize=1 << 10)
def _said(text: str) -> str:
    typed = unicodedata.normalize("NFKC", text.translate(_TYPED)).casefold()
    return _unaccented(_DOTS.sub(" ", typed)).strip()


def _unaccented(text: str) -> str:
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))


_HIDDEN = re.compile(_unaccented("|".join(HIDDEN)))
_NOT_PUBLISHED = re.compile(_unaccented("|".join(NOT_PUBLISHED)))
_CAUTION = re.compile(_unaccented("|".join((*SECRECY, *DANGER, *OTHER_NAME))))
_KEPT = re.compile(
    rf"(?<!\w)(?:keep|stay|remain|be|as|rester|reste|permanecer|bleiben|bleibt|остаться)(?: \w+)?"
    rf" (?:{_HIDDEN.pattern})"
)
_NO_NAMES = frozenset(letters(word) for word in NO_NAMES.split("|"))
