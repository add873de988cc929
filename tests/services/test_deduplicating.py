"""Pairs are asked about until they are decided, and merged in one step that can be taken back."""

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from files.workbooks import workbook
from openpyxl.comments import Comment

from desktop_app.domain.list_edit import ListEdit
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure
from desktop_app.files.list_editor import list_key
from desktop_app.files.reference_data import Reference
from desktop_app.services.deduplicating import find_duplicates, keep_apart, unite_rows
from desktop_app.services.opening import OpenCampaign, open_campaign
from desktop_app.services.saving import Saving
from desktop_app.support import resources

DAY = dt.date(2024, 2, 1)
ROWS = [
    ["Name", "Country", "Listed", "Notes"],
    ["Lantern House", "", "named", "asked twice"],
    ["Lantren House", "", "named", "by telephone"],
    ["The Lantern House", "Norway", "anonymous", ""],
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A campaign whose list has three rows of one name."""
    made = Path(shutil.copytree(resources.path("templates") / "sample", tmp_path / "campaign"))
    workbook(made / "signatories-private.xlsx", ROWS)
    return made


@pytest.fixture
def opened(folder: Path) -> OpenCampaign:
    return open_campaign(folder)


def asked(folder: Path, reference: Reference) -> list[tuple[int, int]]:
    return [(pair.a, pair.b) for pair in find_duplicates(open_campaign(folder), reference)]


def test_a_pair_that_was_told_apart_is_asked_about_no_more(folder: Path, reference: Reference) -> None:
    assert asked(folder, reference) == [(2, 4), (2, 3), (3, 4)]
    keep_apart(Saving(folder), open_campaign(folder).listed, 4, 2)
    keep_apart(Saving(folder), open_campaign(folder).listed, 2, 3)
    assert asked(folder, reference) == [(3, 4)]


def test_one_key_serves_all_decisions(folder: Path) -> None:
    keep_apart(Saving(folder), open_campaign(folder).listed, 2, 4)
    first = open_campaign(folder).listed
    keep_apart(Saving(folder), first, 2, 3)
    second = open_campaign(folder).listed
    assert list_key(first.package, "") == list_key(second.package, "")
    assert first.data == second.data


def test_a_decision_falls_when_a_name_becomes_another(folder: Path, reference: Reference) -> None:
    keep_apart(Saving(folder), open_campaign(folder).listed, 2, 3)
    listed = open_campaign(folder).listed
    renamed = replace(listed.signatories[1], name="Lantern Huose")
    Saving(folder).save(listed, ListEdit(changed=(renamed,)), "edit")
    assert (2, 3) in asked(folder, reference)


def test_nothing_that_is_kept_holds_a_name(folder: Path, opened: OpenCampaign) -> None:
    keep_apart(Saving(folder), opened.listed, 2, 4)
    kept = (folder / "private" / "not-the-same.json").read_bytes()
    assert b"lantern" not in kept.lower()


@pytest.mark.parametrize(
    ("a", "b", "code"), [(2, 9, "row-unknown"), (9, 2, "row-unknown"), (2, 2, "apart-from-itself")]
)
def test_what_cannot_be_told_apart(opened: OpenCampaign, a: int, b: int, code: str) -> None:
    with pytest.raises(ProblemError) as refused:
        keep_apart(Saving(opened.folder), opened.listed, a, b)
    assert refused.value.code == code
    assert not (opened.folder / "private").exists()


def test_two_rows_become_one_and_two_again(folder: Path, opened: OpenCampaign) -> None:
    done = unite_rows(Saving(folder), opened.listed, 2, 4, DAY)
    assert done.listed is Disclosure.ANONYMOUS
    after = open_campaign(folder)
    assert [row.row for row in after.signatories] == [2, 3]
    assert (after.signatories[0].country, after.signatories[0].disclosure) == ("Norway", Disclosure.ANONYMOUS)
    assert after.signatories[0].also_known_as == ("The Lantern House",)
    step, _listed = Saving(folder).undo(after.listed, naming_confirmed=True)
    assert step == "merge"
    assert open_campaign(folder).signatories == opened.signatories


def test_what_stands_in_columns_of_ones_own_is_kept_in_the_notes(folder: Path) -> None:
    rows = [["Name", "Listed", "Region", "", "Notes"]]
    rows += [
        ["Lantern House", "named", "North", "", "twice"],
        ["Lantern Hse", "named", "South", "by post", ""],
    ]
    workbook(folder / "signatories-private.xlsx", rows)
    unite_rows(Saving(folder), open_campaign(folder).listed, 2, 3, DAY)
    assert open_campaign(folder).signatories[0].notes == "twice; Region: South; D: by post"


def test_formulas_comments_and_links_of_the_row_that_goes_are_kept_in_the_notes(folder: Path) -> None:
    path = folder / "signatories-private.xlsx"
    rows = [["Name", "Listed", "Letters", "Region", "Website"]]
    rows += [
        ["Lantern House", "named", "=LEN(A2)"],
        ["Lantern Hse", "named", "=LEN(A3)", "=UPPER(B3)", "web"],
    ]
    book = openpyxl.load_workbook(workbook(path, rows))
    sheet = book.active
    assert sheet is not None
    sheet["A2"].comment = Comment("met in May", "A. Okoye")
    sheet["A3"].comment = Comment("wrote twice", "A. Okoye")
    sheet["E3"].hyperlink = "https://lantern.example.org/"
    book.save(path)
    unite_rows(Saving(folder), open_campaign(folder).listed, 2, 3, DAY)
    notes = open_campaign(folder).signatories[0].notes
    expected = "Name: wrote twice; Region: =UPPER(B2); Website: https://lantern.example.org/"
    assert notes == f"Website: web; {expected}"
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert sheet["C2"].value == "=LEN(A2)"


def test_what_hides_a_name_is_not_taken_back_in_passing(folder: Path, opened: OpenCampaign) -> None:
    unite_rows(Saving(folder), opened.listed, 2, 4, DAY)
    with pytest.raises(ProblemError) as refused:
        Saving(folder).undo(open_campaign(folder).listed)
    assert refused.value.code == "undo-names-again"


def test_the_country_the_letter_is_about_is_no_chapter(folder: Path, reference: Reference) -> None:
    rows = [["Name", "Listed"], ["Reed Circle", "named"], ["Reed Circle Myanmar", "named"]]
    workbook(folder / "signatories-private.xlsx", rows)
    opened = open_campaign(folder)
    for about, pairs in (((), 0), (("MMR",), 1)):
        campaign = replace(opened.campaign, about=about)
        assert len(find_duplicates(replace(opened, campaign=campaign), reference)) == pairs
