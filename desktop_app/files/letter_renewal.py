"""Puts a new text into the letter that is there: its look, letterhead, pictures and footnotes stay.

Each paragraph that came back keeps its own, and only the words in it that changed are written anew. What is
new is set like its neighbours.
"""

import copy
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lxml import etree

from desktop_app.domain.letter_anatomy.template import Piece, PieceKind, Spot
from desktop_app.files.docx_merge.splice import Shell
from desktop_app.files.docx_package import serialise
from desktop_app.files.letter_making.markup import element, runs
from desktop_app.files.letter_mates import mates_of, same_words
from desktop_app.files.letter_paragraphs import ParagraphLine, TextPiece
from desktop_app.files.package_gate import Kind, unpack
from desktop_app.files.word_paragraphs import fill_all, stays
from desktop_app.files.word_parts import WordParts
from desktop_app.files.wordml import properties, text_of, w

_TOKEN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\[\d{1,3}\]|[⁰¹²³⁴-⁹]+|[^\W⁰¹²³⁴-⁹]+|\s+|.", re.DOTALL)
_MARK = re.compile(r"\[\d{1,3}\]|[⁰¹²³⁴-⁹]+")
_NOTES = ("footnoteReference", "endnoteReference")
_PICTURES = ("drawing", "pict")
_NOT_COPIED = ("sectPr", "pageBreakBefore")


@dataclass(frozen=True, slots=True)
class Held:
    """What of a letter is more than text: how many footnotes, pictures and tables its body has."""

    notes: int
    pictures: int
    tables: int
    has_margins: bool = False

    @property
    def would_be_lost(self) -> bool:
        """Whether another file's look would lose something."""
        return bool(self.has_margins or self.notes or self.pictures)


def held_by(package: bytes, file: str) -> Held:
    """What a letter has besides its text.

    Raises:
        ProblemError: as ``unpack``.
    """
    parts = WordParts(unpack(package, Kind.DOCX, file), file)
    margins = [parts.root(name) for kind in ("header", "footer") for name in parts.related(parts.body, kind)]
    has_margins = any(text_of(root).strip() or _count(root, _PICTURES) for root in margins)
    return _held(parts.numbered[parts.body], has_margins=has_margins)


def renewed(package: bytes, pieces: Sequence[Piece], file: str) -> bytes:
    """The letter with another text.

    Args:
        package: The letter.
        pieces: The new text, paragraph by paragraph, with fields.
        file: The letter's name, for messages.

    Raises:
        ProblemError: as ``unpack``.
    """
    parts = WordParts(unpack(package, Kind.DOCX, file), file)
    root = parts.numbered[parts.body]
    body = root.find(w("body"))
    if body is None:
        raise ValueError("a letter without a body")
    notes = [text_of(note) for name, other in parts.numbered.items() if name != parts.body for note in other]
    kept = [piece for piece in pieces if not _is_there(piece, notes)]
    _Renewal(body, _paragraph_lines(parts), kept).put()
    return Shell({**parts.parts, parts.body: serialise(root)}).file({})


def _held(root: etree._Element, *, has_margins: bool) -> Held:
    notes = {(mark.tag, mark.get(w("id"))) for mark in root.iter(*map(w, _NOTES))}
    return Held(len(notes), _count(root, _PICTURES), _count(root, ("tbl",)), has_margins)


def _count(root: etree._Element, names: Sequence[str]) -> int:
    return sum(1 for _ in root.iter(*map(w, names)))


def _is_there(piece: Piece, notes: Sequence[str]) -> bool:
    """Whether a note of the new text is one that the letter has: it stays where it is."""
    return piece.kind is PieceKind.FOOTNOTE and any(same_words(piece.text, note) for note in notes)


def _paragraph_lines(parts: WordParts) -> dict[etree._Element, ParagraphLine]:
    """Each paragraph of the body as one line, its line breaks in it."""
    lines: dict[etree._Element, ParagraphLine] = {}
    for name, line in parts.lines():
        if name != parts.body or line.element.tag != w("p"):
            continue
        before = lines.get(line.element)
        broken = (*before.pieces, TextPiece(line.after, "\n")) if before else ()
        lines[line.element] = ParagraphLine(line.number, line.element, (*broken, *line.pieces))
    return lines


class _Renewal:
    """A letter's body in the making."""

    def __init__(
        self, body: etree._Element, lines: Mapping[etree._Element, ParagraphLine], pieces: Sequence[Piece]
    ) -> None:
        self._body = body
        self._lines = lines
        self._pieces = pieces
        self._tops = [child for child in body if child.tag != w("sectPr")]
        texts = [lines[top].text if top in lines else "" for top in self._tops]
        self._mates = mates_of(texts, [piece.text for piece in pieces])
        self._tables = dict(self._whole_tables())

    def put(self) -> None:
        """Make all changes."""
        made: list[etree._Element] = []
        before = self._anchored()
        consumed = {at for _, own in self._tables.values() for at in own}
        for at, piece in enumerate(self._pieces):
            if at in self._tables:
                place, _ = self._tables[at]
                made += [*before.pop(place, []), self._tops[place]]
            elif (mate := self._mates.get(at)) is not None and at not in consumed:
                made += before.pop(mate, [])
                made.append(self._changed(self._tops[mate], piece.text))
            elif at not in consumed:
                made.append(self._new(at))
        made += [element for left in before.values() for element in left]
        end = self._body.find(w("sectPr"))
        for top in self._tops:
            self._body.remove(top)
        for paragraph in made:
            if end is None:
                self._body.append(paragraph)
            else:
                end.addprevious(paragraph)

    def _whole_tables(self) -> Iterator[tuple[int, tuple[int, tuple[int, ...]]]]:
        """By the first piece of each: tables whose whole text came back, and the pieces they stand for."""
        free = {at for at in range(len(self._pieces)) if at not in self._mates}
        for place, top in enumerate(self._tops):
            if top.tag == w("p"):
                continue
            texts = [text for paragraph in top.iter(w("p")) if (text := text_of(paragraph).strip())]
            own = []
            for text in texts:
                found = [at for at in sorted(free) if same_words(self._pieces[at].text, text)]
                own += found[:1]
                free -= set(found[:1])
            if texts and len(own) == len(texts):
                yield min(own), (place, tuple(own))

    def _anchored(self) -> dict[int, list[etree._Element]]:
        """What says nothing, by the place before which it stands: blank lines, pictures, ends of sections."""
        placed = {*self._mates.values(), *(place for place, _ in self._tables.values())}
        found: dict[int, list[etree._Element]] = defaultdict(list)
        waiting: list[etree._Element] = []
        for place, top in enumerate(self._tops):
            if place in placed:
                found[place] = waiting
                waiting = []
            elif not text_of(top).strip():
                waiting.append(top)
            elif top.tag == w("p") and top.find(f"{w('pPr')}/{w('sectPr')}") is not None:
                waiting.append(_emptied(top))
        found[len(self._tops)] = waiting
        return found

    def _changed(self, paragraph: etree._Element, text: str) -> etree._Element:
        """The paragraph with the new words in it."""
        line = self._lines[paragraph]
        for _ in fill_all(line, _spots(line.text, text)):
            pass
        return paragraph

    def _new(self, at: int) -> etree._Element:
        """A paragraph in the look of its neighbours of the same kind."""
        piece = self._pieces[at]
        donor = self._donor(at)
        marker = f"{piece.marker} " if piece.marker and (donor is None or not _is_numbered(donor)) else ""
        made = element("p", *([] if donor is None else _look(donor)))
        look = None if donor is None else _run_look(donor)
        for run in runs(marker + piece.text):
            if look is not None:
                run.insert(0, copy.deepcopy(look))
            made.append(run)
        return made

    def _donor(self, at: int) -> etree._Element | None:
        """The nearest paragraph of the letter that has the look wanted; those before it first."""
        kind, level = self._pieces[at].kind, self._pieces[at].level
        near = sorted(self._mates, key=lambda other: (other > at, abs(other - at)))
        for kinds in ({kind}, {PieceKind.PARAGRAPH}):
            for other in near:
                piece = self._pieces[other]
                if piece.kind in kinds and (piece.level == level or piece.kind is PieceKind.PARAGRAPH):
                    return self._tops[self._mates[other]]
        return self._tops[self._mates[near[0]]] if near else None


def _spots(old: str, new: str) -> Iterator[Spot]:
    """What changed, word by word. Blanks of any kind are one; a note's mark stays, however it is written."""
    before, after = list(_TOKEN.finditer(old)), list(_TOKEN.finditer(new))
    matcher = SequenceMatcher(None, [_key(t[0]) for t in before], [_key(t[0]) for t in after], autojunk=False)
    for kind, first, last, new_first, new_last in matcher.get_opcodes():
        if kind == "equal":
            continue
        start = before[first].start() if first < len(before) else len(old)
        end = before[last - 1].end() if last > first else start
        text = "".join(token[0] for token in after[new_first:new_last])
        if _MARK.fullmatch(old[start:end]):
            end = start
        if text or end > start:
            yield Spot(start, end, text)


def _key(token: str) -> str:
    if _MARK.fullmatch(token):
        return "¹"
    return " " if token.isspace() else token


def _emptied(paragraph: etree._Element) -> etree._Element:
    """The end of a section, without the text that stood before it."""
    made = element("p")
    made.extend(copy.deepcopy(look) for look in paragraph.findall(w("pPr")))
    return made


def _look(donor: etree._Element) -> list[etree._Element]:
    found = [copy.deepcopy(look) for look in donor.findall(w("pPr"))]
    for look in found:
        for name in _NOT_COPIED:
            for node in look.findall(w(name)):
                look.remove(node)
    return found


def _run_look(donor: etree._Element) -> etree._Element | None:
    """How most of a paragraph is written."""
    longest = max(donor.iter(w("r")), key=lambda run: len(text_of(run)), default=None)
    return None if longest is None or stays(longest) else longest.find(w("rPr"))


def _is_numbered(donor: etree._Element) -> bool:
    """Whether Word itself prints a mark before it; a style may say so."""
    style = properties(donor, "pPr").find(w("pStyle"))
    listed = style is not None and "List" in style.get(w("val"), "")
    return listed or properties(donor, "pPr").find(w("numPr")) is not None
