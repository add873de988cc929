"""The one projection from rows to what may be printed. Everything that makes a letter works on its result.

Whatever a template, a writer or a mistake does afterwards: a name that did not pass here is not there.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from desktop_app.domain.campaign import GroupBy, ListLayout, Order
from desktop_app.domain.plain_text import inert, plain
from desktop_app.domain.printed_list import Listed, ListGroup, PrintedList
from desktop_app.domain.roster import resolve
from desktop_app.domain.signatory import Disclosure, Kind, Signatory

SortKey = Callable[[str], Any]


def project(signatories: Iterable[Signatory]) -> tuple[Listed, ...]:
    """The named signatories as they are printed, in the order of the sheet, members under their umbrellas.

    A member of an umbrella that is not named stands at the top level; nothing of any other row is carried.
    """
    return tuple(
        _listed(entry.signatory, tuple(_listed(member) for member in entry.members))
        for entry in resolve(signatories).named
    )


def printed_names(signatories: Iterable[Signatory]) -> tuple[str, ...]:
    """Every name as the letters print it."""
    return _printed(tuple(signatories))


# As with the roster: one check of a campaign asks four times for the same list.
@lru_cache(maxsize=2)
def _printed(signatories: tuple[Signatory, ...]) -> tuple[str, ...]:
    return tuple(one.name for top in project(signatories) for one in (top, *top.members))


def _listed(signatory: Signatory, members: tuple[Listed, ...] = ()) -> Listed:
    if signatory.disclosure is not Disclosure.NAMED:
        # Not a message for users: the roster holds named rows only, and must go on doing so.
        raise AssertionError("only named rows are projected")
    # "Listed as" replaces the name with all that goes with it: an acronym or a title would give it away.
    other = signatory.listed_as
    return Listed(
        name=inert(plain(other or signatory.name)),
        country=inert(plain(signatory.country)),
        group=inert(plain(signatory.group)),
        title="" if other or signatory.kind is not Kind.PERSON else inert(plain(signatory.title)),
        acronym="" if other else inert(plain(signatory.acronym)),
        members=members,
    )


def arrange(
    listed: Sequence[Listed],
    layout: ListLayout,
    sort_key: SortKey,
    country_name: Callable[[str], str],
) -> PrintedList:
    """The printed list: in order, in groups.

    Args:
        listed: The projected signatories.
        layout: The campaign's.
        sort_key: Key of a name in the letter's language.
        country_name: The name in the letter's language for a country as the sheet writes it.
    """
    if layout.by is GroupBy.NOTHING:
        return PrintedList((ListGroup("", _ordered(listed, layout, sort_key)),), layout)
    by_heading: dict[str, list[Listed]] = {}
    for one in listed:
        heading = country_name(one.country) if layout.by is GroupBy.COUNTRY else one.group
        by_heading.setdefault(heading, []).append(one)
    headings = list(by_heading)
    if layout.order is Order.ALPHABETICAL or layout.by is GroupBy.COUNTRY:
        headings.sort(key=sort_key)
    # Those of no group come first: after a group they would look as if they belonged to it.
    headings.sort(key=bool)
    groups = tuple(
        ListGroup(heading, _ordered(by_heading[heading], layout, sort_key)) for heading in headings
    )
    return PrintedList(groups, layout)


def _ordered(listed: Sequence[Listed], layout: ListLayout, sort_key: SortKey) -> tuple[Listed, ...]:
    if layout.order is Order.SHEET:
        return tuple(listed)
    return tuple(
        replace(one, members=tuple(sorted(one.members, key=lambda member: sort_key(member.name))))
        for one in sorted(listed, key=lambda one: sort_key(one.name))
    )


@dataclass(frozen=True, slots=True)
class Signatories:
    """What a letter may know of its signatories: figures, words, and the printed list to loop over.

    ``length`` is how many stand at the top level of the list.
    """

    total: int
    named: int
    anonymous: int
    countries: int
    organisations: int
    individuals: int
    noun: str
    reason: str
    as_of: str
    statement: str
    length: int
    printed: PrintedList

    def __iter__(self) -> Iterator[dict[str, object]]:
        for group in self.printed.groups:
            for one in group.listed:
                yield {**_columns(one), "members": [{**_columns(m), "members": []} for m in one.members]}

    def __len__(self) -> int:
        return self.length


def _columns(listed: Listed) -> dict[str, object]:
    return {
        "name": listed.name,
        "country": listed.country,
        "group": listed.group,
        "title": listed.title,
        "acronym": listed.acronym,
    }
