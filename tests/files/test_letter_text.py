"""Letters as plain text: every encoding, every line end, links without their marks."""

import pytest

from desktop_app.domain.letter_anatomy.source import SourceLine
from desktop_app.domain.reporting import ProblemError
from desktop_app.files.letter_text import read_text, text_of_letter

LETTER = "Exzellenz,\n\nwir schreiben über die Flüsse – heute.\n"


def lines(data: bytes | str) -> tuple[SourceLine, ...]:
    given = data.encode() if isinstance(data, str) else data
    return read_text(text_of_letter(given, "letter.txt")).lines


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_a_letter_says_the_same_in_every_encoding(encoding: str) -> None:
    assert [line.text for line in lines(LETTER.encode(encoding))] == LETTER.split("\n")


def test_russian_in_utf_16_without_a_mark_is_read_by_its_zeros() -> None:
    text = "Уважаемый господин министр, пишем вам"
    for encoding in ("utf-16-le", "utf-16-be"):
        assert lines(text.encode(encoding))[0].text == text


def test_an_old_encoding_is_refused_rather_than_misread() -> None:
    with pytest.raises(ProblemError) as refused:
        lines("Уважаемый господин министр! Мы пишем вам.".encode("cp1251"))
    assert refused.value.code == "import-encoding"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_are_numbered_as_an_editor_does(end: str) -> None:
    read = lines(end.join(["To", "", "the Minister"]))
    assert [(line.number, line.text) for line in read] == [(1, "To"), (2, ""), (3, "the Minister")]


def test_a_form_feed_begins_a_page_with_the_next_line_that_says_something() -> None:
    read = lines("one\n\f\ntwo\n\fthree")
    assert [(line.text, line.starts_page) for line in read if line.text] == [
        ("one", False),
        ("two", True),
        ("three", True),
    ]


def test_links_become_their_words_and_keep_where_they_lead() -> None:
    line = lines("See [the report](https://example.org/a_(b)) and [another](#).")[0]
    assert line.text == "See the report and another."
    assert [(line.text[link.start : link.end], link.target) for link in line.links] == [
        ("the report", "https://example.org/a_(b)"),
        ("another", ""),
    ]


def test_brackets_of_plain_text_are_no_links() -> None:
    assert lines("the list [sic](as printed)")[0].text == "the list [sic](as printed)"


def test_a_path_of_windows_is_no_escape() -> None:
    assert lines(r"C:\.ssh")[0].text == r"C:\.ssh"


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ProblemError) as refused:
        lines(bytes(range(1, 32)) * 20)
    assert refused.value.code == "import-kind-unknown"
