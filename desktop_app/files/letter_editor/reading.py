"""Takes the paragraphs of a story apart for a writer: the body of a letter, or one of its footnotes."""

import copy
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from desktop_app.domain.writing import LINE_BREAK, Alignment, Block, Piece, PieceKind, with_fields
from desktop_app.files.letter_editor.kept import Kept
from desktop_app.files.word_numbering import WordNumbering
from desktop_app.files.wordml import R, W, local, text_of, w

_DROPPED = frozenset(map(w, ("proofErr", "lastRenderedPageBreak")))
"""Of use to Word alone, and made anew by it."""
_MARKS = frozenset(
    map(
        w,
        (
            *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd"),
            *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
            *("customXmlInsRangeStart", "customXmlInsRangeEnd", "footnoteRef", "endnoteRef", "annotationRef"),
        ),
    )
)
_TEXTS = {w("tab"): "\t", w("noBreakHyphen"): "\N{NON-BREAKING HYPHEN}", w("cr"): LINE_BREAK}
_NAMES = {
    "tbl": "table",
    "sdt": "control",
    "drawing": "picture",
    "pict": "picture",
    "object": "object",
    "br": "break",
    "fldSimple": "field",
    "ins": "inserted",
    "del": "deleted",
    "moveFrom": "deleted",
    "moveTo": "inserted",
    "commentReference": "comment",
    "endnoteReference": "endnote",
    "oMath": "formula",
    "oMathPara": "formula",
}
"""What a writer is told of something kept: a code that ``wording`` knows. All else is ``other``."""
_BREAKS = re.compile("[\r\n\u2029]")
"""Word shows them as blanks; a text document would begin a paragraph."""
_OFF = frozenset({"0", "false", "off", "none"})
_ALIGNED = {
    "left": Alignment.START,
    "start": Alignment.START,
    "right": Alignment.END,
    "end": Alignment.END,
    "center": Alignment.CENTRE,
    "both": Alignment.JUSTIFIED,
}


@dataclass(slots=True)
class Source:
    """What one block was read from.

    Attributes:
        elements: The paragraph, or what stands in the place of one.
        before, after: What stands between it and the next, and is not seen.
    """

    elements: list[etree._Element]
    before: list[etree._Element] = field(default_factory=list)
    after: list[etree._Element] = field(default_factory=list)


class StoryReader:
    """Reads the paragraphs of one part.

    Args:
        kept: Where what is not seen is put.
        numbering: The lists of the letter.
        target: Where a link leads, by the key of its relation.
    """

    def __init__(self, kept: Kept, numbering: WordNumbering, target: Callable[[str], str]) -> None:
        self._kept = kept
        self._numbering = numbering
        self._target = target

    def sources(self, story: etree._Element) -> list[Source]:
        """The children of a body or a note, those that are not seen put to their neighbours."""
        made: list[Source] = []
        waiting: list[etree._Element] = []
        open_fields = 0
        for child in story:
            if not isinstance(child.tag, str) or child.tag == w("sectPr"):
                continue
            if child.tag in _MARKS or child.tag in _DROPPED:
                (made[-1].after if made else waiting).append(child)
            elif open_fields > 0:
                made[-1].elements.append(child)  # a field that goes on over several paragraphs, as a contents
                open_fields += _opened_by(child)
            else:
                made.append(Source([child], before=waiting))
                waiting = []
                open_fields += _opened_by(child) if child.tag == w("p") else 0
        return made

    def block(self, source: Source, number: int) -> Block:
        """One of them as a writer sees it."""
        first = source.elements[0]
        if first.tag != w("p") or len(source.elements) > 1:
            said = " ".join(text_of(first).split())[:60]
            name = _NAMES.get(local(first), "field" if first.tag == w("p") else "other")
            piece = Piece(f"{name}:{said}", PieceKind.BLOCK, kept=self._kept.put(source.elements))
            return Block((piece,), number)
        look = first.find(w("pPr"))
        place = self._numbering.place_of(first)
        return Block(
            with_fields(self.pieces(first)),
            number,
            value_of(look, "pStyle"),
            *(("", 0) if place is None else place),
            _ALIGNED.get(value_of(look, "jc"), Alignment.AS_STYLE),
            None if look is None or look.find(w("bidi")) is None else is_on(look, "bidi"),
        )

    def pieces(self, parent: etree._Element, link: Piece | None = None) -> Iterator[Piece]:
        """What stands in a paragraph, or in a link in it, which is given as an empty piece."""
        field_parts: list[etree._Element] = []
        depth = 0
        for child in parent:
            if not isinstance(child.tag, str) or child.tag == w("pPr") or child.tag in _DROPPED:
                continue
            if depth > 0 or child.find(w("fldChar")) is not None:
                field_parts.append(child)
                depth += _opened_by(child)
                if depth <= 0:
                    yield self._kept_piece("field", field_parts)
                    field_parts, depth = [], 0
            elif child.tag == w("r"):
                yield from self._run(child, link)
            elif child.tag == w("hyperlink") and link is None:
                bare: etree._Element = etree.Element(child.tag, child.attrib, child.nsmap)
                yield from self.pieces(
                    child, Piece("", link=self._leads_to(child), anchor=self._kept.put([bare]))
                )
            elif child.tag in _MARKS:
                yield Piece("", PieceKind.MARK, kept=self._kept.put([child]))
            else:
                yield self._kept_piece(_NAMES.get(local(child), "other"), [child])
        if field_parts:
            yield self._kept_piece("field", field_parts)

    def _run(self, run: etree._Element, link: Piece | None) -> Iterator[Piece]:
        """The pieces of a run: its text in one look, and what stands between."""
        look = run.find(w("rPr"))
        base = self._text_piece(look, link)
        if is_on(look, "vanish"):
            yield self._kept_piece("hidden", [run])
            return
        for child in run:
            if child.tag == w("rPr") or child.tag in _DROPPED or not isinstance(child.tag, str):
                continue
            if child.tag == w("t"):
                yield replace(base, text=_BREAKS.sub(" ", child.text or ""))
            elif child.tag in _TEXTS:
                yield replace(base, text=_TEXTS[child.tag])
            elif child.tag == w("br") and child.get(w("type"), "textWrapping") == "textWrapping":
                yield replace(base, text=LINE_BREAK)
            elif child.tag == w("footnoteReference") and child.get(w("customMarkFollows")) is None:
                yield Piece(child.get(w("id"), ""), PieceKind.NOTE, run=base.run)
            else:
                name = "mark" if child.tag in _MARKS else _NAMES.get(local(child), "other")
                alone = etree.Element(w("r"), run.attrib)
                alone.extend(copy.deepcopy(part) for part in (look, child) if part is not None)
                if name == "mark":
                    yield Piece("", PieceKind.MARK, kept=self._kept.put([alone]))
                else:
                    yield self._kept_piece(name, [alone])

    def _text_piece(self, look: etree._Element | None, link: Piece | None) -> Piece:
        return Piece(
            "",
            bold=is_on(look, "b"),
            italic=is_on(look, "i"),
            underlined=is_on(look, "u"),
            link="" if link is None else link.link,
            run=None if look is None or not len(look) else self._kept.put_run(look),
            anchor=None if link is None else link.anchor,
        )

    def _leads_to(self, link: etree._Element) -> str:
        target = self._target(link.get(f"{{{R}}}id", ""))
        place = link.get(w("anchor"), "")
        return f"{target}#{place}" if place else target

    def _kept_piece(self, name: str, elements: Sequence[etree._Element]) -> Piece:
        said = " ".join(
            "".join(node.text or "" for e in elements for node in e.iter(w("t"), w("delText"))).split()
        )
        return Piece(f"{name}:{said[:60]}", PieceKind.KEPT, kept=self._kept.put(elements))


def _opened_by(element: etree._Element) -> int:
    """How many more fields begin in an element than end there."""
    kinds = [node.get(w("fldCharType")) for node in element.iter(w("fldChar"))]
    return kinds.count("begin") - kinds.count("end")


def value_of(look: etree._Element | None, name: str) -> str:
    """A property's value; empty where it is not given."""
    found = None if look is None else look.find(w(name))
    return "" if found is None else found.get(w("val"), "")


def is_on(look: etree._Element | None, name: str) -> bool:
    """Whether a property that is on or off is on."""
    found = None if look is None else look.find(f"{{{W}}}{name}")
    return found is not None and found.get(w("val"), "1") not in _OFF
