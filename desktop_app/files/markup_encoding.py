"""Markup and text in whichever encoding it comes, for the guard."""

import re
import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from contextlib import suppress

from desktop_app.files.text_readings import decode
from desktop_app.files.unreadable import UnreadableError, WhyUnread

_ENCODING = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_NAMED_WITHIN = 1_000
_UTF = frozenset(("utf-8", "utf8", "us-ascii", "ascii", "utf-16", "unicode"))
_PLAIN = frozenset(("", "utf-8", "utf8", "us-ascii", "ascii"))
_ESCAPE = b"\x1b"
_SHIFT = re.compile(rb"[\0\x0e\x0f\x1b]")
"""Begins another set of letters."""
_CONTROL = re.compile(rb"[\0-\x07\x0e-\x1f]")
_ONE_IN = 20
"""Of so many bytes one is such a sign where they are half of a letter each; a stray one does no harm."""
_LOOKED_AT = 1 << 13
_NO_TEXT = frozenset(("Cc", "Cn", "Cs"))
_LOCKED = b"-----BEGIN PGP MESSAGE-----"
_UUENCODES = b"begin "
_UUENCODED = re.compile(rb"^begin [0-7]{3,4} \S", re.MULTILINE)
_PACKED = re.compile(rb"\x1f\x8b\x08|BZh[1-9]1AY|\xfd7zXZ\0|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\x28\xb5\x2f\xfd")
_FOLD = re.compile(rb"\r?\n[ \t]")
"""Where a calendar or an address book goes on in the next line, be it in the middle of a word."""
_SEVEN_BITS = {_ESCAPE: ("iso2022_jp_2", "iso2022_jp_3", "iso2022_kr"), b"~{": ("hz",)}
"""Encodings of Japanese, Korean and Chinese that look like ASCII, by the sign that they begin with."""


def in_utf8(data: bytes, name: str) -> bytes:
    """Markup in the encoding that its first lines name.

    Raises:
        UnreadableError: for an encoding that nobody knows.
    """
    if b"\0" in data[:200]:
        return decode(data).encode("utf-8", "replace")
    # What is UTF-8 is it, whatever its first lines say: mail programs put a page into another encoding
    # and leave its lines as they were.
    if is_utf8(data):
        return data
    named = _named(data)
    try:
        return (data.decode(named) if named else decode(data)).encode("utf-8", "replace")
    except UnicodeError:
        return decode(data).encode("utf-8", "replace")
    except LookupError:
        raise UnreadableError(name, WhyUnread.UNUSUAL) from None


def may_be_other(data: bytes, new: bytes) -> bool:
    """Whether markup in UTF-8 may have to be read in another way as well.

    Args:
        data: All of it; its first lines name an encoding.
        new: What of it was not looked at before.
    """
    return _named(data) not in _PLAIN or any(sign in new for sign in (*_SEVEN_BITS, _UUENCODES, _LOCKED))


def is_uuencoded(data: bytes) -> bool:
    """Whether a text carries along what is not read: a file as mail once did, or one that is locked."""
    return _LOCKED in data or (_UUENCODES in data and _UUENCODED.search(data) is not None)


def is_packed(data: bytes) -> bool:
    """Whether bytes begin as a packed file does, whatever they are said to be."""
    return _PACKED.match(data) is not None


def other_readings(data: bytes, *, markup: bool) -> Iterator[bytes]:
    """The same bytes as another encoding has them, in UTF-8, and with their folded lines in one."""
    named = _named(data) if markup else ""
    ways = [named] if named and named not in _UTF else []
    ways += [way for sign, encodings in _SEVEN_BITS.items() if sign in data for way in encodings]
    for way in ways:
        with suppress(LookupError, UnicodeError):
            yield data.decode(way, "ignore").encode("utf-8", "ignore")
    if not markup and _FOLD.search(data):
        yield _FOLD.sub(b"", data)


def is_certain(data: bytes, *, markup: bool) -> bool:
    """Whether it can be told how bytes are to be read: they are UTF of some kind, or say what they are."""
    named = _named(data) if markup else ""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or b"\0" in data[:200]:
        return _is_text(decode(data[:_LOOKED_AT]))
    if is_utf8(data) and not _SHIFT.search(data) and len(_CONTROL.findall(data)) * _ONE_IN <= len(data):
        return True
    try:
        return bool(named and data.decode(named))
    except (UnicodeError, LookupError):
        return False


def _is_text(text: str) -> bool:
    """Whether it was text in letters of two bytes or four: a program's bytes make no letters that way."""
    seen = [unicodedata.category(character) for character in text if not character.isspace()]
    odd = sum(map(seen.count, _NO_TEXT)) + text.count("\ufffd")
    return odd * _ONE_IN <= len(text)


def _named(data: bytes) -> str:
    """The encoding that the first lines of markup name; empty where they name none."""
    named = _ENCODING.search(data[:_NAMED_WITHIN])
    return named[1].decode().lower() if named else ""


def is_utf8(data: bytes) -> bool:
    """Whether bytes are text in UTF-8."""
    if b"\0" in data[:200]:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
