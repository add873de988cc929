"""Markup and text in whichever encoding it comes, for the guard."""

import re

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
    named = _ENCODING.search(data[:_NAMED_WITHIN])
    encoding = named[1].decode().lower() if named else "utf-8"
    if is_utf8(data) and encoding in ("utf-8", "utf8", "us-ascii", "utf-16"):
        return data
    try:
        return (data.decode(encoding) if named else decode(data)).encode()
    except UnicodeDecodeError:
        return decode(data).encode()
    except LookupError:
        raise UnreadableError(name, WhyUnread.UNUSUAL) from None


def is_utf8(data: bytes) -> bool:
    """Whether bytes are text in UTF-8."""
    if b"\0" in data[:200]:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
