"""``signatories import``: the answers of a form, shown and then brought into the list."""

from pathlib import Path

import openpyxl
import pytest
from cli.terminal import Run

from desktop_app.files.form_headings import heading_key

FORMS = Path(__file__).parents[1] / "data" / "forms"
HEAD = "Timestamp,Organisation,Country,E-mail,May we publish your organisation's name?\n"
FIRST = "2024-01-28 18:00:00,Harbour Peace Network,Norway,h@example.org,Yes\n"
SECOND = "2024-01-29 18:00:00,Lantern House,Chad,l@example.org,No\n"


@pytest.fixture
def campaign(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "campaign"
    assert run("new", folder).status == 0
    return folder


def form(campaign: Path, *rows: str, name: str = "answers.csv", head: str = HEAD) -> Path:
    path = campaign.parent / name
    path.write_text(head + "".join(rows), "utf-8")
    return path


def remembered(campaign: Path) -> list[Path]:
    """What is kept of forms: of this form, and of all answers."""
    return sorted((campaign / "private" / "forms").iterdir(), key=lambda path: path.name == "answers.json")


def listed(run: Run, campaign: Path) -> dict[str, str]:
    rows = run("signatories", "list", campaign, "--show-withheld", "--json").json["signatories"]
    return {row["name"]: row["listed"] for row in rows}


def test_nothing_changes_before_it_is_asked_for(run: Run, campaign: Path) -> None:
    before = (campaign / "signatories-private.xlsx").read_bytes()
    ran = run("signatories", "import", campaign, form(campaign, FIRST, SECOND))
    assert ran.status == 0
    assert "Nothing is changed yet. Add --apply" in ran.out
    assert "E-mail  ->  E-mail" in ran.out
    assert (campaign / "signatories-private.xlsx").read_bytes() == before
    assert not (campaign / "private").exists()


def test_a_growing_form_is_imported_again(run: Run, campaign: Path) -> None:
    first = run("signatories", "import", campaign, form(campaign, FIRST, SECOND), "--apply", "--json").json
    assert (len(first["new"]), first["unchanged"], first["applied"]) == (2, 0, True)
    assert listed(run, campaign) == {"Harbour Peace Network": "named", "Lantern House": "anonymous"}
    back = "2024-02-01 09:00:00,Harbour Peace Network,Norway,h@example.org,No\n"
    grown = form(campaign, FIRST, SECOND, back)
    again = run("signatories", "import", campaign, grown, "--apply", "--json").json
    assert (again["new"], again["changed"], again["unchanged"], again["doubtful"]) == ([], [], 2, [])
    (taken,) = again["withdrawn"]
    assert (taken["row"], taken["list_row"], taken["listed"]) == (4, 2, "anonymous")
    assert taken["fields"] == ["Listed", "Signed on", "Source"]
    assert listed(run, campaign) == {"Harbour Peace Network": "anonymous", "Lantern House": "anonymous"}
    last = run("signatories", "import", campaign, grown, "--apply", "--json").json
    assert (last["withdrawn"], last["unchanged"]) == ([], 3)


@pytest.mark.parametrize("name", ["", "-", "N/A", "test"])
def test_a_no_without_a_name_takes_the_row_of_its_address(run: Run, campaign: Path, name: str) -> None:
    run("signatories", "import", campaign, form(campaign, FIRST), "--apply")
    no = f"2024-01-30 18:00:00,{name},,H@EXAMPLE.ORG,No\n"
    ran = run("signatories", "import", campaign, form(campaign, FIRST, no), "--apply", "--json").json
    assert len(ran["withdrawn"]) == 1
    assert listed(run, campaign) == {"Harbour Peace Network": "anonymous"}


def test_an_import_that_was_taken_back_can_be_made_again(run: Run, campaign: Path) -> None:
    back = "2024-02-01 09:00:00,Harbour Peace Network,Norway,h@example.org,No\n"
    run("signatories", "import", campaign, form(campaign, FIRST, SECOND), "--apply")
    grown = form(campaign, FIRST, SECOND, back)
    run("signatories", "import", campaign, grown, "--apply")
    assert run("signatories", "undo", campaign, "--confirm").status == 0
    assert len(run("signatories", "import", campaign, grown, "--json").json["withdrawn"]) == 1
    assert run("signatories", "undo", campaign).status == 0
    assert listed(run, campaign) == {}
    again = run("signatories", "import", campaign, grown, "--apply", "--json").json
    assert (len(again["new"]), again["doubtful"]) == (2, [])
    assert listed(run, campaign) == {"Harbour Peace Network": "anonymous", "Lantern House": "anonymous"}


def test_a_row_that_is_gone_is_doubtful(run: Run, campaign: Path) -> None:
    run("signatories", "import", campaign, form(campaign, FIRST, SECOND), "--apply")
    (doubt,) = run("signatories", "import", campaign, form(campaign, SECOND), "--json").json["doubtful"]
    assert (doubt["row"], doubt["file"], doubt["code"]) == (2, "signatories-private.xlsx", "answer-gone")
    assert "was in an earlier file" in doubt["why"]


def test_what_is_withheld_goes_by_its_row_of_the_list(run: Run, campaign: Path) -> None:
    run("signatories", "import", campaign, form(campaign, SECOND), "--apply")
    later = "2024-03-01 18:00:00,Lantern House,Mali,l@example.org,No\n"
    ran = run("signatories", "import", campaign, form(campaign, FIRST, FIRST, SECOND, later))
    assert "(withheld, row 2)  (" in ran.out
    assert "Lantern" not in ran.out


@pytest.mark.parametrize("head", ["Team,Do you agree?\n", "Town,Colour\n"])
def test_a_refused_import_changes_nothing(run: Run, campaign: Path, head: str) -> None:
    before = (campaign / "signatories-private.xlsx").read_bytes()
    ran = run("signatories", "import", campaign, form(campaign, "Harbour,Yes\n", head=head), "--apply")
    assert ran.status == 2
    assert (campaign / "signatories-private.xlsx").read_bytes() == before
    assert not (campaign / "private").exists()


def test_a_file_without_headings_names_nobody(run: Run, campaign: Path) -> None:
    rows = form(campaign, "Harbour Women;named\n", "Willow Men;anonymous\n", head="")
    for how in ((), ("--apply",), ("--apply", "--listed", "named")):
        ran = run("signatories", "import", campaign, rows, "--json", *how)
        assert ran.json["error"]["code"] == "form-headings-missing"
        assert "Harbour" not in ran.out + ran.err
        assert "Willow" not in ran.out + ran.err
    assert listed(run, campaign) == {}


def test_withheld_names_are_not_printed(run: Run, campaign: Path) -> None:
    for how in ((), ("--json",), ("--apply",)):
        ran = run("signatories", "import", campaign, form(campaign, FIRST, SECOND), *how)
        assert "Lantern" not in ran.out + ran.err
        assert "(withheld, row 3 of the form)" in ran.out
        assert "Harbour Peace Network" in ran.out
    fresh = form(campaign, SECOND.replace("Lantern", "Willow"), name="other.csv")
    assert "Willow House" in run("signatories", "import", campaign, fresh, "--show-withheld").out


def test_it_is_said_whose_row_a_number_is(run: Run, campaign: Path) -> None:
    run("signatories", "add", campaign, "Willow Fund")
    run("signatories", "add", campaign, "Harbour Peace Network")
    shown = run("signatories", "import", campaign, form(campaign, FIRST, SECOND)).out
    assert "row 3 of the list  named      (withheld, row 3)" in shown
    assert "row 3 of the form  anonymous  (withheld" in shown


def test_what_is_remembered_holds_no_name(run: Run, campaign: Path) -> None:
    run("signatories", "import", campaign, form(campaign, FIRST, SECOND), "--apply")
    text = "".join(memory.read_text("utf-8") for memory in remembered(campaign)).casefold()
    assert not any(word in text for word in ("harbour", "lantern", "chad", "example.org"))
    assert "timestamp" not in text
    assert heading_key(HEAD.rpartition(",")[2]) not in text


def test_she_is_asked_once_what_a_column_is_for(run: Run, campaign: Path) -> None:
    head = "Team,Do you agree?\n"
    answers = form(campaign, "Lantern House,Yes\n", head=head)
    refused = run("signatories", "import", campaign, answers, "--json")
    assert (refused.status, refused.json["error"]["code"]) == (2, "form-consent-unsure")
    assert "--map" in refused.json["error"]["message"]
    maps = ("--map", "Team=Name", "--map", "Do you agree?=consent")
    shown = run("signatories", "import", campaign, answers, *maps, "--json").json
    assert shown["new"] == [
        {"row": 2, "list_row": None, "name": "Lantern House", "listed": "named", "fields": []}
    ]
    assert not (campaign / "private").exists()
    assert run("signatories", "import", campaign, answers).status == 2
    assert run("signatories", "import", campaign, answers, *maps, "--apply").status == 0
    assert run("signatories", "import", campaign, answers, "--json").json["unchanged"] == 1


def test_consent_given_for_one_file_is_not_consent_for_the_next(run: Run, campaign: Path) -> None:
    head = "Organisation,E-mail\n"
    first = form(campaign, "Lantern House,l@example.org\n", head=head)
    run("signatories", "import", campaign, first, "--listed", "named", "--apply")
    grown = form(campaign, "Lantern House,l@example.org\n", "Delta Women,d@example.org\n", head=head)
    again = run("signatories", "import", campaign, grown, "--apply", "--json").json
    assert (again["unchanged"], [new["listed"] for new in again["new"]]) == (1, ["pending"])
    assert listed(run, campaign) == {"Lantern House": "named", "Delta Women": "pending"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--map", "Team"), "form-map-wrong"),
        (("--map", "Team=Colour"), "form-map-wrong"),
        (("--map", "Team=Name"), "form-heading-unknown"),
        (("--listed", "withdrawn"), "disclosure-unknown"),
        (("--listed", "maybe"), "disclosure-unknown"),
    ],
)
def test_wrong_use_is_said(run: Run, campaign: Path, arguments: tuple[str, ...], code: str) -> None:
    ran = run("signatories", "import", campaign, form(campaign, FIRST), "--json", *arguments)
    assert (ran.status, ran.json["error"]["code"]) == (2, code)
    assert "Traceback" not in ran.err


def test_a_form_that_is_not_there_is_said(run: Run, campaign: Path) -> None:
    ran = run("signatories", "import", campaign, campaign / "none.csv", "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "file-missing")


def test_what_is_remembered_may_be_broken(run: Run, campaign: Path) -> None:
    answers = form(campaign, FIRST)
    run("signatories", "import", campaign, answers, "--apply")
    form_file, answer_file = remembered(campaign)
    for path, texts in (
        (form_file, ("{", "[]", '{"columns": {"a": "b"}}', "[" * 100_000)),
        (answer_file, ("{", '{"answers": {"a": 1}}', '{"fields": []}', '{"a":' * 100_000)),
    ):
        before = path.read_text("utf-8")
        for text in texts:
            path.write_text(text, "utf-8")
            ran = run("signatories", "import", campaign, answers, "--json")
            assert (ran.status, ran.json["error"]["code"]) == (2, "form-memory-broken"), text[:40]
        path.write_text(before, "utf-8")


def test_what_a_later_version_remembers_stays(run: Run, campaign: Path) -> None:
    answers = form(campaign, FIRST)
    run("signatories", "import", campaign, answers, "--apply")
    for memory in remembered(campaign):
        memory.write_text(memory.read_text("utf-8").replace("{", '{"later": 1,', 1), "utf-8")
    run("signatories", "import", campaign, answers, "--apply")
    assert all('"later": 1' in memory.read_text("utf-8") for memory in remembered(campaign))


THIRD = "2024-01-30 18:00:00,Willow Fund,Niger,w@example.org,Yes\n"
FOURTH = "2024-02-02 18:00:00,Dune Friends,Niger,d@example.org,Yes\n"


def by_hand(campaign: Path) -> None:
    """Row 2 gets another name, row 3 is emptied, row 4 waits: as it is done in Excel."""
    path = campaign / "signatories-private.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    columns = {cell.value: number for number, cell in enumerate(sheet[1], 1)}
    sheet.cell(2, columns["Name"]).value = "The Port Alliance"
    for cell in sheet[3]:
        cell.value = None
    sheet.cell(4, columns["Listed"]).value = "pending"
    book.save(path)


@pytest.mark.parametrize(
    ("head", "order"),
    [
        (HEAD, "{}"),
        (HEAD.replace("\n", ",Town\n"), "{},Zinder"),
        (HEAD.replace("May we publish", "Can we publish").replace("Country", "Your country"), "{}"),
        (HEAD.replace("E-mail", "Colour"), "{}"),
    ],
    ids=["same", "gained", "renamed", "e-mail renamed"],
)
def test_a_form_whose_questions_changed_brings_the_same_answers(
    run: Run, campaign: Path, head: str, order: str
) -> None:
    run("signatories", "import", campaign, form(campaign, FIRST, SECOND, THIRD), "--apply")
    by_hand(campaign)
    rows = [f"{order.format(row.strip())}\n" for row in (FIRST, SECOND, THIRD, FOURTH)]
    answers = form(campaign, *rows, name="again.csv", head=head)
    ran = run("signatories", "import", campaign, answers, "--apply", "--json").json
    assert [enrolment["name"] for enrolment in ran["new"]] == ["Dune Friends"]
    assert "row-gone" in [doubt["code"] for doubt in ran["doubtful"]]
    appear = {"The Port Alliance": "named", "Willow Fund": "pending", "Dune Friends": "named"}
    assert listed(run, campaign) == appear


def test_a_form_whose_questions_moved_is_the_same_form(run: Run, campaign: Path) -> None:
    head, row = "Team,Do you agree?,Country\n", "Lantern House,Yes,Chad\n"
    maps = ("--map", "Team=Name", "--map", "Do you agree?=anonymity", "--apply")
    run("signatories", "import", campaign, form(campaign, row, head=head), *maps)
    moved = form(campaign, "Mali,Yes,Dune Friends\n", head="Country,Do you agree?,Team\n")
    ran = run("signatories", "import", campaign, moved, "--json").json
    assert [enrolment["listed"] for enrolment in ran["new"]] == ["anonymous"]


def test_what_was_said_of_a_question_holds_in_a_form_that_gained_another(run: Run, campaign: Path) -> None:
    head, row = "Team,Country,Show us?\n", "Lantern House,Chad,Yes\n"
    maps = ("--map", "Team=Name", "--map", "Show us?=ignore", "--listed", "named", "--apply")
    assert run("signatories", "import", campaign, form(campaign, row, head=head), *maps).status == 0
    grown = form(campaign, "Dune Friends,Mali,Yes,Zinder\n", head="Team,Country,Show us?,Town\n")
    ran = run("signatories", "import", campaign, grown, "--json").json
    assert ran["columns"] == {"Team": "Name", "Country": "Country", "Show us?": "ignore", "Town": None}
    # That those who are not asked are named was said of another form.
    assert [enrolment["listed"] for enrolment in ran["new"]] == ["pending"]


def test_answers_of_two_forms_that_count_from_one_are_told_apart(run: Run, campaign: Path) -> None:
    head = "ID,Start time,Completion time,Organisation,May we publish your name?\n"
    one = form(campaign, "1,,2024-01-28 18:00:00,Lantern House,Yes\n", head=head, name="one.csv")
    two = form(campaign, "1,,2024-01-29 18:00:00,Willow Fund,No\n", head=head, name="two.csv")
    run("signatories", "import", campaign, one, "--apply")
    ran = run("signatories", "import", campaign, two, "--apply", "--json").json
    assert (len(ran["new"]), ran["changed"], ran["doubtful"]) == (1, [], [])
    assert listed(run, campaign) == {"Lantern House": "named", "Willow Fund": "anonymous"}


def test_an_umbrella_that_signed_for_its_members_is_one(run: Run, campaign: Path) -> None:
    head = "Name,Counts,Member of,Listed,Text version\n"
    rows = ("Umbrella Net,once,,named,2 of another\n", "A House,,Umbrella Net,named,\n")
    answers = form(campaign, *rows, "B House,,Umbrella Net,named,\n", head=head)
    assert run("signatories", "import", campaign, answers, "--listed", "named", "--apply").status == 0
    assert run("signatories", "count", campaign, "--json").json["total"] == 1
    again = run("signatories", "import", campaign, answers, "--listed", "named", "--json").json
    assert (again["unchanged"], again["changed"]) == (3, [])


def test_names_alone_wait_for_consent(run: Run, campaign: Path) -> None:
    run("signatories", "import", campaign, FORMS / "pasted.txt", "--apply")
    assert set(listed(run, campaign).values()) == {"pending"}
    again = run("signatories", "import", campaign, FORMS / "pasted.txt", "--apply", "--json").json
    assert (again["unchanged"], again["new"], again["doubtful"]) == (3, [], [])
    named = run("signatories", "import", campaign, FORMS / "pasted.txt", "--listed", "named", "--json").json
    assert len(named["changed"]) == 3


@pytest.mark.parametrize("path", sorted(FORMS.glob("*.csv")), ids=lambda path: path.stem)
def test_every_form_goes_into_the_list_and_comes_back(run: Run, campaign: Path, path: Path) -> None:
    first = run("signatories", "import", campaign, path, "--apply", "--json").json
    assert len(listed(run, campaign)) == len(first["new"]) > 1
    again = run("signatories", "import", campaign, path, "--json").json
    assert again["unchanged"] == len(first["new"])
    assert (again["new"], again["changed"], again["withdrawn"]) == ([], [], [])


def test_a_name_that_is_out_already_is_said_when_it_is_taken_back(run: Run, sample: Path) -> None:
    rows = run("signatories", "list", sample, "--json").json["signatories"]
    name = next(row["name"] for row in rows if row["listed"] == "named")
    settings = sample / "campaign.toml"
    settings.write_text(settings.read_text("utf-8").replace("sample = true", "sample = false"), "utf-8")
    assert run("export", sample, "--to", "JPN").status == 0
    answers = form(sample, f'2030-01-01 09:00:00,"{name}",,,No\n')
    ran = run("signatories", "import", sample, answers, "--json").json
    assert len(ran["withdrawn"]) == 1
    assert "named-before" in [finding["code"] for finding in ran["findings"]]


def test_a_list_that_is_imported_into_itself_says_of_nobody_that_it_waits(run: Run, campaign: Path) -> None:
    run("signatories", "import", campaign, form(campaign, FIRST, SECOND), "--apply")
    copy = campaign.parent / "copy.xlsx"
    copy.write_bytes((campaign / "signatories-private.xlsx").read_bytes())
    imported = run("signatories", "import", campaign, copy, "--json").json
    assert "named-in-another-list" not in [finding["code"] for finding in imported["findings"]]
