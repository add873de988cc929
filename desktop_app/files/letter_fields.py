"""Turns an existing Word letter into a template: what varies becomes a field, all else stays as it is."""

from collections.abc import Iterator, Sequence

from lxml import etree

from desktop_app.domain.letter_anatomy.template import Edits, Spot
from desktop_app.files.docx_merge.splice import Shell
from desktop_app.files.docx_package import serialise
from desktop_app.files.letter_paragraphs import ParagraphLine
from desktop_app.files.package_gate import Kind, unpack
from desktop_app.files.word_paragraphs import (
    drop,
    fill,
    fill_all,
    remove_paragraph,
    remove_row,
    replace_table,
    stand_alone,
    take_out_of_list,
)
from desktop_app.files.word_parts import WordParts
from desktop_app.files.word_styles import WordStyles
from desktop_app.files.wordml import w

_SIGNATORIES = "{{ signatories }}"


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
        self._removed = frozenset(edits.removed)
        self._mates: dict[etree._Element, set[int]] = {}
        for line in lines:
            self._mates.setdefault(line.element, set()).add(line.number)
        self.touched = set(edits.spots) | set(edits.removed)

    def edit(self) -> None:
        """Make all changes."""
        tables = dict(self._tables_to_replace())
        blocks = [
            node
            for line in self._lines
            if line.number in self._spots and line.number not in tables
            for node in fill_all(line, self._spots[line.number])
        ]
        for line in self._lines:
            if line.number in self._removed and not any(_is_in(line, table) for table in tables.values()):
                self._remove(line)
        for number, table in tables.items():
            replace_table(table, self._spots[number][0].text)
        for node in blocks:
            paragraph = next(node.iterancestors(w("p")), None)
            if paragraph is not None:
                stand_alone(node, paragraph)
                take_out_of_list(paragraph, self._styles)

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
        fill(line, Spot(0, len(line.text), ""))
        if line.after is not None:
            drop(line.after)
        element = line.element
        if element.tag == w("p") and self._mates[element] <= self._removed:
            remove_paragraph(element)
        elif element.tag == w("tr"):
            remove_row(element)


def _is_in(line: ParagraphLine, table: etree._Element) -> bool:
    return any(ancestor is table for ancestor in line.element.iterancestors())
