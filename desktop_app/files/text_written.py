"""Texts written in the manner of some program: codes of letters, marks of typesetting, odd letters.

The guard's own reader. It shares no code with the modules that write letters.
"""

import base64
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote

from desktop_app.domain.burmese import in_unicode

_Way = Callable[[str], Iterator[str]]

_FEWEST = 8
"""Numbers beside each other that are taken for letters: fewer are figures of a table."""
_NUMBER = re.compile(r"\b(?:0x([0-9A-Fa-f]{2,4})|(\d{2,6}))\b")
_NUMBERS = re.compile(
    r"(?:\b(?:(?:UNI)?CHARW?|CHRW?)?\(?(?:0x[0-9A-Fa-f]{2,4}|\d{2,6})\b\)?(?:[\s,;&+]{1,12}|(?=\W|$))){8,}",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d[^\W\d]*\W\D{0,12}\d\w*+\W\D{0,12}\d\w*+\W\D{0,12}\d")
"""Four beside each other: quicker to find than letters, and most lines of a letter have none.

From the last figure of the first number: from each of them, a long one would take the square of its length.
"""
_POINT = re.compile(r"(?:U\+|#U)([0-9A-Fa-f]{4,6})[ ,;]?")
_NAMED = re.compile(r"\\N\{([A-Z0-9 -]+)\}")
_PAIR = re.compile(r"\\u([dD][89abAB][0-9A-Fa-f]{2})\\u([dD][c-fC-F][0-9A-Fa-f]{2})")
_WHITE = re.compile(r"\\[nNrt]|\\(?=[,;])")
_TEX_SIGN = re.compile(r"\\(?:[a-zA-Z]+\*? ?|[^\w\s])|[{}]")
_TEX_DOTLESS = re.compile(r"\\([ij])\b")
_TAGS = re.compile(r"<[^<>]*>")
_BREAKS = re.compile(r"<(?:p|br|div|li|td|tr|h\d)\b[^<>]*>", re.IGNORECASE)
_STYLE_SIGN = re.compile(r"_([0-9a-f]{2})_")
_STRUCK_OVER = re.compile("[^\n]\b")
_LABEL = re.compile(r"xn--([a-z0-9-]+)", re.IGNORECASE)
_DATA = re.compile(r"data:[^,\"'<>]{0,100};base64,([\w+/=%-]+)", re.ASCII)
_DOUBLED = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]+")
_MYANMAR = re.compile("[\u1000-\u109f]")
_ODD = re.compile("[\uf020-\uf0ff\U0001f130-\U0001f189\U0001f1e6-\U0001f1ff\U000e0020-\U000e007e]")
_ODD_LETTERS = (
    {0xF000 + code: chr(code) for code in range(0x20, 0x100)}  # fonts of symbols
    | {0xE0000 + code: chr(code) for code in range(0x20, 0x7F)}  # tags, which nobody sees
    | {first + at: chr(65 + at) for first in (0x1F130, 0x1F150, 0x1F170, 0x1F1E6) for at in range(26)}
)


def _of_numbers(text: str) -> Iterator[str]:
    for run in _NUMBERS.finditer(text) if _FIGURES.search(text) else ():
        codes = [int(hexed, 16) if hexed else int(number) for hexed, number in _NUMBER.findall(run[0])]
        said = "" if any(0xD800 <= code < 0xE000 for code in codes) else "".join(map(chr, codes))
        letters = sum(1 for character in said if unicodedata.category(character)[0] in "LMZ")
        if len(codes) >= _FEWEST and letters * 5 >= len(said) * 4:
            yield said


def _of_points(text: str) -> Iterator[str]:
    if _POINT.search(text):
        yield _POINT.sub(lambda found: _character(int(found[1], 16)), text)


def _of_names(text: str) -> Iterator[str]:
    yield _NAMED.sub(_by_name, text)


def _by_name(found: re.Match[str]) -> str:
    try:
        return unicodedata.lookup(found[1])
    except KeyError:
        return " "


def _character(code: int) -> str:
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _of_pairs(text: str) -> Iterator[str]:
    if _PAIR.search(text):
        yield _PAIR.sub(lambda found: bytes.fromhex(found[1] + found[2]).decode("utf-16-be"), text)


def _of_white(text: str) -> Iterator[str]:
    """Ends of lines and commas as calendars and scripts write them; typesetting's commands."""
    yield _WHITE.sub(" ", text)
    if "{" in text:
        yield _TEX_SIGN.sub("", _TEX_DOTLESS.sub(r"\1", text))


def _of_tags(text: str) -> Iterator[str]:
    """Markup that is the value of something."""
    yield _TAGS.sub("", _BREAKS.sub(" ", text))


def _of_styles(text: str) -> Iterator[str]:
    yield _STYLE_SIGN.sub(lambda found: chr(int(found[1], 16)), text)


def _of_overprints(text: str) -> Iterator[str]:
    yield _STRUCK_OVER.sub("", text)


def _of_labels(text: str) -> Iterator[str]:
    """Domains in other letters than English ones."""
    for label in _LABEL.findall(text):
        try:
            yield label.lower().encode("ascii").decode("punycode").encode("utf-8", "ignore").decode()
        except UnicodeError:
            continue


def _of_data(text: str) -> Iterator[str]:
    """A text in a ``data:`` address in base64, in which blanks may be written as numbers."""
    for run in _DATA.findall(text):
        packed = "".join(unquote(run).split()).replace(" ", "+").rstrip("=")
        try:
            content = base64.b64decode(packed + "=" * (-len(packed) % 4)).decode("utf-8")
        except ValueError:
            continue
        yield content
        yield from _of_tags(content)


def _of_doubled(text: str) -> Iterator[str]:
    """UTF-8 that somebody took for Windows-1252 and wrote in UTF-8 again."""
    if _DOUBLED.search(text):
        yield _DOUBLED.sub(_undoubled, text)


def _undoubled(found: re.Match[str]) -> str:
    raw = b"".join(
        character.encode("latin-1") if character < "\u0100" else character.encode("cp1252", "replace")
        for character in found[0]
    )
    return raw.decode("utf-8", "ignore")


def _of_odd_letters(text: str) -> Iterator[str]:
    if _ODD.search(text):
        yield text.translate(_ODD_LETTERS)


def _of_zawgyi(text: str) -> Iterator[str]:
    if _MYANMAR.search(text):
        yield "\n".join(map(in_unicode, text.split("\n")))


_BY_SIGN: Mapping[str, tuple[_Way, ...]] = {
    "U+": (_of_points,),
    "#U": (_of_points,),
    "\\": (_of_names, _of_pairs, _of_white),
    "</": (_of_tags,),
    "_20_": (_of_styles,),
    "\b": (_of_overprints,),
    "--": (_of_labels,),
    ";base64,": (_of_data,),
}
"""What there is to read where that sign stands: most texts have none of them."""
_BEYOND_ASCII: tuple[_Way, ...] = (_of_doubled, _of_odd_letters, _of_zawgyi)


def written_in(text: str) -> Iterator[str]:
    """What can be read of a text besides the text."""
    yield from _of_numbers(text)
    for sign, ways in _BY_SIGN.items():
        for way in ways if sign in text else ():
            yield from way(text)
    for way in () if text.isascii() else _BEYOND_ASCII:
        yield from way(text)
