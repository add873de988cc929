"""People of an old letter: who is not to be named, and who has not been asked."""

import pytest

from desktop_app.domain.letter_anatomy import LetterSource, SourceLine
from desktop_app.domain.letter_anatomy.reading import anatomy_of
from desktop_app.domain.letter_anatomy.template import edits_of, pieces_of, with_spots

PROSE = "We write to you about the harbour, its people, and what is being done to both of them since January."


def source_of(*lines: str) -> LetterSource:
    return LetterSource(tuple(SourceLine(number=n, text=text) for n, text in enumerate(lines, 1)), True)


@pytest.mark.parametrize(
    "row",
    [
        "4. Anonymous",
        "4. Two organisations that wish to remain anonymous",
        "4. Name withheld",
        "4. [Name withheld]",
        "4. 3 organisations whose names are withheld for security",
    ],
)
def test_who_is_not_named_is_no_name(row: str) -> None:
    names = ("1. Alpha Trust", "2. Beta Union", "3. Gamma Watch")
    anatomy = anatomy_of(source_of("A letter on the harbour", PROSE, PROSE, "Signed by:", *names, row))
    assert [name.name for name in anatomy.names] == ["Alpha Trust", "Beta Union", "Gamma Watch"]
    assert any(doubt.text == row for doubt in anatomy.doubts)


def test_a_contact_in_the_line_over_the_contacts_becomes_the_field() -> None:
    line = "For more information, contact: Maria Silva, Harbour Justice, maria@example.org"
    source = source_of("A letter on the harbour", PROSE, PROSE, line)
    anatomy = anatomy_of(source)
    assert [contact.name for contact in anatomy.contacts] == ["Maria Silva"]
    assert (
        with_spots(line, edits_of(anatomy, source).spots[4]) == "For more information, contact:{{ contacts }}"
    )
    assert not any("Maria" in piece.text for piece in pieces_of(anatomy, source))


def test_an_address_in_the_text_is_pointed_out() -> None:
    line = "Please write to Maria Silva, maria@example.org, with any question about what we say here."
    anatomy = anatomy_of(source_of("A letter on the harbour", PROSE, line, PROSE))
    assert "import-address-in-text" in {doubt.code for doubt in anatomy.doubts}


@pytest.mark.parametrize(
    ("row", "hidden"),
    [
        ("Two organisations that have chosen not to disclose their names", 2),
        ("Anonymous (x3)", 3),
        ("+ 5 organisations anonymes", 5),
        ("Anonymous", 1),
    ],
)
def test_lines_that_name_nobody_count_as_claimed(row: str, hidden: int) -> None:
    names = ("Alpha Trust", "Beta Union", "Gamma Watch")
    anatomy = anatomy_of(source_of("A letter on the harbour", PROSE, PROSE, "Signed by:", *names, row))
    assert [name.name for name in anatomy.names] == list(names)
    assert anatomy.claimed.anonymous == hidden


@pytest.mark.parametrize(
    "heading", ["Signatories:", "List of signatories:", "SIGNATORIES:", "Signataires :", "Firmantes:"]
)
def test_a_heading_with_nobody_under_it_is_no_signatory(heading: str) -> None:
    source = source_of("A letter on the harbour", "Excellencies,", PROSE, PROSE, "Sincerely,", heading)
    anatomy = anatomy_of(source)
    assert anatomy.names == ()
    assert [piece.text for piece in pieces_of(anatomy, source)][-2:] == [heading, "{{ signatories }}"]
