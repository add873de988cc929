"""A finished letter of ours, taken out of its DOCX as blocks: what a reader sees, without the pages."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

from desktop_app.domain.public_letter import Block, BlockKind, Span
from desktop_app.files.word_numbering import WordNumbering
from desktop_app.files.word_styles import WordStyles
from desktop_app.files.wordml import R, local, w

_SAFE_LINK = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
_BREAKS = frozenset({"br", "cr"})
_OFF = ("0", "false")


def letter_blocks(document: bytes) -> tuple[tuple[Block, ...], tuple[tuple[Span, ...], ...]]:
    """The blocks of a finished letter, and its footnotes in the order in which they are referred to."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return _Reader(parts).read()


class _Reader:
    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._styles = WordStyles(self._root("word/styles.xml"))
        self._numbering = WordNumbering(self._root("word/numbering.xml"), self._styles)
        self._noted: list[str] = []

    def read(self) -> tuple[tuple[Block, ...], tuple[tuple[Span, ...], ...]]:
        root = self._root("word/document.xml")
        body = None if root is None else root.find(w("body"))
        links = self._links("document")
        blocks = [] if body is None else list(self._blocks(body, links))
        return tuple(blocks), tuple(self._notes())

    def _blocks(self, parent: etree._Element, links: Mapping[str, str]) -> Iterator[Block]:
        for child in parent:
            if child.tag == w("p"):
                block = self._block(child, links)
                if block.text:
                    yield block
            elif child.tag == w("tbl"):
                yield from self._rows(child, links)

    def _rows(self, table: etree._Element, links: Mapping[str, str]) -> Iterator[Block]:
        """Each row as a line: a table of a letter sets signatures or contacts side by side."""
        for row in table.iter(w("tr")):
            spans: list[Span] = []
            for paragraph in row.iter(w("p")):
                found = self._spans(paragraph, links)
                spans += [Span("\n"), *found] if spans and found else found
            block = Block(BlockKind.ROW, tuple(spans))
            if block.text:
                yield block

    def _block(self, paragraph: etree._Element, links: Mapping[str, str]) -> Block:
        spans = tuple(self._spans(paragraph, links))
        marker = self._numbering.marker_of(paragraph)
        if marker is not None:
            return Block(BlockKind.ITEM, spans, marker.level, marker.text)
        level = self._styles.heading_level(paragraph)
        return Block(BlockKind.HEADING if level else BlockKind.PARAGRAPH, spans, level or 1)

    def _spans(self, paragraph: etree._Element, links: Mapping[str, str]) -> list[Span]:
        bold = self._styles.is_bold(paragraph)
        spans: list[Span] = []
        for run in paragraph.iter(w("r")):
            if next(run.iterancestors("{*}Fallback"), None) is not None:
                continue  # what old programs show of a text box, which is there already
            holder = run.getparent()
            link = ""
            if holder is not None and holder.tag == w("hyperlink"):
                link = links.get(holder.get(f"{{{R}}}id", ""), "")
            spans += self._of_run(run, link, bold=bold)
        return spans

    def _of_run(self, run: etree._Element, link: str, *, bold: bool) -> Iterator[Span]:
        own = _switch(run, "b")
        italic = _switch(run, "i") or False
        look = {"bold": bold if own is None else own, "italic": italic, "link": link}
        for node in run:
            kind = local(node)
            if kind == "t":
                yield Span(node.text or "", **look)  # type: ignore[arg-type]
            elif kind in _BREAKS:
                yield Span("\n")
            elif kind in ("tab", "ptab"):
                yield Span(" ")
            elif kind == "noBreakHyphen":
                yield Span("\u2011", **look)  # type: ignore[arg-type]
            elif kind == "footnoteReference":
                self._noted.append(node.get(w("id"), ""))
                yield Span("", note=len(self._noted))

    def _notes(self) -> Iterator[tuple[Span, ...]]:
        root = self._root("word/footnotes.xml")
        notes = {} if root is None else {note.get(w("id"), ""): note for note in root.iter(w("footnote"))}
        links = self._links("footnotes")
        for key in self._noted:
            spans: list[Span] = []
            for paragraph in notes[key].iter(w("p")) if key in notes else ():
                spans += self._spans(paragraph, links)
            yield tuple(spans)

    def _links(self, story: str) -> Mapping[str, str]:
        root = self._root(f"word/_rels/{story}.xml.rels")
        targets = {} if root is None else {entry.get("Id", ""): entry.get("Target", "") for entry in root}
        return {key: target for key, target in targets.items() if _SAFE_LINK.match(target)}

    def _root(self, name: str) -> etree._Element | None:
        data = self._parts.get(name)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return None if data is None else etree.fromstring(data, parser)


def _switch(run: etree._Element, name: str) -> bool | None:
    """Whether a run says that it is bold or italic; None where it says nothing."""
    found = run.find(f"{w('rPr')}/{w(name)}")
    return None if found is None else found.get(w("val"), "1") not in _OFF
