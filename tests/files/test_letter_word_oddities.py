"""What a Word letter holds beside plain text: taken out or kept, it is always said."""

from collections.abc import Mapping

import pytest
from letters import Letter, field_code, p, parts_of, run
from lxml import etree

from desktop_app.files.letter_word import WordLetter, read_docx
from desktop_app.files.wordml import NAMESPACES, W
from desktop_app.wording.imports import of_doubt

BREAK = "<w:r><w:br/></w:r>"


def read(*body: str, **parts: object) -> WordLetter:
    return read_docx(Letter(body, **parts).data(), "letter.docx")  # type: ignore[arg-type]


def said(letter: WordLetter) -> dict[str, tuple[int, str]]:
    """What the review says, by code: line and text."""
    assert all(of_doubt(doubt) for doubt in letter.doubts)
    return {doubt.code: (doubt.line, doubt.text) for doubt in letter.doubts}


def texts(letter: WordLetter) -> list[str]:
    return [line.text for line in letter.source.lines if line.text]


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{inside}</w:tc>" for inside in cells) + "</w:tr>"


def about(look: str) -> str:
    return f"<w:tcPr>{look}</w:tcPr>"


def test_changes_are_said_word_by_word_where_they_stood() -> None:
    letter = read(
        p("Excellency,"),
        p(
            "We ",
            f"<w:ins>{run('all ')}</w:ins>",
            "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>",
            "agree.",
        ),
        p("The end.", look="<w:rPr><w:ins/></w:rPr>"),
    )
    assert texts(letter) == ["Excellency,", "We all agree.", "The end."]
    assert said(letter) == {"import-inserted": (2, "all\n¶"), "import-deleted": (2, "never")}


def test_what_stood_in_a_deleted_row_is_said() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('Hill Women')}</w:tc><w:tc>{p('Peru')}</w:tc></w:tr>"
    kept = row(p("River Watch"), p("Malta"))
    letter = read(p("Signed:"), table(kept, gone, row(p("Sea Youth"), p("Fiji"))))
    assert texts(letter) == ["Signed:", "River Watch\tMalta", "Sea Youth\tFiji"]
    assert said(letter) == {"import-deleted": (2, "Hill Women Peru")}


def test_hidden_text_and_comments_are_said_in_their_own_words() -> None:
    mark = '<w:r><w:commentReference w:id="1"/></w:r>'
    comments = f'<w:comments xmlns:w="{W}"><w:comment w:id="1">{p("Ask Ada first")}</w:comment></w:comments>'
    letter = read(
        p("Excellency,"),
        p("We write.", mark, run("Secret names", "<w:vanish/>"), run("white", '<w:color w:val="FFFFFF"/>')),
        parts={"word/comments.xml": comments},
        relations={"rId9": ("comments", "comments.xml")},
    )
    assert texts(letter) == ["Excellency,", "We write."]
    assert said(letter) == {
        "import-hidden": (2, "Secret names\nwhite"),
        "import-remark": (2, "Ask Ada first"),
    }
    assert not any(b"Ask Ada" in data or b"Secret" in data for data in parts_of(letter.package).values())


def test_an_equation_a_sign_of_a_special_font_and_struck_out_text_are_said_and_stay() -> None:
    letter = read(
        p("Flow: ", "<m:oMath><m:r><m:t>v=a</m:t></m:r></m:oMath>"),
        p("Tick ", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'),
        p("We ", run("never ", "<w:strike/>"), run("always ", '<w:strike w:val="0"/>'), "agree."),
    )
    assert texts(letter) == ["Flow: v=a", "Tick \uf0fc", "We never always agree."]
    assert said(letter) == {
        "import-equation": (1, "v=a"),
        "import-symbol": (2, "Tick"),
        "import-struck-kept": (3, "never"),
    }


@pytest.mark.parametrize("code", ["D800", "dfff", "0000", "FFFF"])
def test_half_a_letter_is_shown_as_one_that_cannot_be(code: str) -> None:
    letter = read(p("Tick ", f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>'))
    assert texts(letter) == ["Tick \ufffd"]


@pytest.mark.parametrize("code", ["", "x", "FFFFFFFFFFFFFFFFFFFF", "-1"])
def test_what_is_the_number_of_no_sign_shows_nothing(code: str) -> None:
    letter = read(p("Tick ", f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>'))
    assert texts(letter) == ["Tick "]


def test_a_reading_aid_stands_beside_the_word_and_not_in_it() -> None:
    aid = (
        f"<w:r><w:ruby><w:rt>{run('とうきょう')}</w:rt><w:rubyBase>{run('東京')}</w:rubyBase></w:ruby></w:r>"
    )
    letter = read(p("In ", aid))
    assert texts(letter) == ["In 東京"]
    assert said(letter) == {"import-ruby": (1, "とうきょう")}


def test_a_watermark_is_said() -> None:
    mark = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    assert said(read(p("We write."), header=p(mark))) == {"import-watermark": (1, "DRAFT")}


def test_fields_show_their_result_and_one_without_is_said() -> None:
    simple = f'<w:fldSimple w:instr="MERGEFIELD State">{run("«State»")}</w:fldSimple>'
    letter = read(
        p("Page ", field_code("PAGE", "3"), " to ", simple),
        p("Title: ", field_code("DOCPROPERTY Title", "")),
        p("Index", field_code('XE "river"', "")),
    )
    assert texts(letter) == ["Page 3 to «State»", "Title: ", "Index"]
    assert said(letter) == {"import-field-empty": (2, "DOCPROPERTY Title")}


def drawn(kind: str) -> str:
    uri = f"http://schemas.openxmlformats.org/drawingml/2006/{kind}"
    return f'<w:r><w:drawing><a:graphic><a:graphicData uri="{uri}"/></a:graphic></w:drawing></w:r>'


def embedded(letter: Mapping[str, tuple[int, str]]) -> tuple[int, str]:
    return letter["import-embedded"]


def test_what_is_embedded_is_said_with_its_words() -> None:
    a = NAMESPACES["a"]
    chart = f'<c xmlns:a="{a}"><a:t>Air strikes</a:t><a:t>2021</a:t></c>'
    letter = read(
        p("We write."),
        p(drawn("chart")),
        parts={"word/charts/chart1.xml": chart},
        relations={"rId9": ("chart", "charts/chart1.xml")},
    )
    assert embedded(said(letter)) == (2, "Air strikes 2021")
    chunk = read(
        p("We write."),
        '<w:altChunk r:id="rId9"/>',
        parts={"word/part.html": "<p>More of the <b>text</b></p>"},
        relations={"rId9": ("aFChunk", "part.html")},
    )
    assert embedded(said(chunk)) == (1, "More of the text")
    sheet = read(p("We", '<w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>'))
    assert embedded(said(sheet)) == (1, "Excel.Sheet.12")


def test_words_in_a_drawing_of_another_kind_are_said() -> None:
    canvas = drawn("lockedCanvas").replace(
        "/></a:graphic>", "><a:p><a:r><a:t>Free rivers</a:t></a:r></a:p></a:graphicData></a:graphic>"
    )
    letter = read(p("We write."), p(canvas), p(drawn("picture")))
    assert embedded(said(letter)) == (2, "Free rivers")


def test_tags_and_controls_are_transparent() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('River ')}</w:sdtContent></w:sdt>"
    letter = read(
        p("We at ", control, f"<w:smartTag>{run('Watch')}</w:smartTag>"),
        f"<w:sdt><w:sdtContent>{p('Excellency,')}</w:sdtContent></w:sdt>",
    )
    assert texts(letter) == ["We at River Watch", "Excellency,"]
    assert letter.doubts == ()


class TestATableOfSignatories:
    def test_merged_down_has_the_cell_in_each_row(self) -> None:
        letter = read(
            table(
                row(p("Country"), p("Name")),
                row(about('<w:vMerge w:val="restart"/>') + p("Malta"), p("River Watch")),
                row(about("<w:vMerge/>") + p(), p("Hill Women")),
                row(p("Peru"), p("Sea Youth")),
            )
        )
        assert texts(letter)[1:] == ["Malta\tRiver Watch", "Malta\tHill Women", "Peru\tSea Youth"]

    def test_merged_across_keeps_the_columns_under_their_heads(self) -> None:
        wide = about('<w:gridSpan w:val="2"/>')
        letter = read(
            table(
                row(p("Name"), p("Title"), p("Country")),
                row(wide + p("River Watch"), p("Malta")),
                row(p("Ada Reed"), p("Chair"), p("Peru")),
            )
        )
        assert letter.source.lines[1].cells == ("River Watch", "", "Malta")

    def test_has_a_heading_where_one_cell_reaches_over_all(self) -> None:
        wide = about('<w:gridSpan w:val="2"/>')
        letter = read(table(row(wide + p("Asia")), row(p("River Watch"), p("Hill Women"))))
        assert [line.cells for line in letter.source.lines] == [(), ("River Watch", "Hill Women")]
        assert letter.source.lines[0].text == "Asia"

    def test_whose_cells_all_hold_several_names_gives_each_its_line(self) -> None:
        names = table(
            row(p("River Watch", BREAK, "Hill Women"), p("Sea Youth") + p("Plain Folk")),
            row(p("A League", BREAK, "B League"), p()),
        )
        assert texts(read(names)) == [
            *("River Watch", "Hill Women", "Sea Youth", "Plain Folk", "A League", "B League")
        ]

    def test_says_where_lines_of_a_cell_became_one(self) -> None:
        letter = read(
            table(
                row(p("Name"), p("Country")),
                row(p("River Watch", BREAK, "of the North"), p("Malta")),
                row(p("Sea Youth"), p("Peru")),
            )
        )
        assert texts(letter)[1] == "River Watch of the North\tMalta"
        assert said(letter) == {"import-cell-joined": (2, "River Watch of the North")}

    def test_nested_gives_its_rows(self) -> None:
        inner = table(row(p("River Watch"), p("Malta")), row(p("Hill Women"), p("Peru")))
        assert texts(read(table(row(inner + p())))) == ["River Watch\tMalta", "Hill Women\tPeru"]


def test_a_letter_whose_changes_are_accepted_has_nothing_left_to_say() -> None:
    letter = read(p("We ", f"<w:ins>{run('all ')}</w:ins>", run("hidden", "<w:vanish/>"), "agree."))
    again = read_docx(letter.package, "letter.docx")
    assert again.doubts == ()
    assert etree.fromstring(parts_of(again.package)["word/document.xml"]) is not None
