"""Letters as DOCX: lines as Word prints them, and a file whose lines can be found again."""

import io
from collections.abc import Sequence

from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from letters import SECTION, Letter, cell, field_code, p, parts_of, run, text_box
from lxml import etree

from desktop_app.domain.letter_anatomy.source import Form, SourceLine
from desktop_app.files.letter_word import WordLetter, read_docx
from desktop_app.files.package_gate import Kind, unpack
from desktop_app.files.word_parts import WordParts
from desktop_app.files.wordml import W

BREAK = "<w:r><w:br/></w:r>"


def read(body: Sequence[str], **parts: str) -> WordLetter:
    return read_docx(Letter(body, **parts).data(), "letter.docx")  # type: ignore[arg-type]


def lines(body: Sequence[str], **parts: str) -> tuple[SourceLine, ...]:
    return read(body, **parts).source.lines


def told(read_lines: Sequence[SourceLine]) -> list[tuple[Form, int, str, str]]:
    return [(line.form, line.level, line.marker, line.text) for line in read_lines]


def test_each_paragraph_is_a_line_and_a_break_makes_two() -> None:
    found = lines([p("Her Excellency", BREAK, "the Minister"), p(), p("Excellency,")])
    assert [(line.number, line.text, line.continues) for line in found] == [
        (1, "Her Excellency", False),
        (2, "the Minister", True),
        (3, "", False),
        (4, "Excellency,", False),
    ]


def test_pages_begin_where_the_file_breaks_them() -> None:
    new_page = '<w:r><w:br w:type="page"/></w:r>'
    found = lines([p("a", new_page, "b"), p("c", look="<w:pageBreakBefore/>"), p("d", look=SECTION), p("e")])
    assert [line.text for line in found if line.starts_page] == ["b", "c", "e"]


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%3"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)


def item(text: str, number: int, level: int = 0) -> str:
    return p(text, look=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_automatic_numbers_are_counted_as_word_counts_them() -> None:
    found = lines(
        [
            item("one", 1),
            item("below", 1, 1),
            item("below again", 1, 1),
            item("deep", 1, 2),
            item("two", 1),
            item("below anew", 1, 1),
            item("bullet", 2),
            item("from seven", 3),
            item("eight", 3),
            p("1. typed"),
        ],
        numbering=NUMBERING,
    )
    assert told(found) == [
        (Form.ITEM, 1, "1.", "one"),
        (Form.ITEM, 2, "a)", "below"),
        (Form.ITEM, 2, "b)", "below again"),
        (Form.ITEM, 3, "1.i", "deep"),
        (Form.ITEM, 1, "2.", "two"),
        (Form.ITEM, 2, "a)", "below anew"),
        (Form.ITEM, 1, "•", "bullet"),
        (Form.ITEM, 1, "7.", "from seven"),
        (Form.ITEM, 1, "8.", "eight"),
        (Form.TEXT, 0, "", "1. typed"),
    ]


def test_styles_say_what_is_a_heading_an_item_or_a_quotation() -> None:
    document = Document()
    for text, style in (
        ("Joint letter", "Title"),
        ("Our asks", "Heading 2"),
        ("free them", "List Number"),
        ("talk", "List Bullet"),
        ("at once", "List Bullet 2"),
        ("in their words", "Quote"),
        ("plain", None),
    ):
        document.add_paragraph(text, style=style)
    out = io.BytesIO()
    document.save(out)
    assert told(read_docx(out.getvalue(), "letter.docx").source.lines) == [
        (Form.HEADING, 1, "", "Joint letter"),
        (Form.HEADING, 2, "", "Our asks"),
        (Form.ITEM, 1, "1.", "free them"),
        (Form.ITEM, 1, "•", "talk"),
        (Form.ITEM, 2, "•", "at once"),
        (Form.QUOTE, 0, "", "in their words"),
        (Form.TEXT, 0, "", "plain"),
    ]


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{inside}</w:tc>" for inside in cells) + "</w:tr>"


def test_a_table_of_records_gives_rows_and_one_that_sets_columns_gives_lines() -> None:
    records = f"<w:tbl>{row(p('Name'), p('Country'))}{row(p('River', ' Watch'), p('Malta'))}</w:tbl>"
    columns = f"<w:tbl>{row(p('A') + p('B'), p('C'))}</w:tbl>"
    found = lines([records, columns, cell(p("Letterhead"))])
    assert [(line.form, line.text, line.cells) for line in found] == [
        (Form.CELLS, "Name\tCountry", ("Name", "Country")),
        (Form.CELLS, "River Watch\tMalta", ("River Watch", "Malta")),
        (Form.TEXT, "A", ()),
        (Form.TEXT, "B", ()),
        (Form.TEXT, "C", ()),
        (Form.TEXT, "Letterhead", ()),
    ]


def test_a_text_box_follows_the_paragraph_that_it_hangs_on_and_is_read_once() -> None:
    assert [line.text for line in lines([p("before", text_box(p("in the box"))), p("after")])] == [
        "before",
        "in the box",
        "after",
    ]


def test_a_footnote_stands_at_the_end_under_the_number_that_the_text_has() -> None:
    found = [line for line in lines([p("We write.")], footnote=p(" Report of June.")) if line.text]
    assert told(found)[1:] == [
        (Form.TEXT, 0, "", "See the note.¹"),
        (Form.FOOTNOTE, 0, "1", "Report of June."),
    ]


def test_links_keep_where_they_lead_and_unsafe_ones_are_lost() -> None:
    body = [
        p("See ", f'<w:hyperlink r:id="rId7">{run("the ")}{run("report")}</w:hyperlink>', " of June"),
        p(field_code('HYPERLINK "https://example.org/field"', "field")),
        p(f'<w:hyperlink r:id="rId8">{run("share")}</w:hyperlink>'),
    ]
    relations = {
        "rId7": ("hyperlink", "https://example.org/report"),
        "rId8": ("hyperlink", "file://server/x"),
    }
    found = read_docx(Letter(body, relations=relations).data(), "letter.docx").source.lines
    assert [(line.text[k.start : k.end], k.target) for line in found for k in line.links] == [
        ("the report", "https://example.org/report"),
        ("field", "https://example.org/field"),
        ("share", ""),
    ]


def test_tracked_changes_are_accepted_and_counted() -> None:
    letter = read(
        [
            p(
                "We ",
                f"<w:ins>{run('all ')}</w:ins>",
                "<w:del><w:r><w:delText>none </w:delText></w:r></w:del>",
                "agree.",
            )
        ]
    )
    assert [line.text for line in letter.source.lines] == ["We all agree."]
    assert [(finding.code, finding.values) for finding in letter.findings] == [
        ("import-changes-accepted", {"changes": 2})
    ]
    assert read_docx(letter.package, "letter.docx").findings == ()


def test_comments_and_hidden_text_leave_the_file() -> None:
    marked = '<w:commentRangeStart w:id="1"/>', '<w:r><w:commentReference w:id="1"/></w:r>'
    letter = Letter(
        [p("We write.", *marked, run("Secret", "<w:vanish/>"))],
        parts={"word/comments.xml": f'<w:comments xmlns:w="{W}"><w:comment w:id="1"/></w:comments>'},
    )
    found = read_docx(letter.data(), "letter.docx")
    assert {doubt.code for doubt in found.doubts} == {"import-hidden"}
    parts = parts_of(found.package)
    assert "word/comments.xml" not in parts
    assert not any(b"Secret" in data or b"omment" in data for data in parts.values())


def test_a_letter_with_nothing_to_take_out_stays_byte_for_byte() -> None:
    data = Letter([p("We write.")], header=p("Letterhead")).data()
    assert read_docx(data, "letter.docx").package == data


def test_the_writer_finds_every_character_of_every_line_again() -> None:
    letter = read([p("a", BREAK, "b"), p("c", text_box(p("d"))), cell(p("e"))], footnote=p("f"))
    again = WordParts(unpack(letter.package, Kind.DOCX, "letter.docx"), "letter.docx")
    found = [(line.number, line.text) for _, line in again.lines()]
    assert found == [(line.number, line.text) for line in letter.source.lines]


PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=8)
PARAGRAPH = st.lists(PLAIN, max_size=3).map(lambda texts: p(*(run(text) for text in texts)))
BLOCK = st.one_of(
    PARAGRAPH,
    PARAGRAPH.map(cell),
    PARAGRAPH.map(lambda inside: p("x", text_box(inside))),
    st.lists(st.lists(PARAGRAPH, min_size=2, max_size=3), min_size=1, max_size=3).map(
        lambda rows: f"<w:tbl>{''.join(row(*cells) for cells in rows)}</w:tbl>"
    ),
)


@given(st.lists(BLOCK, max_size=5))
def test_no_character_is_lost(body: list[str]) -> None:
    letter = read(body)
    root = etree.fromstring(parts_of(letter.package)["word/document.xml"])
    w = {"w": W, "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006"}
    shown = root.xpath("//w:t[not(ancestor::mc:Fallback)]", namespaces=w)
    assert isinstance(shown, list)
    written = "".join(node.text or "" for node in shown if isinstance(node, etree._Element))
    assert "".join(sorted("".join(line.text for line in letter.source.lines).replace("\t", ""))) == "".join(
        sorted(written.replace("\t", ""))
    )
