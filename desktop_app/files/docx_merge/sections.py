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
    final = body.find(w("sectPr"))
    if columns <= 1 or paragraph.getparent() is not body or final is None:
        return None
    before = copy.deepcopy(final)
    put(before, "cols", num="1")
    _paragraph_before(paragraph).append(before)
    end = _continued(final)
    put(end, "cols", num=str(columns), space=_GAP)
    for name in ("type", "titlePg"):
        for entry in final.findall(w(name)):
            final.remove(entry)
    put(final, "type", val="continuous")
    return end


def _continued(final: etree._Element) -> etree._Element:
    """A section that goes on with the page, its headers and its page numbers."""
    section = copy.deepcopy(final)
    for name in ("type", "titlePg", "pgNumType"):
        for entry in section.findall(w(name)):
            section.remove(entry)
    put(section, "type", val="continuous")
    return section


def _paragraph_before(paragraph: etree._Element) -> etree._Element:
    """The properties of the paragraph that ends the section before the list."""
    before = paragraph.getprevious()
    if before is None or before.tag != w("p") or before.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        before = etree.Element(w("p"))
        put(properties(before, "pPr"), "spacing", before="0", after="0", line="20", lineRule="exact")
        paragraph.addprevious(before)
    return properties(before, "pPr")
