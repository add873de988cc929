"""The paragraph styles of a letter: which a writer may choose, how they look, what follows them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from desktop_app.files.letter_editor.reading import is_on, value_of
from desktop_app.files.word_styles import WordStyles
from desktop_app.files.wordml import w

_HEADING = re.compile(r"heading (\d)")
_NEVER = re.compile(r"(?:toc|index|envelope|header|footer|balloon text|annotation|macro|footnote|endnote)\b")
"""Styles that Word itself gives, and nobody chooses in a letter."""


@dataclass(frozen=True, slots=True)
class StyleLook:
    """How paragraphs of a style look, as far as a writer is shown it.

    Attributes:
        key: As the file names it.
        name: As Word names it to people: ``heading 1``.
        size: Points.
        colour: Six hexadecimal digits; empty for that of all text.
        before, after: Points over and under the paragraph.
        alignment: As ``w:jc`` gives it; empty where it does not.
        left, hanging: Points: how far it is set in, and how far its first line hangs out.
        follows: Key of the style of the next paragraph.
        font: Name of its face; empty where it has that of all text.
    """

    key: str = ""
    name: str = ""
    heading: int = 0
    size: float = 11
    bold: bool = False
    italic: bool = False
    colour: str = ""
    before: float = 0
    after: float = 0
    alignment: str = ""
    left: float = 0
    hanging: float = 0
    follows: str = ""
    font: str = ""


@dataclass(slots=True)
class StyleSheet:
    """Over the styles part of a letter, which may be missing."""

    root: etree._Element | None
    known: WordStyles
    _looks: dict[str, StyleLook] = field(default_factory=dict)

    @property
    def usual(self) -> str:
        """Key of the style of paragraphs that name none."""
        return self.known.usual

    def look(self, key: str) -> StyleLook:
        """How paragraphs of a style look; those that name none look as the letter's usual one."""
        if key not in self._looks:
            self._looks[key] = self._worked_out(key)
        return self._looks[key]

    def choices(self) -> tuple[StyleLook, ...]:
        """The styles that a writer may choose, the usual one first, then headings, then by name."""
        looks = [self.look(key) for key in self._keys()]
        usual = self.known.usual
        return tuple(
            sorted(looks, key=lambda one: (one.key != usual, not one.heading, one.heading, one.name))
        )

    def _keys(self) -> Iterator[str]:
        for style in [] if self.root is None else self.root.iter(w("style")):
            name = value_of(style, "name").casefold()
            if style.get(w("type")) != "paragraph" or _NEVER.match(name):
                continue
            if not is_on(style, "semiHidden") and not is_on(style, "hidden"):
                yield style.get(w("styleId"), "")

    def _worked_out(self, key: str) -> StyleLook:
        style = key or self.known.usual
        chain = list(self.known.chain(style))
        name = value_of(chain[0], "name") if chain else ""
        heading = _HEADING.fullmatch(name.casefold())
        level = int(heading[1]) if heading else 1 if name.casefold() == "title" else 0
        runs = [found for one in chain if (found := one.find(w("rPr"))) is not None]
        looks = [found for one in chain if (found := one.find(w("pPr"))) is not None]
        if self.root is not None:
            runs += self.root.findall("/".join(map(w, ("docDefaults", "rPrDefault", "rPr"))))
            looks += self.root.findall("/".join(map(w, ("docDefaults", "pPrDefault", "pPr"))))
        colour = _first(runs, "color")
        return StyleLook(
            key,
            name,
            level,
            _points(_first(runs, "sz"), 2) or 11,
            _on(runs, "b"),
            _on(runs, "i"),
            colour if re.fullmatch("[0-9A-Fa-f]{6}", colour) else "",
            _points(_first(looks, "spacing", "before"), 20),
            _points(_first(looks, "spacing", "after"), 20),
            _first(looks, "jc"),
            _points(_first(looks, "ind", "left") or _first(looks, "ind", "start"), 20),
            _points(_first(looks, "ind", "hanging"), 20),
            (value_of(chain[0], "next") if chain else "") or key,
            _first(runs, "rFonts", "ascii"),
        )


def _first(looks: list[etree._Element], name: str, attribute: str = "val") -> str:
    for look in looks:
        found = look.find(w(name))
        if found is not None and found.get(w(attribute)):
            return found.get(w(attribute), "")
    return ""


def _on(looks: list[etree._Element], name: str) -> bool:
    found = next((look for look in looks if look.find(w(name)) is not None), None)
    return is_on(found, name)


def _points(value: str, parts: int) -> float:
    return float(value) / parts if re.fullmatch(r"-?\d{1,6}", value) else 0.0
