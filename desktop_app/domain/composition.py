"""Who sits in a body on one day: how many, who presides, who was elected until when."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.body import Body
from desktop_app.domain.reporting import ProblemError


@dataclass(frozen=True, slots=True)
class Composition:
    """A body on a day.

    Attributes:
        members: ISO3 codes, in the order of their English names.
        chair: Who presides, where the body has a president and the tables know that day's.
        elected: The members whose terms end, by the day on which they do; of others nothing ends.
        is_complete: Whether the tables know all members of that day.
    """

    body: str
    on: date
    members: tuple[str, ...]
    chair: str
    elected: tuple[tuple[date, tuple[str, ...]], ...]
    is_complete: bool


def composition_on(body: Body, day: date) -> Composition:
    """Who sits in the body on that day."""
    until: dict[date, list[str]] = defaultdict(list)
    for term in body.terms:
        if term.first <= day <= term.last < date.max:
            until[term.last].append(term.iso3)
    return Composition(
        body=body.name,
        on=day,
        members=body.members_on(day),
        chair=_chair(body, day),
        elected=tuple((last, tuple(states)) for last, states in sorted(until.items())),
        is_complete=body.gap_on(day) is None,
    )


def _chair(body: Body, day: date) -> str:
    try:
        return body.president_on(day).iso3
    except ProblemError:
        return ""
