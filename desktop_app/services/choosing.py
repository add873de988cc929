"""Choose who gets the letter: bodies on a day, states, offices and lists of one's own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from types import MappingProxyType

from desktop_app.domain.body import Body
from desktop_app.domain.campaign import Request
from desktop_app.domain.offices import PERMANENT_REPRESENTATIVE
from desktop_app.domain.recipient import Correction, OwnRecipient, Recipient
from desktop_app.domain.reporting import Finding, Place, ProblemError
from desktop_app.files.recipients_table import CORRECTIONS
from desktop_app.files.reference_data import LANGUAGES, Reference
from desktop_app.services.advising import Remarks, advice_on
from desktop_app.services.composing import NEW_YORK, NO_CORRECTION, Composer, Target
from desktop_app.services.recognising import (
    checked,
    known_languages,
    states,
    states_known,
    terminal_name,
    unknown,
)

_LIST_FILES = (".xlsx", ".csv")
_ENDING = re.compile(r"\.(?:[a-z\d]{2,5}|[A-Z\d]{2,5})")
"""How the name of a file ends; "St. Lucia" and "St.Lucia" are none."""
_NO_CORRECTIONS: Mapping[str, Correction] = MappingProxyType({})
_NO_LISTS: Mapping[str, tuple[OwnRecipient, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who gets the letter.

    Attributes:
        body: What was asked for, in a few words: "security-council", "JPN, g7".
        left_out: ISO3 codes of members who do not get it, though their body does.
    """

    body: str
    on: date
    recipients: tuple[Recipient, ...]
    left_out: tuple[str, ...]
    findings: tuple[Finding, ...]


def own_files(request: Request) -> tuple[str, ...]:
    """Those entries of ``request.to`` that are lists of the coordinator's own; the caller reads them."""
    return tuple(entry for entry in request.to if entry.lower().endswith(_LIST_FILES))


def choose(
    request: Request,
    reference: Reference,
    *,
    on: date,
    languages: tuple[str, ...] = (),
    about: tuple[str, ...] = (),
    closing: str = "formal",
    address: str = "full",
    corrections: Mapping[str, Correction] = _NO_CORRECTIONS,
    own_lists: Mapping[str, tuple[OwnRecipient, ...]] = _NO_LISTS,
) -> Chosen:
    """Everybody the request names, each once, addressed.

    Args:
        request: Who is meant. Its ``on`` is ignored in favour of ``on``.
        reference: The program's tables.
        on: The day whose members are meant.
        languages: Letter languages the campaign has, the first being the one signed; empty = any.
        about: The states the letter is about; left out of bodies unless asked for by code.
        closing: ``formal`` or ``plain``.
        address: ``full`` or ``short``.
        corrections: By ISO3 code, or by the name of an office that is no state's.
        own_lists: By the entry of ``request.to`` that names the list.

    Raises:
        ProblemError: ``unknown-body``, ``own-list-wrong-kind``, ``unknown-state``, ``unknown-office``,
            ``unknown-seat``, ``unknown-language``, ``unknown-way``, ``office-unfit``, ``seat-unfit``,
            ``no-president``, ``president-unknown``.
    """
    choice = _Choice(
        reference,
        checked(request, reference),
        on,
        known_languages(languages),
        states(about, reference),
        Composer(reference, closing, short=address == "short"),
        corrections,
    )
    for entry in request.to:
        if entry in own_lists:
            choice.add_own(entry, own_lists[entry])
        else:
            choice.add(entry)
    return choice.made()


class _Choice:
    """A choice in the making."""

    def __init__(
        self,
        reference: Reference,
        request: Request,
        on: date,
        languages: tuple[str, ...],
        about: tuple[str, ...],
        composer: Composer,
        corrections: Mapping[str, Correction],
    ) -> None:
        self._reference = reference
        self._request = request
        self._on = on
        self._languages = languages
        self._about = about
        self._composer = composer
        self._corrections = corrections
        self._asked_for: list[str] = []
        self._targets: dict[Target, Correction] = {}
        self._recipients: dict[str, Recipient] = {}
        self._own: set[OwnRecipient] = set()
        self._left_out: set[str] = set()
        self._remarks = Remarks()

    def add(self, entry: str) -> None:
        """Add a body, an office that is no state's, or a state."""
        name = terminal_name(entry)
        offices = self._reference.offices
        if name in self._reference.bodies:
            self._asked_for.append(name)
            self._add_body(self._reference.bodies[name])
        elif name in offices.of_presidents:
            self._asked_for.append(name)
            self._add_president(next(b for b in self._reference.bodies.values() if b.president == name))
        elif name in offices.single:
            self._asked_for.append(name)
            gender = offices.single[name].gender_on(self._on)
            self._add_target(replace(self._composer.target("", name, self._request.seat), gender=gender))
        elif iso3 := self._reference.find_state(entry):
            self._asked_for.append(iso3)
            self._add_state(iso3, self._request.office or PERMANENT_REPRESENTATIVE, self._request.seat)
        else:
            raise self._unknown(entry)

    def _unknown(self, entry: str) -> ProblemError:
        """What nobody knows: a file that is no list, or a slip in a name, which may hold a dot as well."""
        wrong_kind = ProblemError("own-list-wrong-kind", Place(PurePath(entry).name))
        if _ENDING.fullmatch(PurePath(entry).suffix) or entry.endswith("/"):
            return wrong_kind
        offices = self._reference.offices
        known = [
            *self._reference.bodies,
            *offices.of_presidents,
            *offices.single,
            *states_known(self._reference),
        ]
        problem = unknown("unknown-body", entry, known)
        return wrong_kind if "/" in entry and not problem.values["nearest"] else problem

    def add_own(self, entry: str, own_list: Iterable[OwnRecipient]) -> None:
        """Add everybody on a list of the coordinator's own."""
        file = PurePath(entry).name
        self._asked_for.append(PurePath(entry).stem)
        for own in own_list:
            place, same = Place(file, row=own.row), replace(own, row=0)
            if same in self._own:
                self._remarks.twice.append(place)
                continue
            self._own.add(same)
            language = self._language(own.language, place) or self._first_language
            self._keep(self._composer.to_person(own, language))

    def made(self) -> Chosen:
        """The choice, with what is to be said about it."""
        return Chosen(
            body=", ".join(self._asked_for),
            on=self._on,
            recipients=tuple(self._recipients.values()),
            left_out=tuple(iso3 for iso3 in self._reference.states if iso3 in self._left_out),
            findings=(
                *self._remarks.findings(self._on, self._languages),
                *advice_on(self._targets, self._composer, self._on),
            ),
        )

    def _add_body(self, body: Body) -> None:
        request = self._request
        if request.way == "president" or (body.president and request.office == body.president):
            self._insist_on(body, body.president)
            self._add_president(body)
        elif request.way == "body":
            self._insist_on(body, body.office)
            self._keep(self._composer.to_all(body, self._language("", Place()) or self._first_language))
        else:
            office = request.office or body.office
            seat = request.seat or (body.seat if office == body.office else "")
            self._remarks.bodies.append(body)
            for iso3 in self._members(body):
                self._add_state(iso3, office, seat)

    def _insist_on(self, body: Body, office: str) -> None:
        """A letter to a body, or to its president, goes where that sits and to nobody else."""
        if self._request.office not in ("", office):
            raise ProblemError("office-unfit", office=self._request.office, to=body.name)
        if self._request.seat not in ("", body.seat):
            raise ProblemError("seat-unfit", office=office, seat=self._request.seat, seats=(body.seat,))

    def _members(self, body: Body) -> Iterator[str]:
        bodies = self._reference.bodies
        named = {self._reference.find_state(entry) for entry in self._request.to if entry not in bodies}
        for iso3 in body.members_on(self._on):
            if iso3 in self._about and iso3 not in named:
                self._left_out.add(iso3)
                self._remarks.about.append(iso3)
            else:
                yield iso3

    def _add_president(self, body: Body) -> None:
        chair = body.president_on(self._on)
        self._add_target(Target(chair.iso3, body.president, body.seat, chair.gender))

    def _add_state(self, iso3: str, office: str, seat: str) -> None:
        if iso3 in self._request.leave_out:
            self._left_out.add(iso3)
            return
        if office not in self._reference.offices.of_states:
            raise ProblemError("office-unfit", office=office, to=iso3)
        try:
            target = self._composer.target(iso3, office, seat)
        except ProblemError as problem:
            if problem.code != "head-of-state-special":
                raise
            self._remarks.special.append(iso3)
        else:
            if target.office != office:
                self._remarks.shared.append(iso3)
            self._add_target(target)

    def _add_target(self, target: Target) -> None:
        if target in self._targets:
            return
        of_state = target.office in self._reference.offices.of_states
        known = self._corrections.get(target.iso3 if of_state else target.office, NO_CORRECTION)
        self._targets[target] = known
        language = (
            self._language(known.language, Place(CORRECTIONS, row=known.row))
            or self._campaign_has(recorded_language(self._reference, target))
            or self._first_language
        )
        recipient = self._composer.to_office(target, language, known)
        if recipient.key in self._recipients:
            # The same state at two seats: its mission and its minister.
            recipient = replace(recipient, key=f"{recipient.key}-{target.seat}")
        self._keep(recipient)

    def _keep(self, recipient: Recipient) -> None:
        key, times = recipient.key, 1
        while key in self._recipients:
            times += 1
            key = f"{recipient.key} ({times})"
        self._recipients[key] = replace(recipient, key=key)

    @property
    def _first_language(self) -> str:
        return self._languages[0] if self._languages else LANGUAGES[0]

    def _campaign_has(self, language: str) -> str:
        return language if not self._languages or language in self._languages else ""

    def _language(self, asked: str, place: Place) -> str:
        """The language asked for, if any: for all, or at this place."""
        if self._request.language:
            if not self._campaign_has(self._request.language):
                self._remarks.languages.append(self._request.language)
            return self._request.language
        if asked and not self._campaign_has(asked):
            self._remarks.languages.append(asked)
            self._remarks.lacking.append(place)
        return self._campaign_has(asked)


def recorded_language(reference: Reference, target: Target) -> str:
    """What the state's mission in New York asked for. The record says nothing about other seats."""
    state = reference.states.get(target.iso3)
    return state.address_language if state and target.seat == NEW_YORK else ""
