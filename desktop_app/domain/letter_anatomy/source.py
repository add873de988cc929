"""A letter made elsewhere, as a reader hands it over: its lines, and what the file itself says of each."""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What a file's own format says of a line. Plain text says nothing: every line is ``TEXT``."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    FOOTNOTE = "footnote"
    CELLS = "cells"
    """A row of a table."""
    ASIDE = "aside"
    """Furniture of the page: a running head, a page number."""


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of a line that leads elsewhere; ``target`` is empty where it was lost."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One line of the letter.

    Attributes:
        number: Where it stands, counted from 1. A DOCX and a web page count their paragraphs.
        text: What it says, without line feed.
        form: What the file says it is.
        level: Depth of a heading or an item, from 1; 0 elsewhere.
        marker: What the file prints before an item by itself: "3.", "•". Not part of ``text``.
        cells: The cells of a table's row; ``text`` joins them with tabs.
        starts_page: Whether a new page begins with it.
        continues: Whether it goes on in the paragraph of the line before, after a line break.
        indent: How far it is set in, in characters.
        links: Where it leads.
    """

    number: int
    text: str
    form: Form = Form.TEXT
    level: int = 0
    marker: str = ""
    cells: tuple[str, ...] = ()
    starts_page: bool = False
    continues: bool = False
    indent: int = 0
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterSource:
    """A whole letter.

    Attributes:
        lines: All its lines, blank ones included.
        has_whole_paragraphs: Whether each line is a paragraph of its own unless it ``continues`` one, as in
            a DOCX or on a web page. Of text it is found out: it may be wrapped or not.
    """

    lines: tuple[SourceLine, ...]
    has_whole_paragraphs: bool = False
