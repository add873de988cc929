"""Markup and text in whichever encoding it comes, for the guard."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from desktop_app.files.text_readings import decode
from desktop_app.files.unreadable import UnreadableError, WhyUnread

_ENCODING = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_NAMED_WITHIN = 1_000


def in_utf8(data: bytes, name: str) -> bytes:
    """Markup in the encoding that its first lines name.

    Raises:
        UnreadableError: for an encoding that nobody knows.
    """
    if b"\0" in data[:200]:
        return decode(data).encode()
    named = _named(data)
    encoding = named or "utf-8"
    if is_utf8(data) and encoding in ("utf-8", "utf8", "us-ascii", "utf-16"):
        return data
    try:
        return (data.decode(encoding) if named else decode(data)).encode()
    except UnicodeDecodeError:
        return decode(data).encode()
    except LookupError:
        raise UnreadableError(name, WhyUnread.UNUSUAL) from None


def is_certain(data: bytes, *, markup: bool) -> bool:
    """Whether it can be told how bytes are to be read: they are UTF of some kind, or say what they are."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or b"\0" in data[:200] or is_utf8(data):
        return True
    try:
        return bool(markup and _named(data) and data.decode(_named(data)))
    except (UnicodeDecodeError, LookupError):
        return False


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
