"""What the list was on a day, or when an export went out, and what is said where nobody can know."""

import datetime as dt
from pathlib import Path

import pytest
from files.workbooks import lock, workbook
from signing import HEADER, Campaign

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.kept_copies import back_up, keep_export
from desktop_app.files.reference_data import Reference
from desktop_app.services.list_since import ListSince, list_since


@pytest.fixture
def campaign(tmp_path: Path, reference: Reference) -> Campaign:
    made = Campaign(tmp_path, reference)
    made.list_is(rows("Lantern House", "The Reed Fund", "Heron Forum"))
    return made


def rows(*names: str) -> list[list[str]]:
    return [[name, "named", "", "", ""] for name in names]


def state(campaign: Campaign, *names: str, password: str = "") -> bytes:
    """The bytes of a list that names these."""
    path = workbook(campaign.folder / "then.xlsx", [HEADER, *rows(*names)])
    if password:
        lock(path, password)
    data = path.read_bytes()
    path.unlink()
    return data


def backed_up(campaign: Campaign, day: int, *names: str, password: str = "") -> None:
    """A save at noon of that day in January replaced a list that named these."""
    noon = dt.datetime(2024, 1, day, 12, tzinfo=dt.UTC)
    back_up(campaign.folder, state(campaign, *names, password=password), noon, first=True)


def exported(campaign: Campaign, day: int, export: str, *names: str) -> None:
    keep_export(
        campaign.folder, export, state(campaign, *names), dt.datetime(2024, 1, day, 12, tzinfo=dt.UTC)
    )


def since(campaign: Campaign, what: str) -> ListSince:
    return list_since(campaign.opened(), what)


def added(found: ListSince) -> tuple[str, ...]:
    assert found.changes is not None
    return found.changes.added


def codes(found: ListSince) -> list[str]:
    return [finding.code for finding in found.findings]


def test_at_the_end_of_a_day_the_list_was_what_the_next_save_replaced(campaign: Campaign) -> None:
    backed_up(campaign, 2)
    backed_up(campaign, 4, "Lantern House")
    backed_up(campaign, 6, "Lantern House", "The Reed Fund")
    assert added(since(campaign, "2024-01-02")) == ("The Reed Fund", "Heron Forum")
    assert added(since(campaign, "2024-01-04")) == ("Heron Forum",)
    assert codes(since(campaign, "2024-01-04")) == []


def test_after_the_last_copy_the_list_was_last_known_by_it(campaign: Campaign) -> None:
    exported(campaign, 3, "2024-02-01 norway", "Lantern House")
    assert added(since(campaign, "2024-01-05")) == ("The Reed Fund", "Heron Forum")


def test_where_no_copy_is_that_old_it_is_said(campaign: Campaign) -> None:
    backed_up(campaign, 4, "Lantern House")
    found = since(campaign, "2024-01-02")
    assert added(found) == ("The Reed Fund", "Heron Forum")
    assert [(f.code, f.values["oldest"]) for f in found.findings] == [("list-not-kept-then", "2024-01-04")]


def test_where_there_is_no_copy_at_all_nothing_is_new_and_it_is_said(campaign: Campaign) -> None:
    found = since(campaign, "2024-01-02")
    assert added(found) == ()
    assert codes(found) == ["list-not-kept-then"]


def test_an_export_is_named_by_its_folder_or_by_its_path(campaign: Campaign) -> None:
    exported(campaign, 3, "2024-02-01 norway", "Lantern House")
    exported(campaign, 4, "2024-02-01 norway 2", "Lantern House", "The Reed Fund")
    assert added(since(campaign, "2024-02-01 norway")) == ("The Reed Fund", "Heron Forum")
    path = campaign.folder / "exports" / "2024-02-01 norway 2"
    assert added(since(campaign, f"{path}/")) == ("Heron Forum",)


@pytest.mark.parametrize("what", ["2024-02-01 sweden", "yesterday", "2024-02-30", "..", "/"])
def test_what_is_neither_a_day_nor_an_export_is_said(campaign: Campaign, what: str) -> None:
    with pytest.raises(ProblemError, match="export-unknown"):
        since(campaign, what)


def test_a_copy_behind_an_older_password_is_said_to_be_closed_and_the_next_one_is_taken(
    campaign: Campaign,
) -> None:
    backed_up(campaign, 1)
    backed_up(campaign, 4, "Lantern House", password="older")
    backed_up(campaign, 6, "Lantern House", "The Reed Fund")
    found = since(campaign, "2024-01-02")
    assert added(found) == ("Heron Forum",)
    assert [(f.code, f.places[0].file) for f in found.findings] == [
        ("copy-unreadable", "private/backups/2024-01-04 12.00.00 UTC.xlsx")
    ]


def test_an_export_whose_copy_cannot_be_opened_is_compared_with_nothing(campaign: Campaign) -> None:
    noon = dt.datetime(2024, 1, 3, 12, tzinfo=dt.UTC)
    keep_export(campaign.folder, "norway", state(campaign, password="older"), noon)
    found = since(campaign, "norway")
    assert found.changes is None
    assert codes(found) == ["copy-unreadable"]


def test_where_every_copy_is_closed_nothing_is_compared(campaign: Campaign) -> None:
    backed_up(campaign, 4, "Lantern House", password="older")
    found = since(campaign, "2024-01-05")
    assert found.changes is None
    assert codes(found) == ["copy-unreadable"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days_like_others(campaign: Campaign, day: str) -> None:
    assert added(since(campaign, day)) == ()
