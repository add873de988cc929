"""What a paragraph of Word's inherits from its style, and from those that style builds on."""

import re
from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from desktop_app.files.wordml import child_of, w

_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop|заголовок|标题)\s*(\d)", re.IGNORECASE)
_LIST = re.compile(r"list(?: bullet| number)? ([2-5])")
_TITLES = {"title": 1, "subtitle": 2}
_QUOTES = re.compile(r"(?:intense )?quot(?:e|ation)s?|block text|citation|cita|zitat", re.IGNORECASE)
_DEEPEST = 12
"""Styles that a look is inherited through. Word allows ten; a draft made to stall us has thousands."""
_TWIPS_A_CHARACTER = 110
"""A character of 11 points is about half as wide as it is high."""


def own_of(owner: etree._Element, *path: str) -> etree._Element | None:
    """A property that a paragraph or a style has by itself."""
    found = child_of(owner, "pPr")
    for name in path:
        found = None if found is None else child_of(found, name)
    return found


class WordStyles:
    """The styles of one letter."""

    def __init__(self, styles: etree._Element | None) -> None:
        self._styles = {} if styles is None else {s.get(w("styleId"), ""): s for s in styles.iter(w("style"))}
        self._chains: dict[str, tuple[etree._Element, ...]] = {}

    def knows(self, style: str) -> bool:
        """Whether the letter has a style."""
        return style in self._styles

    def id_of(self, paragraph: etree._Element) -> str:
        """The style that a paragraph has."""
        named = own_of(paragraph, "pStyle")
        return self.usual if named is None else named.get(w("val"), "")

    def property_of(self, paragraph: etree._Element, *path: str) -> etree._Element | None:
        """A property of a paragraph: its own, or the one of its style."""
        own = own_of(paragraph, *path)
        return self.of_style(self.id_of(paragraph), *path) if own is None else own

    def of_style(self, style: str, *path: str) -> etree._Element | None:
        """A property that a style gives to its paragraphs."""
        found = (own_of(link, *path) for link in self.chain(style))
        return next((element for element in found if element is not None), None)

    def heading_level(self, paragraph: etree._Element) -> int:
        """Depth of a heading, from 1; 0 for what is none."""
        outline = self.property_of(paragraph, "outlineLvl")
        level = "" if outline is None else outline.get(w("val"), "")
        if level in tuple("012345678"):
            return int(level) + 1
        for name in self._names(paragraph):
            if name in _TITLES:
                return _TITLES[name]
            if match := _HEADING.match(name):
                return max(1, int(match[1]))
        return 0

    def list_level(self, paragraph: etree._Element) -> int:
        """Depth that the name of its style gives an item, as "List Bullet 2" does; 1 where it gives none."""
        levels = (match[1] for name in self._names(paragraph) if (match := _LIST.fullmatch(name)))
        return int(next(levels, "1"))

    def is_bold(self, paragraph: etree._Element) -> bool:
        """Whether its style makes its words bold."""
        found = (style.find(f"{w('rPr')}/{w('b')}") for style in self.chain(self.id_of(paragraph)))
        bold = next((element for element in found if element is not None), None)
        return bold is not None and bold.get(w("val"), "1") not in ("0", "false")

    def is_quote(self, paragraph: etree._Element) -> bool:
        """Whether its style is one for quotations."""
        return any(_QUOTES.fullmatch(name) for name in self._names(paragraph))

    def indent(self, paragraph: etree._Element) -> int:
        """How far a paragraph is set in, in characters."""
        twips = 0
        for sides, sign in ((("start", "left"), 1), (("firstLine",), 1), (("hanging",), -1)):
            twips += sign * self._indent(paragraph, sides)
        return max(0, round(twips / _TWIPS_A_CHARACTER))

    def _indent(self, paragraph: etree._Element, sides: tuple[str, ...]) -> int:
        own = paragraph.find(f"{w('pPr')}/{w('ind')}")
        given = [own, *(style.find(f"{w('pPr')}/{w('ind')}") for style in self.chain(self.id_of(paragraph)))]
        for element in given:
            for side in sides:
                value = "" if element is None else element.get(w(side), "")
                if re.fullmatch(r"-?\d{1,6}", value):
                    return int(value)
        return 0

    def _names(self, paragraph: etree._Element) -> Iterator[str]:
        for style in self.chain(self.id_of(paragraph)):
            name = style.find(w("name"))
            if name is not None:
                yield name.get(w("val"), "").casefold()

    def chain(self, style: str) -> tuple[etree._Element, ...]:
        """A style and those that it builds on, itself first."""
        if style not in self._chains:
            self._chains[style] = tuple(self._links(style))
        return self._chains[style]

    def _links(self, style: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style in self._styles and style not in seen and len(seen) < _DEEPEST:
            seen.add(style)
            yield self._styles[style]
            base = self._styles[style].find(w("basedOn"))
            style = "" if base is None else base.get(w("val"), "")

    @cached_property
    def usual(self) -> str:
        """The style of paragraphs that name none."""
        usual = (
            key
            for key, style in self._styles.items()
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true")
        )
        return next(usual, "")
