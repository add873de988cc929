"""A no that may be a named row's stops every letter until it is settled."""

from pathlib import Path

import pytest
from cli.terminal import Run

HEAD = "Timestamp,Organisation,Email,May we publish your name?\n"
YES = "2024-01-20 10:00:00,Lotus Women Union,l@lotus.example,Yes\n"
NO = "2024-01-22 10:00:00,please remove us from the letter,l@lotus.example,No\n"


@pytest.fixture
def campaign(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "orlavia"
    run("new", folder, "--sample")
    toml = folder / "campaign.toml"
    toml.write_text(toml.read_text("utf-8").replace("\nsample = true", ""), "utf-8")
    for rows in (YES, YES + NO):
        (tmp_path / "answers.csv").write_text(HEAD + rows, "utf-8")
        assert run("signatories", "import", folder, tmp_path / "answers.csv", "--apply").status == 0
    return folder


def row_of(run: Run, campaign: Path) -> int:
    rows = run("signatories", "list", campaign, "--json").json["signatories"]
    row: int = next(row["row"] for row in rows if row["name"] == "Lotus Women Union")
    return row


def test_nothing_that_prints_the_name_goes_out(run: Run, campaign: Path) -> None:
    row = row_of(run, campaign)
    (finding,) = [f for f in run("check", campaign, "--json").json["findings"] if f["severity"] == "error"]
    assert (finding["code"], finding["places"][0]["row"]) == ("perhaps-taken-back-open", row)
    assert run("export", campaign, "--to", "GBR").status == 1
    assert run("export", campaign, "--to", "GBR", "--draft").status == 1
    assert run("list", campaign, "--out", campaign.parent / "named.txt").status == 1
    kept = (campaign / "private" / "taken-back.json").read_text("utf-8").casefold()
    assert "lotus" not in kept


def test_hiding_the_row_settles_it_and_taking_that_back_does_not(run: Run, campaign: Path) -> None:
    row = row_of(run, campaign)
    assert run("signatories", "set", campaign, row, "--listed", "anonymous").status == 0
    assert run("check", campaign).status == 0
    assert run("signatories", "undo", campaign, "--confirm").status == 0
    assert run("check", campaign).status == 1


def test_saying_on_what_the_name_rests_settles_it(run: Run, campaign: Path) -> None:
    row = row_of(run, campaign)
    assert "named already" in run("signatories", "set", campaign, row, "--listed", "named").out
    assert run("check", campaign).status == 1
    done = run("signatories", "set", campaign, row, "--listed", "named", "--source", "call of 23 January")
    assert f"Row {row} stays named" in done.out
    assert run("check", campaign).status == 0
    again = run("signatories", "import", campaign, campaign.parent / "answers.csv", "--json").json
    assert (len(again["new"]), again["doubtful"]) == (1, [])
    assert run("signatories", "undo", campaign).status == 0
    assert run("check", campaign).status == 1


def test_a_file_of_questions_that_cannot_be_read_stops_everything(run: Run, campaign: Path) -> None:
    (campaign / "private" / "taken-back.json").write_text('{"questions": [["a", 1, [], ""]]}', "utf-8")
    ran = run("check", campaign)
    assert ran.status == 2
    assert "private/taken-back.json" in ran.err
