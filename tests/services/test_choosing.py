"""Who gets the letter, in which language, and what is said about it once."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.campaign import Request
from desktop_app.domain.recipient import Correction, OwnRecipient
from desktop_app.domain.reporting import Place, ProblemError, Severity
from desktop_app.files.reference_data import LANGUAGES, Reference
from desktop_app.services.addressing import address_one
from desktop_app.services.choosing import Chosen, choose, own_files

COUNCIL_DAY = date(2024, 2, 1)
TODAY = date(2026, 11, 20)
COUNCIL = "DZA CHN ECU FRA GUY JPN MLT MOZ KOR RUS SLE SVN CHE GBR USA".split()


def to(
    reference: Reference,
    *entries: str,
    on: date = TODAY,
    way: str = "each",
    office: str = "",
    seat: str = "",
    leave_out: tuple[str, ...] = (),
    language: str = "",
    languages: tuple[str, ...] = (),
    about: tuple[str, ...] = (),
    closing: str = "formal",
    address: str = "full",
    corrections: Mapping[str, Correction] | None = None,
    own_lists: Mapping[str, tuple[OwnRecipient, ...]] | None = None,
) -> Chosen:
    return choose(
        Request(entries, way=way, office=office, seat=seat, leave_out=leave_out, language=language),
        reference,
        on=on,
        languages=languages,
        about=about,
        closing=closing,
        address=address,
        corrections=corrections or {},
        own_lists=own_lists or {},
    )


def keys(chosen: Chosen) -> list[str]:
    return [recipient.key for recipient in chosen.recipients]


def codes(chosen: Chosen) -> list[str]:
    return [finding.code for finding in chosen.findings]


def values(chosen: Chosen, code: str) -> dict[str, Any]:
    (finding,) = (finding for finding in chosen.findings if finding.code == code)
    return dict(finding.values)


def test_the_council_of_a_day_each_member_in_its_language(reference: Reference) -> None:
    chosen = to(reference, "security-council", on=COUNCIL_DAY, languages=("en", "fr", "es"), about=("MMR",))
    assert keys(chosen) == COUNCIL
    spoken = {recipient.iso3: recipient.language for recipient in chosen.recipients}
    assert {iso3 for iso3, language in spoken.items() if language == "fr"} == {"DZA", "FRA", "CHE"}
    assert {iso3 for iso3, language in spoken.items() if language == "es"} == {"ECU"}
    assert list(spoken.values()).count("en") == 11
    assert (chosen.body, chosen.on, chosen.left_out) == ("security-council", COUNCIL_DAY, ())
    assert codes(chosen) == ["address-old"]
    assert values(chosen, "address-old") == {"date": "2024-12-18"}


def test_a_mission_is_written_to_in_a_language_the_campaign_has(reference: Reference) -> None:
    chosen = to(reference, "FRA", "ECU", "JPN", languages=("es", "en"))
    assert [recipient.language for recipient in chosen.recipients] == ["es", "es", "en"]


@pytest.mark.parametrize(("entry", "office"), [("human-rights-council", ""), ("FRA", "foreign-minister")])
def test_what_missions_in_new_york_recorded_counts_nowhere_else(
    reference: Reference, entry: str, office: str
) -> None:
    chosen = to(reference, entry, office=office, languages=("es", "fr"))
    assert {recipient.language for recipient in chosen.recipients} == {"es"}
    assert not any("New York" in line for recipient in chosen.recipients for line in recipient.address)


def test_a_language_for_all_that_the_campaign_lacks_must_be_settled(reference: Reference) -> None:
    chosen = to(reference, "FRA", "JPN", language="ru", languages=("en", "fr"))
    finding = next(finding for finding in chosen.findings if finding.code == "language-missing")
    assert finding.severity is Severity.ERROR
    assert finding.values == {"languages": ("ru",), "has": ("en", "fr"), "number": 2}
    assert "language-missing" not in codes(to(reference, "FRA", language="fr", languages=("en", "fr")))


def test_states_the_letter_is_about_are_left_out_unless_asked_for(reference: Reference) -> None:
    chosen = to(reference, "member-states", about=("MMR",))
    assert len(chosen.recipients) == 192
    assert chosen.left_out == ("MMR",)
    assert values(chosen, "left-out") == {"states": ("MMR",)}
    asked = to(reference, "member-states", "MMR", about=("MMR",))
    assert len(asked.recipients) == 193
    assert (asked.left_out, "left-out" in codes(asked)) == ((), False)
    alone = to(reference, "MMR", about=("MMR",))
    assert keys(alone) == ["MMR"]


def test_whoever_is_to_be_left_out_is_left_out(reference: Reference) -> None:
    chosen = to(reference, "asean", "quad", leave_out=("japan", "IDN"))
    assert chosen.left_out == ("IDN", "JPN")
    assert not {"IDN", "JPN"} & set(keys(chosen))
    assert "left-out" not in codes(chosen)


def test_nobody_gets_the_letter_twice(reference: Reference) -> None:
    chosen = to(reference, "security-council", "JPN", "weog", "FRA", on=COUNCIL_DAY)
    assert len(set(keys(chosen))) == len(keys(chosen))
    assert keys(chosen)[:15] == COUNCIL


def test_a_mission_and_a_minister_of_one_state_are_two_recipients(reference: Reference) -> None:
    chosen = to(reference, "security-council", "g7", on=COUNCIL_DAY)
    assert keys(chosen)[15:] == [
        "CAN",
        "FRA-capital",
        "DEU",
        "ITA",
        "JPN-capital",
        "GBR-capital",
        "USA-capital",
    ]


def test_the_body_as_one(reference: Reference) -> None:
    (body,) = to(reference, "security-council", way="body", about=("FRA",)).recipients
    assert body.address == (
        *("To Members of the United Nations Security Council", "United Nations", "New York, NY 10017"),
    )
    assert (body.key, body.iso3, body.salutation) == ("security-council", "", "Excellencies,")


@pytest.mark.parametrize(
    "how", [{"way": "president"}, {"office": "president-security-council"}], ids=["way", "office"]
)
def test_the_president_of_that_month(reference: Reference, how: dict[str, Any]) -> None:
    chosen = to(reference, "security-council", on=COUNCIL_DAY, **how)
    (president,) = chosen.recipients
    assert (president.key, president.iso3) == ("president-security-council", "GUY")
    assert president.address[0] == "The President of the Security Council"
    assert chosen.findings == ()


def test_the_president_of_the_human_rights_council_has_a_gender_and_no_name(reference: Reference) -> None:
    (president,) = to(reference, "president-human-rights-council", language="es").recipients
    assert president.address[0] == "Presidencia del Consejo de Derechos Humanos"
    assert president.salutation == "Señor Presidente:"


def test_several_at_once_with_an_office_that_is_no_states(reference: Reference) -> None:
    chosen = to(reference, "Secretary-General", "JPN", "high commissioner", on=date(2026, 8, 31))
    assert keys(chosen) == ["secretary-general", "JPN", "high-commissioner"]
    assert chosen.recipients[0].salutation == "Mr. Secretary-General,"
    assert "term-ended" not in codes(chosen)


def test_an_office_whose_term_is_over_is_addressed_without_a_gender(reference: Reference) -> None:
    chosen = to(reference, "secretary-general", on=date(2027, 1, 1))
    assert chosen.recipients[0].salutation == "Excellency,"
    assert values(chosen, "term-ended") == {"office": "secretary-general", "since": "2027-01-01"}
    assert chosen.findings[0].severity is Severity.WARNING


def test_a_council_that_is_not_fully_known_is_said_so(reference: Reference) -> None:
    chosen = to(reference, "human-rights-council", on=date(2027, 3, 1))
    assert len(chosen.recipients) == 32
    assert values(chosen, "membership-unknown")["known_to"] == "2026-12-31"


def test_what_is_not_known_of_addresses_is_said_once(reference: Reference) -> None:
    geneva = to(reference, "human-rights-council")
    assert codes(geneva) == ["street-unknown"]
    assert values(geneva, "street-unknown")["seats"] == ("geneva",)
    ministers = to(reference, "asean")
    assert codes(ministers) == ["street-unknown", "titles-differ"]
    assert values(to(reference, "STP", "JPN"), "street-unknown")["states"] == ("STP",)
    assert codes(to(reference, "STP", "JPN", address="short")) == []


def test_members_that_are_no_states_are_named(reference: Reference) -> None:
    assert values(to(reference, "g20"), "members-not-states")["names"] == ("European Union", "African Union")


def test_a_short_address_has_no_street(reference: Reference) -> None:
    (japan,) = to(reference, "JPN", address="short").recipients
    assert japan.address == (
        *(
            "The Permanent Representative of Japan",
            "to the United Nations",
            "New York, NY 10017"[:-5] + "10158",
        ),
    )


def test_heads_of_state(reference: Reference) -> None:
    chosen = to(reference, "KEN", "ESP", "CAN", "CHE", "AND", office="head-of-state")
    assert [recipient.address[0] for recipient in chosen.recipients] == [
        "The President of the Republic of Kenya",
        "The Head of State of the Kingdom of Spain",
        "The Head of Government of Canada",
    ]
    assert values(chosen, "head-of-state-shared") == {"states": ("CAN",)}
    special = next(finding for finding in chosen.findings if finding.code == "head-of-state-special")
    assert (special.severity, special.values) == (Severity.ERROR, {"states": ("CHE", "AND")})


def test_what_the_coordinator_knows_better_wins(reference: Reference) -> None:
    known = Correction(
        row=3,
        name="Noor Example",
        gender="f",
        language="en",
        address=("Noor Example", "Room 5"),
        salutation="Dear Ambassador Example,",
        paragraph="As we said in May.",
        email="mission@example.org",
    )
    chosen = to(reference, "FRA", languages=("fr", "en"), corrections={"FRA": known})
    (france,) = chosen.recipients
    assert (france.language, france.name) == ("en", "Noor Example")
    assert france.address == ("Noor Example", "Room 5")
    assert france.vocative == "Ambassador Example"
    assert france.closing == "Please accept, Ambassador Example, the assurances of our highest consideration."
    assert (france.paragraph, france.email) == ("As we said in May.", "mission@example.org")
    assert france.mission == "Permanent Mission of France to the United Nations"
    assert codes(chosen) == []


def test_a_correction_of_the_name_alone_keeps_the_form_of_address(reference: Reference) -> None:
    (ecuador,) = to(
        reference,
        "ECU",
        languages=("es",),
        corrections={"ECU": Correction(2, name="Noor Example", gender="f")},
    ).recipients
    assert ecuador.address[:3] == (
        *("Excma. Sra. Noor Example", "Embajadora", "Representante Permanente del Ecuador"),
    )
    assert ecuador.salutation == "Excelentísima señora Embajadora:"


def test_a_correction_to_a_language_the_campaign_lacks_is_shown_with_its_row(reference: Reference) -> None:
    chosen = to(reference, "FRA", languages=("en",), corrections={"FRA": Correction(7, language="ru")})
    (missing,) = (finding for finding in chosen.findings if finding.code == "language-missing")
    assert missing.places == (Place("recipients.xlsx", row=7),)
    assert chosen.recipients[0].language == "en"


def test_a_list_of_ones_own(reference: Reference) -> None:
    people = (
        OwnRecipient(2, organisation="Harbour Authority", address=("1 Quay Road",), country="Norway"),
        OwnRecipient(3, name="Noor Example", title="Minister", salutation="Dear Minister,", language="en"),
        OwnRecipient(4, organisation="Harbour Authority", address=("2 Quay Road",), language="ru"),
        OwnRecipient(5, organisation="Harbour Authority", address=("1 Quay Road",), country="Norway"),
    )
    chosen = to(reference, "ports.xlsx", "JPN", languages=("es", "en"), own_lists={"ports.xlsx": people})
    assert chosen.body == "ports, JPN"
    assert keys(chosen) == ["Harbour Authority", "Noor Example", "Harbour Authority (2)", "JPN"]
    first, minister, *_ = chosen.recipients
    assert first.address == ("Harbour Authority", "1 Quay Road", "Norway")
    assert (first.language, first.salutation) == ("es", "Estimada señora, estimado señor:")
    assert (minister.language, minister.vocative) == ("en", "Minister")
    places = {finding.code: finding.places for finding in chosen.findings}
    assert places["language-missing"] == (Place("ports.xlsx", row=4),)
    assert places["recipient-twice"] == (Place("ports.xlsx", row=5),)


def test_which_entries_are_files() -> None:
    request = Request(to=("security-council", "lists/Ministers.XLSX", "own.csv", "JPN"))
    assert own_files(request) == ("lists/Ministers.XLSX", "own.csv")


@pytest.mark.parametrize(
    ("entry", "how", "code", "nearest"),
    [
        ("security-counsil", {}, "unknown-body", "security-council"),
        ("Frnace", {}, "unknown-body", "France"),
        ("St. Lucya", {}, "unknown-body", "Saint Lucia"),
        ("St.Lucya", {}, "unknown-body", "Saint Lucia"),
        ("Dem. Rep. of Kongo", {}, "unknown-body", "Democratic Republic of the Congo"),
        ("Bosnia/Hercegowina", {}, "unknown-body", "Bosnia and Herzegovina"),
        ("secretary general's", {}, "unknown-body", "secretary-general"),
        ("JPN", {"leave_out": ("Jappan",)}, "unknown-state", "Japan"),
        ("JPN", {"about": ("Atlantis",)}, "unknown-state", None),
        ("JPN", {"office": "foreign-ministry"}, "unknown-office", "foreign-minister"),
        ("JPN", {"seat": "newyork"}, "unknown-seat", "new_york"),
        ("JPN", {"language": "fra"}, "unknown-language", "fr"),
        ("JPN", {"languages": ("my",)}, "unknown-language", None),
        ("JPN", {"way": "bodies"}, "unknown-way", "body"),
    ],
)
def test_a_name_nobody_knows_comes_with_the_nearest(
    reference: Reference, entry: str, how: dict[str, Any], code: str, nearest: str | None
) -> None:
    with pytest.raises(ProblemError, match=code) as raised:
        to(reference, entry, **how)
    assert nearest in (None, raised.value.values["nearest"])


@pytest.mark.parametrize("entry", ["people.ods", "PEOPLE.PDF", "Friends of St. Lucia.docx", "people/"])
def test_a_file_that_is_no_list_is_told_from_a_slip_in_a_name(reference: Reference, entry: str) -> None:
    with pytest.raises(ProblemError, match="own-list-wrong-kind"):
        to(reference, entry)


@pytest.mark.parametrize(
    ("entry", "how", "code"),
    [
        ("g7", {"way": "president"}, "no-president"),
        ("human-rights-council", {"way": "president", "on": date(2027, 1, 1)}, "president-unknown"),
        ("security-council", {"office": "secretary-general"}, "office-unfit"),
        ("JPN", {"office": "president-security-council"}, "office-unfit"),
        ("asean", {"way": "body", "office": "head-of-state"}, "office-unfit"),
        ("asean", {"way": "body", "seat": "geneva"}, "seat-unfit"),
        ("JPN", {"office": "foreign-minister", "seat": "geneva"}, "seat-unfit"),
        ("secretary-general", {"seat": "geneva"}, "seat-unfit"),
    ],
)
def test_what_does_not_go_together_is_refused(
    reference: Reference, entry: str, how: dict[str, Any], code: str
) -> None:
    with pytest.raises(ProblemError, match=code):
        to(reference, entry, **how)


def test_office_and_seat_override(reference: Reference) -> None:
    chosen = to(reference, "security-council", seat="geneva", on=COUNCIL_DAY)
    assert all("Geneva" in recipient.address for recipient in chosen.recipients)
    ministers = to(reference, "security-council", office="foreign-minister", on=COUNCIL_DAY)
    assert ministers.recipients[0].address == ("The Minister for Foreign Affairs of Algeria",)


def test_one_state_without_a_campaign(reference: Reference) -> None:
    assert address_one("fra", reference).language == "fr"
    assert address_one("fra", reference, seat="geneva").language == "en"
    woman = address_one("JPN", reference, language="fr", gender="f", name="Noor Example", closing="plain")
    assert woman.address[:3] == (
        *("Son Excellence Madame Noor Example", "Ambassadrice", "Représentante permanente du Japon"),
    )
    assert woman.closing.startswith("Veuillez agréer, Madame l’Ambassadrice, l’expression")
    assert (woman.the_state, woman.of_state, woman.to_state) == ("le Japon", "du Japon", "au Japon")


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"gender": "x"}, "unknown-gender"),
        ({"office": "secretary-general"}, "office-unfit"),
        ({"office": "head-of-state"}, "head-of-state-special"),
    ],
)
def test_one_state_refused(reference: Reference, how: dict[str, str], code: str) -> None:
    with pytest.raises(ProblemError, match=code):
        address_one("CHE", reference, **how)


@given(data=st.data())
def test_every_choice_is_complete(reference: Reference, data: st.DataObject) -> None:
    bodies = sorted(reference.bodies)
    entries = data.draw(st.lists(st.sampled_from([*bodies, *reference.states]), min_size=1, max_size=3))
    chosen = to(
        reference,
        *entries,
        on=data.draw(st.dates(date(2012, 1, 1), date(2030, 12, 31))),
        language=data.draw(st.sampled_from(["", *LANGUAGES])),
        address=data.draw(st.sampled_from(["full", "short"])),
        closing=data.draw(st.sampled_from(["formal", "plain"])),
    )
    assert len(set(keys(chosen))) == len(chosen.recipients)
    for recipient in chosen.recipients:
        for text in (*recipient.address, recipient.salutation, recipient.vocative, recipient.closing):
            assert text == " ".join(text.split())
            assert text
            assert "{" not in text
