"""Withheld names are found where they were typed, before any letter is made."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from files.workbooks import workbook
from letters import Letter, p

from desktop_app.domain.reporting import Place
from desktop_app.services.checking import check_campaign
from desktop_app.services.opening import open_campaign

HEADER = ["Name", "Acronym", "Kind", "Title or affiliation", "Group", "Listed", "Listed as"]
WITHHELD = ["Quiet Helpers of Nyrquist", "QHN", "", "", "", "anonymous", ""]
TOML = 'title = "Joint letter"\ndate = 2024-02-01\nlanguages = ["en"]\n'


def found(folder: Path, row: Sequence[str], code: str, *, text: str = "", by: str = "group") -> list[Place]:
    """The places of findings about a list of one withheld and one other row."""
    (folder / "campaign.toml").write_text(f'{TOML}list = {{by = "{by}"}}\n', "utf-8")
    workbook(folder / "signatories-private.xlsx", [HEADER, WITHHELD, row])
    Letter([p(text), p("{{ signatories }}")]).save(folder / "letter.docx")
    opened = open_campaign(folder)
    findings = check_campaign(opened, [("en", opened.draft("en"))])
    return [place for finding in findings if finding.code == code for place in finding.places]


@pytest.mark.parametrize(
    "row",
    [
        ["Anna Bekk", "", "person", "Chair, Helpers of Nyrquist", "", "named", ""],
        ["Reed Watch", "", "", "", "Quiet Helpers of Nyrquist", "named", ""],
    ],
)
def test_a_withheld_name_in_a_printed_column_is_told_with_its_row(tmp_path: Path, row: list[str]) -> None:
    assert found(tmp_path, row, "withheld-in-column") == [Place("signatories-private.xlsx", row=3)]


@pytest.mark.parametrize(
    "row",
    [
        ["Anna Bekk", "", "person", "Chair, Quiet Helpers of Nyrquist", "", "named", "A. B."],
        ["Reed Watch", "", "", "Quiet Helpers of Nyrquist", "", "named", ""],
        ["Reed Watch", "", "", "", "Quiet Helpers of Nyrquist", "anonymous", ""],
    ],
)
def test_what_is_not_printed_may_hold_it(tmp_path: Path, row: list[str]) -> None:
    assert found(tmp_path, row, "withheld-in-column") == []


def test_a_group_may_hold_it_where_groups_are_not_printed(tmp_path: Path) -> None:
    row = ["Reed Watch", "", "", "", "Quiet Helpers of Nyrquist", "named", ""]
    assert found(tmp_path, row, "withheld-in-column", by="country") == []


@pytest.mark.parametrize(
    "text",
    ["We stand with QHN.", "The Helpers of Nyrquist were there.", "Quiet Helpers were there."],
)
def test_words_of_a_withheld_name_in_the_text_deserve_a_look(tmp_path: Path, text: str) -> None:
    row = ["Reed Watch", "", "", "", "", "named", ""]
    assert found(tmp_path, row, "withheld-name-perhaps", text=text) == [Place("letter.docx", "body", 1, 2)]
    assert found(tmp_path, row, "withheld-name", text=text) == []


@pytest.mark.parametrize("text", ["The people of Nyrquist fled.", "qhn", "Quiet Helpers of Nyrquist saw it."])
def test_a_town_and_what_is_told_already_are_not_told_of(tmp_path: Path, text: str) -> None:
    row = ["Reed Watch", "", "", "", "", "named", ""]
    assert found(tmp_path, row, "withheld-name-perhaps", text=text) == []


def test_what_a_named_row_is_called_too_deserves_no_look(tmp_path: Path) -> None:
    row = ["Friends and Helpers of Nyrquist", "QHN", "", "", "", "named", ""]
    text = "The Helpers of Nyrquist were there."
    assert found(tmp_path, row, "withheld-name-perhaps", text=text) == []
