"""How every state is addressed, in files that a reader of the language can check line by line."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from desktop_app.domain.campaign import Request
from desktop_app.domain.recipient import OwnRecipient, Recipient
from desktop_app.files.reference_data import LANGUAGES, Reference
from desktop_app.services.addressing import address_one
from desktop_app.services.choosing import choose

Golden = Callable[[str, str], None]
PEOPLE = {"n": ("", ""), "m": ("Noor Example", "m"), "f": ("Noor Example", "f"), "u": ("Noor Example", "")}
COUNCIL_DAY = date(2024, 2, 1)
STATES_OF_EVERY_KIND = {
    "permanent-representative": ("CHE", "USA", "PSE", "SLV"),
    "foreign-minister": ("FRA", "CIV", "PER", "USA"),
    "head-of-state": ("KEN", "CHN", "ESP", "LUX", "KWT", "MCO", "VAT", "JAM"),
    "head-of-government": ("JPN", "NLD", "DOM", "GBR"),
    "president-security-council": ("FRA", "USA"),
    "president-human-rights-council": ("ARG", "IDN"),
}
SEATS = {"permanent-representative": "geneva"}


def on_one_line(recipient: Recipient) -> str:
    return " / ".join(recipient.address)


def opening(recipient: Recipient) -> str:
    return f"{recipient.salutation} | {recipient.vocative} | {recipient.closing}"


def forms(
    reference: Reference, iso3: str, language: str, kinds: str, *, office: str = "", seat: str = ""
) -> Iterator[tuple[str, Recipient]]:
    for kind in kinds:
        name, gender = PEOPLE[kind]
        yield (
            kind,
            address_one(
                iso3, reference, office=office, seat=seat, language=language, name=name, gender=gender
            ),
        )


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_state(reference: Reference, golden: Golden, language: str) -> None:
    openings: dict[str, list[str]] = defaultdict(list)
    blocks = []
    for iso3 in reference.states:
        blocks.append("")
        for kind, to in forms(reference, iso3, language, "nmf"):
            if kind == "n":
                names = (to.state, to.the_state, to.of_state, to.to_state, to.formal_state)
                blocks += [f"## {iso3}", "", " · ".join(names), ""]
            blocks.append(f"- {kind}: {on_one_line(to)}")
            openings[f"{kind}: {opening(to)}"].append(iso3)
    shared = [
        f"- {text} ({'all others' if len(who) > len(reference.states) / 2 else ', '.join(who)})"
        for text, who in openings.items()
    ]
    head = [
        f"# The permanent representatives in New York, in {language}",
        "",
        "Salutation, vocative, closing:",
    ]
    golden(f"addressing-{language}.md", "\n".join([*head, "", *shared, *blocks]) + "\n")


def test_the_council_in_six_languages(reference: Reference, golden: Golden) -> None:
    lines = ["# The Security Council of 1 February 2024"]
    for language in LANGUAGES:
        lines += ["", f"## {language}"]
        for iso3 in reference.bodies["security-council"].members_on(COUNCIL_DAY):
            lines += ["", f"### {iso3}", ""]
            for kind, to in forms(reference, iso3, language, "nmfu"):
                lines += [f"- {kind}: {on_one_line(to)}", f"  {opening(to)}"]
    golden("addressing-council.md", "\n".join(lines) + "\n")


def test_other_posts_and_bodies(reference: Reference, golden: Golden) -> None:
    lines = ["# Other posts, bodies as one, offices that are no state's, and anyone"]
    for language in LANGUAGES:
        lines += ["", f"## {language}"]
        for office, states in STATES_OF_EVERY_KIND.items():
            lines += ["", f"### {office}", ""]
            for iso3 in states:
                seat = SEATS.get(office, "")
                for kind, to in forms(reference, iso3, language, "nmfu", office=office, seat=seat):
                    lines += [f"- {iso3} {kind}: {on_one_line(to)}", f"  {opening(to)}"]
        lines += ["", "### bodies as one", ""]
        for way, to_whom, day in (
            ("body", tuple(reference.bodies), COUNCIL_DAY),
            ("each", ("secretary-general", "high-commissioner"), COUNCIL_DAY),
            ("each", ("secretary-general", "high-commissioner"), date(2027, 1, 1)),
        ):
            request = Request(to=to_whom, way=way, language=language)
            for to in choose(request, reference, on=day).recipients:
                lines += [f"- {to.key} {day.year}: {on_one_line(to)}", f"  {opening(to)}"]
        lines += ["", "### anyone", ""]
        for to in anyone(reference, language):
            lines += [f"- {on_one_line(to)}", f"  {opening(to)}"]
    golden("addressing-other.md", "\n".join(lines) + "\n")


def anyone(reference: Reference, language: str) -> tuple[Recipient, ...]:
    people = (
        OwnRecipient(2, organisation="Harbour Authority", address=("1 Quay Road",), country="Norway"),
        OwnRecipient(3, name="Noor Example", gender="m", title="Director"),
        OwnRecipient(4, name="Noor Example", gender="f", title="Director"),
    )
    request = Request(to=("own.csv",), language=language)
    return choose(request, reference, on=COUNCIL_DAY, own_lists={"own.csv": people}).recipients
