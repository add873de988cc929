"""What bodies, offices, seats, languages and states are called on the screen."""

import datetime as dt
from collections.abc import Iterable, Mapping

from babel.dates import format_date

from desktop_app.domain.composition import Composition
from desktop_app.domain.reporting import Finding, ProblemError, Value
from desktop_app.files.reference_data import LANGUAGES, Reference
from desktop_app.support.i18n import N_, _, language, ngettext
from desktop_app.wording.languages import LANGUAGES as _LETTER_LANGUAGES
from desktop_app.wording.languages import of_language
from desktop_app.wording.sentences import of_finding, of_problem

BODIES = {
    "security-council": N_("UN Security Council"),
    "human-rights-council": N_("UN Human Rights Council"),
    "member-states": N_("UN Member States"),
    "asean": N_("ASEAN"),
    "eu": N_("European Union"),
    "au": N_("African Union"),
    "oic": N_("Organisation of Islamic Cooperation"),
    "g7": N_("G7"),
    "g20": N_("G20"),
    "quad": N_("Quad"),
}
REGIONS = {
    "african": N_("African States"),
    "asia-pacific": N_("Asia-Pacific States"),
    "eastern-european": N_("Eastern European States"),
    "grulac": N_("Latin American and Caribbean States"),
    "weog": N_("Western European and other States"),
}
OFFICES = {
    "permanent-representative": N_("Permanent Representative"),
    "foreign-minister": N_("Minister for Foreign Affairs"),
    "head-of-state": N_("Head of State"),
    "head-of-government": N_("Head of Government"),
    "president-security-council": N_("President of the Security Council"),
    "president-human-rights-council": N_("President of the Human Rights Council"),
    "secretary-general": N_("UN Secretary-General"),
    "high-commissioner": N_("UN High Commissioner for Human Rights"),
}
SEATS = {"new_york": N_("New York"), "geneva": N_("Geneva"), "capital": N_("the capital")}
_NAMED = {**BODIES, **REGIONS, **OFFICES, **SEATS}
_VALUES = ("body", "to", "given", "office", "offices", "seat", "seats", "state", "states", "languages", "has")
"""Values of findings that are codes."""
_DAYS = ("on", "date", "since", "known_from", "known_to")
_MOST_ELECTED = 15
_NEW_YEARS_EVE = (12, 31)
_PROBLEMS = {
    "recipients-missing": N_("Nobody is chosen yet."),
    "date-needed": N_("The letter has no date yet. Say on which day the members are asked."),
}
"""What the terminal says of its options, a page says otherwise."""


def of_day(day: dt.date) -> str:
    """A day in the interface's language: "1 February 2024"."""
    return format_date(day, "d MMMM y" if language() == "en" else "long", locale=language())


def of_state(reference: Reference, iso3: str, *, listed: bool = False) -> str:
    """A state in the interface's language, where our tables have its names.

    ``listed``: as it stands in a list that is sorted by name: "Venezuela (Bolivarian Republic of)".
    """
    names = reference.names(language() if language() in LANGUAGES else "en").get(iso3)
    if names is None:
        return iso3
    return names.short if listed else names.running


def of_entry(reference: Reference, entry: str) -> str:
    """A body, an office, a state or a file, as somebody asked for it."""
    key = "-".join(entry.lower().replace("_", " ").split())
    if key in _NAMED:
        return _(_NAMED[key])
    iso3 = reference.find_state(entry)
    return of_state(reference, iso3) if iso3 else entry


def of_composition(composition: Composition, reference: Reference) -> str:
    """How many members there are on a day, and who presides."""
    number = len(composition.members)
    if not composition.chair:
        return ngettext("{number} member on that day.", "{number} members on that day.", number).format(
            number=number
        )
    return ngettext(
        "{number} member on that day, presidency: {state}.",
        "{number} members on that day, presidency: {state}.",
        number,
    ).format(number=number, state=of_state(reference, composition.chair))


def of_elected(composition: Composition, reference: Reference) -> str:
    """Which members are elected, and until when; nothing where they are many or none."""
    if not 0 < sum(len(states) for _last, states in composition.elected) <= _MOST_ELECTED:
        return ""
    parts = (
        _("until {day}: {states}").format(
            day=str(last.year) if (last.month, last.day) == _NEW_YEARS_EVE else of_day(last),
            states=", ".join(of_state(reference, iso3) for iso3 in states),
        )
        for last, states in composition.elected
    )
    return _("Elected {parts}.").format(parts="; ".join(parts))


def of_recipients_finding(finding: Finding, reference: Reference) -> str:
    """The sentence for a finding about recipients, with names in the place of codes."""
    values = _named(finding.values, reference)
    return of_finding(Finding(finding.code, finding.severity, finding.places, values))


def of_recipients_problem(problem: ProblemError, reference: Reference) -> str:
    """The sentence for what keeps recipients from being chosen."""
    if problem.code in _PROBLEMS:
        return _(_PROBLEMS[problem.code])
    return of_problem(ProblemError(problem.code, problem.place, **_named(problem.values, reference)))


def _named(values: Mapping[str, Value], reference: Reference) -> dict[str, Value]:
    said = dict(values)
    for key in said.keys() & set(_VALUES):
        value = said[key]
        said[key] = (
            tuple(_name(part, reference) for part in value)
            if isinstance(value, tuple)
            else _name(str(value), reference)
        )
    for key in said.keys() & set(_DAYS):
        said[key] = of_day(dt.date.fromisoformat(str(said[key])))
    return said


def _name(code: str, reference: Reference) -> str:
    if code in _LETTER_LANGUAGES:
        return of_language(code)
    if code in _NAMED:
        return _(_NAMED[code])
    return of_state(reference, code) if code in reference.states else code


def joined(parts: Iterable[str]) -> str:
    """Parts of a line about several things."""
    return " · ".join(part for part in parts if part)
