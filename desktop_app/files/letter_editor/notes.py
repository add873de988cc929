"""The footnotes of a letter: each a small story of its own."""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from desktop_app.domain.writing import Block, Piece, PieceKind
from desktop_app.files.letter_editor.kept import Kept
from desktop_app.files.letter_editor.reading import Source, StoryReader
from desktop_app.files.letter_editor.writing import StoryWriter
from desktop_app.files.letter_making.markup import element
from desktop_app.files.word_styles import WordStyles
from desktop_app.files.wordml import NAMESPACES, W, w

Notes = Mapping[str, tuple[Block, ...]]
"""The paragraphs of each footnote, by its key."""

_TEXT_STYLE, _MARK_STYLE = "FootnoteText", "FootnoteReference"
_AFTER_NOTES = (
    *("endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang"),
    *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "shapeDefaults", "decimalSymbol", "listSeparator"),
)
"""What stands behind ``footnotePr`` in a letter's settings."""


class NotesReader:
    """Reads the part that holds the notes."""

    def __init__(self, root: etree._Element | None, reader: StoryReader) -> None:
        self._sources: dict[str, list[Source]] = {}
        self.notes: dict[str, tuple[Block, ...]] = {}
        for note in [] if root is None else root.iter(w("footnote")):
            if note.get(w("type"), "normal") == "normal":
                key = note.get(w("id"), "")
                sources = reader.sources(note)
                self._sources[key] = sources
                self.notes[key] = tuple(reader.block(source, at) for at, source in enumerate(sources))

    def sources(self, key: str) -> Sequence[Source]:
        """What the paragraphs of a note were read from."""
        return self._sources.get(key, ())

    def write(self, root: etree._Element, notes: Notes, gone: set[str], writer: StoryWriter) -> bool:
        """Have a notes part say what the notes say now.

        Args:
            root: The part, which is changed.
            notes: All notes.
            gone: Keys of notes that nothing points at any more.
            writer: For this part.

        Returns:
            Whether anything was changed.
        """
        there = {note.get(w("id"), ""): note for note in root.iter(w("footnote"))}
        changed = False
        for key in gone & there.keys():
            root.remove(there[key])
            changed = True
        for key, blocks in notes.items():
            if key in gone or blocks == self.notes.get(key):
                continue
            changed = True
            note = there.get(key)
            if note is None:
                note = element("footnote", id=key)
                root.append(note)
            children = writer.elements(blocks, self.notes.get(key, ()), self.sources(key))
            for child in list(note):
                note.remove(child)
            note.extend(children)
            _point_back(note, writer)
        return changed


def new_note(styles: WordStyles, kept: Kept) -> tuple[Block, ...]:
    """The paragraph of a footnote that says nothing yet."""
    look = element("rPr", element("rStyle", val=_MARK_STYLE))
    if not styles.knows(_MARK_STYLE):
        look = element("rPr", element("vertAlign", val="superscript"))
    mark = Piece("", PieceKind.MARK, kept=kept.put([element("r", look, element("footnoteRef"))]))
    style = _TEXT_STYLE if styles.knows(_TEXT_STYLE) else ""
    return (Block((mark, Piece(" ")), style=style),)


def notes_part() -> etree._Element:
    """A part for notes, with the two lines that part notes from text."""
    root: etree._Element = etree.Element(w("footnotes"), nsmap={"w": W, "r": NAMESPACES["r"]})
    for key, kind in ((-1, "separator"), (0, "continuationSeparator")):
        spacing = element("spacing", after=0, line=240, lineRule="auto")
        line = element("p", element("pPr", spacing), element("r", element(kind)))
        root.append(element("footnote", line, type=kind, id=key))
    return root


def announce_notes(settings: etree._Element) -> bool:
    """Have a letter's settings name those two lines, as Word wants it; False where they do already."""
    if settings.find(w("footnotePr")) is not None:
        return False
    made = element("footnotePr", element("footnote", id=-1), element("footnote", id=0))
    later = next((child for child in settings if child.tag in set(map(w, _AFTER_NOTES))), None)
    if later is None:
        settings.append(made)
    else:
        later.addprevious(made)
    return True


def references(story: etree._Element) -> Iterator[str]:
    """The notes that a text points at, in its order."""
    for mark in story.iter(w("footnoteReference")):
        yield mark.get(w("id"), "")


def _point_back(note: etree._Element, writer: StoryWriter) -> None:
    """A note begins with its mark, whatever was deleted in it."""
    if next(note.iter(w("footnoteRef")), None) is None:
        writer.point_back(note)
