"""A withheld name that is broken over a line, a paragraph or a cell is found all the same."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from campaigns import hidden
from domain.lists import named

from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.domain.withheld import forms_of
from desktop_app.services.guarding import Guard
from desktop_app.services.search_results import Search
from desktop_app.support.long_work import result_of

ROWS = [named(2, "Harbour Union for Lantern"), named(3, "House of Willows"), hidden(4, "Lantern House")]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def searched(path: Path, rows: Sequence[Signatory] = ROWS) -> Search:
    printed = printed_names(rows)
    return result_of(Guard(forms_of(rows, printed), printed).search([path], [path.name]))


@pytest.mark.parametrize("end", ["\n", "\r\n", " \n", "-\n", "\n\n", "\n   "])
@pytest.mark.parametrize("ending", [".txt", ".md", ".csv", ".html", ".eml"])
def test_over_a_line_of_text(tmp_path: Path, end: str, ending: str) -> None:
    path = tmp_path / f"note{ending}"
    path.write_bytes(f"Subject: x\n\nWe thank the Lantern{end}House for it.\n".encode())
    assert [hit.row for hit in searched(path).certain] == [4]


@pytest.mark.parametrize("text", ["We thank Vera\nOkten’s staff.", "le donne dell’Vera\nOkten"])
def test_over_a_line_beside_an_apostrophe(tmp_path: Path, text: str) -> None:
    path = tmp_path / "note.txt"
    path.write_text(text, "utf-8")
    rows = [hidden(4, "Vera Okten")]
    assert [hit.row for hit in searched(path, rows).certain] == [4]
    assert [hit.row for hit in searched(docx_of(tmp_path / "a.docx", *text.split("\n")), rows).certain] == [4]


def docx_of(path: Path, *paragraphs: str) -> Path:
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
    return path


def test_over_two_paragraphs(tmp_path: Path) -> None:
    found = searched(docx_of(tmp_path / "a.docx", "We thank the Lantern", "House for it."))
    assert [hit.row for hit in found.certain] == [4]


def test_between_two_printed_names_it_is_chance_and_deserves_a_look(tmp_path: Path) -> None:
    found = searched(docx_of(tmp_path / "a.docx", "Harbour Union for Lantern", "House of Willows"))
    assert found.certain == ()
    assert [hit.row for hit in found.doubtful] == [4]


def test_words_of_a_name_found_whole_are_not_reported_again(tmp_path: Path) -> None:
    rows = [hidden(2, "Zalto Lantern Committee"), hidden(3, "Old Lantern Committee")]
    path = tmp_path / "note.txt"
    path.write_text("the Zalto Lantern Committee said", "utf-8")
    assert [hit.row for hit in searched(path, rows).hits] == [2]


def test_a_doubtful_name_does_not_hide_a_certain_one() -> None:
    pending = hidden(3, "Zalto Lantern", Disclosure.PENDING)
    guard = Guard(forms_of([hidden(2, "Zalto Lantern Committee"), pending], ()))
    assert (2, True) in guard.rows_in("the Zalto Lantern said")


def test_a_name_of_two_rows_is_reported_for_both() -> None:
    rows = [hidden(2, "Lantern House"), hidden(3, "Lantern House")]
    assert {row for row, _ in Guard(forms_of(rows, ())).rows_in("the Lantern House")} == {2, 3}


def test_a_heading_beside_a_printed_name_is_chance_too(tmp_path: Path) -> None:
    rows = [named(2, "House of Willows"), hidden(3, "Norway House")]
    found = searched(docx_of(tmp_path / "a.docx", "Norway", "House of Willows"), rows)
    assert found.certain == ()
