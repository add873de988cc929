"""A campaign ends: its figures stay, and no byte of its folder tells who was not named."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from cli.terminal import TEMPLATES, Run, runner

from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.encryption import encrypt
from desktop_app.files.list_editor import new_list
from desktop_app.files.list_file import read_list

SECRETS = (
    "Quiet River",
    "QRC",
    "Hidden Orchard",
    "Meadow Keepers",
    "Ana Solvarin",
    "ana@quiet.example.org",
    "call at night",
)
ROWS = [
    Signatory(
        2, "Lantern Network", Disclosure.NAMED, acronym="LN", contact="Ana Solvarin", notes="call at night"
    ),
    Signatory(3, "Quiet River Circle", Disclosure.ANONYMOUS, acronym="QRC", email="ana@quiet.example.org"),
    Signatory(4, "Harbour Watch", Disclosure.NAMED, member_of="Lantern Network"),
    Signatory(5, "Hidden Orchard Union", Disclosure.WITHDRAWN),
    Signatory(6, "Meadow Keepers", Disclosure.NAMED, listed_as="A farmers' group"),
]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs one command."""
    return runner(capsys)


@pytest.fixture
def campaign(tmp_path: Path, run: Run) -> Path:
    """A campaign with five signatories, after a step and with its backups."""
    folder = tmp_path / "orlavia"
    run("new", folder, "--sample")
    (folder / "signatories-private.xlsx").write_bytes(new_list(ROWS))
    assert run("signatories", "set", folder, "4", "--listed", "pending").status == 0
    assert run("signatories", "set", folder, "4", "--listed", "named").status == 0
    return folder


def everything(folder: Path) -> str:
    """All text of all files below a folder, packages opened, and their names."""
    found = []
    for path in folder.rglob("*"):
        found.append(path.name)
        if path.is_file() and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as package:
                found += [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
        elif path.is_file():
            found.append(path.read_bytes().decode("utf-8", "replace"))
    return "\n".join(found)


def write_to_nobody(campaign: Path) -> None:
    """Have campaign.toml name recipients that do not exist."""
    toml = campaign / "campaign.toml"
    toml.write_text(toml.read_text("utf-8").replace('"security-council"', '"council-of-orlavia"'), "utf-8")


def test_without_confirmation_nothing_changes(campaign: Path, run: Run) -> None:
    before = {path: path.read_bytes() for path in campaign.rglob("*") if path.is_file()}
    told = run("close", campaign, "--json").json
    assert (told["closed"], told["named"], told["bare"]) == (False, 3, 2)
    assert told["erased"] == ["backups", "journal"]
    assert {path: path.read_bytes() for path in campaign.rglob("*") if path.is_file()} == before


def test_the_figures_stay_and_nobody_is_told(campaign: Path, run: Run) -> None:
    before = run("signatories", "count", campaign, "--json").json
    ran = run("close", campaign, "--confirm", "--json")
    assert ran.status == 0
    assert run("signatories", "count", campaign, "--json").json == before
    text = everything(campaign)
    assert [secret for secret in SECRETS if secret in text] == []
    assert "Lantern Network" in text
    assert Path(ran.json["export"]).is_dir()
    assert 'state = "closed"' in (campaign / "campaign.toml").read_text("utf-8")
    assert run("close", campaign, "--confirm", "--no-export").status == 0


def test_the_archive_opens_with_its_password_and_holds_all(
    campaign: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNDERSIGNED_NEW_PASSWORD", "river")
    archive = tmp_path / "orlavia-archive.xlsx"
    before = read_list(campaign / "signatories-private.xlsx").signatories
    assert run("close", campaign, "--confirm", "--no-export", "--archive", archive).status == 0
    assert read_list(archive, password="river").signatories == before
    assert run("close", campaign, "--confirm", "--archive", archive).status == 2


def spoil_settings(campaign: Path, *, spoilt: bool) -> None:
    """Put a prompt into campaign.toml that stops every export, or take it out again."""
    toml = campaign / "campaign.toml"
    pair = ('reference = "', 'reference = "[number] ')
    toml.write_text(toml.read_text("utf-8").replace(*(pair if spoilt else pair[::-1])), "utf-8")


def test_an_export_that_is_refused_leaves_all_as_it_was_and_the_next_try_works(
    campaign: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNDERSIGNED_NEW_PASSWORD", "river under four bridges")
    archive = tmp_path / "vault.xlsx"
    spoil_settings(campaign, spoilt=True)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert run("close", campaign, "--confirm", "--archive", archive).status == 1
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    spoil_settings(campaign, spoilt=False)
    assert run("close", campaign, "--confirm", "--archive", archive).status == 0
    assert read_list(archive, password="river under four bridges").signatories


def test_an_archive_is_not_made_twice_after_a_closing_that_was_cut_short(
    campaign: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNDERSIGNED_NEW_PASSWORD", "river under four bridges")
    archive = tmp_path / "vault.xlsx"
    package = (campaign / "signatories-private.xlsx").read_bytes()
    archive.write_bytes(encrypt(package, "river under four bridges", "vault.xlsx"))
    left = archive.read_bytes()
    assert run("close", campaign, "--confirm", "--no-export", "--archive", archive).status == 0
    assert archive.read_bytes() == left


@pytest.mark.parametrize("there", [b"somebody's minutes", b"", "another password"])
def test_any_other_file_in_the_archives_place_stays(
    campaign: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bytes | str
) -> None:
    monkeypatch.setenv("UNDERSIGNED_NEW_PASSWORD", "river under four bridges")
    archive = tmp_path / "vault.xlsx"
    package = (campaign / "signatories-private.xlsx").read_bytes()
    archive.write_bytes(encrypt(package, there, "vault.xlsx") if isinstance(there, str) else there)
    left = archive.read_bytes()
    ran = run("close", campaign, "--confirm", "--no-export", "--archive", archive, "--json")
    assert ran.json["error"]["code"] == "target-exists"
    assert archive.read_bytes() == left
    assert "Quiet River" in everything(campaign)


def test_a_list_that_cannot_be_replaced_leaves_no_archive_and_an_open_campaign(
    campaign: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed(*_: object, **__: object) -> None:
        assert 'state = "closed"' in (campaign / "campaign.toml").read_text("utf-8")
        raise ProblemError("list-changed")

    monkeypatch.setenv("UNDERSIGNED_NEW_PASSWORD", "river under four bridges")
    monkeypatch.setattr("desktop_app.services.closing.replace_file", changed)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert (
        run("close", campaign, "--confirm", "--no-export", "--archive", tmp_path / "vault.xlsx").status == 2
    )
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("spoilt", "code"),
    [
        (lambda folder: spoil_settings(folder, spoilt=True), "prompt-unfilled"),
        (write_to_nobody, "unknown-body"),
    ],
)
def test_an_export_that_would_be_refused_is_announced(
    campaign: Path, run: Run, spoilt: Callable[[Path], None], code: str
) -> None:
    assert run("close", campaign).status == 0
    spoilt(campaign)
    before = {path: path.read_bytes() for path in campaign.rglob("*") if path.is_file()}
    ran = run("close", campaign, "--json")
    assert ran.status == 1
    assert {"close-export-refused", code} <= {finding["code"] for finding in ran.json["findings"]}
    assert {path: path.read_bytes() for path in campaign.rglob("*") if path.is_file()} == before
    assert not (campaign / "exports").exists()
    assert run("close", campaign, "--no-export").status == 0


@pytest.mark.parametrize(
    "command",
    [
        ("signatories", "import", "{folder}", "{answers}", "--apply", "--listed", "anonymous"),
        ("signatories", "set", "{folder}", "2", "--listed", "anonymous", "--source", "mail of Quiet River"),
        ("signatories", "duplicates", "{folder}", "--merge", "2", "4"),
        ("signatories", "duplicates", "{folder}", "--not-the-same", "2", "3"),
    ],
)
def test_a_closed_campaign_takes_no_names(
    campaign: Path, run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    answers = tmp_path / "answers.txt"
    answers.write_text("Quiet River Circle\nHidden Orchard Union\n", "utf-8")
    assert run("close", campaign, "--confirm", "--no-export").status == 0
    before = {path: path.read_bytes() for path in campaign.rglob("*") if path.is_file()}
    ran = run(*(word.format(folder=campaign, answers=answers) for word in command), "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "campaign-closed")
    assert {path: path.read_bytes() for path in campaign.rglob("*") if path.is_file()} == before


def test_after_the_end_an_export_and_a_scan_say_that_no_name_is_left_to_search_for(
    campaign: Path, run: Run, tmp_path: Path
) -> None:
    run("close", campaign, "--confirm", "--no-export")
    shown = run("export", campaign, "--to", "NOR").out
    assert "counted without a name: 1" in shown
    assert "No withheld name is in the list" in shown
    assert "none found" not in shown
    (tmp_path / "minutes.txt").write_text("Quiet River Circle", "utf-8")
    assert "No withheld name is in the list" in run("scan", campaign, tmp_path / "minutes.txt").out


def test_what_closing_cannot_reach_is_said(campaign: Path, run: Run) -> None:
    workbook = openpyxl.load_workbook(campaign / "signatories-private.xlsx")
    workbook.worksheets[0].cell(1, 25, "Phone tree")
    workbook.save(campaign / "signatories-private.xlsx")
    (campaign / "minutes.txt").write_text("Quiet River Circle asked for care", "utf-8")
    (campaign / "signatories-private (1).xlsx").write_bytes(b"PK")
    told = {finding["code"]: finding for finding in run("close", campaign, "--json").json["findings"]}
    assert "Phone tree" in told["close-own-columns"]["message"]
    assert [place["file"] for place in told["close-name-elsewhere"]["places"]] == ["minutes.txt"]
    assert "signatories-private (1).xlsx" in str(told["close-not-searched"]["places"])
    assert "close-out-of-reach" in told


def test_a_locked_list_stays_locked(campaign: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDERSIGNED_NEW_PASSWORD", "river")
    assert run("signatories", "password", campaign).status == 0
    monkeypatch.setenv("UNDERSIGNED_PASSWORD", "river")
    assert run("close", campaign, "--confirm", "--no-export").status == 0
    assert read_list(campaign / "signatories-private.xlsx", password="river").is_locked


def test_the_sample_is_closed_with_its_figures(tmp_path: Path, run: Run) -> None:
    run("new", tmp_path / "sample", "--sample")
    before = run("signatories", "count", tmp_path / "sample", "--json").json
    run("close", tmp_path / "sample", "--confirm", "--no-export")
    assert run("signatories", "count", tmp_path / "sample", "--json").json == before
    hidden = read_list(TEMPLATES / "sample" / "signatories-private.xlsx").signatories
    text = everything(tmp_path / "sample")
    names = [row.name for row in hidden if row.disclosure is Disclosure.ANONYMOUS and row.name]
    assert names
    assert [name for name in names if name in text] == []


@pytest.mark.parametrize("place", ["vault.xlsx", "exports/vault.xlsx", "private/vault.xlsx"])
def test_no_archive_lies_in_the_campaigns_own_folder(
    run: Run, campaign: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("UNDERSIGNED_NEW_PASSWORD", "river under four bridges")
    ran = run("close", campaign, "--confirm", "--no-export", "--archive", campaign / place, "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "archive-inside")
    assert not (campaign / place).exists()
    assert run("status", campaign, "--json").json["state"] != "closed"


def test_a_closed_campaign_is_not_opened_nor_given_names_unasked(run: Run, campaign: Path) -> None:
    answers = campaign.parent / "answers.csv"
    answers.write_text("Organisation,May we publish your name?\nWillow Refuge,No\n", "utf-8")
    assert run("close", campaign, "--confirm", "--no-export").status == 0
    assert run("open", campaign, "--until", "2999-01-30", "--json").json["error"]["code"] == "open-closed"
    ran = run("signatories", "import", campaign, answers, "--json")
    assert ran.json["error"]["code"] == "campaign-closed"
    toml = campaign / "campaign.toml"
    toml.write_text(toml.read_text("utf-8").replace('state = "closed"', 'state = "draft"'), "utf-8")
    findings = run("signatories", "import", campaign, answers, "--json").json["findings"]
    assert [finding["code"] for finding in findings] == ["perhaps-counted-already"]


def test_every_file_that_holds_a_name_is_said_own_files_first(run: Run, campaign: Path) -> None:
    for number in range(7):
        (campaign / f"notes {number}.txt").write_text("Quiet River Circle", "utf-8")
    for folder in ("2024-02-01 norway", "2024-02-02 chad"):
        (campaign / "exports" / folder).mkdir(parents=True)
        for name in ("a.txt", "b.txt"):
            (campaign / "exports" / folder / name).write_text("Quiet River Circle", "utf-8")
    (campaign / "signatories-private (1).xlsx").write_bytes(
        (campaign / "signatories-private.xlsx").read_bytes()
    )
    ran = run("close", campaign, "--no-export", "--json").json
    places = {finding["code"]: [place["file"] for place in finding["places"]] for finding in ran["findings"]}
    assert places["close-name-elsewhere"] == [
        *(f"notes {number}.txt" for number in range(7)),
        "signatories-private (1).xlsx",
        "exports/2024-02-01 norway/",
        "exports/2024-02-02 chad/",
    ]
    assert "close-not-searched" not in places
    assert "and 5 more" not in run("close", campaign, "--no-export").out
