"""Pairs are asked about until they are decided."""

from dataclasses import replace
from pathlib import Path

import pytest
from campaigns import Bench
from domain.lists import named

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.reference_data import Reference
from desktop_app.services.deduplicating import find_duplicates, keep_apart
from desktop_app.services.opening import OpenCampaign

KEY = "5e" * 32
ROWS = (named(2, "Lantern House"), named(3, "Lantren House"), named(4, "The Lantern House"))


@pytest.fixture
def opened(tmp_path: Path, reference: Reference) -> OpenCampaign:
    return Bench(tmp_path, reference, signatories=ROWS).opened()


def asked(opened: OpenCampaign, reference: Reference, key: str = KEY) -> list[tuple[int, int]]:
    return [(pair.a, pair.b) for pair in find_duplicates(opened, reference, key)]


def test_a_pair_that_was_told_apart_is_asked_about_no_more(
    opened: OpenCampaign, reference: Reference
) -> None:
    assert asked(opened, reference) == [(2, 4), (2, 3), (3, 4)]
    keep_apart(opened, 4, 2, KEY)
    keep_apart(opened, 2, 3, KEY)
    assert asked(opened, reference) == [(3, 4)]


def test_without_a_key_nothing_was_decided(opened: OpenCampaign, reference: Reference) -> None:
    keep_apart(opened, 2, 4, KEY)
    assert (2, 4) in asked(opened, reference, key="")


def test_nothing_that_is_kept_holds_a_name(opened: OpenCampaign) -> None:
    keep_apart(opened, 2, 4, KEY)
    kept = b"".join(path.read_bytes() for path in (opened.folder / "private").iterdir())
    assert kept
    assert b"lantern" not in kept.lower()


def test_the_country_the_letter_is_about_is_no_chapter(opened: OpenCampaign, reference: Reference) -> None:
    rows = (named(2, "Reed Circle"), named(3, "Reed Circle Myanmar"))
    about = replace(opened.campaign, about=("MMR",))
    assert asked(replace(opened, signatories=rows), reference) == []
    assert asked(replace(opened, signatories=rows, campaign=about), reference) == [(2, 3)]


@pytest.mark.parametrize(
    ("a", "b", "code"), [(2, 9, "row-unknown"), (9, 2, "row-unknown"), (2, 2, "apart-from-itself")]
)
def test_what_cannot_be_told_apart(opened: OpenCampaign, a: int, b: int, code: str) -> None:
    with pytest.raises(ProblemError) as refused:
        keep_apart(opened, a, b, KEY)
    assert refused.value.code == code
    assert not (opened.folder / "private").exists()
