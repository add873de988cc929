"""Lists in the text: each with its own bullets, numbers or letters, counted from where the old one did."""

import re
from dataclasses import dataclass

from lxml import etree

from desktop_app.domain.letter_anatomy.template import Piece
from desktop_app.files.letter_making.markup import element
from desktop_app.files.new_numbering import add_numbering
from desktop_app.files.wordml import NAMESPACES

_STEP, _HANGING = 420, 262
"""Twentieths of a point that each level is set in, and that its bullet hangs out."""
_LAST_LEVEL = 8
_NUMBER = re.compile(r"(?P<before>[(\[]?)(?P<number>\d{1,4}|[a-z]|[A-Z]|[ivx]+)(?P<after>[.)\]]*)")
_BULLETS = ("•", "–", "▪")


@dataclass(frozen=True, slots=True)
class _Sequence:
    """Items of one level that count together."""

    format: str
    text: str
    number: str


class Items:
    """Gives each item of the letter its place in a list."""

    def __init__(self, numbering: etree._Element) -> None:
        self._numbering = numbering
        self._open: dict[int, _Sequence] = {}

    def close(self) -> None:
        """Other text follows: what comes then is another list."""
        self._open.clear()

    def properties(self, item: Piece) -> list[etree._Element]:
        """Style and numbering of an item, as children of its ``w:pPr`` in their order."""
        level = min(max(item.level, 1) - 1, _LAST_LEVEL)
        for deeper in [known for known in self._open if known > level]:
            del self._open[deeper]
        form, text, start = _form(item.marker.strip(), level)
        current = self._open.get(level)
        if current is None or (current.format, current.text) != (form, text):
            number = add_numbering(self._numbering, _level(level, form, text, start))
            current = self._open[level] = _Sequence(form, text, number)
        kind = "ListBullet" if form == "bullet" else "ListNumber"
        left = _STEP * (level + 1)
        return [
            element("pStyle", val=f"{kind}2" if level else kind),
            element("numPr", element("ilvl", val=level), element("numId", val=current.number)),
            element("ind", left=left, hanging=_HANGING if form == "bullet" else _STEP),
        ]


def _form(marker: str, level: int) -> tuple[str, str, int]:
    """Format, text and first number of a list, by the marker of its first item."""
    match = _NUMBER.fullmatch(marker)
    if match is None:
        return "bullet", _BULLETS[min(level, len(_BULLETS) - 1)], 1
    number = match["number"]
    text = f"{match['before']}%{level + 1}{match['after'] or '.'}"
    if number.isdecimal():
        return "decimal", text, int(number)
    if number in ("i", "ii", "iii", "iv"):
        return "lowerRoman", text, ("i", "ii", "iii", "iv").index(number) + 1
    form, first = ("lowerLetter", "a") if number.islower() else ("upperLetter", "A")
    return form, text, ord(number[0]) - ord(first) + 1


def _level(level: int, form: str, text: str, start: int) -> str:
    left = _STEP * (level + 1)
    hanging = _HANGING if form == "bullet" else _STEP
    return (
        f'<w:lvl xmlns:w="{NAMESPACES["w"]}" w:ilvl="{level}"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )
