"""A body that letters go to: who is a member on a day, and who presides."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.reporting import Finding, ProblemError, Severity


@dataclass(frozen=True, slots=True)
class Term:
    """A state's membership, from the first day to the last."""

    iso3: str
    first: date = date.min
    last: date = date.max


@dataclass(frozen=True, slots=True)
class Chair:
    """Who presides: a state, and whether a man or a woman sits for it (``m``, ``f``, empty = not known)."""

    iso3: str
    gender: str = ""


@dataclass(frozen=True, slots=True)
class ChairTerm:
    """A presidency that somebody was elected to."""

    chair: Chair
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Rotation:
    """A presidency that moves on every month, in the order of the members' English names."""

    month: date
    iso3: str
    """Who presided in ``month``, where the counting starts."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body and its members through time.

    Attributes:
        name: As the terminal names it: ``security-council``.
        seat: ``new_york``, ``geneva`` or ``capital``; ``office``: whom a letter to a member is for.
        terms: In the order of the states' English names.
        seats: How many members it has when complete; 0 = not fixed.
        known_from: First day on which ``terms`` are complete; ``known_to``: the last.
        president: The office of its president; empty = it has none that letters go to.
        others: Members that are no states; their forms of address are not known here.
    """

    name: str
    seat: str
    office: str
    terms: tuple[Term, ...]
    seats: int = 0
    known_from: date = date.min
    known_to: date = date.max
    president: str = ""
    rotation: Rotation | None = None
    chairs: tuple[ChairTerm, ...] = ()
    others: tuple[str, ...] = ()

    def members_on(self, day: date) -> tuple[str, ...]:
        """ISO3 codes of that day's members, in the order of their English names."""
        return tuple(term.iso3 for term in self.terms if term.first <= day <= term.last)

    def gap_on(self, day: date) -> Finding | None:
        """What to say when that day's members are not all known; None when they are."""
        if self.known_from <= day <= self.known_to:
            return None
        early = day < self.known_from
        return Finding(
            "membership-unknown",
            Severity.WARNING,
            values={
                "body": self.name,
                "on": day.isoformat(),
                "known_from" if early else "known_to": (
                    self.known_from if early else self.known_to
                ).isoformat(),
                "known": len(self.members_on(day)),
                "seats": self.seats,
            },
        )

    def president_on(self, day: date) -> Chair:
        """Who presides on that day.

        Raises:
            ProblemError: ``no-president`` if the body has none, ``president-unknown`` if the tables do
                not know that day's.
        """
        if not self.president:
            raise ProblemError("no-president", body=self.name)
        for term in self.chairs:
            if term.first <= day <= term.last:
                return term.chair
        if self.rotation and self.rotation.month <= day and self.gap_on(day) is None:
            return Chair(self._in_rotation(self.rotation, day))
        raise ProblemError("president-unknown", body=self.name, on=day.isoformat())

    def _in_rotation(self, rotation: Rotation, day: date) -> str:
        # Rule 18 of the Council's provisional rules of procedure. A state that has left keeps its place
        # in the alphabet, so that its successor is still the next name after it.
        order = {term.iso3: place for place, term in enumerate(self.terms)}
        month, iso3 = rotation.month, rotation.iso3
        while (month.year, month.month) < (day.year, day.month):
            month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
            members = self.members_on(month)
            iso3 = next((member for member in members if order[member] > order[iso3]), members[0])
        return iso3
