"""The look of a placeholder paragraph, as text in whose middle a name or a line is put."""

import copy
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from lxml import etree

from desktop_app.files.docx_package import DocxPackage
from desktop_app.files.wordml import NAMESPACES, XML_SPACE, properties, w

DECLARATION = re.compile(r'\sxmlns:\w+="[^"]*"')
"""Namespaces are declared once, at the root of the part; a piece that is put in brings none."""

_HOLE = "\ufdd2"
"""Where the text will stand. A noncharacter: no text holds it."""


@dataclass(frozen=True, slots=True)
class Look:
    """The opening and the end of a paragraph as text, with the name's place between."""

    before: str
    after: str

    def around(self, text: str) -> str:
        """The paragraph with this text in it."""
        return f"{self.before}{escape(text, quote=False)}{self.after}"


def look_of(paragraph: etree._Element, change: Callable[[etree._Element, etree._Element], None]) -> Look:
    """The look of a placeholder paragraph after ``change(paragraph properties, run properties)``."""
    made = etree.Element(w("p"), nsmap=dict(NAMESPACES))
    own = paragraph.find(w("pPr"))
    if own is not None:
        made.append(copy.deepcopy(own))
    look = properties(made, "pPr")
    for extra in (*look.findall(w("sectPr")), *look.findall(w("numPr"))):
        if not _unnumbers(extra):
            look.remove(extra)
    run = etree.SubElement(made, w("r"))
    first = next(iter(paragraph.iter(w("r"))), None)
    shown = None if first is None else first.find(w("rPr"))
    if shown is not None:
        run.append(copy.deepcopy(shown))
    change(look, properties(run, "rPr"))
    for parent, name in ((made, "pPr"), (run, "rPr")):
        empty = parent.find(w(name))
        if empty is not None and not len(empty):
            parent.remove(empty)
    text = etree.SubElement(run, w("t"))
    text.set(XML_SPACE, "preserve")
    text.text = _HOLE
    xml = DECLARATION.sub("", etree.tostring(made, encoding="unicode"))
    before, after = xml.split(_HOLE)
    return Look(before, after)


def _unnumbers(entry: etree._Element) -> bool:
    """Whether it keeps away the number that the paragraph's style would bring."""
    number = entry.find(w("numId"))
    return number is not None and number.get(w("val")) == "0"


def has_style(package: DocxPackage, style: str) -> bool:
    """Whether a letter has a style of its own for something that the program adds."""
    return package.styles is not None and any(
        s.get(w("styleId")) == style for s in package.styles.iter(w("style"))
    )


def with_section(paragraph: str, section: etree._Element) -> str:
    """A paragraph (as text) that ends a section."""
    xml = DECLARATION.sub("", etree.tostring(section, encoding="unicode"))
    if "</w:pPr>" in paragraph:
        return paragraph.replace("</w:pPr>", f"{xml}</w:pPr>", 1)
    return paragraph.replace("<w:p>", f"<w:p><w:pPr>{xml}</w:pPr>", 1)
