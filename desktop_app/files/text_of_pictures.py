"""What is written beside the pixels of a picture. Its pixels would give any short acronym by chance.

The guard's own reader. It shares no code with the modules that write letters.
"""

import re
import struct
import zlib
from collections.abc import Iterator

PICTURES = frozenset(".png .jpg .jpeg".split())

_PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_MOST = 10 << 20
_PROSE = re.compile(rb"[A-Za-z][A-Za-z ,.'&-]{11,}")
_WIDE_PROSE = re.compile(rb"(?:[A-Za-z ,.'&-]\0){12,}|(?:\0[A-Za-z ,.'&-]){12,}")
_BEGINS, _PIXELS, _ENDS = (re.compile(rb"\b" + sign) for sign in (rb"BI\b", rb"ID\s", rb"EI\b"))
"""The small picture in what draws a page, what stands in it, and its end."""
_BEFORE_TEXT = re.compile(rb"\0\0|\0[\0\1]\0")


def prose_in(data: bytes) -> Iterator[bytes]:
    """Runs of letters that are too long to stand there by chance."""
    yield from _PROSE.findall(data)
    for run in _WIDE_PROSE.findall(data):
        yield run.replace(b"\0", b"")


def prose_inline(content: bytes) -> Iterator[bytes]:
    """Runs of letters in the small pictures that stand in what draws a page of a PDF."""
    for about, packed in _inline(content):
        if b"/AHx" in about or b"/ASCIIHexDecode" in about:
            digits = re.sub(rb"[^0-9A-Fa-f]", b"", packed)
            yield from prose_in(bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii")))
        yield from prose_in(_inflated(packed) if b"/Fl" in about else packed)


def _inline(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while begin := _BEGINS.search(content, at):
        pixels = _PIXELS.search(content, begin.end())
        end = _ENDS.search(content, pixels.end()) if pixels else None
        if pixels is None or end is None:
            return
        yield content[begin.end() : pixels.start()], content[pixels.end() : end.start()]
        at = end.end()


def beside_pixels(data: bytes) -> Iterator[bytes]:
    """Everything in a picture but its pixels, of which only long runs of letters are given.

    A file that is no such picture is given whole.
    """
    if data.startswith(_PNG):
        yield from _of_png(data)
    elif data.startswith(JPEG):
        yield from _of_jpeg(data)
    else:
        yield data


def _of_png(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 12 <= len(data):
        (size,) = struct.unpack_from(">I", data, at)
        kind, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        if kind in (b"IDAT", b"IHDR", b"PLTE"):
            yield from prose_in(content)
        else:
            yield content
            # iTXt and zTXt pack their text, iCCP its profile, behind a keyword and some zeros.
            for gap in _BEFORE_TEXT.finditer(content[:400]):
                yield _inflated(content[gap.end() :])
            yield _inflated(content[content.find(b"\0") + 2 :])
        at += 12 + size
        if kind == b"IEND":
            break
    yield data[at:]


def _of_jpeg(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:  # the pixels begin
        (size,) = struct.unpack_from(">H", data, at + 2)
        content = data[at + 4 : at + 2 + size]
        if 0xE0 <= data[at + 1] <= 0xEF or data[at + 1] == 0xFE:
            yield content
        else:
            yield from prose_in(content)
        at += 2 + size
    end = data.rfind(b"\xff\xd9")
    end = end + 2 if end >= at else len(data)
    yield from prose_in(data[at:end])
    yield data[end:]


def _inflated(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _MOST)
    except zlib.error:
        return b""
