"""A letter that was worked on elsewhere gets its fields back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.field_return import FieldReturn, fields_back
from desktop_app.domain.letter_anatomy.template import with_spots

OPENING = "As we mark three years of war, we, {{ signatories.total|number }} {{ signatories.noun }}, write."
HIDDEN = (
    "{{ signatories.anonymous|number }} of us cannot sign this appeal by name, and we speak for them too."
)
LETTER = (
    "{{ letter.place }}, {{ letter.date|long_date }}",
    "{{ recipient.address }}",
    "Re: {{ letter.subject }}",
    "{{ recipient.salutation }}",
    OPENING,
    HIDDEN,
    "{{ recipient.vocative }}, the time to act is now, and the place is here.",
    "{{ signatories }}",
)
VALUES = {
    "letter.place": "New York",
    "letter.date": "3 March 2024",
    "letter.subject": "Urgent call for peace",
    "signatories.noun": "civil society organizations",
    "signatories.total": "486",
}


def back(*lines: str) -> tuple[FieldReturn, list[str]]:
    after = dict(enumerate(lines, 1))
    found = fields_back(LETTER, after, "en", VALUES)
    for line, text in after.items():
        spots = sorted((put.spot for put in found.put_back if put.line == line), key=lambda spot: spot.start)
        after[line] = with_spots(text, spots)
    return found, list(after.values())


def test_a_letter_that_comes_back_as_it_went_is_left_alone() -> None:
    found, lines = back(*LETTER)
    assert not found.put_back
    assert not found.asked
    assert lines == list(LETTER)


@pytest.mark.parametrize(
    ("came_back", "wanted"),
    [
        (OPENING.replace("{{ signatories.total|number }}", "480"), OPENING),
        (OPENING.replace("{{ signatories.total|number }}", "[number]"), OPENING),
        (OPENING.replace("{{ signatories.total|number }}", "{{ signatories.total|number }"), OPENING),
        (OPENING.replace("{{ signatories.noun }}", "civil society organizations"), OPENING),
        (HIDDEN.replace("{{ signatories.anonymous|number }}", "84"), HIDDEN),
        ("New York, 3 March 2024", LETTER[0]),
        ("Re: Urgent call for peace", LETTER[2]),
        ("Excellencies, the time to act is now, and the place is here.", LETTER[6]),
    ],
)
def test_what_was_typed_over_a_field_becomes_the_field_again(came_back: str, wanted: str) -> None:
    found, lines = back(*(came_back if line == wanted else line for line in LETTER))
    assert lines == list(LETTER)
    assert not found.asked


def test_moved_paragraphs_keep_their_fields() -> None:
    moved = [*LETTER[:4], HIDDEN.replace("{{ signatories.anonymous|number }}", "84"), OPENING, *LETTER[6:]]
    found, lines = back(*moved)
    assert lines[4] == HIDDEN
    assert not found.asked


def test_another_subject_is_asked_about_and_left() -> None:
    found, lines = back(*(line.replace("{{ letter.subject }}", "Call for an embargo") for line in LETTER))
    assert lines[2] == "Re: Call for an embargo"
    assert [(asked.field, asked.code) for asked in found.asked] == [("letter.subject", "field-typed-over")]


def test_a_paragraph_that_is_gone_is_asked_about() -> None:
    found, _ = back(*(line for line in LETTER if line != HIDDEN))
    assert [(asked.field, asked.line, asked.code) for asked in found.asked] == [
        ("signatories.anonymous", 0, "field-lost")
    ]


def test_a_new_ask_is_new() -> None:
    found, _ = back(*LETTER, "We also ask for a full embargo on the sale of jet fuel.")
    assert found.unmatched == (len(LETTER) + 1,)


@given(
    st.lists(st.sampled_from((*LETTER, "84 of us.", "We, 480 organizations, ask.", "", "{{ x }")), max_size=9)
)
def test_nothing_but_fields_is_put_anywhere(lines: list[str]) -> None:
    found, made = back(*lines)
    for before, after in zip(lines, made, strict=True):
        if before == after:
            continue
        assert "{{" in after
    for put in found.put_back:
        assert lines[put.line - 1][put.spot.start : put.spot.end] == put.was
