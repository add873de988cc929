"""Letters as PDF: lines in the order of reading, furniture put aside, a sentence where there is no text."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from files.pdfs import Text, down, pdf

from desktop_app.domain.letter_anatomy.source import Form, SourceLine
from desktop_app.domain.reporting import ProblemError
from desktop_app.files import letter_pdf
from desktop_app.files.letter_pdf import read_pdf
from desktop_app.files.right_to_left import turned_round
from desktop_app.support.bounded import CrashedError, OverTimeError
from desktop_app.wording.imports import of_doubt


def lines(*pages: list[Text]) -> tuple[SourceLine, ...]:
    return read_pdf(pdf(*pages), "letter.pdf")[0].lines


def texts(*pages: list[Text]) -> list[str]:
    return [line.text for line in lines(*pages)]


def problem(data: bytes) -> str:
    with pytest.raises(ProblemError) as refused:
        read_pdf(data, "letter.pdf")
    assert refused.value.place.file == "letter.pdf"
    return refused.value.code


LETTER = ["We, 46 organisations, write to you about", "the river and all who live by it."]


def test_lines_stand_as_printed_and_a_wide_gap_is_a_blank_line() -> None:
    assert texts(down(60, 700, "Excellency,", "", *LETTER)) == ["Excellency,", "", *LETTER]


def test_paragraphs_of_one_line_are_apart_as_long_ones_show() -> None:
    tops = (700, 675, 650, 635, 610, 585, 560)
    words = ["Excellency,", *LETTER[:1], LETTER[0], LETTER[1], "We ask:", "act", "now"]
    found = texts([(60, top, text) for top, text in zip(tops, words, strict=True)])
    assert found == ["Excellency,", "", LETTER[0], "", *LETTER, "", "We ask:", "", "act", "", "now"]


def test_a_heading_in_larger_letters_is_apart_from_its_text() -> None:
    found = texts([(60, 700, "What we ask", 13), (60, 686, LETTER[0]), (60, 674, LETTER[1])])
    assert found == ["What we ask", "", *LETTER]


def test_columns_are_read_one_after_the_other() -> None:
    names = [f"Organisation {number}" for number in range(1, 13)]
    page = [
        *down(60, 700, "Signed by the following organisations of the whole river valley, and their friends:"),
        *down(60, 670, *names[:4]),
        *down(220, 670, *names[4:8]),
        *down(400, 670, *names[8:]),
        *down(60, 590, "For more information, please write to the secretariat of the coalition at any time."),
    ]
    found = [text for text in texts(page) if text]
    assert found[1:-1] == names


def test_columns_whose_lines_stand_at_different_heights_are_columns_all_the_same() -> None:
    left, right = [f"Left {n}" for n in range(6)], [f"Right {n}" for n in range(6)]
    found = texts([*down(60, 700, *left), *down(300, 694, *right)])
    assert [text for text in found if text] == [*left, *right]


def at_columns(top: float, *rows: tuple[str, ...], by: str = "row") -> list[Text]:
    """Rows of cells; drawn from side to side, or one column after the other."""
    placed = [
        (at, column, (60 + 160.0 * column, top - 18 * at, text))
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
        if text
    ]
    return [text for *_, text in (placed if by == "row" else sorted(placed, key=lambda each: each[1]))]


ROWS = [
    ("Name", "Title", "Country"),
    ("Ada Reed", "Chair, River Watch", "Malta"),
    ("Ben Ford", "Director, Hill Women", "Peru"),
    ("Cem Ok", "Member of the board", "Fiji"),
]


class TestATableOfSignatories:
    @pytest.mark.parametrize("by", ["row", "column"])
    def test_gives_rows_of_cells_however_it_is_drawn(self, by: str) -> None:
        page = [*down(60, 760, *LETTER), *at_columns(700, *ROWS, by=by)]
        assert [line.cells for line in lines(page) if line.form is Form.CELLS] == ROWS

    def test_goes_on_on_the_next_page(self) -> None:
        rest = [*at_columns(760, ("Dan Li", "Chair", "Chad")), *down(60, 600, *LETTER)]
        found = lines(at_columns(700, *ROWS), rest)
        assert [line.cells for line in found if line.cells] == [*ROWS, ("Dan Li", "Chair", "Chad")]
        assert [line.text for line in found if line.text and not line.cells] == LETTER

    def test_has_whole_cells_and_says_which_were_broken(self) -> None:
        page = [*at_columns(700, *ROWS), (220, 700 - 18 * 3 - 11, "of Sea Youth", 10)]
        source, _, doubts = read_pdf(pdf(page), "letter.pdf")
        assert source.lines[-1].cells == ("Cem Ok", "Member of the board of Sea Youth", "Fiji")
        assert [(doubt.code, doubt.text) for doubt in doubts] == [
            ("import-cell-joined", "Member of the board of Sea Youth")
        ]

    def test_repeats_a_country_that_stands_before_several_names(self) -> None:
        rows = [("Malta", "River Watch"), ("", "Hill Women"), ("Peru", "Sea Youth"), ("Fiji", "Plain Folk")]
        assert [line.cells for line in lines(at_columns(700, *rows))][1] == ("Malta", "Hill Women")

    def test_is_told_from_columns_of_names(self) -> None:
        rows = [("River Watch", "Lake Forum"), ("Hill Women", "Dam Critics"), ("Sea Youth", "Fish Friends")]
        assert [tuple(re.split(" {3,}", text)) for text in texts(at_columns(700, *rows))] == rows


def said(data: bytes) -> dict[str, str]:
    """What the review says of a PDF, by code."""
    _, _, doubts = read_pdf(data, "letter.pdf")
    assert all(of_doubt(doubt) for doubt in doubts)
    return {doubt.code: doubt.text for doubt in doubts}


def test_what_stands_across_the_page_or_is_too_large_for_a_line_is_said_and_no_line() -> None:
    stamps = (
        "BT /F 60 Tf 0.7 0.7 -0.7 0.7 150 200 Tm (DRAFT) Tj ET BT /F 8 Tf 0 1 -1 0 30 200 Tm (Ref 17) Tj ET"
        " BT /F 70 Tf 100 400 Td (COPY) Tj ET"
    )
    data = pdf(down(60, 700, *LETTER), drawing=stamps)
    assert set(said(data)["import-watermark"].splitlines()) == {"COPY", "DRAFT", "Ref 17"}
    assert [line.text for line in read_pdf(data, "letter.pdf")[0].lines if line.text] == LETTER


def test_a_page_that_lies_on_its_side_is_read() -> None:
    turned = "".join(
        f"BT /F 10 Tf 0 1 -1 0 {100 + 12 * at} 60 Tm ({text}) Tj ET " for at, text in enumerate(LETTER)
    )
    data = pdf([], drawing=turned)
    assert [line.text for line in read_pdf(data, "letter.pdf")[0].lines] == LETTER
    assert said(data) == {}


def with_annotations(data: bytes, *annotations: str) -> bytes:
    """The same PDF with these on its page; a reader finds it again without a table of its objects."""
    added = f"/Annots[{' '.join(f'<</Type/Annot/Rect[60 690 200 712]{each}>>' for each in annotations)}]"
    return data.replace(b"/Type/Page/", f"/Type/Page{added}/".encode(), 1)


def test_links_remarks_and_filled_fields_of_a_pdf_are_said() -> None:
    data = with_annotations(
        pdf(down(60, 700, *LETTER, "https://example.org/shown")),
        "/Subtype/Link/A<</S/URI/URI(https://example.org/report)>>",
        "/Subtype/Link/A<</S/URI/URI(https://example.org/shown)>>",
        "/Subtype/Text/Contents(Ask Ada first)",
        "/Subtype/Widget/FT/Tx/T(name)/V(Ben Ford)",
    )
    assert said(data) == {
        "import-link-target": "https://example.org/report",
        "import-remark": "Ask Ada first",
        "import-form": "Ben Ford",
    }


def test_pictures_of_a_pdf_are_said() -> None:
    picture = "q 100 0 0 100 60 500 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"
    assert said(pdf(down(60, 700, *LETTER), drawing=picture)) == {"import-picture-lost": ""}


def test_running_heads_and_page_numbers_are_put_aside() -> None:
    pages = [
        [*down(60, 760, "River Coalition"), *down(60, 700, f"Text of page {word}."), *down(290, 40, f"{at}")]
        for at, word in enumerate(("one", "two", "three"), start=1)
    ]
    found = lines(*pages)
    assert [line.text for line in found if line.form is Form.ASIDE] == [
        *("River Coalition", "1", "River Coalition", "2", "River Coalition", "3")
    ]
    assert [(line.text, line.starts_page) for line in found if line.form is Form.TEXT] == [
        ("Text of page one.", False),
        ("Text of page two.", True),
        ("Text of page three.", True),
    ]


def test_footnotes_at_the_foot_are_whole_and_have_their_mark() -> None:
    page = [
        *down(60, 700, *LETTER * 3),
        *down(
            60,
            100,
            "1 Report of June, pages 4 to",
            "15 and annex.",
            "2 https://example.org/a/",
            "b/c",
            size=8,
        ),
    ]
    notes = [line for line in lines(page) if line.form is Form.FOOTNOTE]
    assert [(note.marker, note.text) for note in notes] == [
        ("1", "Report of June, pages 4 to 15 and annex."),
        ("2", "https://example.org/a/b/c"),
    ]


@pytest.mark.parametrize("rise", [4, 4.7, 6.5])
def test_raised_figures_are_marks_of_notes(rise: float) -> None:
    assert texts([(60, 700, "air strikes"), (104, 700 + rise, "2", 6)]) == ["air strikes²"]


def test_numbers_without_a_point_that_go_up_by_one_are_those_of_a_list() -> None:
    page = down(
        60, 700, "46 organisations sign:", "1 2022 Youth", "2 River Watch", "3 Sea", "of Plenty", "4 Hills"
    )
    assert [(line.marker, line.text) for line in lines(page)] == [
        ("", "46 organisations sign:"),
        ("1", "2022 Youth"),
        ("2", "River Watch"),
        ("3", "Sea"),
        ("", "of Plenty"),
        ("4", "Hills"),
    ]


def test_how_far_a_line_is_set_in_is_kept() -> None:
    found = lines([*down(60, 700, "River Watch"), *down(80, 688, "Its member")])
    assert [line.indent for line in found] == [0, 4]


def test_text_that_runs_from_right_to_left_is_read_in_its_order() -> None:
    seen = ".(نأشب) Free Rivers ةمظنم 46 نحن"
    assert turned_round(seen) == "نحن 46 منظمة Free Rivers (بشأن)."


def test_a_page_without_text_is_told() -> None:
    _, findings, _ = read_pdf(pdf(down(60, 700, *LETTER), [], down(60, 700, *LETTER)), "letter.pdf")
    assert [(finding.code, finding.values) for finding in findings] == [
        ("import-pages-without-text", {"pages": "2"})
    ]


def test_a_scanned_letter_is_told_from_a_damaged_one() -> None:
    assert problem(pdf([], drawing="0 0 100 100 re f")) == "import-pdf-scanned"
    assert problem(b"%PDF-1.4\nnothing more") == "import-pdf-broken"


def test_a_protected_letter_is_refused(program: Callable[[str], str], tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(down(60, 700, *LETTER)))
    command = [program("qpdf"), "--encrypt", "secret", "owner", "256", "--", "a.pdf", "b.pdf"]
    subprocess.run(command, cwd=tmp_path, check=True)
    assert problem((tmp_path / "b.pdf").read_bytes()) == "import-pdf-encrypted"


@pytest.mark.parametrize(
    ("happened", "code"), [(OverTimeError, "import-over-time"), (CrashedError, "import-pdf-broken")]
)
def test_a_reader_that_does_not_answer_is_told(
    monkeypatch: pytest.MonkeyPatch, happened: type[Exception], code: str
) -> None:
    def silent(*_arguments: object, **_bounds: int) -> bytes:
        raise happened

    monkeypatch.setattr(letter_pdf, "run_bounded", silent)
    assert problem(pdf(down(60, 700, *LETTER))) == code


@pytest.mark.slow
def test_the_sample_gives_its_names_back(program: Callable[[str], str], tmp_path: Path) -> None:
    from desktop_app.cli.main import main

    soffice = program("soffice")
    assert main(["new", str(tmp_path / "c"), "--sample"]) == 0
    assert main(["export", str(tmp_path / "c"), "--to", "MLT", "--out", str(tmp_path / "letters")]) == 0
    (letter,) = (tmp_path / "letters").glob("*.docx")
    shutil.copy(letter, tmp_path / "letter.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "letter.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    source, findings, _ = read_pdf((tmp_path / "letter.pdf").read_bytes(), "letter.pdf")
    assert findings == ()
    assert [line.marker for line in source.lines if line.form is Form.ITEM and line.marker.isdecimal()] == [
        str(number) for number in range(1, 362)
    ]
    assert [line.marker for line in source.lines if line.form is Form.FOOTNOTE] == ["1", "2", "3"]
