"""The terminal settles a name in one sentence, says so every time, and names nobody."""

from pathlib import Path

import pytest
from cli.terminal import Run
from files.workbooks import lock, workbook
from letters import Letter, p

SECRET = "Willow Refuge"
SAYS = f"In March {SECRET} counted the burnt villages of the north."


@pytest.fixture
def campaign(sample: Path) -> Path:
    """The sample in English, with a list and a text of its own."""
    rows = [["Name", "Listed"], ["Lantern House", "named"], [SECRET, "anonymous"]]
    workbook(sample / "signatories-private.xlsx", rows)
    settings = (sample / "campaign.toml").read_text("utf-8")
    (sample / "campaign.toml").write_text(settings.replace('"en", "fr", "es"', '"en"'), "utf-8")
    for other in ("fr", "es"):
        (sample / f"letter.{other}.docx").unlink()
    body = [
        p("{{ recipient.salutation }}"),
        p(SAYS),
        p("{{ signatories.statement }}"),
        p("{{ signatories }}"),
    ]
    Letter(body).save(sample / "letter.docx")
    return sample


def settle(campaign: Path, *more: str) -> tuple[str | Path, ...]:
    return ("settle", campaign, "3", "--in", "letter.docx", "--paragraph", "2", *more)


def export(run: Run, campaign: Path, out: str) -> int:
    return run("export", campaign, "--to", "NOR", "--out", campaign / out).status


def test_a_name_is_refused_settled_exported_and_told_of(run: Run, campaign: Path) -> None:
    assert export(run, campaign, "a") == 3
    refused = run("export", campaign, "--to", "NOR", "--out", campaign / "a", "--json")
    assert SECRET not in refused.out + refused.err
    told = run(*settle(campaign, "--why", "public", "--json"))
    assert (told.status, told.err) == (0, "")
    assert told.json == {
        "place": {"file": "letter.docx", "part": "body", "paragraph": 2, "row": 3},
        "sentence": 1,
        "why": "public",
    }
    checked = run("check", campaign, "--json")
    settled = [finding for finding in checked.json["findings"] if finding["code"] == "name-settled"]
    assert [(finding["severity"], finding["count"]) for finding in settled] == [("note", 1)]
    handed = run("export", campaign, "--to", "NOR", "--out", campaign / "b")
    assert handed.status == 0
    assert "but where you settled it" in handed.out
    assert "it was settled that it may" in handed.out + handed.err
    again = run("export", campaign, "--to", "NOR", "--out", campaign / "c", "--json")
    assert "name-settled" in [finding["code"] for finding in again.json["findings"]]
    assert run("scan", campaign, campaign / "b").status == 3


def test_it_is_said_to_people_without_the_name(run: Run, campaign: Path) -> None:
    told = run(*settle(campaign, "--why", "common"))
    assert told.status == 0
    assert "letter.docx" in told.out
    assert "sentence 1" in told.out
    assert SECRET not in told.out + told.err
    back = run(*settle(campaign, "--ask-again"))
    assert "1 decision is taken back" in back.out
    assert export(run, campaign, "a") == 3


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("9", "--in", "letter.docx", "--paragraph", "2", "--why", "public"), "no signatory in row 9"),
        (("3", "--in", "letter.docx", "--paragraph", "1", "--why", "public"), "Nothing is to be settled"),
        (("3", "--in", "letter.de.docx", "--paragraph", "2", "--why", "public"), "Nothing is to be settled"),
        (("2", "--in", "letter.docx", "--paragraph", "2", "--why", "public"), "Nothing is to be settled"),
        (("3", "--in", "letter.docx", "--paragraph", "2", "--why", "because"), "invalid choice"),
        (("3", "--in", "letter.docx", "--paragraph", "2"), "required"),
        (("3", "--paragraph", "2", "--why", "public"), "required"),
        (("3", "--in", "letter.docx", "--why", "public"), "required"),
    ],
)
def test_what_cannot_be_settled_is_said(run: Run, campaign: Path, given: tuple[str, ...], said: str) -> None:
    ran = run("settle", campaign, *given)
    assert (ran.status, said in ran.err) == (2, True), ran.err
    assert SECRET not in ran.out + ran.err
    assert not (campaign / "private" / "settled.json").exists()


def test_a_locked_list_is_settled_with_its_password(
    run: Run, campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock(campaign / "signatories-private.xlsx", "a long password")
    assert run(*settle(campaign, "--why", "public")).status == 2
    monkeypatch.setenv("UNDERSIGNED_PASSWORD", "a long password")
    assert run(*settle(campaign, "--why", "public")).status == 0
    assert export(run, campaign, "a") == 0


def test_a_settled_text_can_be_opened_for_signature_and_closed(run: Run, campaign: Path) -> None:
    assert run("open", campaign, "--until", "2090-01-30").status == 3
    run(*settle(campaign, "--why", "public"))
    assert run("open", campaign, "--until", "2090-01-30").status == 0
    assert run("close", campaign, "--confirm", "--no-export").status == 0
    assert not (campaign / "private" / "settled.json").exists()
