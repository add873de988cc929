"""The few words of WordprocessingML that several modules need: names, and the order children must keep."""

from collections.abc import Mapping
from functools import cache

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

NAMESPACES: Mapping[str, str] = {
    "w": W,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
}
"""Every namespace that a letter may carry, under the prefix it always gets."""

_PPR = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr "
    "sectPr pPrChange"
).split()
_RPR = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
).split()
_SECTPR = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
    "printerSettings"
).split()
_ORDER: Mapping[str, Mapping[str, int]] = {
    parent: {name: place for place, name in enumerate(names)}
    for parent, names in (("pPr", _PPR), ("rPr", _RPR), ("sectPr", _SECTPR))
}


@cache  # a letter asks tens of thousands of times for the same hundred names, all of them ours
def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML: ``w("p")``."""
    return f"{{{W}}}{name}"


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]  # a QName takes five times as long


def child_of(element: etree._Element, name: str) -> etree._Element | None:
    """The first child of a name. A path takes lxml ten times as long, and a letter asks for thousands."""
    return next(element.iterchildren(w(name)), None)


def text_of(element: etree._Element) -> str:
    """What a reader sees of an element's text: joined over runs, a blank for a tab, a line feed a break."""
    pieces: list[str] = []
    for node in element.iter(w("t"), w("tab"), w("br"), w("cr"), w("noBreakHyphen")):
        name = local(node)
        if name == "t":
            pieces.append(node.text or "")
        elif name == "noBreakHyphen":
            pieces.append("‑")
        elif (parent := node.getparent()) is not None and parent.tag == w("r"):
            pieces.append(" " if name == "tab" else "\n")
    return "".join(pieces)


def put(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    """The child ``name`` of a pPr, rPr or sectPr, made at its place in the schema where it is missing."""
    child = child_of(parent, name)
    if child is None:
        child = etree.Element(w(name))
        order = _ORDER[local(parent)]
        mine = order[name]
        later = (other for other in parent if order.get(local(other), -1) > mine)
        successor = next(later, None)
        if successor is None:
            parent.append(child)
        else:
            successor.addprevious(child)
    for key, value in attributes.items():
        child.set(w(key), value)
    return child


def properties(element: etree._Element, name: str) -> etree._Element:
    """The pPr of a paragraph or the rPr of a run, made where it is missing."""
    found = child_of(element, name)
    if found is None:
        found = etree.Element(w(name))
        element.insert(0, found)
    return found
