"""Turns an existing Word letter into a template: what varies becomes a field, all else stays as it is."""

import copy
import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from desktop_app.domain.letter import BLOCKS
from desktop_app.domain.letter_anatomy.template import Edits, Spot
from desktop_app.files.docx_merge.splice import Shell
from desktop_app.files.docx_package import serialise
from desktop_app.files.letter_paragraphs import ParagraphLine
from desktop_app.files.package_gate import Kind, unpack
from desktop_app.files.word_parts import WordParts
from desktop_app.files.word_styles import WordStyles
from desktop_app.files.wordml import XML_SPACE, local, properties, put, text_of, w

_SIGNATORIES = "{{ signatories }}"
_BLOCKS = frozenset(f"{{{{ {name} }}}}" for name in BLOCKS)
_SPACING_NODES = frozenset({"t", "tab", "ptab", "noBreakHyphen", "softHyphen", "sym"})
"""Nodes that may go with the text they stand in; the mark of a footnote never does."""
_WORD = re.compile(r"[^\W\d_]{3}")
_STAYS = ("drawing", "pict", "object", "footnoteReference", "endnoteReference", "txbxContent")
_HOLDERS = frozenset(map(w, ("tc", "txbxContent", "footnote", "endnote", "sdtContent")))
"""What must not be left without a paragraph."""


def with_fields(package: bytes, edits: Edits, file: str = "letter.docx") -> bytes:
    """The letter with fields in it; parts in which nothing varies keep their bytes.

    Args:
        package: The letter, as its reader gave it back.
        edits: What becomes a field and what goes, by the numbers of its lines.
        file: Its name, for messages.

    Raises:
        ProblemError: as ``unpack``.
    """
    parts = WordParts(unpack(package, Kind.DOCX, file), file)
    lines = list(parts.lines())
    styles = WordStyles(parts.beside_body("styles"))
    editor = _Editor([line for _, line in lines], edits, styles)
    editor.edit()
    touched = {name for name, line in lines if line.number in editor.touched}
    made = {name: serialise(parts.numbered[name]) for name in touched}
    return Shell({**parts.parts, **made}).file({})


def margins_of(package: bytes, file: str = "letter.docx") -> tuple[str, ...]:
    """What a letter prints at the head and the foot of its pages, page numbers apart."""
    parts = WordParts(unpack(package, Kind.DOCX, file), file)
    names = [name for kind in ("header", "footer") for name in parts.related(parts.body, kind)]
    texts = (text_of(paragraph).strip() for name in names for paragraph in parts.root(name).iter(w("p")))
    return tuple(dict.fromkeys(text for text in texts if _WORD.search(text)))


class _Editor:
    def __init__(self, lines: Sequence[ParagraphLine], edits: Edits, styles: WordStyles) -> None:
        self._styles = styles
        self._lines = lines
        self._spots = edits.spots
        self._removed = edits.removed
        self.touched = set(edits.spots) | set(edits.removed)

    def edit(self) -> None:
        """Make all changes."""
        tables = dict(self._tables_to_replace())
        blocks = [
            node
            for line in self._lines
            if line.number in self._spots and line.number not in tables
            for node in _fill(line, self._spots[line.number])
        ]
        for line in self._lines:
            if line.number in self._removed and not any(_is_in(line, table) for table in tables.values()):
                self._remove(line)
        for number, table in tables.items():
            _replace_table(table, self._spots[number][0].text)
        for node in blocks:
            paragraph = next(node.iterancestors(w("p")), None)
            if paragraph is not None:
                _stand_alone(node, paragraph)
                _unnumber(paragraph, self._styles)

    def _tables_to_replace(self) -> Iterator[tuple[int, etree._Element]]:
        """Tables that hold the list and, but for a heading, nothing else."""
        for line in self._lines:
            if not any(spot.text == _SIGNATORIES for spot in self._spots.get(line.number, ())):
                continue
            table = next(line.element.iterancestors(w("tbl")), None)
            if table is not None and self._others_in(table) <= 1:
                yield line.number, table

    def _others_in(self, table: etree._Element) -> int:
        return sum(
            bool(line.text.strip()) and line.number not in self.touched
            for line in self._lines
            if _is_in(line, table)
        )

    def _remove(self, line: ParagraphLine) -> None:
        """Take a line out; its paragraph as well, where no other line is left in it."""
        _fill_one(line, Spot(0, len(line.text), ""))
        if line.after is not None:
            _drop(line.after)
        element = line.element
        mates = [other for other in self._lines if other.element is element]
        if element.tag == w("p") and all(other.number in self._removed for other in mates):
            _remove_paragraph(element)
        elif element.tag == w("tr") and not _stays(element):
            _drop(element)


def _fill(line: ParagraphLine, spots: Iterable[Spot]) -> Iterator[etree._Element]:
    """Put fields into a line, each in the look of the run in which it begins.

    Yields:
        The text of each field that wants a paragraph of its own.
    """
    for spot in sorted(spots, key=lambda spot: spot.start, reverse=True):
        node = _fill_one(line, spot)
        if node is not None and spot.text in _BLOCKS:
            yield _parted(node, spot.text)


def _fill_one(line: ParagraphLine, spot: Spot) -> etree._Element | None:
    """Put one field into a line, and give back the text that it stands in."""
    at = 0
    filled = None
    new: str | None = spot.text
    for piece in line.pieces:
        start, end = max(spot.start - at, 0), min(spot.end - at, len(piece.text))
        at += len(piece.text)
        if piece.node is None or start > end or (start == end and (spot.start < spot.end or new is None)):
            continue
        if local(piece.node) not in _SPACING_NODES:
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
    _drop(node)
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
    run, text = node.getparent(), node.text or ""
    if run is None or text.strip() == block:
        return node
    before, _, after = text.partition(block)
    _set_text(node, block)
    for words, put_beside in ((before, run.addprevious), (after, run.addnext)):
        if words.strip():
            beside = etree.Element(w("r"))
            beside.extend(copy.deepcopy(look) for look in run.findall(w("rPr")))
            beside.append(_text(words))
            put_beside(beside)
    return node


def _stand_alone(node: etree._Element, paragraph: etree._Element) -> None:
    """Give what stands before and behind a field paragraphs of their own."""
    unit = next(place for place in (node, *node.iterancestors()) if place.getparent() is paragraph)
    section = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
    for beside, put_beside in (
        (list(unit.itersiblings(preceding=True))[::-1], paragraph.addprevious),
        (list(unit.itersiblings()), paragraph.addnext),
    ):
        content = [child for child in beside if child.tag != w("pPr")]
        _trim_breaks(content)
        if not any(text_of(child).strip() or _stays(child) for child in content):
            continue
        other = etree.Element(w("p"))
        other.extend(copy.deepcopy(look) for look in paragraph.findall(w("pPr")))
        for copied in other.findall(f"{w('pPr')}/{w('sectPr')}"):
            _drop(copied)
        other.extend(content)
        put_beside(other)
        if section is not None and put_beside == paragraph.addnext:
            properties(other, "pPr").append(section)


def _trim_breaks(content: Sequence[etree._Element]) -> None:
    """Take away line breaks at either end, where the paragraph breaks now."""
    for ordered in (content, content[::-1]):
        for child in ordered:
            if text_of(child).strip():
                break
            for mark in list(child.iter(w("br"), w("cr"))):
                _drop(mark)


def _is_in(line: ParagraphLine, table: etree._Element) -> bool:
    return any(ancestor is table for ancestor in line.element.iterancestors())


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _stays(element: etree._Element) -> bool:
    """Whether something hangs on it that is no text of its own: a picture, a note, half a field of Word's."""
    marks = [mark.get(w("fldCharType")) for mark in element.iter(w("fldChar"))]
    return marks.count("begin") != marks.count("end") or any(
        next(element.iter(w(name)), None) is not None for name in _STAYS
    )


def _remove_paragraph(paragraph: etree._Element) -> None:
    """Take an emptied paragraph away, unless something hangs on it or its cell has no other."""
    parent = paragraph.getparent()
    if parent is None or _stays(paragraph) or not _hands_section_on(paragraph):
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


def _replace_table(table: etree._Element, text: str) -> None:
    """A paragraph in the look of the table's first text, in place of the table."""
    first = next(table.iter(w("p")), None)
    made = etree.Element(w("p"))
    style = None if first is None else first.find(f"{w('pPr')}/{w('pStyle')}")
    if style is not None:
        properties(made, "pPr").append(etree.fromstring(etree.tostring(style)))
    run = etree.SubElement(made, w("r"))
    look = next(table.iter(w("rPr")), None)
    if look is not None:
        run.append(etree.fromstring(etree.tostring(look)))
    _set_text(etree.SubElement(run, w("t")), text)
    parent = table.getparent()
    if parent is not None:
        parent.replace(table, made)


def _unnumber(paragraph: etree._Element, styles: WordStyles) -> None:
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
