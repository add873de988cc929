"""What the test letters are held against: the expectations themselves, and the counting."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.campaign import Claim
from desktop_app.domain.letter_anatomy.parts import (
    Anatomy,
    Block,
    BlockKind,
    Doubt,
    FoundContact,
    FoundName,
    FoundSigner,
    Part,
    Role,
    Sureness,
)
from scripts.score_letters import LETTERS, Tally, compare, source_of

PARAGRAPH = "The reed beds hold the water of every spring flood, and nothing else does."
EXPECTED: dict[str, Any] = {
    "parts": {
        "title": None,
        "date": "2019-08-30",
        "place": "Carrow",
        "addressee": "The Mayor\nTown Hall",
        "subject": None,
        "salutation": "Dear Mayor,",
        "closing": None,
        "signed_by": [{"name": "Ada Reed", "title": "Chair", "organisation": None}],
        "cc": ["The Clerk", "The Engineer"],
        "contacts": [{"name": "Ada Reed", "role": None, "organisation": None, "email": "ada@example.org"}],
    },
    "body": [
        {"kind": "paragraph", "level": 0, "starts": "The reed beds hold the", "ends": "nothing else does."}
    ],
    "claimed": {"total": 3, "anonymous": 1},
    "signatories": [
        {"name": "Carrow Bird Club", "member_of": None, "country": None, "title": None},
        {"name": "Estuary Trust", "member_of": None, "country": None, "title": None},
    ],
    "review_lines": [7],
}


def part(text: str) -> Part:
    return Part(text=text, written=text, lines=(1,), sure=Sureness.SURE, why="its-own-words")


FAULTLESS = Anatomy(
    language="en",
    parts={
        Role.PLACE: part("Carrow"),
        Role.ADDRESSEE: part("The Mayor\nTown  Hall"),
        Role.SALUTATION: part("Dear Mayor,"),
        Role.CC: part("The Clerk; The Engineer"),
    },
    date=dt.date(2019, 8, 30),
    body=(Block(BlockKind.PARAGRAPH, PARAGRAPH, (4,)),),
    claimed=Claim(3, 1),
    signers=(FoundSigner("Ada Reed", "Chair"),),
    contacts=(FoundContact("Ada Reed", email="ada@example.org"),),
    names=(FoundName("Carrow Bird Club", (8,)), FoundName("Estuary Trust", (9,))),
    doubts=(Doubt("slip", 8, "Iast"),),
)


def test_a_letter_without_fault_has_everything_right() -> None:
    score = compare("carrow", FAULTLESS, EXPECTED)
    assert (score.parts, score.body, score.names) == (Tally(12, 12), Tally(1, 1), Tally(2, 2))
    assert (score.review, score.doubts, score.differences) == (Tally(1, 1), 1, ())


def test_a_part_that_is_not_there_counts_against_it() -> None:
    parts = {**FAULTLESS.parts, Role.TITLE: part("Town Hall")}
    score = compare("carrow", replace(FAULTLESS, parts=parts), EXPECTED)
    assert score.parts == Tally(11, 12)
    assert score.differences == ("title: '', found 'Town Hall'",)


def test_an_address_keeps_its_lines() -> None:
    parts = {**FAULTLESS.parts, Role.ADDRESSEE: part("The Mayor Town Hall")}
    assert compare("carrow", replace(FAULTLESS, parts=parts), EXPECTED).parts == Tally(11, 12)


@pytest.mark.parametrize(
    "block",
    [
        Block(BlockKind.QUOTE, PARAGRAPH, (4,)),
        Block(BlockKind.PARAGRAPH, PARAGRAPH, (4,), level=1),
        Block(BlockKind.PARAGRAPH, f"Carrow. {PARAGRAPH}", (4,)),
        Block(BlockKind.PARAGRAPH, f"{PARAGRAPH} 2", (4,)),
    ],
)
def test_a_block_is_right_in_kind_level_beginning_and_end(block: Block) -> None:
    assert compare("carrow", replace(FAULTLESS, body=(block,)), EXPECTED).body == Tally(0, 1)


def test_names_count_in_their_order_and_a_name_too_much_counts_against_them() -> None:
    first, second = FAULTLESS.names
    assert compare("carrow", replace(FAULTLESS, names=(second, first)), EXPECTED).names == Tally(1, 2)
    extra = FoundName("Page 2", (10,))
    score = compare("carrow", replace(FAULTLESS, names=(first, extra, second)), EXPECTED)
    assert score.names == Tally(2, 3)
    assert score.differences == ("names: too much ('Page 2', '', '', '')",)


def test_a_spot_must_be_pointed_out_at_its_line_or_the_next() -> None:
    score = compare("carrow", replace(FAULTLESS, doubts=(Doubt("slip", 9, "Iast"),)), EXPECTED)
    assert (score.review, score.differences) == (Tally(0, 1), ("review: nothing said of line 7",))


def test_a_form_feed_begins_a_page_and_is_not_text() -> None:
    first, second = source_of("One\n\f  Two \n").lines
    assert (first.number, first.text, first.starts_page, first.indent) == (1, "One", False, 0)
    assert (second.number, second.text, second.starts_page, second.indent) == (2, "Two", True, 2)
    assert source_of("").lines == ()


def squeezed(text: str) -> str:
    """A text without its blanks, and without the hyphens at which lines were broken."""
    return "".join(text.replace("-\n", "").replace("-", "").split())


@pytest.mark.parametrize("path", sorted(LETTERS.glob("*.json")), ids=lambda path: path.stem)
def test_everything_expected_of_a_letter_stands_in_it(path: Path) -> None:
    expected = json.loads(path.read_text("utf-8"))
    letter = path.with_suffix(".txt").read_text("utf-8")
    parts = expected["parts"]
    texts = [parts[role] for role in ("title", "place", "addressee", "subject", "salutation", "closing")]
    entries = [*parts["signed_by"], *parts["contacts"], *expected["signatories"]]
    texts += [text for entry in entries for text in entry.values()] + parts["cc"]
    texts += [block[end] for block in expected["body"] for end in ("starts", "ends")]
    inside = squeezed(letter)
    assert [text for text in texts if text and squeezed(text) not in inside] == []
    assert all(0 < line <= letter.count("\n") for line in expected["review_lines"])
    assert parts["date"] is None or dt.date.fromisoformat(parts["date"])


@pytest.mark.parametrize("path", sorted(LETTERS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_letter_has_its_expectation(path: Path) -> None:
    assert path.with_suffix(".json").exists()
