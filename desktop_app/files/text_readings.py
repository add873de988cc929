"""The texts that a stretch of a part may be read as: across tags, with and without changes, in each encoding.

The guard's own reader. It shares no code with the modules that write letters.
"""

import codecs
import html
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from desktop_app.files.text_encoded import decoded_in, pieces_in

_LINE_END = re.compile(r"-?[\r\n]+[ \t]*")
_SHORT = 2_000
"""Letters of a paragraph with its markup, but for long ones."""
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r"""=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_INSTRUCTION = re.compile(r"<\?(.*?)\?>", re.DOTALL)
_AS_IT_IS = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_TEXTS_AND_VALUES = re.compile(r'"[^"<>]*"|>[^<>]*(?=<)')
_SPOKEN = re.compile(r"<(/?)(rPh|w:rt|rt|rp|text:ruby-text)\b[^<>]*>")
"""How words are read aloud, which stands between what is shown."""
_ALOUD = re.compile(r"<(/?)(rt)\b[^<>]*>")
_DECLARED = re.compile(r"<!([A-Za-z][^<>]*)")
_SYMBOL = re.compile(r"<(?:\w+:)?sym\b[^<>]*>")
_SYMBOL_CODE = re.compile(r"""\bchar\s*=\s*["']([0-9A-Fa-f]{1,8})["']""")
_OWN_FONTS = range(0xF000, 0xF100)
"""Where fonts of symbols have the letters of ASCII."""
_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc][\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc '\"-]*"
)
"""Hebrew and Arabic: old programs write the letters as they stand on the page, the last one first."""
_TURNED = re.compile(r"<(?:w:)?bdo\b|bidi-override")
_HEADER_SIGN = re.compile(r'&(?:[LCR]|("[^"]*"|K[0-9A-Fa-f]{6}|\d{1,3}|[A-Za-z]))')
"""What a header of Excel's says of its places and its look."""
_BLANKS = re.compile(
    r"<(?:w:|a:|text:)?(?:br|tab|ptab|cr|noBreakHyphen|sym|footnoteReference|endnoteReference|c|line-break|s|p"
    r"|div|li|td|th|tr|h\d)\b[^>]*>",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"<(?:w:|a:)?t(?:\s[^<>]*)?>([^<]*)</(?:w:|a:)?t>")
_CONTROL = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]")
"""What no text has, and text in two bytes to a letter may have."""
_RUN = re.compile(r"<(/?)((?:\w+:)?r)\b[^<>]*>")
_UNSEEN = re.compile(r"""<(?:\w+:)?(?:vanish|specVanish|webHidden)\b(?![^<>]*val=["'](?:0|false|off)["'])""")
_RUN_STYLE = re.compile(r"""<(?:\w+:)?rStyle\b[^<>]*val=["']([^"'<>]*)["']""")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?-[A-Z]{2}")
"""A value such as ``en-GB``: every letter has some, and no name hides in one."""
_DELETED = re.compile(r"<(/?)(w:del|w:moveFrom)\b[^<>]*>")
_INSERTED = re.compile(r"<(/?)(w:ins|w:moveTo)\b[^<>]*>")


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
        if within := list(_within(text, pattern)):
            yield _joined(_without(text, within))
    yield from _seldom_marked_up(text)
    values = [a or b for a, b in _ATTRIBUTE.findall(text)]
    hidden = [*_COMMENT.findall(_up_to(text, "-->")), *_INSTRUCTION.findall(_up_to(text, "?>"))]
    yield "\n".join(html.unescape(value) for value in (*values, *hidden) if _could_hold_words(value))


def _seldom_marked_up(text: str) -> Iterator[str]:
    """What few files have: symbols, turned text, reading aids, declarations, headers of Excel's."""
    if ":sym" in text or "<sym" in text:
        yield _joined(_SYMBOL.sub(_symbol, text))
    if "anish" in text or "webHidden" in text or "rStyle" in text:
        yield from _without_unseen_runs(text)
    if ("bdo" in text or "bidi" in text) and _TURNED.search(text):
        yield _joined(text)[::-1]
    if "<rt" in text:
        yield "".join(_joined(text[start:end]) for start, end in _within(text, _ALOUD))
    if "<!" in text:
        yield html.unescape("\n".join(_DECLARED.findall(text)))
    if "Header>" in text or "Footer>" in text:
        yield _HEADER_SIGN.sub(lambda found: "" if found[1] else " ", _joined(text))


def _within(text: str, tag: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where elements begin and end whose tags a pattern finds; those in one another count as one."""
    opened: re.Match[str] | None = None
    for found in tag.finditer(text):
        if opened is None and not found[1] and not found[0].endswith("/>"):
            opened = found
        elif opened is not None and found[1] and found[2] == opened[2]:
            yield opened.start(), found.end()
            opened = None


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    starts, ends = zip(*spans, strict=True)
    return "".join(text[end:start] for end, start in zip((0, *ends), (*starts, len(text)), strict=True))


def _without_unseen_runs(text: str) -> Iterator[str]:
    """The text without hidden runs; a style may hide as well, and says so in another part."""
    runs = [(span, text[slice(*span)]) for span in _within(text, _RUN)]
    hidden = [span for span, run in runs if _UNSEEN.search(run)]
    styled: dict[str, list[tuple[int, int]]] = {}
    for span, run in runs:
        if style := _RUN_STYLE.search(run):
            styled.setdefault(style[1], []).append(span)
    for spans in filter(None, (hidden, *styled.values())):
        yield _joined(_without(text, spans))


def _symbol(tag: re.Match[str]) -> str:
    code = _SYMBOL_CODE.search(tag[0])
    number = int(code[1], 16) if code else 0x20
    if number in _OWN_FONTS:
        return chr(number - 0xF000)
    # A half of a letter is none, and no text with one could be searched.
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


def _joined(markup: str) -> str:
    # A paragraph is read by itself, and again with the lines beside it.
    return _joined_once(markup) if len(markup) < _SHORT else _all_joined(markup)


def _all_joined(markup: str) -> str:
    if "<![CDATA[" in markup:
        head = _up_to(markup, "]]>")
        markup = _AS_IT_IS.sub(lambda found: html.escape(found[1]), head) + markup[len(head) :]
    for pattern, end in ((_COMMENT, "-->"), (_INSTRUCTION, "?>")):
        if head := _up_to(markup, end):
            markup = pattern.sub("", head) + markup[len(head) :]
    head = _up_to(markup, ">")
    return html.unescape(_TAG.sub("", _BLANKS.sub(" ", head)) + markup[len(head) :])


_joined_once = lru_cache(maxsize=1 << 12)(_all_joined)


def _up_to(text: str, end: str) -> str:
    """The text to the last sign that ends something: what begins behind it would be sought to the end."""
    return text[: text.rfind(end) + len(end)] if end in text else ""


def _could_hold_words(text: str) -> bool:
    return len(text) > 1 and not text.isdigit() and not _LANGUAGE.fullmatch(text)


def _plain(raw: bytes) -> Iterator[str]:
    yield decode(raw)
    yield raw.removeprefix(codecs.BOM_UTF8).decode("utf-8", "ignore")
    if b"\0" in raw:
        yield raw.decode("cp1252", "replace")
    if _CONTROL.search(raw) or not _is_utf8(raw):
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
        head = _up_to(text, ">")
        found = [
            html.unescape(_TAG.sub(" ", head) + text[len(head) :]),
            html.unescape(_TEXTS_AND_VALUES.sub(" ", text)),
        ]
    else:
        found = [_LINE_END.sub(" ", text), _LINE_END.sub("", text)] if "\n" in text else []
    if not text.isascii():
        seen = stretch_text(stretch) if markup else text
        found += [run[::-1] for run in _FROM_RIGHT.findall(seen) if " " in run.strip()]
    return [*found, pieces_in(text)]
