"""Texts as they were signed are kept whole, and one that is not as we write it is said to be broken."""

import os
from pathlib import Path

import pytest
from signing import Campaign

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.frozen_texts import current_version, frozen_texts
from desktop_app.files.reference_data import Reference


@pytest.fixture
def campaign(tmp_path: Path, reference: Reference) -> Campaign:
    made = Campaign(tmp_path, reference)
    made.open()
    return made


def test_where_none_was_opened_there_is_none(tmp_path: Path) -> None:
    assert frozen_texts(tmp_path) == ()
    assert current_version(tmp_path) == ""


def test_texts_are_in_the_order_of_their_numbers(campaign: Campaign) -> None:
    for number in range(2, 12):
        campaign.write(f"Text {number}")
        campaign.open()
    assert [text.number for text in frozen_texts(campaign.folder)] == list(range(1, 12))
    assert current_version(campaign.folder) == "11 (2024-01-28 18:04)"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such permissions")
def test_nobody_else_may_look_into_what_is_kept(campaign: Campaign) -> None:
    private = campaign.folder / "private"
    assert {path.stat().st_mode & 0o077 for path in (private, *private.rglob("*"))} == {0}


def test_what_else_lies_there_is_left_alone(campaign: Campaign) -> None:
    (campaign.folder / "private" / "texts" / "1 (copy)").mkdir()
    (campaign.folder / "private" / "texts" / "notes.txt").write_text("mine")
    assert [text.number for text in frozen_texts(campaign.folder)] == [1]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"moment": "2024-01-28T18:04:00+00:00", "texts": []}',
        '{"moment": "2024-01-28T18:04:00+00:00", "texts": {"en": [["body", 1]]}}',
        '{"moment": "2024-01-28T18:04:00+00:00", "texts": {"en": [["body", "first", "We ask."]]}}',
        '{"moment": "yesterday", "texts": {}}',
        '{"moment": 5, "texts": {}}',
        "[" * 100_000,
    ],
)
def test_a_text_that_is_not_as_we_write_it_is_broken(campaign: Campaign, content: str) -> None:
    (campaign.folder / "private" / "texts" / "1" / "text.json").write_text(content)
    with pytest.raises(ProblemError) as caught:
        frozen_texts(campaign.folder)
    assert caught.value.code == "frozen-text-broken"
    assert caught.value.place.file == "private/texts/1/text.json"


def test_a_text_that_is_missing_is_broken(campaign: Campaign) -> None:
    (campaign.folder / "private" / "texts" / "1" / "text.json").unlink()
    with pytest.raises(ProblemError, match="frozen-text-broken"):
        frozen_texts(campaign.folder)
