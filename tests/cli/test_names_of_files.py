"""Files and their parts may be called after an organisation that is not to be named; no output names it."""

import os
import sys
import zipfile
from pathlib import Path

import pytest
from cli.terminal import Run
from files.packages import zipped

from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.list_editor import new_list

NAME = "Lantern House Harrow"
COVERED = "(hidden, row 3)"
ROWS = [
    Signatory(2, "Harbour Watch", Disclosure.NAMED),
    Signatory(3, NAME, Disclosure.ANONYMOUS),
]


@pytest.fixture
def campaign(tmp_path: Path, run: Run) -> Path:
    """A campaign in which one of two signatories is not to be named."""
    folder = tmp_path / "orlavia"
    run("new", folder, "--sample")
    (folder / "signatories-private.xlsx").write_bytes(new_list(ROWS))
    return folder


def shown(run: Run, *arguments: str | Path) -> str:
    """Everything that a command prints, for people and for programs."""
    printed = ""
    for way in ((), ("--json",)):
        ran = run(*arguments, *way)
        printed += ran.out + ran.err
    return printed


def test_a_member_of_an_archive_goes_by_the_row_that_it_is_called_after(
    run: Run, campaign: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "post.zip"
    archive.write_bytes(zipped({f"{NAME}.rar": b"\0\1\2", f"{NAME}.txt": NAME}))
    assert NAME not in shown(run, "scan", campaign, archive)
    ran = run("scan", campaign, archive)
    assert ran.status == 3
    assert f"{archive}, {COVERED}: not checked" in ran.out
    told = run("scan", campaign, archive, "--json").json
    assert [(hit["part"], hit["row"]) for hit in told["hits"]] == [(None, 3), (COVERED, 3)]
    assert [one["part"] for one in told["unread_because"]] == [COVERED]


def test_a_file_found_below_a_folder_goes_by_the_row_and_a_path_that_was_typed_stays(
    run: Run, campaign: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "post" / NAME
    folder.mkdir(parents=True)
    (folder / f"{NAME}.rar").write_bytes(b"\0\1\2")
    (folder / "notes.txt").write_text(NAME, "utf-8")
    assert NAME not in shown(run, "scan", campaign, folder.parent)
    told = run("scan", campaign, folder.parent, "--json").json
    assert told["unread"] == [str(folder.parent / COVERED / COVERED)]
    assert str(folder.parent / COVERED / "notes.txt") in {hit["file"] for hit in told["hits"]}
    typed = folder / f"{NAME}.rar"
    assert run("scan", campaign, typed, "--json").json["unread"] == [str(typed)]


def test_closing_names_no_file_after_anybody_and_says_why_one_was_not_searched(
    run: Run, campaign: Path
) -> None:
    (campaign / f"{NAME}.rar").write_bytes(b"\0\1\2")
    (campaign / "empty.docx").write_bytes(b"")
    (campaign / "private").mkdir(exist_ok=True)
    (campaign / "private" / f"{NAME}.odt").write_bytes(zipped({"mimetype": "x"}))
    assert NAME not in shown(run, "close", campaign, "--no-export")
    said = run("close", campaign, "--no-export").out
    assert "empty.docx: not checked: it is empty." in said
    assert f"{COVERED}: not checked: it is of a kind" in said
    told = run("close", campaign, "--no-export", "--json").json
    assert [(one["file"], one["reason"]) for one in told["unread_because"]] == [
        (COVERED, "unknown-kind"),
        ("empty.docx", "empty"),
    ]
    assert told["erased"] == [COVERED]


@pytest.mark.parametrize("part", [f"{NAME}.xml", f"word/{NAME}.xml", f"word/embeddings/{NAME}.xml"])
@pytest.mark.parametrize("command", ["check", "status", "export", "scan"])
def test_a_letter_that_is_refused_for_a_part_does_not_name_it(
    run: Run, campaign: Path, part: str, command: str
) -> None:
    with zipfile.ZipFile(campaign / "letter.docx", "a") as package:
        package.writestr(part, "<!DOCTYPE a><a/>")
    ran = run(command, campaign, *([campaign / "campaign.toml"] if command == "scan" else []), "--json")
    assert ran.status in (0, 2)
    assert NAME not in ran.out + ran.err
    assert command == "status" or ran.json["error"]["code"] == "file-hostile"


def test_a_letter_to_import_is_refused_without_the_name_of_its_part(
    run: Run, campaign: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(campaign / "letter.docx", "a") as package:
        package.writestr(f"word/{NAME}.xml", "<!DOCTYPE a><a/>")
    assert NAME not in shown(run, "import", campaign / "letter.docx", tmp_path / "new")


def test_the_date_of_the_programs_own_letters_is_no_part_of_a_name(
    run: Run, campaign: Path, tmp_path: Path
) -> None:
    settings = campaign / "campaign.toml"
    settings.write_text(settings.read_text("utf-8").replace("2024-02-01", "2024-07-19"), "utf-8")
    day = Signatory(3, "19 July Committee", Disclosure.ANONYMOUS)
    (campaign / "signatories-private.xlsx").write_bytes(new_list([ROWS[0], day]))
    assert run("export", campaign, "--to", "NOR", "--out", tmp_path / "letters").status == 0
    assert run("scan", campaign, tmp_path / "letters").status == 0
    (tmp_path / "minutes.txt").write_text("The 19 July Committee came.", "utf-8")
    assert run("scan", campaign, tmp_path / "minutes.txt").status != 0


_WHERE_NAMES_ARE_BYTES = pytest.mark.skipif(sys.platform != "linux", reason="names of files are text there")


def _odd(folder: Path, name: bytes) -> Path:
    """A file whose name is in no encoding that the system expects."""
    path = folder / os.fsdecode(name)
    path.write_bytes(b"")
    return path


@_WHERE_NAMES_ARE_BYTES
def test_a_file_whose_name_is_no_text_is_searched_as_others_are(
    run: Run, campaign: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "post"
    folder.mkdir()
    odd = _odd(folder, b"soci\xe9t\xe9.txt")
    odd.write_text(NAME, "utf-8")
    (folder / "other.txt").write_text(NAME, "utf-8")
    _odd(folder, NAME.replace(" ", "\u00a0").encode("cp1252") + b".txt").write_bytes(b"x")
    shown_as = [str(folder / "soci\ufffdt\ufffd.txt"), str(folder / "other.txt"), str(folder / COVERED)]
    told = run("scan", campaign, folder, "--json").json
    assert sorted(hit["file"] for hit in told["hits"]) == sorted(shown_as)
    assert [hit["file"] for hit in run("scan", campaign, odd, "--json").json["hits"]] == shown_as[:1]
    ran = run("scan", campaign, folder)
    assert ran.status == 3
    assert shown_as[0] in ran.out


@_WHERE_NAMES_ARE_BYTES
def test_answers_in_a_file_whose_name_is_no_text_are_brought(
    run: Run, campaign: Path, tmp_path: Path
) -> None:
    answers = _odd(tmp_path, b"answers \xff.csv")
    answers.write_text("Name\nWillow Fund\n", "utf-8")
    assert run("signatories", "import", campaign, answers, "--apply").status == 0
    again = run("signatories", "import", campaign, answers, "--apply", "--json").json
    assert (again["new"], again["unchanged"]) == ([], 1)
