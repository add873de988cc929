"""What an existing letter was found to consist of, and how sure that is."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.domain.campaign import Claim
from desktop_app.domain.reporting import Value

_NO_CLAIM = Claim()
_KEPT_OUT = frozenset(
    "import-" + kind
    for kind in (
        *("by-the-list", "cell-unused", "delivery", "group", "left-over", "letterhead", "loose-link"),
        *("mail-furniture", "no-name", "not-words", "page-furniture", "page-number", "rule", "run-together"),
        *("second-date", "second-reference", "second-subject", "second-title", "table-head"),
    )
)


class Sureness(StrEnum):
    """How sure a part is."""

    SURE = "sure"
    """Its own words or the file say so: "Re: ...", a heading's style."""
    LIKELY = "likely"
    """Its place and shape say so."""
    GUESSED = "guessed"
    """Nothing speaks against it. Also among the doubts."""


class Role(StrEnum):
    """The parts that a letter has once, at most."""

    TITLE = "title"
    DATE = "date"
    PLACE = "place"
    ADDRESSEE = "addressee"
    SUBJECT = "subject"
    REFERENCE = "reference"
    SALUTATION = "salutation"
    CLOSING = "closing"
    STATEMENT = "statement"
    """The sentence or the heading over the list."""
    AS_OF = "as-of"
    """The line that tells the day of the list."""
    CONTACTS = "contacts"
    """The line over the contacts."""
    CC = "cc"
    ENCLOSURES = "enclosures"


@dataclass(frozen=True, slots=True)
class Part:
    """One part.

    Attributes:
        text: What it says, its cue ("Re:", "To") taken off; several lines are joined by line feeds.
        written: The same as the source writes it.
        lines: Numbers of its lines.
        sure: How sure it is.
        why: Code of the reason: ``its-own-words``, ``its-place``, ``file-says``, ``only-shape``.
    """

    text: str
    written: str
    lines: tuple[int, ...]
    sure: Sureness
    why: str


class BlockKind(StrEnum):
    """What a piece of the body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    FOOTNOTE = "footnote"
    SALUTATION = "salutation"
    """The salutation once more, alone on its line."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the body, its lines joined.

    Attributes:
        kind: What it is.
        text: What it says, without marker.
        lines: Numbers of its lines.
        level: Depth of a heading or an item, from 1; 0 elsewhere.
        marker: What stood before it: "•", "a.", "1".
    """

    kind: BlockKind
    text: str
    lines: tuple[int, ...]
    level: int = 0
    marker: str = ""


@dataclass(frozen=True, slots=True)
class FoundName:
    """A signatory of the letter.

    Attributes:
        name: As the letter prints it, wrapped lines joined.
        lines: Numbers of its lines.
        member_of: The umbrella it stands under.
        country: What the letter prints after each name, or the heading that it stands under.
        title: Of a person: office and affiliation.
        group: The heading that it stands under, where that is no country.
        marker: What stood before it: "12.", "•".
        is_person: Whether it is a person.
    """

    name: str
    lines: tuple[int, ...]
    member_of: str = ""
    country: str = ""
    title: str = ""
    group: str = ""
    marker: str = ""
    is_person: bool = False


@dataclass(frozen=True, slots=True)
class FoundSigner:
    """Who signs the letter by hand. ``written`` is the source's own text."""

    name: str
    title: str = ""
    organisation: str = ""
    lines: tuple[int, ...] = ()
    written: str = ""


@dataclass(frozen=True, slots=True)
class FoundContact:
    """Whom readers may ask. ``written`` is the source's own text, telephone numbers included."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    email: str = ""
    lines: tuple[int, ...] = ()
    written: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A spot that somebody should look at.

    Attributes:
        code: What is doubtful, as ``wording`` says it.
        line: Number of its first line.
        text: What stands there.
        values: What goes into the sentence.
    """

    code: str
    line: int
    text: str
    values: Mapping[str, Value] = field(default_factory=dict)

    @property
    def is_kept_out(self) -> bool:
        """Whether its text stands nowhere else: it belongs to no part, block or name."""
        return self.code in _KEPT_OUT


@dataclass(frozen=True, slots=True)
class Anatomy:
    """A letter, part by part. Every character of the source is in a part, a block, a name or a doubt.

    Attributes:
        language: Of the text: "en", "fr" ...
        parts: What it has of the parts that occur once.
        date: What its date comes to.
        body: Its text in order.
        claimed: The figures that it claims of its signatories.
        signers: Who signs it by hand.
        contacts: Whom readers may ask.
        names: Its signatories in their order.
        is_numbered: Whether the list has printed numbers.
        doubts: What somebody should look at, by line.
    """

    language: str
    parts: Mapping[Role, Part]
    date: dt.date | None = None
    body: tuple[Block, ...] = ()
    claimed: Claim = _NO_CLAIM
    signers: tuple[FoundSigner, ...] = ()
    contacts: tuple[FoundContact, ...] = ()
    names: tuple[FoundName, ...] = ()
    is_numbered: bool = False
    doubts: tuple[Doubt, ...] = ()

    def text_of(self, role: Role) -> str:
        """What a part says; empty where the letter has none."""
        part = self.parts.get(role)
        return part.text if part else ""
