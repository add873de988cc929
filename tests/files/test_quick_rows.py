"""Rows read column by column are the rows that are read one by one."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.files import quick_rows
from desktop_app.files.quick_rows import Line
from desktop_app.files.signatories_xlsx import SignatorySheet, signatories_in

HEADER = ["Name", "Listed", "Kind", "Counts", "Also known as", "Country", "Own column", "Notes"]
ANSWERS = [
    "",
    "named",
    "anonymous",
    "perhaps",
    "yes",
    "person",
    "once",
    " ",
    "\x07",
    "a; b",
    "two  blanks",
    "\u00a0x",
]
cells = st.one_of(st.sampled_from(ANSWERS), st.text(max_size=6))
tables = st.lists(st.lists(cells, max_size=len(HEADER)), max_size=8)


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """The rows as a program writes them that quotes everything."""
    lines = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in (HEADER, *rows))
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def one_by_one(data: bytes) -> SignatorySheet:
    """The list, no row of it taken for a quick one."""

    def all_left(lines: Sequence[Line], *_: object) -> tuple[Sequence[Line], list[Line]]:
        return [], list(lines)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(quick_rows, "_parted", all_left)
        return signatories_in(data, "list.csv")


@given(tables)
def test_quickly_read_is_read_the_same(rows: list[list[str]]) -> None:
    data = as_csv([[cell.replace("\0", "").encode(errors="ignore").decode() for cell in row] for row in rows])
    assert signatories_in(data, "list.csv") == one_by_one(data)


def test_a_list_of_plain_rows_is_read_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.files.signatories_xlsx._RowReader.read", None)
    sheet = signatories_in(as_csv([["Lantern", "named"], ["Harbour Watch", "anonymous"]]), "list.csv")
    assert [signatory.name for signatory in sheet.signatories] == ["Lantern", "Harbour Watch"]
