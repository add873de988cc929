"""Compose one recipient: the forms of address of the tables, with what the coordinator knows better."""

from dataclasses import dataclass

from desktop_app.domain.addressing import Addressee, Opening
from desktop_app.domain.body import Body
from desktop_app.domain.offices import HEAD_OF_GOVERNMENT, HEAD_OF_STATE
from desktop_app.domain.recipient import Correction, OwnRecipient, Recipient
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.state import Mission
from desktop_app.files.reference_data import Reference

NEW_YORK = "new_york"
NO_CORRECTION = Correction(0)
_NOBODY = OwnRecipient(0)


@dataclass(frozen=True, slots=True)
class Target:
    """An office at a seat: a state's, a body's president's, or one that is no state's.

    ``gender`` is that of its holder where the tables know it.
    """

    iso3: str
    office: str
    seat: str
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Composer:
    """Composes recipients, all in the way the campaign chose.

    Attributes:
        closing: ``formal`` or ``plain``.
        short: Whether mission and street are left out of the address.
    """

    reference: Reference
    closing: str = "formal"
    short: bool = False

    def target(self, iso3: str, office: str, seat: str) -> Target:
        """The office that is really written to.

        Raises:
            ProblemError: ``head-of-state-special`` if nothing may be composed for that head of state;
                ``seat-unfit`` if the office does not sit there.
        """
        offices = self.reference.offices
        if office == HEAD_OF_STATE and iso3 in offices.special:
            raise ProblemError("head-of-state-special", state=iso3)
        if office == HEAD_OF_STATE and iso3 in offices.shared_crown:
            office = HEAD_OF_GOVERNMENT
        seats = self.seats_of(office)
        if seat and seat not in seats:
            raise ProblemError("seat-unfit", office=office, seat=seat, seats=seats)
        return Target(iso3, office, seat or seats[0])

    def seats_of(self, office: str) -> tuple[str, ...]:
        """Where the office sits; its usual seat first."""
        post = "head-of-state-president" if office == HEAD_OF_STATE else office
        return tuple(self.reference.manner("en").posts[post].address)

    def mission(self, target: Target) -> Mission | None:
        """The state's mission at the target's seat, where one is known."""
        return self.reference.missions.get(target.iso3) if target.seat == NEW_YORK else None

    def to_office(self, target: Target, language: str, known: Correction = NO_CORRECTION) -> Recipient:
        """The holder of an office. What ``known`` leaves empty is as the tables say."""
        manner, offices = self.reference.manner(language), self.reference.offices
        mission = self.mission(target)
        to = Addressee(
            post=offices.post(target.office, target.iso3, target.seat),
            seat=target.seat,
            mission_head=offices.mission_head(target.iso3, target.seat),
            name=known.name,
            gender=known.gender or target.gender,
            state=self.reference.states.get(target.iso3),
            names=self.reference.names(language).get(target.iso3) if target.iso3 else None,
            mission=mission,
        )
        opening = manner.opening(to, self.closing)
        if known.salutation:
            opening = manner.opening_to_person(self.closing, salutation=known.salutation)
        names = to.names
        return Recipient(
            key=target.iso3 if target.office in offices.of_states else target.office,
            iso3=target.iso3,
            language=language,
            address=known.address or manner.address(to, short=self.short),
            salutation=opening.salutation,
            vocative=opening.vocative,
            closing=opening.closing,
            name=known.name,
            state=names.running if names else "",
            the_state=names.the if names else "",
            formal_state=names.formal if names else "",
            of_state=names.of if names else "",
            to_state=names.to if names else "",
            mission=mission.name if mission else "",
            paragraph=known.paragraph,
            email=known.email,
        )

    def to_all(self, body: Body, language: str) -> Recipient:
        """A body as one."""
        manner = self.reference.manner(language)
        opening = manner.opening_to_all(body.office, self.closing)
        return _recipient(body.name, language, manner.bodies[body.name], opening)

    def to_person(self, own: OwnRecipient, language: str) -> Recipient:
        """Somebody on a list of the coordinator's own."""
        opening = self.reference.manner(language).opening_to_person(
            self.closing, salutation=own.salutation, gender=own.gender
        )
        return _recipient(own.key, language, own.lines, opening, own)


def _recipient(
    key: str,
    language: str,
    address: tuple[str, ...],
    opening: Opening,
    own: OwnRecipient = _NOBODY,
) -> Recipient:
    return Recipient(
        key=key,
        iso3="",
        language=language,
        address=address,
        salutation=opening.salutation,
        vocative=opening.vocative,
        closing=opening.closing,
        name=own.name,
        paragraph=own.paragraph,
        email=own.email,
    )
