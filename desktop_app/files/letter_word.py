"""An existing letter as a DOCX: its lines, and the file itself, which becomes the new letter's template."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from desktop_app.domain.letter_anatomy.parts import Doubt
from desktop_app.domain.letter_anatomy.source import Form, LetterSource, Link, SourceLine
from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.files.docx_scrub.story import is_safe_link
from desktop_app.files.left_out import LeftOut
from desktop_app.files.letter_paragraphs import ParagraphLine
from desktop_app.files.package_gate import Kind, unpack
from desktop_app.files.source_lines import stripped
from desktop_app.files.word_cleaning import cleaned
from desktop_app.files.word_numbering import WordNumbering
from desktop_app.files.word_parts import WordParts
from desktop_app.files.word_styles import WordStyles
from desktop_app.files.wordml import R, w

_LINK_CODE = re.compile(r'^\s*HYPERLINK\s+"([^"]*)"', re.IGNORECASE)
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class WordLetter:
    """A letter, and the DOCX whose lines these are.

    Attributes:
        source: Its lines, numbered as ``WordParts.lines`` numbers those of ``package``.
        package: The file, its tracked changes accepted, without comments and hidden text; else as it was.
        findings: That changes were accepted.
        doubts: What was accepted, taken out, or is no plain text.
    """

    source: LetterSource
    package: bytes
    findings: tuple[Finding, ...]
    doubts: tuple[Doubt, ...]


def read_docx(data: bytes, file: str) -> WordLetter:
    """Read a letter.

    Raises:
        ProblemError: as ``unpack``; ``file-damaged`` where the body is missing or not well-formed.
    """
    parts = unpack(data, Kind.DOCX, file)
    kept, doubts, changes = cleaned(WordParts(parts, file))
    reader = _Reader(WordParts(kept, file))
    source = LetterSource(tuple(reader.lines()), has_whole_paragraphs=True)
    findings = _findings(changes, file)
    return WordLetter(source, data if kept == parts else _packed(kept), findings, (*doubts, *reader.doubts()))


def _findings(changes: int, file: str) -> tuple[Finding, ...]:
    if not changes:
        return ()
    return (Finding("import-changes-accepted", Severity.WARNING, (Place(file),), {"changes": changes}),)


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name, _ZIP_DAY), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


# ---- lines


class _Reader:
    def __init__(self, letter: WordParts) -> None:
        self._letter = letter
        self._styles = WordStyles(letter.beside_body("styles"))
        self._numbering = WordNumbering(letter.beside_body("numbering"), self._styles)
        self._targets = {name: _link_targets(letter, name) for name in letter.numbered}
        self._code_targets = {
            node: target for root in letter.numbered.values() for node, target in _fields_that_link(root)
        }
        self._marks: dict[tuple[str, str], str] = {}
        self._joined = LeftOut()

    def doubts(self) -> tuple[Doubt, ...]:
        """What is to be looked at, once the lines are read."""
        return self._joined.doubts()

    def lines(self) -> Iterator[SourceLine]:
        note_begun = None
        for name, line in self._letter.lines():
            if name == self._letter.body:
                self._note_marks(line)
                yield self._line(name, line)
                continue
            note = next(line.element.iterancestors(w("footnote"), w("endnote")), None)
            marker = "" if note is None or note is note_begun else self._marker_of_note(note)
            note_begun = note if line.text.strip() else note_begun
            made = replace(self._line(name, line), form=Form.FOOTNOTE, level=0, marker=marker)
            yield stripped(made) if marker else made

    def _line(self, name: str, line: ParagraphLine) -> SourceLine:
        made = SourceLine(
            number=line.number,
            text=line.text,
            starts_page=line.starts_page,
            continues=line.after is not None,
            links=tuple(self._links(line, self._targets[name])),
        )
        if line.cells:
            for text in line.joined:
                self._joined.add("import-cell-joined", line.number, text)
            return replace(made, form=Form.CELLS, cells=line.cells)
        if line.element.tag == w("tr"):
            return made
        paragraph = line.element
        indent = self._styles.indent(paragraph)
        if made.continues:
            return replace(made, indent=indent)
        marker = self._numbering.marker_of(paragraph) if line.text or line.pieces else None
        if level := self._styles.heading_level(paragraph):
            return replace(made, form=Form.HEADING, level=level, marker=marker.text if marker else "")
        if marker:
            level = max(marker.level, self._styles.list_level(paragraph))
            return replace(made, form=Form.ITEM, level=level, marker=marker.text)
        if self._styles.is_quote(paragraph):
            return replace(made, form=Form.QUOTE, indent=indent)
        return replace(made, indent=indent)

    def _links(self, line: ParagraphLine, targets: Mapping[str, str]) -> Iterator[Link]:
        """Stretches that lead elsewhere; pieces of one link that touch are one."""
        at = 0
        open_link: Link | None = None
        for piece in line.pieces:
            target = self._target(piece.node, targets)
            if open_link is not None and (target != open_link.target or open_link.end != at):
                yield open_link
                open_link = None
            if target is not None:
                start = at if open_link is None else open_link.start
                open_link = Link(start, at + len(piece.text), target)
            at += len(piece.text)
        if open_link is not None:
            yield open_link

    def _target(self, node: etree._Element | None, targets: Mapping[str, str]) -> str | None:
        """Where a node leads: empty where that was lost, None where it is no link to the outside."""
        if node is None:
            return None
        link = next(node.iterancestors(w("hyperlink")), None)
        if link is not None and link.get(w("anchor")) is None:
            return targets.get(link.get(f"{{{R}}}id", ""), "")
        return self._code_targets.get(node)

    # ---- notes

    def _note_marks(self, line: ParagraphLine) -> None:
        for piece in line.pieces:
            if piece.node is not None and piece.node.tag in (w("footnoteReference"), w("endnoteReference")):
                kind = "footnote" if piece.node.tag == w("footnoteReference") else "endnote"
                self._marks.setdefault((kind, piece.node.get(w("id"), "")), piece.text)

    def _marker_of_note(self, note: etree._Element) -> str:
        kind = "footnote" if note.tag == w("footnote") else "endnote"
        mark = self._marks.get((kind, note.get(w("id"), "")), "")
        return mark.strip("[]").translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))


def _link_targets(letter: WordParts, part: str) -> dict[str, str]:
    """By relation: where it leads; empty for what no letter may lead to."""
    return {
        node.get("Id", ""): target if is_safe_link(target := node.get("Target", "")) else ""
        for node in letter.relations(part)
        if node.get("Type", "").endswith("/hyperlink")
    }


def _fields_that_link(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Texts that a field of Word's makes a link of, each with its target."""
    fields: list[tuple[list[str], bool]] = []
    for node in root.iter(w("fldChar"), w("instrText"), w("t")):
        kind = node.get(w("fldCharType")) if node.tag == w("fldChar") else ""
        if kind == "begin":
            fields.append(([], False))
        elif kind == "separate" and fields:
            fields[-1] = (fields[-1][0], True)
        elif kind == "end" and fields:
            fields.pop()
        elif node.tag == w("instrText") and fields:
            fields[-1][0].append(node.text or "")
        elif node.tag == w("t") and fields and fields[-1][1]:
            match = _LINK_CODE.match("".join(fields[-1][0]))
            if match:
                yield node, match[1] if is_safe_link(match[1]) else ""
