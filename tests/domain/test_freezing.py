"""What changed in a text since it was signed, and how many had signed it."""

import datetime as dt
import re

import pytest
from domain.lists import anonymous, cases, named

from desktop_app.domain.freezing import (
    Change,
    ChangeKind,
    FrozenText,
    Passage,
    changes,
    signers,
    since_signed,
    text_signed_at,
)
from desktop_app.domain.signatory import Disclosure, Signatory

MOMENT = dt.datetime(2024, 1, 28, 18, 4, tzinfo=dt.UTC)


def letter(*paragraphs: str, part: str = "body") -> tuple[Passage, ...]:
    return tuple(Passage(part, number, text) for number, text in enumerate(paragraphs, start=1))


def text(number: int, *paragraphs: str) -> FrozenText:
    """A text that was opened so many days after the first."""
    return FrozenText(number, MOMENT + dt.timedelta(days=number - 1), {"en": letter(*paragraphs)})


def signed(row: int, version: str, disclosure: Disclosure = Disclosure.NAMED) -> Signatory:
    return Signatory(row, f"Organisation {row}", disclosure, text_version=version)


def said(change: Change) -> str:
    texts = " -> ".join(filter(None, (change.before, change.after)))
    return f"{change.paragraph} {change.kind.value}: {texts}"


@pytest.mark.parametrize(
    ("title", "lines"), cases("text-changes.md"), ids=[title for title, _ in cases("text-changes.md")]
)
def test_what_changed_is_told_paragraph_by_paragraph(title: str, lines: list[str]) -> None:
    before = letter(*(line[2:] for line in lines if line.startswith(("- ", "= "))))
    after = letter(*(line[2:] for line in lines if line.startswith(("+ ", "= "))))
    expected = [line for line in lines if re.match(r"\d", line)]
    assert [said(change) for change in changes(before, after)] == expected, title


def test_blank_paragraphs_are_no_text_and_the_others_keep_their_numbers() -> None:
    before = letter("Excellencies,", "We ask.")
    after = letter("Excellencies,", "", " ", "We demand.")
    assert changes(before, after) == (Change(ChangeKind.CHANGED, "body", 4, "We ask.", "We demand."),)


def test_parts_are_compared_each_with_itself() -> None:
    before = (*letter("We ask."), *letter("1 Report of May", part="footnotes"))
    after = (*letter("We ask."), *letter("1 Report of June", part="footnotes"))
    assert [(c.part, c.paragraph) for c in changes(before, after)] == [("footnotes", 1)]
    assert [c.kind for c in changes(before, letter("We ask."))] == [ChangeKind.REMOVED]


def test_a_long_letter_that_is_written_anew_is_compared_in_order() -> None:
    before = letter(*(f"The old paragraph {number}" for number in range(150)))
    after = letter(*(f"Words quite different {number}" for number in range(151)))
    found = changes(before, after)
    assert [c.kind for c in found] == [ChangeKind.CHANGED] * 150 + [ChangeKind.ADDED]


def test_a_version_is_short_and_never_taken_for_a_date() -> None:
    assert text(1).label == "1 (2024-01-28 18:04)"


def test_those_that_count_signed_the_text_that_their_row_names() -> None:
    texts = [text(1), text(2)]
    rows = [
        signed(2, texts[0].label),
        signed(3, texts[1].label, Disclosure.ANONYMOUS),
        signed(4, "2"),
        signed(5, "2", Disclosure.PENDING),
        signed(6, "2", Disclosure.WITHDRAWN),
        signed(7, "the second"),
        signed(8, "3"),
        named(9, "Lantern House"),
    ]
    found = signers(rows, texts)
    assert (dict(found.of), found.unknown) == ({1: 1, 2: 2}, 3)


def test_without_a_version_everybody_signed_the_only_text() -> None:
    rows = [named(2, "Lantern House"), anonymous(3)]
    found = signers(rows, [text(1)])
    assert (dict(found.of), found.unknown) == ({1: 2}, 0)


def test_each_text_is_held_against_the_present_one() -> None:
    texts = [text(1, "We ask."), text(2, "We demand.")]
    rows = [signed(2, "1"), signed(3, "1"), signed(4, "2")]
    found = since_signed(texts, "en", letter("We demand."), signers(rows, texts))
    assert [(since.text.number, since.signed, len(since.changes)) for since in found] == [
        (1, 2, 1),
        (2, 1, 0),
    ]
    assert since_signed(texts, "fr", letter("Nous exigeons."), signers(rows, texts)) == ()


@pytest.mark.parametrize(
    ("said_at", "number"),
    [
        ("2024-01-28T18:04:11", 1),
        ("2024-01-29T18:03:59", 1),
        ("2024-01-29T18:05:00", 2),
        ("2024-01-29T00:00:00", 1),  # a day without a time: in doubt the older text
        ("2024-01-30T00:00:00", 2),
        ("2024-01-01T09:00:00", 1),  # before any was opened
        ("", 2),
    ],
)
def test_a_sign_on_signs_the_text_that_was_out(said_at: str, number: int) -> None:
    texts = [text(1), text(2)]
    assert text_signed_at(texts, said_at) == texts[number - 1].label


def test_where_no_text_was_opened_none_is_signed() -> None:
    assert text_signed_at([], "2024-01-28T18:04:11") == ""
