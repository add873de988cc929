"""Wherever the list stands in its workbook, it is read, changed and saved there."""

from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.list_edit import ListEdit
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.list_file import read_list
from desktop_app.services.saving import Saving

HARBOUR = Signatory(0, "Harbour Watch", Disclosure.PENDING, country="Niger")


def saved(path: Path) -> list[tuple[int, str, str]]:
    """Everybody on the list, after Harbour Watch was added."""
    (path.parent / "campaign.toml").write_text('title = "A truce"\nlanguages = ["en"]\n', "utf-8")
    Saving(path.parent).save(read_list(path), ListEdit(added=(HARBOUR,)), "add")
    return [(row.row, row.name, row.country) for row in read_list(path).signatories]


def test_a_list_behind_other_sheets_is_found_and_the_others_stay(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Minutes of 3 May", "Lantern House was asked"])
    sheet = book.create_sheet("Signatories")
    for row in (["Organisation", "País", "Publier"], ["Lantern House", "Chad", "oui"]):
        sheet.append(row)
    book.save(tmp_path / "signatories.xlsx")
    assert saved(tmp_path / "signatories.xlsx") == [
        (2, "Lantern House", "Chad"),
        (3, "Harbour Watch", "Niger"),
    ]
    again = openpyxl.load_workbook(tmp_path / "signatories.xlsx")
    assert [[cell.value for cell in row] for row in again.worksheets[0].rows] == [
        ["Minutes of 3 May", "Lantern House was asked"]
    ]


def test_a_list_under_a_title_with_its_columns_in_another_order(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (
        ["Sign-ons, as of 3 May"],
        [],
        ["Notes", "Nombre", "Teléfono", "País"],
        ["asked twice", "Lantern House", "12", "Chad"],
    ):
        book.active.append(row)
    book.save(tmp_path / "signatories.xlsx")
    assert saved(tmp_path / "signatories.xlsx") == [
        (4, "Lantern House", "Chad"),
        (5, "Harbour Watch", "Niger"),
    ]
    sheet = openpyxl.load_workbook(tmp_path / "signatories.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[4]][:4] == ["asked twice", "Lantern House", "12", "Chad"]


def test_a_workbook_without_a_list_names_the_column_that_is_missing(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Empty")
    book.save(tmp_path / "signatories.xlsx")
    with pytest.raises(ProblemError) as caught:
        read_list(tmp_path / "signatories.xlsx")
    assert (caught.value.code, caught.value.values) == ("header-missing", {"column": "Name"})
