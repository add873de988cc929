"""WordprocessingML in the making: elements, and runs of text with what they lead to."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from desktop_app.files.wordml import XML_SPACE, w

_CUT = re.compile(r"([\n\t])")
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKS = {"\n": "br", "\t": "tab"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a paragraph's text that is more than text; ``make`` is given what it says."""

    start: int
    end: int
    make: Callable[[str], etree._Element]


def element(tag: str, *children: etree._Element, **values: str | int) -> etree._Element:
    """An element: ``element("spacing", before=240)`` is ``<w:spacing w:before="240"/>``."""
    made = etree.Element(w(tag))
    for name, value in values.items():
        made.set(w(name), str(value))
    made.extend(children)
    return made


def runs(text: str, style: str = "") -> Iterator[etree._Element]:
    """A text as runs of one look; line feeds and tabs become Word's own."""
    for piece in filter(None, _CUT.split(_NOT_IN_XML.sub("", text))):
        run = element("r")
        if style:
            run.append(element("rPr", element("rStyle", val=style)))
        if piece in _MARKS:
            run.append(element(_MARKS[piece]))
        else:
            content = etree.SubElement(run, w("t"))
            content.set(XML_SPACE, "preserve")
            content.text = piece
        yield run


def inlines(text: str, stretches: Sequence[Stretch]) -> Iterator[etree._Element]:
    """A paragraph's text with what is more than text in it."""
    at = 0
    for stretch in sorted(stretches, key=lambda stretch: stretch.start):
        if stretch.start >= at:
            yield from runs(text[at : stretch.start])
            yield stretch.make(text[stretch.start : stretch.end])
            at = stretch.end
    yield from runs(text[at:])
