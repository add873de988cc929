"""Changes inside the paragraphs of a Word letter: a field put in, a paragraph parted, emptied, taken away."""

import copy
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from lxml import etree

from desktop_app.domain.letter import BLOCKS
from desktop_app.domain.letter_anatomy.template import Spot
from desktop_app.files.letter_paragraphs import ParagraphLine
from desktop_app.files.word_styles import WordStyles
from desktop_app.files.wordml import XML_SPACE, local, properties, put, text_of, w

_BLOCKS = frozenset(f"{{{{ {name} }}}}" for name in BLOCKS)
_MAY_GO = frozenset({"t", "tab", "ptab", "noBreakHyphen", "softHyphen", "sym"})
"""Nodes that go with the text they stand in; the mark of a footnote never does."""
_STAYS = ("drawing", "pict", "object", "footnoteReference", "endnoteReference", "txbxContent")
_HOLDERS = frozenset(map(w, ("tc", "txbxContent", "footnote", "endnote", "sdtContent")))
"""What must not be left without a paragraph."""


def fill_all(line: ParagraphLine, spots: Iterable[Spot]) -> Iterator[etree._Element]:
    """Put fields into a line, each in the look of the run in which it begins.

    Yields:
        The text of each field that wants a paragraph of its own.
    """
    for spot in sorted(spots, key=lambda spot: spot.start, reverse=True):
        node = fill(line, spot)
        if node is not None and spot.text in _BLOCKS:
            yield _parted(node, spot.text)


def fill(line: ParagraphLine, spot: Spot) -> etree._Element | None:
    """Put one field into a line, and give back the text that it stands in."""
    at = 0
    filled = None
    new: str | None = spot.text
    for piece in line.pieces:
        start, end = max(spot.start - at, 0), min(spot.end - at, len(piece.text))
        at += len(piece.text)
        if piece.node is None or start > end or (start == end and (spot.start < spot.end or new is None)):
            continue
        if local(piece.node) not in _MAY_GO:
            continue
        written = _written(piece.node, start, end, new or "")
        filled = filled if new is None else written
        new = None
    if new and line.element.tag == w("p"):
        filled = _text(new)
        etree.SubElement(line.element, w("r")).append(filled)
    return filled


def _written(node: etree._Element, start: int, end: int, new: str) -> etree._Element:
    """The node with another stretch in it; a tab or a hyphen makes way for a text."""
    if node.tag == w("t"):
        text = node.text or ""
        _set_text(node, text[:start] + new + text[end:])
        return node
    made = _text(new)
    if new:
        node.addprevious(made)
    drop(node)
    return made


def _text(text: str) -> etree._Element:
    made = etree.Element(w("t"))
    _set_text(made, text)
    return made


def _set_text(node: etree._Element, text: str) -> None:
    node.text = text
    node.set(XML_SPACE, "preserve")


def _parted(node: etree._Element, block: str) -> etree._Element:
    """The field in a run of its own; what stood around it keeps its run's look."""
    before, _, after = (node.text or "").partition(block)
    _set_text(node, block)
    if before.strip():
        node.addprevious(_text(before))
    if after.strip():
        node.addnext(_text(after))
    run = node.getparent()
    if run is not None and run.tag == w("r"):
        looks = run.findall(w("rPr"))
        earlier = [other for other in node.itersiblings(preceding=True) if other not in looks][::-1]
        for others, put_beside in ((earlier, run.addprevious), (list(node.itersiblings()), run.addnext)):
            if others:
                beside = etree.Element(w("r"))
                beside.extend([*copy.deepcopy(looks), *others])
                put_beside(beside)
    return node


def stand_alone(node: etree._Element, paragraph: etree._Element) -> None:
    """Give what stands before and behind a field paragraphs of their own."""
    unit = next(place for place in (node, *node.iterancestors()) if place.getparent() is paragraph)
    before = _paragraph_of(list(unit.itersiblings(preceding=True))[::-1], paragraph)
    if before is not None:
        paragraph.addprevious(before)
    after = _paragraph_of(list(unit.itersiblings()), paragraph)
    if after is not None:
        paragraph.addnext(after)
        for section in paragraph.findall(f"{w('pPr')}/{w('sectPr')}"):
            properties(after, "pPr").append(section)


def _paragraph_of(beside: Sequence[etree._Element], paragraph: etree._Element) -> etree._Element | None:
    """A paragraph like the one given for some of its content; None where that says nothing."""
    content = [child for child in beside if child.tag != w("pPr")]
    _trim_breaks(content)
    if not any(text_of(child).strip() or stays(child) for child in content):
        return None
    made = etree.Element(w("p"))
    made.extend(copy.deepcopy(look) for look in paragraph.findall(w("pPr")))
    for section in made.findall(f"{w('pPr')}/{w('sectPr')}"):
        drop(section)
    made.extend(content)
    return made


def _trim_breaks(content: Sequence[etree._Element]) -> None:
    """Take away line breaks at either end, where the paragraph breaks now."""
    marks = [mark for child in content for mark in child.iter(w("t"), w("br"), w("cr"))]
    for ordered in (marks, marks[::-1]):
        for mark in takewhile(lambda mark: not (mark.text or "").strip(), ordered):
            if mark.tag != w("t"):
                drop(mark)


def drop(element: etree._Element) -> None:
    """Take an element out of the letter."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def stays(element: etree._Element) -> bool:
    """Whether something hangs on it that is no text of its own: a picture, a note, half a field of Word's."""
    marks = [mark.get(w("fldCharType")) for mark in element.iter(w("fldChar"))]
    return marks.count("begin") != marks.count("end") or any(
        next(element.iter(w(name)), None) is not None for name in _STAYS
    )


def remove_paragraph(paragraph: etree._Element) -> None:
    """Take an emptied paragraph away, unless something hangs on it or its cell has no other."""
    parent = paragraph.getparent()
    if parent is None or stays(paragraph) or not _hands_section_on(paragraph):
        return
    if parent.tag in _HOLDERS and len(parent.findall(w("p"))) == 1:
        return
    parent.remove(paragraph)


def _hands_section_on(paragraph: etree._Element) -> bool:
    """Let the paragraph before end the section that this one ends. False where it cannot."""
    section = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
    if section is None:
        return True
    before = paragraph.getprevious()
    if before is None or before.tag != w("p") or before.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        return False
    place = put(properties(before, "pPr"), "sectPr")
    place.attrib.update(section.attrib)
    place.extend(section)
    return True


def remove_row(row: etree._Element) -> None:
    """Take a row of a table away, unless something hangs on it; the table with the last of them."""
    table = row.getparent()
    if table is None or stays(row):
        return
    table.remove(row)
    if table.tag == w("tbl") and table.find(w("tr")) is None:
        # A cell ends with a paragraph, and a letter parts two tables by one.
        table.addprevious(etree.Element(w("p")))
        drop(table)


def replace_table(table: etree._Element, text: str) -> None:
    """A paragraph in the look of the table's first text, in place of the table."""
    first = next(table.iter(w("p")), None)
    made = etree.Element(w("p"))
    style = None if first is None else first.find(f"{w('pPr')}/{w('pStyle')}")
    if style is not None:
        properties(made, "pPr").append(copy.deepcopy(style))
    run = etree.SubElement(made, w("r"))
    look = next(table.iter(w("rPr")), None)
    if look is not None:
        run.append(copy.deepcopy(look))
    _set_text(etree.SubElement(run, w("t")), text)
    parent = table.getparent()
    if parent is not None:
        parent.replace(table, made)


def take_out_of_list(paragraph: etree._Element, styles: WordStyles) -> None:
    """Take a paragraph out of its list: what is printed in its place has numbers of its own, or none."""
    look = properties(paragraph, "pPr")
    own = look.find(w("numPr"))
    by_style = styles.of_style(styles.id_of(paragraph), "numPr") is not None
    if own is None and not by_style:
        return
    for name in ("numPr", "ind", "tabs"):
        for entry in look.findall(w(name)):
            look.remove(entry)
    if by_style:
        etree.SubElement(put(look, "numPr"), w("numId")).set(w("val"), "0")
