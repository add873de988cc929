"""A campaign whose petition is a file: its figures are counted, printed, and no name of it is."""

import io
import zipfile
from pathlib import Path

import pytest
from cli.terminal import TEMPLATES, Run
from letters import Letter, p

from desktop_app.services.opening import make_campaign

ROWS = [
    f"p{number}@example.org,Petra Wick {number},{'Norway' if number % 2 else 'PER'}" for number in range(1234)
]
PETITION = "\n".join(["E-mail,Name,Country", *ROWS, ROWS[0], "q@example.org,Quin Farrow,Atlantis"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "appeal"
    make_campaign(TEMPLATES, folder, sample=True)
    (folder / "petition.csv").write_text(PETITION, "utf-8")
    paragraphs = [
        p("An appeal by {{ petition.people|over }} people from {{ petition.countries|number }} countries."),
        p("{{ signatories }}"),
    ]
    Letter(paragraphs).save(folder / "letter.docx")
    say(folder, 'petition = {file = "petition.csv", date = 2024-01-15}')
    return folder


def say(folder: Path, petition: str) -> None:
    path = folder / "campaign.toml"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("petition")]
    path.write_text("\n".join([petition, *lines]), "utf-8")


def codes(run: Run, folder: Path) -> dict[str, dict[str, object]]:
    return {finding["code"]: finding for finding in run("check", folder, "--json").json["findings"]}


def test_its_figures_are_shown_and_what_was_not_counted(run: Run, folder: Path) -> None:
    shown = run("status", folder, "--json").json["petition"]
    assert shown == {"people": 1235, "countries": 2, "date": "2024-01-15"}
    assert (
        "Petition: 1235 people, 2 countries and territories. Date: 2024-01-15." in run("status", folder).out
    )
    found = codes(run, folder)
    assert "1236 rows" in str(found["petition-not-counted"]["message"])
    assert "not known: 1." in str(found["petition-country-unknown"]["message"])


def test_a_campaign_without_one_says_so(run: Run, folder: Path) -> None:
    say(folder, "")
    assert run("status", folder, "--json").json["petition"] is None
    assert "Petition" not in run("status", folder).out
    assert codes(run, folder)["petition-missing"]["severity"] == "error"


def test_the_letter_prints_the_figures_and_no_name(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ran = run("export", folder, "--to", "NOR", "--language", "en", "--out", out)
    assert ran.status == 0, ran.err
    texts = []
    for file in out.rglob("*.docx"):
        with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as package:
            texts += [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
    everything = "".join(texts) + ran.out + ran.err
    assert "over 1,200" in everything
    assert "Petra" not in everything
    assert "Quin" not in everything


def test_no_name_of_it_is_shown(run: Run, folder: Path) -> None:
    for command in ("status", "check"):
        for options in ((), ("--json",)):
            ran = run(command, folder, *options)
            assert not any(
                name in ran.out + ran.err for name in ("Petra", "Quin", "Atlantis", "@example.org")
            )


def test_typed_figures_are_held_against_the_file(run: Run, folder: Path) -> None:
    say(folder, 'petition = {file = "petition.csv", people = 1235, countries = 2, date = 2024-01-15}')
    assert "petition-differs" not in codes(run, folder)
    say(folder, 'petition = {file = "petition.csv", people = 1300, countries = 2, date = 2024-01-15}')
    finding = codes(run, folder)["petition-differs"]
    assert (finding["severity"], finding["places"]) == (
        "error",
        [{"file": "campaign.toml", "part": "petition.people", "paragraph": None, "row": None}],
    )
    assert run("export", folder, "--to", "NOR", "--language", "en").status == 1


def test_closing_says_that_it_stays(run: Run, folder: Path) -> None:
    found = {finding["code"]: finding for finding in run("close", folder, "--json").json["findings"]}
    assert found["close-petition-stays"]["places"][0]["file"] == "petition.csv"


def test_countries_may_be_typed_where_the_file_does_not_ask(run: Run, folder: Path) -> None:
    (folder / "petition.csv").write_text("Name\nPetra Wick\n", "utf-8")
    assert codes(run, folder)["petition-missing"]["severity"] == "error"
    say(folder, 'petition = {file = "petition.csv", countries = 1}')
    assert run("status", folder, "--json").json["petition"] == {"people": 1, "countries": 1, "date": None}
    assert "petition-missing" not in codes(run, folder)


@pytest.mark.parametrize(
    ("petition", "content", "code", "file"),
    [
        ('{file = "nowhere.csv"}', None, "file-missing", "nowhere.csv"),
        ('{file = "../petition.csv"}', None, "path-outside", "campaign.toml"),
        ('{file = "/petition.csv"}', None, "path-outside", "campaign.toml"),
        ('{file = "petition.csv"}', "", "header-missing", "petition.csv"),
        ('{file = "petition.csv"}', "Petra Wick,Norway\n", "header-missing", "petition.csv"),
        ('{file = "petition.csv"}', "Name,Country\n", "petition-empty", "petition.csv"),
        ('{file = "petition.csv"}', 'Name\n"Petra', "csv-row-broken", "petition.csv"),
        ("{file = 7}", None, "campaign-wrong-type", "campaign.toml"),
        ('{file = ""}', None, "campaign-key-missing", "campaign.toml"),
        ('{file = "petition.csv", people = "many"}', None, "campaign-wrong-type", "campaign.toml"),
    ],
)
def test_a_file_that_cannot_be_counted_gets_one_sentence(
    run: Run, folder: Path, petition: str, content: str | None, code: str, file: str
) -> None:
    if content is not None:
        (folder / "petition.csv").write_text(content, "utf-8")
    say(folder, f"petition = {petition}")
    for command in (("status",), ("check",), ("export", "--to", "NOR")):
        ran = run(command[0], folder, *command[1:], "--json")
        assert (ran.status, ran.json["error"]["code"]) == (2, code)
        assert ran.json["error"]["place"]["file"] == file
        assert ran.err.count("\n") == 1
