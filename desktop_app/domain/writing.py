"""A letter as it is written on: paragraphs of pieces, in which fields and footnotes are one thing each.

The keys in ``kept``, ``run`` and ``anchor`` mean something only to the reader that gave them: they stand for
what the file holds and a writer does not see, such as a picture or the colour of a word.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

LINE_BREAK = "\N{LINE SEPARATOR}"
"""A new line inside a paragraph, as a piece of text has it."""

FIELD = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
"""A field as it is written in a letter."""


class PieceKind(StrEnum):
    """What a piece of a paragraph is."""

    TEXT = "text"
    FIELD = "field"
    """Its text is the field's code, braces and all."""
    NOTE = "note"
    """The mark of a footnote; its text is the note's key."""
    KEPT = "kept"
    """Something that is kept as it is: a picture, a page number, a change that Word tracks."""
    MARK = "mark"
    """The same, and nothing of it is seen: a bookmark, the end of a comment."""
    BLOCK = "block"
    """Something that is no paragraph at all, such as a table. It stands alone in its block."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph that looks the same throughout.

    Attributes:
        text: What it says; of what is kept, a few words that tell what it is.
        bold, italic, underlined: As it is marked itself, whatever its style says.
        link: Where it leads; empty where nowhere.
        kept: What is kept of it; None for text.
        run: How else it looks; None where it looks as its style says.
        anchor: The link as the file has it; None for a new one.
    """

    text: str
    kind: PieceKind = PieceKind.TEXT
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    link: str = ""
    kept: int | None = None
    run: int | None = None
    anchor: int | None = None


class Alignment(StrEnum):
    """How the lines of a paragraph stand."""

    AS_STYLE = ""
    START = "start"
    CENTRE = "center"
    END = "end"
    JUSTIFIED = "both"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or what stands in the place of one.

    Attributes:
        source: Its place in the file that was read, from 0; None for one that is new.
        style: Key of its style; empty for the usual one.
        list: Key of the list it is an item of; empty where it is none.
        level: Its depth in that list, from 0.
        right_to_left: Whether its lines run so by its own wish; None where it has none.
    """

    pieces: tuple[Piece, ...] = ()
    source: int | None = None
    style: str = ""
    list: str = ""
    level: int = 0
    alignment: Alignment = Alignment.AS_STYLE
    right_to_left: bool | None = None

    @property
    def text(self) -> str:
        """What it says, fields as their code; nothing for a footnote's mark or what is kept."""
        shown = (PieceKind.TEXT, PieceKind.FIELD)
        return "".join(piece.text for piece in self.pieces if piece.kind in shown)


def united(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces with neighbours of one look made one, and empty ones left out."""
    made: list[Piece] = []
    for piece in pieces:
        if piece.kind is PieceKind.TEXT and not piece.text:
            continue
        if made and piece.kind is PieceKind.TEXT and replace(made[-1], text=piece.text) == piece:
            made[-1] = replace(piece, text=made[-1].text + piece.text)
        else:
            made.append(piece)
    return tuple(made)


def with_fields(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces with each field as one, in the look of its first sign, however Word has cut it up."""
    given = united(pieces)
    whole = "".join(piece.text if piece.kind is PieceKind.TEXT else "\0" * len(piece.text) for piece in given)
    fields = [match for match in FIELD.finditer(whole) if "\0" not in match[0]]
    if not fields:
        return given
    return united(_cut(given, [(match.start(), match.end()) for match in fields], whole))


def _cut(pieces: Iterable[Piece], fields: list[tuple[int, int]], whole: str) -> Iterator[Piece]:
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        here = at
        for first, last in fields:
            if first >= end or last <= here:
                continue
            if first >= at:
                yield replace(piece, text=whole[here:first])
                yield replace(piece, text=whole[first:last], kind=PieceKind.FIELD)
            here = min(last, end)
        yield replace(piece, text=piece.text[here - at :])
        at = end
