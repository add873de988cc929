"""Word's automatic numbers: what stands before a paragraph without being typed."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from desktop_app.files.word_styles import WordStyles
from desktop_app.files.wordml import child_of, w

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_HUNDREDS = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_LEVELS = 9
_LONGEST, _LARGEST = 6, 100_000
"""Digits, and what a number with more of them is taken for."""


@dataclass(frozen=True, slots=True)
class Marker:
    """What Word prints before a paragraph, and how deep that paragraph stands, from 1."""

    text: str
    level: int


class WordNumbering:
    """Counts through a letter. Ask it for each paragraph once, from the first to the last."""

    def __init__(self, numbering: etree._Element | None, styles: WordStyles) -> None:
        self._styles = styles
        self._lists: dict[str, etree._Element] = {}
        self._abstract: dict[str, etree._Element] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._read: dict[str, tuple[etree._Element | None, dict[int, etree._Element]]] = {}
        if numbering is not None:
            self._lists = {n.get(w("numId"), ""): n for n in numbering.iter(w("num"))}
            self._abstract = {n.get(w("abstractNumId"), ""): n for n in numbering.iter(w("abstractNum"))}

    def marker_of(self, paragraph: etree._Element) -> Marker | None:
        """What stands before a paragraph; None where it is no item of a list."""
        place = self.place_of(paragraph)
        return None if place is None else self.marker_at(*place)

    def marker_at(self, key: str, depth: int) -> Marker | None:
        """What stands before the next item of a list, at a depth from 0; None where there is no such list."""
        if key not in self._lists:
            return None
        abstract, levels = self._levels(key)
        level = levels.get(depth)
        if level is None:
            return None
        self._count(key, depth, abstract, levels)
        text = self._text(self._counts[_id_of(abstract)], depth, levels)
        return Marker(text, depth + 1) if text else None

    def place_of(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """The list, and the depth in it from 0, that a paragraph or its style names."""
        own = self._styles.property_of(paragraph, "numPr", "numId")
        key = "" if own is None else own.get(w("val"), "")
        if key not in self._lists:
            return None
        given = self._styles.property_of(paragraph, "numPr", "ilvl")
        if given is None:
            style = self._styles.id_of(paragraph)
            _abstract, levels = self._levels(key)
            return key, next((d for d, level in levels.items() if _value(level, "pStyle") == style), 0)
        return key, min(_figure(given.get(w("val"), "")), _LEVELS - 1)

    def _abstract_of(self, key: str) -> etree._Element | None:
        abstract = self._abstract.get(_value(self._lists[key], "abstractNumId"))
        link = None if abstract is None else abstract.find(w("numStyleLink"))
        if link is None:
            return abstract
        linked = self._styles.of_style(link.get(w("val"), ""), "numPr", "numId")
        other = self._lists.get("" if linked is None else linked.get(w("val"), ""))
        return abstract if other is None else self._abstract.get(_value(other, "abstractNumId"))

    def _levels(self, key: str) -> tuple[etree._Element | None, dict[int, etree._Element]]:
        """What a list is made after, and its levels by their depth."""
        if key not in self._read:
            abstract = self._abstract_of(key)
            found = {} if abstract is None else {_depth(level): level for level in abstract.iter(w("lvl"))}
            found.update({_depth(level): level for level in self._lists[key].iter(w("lvl"))})
            self._read[key] = abstract, found
        return self._read[key]

    def _count(
        self,
        key: str,
        depth: int,
        abstract: etree._Element | None,
        levels: Mapping[int, etree._Element],
    ) -> None:
        counts = self._counts.setdefault(_id_of(abstract), [None] * _LEVELS)
        for upper in range(depth):
            if counts[upper] is None:
                counts[upper] = _start(levels.get(upper))
        start = self._start_anew(key, depth)
        before = counts[depth]
        if start is not None:
            counts[depth] = start
        else:
            counts[depth] = _start(levels.get(depth)) if before is None else before + 1
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)

    def _start_anew(self, key: str, depth: int) -> int | None:
        """The number with which a list begins that goes its own way, at its first paragraph."""
        if (key, depth) in self._begun:
            return None
        self._begun.add((key, depth))
        for override in self._lists[key].iter(w("lvlOverride")):
            start = override.find(w("startOverride"))
            if _figure(override.get(w("ilvl"), "")) == depth and start is not None:
                return _figure(start.get(w("val"), ""))
        return None

    def _text(self, counts: list[int | None], depth: int, levels: Mapping[int, etree._Element]) -> str:
        level = levels[depth]
        pattern, kind = _value(level, "lvlText"), _value(level, "numFmt")
        if kind == "bullet":
            return "•" if not pattern or "\ue000" <= pattern <= "\uf8ff" else pattern
        if kind == "none":
            return ""
        for upper in range(depth + 1):
            if f"%{upper + 1}" in pattern:
                legal = level.find(w("isLgl")) is not None
                shape = "decimal" if legal else _value(levels.get(upper), "numFmt")
                pattern = pattern.replace(f"%{upper + 1}", number_as(counts[upper] or 0, shape))
        return pattern.strip()


def number_as(number: int, kind: str) -> str:
    """A number as a list writes it: "iv" for 4 as ``lowerRoman``."""
    if number < 1:
        return str(number)
    match kind:
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter.upper() if kind == "upperLetter" else letter
        case "lowerRoman" | "upperRoman":
            roman = _roman(number)
            return roman.upper() if kind == "upperRoman" else roman
        case "decimalZero":
            return f"{number:02}"
        case _:
            return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, sign in (*_HUNDREDS, *_ROMAN):
        times, number = divmod(number, value)
        written += sign * min(times, 20)
    return written


def _start(level: etree._Element | None) -> int:
    start = None if level is None else level.find(w("start"))
    return 1 if start is None else _figure(start.get(w("val"), "1"))


def _depth(level: etree._Element) -> int:
    return _figure(level.get(w("ilvl"), ""))


def _id_of(abstract: etree._Element | None) -> str:
    return "" if abstract is None else abstract.get(w("abstractNumId"), "")


def _value(element: etree._Element | None, name: str) -> str:
    child = None if element is None else child_of(element, name)
    return "" if child is None else child.get(w("val"), "")


def _figure(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        return 0
    return int(text) if len(text) < _LONGEST else _LARGEST
