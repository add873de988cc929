"""The terminal's contract: what each command prints, and its exit status."""

import csv
import hashlib
import re
import zipfile
from argparse import ArgumentParser, _SubParsersAction
from pathlib import Path

import docx
import openpyxl
import pytest
from cli.terminal import Run
from files.workbooks import workbook

from desktop_app.cli import COMMANDS
from desktop_app.cli.arguments import parser
from desktop_app.cli.main import command_of

FRENCH = {"DZA", "FRA", "CHE"}


def commands_of(parser: ArgumentParser) -> list[str]:
    """All that can be typed, with its second word where it has one."""
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            below = {name: commands_of(one) for name, one in action.choices.items()}
            return [f"{name} {more}".strip() for name, mores in below.items() for more in mores]
    return [""]


@pytest.mark.parametrize("name", commands_of(parser()))
def test_each_command_is_there_when_it_is_asked_for(name: str) -> None:
    assert name.split(maxsplit=1)[0] in COMMANDS
    assert callable(command_of(name))


def edit(campaign: Path, old: str, new: str) -> None:
    settings = campaign / "campaign.toml"
    text = settings.read_text("utf-8")
    assert old in text
    settings.write_text(text.replace(old, new, 1), "utf-8")


def letter(campaign: Path, *paragraphs: str, name: str = "letter.docx") -> None:
    """Replace a letter of the campaign by one with these paragraphs."""
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.save(str(campaign / name))


def withheld_name(campaign: Path) -> str:
    sheet = openpyxl.load_workbook(campaign / "signatories-private.xlsx").active
    assert sheet is not None
    headers = [cell.value for cell in sheet[1]]
    listed, name = headers.index("Listed"), headers.index("Name")
    return next(
        str(row[name]) for row in sheet.iter_rows(min_row=2, values_only=True) if row[listed] == "anonymous"
    )


def texts(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def test_templates_are_listed_without_the_sample(run: Run) -> None:
    ran = run("templates", "--json")
    assert ran.status == 0
    assert ran.json["templates"] == [
        "anniversary-statement",
        "government-joint-statement",
        "member-states-open-letter",
        "security-council-letter",
        "special-session-call",
    ]


@pytest.mark.parametrize("arguments", [("--sample",), ("--template", "special-session-call"), ()])
def test_new_makes_a_whole_campaign(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    folder = tmp_path / "letters" / "mine"
    assert run("new", folder, *arguments).status == 0
    assert {"campaign.toml", "letter.docx", "signatories-private.xlsx"} <= {p.name for p in folder.iterdir()}
    assert [path.name for path in folder.parent.iterdir()] == ["mine"]


def test_new_leaves_what_is_there_alone(run: Run, sample: Path) -> None:
    before = sorted(path.name for path in sample.iterdir())
    ran = run("new", sample, "--json")
    assert ran.status == 2
    assert ran.json["error"]["code"] == "target-exists"
    assert sorted(path.name for path in sample.iterdir()) == before


def test_the_sample_is_ready_to_go(run: Run, sample: Path) -> None:
    status = run("status", sample, "--json").json
    assert status["languages"] == ["en", "fr", "es"]
    assert status["count"]["total"] == 486
    assert status["findings"]["error"] == status["findings"]["warning"] == 0
    ran = run("check", sample, "--json")
    assert ran.status == 0
    assert {finding["severity"] for finding in ran.json["findings"]} == {"note"}


@pytest.mark.parametrize(
    ("way", "total", "named"), [("with-members", 486, 402), ("once", 445, 361), ("members-only", 481, 397)]
)
def test_the_three_ways_of_counting(run: Run, sample: Path, way: str, total: int, named: int) -> None:
    edit(sample, 'counts = "with-members"', f'counts = "{way}"')
    count = run("signatories", "count", sample, "--json").json
    assert (count["way"], count["total"], count["named"], count["anonymous"]) == (way, total, named, 84)
    assert (count["top_level"], count["members"], count["umbrellas"]) == (361, 41, 5)
    assert count["claimed"] is None


def test_a_claim_that_no_plain_way_gives_is_explained(run: Run, sample: Path) -> None:
    edit(sample, 'counts = "with-members"', 'counts = "once"\nclaimed = {total = 462, anonymous = 84}')
    ran = run("check", sample, "--json")
    assert ran.status == 0
    (finding,) = [f for f in ran.json["findings"] if f["code"] == "claim-mixture"]
    assert finding["severity"] == "warning"
    assert finding["places"][0]["file"] == "campaign.toml"
    assert "with-members" in finding["message"]
    assert run("signatories", "count", sample, "--json").json["claimed"] == {"total": 462, "anonymous": 84}


def test_export_writes_a_letter_for_each_member_of_the_council(run: Run, sample: Path) -> None:
    ran = run("export", sample, "--json")
    assert ran.status == 0
    files = ran.json["files"]
    assert {file["recipient"] for file in files if file["language"] == "fr"} == FRENCH
    assert [file["recipient"] for file in files if file["language"] == "es"] == ["ECU"]
    assert sum(file["language"] == "en" for file in files) == 11
    folder = Path(files[0]["path"]).parent
    assert folder == (sample / "exports" / "2024-02-01 security-council").resolve()
    for file in files:
        assert hashlib.sha256(Path(file["path"]).read_bytes()).hexdigest() == file["sha256"]
    assert ran.json["guard"] == {"files": 16, "names": 84, "hits": 0}
    assert set(ran.json["seconds"]) == {"merge", "write", "guard", "convert"}
    with (folder / "register.csv").open(encoding="utf-8-sig", newline="") as register:
        rows = list(csv.DictReader(register))
    assert {(row["file"], row["sha256"]) for row in rows} == {
        (Path(f["path"]).name, f["sha256"]) for f in files
    }
    assert not list((sample / "exports").glob(".*"))


def test_an_exported_letter_says_what_the_list_says(run: Run, sample: Path) -> None:
    files = {f["recipient"]: Path(f["path"]) for f in run("export", sample, "--json").json["files"]}
    japan, algeria, ecuador = texts(files["JPN"]), texts(files["DZA"]), texts(files["ECU"])
    assert "The Permanent Representative of Japan\nto the United Nations\n" in japan
    assert "New York, 1 February 2024" in japan
    assert "we, 486 civil society organizations" in japan
    assert "including 84 that have chosen not to disclose their names" in japan
    assert "Please accept, Excellency, the assurances of our highest consideration." in japan
    assert "Mission permanente de l’Algérie\nauprès de l’Organisation des Nations Unies" in algeria
    assert "New York, le 1er février 2024" in algeria
    assert "dont 84 ont choisi de ne pas divulguer leur nom" in algeria
    assert "Misión Permanente del Ecuador" in ecuador
    assert "Nueva York, 1 de febrero de 2024" in ecuador
    for path in files.values():
        with zipfile.ZipFile(path) as package:
            body = package.read("word/document.xml").decode()
            heads = [package.read(n).decode() for n in package.namelist() if re.search(r"header\d+\.xml$", n)]
        assert "{{" not in body
        assert all("1980" not in head for head in heads)
        assert withheld_name(sample) not in body
        assert heads
        assert all(re.search("Sample|Exemple|Muestra|Ejemplo", head) for head in heads)


def test_exporting_again_never_overwrites(run: Run, sample: Path) -> None:
    first = run("export", sample, "--json").json["files"]
    second = run("export", sample, "--json").json["files"]
    assert Path(second[0]["path"]).parent.name == "2024-02-01 security-council 2"
    assert [file["sha256"] for file in first] == [file["sha256"] for file in second]


def test_export_into_a_folder_of_ones_own(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    assert run("export", sample, "--out", out, "--to", "JPN", "MLT").status == 0
    assert {path.suffix for path in out.iterdir()} == {".docx", ".csv"}
    again = run("export", sample, "--out", out, "--json")
    assert again.status == 2
    assert again.json["error"]["code"] == "target-exists"


def test_all_member_states_but_the_one_the_letter_is_about(run: Run, sample: Path, tmp_path: Path) -> None:
    edit(sample, 'title = "', 'about = ["MMR"]\ntitle = "')
    ran = run("export", sample, "--to", "member-states", "--out", tmp_path / "out", "--json")
    assert len(ran.json["files"]) == 192
    assert "MMR" not in {file["recipient"] for file in ran.json["files"]}
    assert any(f["code"] == "left-out" and "MMR" in f["message"] for f in ran.json["findings"])


def test_to_the_council_as_one_and_to_its_president(run: Run, sample: Path, tmp_path: Path) -> None:
    one = run("export", sample, "--as", "body", "--out", tmp_path / "one", "--json").json["files"]
    assert [(file["recipient"], file["language"]) for file in one] == [("security-council", "en")]
    assert "To Members of the United Nations Security Council" in texts(Path(one[0]["path"]))
    head = run("recipients", sample, "--as", "president", "--json").json["recipients"]
    assert [recipient["iso3"] for recipient in head] == ["GUY"]


def test_a_draft_says_so_on_every_page(run: Run, sample: Path, tmp_path: Path) -> None:
    letter(sample, "To [the Council]", "{{ signatories }}")
    refused = run("export", sample, "--language", "en", "--json")
    assert refused.status == 1
    assert refused.json["error"]["code"] == "export-refused"
    assert not (sample / "exports").exists()
    ran = run("export", sample, "--language", "en", "--draft", "--out", tmp_path / "out", "--json")
    assert ran.status == 0
    made = docx.Document(ran.json["files"][0]["path"])
    assert made.sections[0].header.paragraphs[0].text.startswith("Draft")


def test_a_withheld_name_typed_into_the_letter_stops_the_export(run: Run, sample: Path) -> None:
    name = withheld_name(sample)
    letter(sample, "Excellency,", f"We thank {name.upper()} for its work.", "{{ signatories }}")
    ran = run("export", sample, "--json")
    assert ran.status == 3
    assert ran.json["error"]["code"] == "export-leaks"
    assert ran.json["error"]["place"]["paragraph"] == 2
    assert not (sample / "exports").exists()
    assert name.casefold() not in (ran.out + ran.err).casefold()
    checked = run("check", sample, "--json")
    assert checked.status == 1
    assert checked.json["findings"][0]["code"] == "withheld-name"


def test_a_draft_is_told_from_a_finished_letter_by_every_name(run: Run, sample: Path) -> None:
    ran = run("export", sample, "--to", "FRA", "JPN", "--draft", "--formats", "docx,zip,html,txt", "--json")
    files = [Path(file["path"]) for file in ran.json["files"]]
    assert len(files) == 7
    assert all(path.name.startswith("DRAFT ") for path in files)
    assert {path.parent.name for path in files} == {"2024-02-01 FRA, JPN DRAFT"}
    with (files[0].parent / "register.csv").open(encoding="utf-8-sig") as register:
        assert all(row["file"].startswith("DRAFT ") for row in csv.DictReader(register))
    with zipfile.ZipFile(next(path for path in files if path.suffix == ".zip")) as archive:
        assert all(name.startswith("DRAFT ") for name in archive.namelist())
    pages = [path.read_text("utf-8") for path in files if path.suffix in (".html", ".txt")]
    assert all("draft" in page.lower() or "projet" in page.lower() for page in pages)
    final = run("export", sample, "--to", "FRA", "JPN", "--json").json["files"][0]
    assert Path(final["path"]).parent.name == "2024-02-01 FRA, JPN"
    assert "DRAFT" not in final["path"]


def test_scan_says_of_each_file_why_it_was_not_searched(run: Run, sample: Path, tmp_path: Path) -> None:
    for name, data in (("empty.docx", b""), ("cut.docx", b"PK\3\4 cut"), ("film.mov", b"\0\1\2")):
        (tmp_path / name).write_bytes(data)
    files = [tmp_path / name for name in ("empty.docx", "cut.docx", "film.mov")]
    said = run("scan", sample, *files)
    assert said.status == 2
    for path, words in zip(files, ("it is empty", "it is damaged", "it is of a kind"), strict=True):
        assert f"{path}: not checked: {words}" in said.out
    told = run("scan", sample, *files, "--json").json
    assert [one["reason"] for one in told["unread_because"]] == ["empty", "damaged", "unknown-kind"]
    assert told["unread"] == [str(path) for path in files]


def test_scan_ends_with_how_many_files_were_searched_and_how_many_were_not(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    clean, odd = tmp_path / "clean.txt", tmp_path / "film.mov"
    clean.write_text("Nothing here.", "utf-8")
    odd.write_bytes(b"\0\1\2")
    one, both, none = (run("scan", sample, *files).out for files in ([clean], [clean, odd], [odd]))
    assert one.splitlines()[-1] == "1 file searched for 84 withheld names: 0 found."
    said = "files searched in full for 84 withheld names: 0 found. Not checked, or not all of them: 1."
    assert both.splitlines()[-1] == f"1 of 2 {said}"
    assert none.splitlines()[-1].startswith("0 of 1 file searched in full")


def test_scan_finds_a_withheld_name(run: Run, sample: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean.txt"
    clean.write_text("Nothing here.", "utf-8")
    assert run("scan", sample, clean).status == 0
    dirty = tmp_path / "folder" / "dirty.txt"
    dirty.parent.mkdir()
    dirty.write_text(f"and {withheld_name(sample)}, too", "utf-8")
    ran = run("scan", sample, clean, dirty.parent, "--json")
    assert ran.status == 3
    (hit,) = ran.json["hits"]
    assert (hit["file"], hit["form"]) == (str(dirty), "name")
    assert ran.json["files"] == 2
    assert withheld_name(sample) not in ran.out


def test_what_cannot_be_read_is_never_called_clean(run: Run, sample: Path, tmp_path: Path) -> None:
    odd = tmp_path / "picture.heic"
    odd.write_bytes(b"\0\1\2\3")
    ran = run("scan", sample, odd, "--json")
    assert ran.status == 2
    assert ran.json["unread"] == [str(odd)]


def test_the_list_shows_rows_in_place_of_withheld_names(run: Run, sample: Path) -> None:
    name = withheld_name(sample)
    hidden = run("signatories", "list", sample, "--json")
    assert name not in hidden.out
    masked = [row for row in hidden.json["signatories"] if row["listed"] == "anonymous"]
    assert len(masked) == 84
    assert all(row["name"] == f"(withheld, row {row['row']})" and row["country"] is None for row in masked)
    assert name in run("signatories", "list", sample, "--show-withheld").out
    assert name not in run("signatories", "list", sample).out


def test_a_group_that_is_a_withheld_name_is_not_shown(run: Run, sample: Path) -> None:
    header = ["Name", "Group", "Listed"]
    rows = [["Lantern House", "", "anonymous"], ["Reed Watch", "Lantern House", "named"]]
    workbook(sample / "signatories-private.xlsx", [header, *rows, ["Heron Fund", "Friends", "named"]])
    ran = run("signatories", "list", sample, "--json")
    assert "Lantern" not in ran.out
    assert [row["group"] for row in ran.json["signatories"]] == [None, None, "Friends"]


@pytest.mark.parametrize("ending", [".txt", ".html", ".xlsx", ".docx"])
def test_the_named_rows_as_a_file(run: Run, sample: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"named{ending}"
    ran = run("list", sample, "--out", out, "--json")
    assert ran.status == 0
    assert ran.json["named"] == 402
    assert run("scan", sample, out).status == 0
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    if ending == ".xlsx":
        sheet = openpyxl.load_workbook(out).active
        assert sheet is not None
        assert sheet.max_row == 403
    again = run("list", sample, "--out", out)
    assert again.status == 2


def test_recipients_without_a_campaign(run: Run) -> None:
    ran = run("recipients", "--to", "security-council", "--on", "2024-02-01", "--json")
    assert ran.status == 0
    assert ran.json["on"] == "2024-02-01"
    assert len(ran.json["recipients"]) == 15
    france = next(r for r in ran.json["recipients"] if r["iso3"] == "FRA")
    assert france["language"] == "fr"
    assert france["address"][0] == "Mission permanente de la France"
    assert set(france) == {
        *("iso3", "name", "state", "formal_state", "language"),
        *("address", "salutation", "vocative", "closing"),
    }


def test_address_of_one_state(run: Run) -> None:
    ecuador = run("address", "ECU", "--gender", "f", "--name", "Ana Ejemplo", "--json").json
    assert ecuador["address"][0] == "Excma. Sra. Ana Ejemplo"
    assert ecuador["salutation"] == "Excelentísima señora Embajadora:"
    assert "Excelentísima señora Embajadora:" in run("address", "ECU", "--gender", "f", "--name", "Ana").out


def test_a_password_is_never_an_argument(run: Run) -> None:
    assert run("check", "folder", "--password", "secret").status == 2
