"""What the forms of address do with what is known, and with what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.addressing import Addressee, Form, Manner, Opening, Person, Post
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.state import Mission, State, StateNames

LAND = State("LND", "LD", "member", None, "weog", "en")
NAMES = StateNames(
    "Land", "Land", "the Land", "of the Land", "to the Land", "Land State", "of the Land State"
)
MISSION = Mission("Mission of the Land", "1 Quay Road", "", "New York, NY 10017", {"en": "Bureau"}, None)
FORMS = dict.fromkeys((Form.MAN, Form.WOMAN, Form.UNTOLD, Form.NAMELESS), "Excellency")
ENVOY = Post(
    address={
        "new_york": {
            Form.MAN: ("Mr. {name}", "Envoy {of}", "{street}"),
            Form.WOMAN: ("Ms. {name}", "Envoy {of}", "{street}"),
            Form.UNTOLD: ("{name}", "{mission_word} {of}", "{street}"),
            Form.NAMELESS: ("The Envoy {of}", "{mission}", "{street}", "{street_2}", "{city_line}"),
        }
    },
    salutation={**{form: f"{text}," for form, text in FORMS.items()}, Form.MAN: "Sir,", Form.GROUP: "All,"},
    vocative={**FORMS, Form.MAN: "Sir", Form.GROUP: "All"},
)
MANNER = Manner(
    language="en",
    posts={"envoy": ENVOY},
    closings={
        "formal": "We are, {vocative}, yours.",
        "plain": "Yours,",
        "formal_group": "We are, {vocative}, all yours.",
        "plain_group": "Yours,",
    },
    bodies={},
    person=Person(
        {Form.MAN: "Dear Sir,", Form.WOMAN: "Dear Madam,", Form.NAMELESS: "Dear all,"},
        {Form.MAN: "Sir", Form.WOMAN: "Madam", Form.NAMELESS: "all"},
    ),
    openings=("Dear ",),
    mission_words={"head": "Mission"},
)


def envoy(name: str = "", gender: str = "", mission: Mission | None = MISSION) -> Addressee:
    return Addressee("envoy", "new_york", "head", name, gender, LAND, NAMES, mission)


def test_without_a_name_one_writes_to_the_office() -> None:
    assert MANNER.address(envoy()) == (
        *("The Envoy of the Land", "Mission of the Land", "1 Quay Road", "New York, NY 10017"),
    )


def test_a_short_address_keeps_the_post_and_the_city() -> None:
    assert MANNER.address(envoy(), short=True) == ("The Envoy of the Land", "New York, NY 10017")


def test_a_name_without_a_gender_gets_the_form_that_needs_none() -> None:
    assert MANNER.address(envoy("Noor Example"))[:2] == ("Noor Example", "Bureau of the Land")


def test_a_gender_without_a_name_forms_the_salutation_and_no_honorific() -> None:
    assert MANNER.address(envoy(gender="m"))[0] == "The Envoy of the Land"
    assert MANNER.opening(envoy(gender="m"), "formal") == Opening("Sir,", "Sir", "We are, Sir, yours.")


def test_a_line_that_may_not_be_empty_raises() -> None:
    with pytest.raises(ProblemError, match="address-incomplete") as raised:
        MANNER.address(envoy(mission=None))
    assert raised.value.values == {"post": "envoy", "state": "LND", "slot": "city_line"}


def test_an_opening_to_several() -> None:
    assert MANNER.opening_to_all("envoy", "formal") == Opening("All,", "All", "We are, All, all yours.")


@pytest.mark.parametrize(
    ("salutation", "gender", "opening"),
    [
        ("", "", Opening("Dear all,", "all", "We are, all, yours.")),
        ("", "f", Opening("Dear Madam,", "Madam", "We are, Madam, yours.")),
        (
            "Dear Dr. Noor,",
            "f",
            Opening("Dear Dr. Noor,", "Dr. Noor", "We are, Dr. Noor, yours."),
        ),
        ("Minister:", "", Opening("Minister:", "Minister", "We are, Minister, yours.")),
    ],
)
def test_somebody_who_holds_no_post_we_know(salutation: str, gender: str, opening: Opening) -> None:
    assert MANNER.opening_to_person("formal", salutation=salutation, gender=gender) == opening


@given(st.text(min_size=1).filter(lambda name: name.split()), st.sampled_from(["", "m", "f"]))
def test_no_name_breaks_a_line_or_fills_a_slot(name: str, gender: str) -> None:
    lines = MANNER.address(envoy(name, gender))
    assert lines[0].endswith(" ".join(name.split()))
    assert lines[1:] == MANNER.address(envoy("Noor Example", gender))[1:]
    assert all(len(line.split("\n")) == 1 and "  " not in line for line in lines)
