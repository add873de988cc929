"""``undersigned import``: what people read, what programs read."""

import json
from pathlib import Path

import pytest
from cli.terminal import Run
from imports import COUNCIL


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(COUNCIL, "utf-8")
    return path


def test_json_has_every_part(run: Run, letter: Path, tmp_path: Path) -> None:
    done = run("import", letter, tmp_path / "campaign", "--json")
    assert done.status == 0
    parts = done.json["parts"]
    assert {key: parts[key] for key in ("title", "date", "place", "addressee", "subject", "salutation")} == {
        "title": None,
        "date": "2024-02-01",
        "place": None,
        "addressee": "Members of the United Nations Security Council",
        "subject": "Urgent call to protect civilians in Orlavia",
        "salutation": "Your Excellencies,",
    }
    assert parts["closing"] == "Yours sincerely,"
    assert parts["signed_by"] == [
        {"name": "Anneth Solvarin", "title": "Chair", "organisation": "Orlavia Civil Society Forum"}
    ]
    assert parts["cc"] == []
    assert parts["contacts"] == [
        {"name": "Joram Bekkule", "role": "", "organisation": "Lantern House", "email": "media@example.org"}
    ]


def test_json_has_the_text_the_claim_and_the_list(run: Run, letter: Path, tmp_path: Path) -> None:
    answer = run("import", letter, tmp_path / "campaign", "--json").json
    assert [(block["kind"], block["level"]) for block in answer["body"]] == [("paragraph", 1)] * 2
    assert answer["claimed"] == {"total": 9, "anonymous": 2}
    assert len(answer["signatories"]) == 7
    assert answer["signatories"][3] == {
        "name": "Harbour Youth Circle",
        "member_of": "Harbour Peace Network",
        "country": None,
        "title": None,
        "number": "-",
        "line": 29,
    }
    assert answer["language"] == "en"
    assert answer["folder"] == str((tmp_path / "campaign").resolve())


def test_a_salutation_in_the_text_is_no_paragraph(run: Run, letter: Path, tmp_path: Path) -> None:
    again = COUNCIL.replace(
        "We call on the Council to refer", "Excellencies,\n\nWe call on the Council to refer"
    )
    letter.write_text(again, "utf-8")
    body = run("import", letter, tmp_path / "campaign", "--json").json["body"]
    assert [block["kind"] for block in body] == ["paragraph", "salutation", "paragraph"]


def test_json_says_how_sure_a_part_is_and_why(run: Run, letter: Path, tmp_path: Path) -> None:
    sure = run("import", letter, tmp_path / "campaign", "--json").json["parts_sure"]
    assert sure["subject"] == {
        "sure": "sure",
        "why": "its own words say so",
        "line": 4,
        "written": "Re: Urgent call to protect civilians in Orlavia",
    }


def test_json_says_what_to_look_at(run: Run, letter: Path, tmp_path: Path) -> None:
    letter.write_text(COUNCIL + "6. Lantern House\n", "utf-8")
    review = run("import", letter, tmp_path / "campaign", "--json").json["review"]
    twice = next(spot for spot in review if spot["code"] == "import-name-twice")
    assert (twice["line"], twice["text"]) == (33, "Lantern House")
    assert twice["why"].startswith("The same name stands in line 31 already.")


def test_people_read_the_parts_and_what_to_do_next(run: Run, letter: Path, tmp_path: Path) -> None:
    done = run("import", letter, tmp_path / "campaign")
    lines = done.out.splitlines()
    assert "Subject: Urgent call to protect civilians in Orlavia (sure, its own words say so)" in lines
    assert "2 paragraphs, 0 headings, 0 items, 0 footnotes." in lines
    assert "7 signatories, 2 of them members of a network; 1 contacts." in lines
    assert "Claimed: 9, 2 of them without a name." in lines
    assert "Nobody has signed the new letter yet: every name is “pending” until you have asked." in lines
    assert lines[-1].startswith("Next: read letter.docx, look at private/import-review.txt")


def test_parts_are_told_in_the_order_of_the_letter(run: Run, letter: Path, tmp_path: Path) -> None:
    lines = run("import", letter, tmp_path / "campaign").out.splitlines()
    told = [line.partition(":")[0] for line in lines[1:5]]
    assert told == ["Addressee", "Date", "Subject", "Salutation"]


def test_many_doubts_are_cut_short(run: Run, letter: Path, tmp_path: Path) -> None:
    letter.write_text(COUNCIL + "6. Lantern House\n" * 30, "utf-8")
    done = run("import", letter, tmp_path / "campaign")
    assert "    and " in done.out


def test_the_same_letter_again_is_counted_as_it_claimed(run: Run, letter: Path, tmp_path: Path) -> None:
    assert run("import", letter, tmp_path / "campaign", "--as", "same").status == 0
    counted = run("signatories", "count", tmp_path / "campaign", "--json").json
    assert (counted["total"], counted["named"], counted["anonymous"]) == (9, 7, 2)
    assert counted["claimed"] == {"total": 9, "anonymous": 2}


def test_it_goes_out_to_a_council(run: Run, letter: Path, tmp_path: Path) -> None:
    run("import", letter, tmp_path / "campaign", "--as", "same")
    asked = ["--to", "security-council", "--as", "president", "--out", tmp_path / "out"]
    done = run("export", tmp_path / "campaign", *asked, "--json")
    assert done.status == 0, done.out
    assert len(json.loads(done.out)["files"]) == 1


@pytest.mark.parametrize(
    ("arguments", "status", "code"),
    [
        (["letter.txt", "campaign", "--as", "draft"], 2, "import-way-unknown"),
        (["nowhere.txt", "campaign"], 2, "file-missing"),
        (["letter.txt", "."], 2, "target-exists"),
    ],
)
def test_wrong_use_is_said(
    run: Run,
    letter: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    status: int,
    code: str,
) -> None:
    monkeypatch.chdir(letter.parent)
    done = run("import", *arguments, "--json")
    assert (done.status, done.json["error"]["code"]) == (status, code)


class TestAModel:
    """Last year's letter, after which a new one is written."""

    def test_has_the_date_of_no_letter_yet_and_says_which_the_old_one_was_of(
        self, run: Run, letter: Path, tmp_path: Path
    ) -> None:
        review = run("import", letter, tmp_path / "campaign", "--json").json["review"]
        assert "date = 2024-02-01" not in (tmp_path / "campaign" / "campaign.toml").read_text("utf-8")
        (said,) = [spot["why"] for spot in review if spot["code"] == "import-old-date"]
        assert said.startswith("The old letter was of 2024-02-01")
        findings = run("check", tmp_path / "campaign", "--json").json["findings"]
        assert "date-missing" in [finding["code"] for finding in findings]

    def test_is_not_held_against_what_the_old_one_claimed(
        self, run: Run, letter: Path, tmp_path: Path
    ) -> None:
        run("import", letter, tmp_path / "campaign")
        findings = run("check", tmp_path / "campaign", "--json").json["findings"]
        assert not [finding for finding in findings if finding["code"].startswith("claim-")]
        assert (
            "Claimed by the old letter: 9, 2 of them without a name"
            in run("signatories", "count", tmp_path / "campaign").out.splitlines()
        )


@pytest.mark.parametrize(
    ("claimed", "said"),
    [
        ("{total = 27, anonymous = 3}", "the claim (27, 3 of them without a name)."),
        ("{total = 27}", "the claim (27)."),
        ("{anonymous = 3}", "the claim (3 without a name)."),
    ],
)
def test_a_claim_that_nothing_explains_is_said_whole(
    run: Run, letter: Path, tmp_path: Path, claimed: str, said: str
) -> None:
    run("import", letter, tmp_path / "campaign", "--as", "same")
    settings = tmp_path / "campaign" / "campaign.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("{total = 9, anonymous = 2}", claimed), "utf-8")
    findings = run("check", tmp_path / "campaign", "--json").json["findings"]
    (message,) = [finding["message"] for finding in findings if finding["code"] == "claim-unexplained"]
    assert message.endswith(said)
