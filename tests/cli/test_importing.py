"""``undersigned import``: what people read, what programs read."""

import json
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from cli.terminal import Run
from imports import COUNCIL
from letters import Letter, p


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


RUNNING = COUNCIL.replace(
    "we, 9 civil society organizations, write to",
    "we, 9 civil society organizations, including 2 that have chosen not to disclose their names, write to",
)


def printed(run: Run, campaign: Path, out: Path) -> list[str]:
    """What a letter to one member says, paragraph by paragraph."""
    done = run("export", campaign, "--to", "FRA", "--on", "2024-02-02", "--out", out, "--json")
    assert done.status == 0, done.out
    (file,) = done.json["files"]
    return [paragraph.text for paragraph in docx.Document(file["path"]).paragraphs]


def _whole(block: str) -> list[str]:
    """The lines of a block as a Word file has them: prose is one paragraph."""
    is_prose = len(block) > 150 and "1." not in block
    return [block.replace("\n", " ")] if is_prose else block.splitlines()


class TestTheClauseOfThoseWhoAreNotNamed:
    def test_is_printed_while_there_are_some(self, run: Run, letter: Path, tmp_path: Path) -> None:
        letter.write_text(RUNNING, "utf-8")
        run("import", letter, tmp_path / "campaign", "--as", "same")
        texts = printed(run, tmp_path / "campaign", tmp_path / "out")
        assert any("we, 9 civil society organizations, including 2 that have" in text for text in texts)

    def test_falls_away_when_there_is_none(self, run: Run, letter: Path, tmp_path: Path) -> None:
        letter.write_text(RUNNING, "utf-8")
        review = run("import", letter, tmp_path / "campaign", "--json").json["review"]
        assert "import-anonymous-clause" in [spot["code"] for spot in review]
        for row in range(2, 9):
            run("signatories", "set", tmp_path / "campaign", row, "--listed", "named", "--source", "e-mail")
        settings = tmp_path / "campaign" / "campaign.toml"
        settings.write_text("date = 2025-02-01\n" + settings.read_text("utf-8"), "utf-8")
        texts = printed(run, tmp_path / "campaign", tmp_path / "out")
        assert any("siege of Dravenna, we, 7 civil society organizations, write to" in text for text in texts)
        assert not any("0" in text for text in texts if "civil society" in text)

    def test_falls_away_in_a_word_letter_too(self, run: Run, tmp_path: Path) -> None:
        blocks = RUNNING.split("\n\n")
        lines = [line for block in blocks for line in _whole(block)]
        # Word begins a new run wherever somebody stopped typing.
        body = [p(*line.partition("inclu")) for line in lines]
        letter = Letter(body).save(tmp_path / "old.docx")
        run("import", letter, tmp_path / "campaign", "--as", "same")
        book = openpyxl.load_workbook(tmp_path / "campaign" / "signatories-private.xlsx")
        sheet = book.worksheets[0]
        names = [cell.value for cell in next(sheet.iter_cols(1, 1))]
        for row in range(sheet.max_row, 1, -1):
            if not names[row - 1]:
                sheet.delete_rows(row)
        book.save(tmp_path / "campaign" / "signatories-private.xlsx")
        texts = printed(run, tmp_path / "campaign", tmp_path / "out")
        assert any("we, 7 civil society organizations, write to ask the" in text for text in texts)

    def test_is_looked_at_where_the_sentence_would_not_stand(
        self, run: Run, letter: Path, tmp_path: Path
    ) -> None:
        alone = RUNNING.replace(", including 2 that have chosen", " and with us 2 that have chosen")
        letter.write_text(alone, "utf-8")
        review = run("import", letter, tmp_path / "campaign", "--json").json["review"]
        assert "import-anonymous-alone" in [spot["code"] for spot in review]
        findings = run("check", tmp_path / "campaign", "--json").json["findings"]
        assert "anonymous-none" in [finding["code"] for finding in findings]


@pytest.mark.parametrize("ending", [".txt", ".docx"])
def test_old_braces_print_as_they_stood(run: Run, tmp_path: Path, ending: str) -> None:
    old = "Fill in {{ name }} and {% if asked %} yes {% endif %}, dear group, before you sign the appeal."
    text = COUNCIL.replace("We call on the Council to refer", f"{old}\n\nWe call on the Council to refer")
    letter = tmp_path / f"old{ending}"
    if ending == ".txt":
        letter.write_text(text, "utf-8")
    else:
        lines = [line.replace("\n", " ") for line in text.split("\n\n")[:-1]]
        broken = ("Fill in {", "{ name }", "} and {% if asked %} yes {% endif %}", old[53:])
        head = [p(line) for block in lines[:3] for line in block.split("\n")]
        rest = [p(one) for block in text.split("\n\n")[6:] for one in block.splitlines()]
        Letter([*head, p(*broken), *rest]).save(letter)
    done = run("import", letter, tmp_path / "campaign", "--as", "same", "--json")
    (said,) = [spot["text"] for spot in done.json["review"] if spot["code"] == "import-braces"]
    assert said == old
    assert run("check", tmp_path / "campaign").status == 0
    (shown,) = [text for text in printed(run, tmp_path / "campaign", tmp_path / "out") if "Fill" in text]
    assert shown.replace("\u200d", "") == old


def test_an_imported_word_letter_does_not_say_whose_it_was(run: Run, tmp_path: Path) -> None:
    old = docx.Document()
    for line in COUNCIL.splitlines():
        old.add_paragraph(line)
    old.core_properties.author = "Marta Ilvane"
    old.core_properties.last_modified_by = "Marta Ilvane"
    old.save(str(tmp_path / "plain.docx"))
    settings = '<w:attachedTemplate r:id="rId9"/><w:zoom w:percent="100"/>'
    with (
        zipfile.ZipFile(tmp_path / "plain.docx") as plain,
        zipfile.ZipFile(tmp_path / "old.docx", "w") as made,
    ):
        for name in plain.namelist():
            data = plain.read(name)
            if name == "word/settings.xml":
                data = data.replace(b"<w:zoom", f"{settings}<w:zoom".encode(), 1)
            made.writestr(name, data)
        made.writestr("customXml/item9.xml", "<office>Ilvane and partners</office>")
        made.writestr(
            "word/_rels/settings.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships'
            '/attachedTemplate" Target="file://ilvane.example.org/letters.dotx" TargetMode="External"/>'
            "</Relationships>",
        )
    run("import", tmp_path / "old.docx", tmp_path / "campaign")
    with zipfile.ZipFile(tmp_path / "campaign" / "letter.docx") as letter:
        everything = b"".join(letter.read(name) for name in letter.namelist()).lower()
    assert b"ilvane" not in everything
    assert b"attachedtemplate" not in everything
    assert docx.Document(str(tmp_path / "campaign" / "letter.docx")).paragraphs[0].text


def test_where_nothing_is_doubtful_there_is_no_review(run: Run, letter: Path, tmp_path: Path) -> None:
    done = run("import", letter, tmp_path / "campaign", "--as", "same")
    lines = done.out.splitlines()
    assert lines[-2] == "Nothing is doubtful, so there is no import-review.txt."
    assert "import-review" not in lines[-1]
    assert not (tmp_path / "campaign" / "private" / "import-review.txt").exists()


def test_an_export_does_not_say_none_beside_a_warning_that_names_a_row(
    run: Run, letter: Path, tmp_path: Path
) -> None:
    letter.write_text(COUNCIL.replace("ask the Council to act", "ask with Amber Coast Union to act"), "utf-8")
    run("import", letter, tmp_path / "campaign", "--as", "same")
    run("signatories", "set", tmp_path / "campaign", "2", "--listed", "pending")
    done = run(
        "export", tmp_path / "campaign", "--to", "FRA", "--on", "2024-02-02", "--out", tmp_path / "out"
    )
    assert "A withheld name may be meant here." in done.out
    assert "(withheld, row 2)" in done.out
    assert "none found" not in done.out
    assert "none for certain; see above what may be one" in done.out
