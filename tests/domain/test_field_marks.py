"""In a finished letter it can be told which words a field has written."""

import pytest

from desktop_app.domain.field_marks import marked
from desktop_app.domain.reading import LetterPassage, PassageKind, Span


def passage(*texts: str, kind: PassageKind = PassageKind.PARAGRAPH) -> LetterPassage:
    return LetterPassage(kind, tuple(map(Span, texts)))


def written(passages: list[LetterPassage], *drafted: str) -> list[tuple[str, str]]:
    found = marked(passages, drafted)
    assert [one.text for one in found] == [one.text for one in passages]
    return [(span.field, span.text) for one in found for span in one.spans if span.field]


def test_a_value_among_words_is_told_by_the_words() -> None:
    text = "We, the 486 organisations, ask you"
    drafted = "We, the {{ signatories.total|number }} {{ signatories.noun }}, ask {% if x %}you{% endif %}"
    assert written([passage(text)], drafted) == [
        ("signatories.total", "486"),
        ("signatories.noun", "organisations"),
    ]


def test_a_value_that_stands_in_two_looks_is_marked_in_both() -> None:
    assert written(
        [passage("Dear ", "Madam ", "Chair, greetings")], "Dear {{ recipient.name }}, greetings"
    ) == [
        ("recipient.name", "Madam "),
        ("recipient.name", "Chair"),
    ]


def test_blanks_may_have_become_others() -> None:
    assert written([passage("Signed on 1\u00a0May in Geneva")], "Signed on 1 May in {{ letter.place }}") == [
        ("letter.place", "Geneva")
    ]


def test_fields_alone_are_told_by_their_neighbours() -> None:
    passages = [passage("Geneva"), passage("Excellency,"), passage("We write to you.")]
    drafted = ("{{ letter.place }}", "{{ recipient.salutation }}", "We write to you.")
    assert written(passages, *drafted) == [
        ("letter.place", "Geneva"),
        ("recipient.salutation", "Excellency,"),
    ]


def test_what_cannot_be_told_is_not_marked() -> None:
    passages = [passage("Geneva"), passage("We write to you.")]
    drafted = ("{{ letter.reference }}", "{{ letter.place }}", "We write to you.")
    assert written(passages, *drafted) == []
    listed = [passage("Alder Reading Room", kind=PassageKind.LISTED), passage("We write to you.")]
    assert written(listed, "{{ signatories }}", "We write to you.") == []


@pytest.mark.parametrize("fields", [40, 400])
def test_a_paragraph_of_nothing_but_fields_takes_no_time(fields: int) -> None:
    drafted = "abcd" + ",".join(["{{ letter.place }}"] * fields) + "."
    assert written([passage("abcd" + "," * 4_000)], drafted) == []
