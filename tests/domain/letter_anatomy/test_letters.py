"""Letters of forty layouts and languages, each with what a careful reader finds in it."""

from pathlib import Path

import pytest
from domain.letter_anatomy.accounting import missing

from desktop_app.domain.letter_anatomy.reading import anatomy_of
from scripts.score_letters import LETTERS, score, source_of

WHOLE = sorted(path for path in LETTERS.iterdir() if path.suffix in (".txt", ".md"))
ODD = sorted((LETTERS / "odd").iterdir())
HARDER = sorted((LETTERS / "harder").glob("*.txt"))
FURTHER = sorted((LETTERS / "further").glob("*.txt"))
NOT_POINTED_OUT = {
    # "foundin" and "haIf" stand there: of two words that lost their blank, not every pair is told.
    "en-short-comma-list": 1,
}


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_every_part_of_a_letter_is_found(path: Path) -> None:
    found = score(path)
    wrong = [line for line in found.differences if not line.startswith("review")]
    assert wrong == []
    assert found.review.of - found.review.right <= NOT_POINTED_OUT.get(path.stem, 0)


@pytest.mark.parametrize("path", [*WHOLE, *ODD], ids=lambda path: path.stem)
def test_every_character_of_a_letter_is_accounted_for(path: Path) -> None:
    source = source_of(path.read_text("utf-8"))
    assert missing(source, anatomy_of(source)) == {}


def test_harder_letters_come_out_no_worse_than_they_did() -> None:
    """Written by somebody who had not seen the rules. Raise the figures with the rules; never lower them."""
    found = [score(path) for path in HARDER]
    parts, body, names = (
        sum(getattr(one, kind).right for one in found) for kind in ("parts", "body", "names")
    )
    assert len(found) == 24
    assert (parts >= 282, body >= 215, names >= 509) == (True, True, True), (parts, body, names)


@pytest.mark.parametrize("path", [*HARDER, *FURTHER], ids=lambda path: path.stem)
def test_every_character_of_a_harder_letter_is_accounted_for(path: Path) -> None:
    source = source_of(path.read_text("utf-8"))
    assert missing(source, anatomy_of(source)) == {}


def test_further_letters_come_out_no_worse_than_they_did() -> None:
    """Written before their rules. Raise the figures with the rules; never lower them."""
    found = [score(path) for path in FURTHER]
    parts, body, names = (
        sum(getattr(one, kind).right for one in found) for kind in ("parts", "body", "names")
    )
    assert (parts >= 273, body >= 123, names >= 206) == (True, True, True), (parts, body, names)


@pytest.mark.parametrize("path", [*WHOLE, *HARDER, *FURTHER], ids=lambda path: path.stem)
def test_a_letter_of_which_nothing_is_told_is_wholly_right(path: Path) -> None:
    found = score(path)
    assert found.doubts or found.differences == ()


def test_right_letters_of_a_plain_shape_have_nothing_to_look_at() -> None:
    empty = sum(score(path).doubts == 0 for path in WHOLE)
    doubts = sum(score(path).doubts for path in WHOLE)
    assert empty >= 7
    assert doubts <= 4 * len(WHOLE)


def test_what_is_no_letter_is_taken_for_none() -> None:
    empty = anatomy_of(source_of(""))
    assert not empty.parts
    assert not empty.body
    assert not empty.names


def _letter_with(*lines: str) -> str:
    head = (
        "5 May 2024",
        "",
        "Dear Minister,",
        "",
        "We ask you to keep the river clean.",
        "",
        "Sincerely,",
        "",
    )
    return "\n".join((*head, *lines))


def test_of_a_contact_no_word_is_left_out_in_silence() -> None:
    line = "In Brussels, for River Watch, Odile Marchetti (English): odile@example.org"
    found = anatomy_of(source_of(_letter_with("For more information, please contact:", line)))
    contact = found.contacts[0]
    assert (contact.name, contact.organisation) == ("Odile Marchetti", "River Watch")
    assert [doubt.text for doubt in found.doubts if doubt.code == "import-contact-words"] == [line]


def test_a_second_figure_of_all_who_sign_is_told() -> None:
    text = "We, 3 networks, 9 groups in all, ask you to keep the river clean."
    found = anatomy_of(
        source_of(_letter_with("Signed by:", "Reed Trust").replace("We ask", f"{text} We ask"))
    )
    assert any(doubt.code == "import-figure-unclaimed" for doubt in found.doubts)


def test_commas_of_a_quoted_name_part_nothing() -> None:
    names = 'Bread Bank, "Peace, Bread and Land Fund", Reed Trust, River Watch.'
    found = anatomy_of(source_of(_letter_with(f"Signed by: {names}")))
    assert [name.name for name in found.names][1] == '"Peace, Bread and Land Fund"'
