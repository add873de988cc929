"""Turns an existing Word letter into a template: what varies becomes a field, all else stays as it is."""

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from desktop_app.domain.letter import BLOCKS
from desktop_app.domain.letter_anatomy.template import Edits, Spot
from desktop_app.files.docx_merge.splice import Shell
from desktop_app.files.docx_package import serialise
from desktop_app.files.letter_paragraphs import ParagraphLine, TextPiece
from desktop_app.files.package_gate import Kind, unpack
from desktop_app.files.word_parts import WordParts
from desktop_app.files.word_styles import WordStyles
from desktop_app.files.wordml import XML_SPACE, local, properties, put, w

_SIGNATORIES = "{{ signatories }}"
_BLOCKS = frozenset(f"{{{{ {name} }}}}" for name in BLOCKS)
_SPACING_NODES = frozenset({"t", "tab", "ptab", "noBreakHyphen", "softHyphen", "sym"})
"""Nodes that may go with the text they stand in; the mark of a footnote never does."""
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
        for line in self._lines:
            if line.number in self._spots and line.number not in tables:
                fill(line, self._spots[line.number])
        for line in self._lines:
            if line.number in self._removed and not any(_is_in(line, table) for table in tables.values()):
                self._remove(line)
        for number, table in tables.items():
            _replace_table(table, self._spots[number][0].text)
        for line in self._lines:
            if line.number not in tables and self._is_block(line.number) and line.element.tag == w("p"):
                _unnumber(line.element, self._styles)

    def _is_block(self, number: int) -> bool:
        return any(spot.text in _BLOCKS for spot in self._spots.get(number, ()))

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
        fill(line, [Spot(0, len(line.text), "")])
        if line.after is not None:
            _drop(line.after)
        element = line.element
        mates = [other for other in self._lines if other.element is element]
        if element.tag == w("p") and all(other.number in self._removed for other in mates):
            _remove_paragraph(element)
        elif element.tag == w("tr") and not _stays(element):
            _drop(element)


def fill(line: ParagraphLine, spots: Iterable[Spot]) -> None:
    """Put fields into a line, each in the look of the run in which it begins."""
    for spot in sorted(spots, key=lambda spot: spot.start, reverse=True):
        _fill_one(line, spot)


def _fill_one(line: ParagraphLine, spot: Spot) -> None:
    at = 0
    new: str | None = spot.text
    for piece in line.pieces:
        start, end = max(spot.start - at, 0), min(spot.end - at, len(piece.text))
        at += len(piece.text)
        if piece.node is None or start > end or (start == end and (spot.start < spot.end or new is None)):
            continue
        if local(piece.node) not in _SPACING_NODES:
            continue
        _write(piece, start, end, new or "")
        new = None
    if new and line.element.tag == w("p"):
        run = etree.SubElement(line.element, w("r"))
        _set_text(etree.SubElement(run, w("t")), new)


def _write(piece: TextPiece, start: int, end: int, new: str) -> None:
    node = piece.node
    if node is None:
        return
    if node.tag == w("t"):
        text = node.text or ""
        _set_text(node, text[:start] + new + text[end:])
    elif new:
        made = etree.Element(w("t"))
        _set_text(made, new)
        parent = node.getparent()
        if parent is not None:
            parent.replace(node, made)
    else:
        _drop(node)


def _set_text(node: etree._Element, text: str) -> None:
    node.text = text
    node.set(XML_SPACE, "preserve")


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
