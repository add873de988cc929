"""The figures of a petition that lies in the campaign's folder as a file of sign-ons."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from desktop_app.domain.campaign import Petition, PetitionFile
from desktop_app.domain.reporting import Finding, Place, Severity, Value
from desktop_app.domain.territories import territory_code
from desktop_app.files.petition_sheet import PetitionCount, count_petition
from desktop_app.files.reference_data import Reference
from desktop_app.services.opening import OpenCampaign

_ROWS_SHOWN = 20


def with_petition(opened: OpenCampaign, reference: Reference) -> OpenCampaign:
    """The campaign with its petition counted, where a file of sign-ons is named.

    Without it such a campaign has no petition at all, so no letter can print a figure that nobody counted.

    Raises:
        ProblemError: as ``count_petition``.
    """
    file = opened.campaign.petition_file
    if file is None:
        return opened
    counted = count_petition(opened.folder / file.name, country_key_of(reference))
    countries = file.countries if counted.countries is None else counted.countries
    campaign = replace(opened.campaign, petition=Petition(counted.people, countries, file.date))
    findings = (*opened.findings, *_findings(counted, file))
    return replace(opened, campaign=campaign, findings=findings)


def country_key_of(reference: Reference) -> Callable[[str], str]:
    """What a country or territory is counted by in a petition; empty where it is not known.

    A state goes by the tables' own names, a territory by CLDR's.
    """
    states = {state.iso2: iso3 for iso3, state in reference.states.items()}

    def key(written: str) -> str:
        if iso3 := reference.find_state(written):
            return iso3
        code = territory_code(written)
        return states.get(code, code)

    return key


def _findings(counted: PetitionCount, file: PetitionFile) -> Iterator[Finding]:
    place = Place(file.name)
    typed = (("people", file.people, counted.people), ("countries", file.countries, counted.countries))
    for key, said, given in typed:
        if said is not None and given is not None and said != given:
            values: dict[str, Value] = {"figure": said, "given": given, "file": file.name}
            at = Place("campaign.toml", f"petition.{key}")
            yield Finding("petition-differs", Severity.ERROR, (at,), values)
    if counted.people < counted.rows:
        left_out: dict[str, Value] = {
            "rows": counted.rows,
            "people": counted.people,
            "repeated": counted.repeated,
            "refused": counted.refused,
            "nameless": counted.nameless,
        }
        yield Finding("petition-not-counted", Severity.NOTE, (place,), left_out)
    if counted.unknown_countries:
        rows = counted.unknown_countries
        places = tuple(Place(file.name, row=row) for row in rows[:_ROWS_SHOWN])
        yield Finding("petition-country-unknown", Severity.WARNING, places, {"rows": len(rows)})
