"""Columns for the list: a continuous section of its own, between what precedes and what follows."""

import copy

from lxml import etree

from desktop_app.files.wordml import properties, put, w

_GAP = "425"
_PAPER = {"A4": ("11906", "16838"), "Letter": ("12240", "15840")}


def set_paper(body: etree._Element, paper: str) -> None:
    """Give every section of a letter the campaign's paper; a page that lies on its side stays so."""
    width, height = _PAPER[paper]
    for section in body.iter(w("sectPr")):
        size = section.find(w("pgSz"))
        if size is None:
            put(section, "pgSz", w=width, h=height)
        elif size.get(w("orient")) == "landscape":
            put(section, "pgSz", w=height, h=width)
        else:
            put(section, "pgSz", w=width, h=height)


def set_columns(body: etree._Element, paragraph: etree._Element, columns: int) -> etree._Element | None:
    """Prepare the sections round the placeholder of the list.

    Returns:
        The section properties that the last paragraph of the list must carry; None where it needs none:
        one column, or a placeholder inside a table, which can have no columns.
    """
    own = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
    if own is not None:
        return own
    final = _section_of(paragraph)
    if columns <= 1 or paragraph.getparent() is not body or final is None:
        return None
    before = copy.deepcopy(final)
    put(before, "cols", num="1")
    _paragraph_before(paragraph).append(before)
    end = _continued(final)
    put(end, "cols", num=str(columns), space=_GAP)
    _go_on(final)
    return end


def _section_of(paragraph: etree._Element) -> etree._Element | None:
    """The properties of the section that a paragraph of the body stands in: the next there are."""
    for later in paragraph.itersiblings():
        section = later if later.tag == w("sectPr") else later.find(f"{w('pPr')}/{w('sectPr')}")
        if section is not None:
            return section
    return None


def _continued(final: etree._Element) -> etree._Element:
    section = copy.deepcopy(final)
    _go_on(section)
    return section


def _go_on(section: etree._Element) -> None:
    """Make a section go on with the page, its headers and its page numbers."""
    for name in ("type", "titlePg"):
        for entry in section.findall(w(name)):
            section.remove(entry)
    for numbers in section.findall(w("pgNumType")):
        numbers.attrib.pop(w("start"), None)
    put(section, "type", val="continuous")


def _paragraph_before(paragraph: etree._Element) -> etree._Element:
    """The properties of the paragraph that ends the section before the list."""
    before = paragraph.getprevious()
    if before is None or before.tag != w("p") or before.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        before = etree.Element(w("p"))
        put(properties(before, "pPr"), "spacing", before="0", after="0", line="20", lineRule="exact")
        paragraph.addprevious(before)
    return properties(before, "pPr")


def turn(root: etree._Element) -> None:
    """Let every paragraph and section of a part run from right to left, whatever the draft was made for."""
    for paragraph in root.iter(w("p")):
        put(properties(paragraph, "pPr"), "bidi")
    for section in root.iter(w("sectPr")):
        put(section, "bidi")
