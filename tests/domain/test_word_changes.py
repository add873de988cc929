"""A changed paragraph is told word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.word_changes import Stretch, word_changes

SIGNS = {Stretch.KEPT: "", Stretch.REMOVED: "-", Stretch.ADDED: "+"}


def told(before: str, after: str) -> list[str]:
    return [SIGNS[words.kind] + words.text for words in word_changes(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("We urge you.", "We ask you.", ["We ", "-urge", "+ask", " you."]),
        ("Act now", "Act", ["Act", "- now"]),
        ("stop the war", "end all fighting", ["-stop the war", "+end all fighting"]),
        (
            "by {{ letter.date }}",
            "by {{ letter.place }}",
            ["by ", "-{{ letter.date }}", "+{{ letter.place }}"],
        ),
        ("我们呼吁", "我们要求", ["我们", "-呼吁", "+要求"]),
        ("same", "same", ["same"]),
        ("", "new", ["+new"]),
    ],
)
def test_words_that_went_and_came(before: str, after: str, expected: list[str]) -> None:
    assert told(before, after) == expected


@given(st.text(max_size=40), st.text(max_size=40))
def test_both_texts_can_be_read_from_it(before: str, after: str) -> None:
    found = word_changes(before, after)
    assert "".join(words.text for words in found if words.kind is not Stretch.ADDED) == before
    assert "".join(words.text for words in found if words.kind is not Stretch.REMOVED) == after
