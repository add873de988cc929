"""What marking a letter's lines is made of: the regions, and whoever marks some of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from desktop_app.domain.letter_anatomy import cues
from desktop_app.domain.letter_anatomy.layout import Page
from desktop_app.domain.letter_anatomy.lines import Line

PROSE = 90
"""Characters from which a line with a full stop is no name."""


class Region(Enum):
    """What a line belongs to."""

    BODY = auto()
    CLOSING = auto()
    SIGNERS = auto()
    STATEMENT = auto()
    LIST = auto()
    AS_OF = auto()
    CONTACTS = auto()
    APART = auto()
    CC = auto()
    ENCLOSURES = auto()


@dataclass
class Regions:
    """A region for each line, and what the finding of them left open.

    Attributes:
        of: The regions, one for each line.
        by_shape: Whether the list was found by nothing but its shape.
        closing_by_shape: Whether the closing was.
    """

    lines: Sequence[Line]
    of: list[Region] = field(default_factory=list)
    salutation: int | None = None
    by_shape: bool = False
    closing_by_shape: bool = False

    def of_kind(self, region: Region) -> list[Line]:
        """The lines of one region."""
        return [line for line, own in zip(self.lines, self.of, strict=True) if own is region]


class Marking:
    """Marks lines of a letter. What it knows is in the page and in what was marked before."""

    def __init__(self, page: Page, found: Regions) -> None:
        self.page = page
        self.lines = page.lines
        self.found = found
        self.of = found.of

    def begins(self, place: int) -> bool:
        """Whether a line may begin something, and is not the middle of a wrapped paragraph."""
        line = self.lines[place]
        if place == 0 or line.gap or not self.page.is_wrapped:
            return True
        before = self.lines[place - 1]
        return before.ends or before.size < 0.7 * self.page.width

    def is_copy(self, text: str) -> bool:
        """Whether it tells who gets a copy, or what is enclosed."""
        return bool(cues.CC.match(text) or cues.ENCLOSURES.match(text) or cues.CC_ALONE.match(text))


def groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that stand together, without blank space between them."""
    group: list[Line] = []
    for line in lines:
        if line.gap and group:
            yield group
            group = []
        group.append(line)
    if group:
        yield group
