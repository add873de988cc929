"""Recognise what somebody typed for a body, a state, an office; or say what it probably was."""

from collections.abc import Iterable
from dataclasses import replace

from rapidfuzz import fuzz, process

from desktop_app.domain.campaign import Request
from desktop_app.domain.reporting import ProblemError
from desktop_app.files.reference_data import LANGUAGES, Reference

SEATS = ("new_york", "geneva", "capital")
_NEAR_ENOUGH = 60
_WAYS = ("each", "body", "president")


def checked(request: Request, reference: Reference) -> Request:
    """The request with every name as the tables have it.

    Raises:
        ProblemError: ``unknown-office``, ``unknown-seat``, ``unknown-language``, ``unknown-way``,
            ``unknown-state``.
    """
    offices = reference.offices.names
    office, seat = terminal_name(request.office), request.seat.lower().replace("-", "_")
    if office and office not in offices:
        raise unknown("unknown-office", request.office, offices)
    if seat and seat not in SEATS:
        raise unknown("unknown-seat", request.seat, SEATS)
    if request.language:
        known_languages((request.language,))
    if request.way not in _WAYS:
        raise unknown("unknown-way", request.way, _WAYS)
    return replace(request, office=office, seat=seat, leave_out=states(request.leave_out, reference))


def states(given: Iterable[str], reference: Reference) -> tuple[str, ...]:
    """ISO3 codes of states given by code or name.

    Raises:
        ProblemError: ``unknown-state``.
    """
    found = []
    for name in given:
        iso3 = reference.find_state(name)
        if not iso3:
            raise unknown("unknown-state", name, states_known(reference))
        found.append(iso3)
    return tuple(found)


def states_known(reference: Reference) -> tuple[str, ...]:
    """What one may type for a state: its code, or its name."""
    return (*reference.states, *(names.short for names in reference.names("en").values()))


def terminal_name(given: str) -> str:
    """A name as the terminal writes it: "Security Council" is ``security-council``."""
    return "-".join(given.lower().replace("_", " ").split())


def known_languages(languages: tuple[str, ...]) -> tuple[str, ...]:
    """The same languages, all of them letter languages.

    Raises:
        ProblemError: ``unknown-language``.
    """
    for language in languages:
        if language not in LANGUAGES:
            raise unknown("unknown-language", language, LANGUAGES)
    return languages


def unknown(code: str, given: str, known: Iterable[str]) -> ProblemError:
    """The error for a name nobody knows, with the nearest one that somebody does."""
    names = {name: name.lower() for name in known}
    nearest = process.extractOne(given.lower(), names, scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH)
    return ProblemError(code, given=given, nearest=nearest[2] if nearest else "")
