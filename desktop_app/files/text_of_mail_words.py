"""Headers of e-mails as a mail program shows them: on one line, with encoded words read.

The guard's own reader. It shares no code with the module that writes drafts.
"""

import base64
import binascii
import quopri
import re

_FOLDED = re.compile(r"\r?\n(?=[ \t])")
_WORD = r"=\?[^?\s]{1,80}\?[bBqQ]\?[^?]*\?="
_WORDS = re.compile(rf"{_WORD}(?:\s*{_WORD})*")
"""Blanks between two of them are not shown."""
_PARTS = re.compile(r"=\?([^?\s*]{1,80})(?:\*[^?\s]*)?\?([bBqQ])\?([^?]*)\?=")
_NO_BASE64 = re.compile(r"[^A-Za-z0-9+/]")


def shown_words(header: str) -> str:
    """A header as it is shown.

    Raises:
        LookupError: where it is in an encoding nobody knows.
    """
    line = _FOLDED.sub("", header)
    return _WORDS.sub(lambda run: _read(run[0]), line) if "=?" in line else line


def _read(run: str) -> str:
    """Words in a row that say one encoding are joined first: a letter may be cut in two."""
    said: list[tuple[str, bytes]] = []
    for encoding, way, text in _PARTS.findall(run):
        before = said.pop()[1] if said and said[-1][0] == encoding.casefold() else b""
        said.append((encoding.casefold(), before + _bytes_of(way, text)))
    return "".join(content.decode(encoding, "replace") for encoding, content in said)


def _bytes_of(way: str, text: str) -> bytes:
    if way in "qQ":
        return quopri.decodestring(text.replace("_", " ").encode("utf-8", "surrogateescape"), header=True)
    bare = _NO_BASE64.sub("", text)
    bare = bare[: len(bare) - (len(bare) % 4 == 1)]
    try:
        return base64.b64decode(bare + "=" * (-len(bare) % 4))
    except binascii.Error:
        return b""
