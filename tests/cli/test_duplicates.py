"""The terminal asks about rows that are probably one signatory, and names none that is withheld."""

from pathlib import Path
from typing import Any

import pytest
from cli.terminal import Run
from files.workbooks import lock, workbook

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


def test_the_list_shows_no_more_names_than_the_letter(run: Run, campaign: Path) -> None:
    rows = run("signatories", "list", campaign, "--json").json["signatories"]
    assert [row["name"] for row in rows if row["listed"] in ("pending", "withdrawn", "anonymous")] == [
        "(withheld, row 4)",
        "(withheld, row 7)",
        "(withheld, row 8)",
        "(withheld, row 9)",
    ]
    assert "Lantern House" in {row["name"] for row in rows}


def test_withheld_names_are_shown_when_asked_for(run: Run, campaign: Path) -> None:
    pairs = {(pair["a"]["name"], pair["b"]["name"]) for pair in run_json(run, campaign, "--show-withheld")}
    assert ("Willow Refuge", "Willow Refuge (WIRE)") in pairs
    assert ("Reed Watch", "Reedwatch") in pairs


def test_a_list_without_duplicates_says_so(run: Run, campaign: Path) -> None:
    workbook(campaign / "signatories-private.xlsx", [HEADER, ["Lantern House", "", "named", "", ""]])
    ran = run("signatories", "duplicates", campaign)
    assert (ran.status, ran.out) == (0, "Nothing looks like a duplicate.\n")
    assert run_json(run, campaign) == []


def run_json(run: Run, campaign: Path, *arguments: str) -> list[dict[str, Any]]:
    pairs: list[dict[str, Any]] = run("signatories", "duplicates", campaign, *arguments, "--json").json[
        "pairs"
    ]
    return pairs


def test_a_pair_is_merged_and_taken_back(run: Run, campaign: Path) -> None:
    merged = run("signatories", "duplicates", campaign, "--merge", "5", "4", "--json")
    assert (merged.status, merged.json) == (
        0,
        {"kept": 5, "emptied": 4, "listed": "anonymous", "findings": []},
    )
    rows = run("signatories", "list", campaign, "--show-withheld", "--json").json["signatories"]
    assert [row["row"] for row in rows] == [2, 3, 5, 6, 7, 8, 9]
    assert run("signatories", "undo", campaign, "--confirm", "--json").json == {"undone": "merge"}
    assert len(run("signatories", "list", campaign, "--json").json["signatories"]) == 8


def test_a_pair_is_told_apart(run: Run, campaign: Path) -> None:
    told = run("signatories", "duplicates", campaign, "--not-the-same", "3", "2", "--json")
    assert (told.status, told.json) == (0, {"not_the_same": [3, 2]})
    assert [pair["a"]["row"] for pair in run_json(run, campaign)] == [8, 4, 6]


def test_a_locked_list_is_told_apart_and_stays_locked(
    run: Run, campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock(campaign / "signatories-private.xlsx", "harbour lights")
    monkeypatch.setenv("UNDERSIGNED_PASSWORD", "harbour lights")
    assert run("signatories", "duplicates", campaign, "--not-the-same", "2", "3").status == 0
    assert len(run_json(run, campaign)) == 3
    monkeypatch.delenv("UNDERSIGNED_PASSWORD")
    assert run("signatories", "duplicates", campaign).status == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--merge", "2", "2"), "row 2: A row cannot be merged with itself. Name two rows."),
        (("--merge", "2", "99"), "row 99: The list has no signatory in row 99."),
        (("--not-the-same", "99", "2"), "The list has no signatory in row 99."),
        (("--merge", "2", "x"), "The list has no signatory in row x."),
        (("--merge", "2", "3", "--not-the-same", "2", "3"), "not allowed with"),
    ],
)
def test_wrong_rows_are_one_clear_sentence(
    run: Run, campaign: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = (campaign / "signatories-private.xlsx").read_bytes()
    ran = run("signatories", "duplicates", campaign, *arguments)
    assert ran.status == 2
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
    assert (campaign / "signatories-private.xlsx").read_bytes() == before
