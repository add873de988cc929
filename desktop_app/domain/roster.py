"""Who stands under whom: umbrellas with their members, as they are counted and as they are printed."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.domain.hiding import hides_its_name
from desktop_app.domain.plain_text import folded
from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.domain.signatory import Disclosure, Signatory

_IN_BRACKETS = re.compile(r"(?P<name>.+?) \((?P<acronym>[^\s()]{2,})\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A signatory at the top level, and those that stand under it in the order of the sheet."""

    signatory: Signatory
    members: tuple[Signatory, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """The signatories that count, each in its place. Pending and withdrawn rows have none.

    Attributes:
        entries: The top level, in the order of the sheet.
        findings: Rows whose umbrella could not be told; they stand at the top level.
    """

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]

    @property
    def named(self) -> tuple[Entry, ...]:
        """The named rows alone: what may be printed, as it is nested on paper."""
        return tuple(
            Entry(entry.signatory, tuple(m for m in entry.members if m.disclosure is Disclosure.NAMED))
            for entry in self.entries
            if entry.signatory.disclosure is Disclosure.NAMED
        )


def resolve(signatories: Iterable[Signatory]) -> Roster:
    """Put every signatory that counts in its place.

    A named member of an umbrella that is not itself named stands at the top level: under its umbrella it
    would point at it.
    """
    return _resolved(tuple(signatories))


# One check of a campaign asks seven times, in seven places, for the same list.
@lru_cache(maxsize=2)
def _resolved(rows: tuple[Signatory, ...]) -> Roster:
    umbrellas, findings = _umbrellas(rows)
    members: dict[int, list[Signatory]] = defaultdict(list)
    top_level = []
    for signatory in rows:
        if not signatory.disclosure.counts:
            continue
        umbrella = umbrellas.get(signatory.row)
        if umbrella is not None and _may_stand_under(umbrella, signatory):
            members[umbrella.row].append(signatory)
        else:
            top_level.append(signatory)
    entries = tuple(Entry(signatory, tuple(members[signatory.row])) for signatory in top_level)
    return Roster(entries, findings)


def umbrella_over(row: Signatory) -> str:
    """The umbrella that whoever is put under a row is a member of: who is a member has none of its own."""
    return row.member_of or row.name


def meant_umbrellas(signatories: Iterable[Signatory]) -> dict[int, tuple[Signatory, ...]]:
    """For each row with a *Member of*, by its number, the rows that it may mean; itself may be among them."""
    rows = tuple(signatories)
    directory = Directory(rows)
    return {row.row: tuple(directory.look_up(row.member_of)) for row in rows if row.member_of}


def names_of(signatory: Signatory) -> tuple[str, ...]:
    """The name as it compares, and without the acronym in brackets after it: "Lantern Network (LN)"."""
    name = folded(signatory.name)
    bare, _ = _split(name)
    return (name,) if bare == name else (name, bare)


@lru_cache(maxsize=1 << 15)
def _split(name: str) -> tuple[str, str]:
    """A folded name without the acronym in brackets, and the acronym.

    An acronym begins as its name does; what begins otherwise tells chapters of one network apart, "Lantern
    (Norway)", "Lantern (Chad)", and belongs to the name.
    """
    match = _IN_BRACKETS.fullmatch(name) if name.endswith(")") else None
    if match is None or match["acronym"][0] != match["name"].removeprefix("the ")[0]:
        return name, ""
    return match["name"], match["acronym"]


def _may_stand_under(umbrella: Signatory, member: Signatory) -> bool:
    if umbrella.disclosure is Disclosure.ANONYMOUS:
        return member.disclosure is Disclosure.ANONYMOUS
    # Members under "A regional platform" would say which platform it is.
    return umbrella.disclosure is Disclosure.NAMED and not hides_its_name(umbrella)


def _umbrellas(rows: tuple[Signatory, ...]) -> tuple[dict[int, Signatory], tuple[Finding, ...]]:
    """The umbrella of each row that has one, by row; and what was wrong with the others."""
    wrong: dict[str, list[int]] = defaultdict(list)
    found: dict[int, Signatory] = {}
    for row, candidates in meant_umbrellas(rows).items():
        others = [candidate for candidate in candidates if candidate.row != row]
        if len(others) == 1:
            found[row] = others[0]
        elif others:
            wrong["umbrella-ambiguous"].append(row)
        else:
            wrong["umbrella-is-itself" if candidates else "umbrella-unknown"].append(row)
    under_members = [row for row, umbrella in found.items() if umbrella.row in found]
    for row in under_members:
        del found[row]
        wrong["umbrella-is-member"].append(row)
    return found, tuple(
        Finding(code, Severity.WARNING, tuple(Place(row=row) for row in wrong[code]))
        for code in sorted(wrong)
    )


class Directory:
    """Finds an umbrella by its name; by a shorter form only where nobody has that name."""

    def __init__(self, rows: Iterable[Signatory] = ()) -> None:
        self._by_name: dict[str, list[Signatory]] = defaultdict(list)
        self._by_short_form: dict[str, list[Signatory]] = defaultdict(list)
        for signatory in rows:
            self.add(signatory)

    def add(self, signatory: Signatory) -> None:
        """Know this one, too."""
        name = folded(signatory.name)
        if name:
            self._by_name[name].append(signatory)
        for form in {*_split(name), folded(signatory.acronym)} - {"", name}:
            self._by_short_form[form].append(signatory)

    def discard(self, signatory: Signatory) -> None:
        """Forget one that was added."""
        name = folded(signatory.name)
        if name:
            self._by_name[name].remove(signatory)
        for form in {*_split(name), folded(signatory.acronym)} - {"", name}:
            self._by_short_form[form].remove(signatory)

    def look_up(self, text: str) -> list[Signatory]:
        """Whom a *Member of* may mean."""
        wanted = folded(text)
        for form in (wanted, *_split(wanted)):
            for index in (self._by_name, self._by_short_form):
                if found := index.get(form):
                    return found
        return []
