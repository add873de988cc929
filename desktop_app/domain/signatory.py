"""A signatory: an organisation or a person on the list, and how it is to appear."""

from dataclasses import dataclass
from enum import StrEnum


class Disclosure(StrEnum):
    """How a signatory appears."""

    NAMED = "named"
    """Printed and counted."""
    ANONYMOUS = "anonymous"
    """Counted, never printed."""
    PENDING = "pending"
    """Not counted: not yet a clear yes."""
    WITHDRAWN = "withdrawn"
    """Not counted: consent was taken back."""

    @property
    def counts(self) -> bool:
        """Whether a signatory of this kind is part of the total."""
        return self in (Disclosure.NAMED, Disclosure.ANONYMOUS)


class Kind(StrEnum):
    """Who signed."""

    ORGANISATION = "organisation"
    PERSON = "person"


class Way(StrEnum):
    """How an umbrella and its members are counted."""

    ONCE = "once"
    """The umbrella signed for its members: it counts, they do not."""
    WITH_MEMBERS = "with-members"
    """The umbrella and each of its members count."""
    MEMBERS_ONLY = "members-only"
    """Each member counts, the umbrella does not."""


@dataclass(frozen=True, slots=True)
class Signatory:
    """One row of the list, as the coordinator keeps it.

    Attributes:
        row: Its spreadsheet row, counted from 1; the only way a message may point at an anonymous one.
        name: As the organisation writes it. Empty for an anonymous signatory that was only ever counted.
        counts: On an umbrella's row, its own way of counting; None = the campaign's.
        member_of: Name (or acronym) of the umbrella it belongs to; empty = top level.
        listed_as: How it is printed if not by its name. Ignored on rows that are not named.
        also_known_as: Other names, one each. Private, like all fields after it.
    """

    row: int
    name: str
    disclosure: Disclosure
    acronym: str = ""
    country: str = ""
    kind: Kind = Kind.ORGANISATION
    title: str = ""
    group: str = ""
    member_of: str = ""
    counts: Way | None = None
    listed_as: str = ""
    also_known_as: tuple[str, ...] = ()
    contact: str = ""
    email: str = ""
    signed_on: str = ""
    text_version: str = ""
    confirmed_by: str = ""
    source: str = ""
    notes: str = ""
