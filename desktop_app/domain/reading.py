"""A finished letter as somebody reads it: its paragraphs in order, what each is, and how its words look."""

from dataclasses import dataclass
from enum import StrEnum


class PassageKind(StrEnum):
    """What a paragraph is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    ADDRESS = "address"
    LISTED = "listed"
    """A signatory of the printed list."""
    FOOTNOTE = "footnote"
    BANNER = "banner"
    """What every page says over the letter: "Draft", "Courtesy translation ..."."""


@dataclass(frozen=True, slots=True)
class Span:
    """A few characters of one look. A line feed in them breaks the line.

    ``hidden``: a name stands there that must not be on the screen; the characters are none of it.
    ``field``: the name of the field that wrote it; empty where it stands so in the draft, or nobody can tell.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: bool = False
    hidden: bool = False
    field: str = ""


@dataclass(frozen=True, slots=True)
class LetterPassage:
    """One paragraph.

    Attributes:
        marker: What stands before it: "1.", a bullet, the number of a footnote.
        level: How deep it stands, from 1; 0 where it is in no list and under no heading.
        number: Its number in its part, counted from 1, as findings count.
        starts_page: Whether it begins a new page.
    """

    kind: PassageKind
    spans: tuple[Span, ...]
    marker: str = ""
    level: int = 0
    number: int = 0
    starts_page: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class ReadLetter:
    """A finished letter.

    Attributes:
        right_to_left: Whether its lines run from right to left.
        columns: In how many columns its list is printed.
    """

    passages: tuple[LetterPassage, ...]
    right_to_left: bool = False
    columns: int = 1
