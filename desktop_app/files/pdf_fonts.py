"""Fonts inside a PDF that tell which letter of a run it was: LibreOffice numbers its Type 1 fonts.

The number stands in the font's open part and again in its closed one, which every program can open: Adobe
Type 1 Font Format, chapter 7.
"""

import re

_UNIQUE = re.compile(rb"(/UniqueID )(\d{7})( def)")
_NOBODYS = b"4000000"
"""The first of the numbers that Adobe leaves to everybody."""
_KEY, _FIRST, _SECOND = 55665, 52845, 22719


def without_number(font: bytes, opened: int, closed: int) -> bytes:
    """The same font with a number that says nothing.

    Args:
        font: A Type 1 font, as it lies in a PDF.
        opened: How many bytes its open part has.
        closed: How many its closed part has.
    """
    head, body, tail = font[:opened], font[opened : opened + closed], font[opened + closed :]
    if not _UNIQUE.search(head):
        return font
    plain = _UNIQUE.sub(rb"\g<1>" + _NOBODYS + rb"\3", _decrypted(body))
    return _UNIQUE.sub(rb"\g<1>" + _NOBODYS + rb"\3", head) + _encrypted(plain) + tail


def _decrypted(data: bytes) -> bytes:
    key, plain = _KEY, bytearray()
    for byte in data:
        plain.append(byte ^ key >> 8)
        key = (byte + key) * _FIRST + _SECOND & 0xFFFF
    return bytes(plain)


def _encrypted(plain: bytes) -> bytes:
    key, data = _KEY, bytearray()
    for byte in plain:
        data.append(byte ^ key >> 8)
        key = (data[-1] + key) * _FIRST + _SECOND & 0xFFFF
    return bytes(data)
