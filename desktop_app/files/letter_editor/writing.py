"""Puts what was written back into paragraphs of Word: only what changed is made anew."""

import copy
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lxml import etree

from desktop_app.domain.typing import runs_from_right
from desktop_app.domain.writing import LINE_BREAK, Alignment, Block, Piece, PieceKind
from desktop_app.files.letter_editor.kept import Kept
from desktop_app.files.letter_editor.list_spacing import ListSpacing
from desktop_app.files.letter_editor.reading import Source, is_on
from desktop_app.files.script_runs import right_to_left_in
from desktop_app.files.word_styles import WordStyles
from desktop_app.files.wordml import XML_SPACE, R, properties, put, w

_CUT = re.compile(f"([\t\n{LINE_BREAK}\u2011])")
_MADE = {"\t": "tab", "\n": "br", LINE_BREAK: "br", "\N{NON-BREAKING HYPHEN}": "noBreakHyphen"}
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOTE_STYLE = "FootnoteReference"
_HYPERLINK_STYLE = "Hyperlink"


class StoryWriter:
    """Writes the paragraphs of one part.

    Args:
        kept: What the reader kept.
        styles: Those of the letter.
        relate: Gives the key of a relation to an address outside, made where there is none yet.
    """

    def __init__(self, kept: Kept, styles: WordStyles, relate: Callable[[str], str]) -> None:
        self._kept = kept
        self._styles = styles
        self._relate = relate
        self._spacing = ListSpacing((), ())

    def elements(
        self, blocks: Sequence[Block], read: Sequence[Block], sources: Sequence[Source]
    ) -> list[etree._Element]:
        """The children of the story.

        Args:
            blocks: As they are now.
            read: As they were read.
            sources: What each of those was read from.
        """
        self._spacing = ListSpacing(read, sources)
        last = {block.source: number for number, block in enumerate(blocks) if block.source is not None}
        made: list[etree._Element] = []
        used: set[int] = set()
        for number, block in enumerate(blocks):
            source = None if block.source is None else sources[block.source]
            if source is None or block.source is None:
                made += self._written(block, None, None, ends_section=False)
                continue
            is_first = block.source not in used
            used.add(block.source)
            is_last = last[block.source] == number
            made += map(copy.deepcopy, source.before if is_first else ())
            if is_first and is_last and block == read[block.source]:
                made += map(copy.deepcopy, source.elements)
            else:
                old = source.elements[0]
                made += self._written(block, old, read[block.source], ends_section=is_last, is_first=is_first)
            made += map(copy.deepcopy, source.after if is_last else ())
        return made

    def _written(
        self,
        block: Block,
        old: etree._Element | None,
        read: Block | None,
        *,
        ends_section: bool,
        is_first: bool = False,
    ) -> list[etree._Element]:
        """A block anew. A table in it, to which the lines before or after were joined, stands alone again."""
        made: list[etree._Element] = []
        stretches = groupby(block.pieces, key=lambda piece: piece.kind is PieceKind.BLOCK)
        groups = [(is_block, list(pieces)) for is_block, pieces in stretches] or [(False, [])]
        for number, (is_block, pieces) in enumerate(groups):
            if is_block:
                made += [element for piece in pieces for element in self._kept.copies(piece.kept)]
            else:
                is_end = ends_section and all(later for later, _ in groups[number + 1 :])
                paragraph = self._paragraph(block, old, read, ends_section=is_end)
                self._spacing.dress(paragraph, block, read or Block(), is_new=not is_first)
                if is_first and number == 0 and old is not None and old.tag == w("p"):
                    for name, value in old.attrib.items():
                        paragraph.set(name, value)
                self._fill(paragraph, pieces, from_right=bool(block.right_to_left))
                made.append(paragraph)
        return made

    def point_back(self, note: etree._Element) -> None:
        """Put the mark of a footnote before its first words."""
        paragraph = note.find(w("p"))
        if paragraph is None:
            paragraph = etree.SubElement(note, w("p"))
        run = etree.Element(w("r"))
        run.append(self._note_look())
        etree.SubElement(run, w("footnoteRef"))
        paragraph.insert(0 if paragraph.find(w("pPr")) is None else 1, run)

    # Paragraphs

    def _paragraph(
        self, block: Block, old: etree._Element | None, read: Block | None, *, ends_section: bool
    ) -> etree._Element:
        paragraph = etree.Element(w("p"))
        was = read or Block()
        given = old.find(w("pPr")) if old is not None and old.tag == w("p") else None
        look = copy.deepcopy(given)
        if look is not None:
            paragraph.append(look)
            if not ends_section:
                for section in look.findall(w("sectPr")):
                    look.remove(section)
        if block.style != was.style:
            self._set(paragraph, "pStyle", block.style)
        if (block.list, block.level, block.style) != (was.list, was.level, was.style):
            self._set_list(paragraph, block, was)
        if block.alignment is not was.alignment:
            self._set(paragraph, "jc", _JC[block.alignment])
        if block.right_to_left != was.right_to_left:
            self._set(paragraph, "bidi", _BIDI[block.right_to_left])
        if look is not None and not len(look):
            paragraph.remove(look)
        return paragraph

    @staticmethod
    def _set(paragraph: etree._Element, name: str, value: str) -> None:
        look = properties(paragraph, "pPr")
        if value:
            put(look, name, val=value)
        else:
            for found in look.findall(w(name)):
                look.remove(found)

    def _set_list(self, paragraph: etree._Element, block: Block, was: Block) -> None:
        look = properties(paragraph, "pPr")
        if (block.list, block.level) != (was.list, was.level):
            for name in ("numPr", "ind"):
                for found in look.findall(w(name)):
                    look.remove(found)
        of_style = self._styles.of_style(block.style, "numPr", "numId")
        given = "" if of_style is None else of_style.get(w("val"), "")
        depth = self._styles.of_style(block.style, "numPr", "ilvl")
        level = "0" if depth is None else depth.get(w("val"), "0")
        if (block.list, str(block.level)) == (given if given != "0" else "", level if block.list else "0"):
            for found in look.findall(w("numPr")):
                look.remove(found)
            return
        numbering = put(look, "numPr")
        for child in list(numbering):
            numbering.remove(child)
        if block.list:
            etree.SubElement(numbering, w("ilvl")).set(w("val"), str(block.level))
        etree.SubElement(numbering, w("numId")).set(w("val"), block.list or "0")

    # What stands in them

    def _fill(self, paragraph: etree._Element, pieces: Sequence[Piece], *, from_right: bool) -> None:
        for (link, anchor), group in groupby(pieces, key=lambda piece: (piece.link, piece.anchor)):
            elements = [
                element for piece in group for element in self._elements_of(piece, from_right=from_right)
            ]
            if not link and anchor is None:
                paragraph.extend(elements)
                continue
            holder = self._link(link, anchor)
            holder.extend(elements)
            paragraph.append(holder)

    def _link(self, link: str, anchor: int | None) -> etree._Element:
        kept = self._kept.copies(anchor)
        if kept:
            return kept[0]
        made = etree.Element(w("hyperlink"))
        target, _, place = link.partition("#") if link.startswith("#") else (link, "", "")
        if target:
            made.set(f"{{{R}}}id", self._relate(_NOT_IN_XML.sub("", target)))
        if place:
            made.set(w("anchor"), _NOT_IN_XML.sub("", place))
        return made

    def _elements_of(self, piece: Piece, *, from_right: bool) -> list[etree._Element]:
        said = _NOT_IN_XML.sub("", piece.text)
        match piece.kind:
            case PieceKind.TEXT:
                stretches = _stretches(said, from_right=from_right)
                return [self._run(replace(piece, text=text), runs_left=rtl) for text, rtl in stretches]
            case PieceKind.FIELD:
                return [self._run(replace(piece, text=said))] if said else []
            case PieceKind.NOTE:
                return [self._note(piece)]
            case _:
                return self._kept.copies(piece.kept)

    def _run(self, piece: Piece, *, runs_left: bool = False) -> etree._Element:
        run = etree.Element(w("r"))
        look = self._look(piece)
        if runs_left:
            _turn(look, piece)
        elif piece.kind is PieceKind.TEXT and runs_from_right(piece.text) is False:
            _drop(look, "rtl")
        if len(look):
            run.append(look)
        for part in filter(None, _CUT.split(piece.text)):
            if part in _MADE:
                etree.SubElement(run, w(_MADE[part]))
            else:
                text = etree.SubElement(run, w("t"))
                text.set(XML_SPACE, "preserve")
                text.text = part
        return run

    def _look(self, piece: Piece) -> etree._Element:
        kept = self._kept.copies(piece.run)
        look = kept[0] if kept else etree.Element(w("rPr"))
        if piece.link and not kept and self._styles.knows(_HYPERLINK_STYLE):
            put(look, "rStyle", val=_HYPERLINK_STYLE)
        for name, wanted in (("b", piece.bold), ("i", piece.italic)):
            if is_on(look, name) != wanted:
                _drop(look, name)
                _drop(look, f"{name}Cs")
                if wanted:
                    put(look, name)
        if is_on(look, "u") != piece.underlined:
            _drop(look, "u")
            if piece.underlined:
                put(look, "u", val="single")
        return look

    def _note(self, piece: Piece) -> etree._Element:
        run = etree.Element(w("r"))
        kept = self._kept.copies(piece.run)
        run.append(kept[0] if kept else self._note_look())
        etree.SubElement(run, w("footnoteReference")).set(w("id"), piece.text)
        return run

    def _note_look(self) -> etree._Element:
        look = etree.Element(w("rPr"))
        if self._styles.knows(_NOTE_STYLE):
            put(look, "rStyle", val=_NOTE_STYLE)
        else:
            put(look, "vertAlign", val="superscript")
        return look


_BIDI = {None: "", True: "1", False: "0"}
_JC = {
    Alignment.AS_STYLE: "",
    Alignment.START: "left",
    Alignment.CENTRE: "center",
    Alignment.END: "right",
    Alignment.JUSTIFIED: "both",
}


def _stretches(text: str, *, from_right: bool) -> Iterator[tuple[str, bool]]:
    """A text by the way its letters run. In a paragraph from the right, signs that tell nothing run with it.

    Word would set the full stop at its end on the other side.
    """
    told = (
        (part, rtl or (from_right and runs_from_right(part) is None)) for part, rtl in right_to_left_in(text)
    )
    for is_rtl, group in groupby(told, key=lambda pair: pair[1]):
        yield "".join(part for part, _rtl in group), is_rtl


def _turn(look: etree._Element, piece: Piece) -> None:
    """Word sets these letters by marks of their own, which the usual ones say nothing about."""
    put(look, "rtl")
    for name, wanted in (("bCs", piece.bold), ("iCs", piece.italic)):
        if wanted:
            put(look, name)


def _drop(look: etree._Element, name: str) -> None:
    for found in look.findall(w(name)):
        look.remove(found)
