"""A letter as the public reads it: paragraphs, items and notes, without what pages need."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of a letter is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one look.

    Attributes:
        text: A line feed in it is a line break.
        link: Where it leads; empty for no link.
        note: Number of the footnote that it is the mark of; 0 for text.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    note: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, an item of a list, a row of a table.

    Attributes:
        level: Of a heading or an item, from 1.
        marker: What stands before an item: "3.", "a.", "–".
    """

    kind: BlockKind
    spans: tuple[Span, ...]
    level: int = 1
    marker: str = ""

    @property
    def text(self) -> str:
        """What it says; the marks of footnotes in brackets."""
        return "".join(f"[{span.note}]" if span.note else span.text for span in self.spans).strip()


@dataclass(frozen=True, slots=True)
class PublicLetter:
    """What a public copy holds.

    Attributes:
        banners: Lines over all of it, as the sample, a draft or a translation has one.
        notes: The footnotes, in the order of their numbers from 1.
    """

    title: str
    language: str
    is_right_to_left: bool
    banners: tuple[str, ...]
    blocks: tuple[Block, ...]
    notes: tuple[tuple[Span, ...], ...]
