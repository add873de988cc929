"""The terminal opens a letter for signature, and says what changed since."""

import datetime as dt
import json
from pathlib import Path

import pytest
from cli.terminal import Ran
from files.workbooks import workbook
from letters import lines_of
from signing import HEADER, NOW, Campaign

from desktop_app.bootstrap import bootstrap
from desktop_app.cli.main import main
from desktop_app.files.kept_copies import keep_export
from desktop_app.files.reference_data import Reference

VERSION = "1 (2024-01-28 18:04)"


@pytest.fixture
def campaign(tmp_path: Path, reference: Reference) -> Campaign:
    return Campaign(tmp_path, reference)


class Terminal:
    """Runs commands at a fixed time."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self._program = bootstrap(today=NOW.date, now=lambda: NOW)

    def __call__(self, *arguments: object) -> Ran:
        status = main([str(argument) for argument in arguments], self._program)
        said = self._capsys.readouterr()
        return Ran(status, said.out, said.err)


@pytest.fixture
def at(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


def test_opening_says_what_is_to_be_sent_out(at: Terminal, campaign: Campaign) -> None:
    ran = at("open", campaign.folder, "--until", "2024-01-30", "--json")
    assert ran.status == 0
    folder = campaign.folder.resolve() / "exports" / "sign-on text 1 until 2024-01-30"
    assert ran.json == {
        "state": "open",
        "until": "2024-01-30",
        "version": VERSION,
        "new_version": True,
        "files": [str(folder / "reading-copy.en.docx"), str(folder / "sign-on-call.en.txt")],
        "findings": [],
        "guard": {"files": 2, "names": 0, "hits": 0},
    }
    again = at("open", campaign.folder, "--until", "2024-01-30T18:00")
    assert "The text is still 1 (2024-01-28 18:04)." in again.out
    assert "Open for signature until 2024-01-30T18:00." in at("status", campaign.folder).out
    status = at("status", campaign.folder, "--json").json
    assert (status["state"], status["until"], status["text_version"]) == ("open", "2024-01-30T18:00", VERSION)


@pytest.mark.parametrize(
    ("until", "status", "said"),
    [
        ("soon", 2, "“soon” is no deadline. Write it as 2024-01-30 or 2024-01-30T18:00."),
        ("2024-01-27", 2, "The deadline 2024-01-27 is over. Name one that is still to come."),
    ],
)
def test_a_deadline_that_is_none_is_one_sentence(
    at: Terminal, campaign: Campaign, until: str, status: int, said: str
) -> None:
    ran = at("open", campaign.folder, "--until", until)
    assert (ran.status, ran.err) == (status, f"{said}\n")
    assert not (campaign.folder / "private").exists()


def test_a_text_that_is_not_finished_is_refused_with_its_place(at: Terminal, campaign: Campaign) -> None:
    campaign.write("We ask [whom?] to act.")
    ran = at("open", campaign.folder, "--until", "2024-01-30", "--json")
    assert ran.status == 1
    assert ran.json["error"]["code"] == "export-refused"
    assert [finding["code"] for finding in ran.json["findings"]] == ["prompt-unfilled"]


def test_the_sample_is_opened_in_its_three_languages(at: Terminal, sample: Path) -> None:
    ran = at("open", sample, "--until", "2024-01-30", "--json")
    assert ran.status == 0
    assert ran.json["guard"] == {"files": 6, "names": 84, "hits": 0}
    copy = next(path for path in ran.json["files"] if path.endswith("reading-copy.fr.docx"))
    (said,) = [line for line in lines_of(Path(copy).read_bytes()) if line.startswith("Lettre signée par")]
    assert said.startswith("Lettre signée par [nombre] organisations de la société civile, dont [nombre] ont")


def test_what_changed_in_the_text_is_shown(at: Terminal, campaign: Campaign) -> None:
    campaign.list_is([["Lantern House", "named", "", "", VERSION]])
    at("open", campaign.folder, "--until", "2024-01-30")
    campaign.write("We ask the Council to act now.")
    ran = at("changes", campaign.folder, "--json")
    assert ran.status == 0
    change = {
        "part": "body",
        "paragraph": 1,
        "kind": "changed",
        "before": "We ask the Council to act.",
        "after": "We ask the Council to act now.",
    }
    assert ran.json["text"] == [
        {"version": VERSION, "language": "en", "signed_before": 1, "changes": [change]}
    ]
    assert ran.json["list"] is None
    assert [finding["code"] for finding in ran.json["findings"]] == ["text-changed-since-signed"]
    said = at("changes", campaign.folder).out
    assert "Text 1 (2024-01-28 18:04), en: 1 sign-on." in said
    assert "    text, paragraph 1: changed\n        - We ask the Council to act.\n" in said
    assert "text-changed-since-signed" in at("check", campaign.folder, "--json").out


def test_before_it_was_opened_there_is_nothing_to_compare(at: Terminal, campaign: Campaign) -> None:
    assert at("changes", campaign.folder).out == "No text was opened for signature yet.\n"


def exported(campaign: Campaign, rows: list[list[str]]) -> None:
    """An export went out with these rows."""
    path = workbook(campaign.folder / "then.xlsx", [HEADER, *rows])
    keep_export(campaign.folder, "norway", path.read_bytes(), NOW - dt.timedelta(days=1))
    path.unlink()


def test_what_changed_in_the_list_is_shown_and_nobody_who_is_not_named_now(
    at: Terminal, campaign: Campaign
) -> None:
    exported(
        campaign,
        [
            ["Lantern House", "named", "", "", ""],
            ["Willow Refuge", "named", "", "", ""],
            ["Reed Watch", "named", "", "", ""],
            ["Harbor Union", "named", "", "", ""],
            ["Heron Forum", "named", "", "", ""],
        ],
    )
    campaign.list_is(
        [
            ["Lantern House", "named", "", "", ""],
            ["Willow Refuge", "anonymous", "", "", ""],
            ["Reed Watch", "named", "A group in the north", "", ""],
            ["Harbour Union", "named", "", "", ""],
            ["The Orchard Fund", "named", "", "", ""],
        ]
    )
    ran = at("changes", campaign.folder, "--since", "norway", "--json")
    assert ran.json["list"] == {
        "since": "norway",
        "added": ["The Orchard Fund"],
        "no_longer_named": ["(withheld, row 3)"],
        "gone": 1,
        "spelled": [
            {"before": "(withheld, row 4)", "after": "A group in the north"},
            {"before": "Harbor Union", "after": "Harbour Union"},
        ],
        "total": {"before": 5, "after": 5},
        "named": {"before": 5, "after": 4},
        "anonymous": {"before": 0, "after": 1},
    }
    said = at("changes", campaign.folder, "--since", "norway").out
    assert "The list since norway: 1 added, 2 no longer named." in said
    assert "In all 5 -> 5, named 5 -> 4, anonymous 0 -> 1." in said
    assert not [name for name in ("Willow", "Reed", "Heron") if name in said + ran.out]
    shown = at("changes", campaign.folder, "--since", "norway", "--show-withheld", "--json").json["list"]
    assert shown["no_longer_named"] == ["Willow Refuge"]
    assert shown["spelled"][0]["before"] == "Reed Watch"


def test_a_name_that_is_withheld_now_is_not_shown_in_an_older_text(at: Terminal, campaign: Campaign) -> None:
    campaign.write("We ask the Council to act.", "Willow Refuge saw it.")
    campaign.list_is([["Willow Refuge", "named", "", "", ""]])
    at("open", campaign.folder, "--until", "2024-01-30")
    campaign.write("We ask the Council to act.")
    campaign.list_is([["Willow Refuge", "anonymous", "", "", ""]])
    ran = at("changes", campaign.folder, "--json")
    assert [change["before"] for change in ran.json["text"][0]["changes"]] == ["(withheld, row 2)"]
    assert "Willow" not in at("changes", campaign.folder).out
    assert "Willow Refuge saw it." in at("changes", campaign.folder, "--show-withheld").out


def test_a_since_that_is_none_is_one_sentence(at: Terminal, campaign: Campaign) -> None:
    ran = at("changes", campaign.folder, "--since", "sweden", "--json")
    assert ran.status == 2
    assert ran.json["error"]["code"] == "export-unknown"
    assert "Traceback" not in ran.err


def test_an_imported_sign_on_records_the_text_it_signed(
    at: Terminal, campaign: Campaign, tmp_path: Path
) -> None:
    at("open", campaign.folder, "--until", "2024-01-30")
    form = tmp_path / "form.csv"
    form.write_text("Timestamp,Organisation\n2024-01-29 10:00:00,Lantern House\n", "utf-8")
    assert at("signatories", "import", campaign.folder, form, "--apply").status == 0
    (row,) = campaign.opened().signatories
    assert (row.name, row.text_version) == ("Lantern House", VERSION)


def test_closing_keeps_the_texts_and_looks_for_names_in_them(at: Terminal, campaign: Campaign) -> None:
    campaign.write("We ask.", "Willow Refuge saw it.")
    campaign.list_is([["Willow Refuge", "named", "", "", ""], ["Lantern House", "named", "", "", ""]])
    at("open", campaign.folder, "--until", "2024-01-30")
    campaign.write("We ask.")
    campaign.list_is([["Willow Refuge", "anonymous", "", "", ""], ["Lantern House", "named", "", "", ""]])
    findings = json.loads(at("close", campaign.folder, "--json").out)["findings"]
    (found,) = [finding for finding in findings if finding["code"] == "close-name-elsewhere"]
    assert "private/texts/1/text.json" in {place["file"] for place in found["places"]}
