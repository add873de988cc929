"""How many signed. The way of counting is a choice for each umbrella, and it is shown."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.plain_text import folded
from desktop_app.domain.roster import Entry, resolve
from desktop_app.domain.signatory import Disclosure, Kind, Signatory, Way


@dataclass(frozen=True, slots=True)
class Count:
    """The figures of a list.

    Attributes:
        way: The campaign's way of counting; an umbrella's own goes before it.
        total: ``named`` and ``anonymous`` together, always.
        top_level: Named lines that stand at the top level, however they are counted.
        members: Named lines that stand under an umbrella.
        umbrellas: Named lines that named others stand under.
        countries: Of the named, whoever counts; ``organisations`` and ``individuals`` together are ``named``.
    """

    way: Way
    total: int
    named: int
    anonymous: int
    pending: int
    withdrawn: int
    top_level: int
    members: int
    umbrellas: int
    countries: int
    organisations: int
    individuals: int


def count(signatories: Iterable[Signatory], way: Way, *, country: Callable[[str], str] = folded) -> Count:
    """Count the list in that way. ``country`` gives spellings of one country the same key."""
    rows = tuple(signatories)
    roster = resolve(rows)
    counted = [s for entry in roster.entries for s in counted_of(entry, entry.signatory.counts or way)]
    named = [row for row in rows if row.disclosure is Disclosure.NAMED]
    printed = roster.named
    counted_and_named = [row for row in counted if row.disclosure is Disclosure.NAMED]
    return Count(
        way=way,
        total=len(counted),
        named=number_of(counted, Disclosure.NAMED),
        anonymous=number_of(counted, Disclosure.ANONYMOUS),
        pending=number_of(rows, Disclosure.PENDING),
        withdrawn=number_of(rows, Disclosure.WITHDRAWN),
        top_level=len(printed),
        members=sum(len(entry.members) for entry in printed),
        umbrellas=sum(1 for entry in printed if entry.members),
        countries=len({*map(country, {row.country for row in named})} - {""}),
        organisations=sum(row.kind is Kind.ORGANISATION for row in counted_and_named),
        individuals=sum(row.kind is Kind.PERSON for row in counted_and_named),
    )


def counted_of(entry: Entry, way: Way) -> Sequence[Signatory]:
    """Who counts of an entry: the umbrella, its members, or both.

    An umbrella that shows no member always counts: it is printed, and what is printed is counted.
    """
    match way:
        case Way.ONCE:
            return (entry.signatory,)
        case Way.WITH_MEMBERS:
            return (entry.signatory, *entry.members)
        case Way.MEMBERS_ONLY:
            shown = any(member.disclosure is Disclosure.NAMED for member in entry.members)
            shows_itself = entry.signatory.disclosure is Disclosure.NAMED and not shown
            return (entry.signatory, *entry.members) if shows_itself else entry.members or (entry.signatory,)


def number_of(signatories: Iterable[Signatory], disclosure: Disclosure) -> int:
    """How many of them appear in that way."""
    return sum(signatory.disclosure is disclosure for signatory in signatories)
