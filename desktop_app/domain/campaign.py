"""A campaign: one sign-on effort, and what its coordinator decided about it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import TypeVar

from desktop_app.domain.signatory import Way

_Entry = TypeVar("_Entry")


class State(StrEnum):
    """Where a campaign stands."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    SENT = "sent"


class GroupBy(StrEnum):
    """What the printed list is grouped by."""

    NOTHING = ""
    COUNTRY = "country"
    GROUP = "group"


class Order(StrEnum):
    """How the printed list is ordered."""

    ALPHABETICAL = "alphabetical"
    SHEET = "sheet"


class Members(StrEnum):
    """How the members of an umbrella are printed."""

    DASHES = "dashes"
    """Under their umbrella, with a dash; the umbrellas alone are numbered."""
    NUMBERED = "numbered"
    """Under their umbrella, numbered on in one sequence."""
    HIDDEN = "hidden"
    """Not printed: the umbrella stands for them."""


@dataclass(frozen=True, slots=True)
class ListLayout:
    """How ``{{ signatories }}`` is printed. ``columns`` is 1, 2 or 3."""

    numbered: bool = True
    columns: int = 2
    members: Members = Members.DASHES
    by: GroupBy = GroupBy.NOTHING
    order: Order = Order.ALPHABETICAL
    ignore_articles: bool = True


@dataclass(frozen=True, slots=True)
class Claim:
    """What an earlier text claimed: figures that no list of ours stands behind.

    Attributes:
        of_model: Whether another letter claimed it, after which this one is modelled. The list of this
            letter has nothing to do with it.
    """

    total: int | None = None
    anonymous: int | None = None
    of_model: bool = False


@dataclass(frozen=True, slots=True)
class Petition:
    """An appeal that is handed over with the letter."""

    people: int
    countries: int | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class PetitionFile:
    """Sign-ons to such an appeal, counted and never listed.

    ``people`` and ``countries`` are what campaign.toml says besides, to be held against the file.
    """

    name: str
    people: int | None = None
    countries: int | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom readers may ask. Printed only where ``may_be_named`` is true."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    email: str = ""
    may_be_named: bool = False


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs the letter by hand. ``picture`` is a file in the campaign folder."""

    name: str
    title: str = ""
    organisation: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """What differs from language to language. Empty = not given.

    Attributes:
        subject: The letter's subject.
        noun: What one signatory is called: "civil society organization".
        nouns: What several are called.
        gender: ``m`` or ``f``, the noun's, where the language has genders.
        reason: Why some stay anonymous, as it ends the count sentence: "because ...", "for their safety".
        title: The letter's title in this language, if it is not the campaign's.
        place: The place in this language ("Nueva York"), if it is not the campaign's.
        enclosures, cc: In this language, if they are not the campaign's.
        message: What the draft of an e-mail says between salutation and closing, in the place of our words.
    """

    subject: str = ""
    noun: str = ""
    nouns: str = ""
    gender: str = ""
    reason: str = ""
    title: str = ""
    place: str = ""
    enclosures: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    message: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """Who is to get the letter.

    Attributes:
        to: Names of bodies, ISO3 codes, or files with a list of one's own. Several at once are allowed.
        on: The day whose members are meant; None = the letter's date.
        way: ``each`` member separately, the ``body`` as one, or its ``president``.
        office: An office that replaces the body's own post, or empty.
        seat: ``new_york``, ``geneva`` or ``capital``, or empty for the body's own.
        leave_out: ISO3 codes.
        language: A letter language for all, or empty to follow each mission.
    """

    to: tuple[str, ...] = ()
    on: dt.date | None = None
    way: str = "each"
    office: str = ""
    seat: str = ""
    leave_out: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Campaign:
    """What campaign.toml says.

    ``languages`` holds at least one code; the first is the language of the text that was signed.
    ``anonymous_figure`` says whether the count sentence tells how many are anonymous; of one or two it points
    at them. ``closing`` is ``formal`` or ``plain``, ``address`` ``full`` or ``short``, ``paper`` ``A4`` or
    ``Letter``.
    """

    title: str
    languages: tuple[str, ...]
    date: dt.date | None = None
    place: str = ""
    seat: str = ""
    state: State = State.DRAFT
    until: str = ""
    about: tuple[str, ...] = ()
    claimed: Claim = Claim()
    petition: Petition | None = None
    petition_file: PetitionFile | None = None
    counts: Way = Way.ONCE
    anonymous_figure: bool = True
    layout: ListLayout = ListLayout()
    contacts: tuple[Contact, ...] = ()
    signed_by: tuple[Signer, ...] = ()
    cc: tuple[str, ...] = ()
    reference: str = ""
    enclosures: tuple[str, ...] = ()
    closing: str = "formal"
    address: str = "full"
    paper: str = "A4"
    request: Request = Request()
    file_pattern: str = ""
    texts: Mapping[str, Text] = field(default_factory=dict)
    sample: bool = False

    def text(self, language: str) -> Text:
        """What differs in that language; nothing where the campaign says nothing."""
        return self.texts.get(language, Text())


def texts_of(campaign: Campaign) -> Iterator[tuple[str, str]]:
    """Every text of a campaign that a letter may print, with its key, such as ``contacts[2].role``."""
    yield "title", campaign.title
    yield "place", campaign.place
    yield "reference", campaign.reference
    yield from _numbered("cc", campaign.cc)
    yield from _numbered("enclosures", campaign.enclosures)
    tables: list[tuple[str, Contact | Signer | Text]] = [*_numbered("contacts", campaign.contacts)]
    tables += _numbered("signed_by", campaign.signed_by)
    tables += [(f"text.{language}", text) for language, text in campaign.texts.items()]
    for name, table in tables:
        for entry in fields(table):
            key, value = f"{name}.{entry.name}", getattr(table, entry.name)
            if isinstance(value, tuple):
                yield from _numbered(key, value)
            elif isinstance(value, str) and value:
                yield key, value


def _numbered(key: str, entries: Iterable[_Entry]) -> Iterator[tuple[str, _Entry]]:
    return ((f"{key}[{number}]", entry) for number, entry in enumerate(entries, start=1))
