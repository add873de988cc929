"""Say once what is not known, or may be old, about the recipients of a letter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop_app.domain.body import Body
from desktop_app.domain.offices import DIFFERING_TITLES
from desktop_app.domain.recipient import Correction
from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.services.composing import Composer, Target


@dataclass
class Remarks:
    """What came up while recipients were chosen.

    Attributes:
        bodies: Whose members were asked for.
        about: States left out because the letter is about them.
        special: States for whose head of state nothing is composed.
        shared: States where the head of government stands for another state's monarch.
        languages: Languages asked for that the campaign lacks, one for each recipient, ``lacking`` the rows
            that asked.
        twice: Rows that repeat an earlier one.
    """

    bodies: list[Body] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    special: list[str] = field(default_factory=list)
    shared: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    lacking: list[Place] = field(default_factory=list)
    twice: list[Place] = field(default_factory=list)

    def findings(self, on: date, campaign_languages: tuple[str, ...]) -> Iterator[Finding]:
        """One of each kind, and one for each body."""
        for body in dict.fromkeys(self.bodies):
            if gap := body.gap_on(on):
                yield gap
            if body.others:
                yield Finding(
                    "members-not-states", Severity.NOTE, values={"body": body.name, "names": body.others}
                )
        for code, severity, states in (
            ("left-out", Severity.NOTE, self.about),
            ("head-of-state-special", Severity.ERROR, self.special),
            ("head-of-state-shared", Severity.NOTE, self.shared),
        ):
            if states:
                yield Finding(code, severity, values={"states": _once(states)})
        if self.languages:
            yield Finding(
                "language-missing",
                Severity.ERROR,
                tuple(self.lacking),
                {
                    "languages": _once(self.languages),
                    "has": campaign_languages,
                    "number": len(self.languages),
                },
            )
        if self.twice:
            yield Finding("recipient-twice", Severity.WARNING, tuple(self.twice))


def _once(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def advice_on(targets: Mapping[Target, Correction], composer: Composer, on: date) -> Iterator[Finding]:
    """Findings about the tables' gaps, one of each kind."""
    of_states = composer.reference.offices.of_states
    printed = [t for t, known in targets.items() if t.office in of_states and not known.address]
    if not composer.short:
        yield from _about_streets(printed, composer)
    differing = sorted({target.office for target in printed} & DIFFERING_TITLES)
    if differing:
        yield Finding("titles-differ", Severity.NOTE, values={"offices": tuple(differing)})
    for target in targets:
        single = composer.reference.offices.single.get(target.office)
        if single and on >= single.check_from:
            values = {"office": target.office, "since": single.check_from.isoformat()}
            yield Finding("term-ended", Severity.WARNING, values=values)


def _about_streets(printed: list[Target], composer: Composer) -> Iterator[Finding]:
    missions = {target: composer.mission(target) for target in printed}
    unknown = [target for target, mission in missions.items() if not (mission and mission.street)]
    if unknown:
        values = {
            "seats": tuple(dict.fromkeys(target.seat for target in unknown)),
            "states": tuple(target.iso3 for target in unknown),
        }
        yield Finding("street-unknown", Severity.NOTE, values=values)
    dates = [mission.as_of for mission in missions.values() if mission and mission.as_of]
    if dates:
        yield Finding("address-old", Severity.NOTE, values={"date": min(dates).isoformat()})
