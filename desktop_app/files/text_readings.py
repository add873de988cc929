"""The texts that a stretch of a part may be read as: across tags, with and without changes, in each encoding.

The guard's own reader. It shares no code with the modules that write letters.
"""

import html
import json
import re
from contextlib import suppress
from urllib.parse import unquote

_LINE_END = re.compile(r"-?[\r\n]+[ \t]*")
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r"""=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_COMMENT = re.compile(r"<!--(.*?)-->|<\?(.*?)\?>|<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_BLANKS = re.compile(
    r"<(?:w:|a:|text:)?(?:br|tab|ptab|cr|noBreakHyphen|sym|footnoteReference|endnoteReference|c|line-break|s|p"
    r"|div|li|td|th|tr|h\d)\b[^>]*>",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"<(?:w:|a:)?t(?:\s[^>]*)?>([^<]*)</(?:w:|a:)?t>")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?-[A-Z]{2}")
"""A value such as ``en-GB``: every letter has some, and no name hides in one."""
_DELETED = re.compile(r"<w:(del|moveFrom)\b.*?</w:\1>", re.DOTALL)
_INSERTED = re.compile(r"<w:(ins|moveTo)\b.*?</w:\1>", re.DOTALL)


def decode(data: bytes) -> str:
    """Bytes as text: UTF-8, UTF-16 or UTF-32 by their mark or their zeros, else Windows-1252."""
    for mark, encoding in ((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data[:200]:
        high_first = data[:200:2].count(0) > data[1:200:2].count(0)
        return data.decode("utf-16-be" if high_first else "utf-16-le", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def readings_of(stretch: bytes, *, markup: bool) -> list[str]:
    """The texts a reader or a program may find in a stretch of a part, each on lines of its own.

    For markup: the text joined across tags, the shown text alone, with and without tracked changes,
    attribute values, comments. For anything else: the bytes as text in each encoding that could hold one.
    """
    if not markup:
        return _plain_readings(stretch)
    text = stretch.decode("utf-8", "replace")
    found = {_joined(text): None, html.unescape("".join(_SHOWN.findall(text))): None}
    for pattern in (_DELETED, _INSERTED):
        if pattern.search(text):
            found[_joined(pattern.sub("", text))] = None
    values = [a or b for a, b in _ATTRIBUTE.findall(text)]
    hidden = [piece for pieces in _COMMENT.findall(text) for piece in pieces if piece]
    beside = "\n".join(html.unescape(value) for value in (*values, *hidden) if _could_hold_words(value))
    found[beside] = None
    for reading in [reading for reading in found if "%" in reading]:
        found[unquote(reading)] = None
    return [reading for reading in found if reading.strip()]


def _joined(markup: str) -> str:
    return html.unescape(_TAG.sub("", _BLANKS.sub(" ", _COMMENT.sub("", markup))))


def _could_hold_words(text: str) -> bool:
    return len(text) > 1 and not text.isdigit() and not _LANGUAGE.fullmatch(text)


def _plain_readings(raw: bytes) -> list[str]:
    texts = {decode(raw): None, raw.decode("utf-8", "ignore"): None}
    if b"\0" in raw:
        texts[raw.decode("cp1252", "replace")] = None
        for start in (0, 1):
            texts[raw[start:].decode("utf-16-le", "ignore")] = None
    for text in list(texts):
        if "%" in text:
            texts[unquote(text)] = None
        if "&" in text:
            texts[html.unescape(text)] = None
        if "\\u" in text:
            with suppress(ValueError):
                texts[json.dumps(json.loads(text), ensure_ascii=False)] = None
    return list(texts)


def stretch_text(stretch: bytes) -> str:
    """The text of a stretch of markup, joined across tags."""
    return _joined(stretch.decode("utf-8", "replace"))


def loose_readings_of(stretch: bytes, *, markup: bool) -> list[str]:
    """What stands beside each other across lines or elements: a name may be broken there.

    Only whole names are worth looking for in these; two lines of a list would give any run of words.
    """
    if markup:
        return [html.unescape(_TAG.sub(" ", stretch.decode("utf-8", "replace")))]
    text = decode(stretch)
    return [_LINE_END.sub(" ", text), _LINE_END.sub("", text)] if "\n" in text else []
