"""Word's own field codes: a few are kept, of all others only the result stays."""

import re
from collections.abc import Iterator

from lxml import etree

from desktop_app.files.docx_scrub.notes import Notes
from desktop_app.files.wordml import w

KEPT = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "REF", "PAGEREF", "TOC", "SEQ", "HYPERLINK"})
"""Fields whose code says nothing about the coordinator's machine."""

_LINK_HINT = re.compile(r'\\[ot]\s+"[^"]*"')
_ADDRESS = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_SHOWN = (w("t"), w("tab"), w("br"), w("drawing"), w("pict"), w("sym"))
_LINK = re.compile(r'^\s*HYPERLINK\s+"(https?://|mailto:)|^\s*HYPERLINK\s+\\l\s+"', re.IGNORECASE)


def is_kept(code: str) -> bool:
    """Whether a field code may stay: ``PAGE`` may, ``AUTHOR`` may not."""
    name = code.strip().split(" ", 1)[0].split("\\", 1)[0].upper()
    return name in KEPT and (name != "HYPERLINK" or bool(_LINK.match(code)))


def clean_fields(root: etree._Element, part: str, notes: Notes) -> None:
    """Replace each field that is not kept by its last result."""
    _drop_results_inside_codes(root)
    for simple in list(root.iter(w("fldSimple"))):
        if not is_kept(simple.get(w("instr"), "")):
            notes.add("field-code-dropped", part, simple)
            unwrap(simple)
    for marks, code in list(_complex_fields(root)):
        if not is_kept(code):
            notes.add("field-code-dropped", part, marks[0])
            for mark in marks:
                remove(mark)
        else:
            _write_code(marks, code)


def links_in_fields(root: etree._Element) -> Iterator[str]:
    """Where the fields lead that are links."""
    codes = [code for _, code in _complex_fields(root)]
    codes += [simple.get(w("instr"), "") for simple in root.iter(w("fldSimple"))]
    for code in codes:
        if found := _ADDRESS.match(code):
            yield found[1]


def _drop_results_inside_codes(root: etree._Element) -> None:
    """What a field inside another one's code shows is seen by nobody; it must not be when that code goes."""
    in_code: list[bool] = []
    unseen: list[etree._Element] = []
    for node in root.iter(w("fldChar"), *_SHOWN):
        kind = node.get(w("fldCharType")) if node.tag == w("fldChar") else ""
        if kind == "begin":
            in_code.append(True)
        elif kind == "separate" and in_code:
            in_code[-1] = False
        elif kind == "end" and in_code:
            in_code.pop()
        elif not kind and any(in_code):
            unseen.append(node)
    # A field without an end hides nothing in Word; what follows it is text.
    if not in_code:
        for node in unseen:
            remove(node)


def _write_code(marks: list[etree._Element], code: str) -> None:
    """Put the code of a field that is kept into one piece, without the hint that a link shows."""
    if code.strip().upper().startswith("HYPERLINK"):
        code = _LINK_HINT.sub("", code)
    pieces = [mark for mark in marks if mark.tag == w("instrText")]
    for place, piece in enumerate(pieces):
        piece.text = "" if place else code


def anchors_used(root: etree._Element) -> set[str]:
    """Names of the bookmarks that a kept field or an inner link refers to."""
    used = {anchor for link in root.iter(w("hyperlink")) if (anchor := link.get(w("anchor")))}
    for _, code in _complex_fields(root):
        used.update(re.findall(r'(?:PAGEREF|REF|\\l)\s+"?([^\s"\\]+)', code))
    for simple in root.iter(w("fldSimple")):
        used.update(re.findall(r'(?:PAGEREF|REF)\s+"?([^\s"\\]+)', simple.get(w("instr"), "")))
    return used


def _complex_fields(root: etree._Element) -> Iterator[tuple[list[etree._Element], str]]:
    """Each field made of begin, code, separate and end marks, with its code; inner fields first."""
    stack: list[tuple[list[etree._Element], list[str]]] = []
    for node in root.iter(w("fldChar"), w("instrText")):
        kind = node.get(w("fldCharType")) if node.tag == w("fldChar") else "code"
        if kind == "begin":
            stack.append(([node], []))
        elif not stack:
            yield [node], ""
        elif kind == "end":
            marks, codes = stack.pop()
            yield [*marks, node], "".join(codes)
        else:
            stack[-1][0].append(node)
            if kind == "code":
                stack[-1][1].append(node.text or "")
    for marks, _ in stack:
        yield marks, ""


def remove(element: etree._Element) -> None:
    """Take an element out; text that follows it inside its parent stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is None:
            parent.text = (parent.text or "") + element.tail
        else:
            previous.tail = (previous.tail or "") + element.tail
    parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Put an element's children in its place."""
    parent = element.getparent()
    if parent is None:
        return
    index = parent.index(element)
    for offset, child in enumerate(list(element)):
        parent.insert(index + offset, child)
    remove(element)
