"""The terminal asks about rows that are probably one signatory, and names none that is withheld."""

from pathlib import Path

import pytest
from cli.terminal import Run
from files.workbooks import workbook

HEADER = ["Name", "Acronym", "Listed", "Listed as", "Also known as"]


@pytest.fixture
def campaign(sample: Path) -> Path:
    """The sample with a list of its own."""
    rows = [
        HEADER,
        ["Lantern House", "", "named", "", ""],
        ["The Lantern House", "", "named", "", ""],
        ["Willow Refuge", "", "anonymous", "", ""],
        ["Willow Refuge (WIRE)", "", "named", "", ""],
        ["Reed Watch", "", "named", "A group in the north", ""],
        ["Reedwatch", "", "pending", "", ""],
        ["Heron Forum", "", "withdrawn", "", ""],
        ["Heron Forum", "", "withdrawn", "", ""],
    ]
    workbook(sample / "signatories-private.xlsx", rows)
    return sample


def test_pairs_are_listed_with_a_score_and_a_reason(run: Run, campaign: Path) -> None:
    ran = run("signatories", "duplicates", campaign, "--json")
    assert ran.status == 0
    first = next(pair for pair in ran.json["pairs"] if pair["a"]["row"] == 2)
    assert first == {
        "a": {"row": 2, "name": "Lantern House"},
        "b": {"row": 3, "name": "The Lantern House"},
        "score": 97,
        "why": "They differ in small words only, such as “The” or “Chapter”.",
    }


def test_withheld_names_go_by_their_row(run: Run, campaign: Path) -> None:
    pairs = {(pair["a"]["name"], pair["b"]["name"]) for pair in run_json(run, campaign)}
    assert pairs == {
        ("Lantern House", "The Lantern House"),
        ("(withheld, row 4)", "Willow Refuge (WIRE)"),
        ("(withheld, row 6)", "(withheld, row 7)"),
        ("(withheld, row 8)", "(withheld, row 9)"),
    }
    said = run("signatories", "duplicates", campaign).out
    assert "(withheld, row 6)" in said
    assert not [name for name in ("Reed", "Heron") if name in said]


def test_withheld_names_are_shown_when_asked_for(run: Run, campaign: Path) -> None:
    pairs = {(pair["a"]["name"], pair["b"]["name"]) for pair in run_json(run, campaign, "--show-withheld")}
    assert ("Willow Refuge", "Willow Refuge (WIRE)") in pairs
    assert ("Reed Watch", "Reedwatch") in pairs


def test_a_list_without_duplicates_says_so(run: Run, campaign: Path) -> None:
    workbook(campaign / "signatories-private.xlsx", [HEADER, ["Lantern House", "", "named", "", ""]])
    ran = run("signatories", "duplicates", campaign)
    assert (ran.status, ran.out) == (0, "Nothing looks like a duplicate.\n")
    assert run_json(run, campaign) == []


def run_json(run: Run, campaign: Path, *arguments: str) -> list[dict[str, dict[str, str]]]:
    pairs: list[dict[str, dict[str, str]]] = run(
        "signatories", "duplicates", campaign, *arguments, "--json"
    ).json["pairs"]
    return pairs
