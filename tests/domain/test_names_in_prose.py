"""Signatories whose names stand in the running text of an old letter."""

import pytest
from imports import COUNCIL, anatomy

from desktop_app.domain.names_in_prose import prose_doubts


def found(sentence: str, *names: str) -> list[tuple[str, int, str]]:
    text = COUNCIL.replace(
        "We call on the Council to refer", f"{sentence}\n\nWe call on the Council to refer"
    )
    first = 6
    for number, name in enumerate(names, start=first):
        text += f"{number}. {name}\n"
    return [(doubt.code, doubt.line, doubt.text) for doubt in prose_doubts(anatomy(text))]


def test_a_name_in_the_text_is_a_line_of_the_review() -> None:
    assert found("In May the Amber Coast Union counted 31 attacks.") == [
        ("import-name-in-text", 11, "Amber Coast Union")
    ]


def test_a_name_in_the_list_alone_is_none() -> None:
    assert found("In May a union on the amber coast counted 31 attacks.") == []


@pytest.mark.parametrize(
    ("name", "sentence", "is_told"),
    [
        ("Zephyra", "Zephyra has counted the dead of the valley since the siege began.", True),
        ("KESTREL", "The dead were counted by KESTREL, which has been there since.", True),
        ("Kestrel", "A kestrel was seen over the valley when the siege had begun.", False),
        ("Network", "The Network of those who help has been there since it began.", False),
        ("Willow Mothers (Orlavia)", "The Willow Mothers have been there since it began.", True),
    ],
)
def test_a_name_of_one_word_must_be_plainly_no_other(name: str, sentence: str, is_told: bool) -> None:
    assert bool(found(sentence, name)) is is_told


def test_more_than_five_are_one_line() -> None:
    names = [
        *("Amber Coast Union", "Birch Lane Collective", "Harbour Peace Network", "Harbour Youth Circle"),
        *("Lantern House", "The Willow Fund"),
    ]
    ((code, line, text),) = found(f"{', '.join(names)} have met.")
    assert (code, line) == ("import-names-in-text", 11)
    assert text.splitlines() == names


def test_the_first_of_its_lines_is_told_and_no_name_runs_over_two() -> None:
    sentence = "We are Amber.\n\nCoast Union has met.\n\nThe KESTREL-WATCH met.\n\nKESTREL-WATCH met again."
    assert found(sentence, "Amber Coast Union", "KESTREL-WATCH") == [
        ("import-name-in-text", 15, "KESTREL-WATCH")
    ]
