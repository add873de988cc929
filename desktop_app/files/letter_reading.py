"""Reads a finished letter for the screen. What is shown is what the file says, and nothing else."""

import re
from collections.abc import Iterator

from lxml import etree

from desktop_app.domain.reading import LetterPassage, PassageKind, ReadLetter, Span
from desktop_app.files.package_gate import Kind, parse, unpack
from desktop_app.files.word_numbering import WordNumbering
from desktop_app.files.word_styles import WordStyles, own_of
from desktop_app.files.wordml import child_of, local, w

_FILE = "letter.docx"
_LISTED = re.compile(r"Signatory")
_ADDRESS = frozenset({"Address", "Contact", "Signature"})
_HEADERS = re.compile(r"word/header\d+\.xml")


def read_finished(data: bytes) -> ReadLetter:
    """The passages of a finished DOCX.

    Raises:
        ProblemError: as ``unpack``.
    """
    parts = unpack(data, Kind.DOCX, _FILE)
    roots = {name: parse(part, _FILE, name) for name, part in parts.items() if name.endswith(".xml")}
    styles = WordStyles(roots.get("word/styles.xml"))
    body = roots["word/document.xml"]
    reader = _Reader(styles, WordNumbering(roots.get("word/numbering.xml"), styles))
    passages = [*_banners(roots), *reader.passages(body)]
    if (notes := roots.get("word/footnotes.xml")) is not None:
        passages += reader.notes(notes)
    columns = [int(cols.get(w("num"), "1")) for cols in body.iter(w("cols"))]
    right_to_left = next(body.iter(w("bidi")), None) is not None
    return ReadLetter(tuple(passages), right_to_left, max(columns, default=1))


class _Reader:
    def __init__(self, styles: WordStyles, numbering: WordNumbering) -> None:
        self._styles, self._numbering = styles, numbering
        self._notes: list[str] = []
        self._bold: dict[str, bool] = {}

    def passages(self, body: etree._Element) -> Iterator[LetterPassage]:
        for number, paragraph in enumerate(body.iter(w("p")), start=1):
            spans = tuple(self._spans(paragraph, bold=self._is_bold(paragraph)))
            marker = self._numbering.marker_of(paragraph)
            if not any(span.text.strip() for span in spans):
                continue
            kind, level = self._kind(paragraph, is_item=marker is not None)
            yield LetterPassage(
                kind,
                spans,
                marker.text if marker else "",
                marker.level if marker else level,
                number,
                own_of(paragraph, "pageBreakBefore") is not None,
            )

    def notes(self, root: etree._Element) -> Iterator[LetterPassage]:
        there = {note.get(w("id"), ""): note for note in root.iter(w("footnote"))}
        for number, key in enumerate(self._notes, start=1):
            if key in there:
                spans = tuple(self._spans(there[key]))
                yield LetterPassage(PassageKind.FOOTNOTE, _stripped(spans), str(number), 0, number)

    def _is_bold(self, paragraph: etree._Element) -> bool:
        """Whether its style is bold; hundreds of names have the same one."""
        style = self._styles.id_of(paragraph)
        if style not in self._bold:
            self._bold[style] = self._styles.is_bold(paragraph)
        return self._bold[style]

    def _kind(self, paragraph: etree._Element, *, is_item: bool) -> tuple[PassageKind, int]:
        style = self._styles.id_of(paragraph)
        if _LISTED.match(style):
            return PassageKind.LISTED, 1
        if style == "Title":
            return PassageKind.TITLE, 1
        if level := self._styles.heading_level(paragraph):
            return PassageKind.HEADING, level
        if is_item:
            return PassageKind.ITEM, 1
        if style in _ADDRESS:
            return PassageKind.ADDRESS, 0
        if self._styles.is_quote(paragraph):
            return PassageKind.QUOTE, 0
        return PassageKind.PARAGRAPH, 0

    def _spans(self, paragraph: etree._Element, *, bold: bool = False) -> Iterator[Span]:
        for run in paragraph.iter(w("r")):
            look = child_of(run, "rPr")
            text = "".join(self._texts(run))
            if text:
                raised = next(run.iter(w("footnoteReference")), None) is not None
                linked = next(run.iterancestors(w("hyperlink")), None) is not None
                yield Span(
                    text,
                    _is_on(look, "b", inherited=bold),
                    _is_on(look, "i"),
                    linked or _is_on(look, "u"),
                    raised,
                )

    def _texts(self, run: etree._Element) -> Iterator[str]:
        for node in run:
            match local(node):
                case "t":
                    yield node.text or ""
                case "tab":
                    yield "\t"
                case "br" | "cr":
                    yield "\n"
                case "noBreakHyphen":
                    yield "‑"
                case "footnoteReference":
                    self._notes.append(node.get(w("id"), ""))
                    yield str(len(self._notes))


def _banners(roots: dict[str, etree._Element]) -> Iterator[LetterPassage]:
    """What stands over the first page in bold or grey, before the running line of the letter itself."""
    for name in sorted(roots):
        if _HEADERS.fullmatch(name):
            first = next(roots[name].iter(w("p")), None)
            if first is not None and first.find(f"{w('pPr')}/{w('pStyle')}") is None:
                text = "".join(node.text or "" for node in first.iter(w("t")))
                if text.strip():
                    yield LetterPassage(PassageKind.BANNER, (Span(" ".join(text.split())),))
                    return


def _stripped(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """A note without the blank behind its own number."""
    return spans[1:] if spans and not spans[0].text.strip() else spans


def _is_on(look: etree._Element | None, name: str, *, inherited: bool = False) -> bool:
    found = None if look is None else child_of(look, name)
    if found is None:
        return inherited
    return found.get(w("val"), "1") not in ("0", "false", "none")
