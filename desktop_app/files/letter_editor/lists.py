"""The lists of a letter: which there are, how their items are marked, and new ones."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from lxml import etree

from desktop_app.files.letter_making.markup import element
from desktop_app.files.word_numbering import WordNumbering
from desktop_app.files.word_styles import WordStyles
from desktop_app.files.wordml import w

_LEVELS = 9
_FORMS = (("decimal", "%{}."), ("lowerLetter", "(%{})"), ("lowerRoman", "%{}."))
_BULLETS = ("•", "–", "•")
_STEP, _HANG = 420, 420
"""Twentieths of a point: how far each level is set in, and how far its mark hangs out."""


class ListKind(StrEnum):
    """How the items of a list are marked."""

    BULLETS = "bullets"
    NUMBERS = "numbers"


class Lists:
    """Over the numbering part of a letter, which is changed by ``begin`` and ``begin_again``."""

    def __init__(self, root: etree._Element | None, styles: WordStyles) -> None:
        self.root = element("numbering") if root is None else root
        self._styles = styles
        self._own: set[str] = set()

    @property
    def made(self) -> frozenset[str]:
        """Keys of the lists that were not in the letter."""
        return frozenset(self._own)

    def numbering(self) -> WordNumbering:
        """What counts through the letter, from its beginning."""
        return WordNumbering(self.root, self._styles)

    def markers(self, items: Iterable[tuple[str, int]]) -> list[str]:
        """What Word prints before each paragraph; empty for one whose list has no key."""
        numbering = self.numbering()
        found = (numbering.marker_at(key, level) if key else None for key, level in items)
        return ["" if marker is None else marker.text for marker in found]

    def kind_of(self, key: str, level: int) -> ListKind | None:
        """How the items of a list are marked at a depth; None where they are not."""
        form = next((f for f in self._forms(key, level)), "")
        if not form or form == "none":
            return None
        return ListKind.BULLETS if form == "bullet" else ListKind.NUMBERS

    def begin(self, kind: ListKind) -> str:
        """A new list, in the letter's own look where it has a list of that kind."""
        for key in self._keys():
            has_depth = self.kind_of(key, 0) is kind and self.kind_of(key, 1) is not None
            if key not in self._own and has_depth:
                return self.begin_again(key)
        return self._add(self._new_abstract(kind))

    def begin_again(self, key: str) -> str:
        """A list like another one, that counts from the beginning."""
        number = next((n for n in self.root.iter(w("num")) if n.get(w("numId")) == key), None)
        abstract = None if number is None else number.find(w("abstractNumId"))
        if abstract is None:
            return self._add(self._new_abstract(ListKind.NUMBERS))
        return self._add(abstract.get(w("val"), "0"))

    def _keys(self) -> list[str]:
        return [number.get(w("numId"), "") for number in self.root.iter(w("num"))]

    def _forms(self, key: str, level: int) -> Iterator[str]:
        for number in self.root.iter(w("num")):
            if number.get(w("numId")) != key:
                continue
            abstract = number.find(w("abstractNumId"))
            wanted = "" if abstract is None else abstract.get(w("val"), "")
            for shape in (number, *self.root.iter(w("abstractNum"))):
                if shape is number or shape.get(w("abstractNumId")) == wanted:
                    for depth in shape.iter(w("lvl")):
                        form = depth.find(w("numFmt"))
                        if depth.get(w("ilvl")) == str(level) and form is not None:
                            yield form.get(w("val"), "")

    def _add(self, abstract: str) -> str:
        key = str(max((int(one) for one in self._keys() if one.isdecimal()), default=0) + 1)
        starts = (
            element("lvlOverride", element("startOverride", val=1), ilvl=level) for level in range(_LEVELS)
        )
        number = element("num", element("abstractNumId", val=abstract), *starts, numId=key)
        cleanup = self.root.find(w("numIdMacAtCleanup"))
        if cleanup is None:
            self.root.append(number)
        else:
            cleanup.addprevious(number)
        self._own.add(key)
        return key

    def _new_abstract(self, kind: ListKind) -> str:
        shapes = list(self.root.iter(w("abstractNum")))
        keys = [shape.get(w("abstractNumId"), "") for shape in shapes]
        key = str(max((int(one) for one in keys if one.isdecimal()), default=-1) + 1)
        levels = (_level(kind, depth) for depth in range(_LEVELS))
        shape = element(
            "abstractNum", element("multiLevelType", val="multilevel"), *levels, abstractNumId=key
        )
        self.root.insert(len(shapes) + sum(1 for _ in self.root.iter(w("numPicBullet"))), shape)
        return key


def _level(kind: ListKind, depth: int) -> etree._Element:
    form, text = ("bullet", _BULLETS[depth % 3])
    if kind is ListKind.NUMBERS:
        form, pattern = _FORMS[depth % 3]
        text = pattern.format(depth + 1)
    indent = element("ind", left=_STEP * (depth + 1), hanging=_HANG)
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val=form),
        element("lvlText", val=text),
        element("lvlJc", val="left"),
        element("pPr", indent),
        ilvl=depth,
    )
