"""Change whom a letter is for, such that what is asked for goes together."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from desktop_app.domain.body import Body
from desktop_app.domain.campaign import Request
from desktop_app.files.reference_data import Reference
from desktop_app.services.choosing import own_files
from desktop_app.services.recognising import terminal_name


def bodies_of(request: Request, reference: Reference) -> tuple[Body, ...]:
    """The bodies whose members are asked for."""
    names = dict.fromkeys(map(terminal_name, request.to))
    return tuple(reference.bodies[name] for name in names if name in reference.bodies)


def ways(request: Request, reference: Reference) -> tuple[str, ...]:
    """In which ways the letter can be sent to those bodies."""
    bodies = bodies_of(request, reference)
    if not bodies:
        return ("each",)
    return ("each", "body", "president") if all(body.president for body in bodies) else ("each", "body")


def sent_to(request: Request, entry: str, reference: Reference) -> Request:
    """To that one alone. Who was left out of the others, and their office, is forgotten."""
    return _fitting(replace(request, to=(entry,), leave_out=(), office="", seat=""), reference)


def sent_also_to(request: Request, entries: Iterable[str], reference: Reference) -> Request:
    """To those as well; whoever was left out and is named now gets a letter."""
    to = tuple(dict.fromkeys((*request.to, *entries)))
    return _fitting(
        replace(request, to=to, leave_out=tuple(s for s in request.leave_out if s not in to)), reference
    )


def not_sent_to(request: Request, entry: str, reference: Reference) -> Request:
    """To the others."""
    return _fitting(replace(request, to=tuple(name for name in request.to if name != entry)), reference)


def sent_in_way(request: Request, way: str) -> Request:
    """To each member, to the body as one or to its president: those sit where the body does."""
    return replace(request, way=way) if way == "each" else replace(request, way=way, office="", seat="")


def without(request: Request, states: Collection[str], about: Collection[str]) -> Request:
    """Those states get no letter."""
    # A state the letter is about was in only because it is named.
    to = tuple(entry for entry in request.to if entry not in states or entry not in about)
    out = (*request.leave_out, *(state for state in states if state not in about or state in to))
    return replace(request, to=to, leave_out=tuple(dict.fromkeys(out)))


def with_states(
    request: Request, states: Collection[str], about: Collection[str], reference: Reference
) -> Request:
    """Those states get a letter again, also where the letter is about them."""
    named = {reference.find_state(entry) for entry in request.to if entry not in own_files(request)}
    missing = [state for state in states if state in about and state not in named]
    left = tuple(state for state in request.leave_out if state not in states)
    request = replace(request, to=(*request.to, *missing), leave_out=left)
    offices = {(body.office, body.seat) for body in bodies_of(request, reference)}
    if missing and not request.office and len(offices) == 1:
        # Named by itself a state is written to as others name it: at its mission in New York.
        office, seat = offices.pop()
        return replace(request, office=office, seat=request.seat or seat)
    return request


def _fitting(request: Request, reference: Reference) -> Request:
    return request if request.way in ways(request, reference) else replace(request, way="each")
