"""What is decided about recipients is written down, one step each; nothing of the coordinator's is lost."""

import datetime as dt
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.domain.campaign import Request
from desktop_app.domain.recipient import Correction
from desktop_app.domain.reporting import ProblemError
from desktop_app.files.campaign_toml import campaign_in, read_campaign
from desktop_app.files.campaign_toml_edit import with_request
from desktop_app.files.recipients_table import read_corrections, read_own_list
from desktop_app.files.reference_data import Reference
from desktop_app.services.planning import correct, plan, take_file, take_pasted
from desktop_app.services.surveying import Survey, survey

COUNCIL = Request(("security-council",), on=dt.date(2024, 2, 1))
ANN = Correction(
    0,
    name="=Ann Alder",
    gender="f",
    language="fr",
    salutation="Madame,",
    address=("Alder House", "1 Elm Street & <Co>"),
    paragraph="A paragraph.",
    email="ann@example.org",
)

TABLES = {
    "one line": 'title = "Letter"\nrecipients = {to = "g7", mine = 3, on = 2024-02-01} # whom\n[text.en]\n',
    "a table": 'title = "Letter"\n[recipients]\n# whom\nto = ["g7"]\nmine = 3\n\n[text.en]\n',
    "dotted": 'title = "Letter"\nrecipients.to = "g7"\nrecipients.mine = 3\n[text.en]\n',
    "none": 'title = "Letter" # whom\n[text.en]\nmine = 3\n',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "campaign.toml").write_text('title = "Letter"\ndate = 2024-02-01\n', "utf-8")
    (tmp_path / "letter.docx").touch()
    return tmp_path


def surveyed(folder: Path, request: Request, reference: Reference) -> Survey:
    return survey(folder, read_campaign(folder), request, reference)


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES)
def test_a_request_is_written_over_the_one_before(text: str) -> None:
    data = text.encode()
    for request in (
        COUNCIL,
        Request(("FRA", "own.xlsx"), way="president", office="foreign-minister", seat="capital"),
        Request(("member-states",), leave_out=("MMR",), language="fr"),
        Request(),
    ):
        data = with_request(data, request)
        assert campaign_in(data.decode()).request == request
    assert b"mine = 3" in data
    if "dotted" not in text and "recipients.to" not in text:
        assert b"# whom" in data


def test_what_is_asked_for_already_is_no_step(folder: Path) -> None:
    step = plan(folder, COUNCIL)
    assert step is not None
    assert read_campaign(folder).request == COUNCIL
    assert step.after == (folder / "campaign.toml").read_bytes()
    assert plan(folder, COUNCIL) is None


def test_a_correction_makes_the_table_and_says_nothing_of_who_made_it(
    folder: Path, reference: Reference
) -> None:
    step = correct(folder, "FRA", ANN, reference)
    assert step is not None
    assert step.before is None
    assert read_corrections(folder / "recipients.xlsx", reference).by_key == {"FRA": replace(ANN, row=2)}
    assert correct(folder, "FRA", ANN, reference) is None
    with zipfile.ZipFile(folder / "recipients.xlsx") as parts:
        assert not any(b"openpyxl" in parts.read(name) for name in parts.namelist())


def test_every_state_is_found_again_by_the_name_it_gets(folder: Path, reference: Reference) -> None:
    for key in ("CIV", "COD", "KOR", "PRK", "TUR", "VAT", "president-security-council"):
        correct(folder, key, ANN, reference)
    found = read_corrections(folder / "recipients.xlsx", reference)
    assert list(found.by_key) == ["CIV", "COD", "KOR", "PRK", "TUR", "VAT", "president-security-council"]
    assert found.findings == ()
    assert [k for k, n in reference.names("en").items() if reference.find_state(n.running) != k] == []


def own_workbook(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["Whom we write to"])
    sheet.append(["Called by", "Country", "Address", "Address 2", "Language"])
    sheet.append(["Bea", "France", "Old House", "Paris", "French"])
    sheet.append(["Cleo", "Japan", "Cedar House", None, None])
    sheet["C3"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["F4"] = "=1+1"
    book.save(path)


def test_a_correction_in_a_table_of_her_own_keeps_all_that_is_hers(
    folder: Path, reference: Reference
) -> None:
    path = folder / "recipients.xlsx"
    own_workbook(path)
    correct(folder, "FRA", replace(ANN, address=("Elm House", "Lyon", "France")), reference)
    correct(folder, "GUY", Correction(0, name="Dan Date"), reference)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][0] == "Whom we write to"
    assert rows[2][:5] == ["Bea", "France", "Elm House", "Lyon\nFrance", "French"]
    assert rows[3][:6] == ["Cleo", "Japan", "Cedar House", None, None, "=1+1"]
    assert rows[4][1] == "Guyana"
    assert sheet["C3"].fill.fgColor.rgb == "00FFFF00"
    assert set(rows[1]) > {"Called by", "Name", "Gender", "Salutation", "Paragraph", "E-mail"}
    found = read_corrections(path, reference)
    assert found.by_key["FRA"] == replace(ANN, row=3, address=("Elm House", "Lyon", "France"))
    assert found.by_key["GUY"].name == "Dan Date"
    assert found.findings == ()


def test_who_is_left_out_stays_in_sight_with_the_reason(folder: Path, reference: Reference) -> None:
    with (folder / "campaign.toml").open("a") as file:
        file.write('about = ["GUY"]\n')
    there = surveyed(folder, replace(COUNCIL, leave_out=("FRA",)), reference)
    out = {p.state: p.left_out for p in there.prospects if p.left_out}
    assert out == {"FRA": "asked", "GUY": "about"}
    assert len(there.prospects) == 15
    (council,) = there.compositions
    assert (len(council.members), council.chair) == (15, "GUY")
    assert [len(states) for _last, states in council.elected] == [5, 5]


def test_a_mission_that_asked_for_a_language_the_campaign_lacks(folder: Path, reference: Reference) -> None:
    there = {p.state: p for p in surveyed(folder, COUNCIL, reference).prospects}
    assert (there["ECU"].recorded, there["ECU"].lacking) == ("es", "es")
    assert (there["GBR"].recorded, there["GBR"].lacking) == ("en", "")
    assert there["ECU"].as_of == dt.date(2024, 12, 18)


def test_the_president_is_corrected_by_the_office_and_cannot_be_left_out(
    folder: Path, reference: Reference
) -> None:
    (president,) = surveyed(folder, replace(COUNCIL, way="president"), reference).prospects
    assert (president.key, president.state) == ("president-security-council", "")


def test_names_of_bodies_and_states_are_taken_as_they_are(folder: Path, reference: Reference) -> None:
    text = "Security Council\n Japan\nAllemagne\n"
    assert take_pasted(folder, text, reference) == ("security-council", "JPN", "DEU")


@pytest.mark.parametrize(
    "text",
    [
        "Name\tAddress\tE-mail\nAnn Alder\tAlder House; Elm Street\tann@example.org\nBo Birch\tBirch\t\n",
        "Ann Alder\nAlder House\nElm Street\nann@example.org\n\n\nBo Birch\nBirch House\n",
    ],
    ids=["cells", "blocks"],
)
def test_pasted_recipients_become_a_list_in_the_folder(folder: Path, reference: Reference, text: str) -> None:
    (name,) = take_pasted(folder, text, reference)
    ann, bo = read_own_list(folder / name).recipients
    assert (ann.name, ann.address, ann.email) == (
        "Ann Alder",
        ("Alder House", "Elm Street"),
        "ann@example.org",
    )
    assert bo.name == "Bo Birch"
    assert take_pasted(folder, "Cleo Cedar\nDan Date", reference) == ("recipients-own-2.xlsx",)


def test_a_list_from_a_file_is_copied_once(folder: Path, reference: Reference, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    file = elsewhere / "ministers.csv"
    file.write_text("Name,Title\nAnn Alder,Minister\n", "utf-8")
    assert take_file(folder, file) == "ministers.csv"
    assert take_file(folder, file) == "ministers.csv"
    assert take_file(folder, folder / "ministers.csv") == "ministers.csv"
    file.write_text("Name,Title\nBo Birch,Minister\n", "utf-8")
    assert take_file(folder, file) == "ministers-2.csv"
    assert len(surveyed(folder, Request(("ministers.csv", "ministers-2.csv")), reference).prospects) == 2


def test_a_file_that_names_nobody_is_not_copied(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "empty.csv"
    file.write_text("Name,Title\n", "utf-8")
    with pytest.raises(ProblemError, match="own-list-empty"):
        take_file(folder, file)
    (folder / "notes.txt").touch()
    with pytest.raises(ProblemError, match="file-wrong-kind"):
        take_file(folder, folder / "notes.txt")
