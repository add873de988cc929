"""``signatories add``: one signatory by hand; and a list that nobody is on yet."""

from pathlib import Path

import pytest
from cli.terminal import Run


@pytest.fixture
def campaign(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "orlavia"
    run("new", folder)
    return folder


def rows(run: Run, campaign: Path) -> list[tuple[int, str, str]]:
    shown = run("signatories", "list", campaign, "--show-withheld", "--json").json["signatories"]
    return [(row["row"], row["name"], row["listed"]) for row in shown]


def test_a_list_without_anybody_says_so(run: Run, campaign: Path) -> None:
    assert "no signatory yet" in run("signatories", "list", campaign).out


def test_one_that_is_added_waits_unless_it_is_said_otherwise(run: Run, campaign: Path) -> None:
    ran = run("signatories", "add", campaign, " Lantern  House", "--country", "Chad")
    assert (ran.status, "Row 2 is added: pending." in ran.out, "Lantern" in ran.out) == (0, True, False)
    added = ("Harbour Watch", "--listed", "named", "--source", "e-mail of 3 May")
    assert run("signatories", "add", campaign, *added, "--json").json["row"] == 3
    assert rows(run, campaign) == [(2, "Lantern House", "pending"), (3, "Harbour Watch", "named")]
    assert "a signatory that was added" in run("signatories", "undo", campaign).out
    assert len(rows(run, campaign)) == 1


def test_one_that_may_be_on_the_list_is_said(run: Run, campaign: Path) -> None:
    run("signatories", "add", campaign, "Lantern House")
    (finding,) = run("signatories", "add", campaign, "The Lantern House", "--json").json["findings"]
    assert (finding["code"], finding["places"][0]["row"]) == ("perhaps-listed-already", 2)


def test_nobody_is_added_without_a_name(run: Run, campaign: Path) -> None:
    assert run("signatories", "add", campaign, " ", "--json").json["error"]["code"] == "name-needed"


@pytest.mark.parametrize(
    "name",
    [
        *("Skemdal Free Printers", "Free Printers of Skemdal", "Free Printers, Skemdal"),
        *("Free Printrs, Skemdal", "Printers, Skemdal", "The Printers of Skemdal Network"),
    ],
)
def test_one_like_a_withheld_row_is_named_by_two_steps_and_a_source(
    run: Run, campaign: Path, name: str
) -> None:
    run("signatories", "add", campaign, "Free Printers, Skemdal", "--listed", "anonymous")
    naming = ("signatories", "add", campaign, name, "--listed", "named")
    for how in ((), ("--confirm",), ("--source", "call of 3 May")):
        ran = run(*naming, *how, "--json")
        assert (ran.status, ran.json["error"]["code"]) == (2, "naming-like-withheld"), how
    assert "row 2" in run(*naming).err
    assert run(*naming, "--confirm", "--source", "call of 3 May").status == 0
    assert len(rows(run, campaign)) == 2


@pytest.mark.parametrize("name", ["Skemdal Free Printers", "Printers Skemdal"])
def test_a_pending_row_like_a_withheld_one_is_named_by_two_steps_and_a_source(
    run: Run, campaign: Path, name: str
) -> None:
    run("signatories", "add", campaign, "Free Printers, Skemdal", "--listed", "anonymous")
    run("signatories", "add", campaign, name)
    naming = ("signatories", "set", campaign, "3", "--listed", "named")
    for how in ((), ("--confirm",), ("--source", "call of 3 May")):
        ran = run(*naming, *how, "--json")
        assert (ran.status, ran.json["error"]["code"]) == (2, "naming-like-withheld"), how
    assert "row 2" in run(*naming).err
    assert run(*naming, "--confirm", "--source", "call of 3 May").status == 0
    assert rows(run, campaign)[1:] == [(3, name, "named")]


@pytest.mark.parametrize("name", ["Fig House (please keep anonymous)", "Anonymous", "N/A"])
def test_what_asks_not_to_be_printed_is_not_named(run: Run, campaign: Path, name: str) -> None:
    ran = run("signatories", "add", campaign, name, "--listed", "named", "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "naming-refused")
    assert run("signatories", "add", campaign, name, "--listed", "anonymous").status == 0


def test_nobody_is_added_who_has_withdrawn(run: Run, campaign: Path) -> None:
    error = run("signatories", "add", campaign, "Lantern House", "--listed", "withdrawn", "--json").json[
        "error"
    ]
    assert (error["code"], "withdrawn are" in error["message"]) == ("disclosure-unknown", False)
