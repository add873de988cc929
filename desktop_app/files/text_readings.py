"""The texts that a stretch of a part may be read as: across tags, with and without changes, in each encoding.

The guard's own reader. It shares no code with the modules that write letters.
"""

import html
import re
from collections.abc import Iterator

from desktop_app.files.text_encoded import decoded_in, pieces_in

_LINE_END = re.compile(r"-?[\r\n]+[ \t]*")
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r"""=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_COMMENT = re.compile(r"<!--(.*?)-->|<\?(.*?)\?>", re.DOTALL)
_AS_IT_IS = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_TEXTS_AND_VALUES = re.compile(r'"[^"<>]*"|>[^<]*(?=<)')
_SPOKEN = re.compile(r"<rPh\b.*?</rPh>", re.DOTALL)
"""How a cell of Excel's is read aloud, which stands between what it shows."""
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
        return data.decode(_by_zeros(data[:200]), "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _by_zeros(data: bytes) -> str:
    """UTF-16 or UTF-32: text in our letters leaves zeros at the same places of each character."""
    zeros = [data[at::4].count(0) for at in range(4)]
    fourth = (len(data) + 3) // 4
    if zeros[0] == fourth and zeros[1] * 2 > fourth:
        return "utf-32-be"
    if min(zeros[3], zeros[2]) * 2 > fourth and zeros[0] * 4 < fourth:
        return "utf-32-le"
    return "utf-16-be" if zeros[0] + zeros[2] > zeros[1] + zeros[3] else "utf-16-le"


def readings_of(stretch: bytes, *, markup: bool) -> list[str]:
    """The texts a reader or a program may find in a stretch of a part, each on lines of its own.

    For markup: the text joined across tags, the shown text alone, with and without tracked changes,
    attribute values, comments. For anything else: the bytes as text in each encoding that could hold one.
    Then whatever these say in base64, in numbers, or otherwise encoded.
    """
    found = dict.fromkeys(_marked_up(stretch.decode("utf-8", "replace")) if markup else _plain(stretch))
    return [reading for reading in (*found, *decoded_in(found)) if reading.strip()]


def _marked_up(text: str) -> Iterator[str]:
    yield _joined(text)
    yield html.unescape("".join(_SHOWN.findall(text)))
    for pattern in (_DELETED, _INSERTED, _SPOKEN):
        if pattern.search(text):
            yield _joined(pattern.sub("", text))
    values = [a or b for a, b in _ATTRIBUTE.findall(text)]
    hidden = [piece for pieces in _COMMENT.findall(text) for piece in pieces if piece]
    yield "\n".join(html.unescape(value) for value in (*values, *hidden) if _could_hold_words(value))


def _joined(markup: str) -> str:
    if "<![CDATA[" in markup:
        markup = _AS_IT_IS.sub(lambda found: html.escape(found[1]), markup)
    return html.unescape(_TAG.sub("", _BLANKS.sub(" ", _COMMENT.sub("", markup))))


def _could_hold_words(text: str) -> bool:
    return len(text) > 1 and not text.isdigit() and not _LANGUAGE.fullmatch(text)


def _plain(raw: bytes) -> Iterator[str]:
    yield decode(raw)
    yield raw.decode("utf-8", "ignore")
    if b"\0" in raw:
        yield raw.decode("cp1252", "replace")
    if b"\0" in raw or not _is_utf8(raw):
        for start in (0, 1):
            yield raw[start:].decode("utf-16-le", "ignore")
            yield raw[start:].decode("utf-16-be", "ignore")
    if b"\0\0" in raw:
        for start in range(4):
            yield raw[start:].decode("utf-32-le", "ignore")
            yield raw[start:].decode("utf-32-be", "ignore")


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def stretch_text(stretch: bytes) -> str:
    """The text of a stretch of markup, joined across tags."""
    return _joined(stretch.decode("utf-8", "replace"))


def loose_readings_of(stretch: bytes, *, markup: bool) -> list[str]:
    """What stands beside each other across lines or elements: a name may be broken there.

    Only whole names are worth looking for in these; two lines of a list would give any run of words.
    """
    text = stretch.decode("utf-8", "replace") if markup else decode(stretch)
    if markup:
        # And what is neither text nor a value: names of elements, values without quotes.
        found = [html.unescape(_TAG.sub(" ", text)), html.unescape(_TEXTS_AND_VALUES.sub(" ", text))]
    else:
        found = [_LINE_END.sub(" ", text), _LINE_END.sub("", text)] if "\n" in text else []
    return [*found, pieces_in(text)]
