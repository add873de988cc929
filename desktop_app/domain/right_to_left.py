"""Lines that are written from right to left, as a file gives them that keeps where their marks are drawn."""

import re

_LETTERS = re.compile(r"[\u0590-\u08ff]")
_LATIN = re.compile(r"[A-Za-z]")
_BEFORE = re.compile(r"^[،.؛؟:!,]+(?=\s?[\u0590-\u08ff«(])")
_BULLET = re.compile(r"\s+(?P<mark>[-–•*])$")
_NUMBER = re.compile(r"\s+(?P<mark>[.)])\s?(?P<number>\d{1,3})$")


def in_reading_order(text: str) -> str:
    """The line with its first mark at its beginning and its last one at its end.

    No line begins with a full stop or ends in a bullet: where one seems to, its marks are as drawn.
    """
    if not _LETTERS.search(text) or _LATIN.search(text):
        return text
    ends = _BEFORE.match(text)
    bare, mark = (text[ends.end() :].lstrip(), ends[0]) if ends else (text, "")
    if number := _NUMBER.search(bare):
        return f"{number['number']}{number['mark']} {bare[: number.start()]}{mark}"
    if bullet := _BULLET.search(bare):
        return f"{bullet['mark']} {bare[: bullet.start()]}{mark}"
    return bare + mark
