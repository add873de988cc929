"""The list of a campaign that has ended: who was named, and how many others; nothing else about anybody."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.counting import count, counted_of
from desktop_app.domain.freezing import text_number
from desktop_app.domain.hiding import hides_its_name
from desktop_app.domain.plain_text import folded
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.roster import resolve
from desktop_app.domain.signatory import Disclosure, Signatory, Way

_FIRST = 2
"""The first row below the headings."""


def closed_list(
    signatories: Iterable[Signatory], way: Way, *, country: Callable[[str], str] = folded
) -> tuple[Signatory, ...]:
    """The rows that stay: the named with what was printed of them, then one bare row for each of the others.

    Which text a row signed stays, as a number: whoever changes the letter later must know for how many.

    Bare rows stand at the end: in the alphabet, the rows around them would tell the first letter of a name.
    For the same reason they are sorted by what little they say.
    Anonymous rows that were not counted go; what their umbrella is stays only where a figure hangs on it.

    Raises:
        ProblemError: ``close-figures-differ`` where the figures could not be kept.
    """
    rows = tuple(signatories)
    wanted = count(rows, way, country=country)
    for bare in (_bare_rows, _bare_members):
        kept = _numbered((*_named_rows(rows), *bare(rows, way)))
        if count(kept, way, country=country) == wanted:
            return kept
    raise ProblemError("close-figures-differ")


def _named_rows(rows: Sequence[Signatory]) -> Iterator[Signatory]:
    members = {member.row for entry in resolve(rows).named for member in entry.members}
    for row in rows:
        if row.disclosure is not Disclosure.NAMED:
            continue
        hides = hides_its_name(row)
        yield Signatory(
            row=0,
            name=row.listed_as if hides else row.name,
            disclosure=row.disclosure,
            acronym="" if hides else row.acronym,
            country=row.country,
            kind=row.kind,
            title="" if hides else row.title,
            group=row.group,
            member_of=row.member_of if row.row in members else "",
            counts=row.counts,
            listed_as="" if hides else row.listed_as,
            text_version=text_number(row.text_version),
        )


def _bare_rows(rows: Sequence[Signatory], way: Way) -> Iterator[Signatory]:
    entries = resolve(rows).entries
    counted = [one for entry in entries for one in counted_of(entry, entry.signatory.counts or way)]
    yield from _sorted(_bare(row) for row in counted if row.disclosure is Disclosure.ANONYMOUS)
    yield from _uncounted(rows)


def _bare_members(rows: Sequence[Signatory], _way: Way) -> Iterator[Signatory]:
    """As above, but every anonymous member stays under its umbrella."""
    yield from _sorted(_anonymous_by_umbrella(rows))
    yield from _uncounted(rows)


def _anonymous_by_umbrella(rows: Sequence[Signatory]) -> Iterator[Signatory]:
    for entry in resolve(rows).entries:
        if entry.signatory.disclosure is Disclosure.ANONYMOUS:
            yield _bare(entry.signatory)
        for member in entry.members:
            if member.disclosure is Disclosure.ANONYMOUS:
                yield replace(_bare(member), member_of=entry.signatory.name)


def _uncounted(rows: Sequence[Signatory]) -> Iterator[Signatory]:
    for state in (Disclosure.PENDING, Disclosure.WITHDRAWN):
        yield from (_bare(row) for row in rows if row.disclosure is state)


def _bare(signatory: Signatory) -> Signatory:
    version = text_number(signatory.text_version) if signatory.disclosure.counts else ""
    return Signatory(row=0, name="", disclosure=signatory.disclosure, text_version=version)


def _sorted(rows: Iterable[Signatory]) -> list[Signatory]:
    return sorted(rows, key=lambda row: (row.member_of, row.text_version))


def _numbered(rows: Iterable[Signatory]) -> tuple[Signatory, ...]:
    return tuple(replace(row, row=number) for number, row in enumerate(rows, _FIRST))
