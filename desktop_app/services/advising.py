"""Say once what is not known, or may be old, about the recipients of a letter."""

from collections.abc import Iterator, Mapping
from datetime import date

from desktop_app.domain.offices import DIFFERING_TITLES
from desktop_app.domain.recipient import Correction
from desktop_app.domain.reporting import Finding, Severity
from desktop_app.services.composing import Composer, Target


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
