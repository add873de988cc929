"""Sets the pieces of an imported letter as paragraphs of a Word file."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

from lxml import etree

from desktop_app.domain.letter_anatomy.source import Link
from desktop_app.domain.letter_anatomy.template import Piece, PieceKind
from desktop_app.domain.letter_language import LetterLanguage
from desktop_app.files.docx_merge.splice import Shell
from desktop_app.files.docx_package import serialise
from desktop_app.files.letter_making.items import Items
from desktop_app.files.letter_making.markup import Stretch, element, inlines, runs
from desktop_app.files.letter_making.notes import NoteMark, NotesPart, marks_of
from desktop_app.files.package_gate import Kind, unpack
from desktop_app.files.script_runs import mark_paragraph
from desktop_app.files.wordml import R, properties, put, w

_BODY, _NOTES, _NUMBERS, _STYLES = (
    f"word/{name}.xml" for name in ("document", "footnotes", "numbering", "styles")
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OF_BODY = "word/_rels/document.xml.rels"
_STYLE = {
    PieceKind.TITLE: "Title",
    PieceKind.DATE: "Date",
    PieceKind.REFERENCE: "Reference",
    PieceKind.ADDRESS: "Address",
    PieceKind.SUBJECT: "Subject",
    PieceKind.SALUTATION: "Salutation",
    PieceKind.PARAGRAPH: "BodyText",
    PieceKind.QUOTE: "Quote",
    PieceKind.FOOTNOTE: "Note",
    PieceKind.CLOSING: "Closing",
    PieceKind.SIGNATURE: "Signature",
    PieceKind.COPIES: "Copies",
    PieceKind.STATEMENT: "CountStatement",
    PieceKind.SIGNATORIES: "Signatory",
    PieceKind.NOTE: "Note",
    PieceKind.CONTACT_HEADING: "ContactHeading",
    PieceKind.CONTACTS: "Contact",
}
_OF_THE_TEXT = frozenset(
    {
        *(PieceKind.PARAGRAPH, PieceKind.HEADING, PieceKind.ITEM, PieceKind.QUOTE),
        *(PieceKind.CLOSING, PieceKind.SIGNATURE, PieceKind.COPIES),
    }
)
"""After the last of these stand notes that nothing points at."""
_DEEPEST_HEADING = 2
_CUE = re.compile(r"^(\w{1,3}\s?:)\s+")
"""So short a word before the subject that the style leaves room for it: "Re:"."""
_LINK = re.compile(r"https?://[^\s]+|mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)
_ROUND_A_LIST = 200
_EAST_ASIAN = frozenset({"zh", "ja", "ko"})


def made_letter(pieces: Sequence[Piece], look: bytes, language: str, *, list_on_new_page: bool) -> bytes:
    """The letter.docx of an imported letter.

    Args:
        pieces: Its paragraphs, with fields.
        look: A Word file with all styles and an empty body.
        language: The letter's.
        list_on_new_page: Whether the sentence over the list begins a page.
    """
    return _Maker(look, LetterLanguage(language)).letter(pieces, list_on_new_page=list_on_new_page)


class _Maker:
    def __init__(self, look: bytes, language: LetterLanguage) -> None:
        self._parts = unpack(look, Kind.DOCX, "look.docx")
        self._trees = {
            name: etree.fromstring(self._parts[name]) for name in (_BODY, _NOTES, _NUMBERS, _STYLES, _OF_BODY)
        }
        self._language = language
        self._items = Items(self._trees[_NUMBERS])
        self._notes = NotesPart(self._trees[_NOTES])

    def letter(self, pieces: Sequence[Piece], *, list_on_new_page: bool) -> bytes:
        marks = marks_of(pieces)
        pointed_at = {mark.note.line for found in marks.values() for mark in found}
        made = []
        ordered = _in_order(pieces, pointed_at)
        for piece, following in zip(ordered, [*ordered[1:], None], strict=False):
            stretches = [*self._pointers(marks.get(piece.line, ())), *self._links(piece.links)]
            made.append(self._paragraph(piece, following, stretches, list_on_new_page=list_on_new_page))
        self._finish([*made, *self._notes.paragraphs()])
        body = self._trees[_BODY].find(w("body"))
        if body is None:
            raise ValueError("a look without a body")
        for empty in body.findall(w("p")):
            body.remove(empty)
        for place, paragraph in enumerate(made):
            body.insert(place, paragraph)
        return self._packed()

    def _paragraph(
        self, piece: Piece, following: Piece | None, stretches: Sequence[Stretch], *, list_on_new_page: bool
    ) -> etree._Element:
        look = element("pPr", *self._look_of(piece))
        if piece.kind is PieceKind.STATEMENT and list_on_new_page:
            put(look, "pageBreakBefore")
        then = following.kind if following else None
        speaks_to_reader = piece.text.rstrip(" ,:!，：،") == "{{ recipient.vocative }}"
        if piece.kind is PieceKind.PARAGRAPH and (then is PieceKind.ITEM or speaks_to_reader):
            put(look, "keepNext")
        ends_list = piece.kind is PieceKind.ITEM and then is not PieceKind.ITEM
        if ends_list or (piece.kind is PieceKind.PARAGRAPH and then is PieceKind.SIGNATORIES):
            put(look, "spacing", after=str(_ROUND_A_LIST))
        text = piece.text
        if piece.kind is PieceKind.FOOTNOTE:
            text = f"{piece.marker} {text}".lstrip()
        elif piece.kind is PieceKind.SUBJECT:
            text, tabs = _CUE.subn(r"\1\t", text, count=1)
            if not tabs:
                put(look, "ind", left="0", hanging="0")
        return element("p", look, *inlines(text, stretches))

    def _look_of(self, piece: Piece) -> list[etree._Element]:
        if piece.kind is PieceKind.ITEM:
            return self._items.properties(piece)
        self._items.close()
        if piece.kind is PieceKind.HEADING:
            return [element("pStyle", val=f"Heading{min(max(piece.level, 1), _DEEPEST_HEADING)}")]
        return [element("pStyle", val=_STYLE[piece.kind])]

    def _pointers(self, marks: Iterable[NoteMark]) -> Iterator[Stretch]:
        for mark in sorted(marks, key=lambda mark: mark.start):
            pointer = self._notes.add(mark.note.text)
            yield Stretch(mark.start, mark.end, partial(_pointer, pointer))

    def _links(self, links: Iterable[Link]) -> Iterator[Stretch]:
        for link in links:
            if _LINK.fullmatch(link.target):
                root = self._trees[_OF_BODY]
                key = f"rId{len(root) + 1}"
                entry = etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=key, Target=link.target)
                entry.attrib.update({"Type": f"{R}/hyperlink", "TargetMode": "External"})
                yield Stretch(link.start, link.end, partial(_hyperlink, key))

    def _finish(self, paragraphs: Iterable[etree._Element]) -> None:
        for paragraph in paragraphs:
            if self._language.is_right_to_left:
                put(properties(paragraph, "pPr"), "bidi")
            mark_paragraph(paragraph, fonts=True)
        code = self._language.code
        slot = "eastAsia" if code in _EAST_ASIAN else "bidi" if self._language.is_right_to_left else "val"
        for default in self._trees[_STYLES].iter(w("lang")):
            default.set(w(slot), code)

    def _packed(self) -> bytes:
        made: Mapping[str, bytes] = {name: serialise(tree) for name, tree in self._trees.items()}
        return Shell({**self._parts, **made}).file({})


def _in_order(pieces: Sequence[Piece], pointed_at: AbstractSet[int]) -> list[Piece]:
    """The pieces without notes that are pointed at; the other notes stand after the text."""
    notes = [piece for piece in pieces if piece.kind is PieceKind.FOOTNOTE]
    rest = [piece for piece in pieces if piece.kind is not PieceKind.FOOTNOTE]
    left = [note for note in notes if note.line not in pointed_at]
    end = max((at for at, piece in enumerate(rest, 1) if piece.kind in _OF_THE_TEXT), default=0)
    return [*rest[:end], *left, *rest[end:]]


def _hyperlink(key: str, text: str) -> etree._Element:
    made = element("hyperlink", *runs(text, "Hyperlink"))
    made.set(f"{{{R}}}id", key)
    return made


def _pointer(run: etree._Element, _mark: str) -> etree._Element:
    return run
