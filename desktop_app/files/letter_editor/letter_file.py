"""A letter's file while it is written on: the package is the model; only what was changed is made anew."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lxml import etree

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.writing import Block, Piece, PieceKind
from desktop_app.files.docx_merge.splice import Shell
from desktop_app.files.letter_editor.kept import Kept
from desktop_app.files.letter_editor.lists import Lists
from desktop_app.files.letter_editor.mending import mend
from desktop_app.files.letter_editor.notes import (
    Notes,
    NotesReader,
    announce_notes,
    new_note,
    notes_part,
    references,
)
from desktop_app.files.letter_editor.parts import Parts
from desktop_app.files.letter_editor.reading import StoryReader
from desktop_app.files.letter_editor.style_sheet import StyleSheet
from desktop_app.files.letter_editor.writing import StoryWriter
from desktop_app.files.package_gate import Kind, parse, unpack
from desktop_app.files.part_names import shown_part
from desktop_app.files.word_parts import WordParts
from desktop_app.files.word_styles import WordStyles
from desktop_app.files.wordml import w


class LetterFile:
    """What of a letter can be written on.

    Args:
        data: The letter.
        file: Its name, for messages.

    Attributes:
        blocks: Its paragraphs as they were read.
        notes: Its footnotes, by key.
        styles: Those that a paragraph may have.
        lists: Its lists.

    Raises:
        ProblemError: as ``unpack``; ``file-damaged`` for parts that are missing or broken.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self._data, self._file = data, file
        self._word = WordParts(unpack(data, Kind.DOCX, file), file)
        styles = self._word.beside_body("styles")
        self._known = WordStyles(styles)
        self.styles = StyleSheet(styles, self._known)
        self.lists = Lists(self._word.beside_body("numbering"), self._known)
        self._kept = Kept()
        self._root = self._word.root(self._word.body)
        body = self._root.find(w("body"))
        if body is None:
            raise ProblemError("file-damaged", Place(file, part=shown_part(self._word.body)))
        self._body = body
        reader = self._reader(self._word.body)
        self._sources = reader.sources(body)
        self.blocks = tuple(reader.block(source, at) for at, source in enumerate(self._sources))
        named = self._word.related(self._word.body, "footnotes")
        self._notes_part = named[0] if named else ""
        root = self._word.root(self._notes_part) if named else None
        self._notes = NotesReader(root, self._reader(self._notes_part))

    @property
    def notes(self) -> Notes:
        """Its footnotes, by key."""
        return self._notes.notes

    def source_of(self, paragraph: int) -> int | None:
        """Which block a paragraph was read from, by its number in the body from 1; None for a higher one."""
        counted = 0
        for number, source in enumerate(self._sources):
            counted += sum(1 for element in source.elements for _ in element.iter(w("p")))
            if paragraph <= counted:
                return number
        return None

    def new_note(self, taken: Mapping[str, object]) -> tuple[str, tuple[Block, ...]]:
        """A footnote more: its key, and its paragraph.

        Args:
            taken: By key, the notes that there are.
        """
        numbers = [int(key) for key in {*self.notes, *taken} if key.isascii() and key.isdecimal()]
        return str(max(numbers, default=0) + 1), new_note(self._known, self._kept)

    def written(self, blocks: Sequence[Block], notes: Notes) -> bytes:
        """The letter with another text; the very bytes that were read where nothing is changed."""
        blocks, notes = self._with_own_notes(blocks, notes)
        if tuple(blocks) == self.blocks and all(notes[key] == self.notes.get(key) for key in notes):
            return self._data
        parts = Parts(self._word.parts, self._file)
        body = self._word.body
        root = parse(parts.parts[body], self._file, body)
        story = root.find(w("body"))
        if story is None:
            raise ProblemError("file-damaged", Place(self._file, part=shown_part(body)))
        if tuple(blocks) != self.blocks:
            writer = StoryWriter(self._kept, self._known, lambda address: parts.relate(body, address))
            _fill(story, writer.elements(blocks, self.blocks, self._sources))
            mend(story)
            parts.put(body, root)
        self._put_lists(parts, [*blocks, *(block for note in notes.values() for block in note)])
        self._put_notes(parts, notes, story)
        return Shell(parts.parts).file({})

    def _reader(self, part: str) -> StoryReader:
        relations = {node.get("Id", ""): node for node in self._word.relations(part)} if part else {}

        def target(key: str) -> str:
            node = relations.get(key)
            return "" if node is None else node.get("Target", "")

        return StoryReader(self._kept, self.lists.numbering(), target)

    def _with_own_notes(
        self, blocks: Sequence[Block], notes: Notes
    ) -> tuple[Sequence[Block], dict[str, tuple[Block, ...]]]:
        """A note that two places point at, because one is a copy, becomes two."""
        seen: set[str] = set()
        own = dict(notes)

        def single(piece: Piece) -> Piece:
            if piece.kind is not PieceKind.NOTE:
                return piece
            if piece.text not in seen:
                seen.add(piece.text)
                return piece
            key, empty = self.new_note({**own, **dict.fromkeys(seen)})
            own[key] = tuple(replace(block, source=None) for block in own.get(piece.text, empty))
            seen.add(key)
            return replace(piece, text=key)

        return [replace(block, pieces=tuple(map(single, block.pieces))) for block in blocks], own

    def _put_lists(self, parts: Parts, blocks: Sequence[Block]) -> None:
        used = {block.list for block in blocks}
        if not self.lists.made & used:
            return
        wanted = etree.fromstring(etree.tostring(self.lists.root))
        for number in list(wanted.iter(w("num"))):
            key = number.get(w("numId"), "")
            if key in self.lists.made and key not in used:
                wanted.remove(number)
        there = self._word.related(self._word.body, "numbering")
        if there:
            parts.put(there[0], wanted)
        else:
            parts.add(self._word.body, "numbering", wanted)

    def _put_notes(self, parts: Parts, notes: Notes, story: etree._Element) -> None:
        before, now = set(references(self._body)), set(references(story))
        wanted = {key: blocks for key, blocks in notes.items() if key in now or key in self.notes}
        gone = before - now
        if not self._notes_part and not wanted:
            return
        name = self._notes_part or parts.add(self._word.body, "footnotes", notes_part())
        root = parse(parts.parts[name], self._file, name)
        writer = StoryWriter(self._kept, self._known, lambda address: parts.relate(name, address))
        if self._notes.write(root, wanted, gone, writer):
            mend(root)
            parts.put(name, root)
        if not self._notes_part:
            for settings in self._word.related(self._word.body, "settings"):
                tree = parse(parts.parts[settings], self._file, settings)
                if announce_notes(tree):
                    parts.put(settings, tree)


def _fill(story: etree._Element, children: Sequence[etree._Element]) -> None:
    """Other children; the properties of the last section stay at the end."""
    end = story.find(w("sectPr"))
    for child in list(story):
        story.remove(child)
    story.extend(children)
    if end is not None:
        story.append(end)
