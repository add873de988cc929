"""Texts that stand in a text as numbers, as base64 or otherwise written so that no reader sees them.

The guard's own reader. It shares no code with the modules that write letters.
"""

import base64
import binascii
import html
import quopri
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from urllib.parse import unquote

from desktop_app.files.text_written import written_in

_DEPTH = 3
"""How often a text may have been written in another way on top of the first."""
_BASE64 = re.compile(r"(?:[\w+/-]{40,}\r?\n[ \t]*)+[\w+/-]*={0,2}|[\w+/-]{8,}={0,2}", re.ASCII)
_BLOCK = re.compile(rb"(?:^[A-Za-z0-9+/]{60,}\r?\n)+[A-Za-z0-9+/]*={0,2}", re.MULTILINE)
_HEX = re.compile(r"(?<![0-9A-Fa-f])[0-9A-Fa-f]{2}(?:[ \t:,;-]{0,2}(?:0x|\\x)?[0-9A-Fa-f]{2}){3,}")
_ESCAPE = re.compile(
    r"_x([0-9A-Fa-f]{4})_"  # a cell of Excel's
    r"|\\u\{([0-9A-Fa-f]{1,6})\}|\\U([0-9A-Fa-f]{8})|[\\%]u([0-9A-Fa-f]{4})"  # scripts, JSON
    r"|\\x([0-9A-Fa-f]{2})|\\'([0-9A-Fa-f]{2})"  # RTF
    r"|\\([0-9A-Fa-f]{2,6})[ ]?"  # a style sheet
)
_ESCAPED_BYTES = re.compile(r"(?:\\(?:x[0-9A-Fa-f]{2}|'[0-9A-Fa-f]{2}|[0-3][0-7]{2}))+")
_SHIFTED = re.compile(r"[\t -~]*\+[A-Za-z0-9+/]{2,}[\t -~]*")
"""A stretch of UTF-7 that is more than ASCII: a plus and base64. A telephone number is another."""
_TURNED = re.compile("\u202e([^\u202c\n]*)")
_QUOTED = re.compile(r"=[0-9A-Fa-f]{2}|=\r?\n")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffd\ufffe\uffff]")
_ENCODINGS = (("utf-8", 1), ("utf-16-le", 2), ("utf-16-be", 2), ("utf-32-le", 4), ("utf-32-be", 4))
_HAN = -1
_SHORT = 12
_WORD = 40
_LINE = 400
"""Letters of a text that may come again: a value of an attribute, a name of a list."""
_MOST = 1 << 20
"""Letters of a run that may be one of text; what is longer is a file."""
_FILES = {
    "UEsDB": ".zip",
    "JVBERi": ".pdf",
    "0M8R4KGx": ".bin",
    "H4sI": ".bin",
    "iVBORw0KGgo": ".png",
    "/9j/4": ".jpg",
    "R0lGODlh": ".gif",
}
"""How a package, a PDF, an old office file, a packed file and pictures begin in base64."""
FILE_BEGINS = tuple(begins.encode() for begins in _FILES)
_DIGEST = re.compile(r"[0-9a-f]+")
"""Words in base64 have capitals, but for those that have only k, o, s and w at every third place, and more
like it: no name that we know of. A run that is text as it stands is read all the same.
"""
_WHOLE_RUN = re.compile(r"[A-Za-z0-9+/\s]{40,}={0,2}")


def decoded_in(texts: Iterable[str]) -> list[str]:
    """What can be read from the texts besides themselves."""
    seen = dict.fromkeys(texts)
    found: dict[str, None] = {}
    layer = list(seen)
    for depth in range(_DEPTH):
        # What base64 makes of words is mostly nonsense, in which no program's manner is looked for.
        said = _said_beneath if depth else _said
        new = {text for old in layer for text in said(old)}.difference(seen, found)
        if not new:
            break
        layer = ["\n".join(sorted(new))]
        found |= dict.fromkeys(layer)
    return list(found)


def _said(text: str) -> Iterable[str]:
    # The values of attributes and the words of a list come again with every paragraph.
    return _said_once(text) if len(text) < _LINE else _all_said(text)


def _said_beneath(text: str) -> Iterator[str]:
    for way in _WAYS:
        yield from way(text)


def _all_said(text: str) -> tuple[str, ...]:
    return (*_said_beneath(text), *_written(text))


_said_once = lru_cache(maxsize=1 << 13)(_all_said)


def _written(text: str) -> Iterator[str]:
    """What programs write in manners of their own, be it beneath percent signs or entities."""
    for bare in (text, *_of_percent(text), *_of_entities(text)):
        yield from written_in(bare)


def pieces_in(text: str) -> str:
    """What could be text in runs of base64 that begin or end with something else. Most of it is nonsense."""
    return "\n".join(
        _from_base64("".join(run.split())[start:]).decode("utf-8", "ignore")
        for run in _BASE64.findall(text)
        if 16 <= len(run) <= _MOST and not run.isalpha() and not _DIGEST.fullmatch(run)
        for start in range(4)
    )


def files_in(text: str) -> Iterator[tuple[bytes, str]]:
    """Files that stand in a text as base64, each with the ending that it ought to have."""
    for begins, suffix in _FILES.items():
        at = text.find(begins)
        while at >= 0:
            run = _WHOLE_RUN.match(text, at)
            if run:
                yield _from_base64("".join(run[0].split())), suffix
            at = text.find(begins, run.end() if run else at + 1)


def blocks_in(data: bytes) -> Iterator[bytes]:
    """What lines of base64 below each other say."""
    for block in _BLOCK.findall(data):
        yield _from_base64(b"".join(block.split()).decode("ascii"))


def texts_in(data: bytes) -> Iterator[str]:
    """What bytes say if they are text: in UTF-8, UTF-16, UTF-32 or Windows-1252."""
    for encoding, width in _ENCODINGS:
        if len(data) % width:
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.strip() and not _CONTROL.search(text) and (width == 1 or _is_of_one_script(text)):
            yield text
    ascii_letters = sum(1 for byte in data if 31 < byte < 127)
    if ascii_letters * 3 > len(data) * 2 and not data.isascii():
        text = data.decode("cp1252", "replace")
        if not _CONTROL.search(text):
            yield text


def _is_of_one_script(text: str) -> bool:
    """Whether it may be text: bytes at random are letters of all the world when they are read in twos."""
    seen = (ord(c) for c in text if unicodedata.category(c) != "Cf")
    blocks = {_HAN if 0x3000 <= code < 0xD800 else code >> 8 for code in seen}
    return len(blocks) <= (2 if len(text) < _SHORT else 4)


def _of_percent(text: str) -> Iterator[str]:
    if "%" in text:
        yield unquote(text)


def _of_entities(text: str) -> Iterator[str]:
    if "&" in text:
        yield html.unescape(text)


def _of_escapes(text: str) -> Iterator[str]:
    if "\\" in text:
        yield _ESCAPED_BYTES.sub(_text_of_bytes, text)
    if "\\" in text or "_x" in text or "%u" in text:
        yield _ESCAPE.sub(_character, text)


def _text_of_bytes(run: re.Match[str]) -> str:
    raw = bytearray()
    for kind, digits in re.findall(
        r"\\(x|'|)([0-9A-Fa-f]{2}(?:[0-7](?![0-9A-Fa-f]))?|[0-3][0-7]{2})", run[0]
    ):
        raw.append(int(digits[:2], 16) if kind else int(digits, 8) & 255)
    return next(texts_in(bytes(raw)), raw.decode("utf-8", "replace"))


def _character(found: re.Match[str]) -> str:
    number = int(next(digits for digits in found.groups() if digits), 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


def _of_quoted_printable(text: str) -> Iterator[str]:
    if "=" in text and _QUOTED.search(text):
        yield quopri.decodestring(text.encode("utf-8", "replace")).decode("utf-8", "replace")


def _of_hex(text: str) -> Iterator[str]:
    for run in _HEX.findall(text):
        digits = re.sub(r"0x|\\x|[^0-9A-Fa-f]", "", run)
        yield from texts_in(bytes.fromhex(digits))


def _of_base64(text: str) -> Iterator[str]:
    for run in _BASE64.findall(text):
        if len(run) < _WORD:
            yield from _in_word(run)
        elif len(run) <= _MOST:
            yield from texts_in(_from_base64("".join(run.split())))


@lru_cache(maxsize=1 << 13)
def _in_word(run: str) -> tuple[str, ...]:
    """Most runs are words of the letter, which come again and again."""
    return tuple(texts_in(_from_base64(run)))


def _from_base64(run: str) -> bytes:
    bare = run.rstrip("=").translate(_WEB_SAFE)
    bare = bare[: len(bare) - (len(bare) % 4 == 1)]
    try:
        return base64.b64decode(bare + "=" * (-len(bare) % 4))
    except (binascii.Error, ValueError):
        return b""


def _of_utf7(text: str) -> Iterator[str]:
    if "+" in text:
        for line in _SHIFTED.findall(text):
            shifted = line.encode("ascii").decode("utf-7", "ignore")
            # Halves of letters, which what only looks like UTF-7 gives, are no text.
            yield shifted.encode("utf-8", "ignore").decode()


def _of_turned(text: str) -> Iterator[str]:
    """What a sign turns round: it is read from its end."""
    if "\u202e" in text:
        yield from (run[::-1] for run in _TURNED.findall(text))


_WEB_SAFE = str.maketrans("-_", "+/")
_WAYS: tuple[Callable[[str], Iterator[str]], ...] = (
    *(
        _of_percent,
        _of_entities,
        _of_escapes,
        _of_quoted_printable,
        _of_hex,
        _of_base64,
        _of_utf7,
        _of_turned,
    ),
)
