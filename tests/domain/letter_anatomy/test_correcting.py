"""Parts of a letter put right by hand: every line stays somewhere."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.letter_anatomy import Anatomy, BlockKind, Role
from desktop_app.domain.letter_anatomy.correcting import (
    Place,
    assigned,
    joined_to_above,
    place_of,
    renamed,
    settled,
)
from desktop_app.domain.letter_anatomy.reading import anatomy_of
from desktop_app.domain.letter_anatomy.source import LetterSource, SourceLine

TEXT = """Members of the Harbour Council
12 Quay Street

3 March 2023

Re: The ferry at Ostermouth

Dear Members,

We write to you about the ferry, which has not sailed since May of last year.

We ask you to:
- let it sail again;
- publish the report.

Yours sincerely,

Signed by:
Alder Reading Room
Birch Weavers
of Ostermouth
Cedar Choir

Contact: Mina Torvald, mina@example.org"""
SOURCE = LetterSource(
    tuple(SourceLine(number=n, text=line) for n, line in enumerate(TEXT.split("\n"), start=1))
)
LETTER = anatomy_of(SOURCE)
WRITTEN = [line.number for line in SOURCE.lines if line.text]


def line_of(text: str) -> int:
    return next(line.number for line in SOURCE.lines if text in line.text)


def somewhere(anatomy: Anatomy) -> set[int]:
    """All lines that the letter still speaks of."""
    found = {number for part in anatomy.parts.values() for number in part.lines}
    found |= {number for block in anatomy.body for number in block.lines}
    found |= {number for name in anatomy.names for number in name.lines}
    found |= {number for signer in anatomy.signers for number in signer.lines}
    found |= {number for contact in anatomy.contacts for number in contact.lines}
    return found | {doubt.line for doubt in anatomy.doubts}


def test_a_line_becomes_the_title() -> None:
    made = assigned(LETTER, SOURCE, [line_of("The ferry at")], Place.TITLE)
    assert made.text_of(Role.TITLE) == "Re: The ferry at Ostermouth"
    assert made.text_of(Role.SUBJECT) == ""


def test_the_cue_of_a_subject_is_no_part_of_it() -> None:
    away = assigned(LETTER, SOURCE, [line_of("The ferry at")], Place.PARAGRAPH)
    back = assigned(away, SOURCE, [line_of("The ferry at")], Place.SUBJECT)
    assert back.text_of(Role.SUBJECT) == "The ferry at Ostermouth"


def test_an_address_grows_by_a_line() -> None:
    short = assigned(LETTER, SOURCE, [line_of("12 Quay")], Place.LEFT_OUT)
    assert short.text_of(Role.ADDRESSEE) == "Members of the Harbour Council"
    whole = assigned(short, SOURCE, [line_of("12 Quay")], Place.ADDRESSEE)
    assert whole.text_of(Role.ADDRESSEE) == "Members of the Harbour Council\n12 Quay Street"


def test_what_stood_in_the_place_of_another_title_is_told() -> None:
    first = assigned(LETTER, SOURCE, [line_of("Members of")], Place.TITLE)
    second = assigned(first, SOURCE, [line_of("12 Quay")], Place.TITLE)
    assert second.text_of(Role.TITLE) == "12 Quay Street"
    assert [doubt.line for doubt in second.doubts if doubt.is_kept_out] == [line_of("Members of")]


def test_a_line_of_the_list_becomes_a_heading_and_a_name_again() -> None:
    line = line_of("Cedar")
    made = assigned(LETTER, SOURCE, [line], Place.HEADING)
    assert [block.text for block in made.body if block.kind is BlockKind.HEADING] == ["Cedar Choir"]
    back = assigned(made, SOURCE, [line], Place.SIGNATORY)
    assert [name.name for name in back.names][-1] == "Cedar Choir"


def test_the_second_half_of_a_name_is_joined() -> None:
    apart = assigned(LETTER, SOURCE, [line_of("Birch"), line_of("of Oster")], Place.SIGNATORY)
    joined = joined_to_above(apart, line_of("of Oster"))
    assert "Birch Weavers of Ostermouth" in [name.name for name in joined.names]


def test_a_name_is_written_as_it_should_be() -> None:
    made = renamed(LETTER, line_of("Alder"), "Alder Reading Rooms")
    assert made.names[0].name == "Alder Reading Rooms"


def test_a_date_is_read_from_the_line_that_is_said_to_be_it() -> None:
    away = assigned(LETTER, SOURCE, [line_of("3 March")], Place.PARAGRAPH)
    assert away.date is None
    back = assigned(away, SOURCE, [line_of("3 March")], Place.DATE)
    assert back.date == LETTER.date


def test_what_is_left_out_stays_told_when_its_doubt_is_settled() -> None:
    out = assigned(LETTER, SOURCE, [line_of("publish")], Place.LEFT_OUT)
    assert line_of("publish") in somewhere(settled(out, line_of("publish")))
    assert place_of(out, line_of("publish")) is None


@given(
    steps=st.lists(
        st.tuples(st.lists(st.sampled_from(WRITTEN), min_size=1, max_size=4), st.sampled_from(Place)),
        max_size=8,
    )
)
def test_no_line_is_lost_whatever_is_said_of_it(steps: list[tuple[list[int], Place]]) -> None:
    letter = LETTER
    for lines, place in steps:
        letter = assigned(letter, SOURCE, lines, place)
        for line in lines:
            assert place_of(letter, line) in (place, None)
    assert somewhere(letter) >= somewhere(LETTER) & {*WRITTEN}
