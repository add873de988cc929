"""Hiding is one step; naming one that was hidden is two, and rests on something."""

import datetime as dt

import pytest

from desktop_app.domain.disclosure_change import disclosure_edit, row_of
from desktop_app.domain.list_edit import LogEntry
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.signatory import Disclosure, Signatory

DAY = dt.date(2024, 2, 1)
FILE = "signatories-private.xlsx"
NAMED, ANONYMOUS, PENDING, WITHDRAWN = Disclosure


def river(disclosure: Disclosure, **cells: str) -> Signatory:
    """A signatory that appears in that way."""
    return Signatory(7, cells.pop("name", "Quiet River Circle"), disclosure, **cells)  # type: ignore[arg-type]


@pytest.mark.parametrize("to", [ANONYMOUS, PENDING, WITHDRAWN])
def test_hiding_is_one_step(to: Disclosure) -> None:
    edit = disclosure_edit(river(NAMED), to, DAY, FILE)
    assert [row.disclosure for row in edit.changed] == [to]


@pytest.mark.parametrize("hidden", [ANONYMOUS, WITHDRAWN])
@pytest.mark.parametrize(
    ("source", "confirmed", "code"),
    [
        ("", False, "naming-needs-source"),
        ("", True, "naming-needs-source"),
        ("  ", True, "naming-needs-source"),
        ("e-mail of 3 May", False, "naming-needs-confirmation"),
    ],
)
def test_one_that_said_no_is_not_named_in_one_step(
    hidden: Disclosure, source: str, confirmed: bool, code: str
) -> None:
    with pytest.raises(ProblemError) as caught:
        disclosure_edit(river(hidden), NAMED, DAY, FILE, source=source, confirmed=confirmed)
    assert (caught.value.code, caught.value.place) == (code, Place(FILE, row=7))
    assert "Quiet" not in repr(caught.value.values)


def test_one_that_said_no_is_named_with_a_source_after_a_second_yes() -> None:
    edit = disclosure_edit(
        river(ANONYMOUS, source="form"), NAMED, DAY, FILE, source="e-mail of 3 May", confirmed=True
    )
    assert edit.changed == (river(NAMED, source="form; e-mail of 3 May"),)
    assert edit.log == (LogEntry(DAY, 7, "Listed", "anonymous", "named", "e-mail of 3 May"),)


def test_one_that_had_not_answered_is_named_by_its_answer() -> None:
    assert disclosure_edit(river(PENDING), NAMED, DAY, FILE).changed == (river(NAMED),)


def test_one_without_a_name_cannot_be_named() -> None:
    with pytest.raises(ProblemError, match="naming-needs-name"):
        disclosure_edit(river(ANONYMOUS, name=""), NAMED, DAY, FILE, source="a call", confirmed=True)


def test_nothing_changes_where_it_is_so_already() -> None:
    assert disclosure_edit(river(ANONYMOUS), ANONYMOUS, DAY, FILE).is_empty


def test_a_row_that_is_not_there_is_told_by_its_number() -> None:
    with pytest.raises(ProblemError) as caught:
        row_of([river(NAMED)], 9, "signatories.xlsx")
    assert (caught.value.code, caught.value.place.row) == ("row-unknown", 9)
