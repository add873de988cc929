"""Letters as web pages: the lines a reader sees, what stands around them put aside, nothing fetched."""

import pytest

from desktop_app.domain.letter_anatomy.source import Form, SourceLine
from desktop_app.domain.reporting import ProblemError
from desktop_app.files.letter_html import read_html
from desktop_app.files.letter_text import is_html
from desktop_app.wording.imports import of_doubt


def lines(body: str, encoding: str = "utf-8") -> tuple[SourceLine, ...]:
    return read_html(f"<!doctype html><body>{body}".encode(encoding), "letter.html")[0].lines


def said(page: str) -> dict[str, str]:
    """What the review says of a page, by code."""
    _, doubts = read_html(f"<!doctype html>{page}".encode(), "letter.html")
    assert all(of_doubt(doubt) for doubt in doubts)
    return {doubt.code: doubt.text for doubt in doubts}


def texts(body: str) -> list[str]:
    return [line.text for line in lines(body)]


def test_an_address_keeps_its_lines_and_paragraphs_stay_apart() -> None:
    read = lines("<p>Her Excellency<br>the Minister<br><br>Capital</p><p>Excellency,</p>")
    assert [(line.text, line.continues) for line in read] == [
        ("Her Excellency", False),
        ("the Minister", True),
        ("", False),
        ("Capital", False),
        ("Excellency,", False),
    ]


def test_pages_one_after_the_other_are_read_to_the_end() -> None:
    assert texts("<p>one</p></body></html><!DOCTYPE html><html><body><p>two</p></body></html>three") == [
        "one",
        "two",
        "three",
    ]


def test_entities_of_a_pages_own_are_refused() -> None:
    with pytest.raises(ProblemError, match="import-page-broken"):
        read_html(b'<!DOCTYPE a [<!ENTITY b "ha">]><a>said &b;</a>', "letter.html")


def test_headings_items_and_quotations_are_what_the_page_says() -> None:
    read = lines(
        "<h2>Our asks</h2><ol start=3><li>first<ul><li>inner</li></ul></li><li>second</li></ol>"
        '<ol type="a"><li>lettered</li></ol><blockquote><p>quoted</p></blockquote>'
    )
    assert [(line.form, line.level, line.marker, line.text) for line in read] == [
        (Form.HEADING, 2, "", "Our asks"),
        (Form.ITEM, 1, "3.", "first"),
        (Form.ITEM, 2, "•", "inner"),
        (Form.ITEM, 1, "4.", "second"),
        (Form.ITEM, 1, "a.", "lettered"),
        (Form.QUOTE, 0, "", "quoted"),
    ]


def test_a_table_of_records_gives_rows_and_a_table_that_lays_out_a_page_gives_lines() -> None:
    read = lines(
        "<table><tr><th>Name<th>Country<tr><td>River <b>Watch</b><td>Malta</table>"
        "<table><tr><td>left<br>below</td><td>right</td></tr></table>"
    )
    assert [(line.form, line.cells or line.text) for line in read] == [
        (Form.CELLS, ("Name", "Country")),
        (Form.CELLS, ("River Watch", "Malta")),
        (Form.TEXT, "left"),
        (Form.TEXT, "below"),
        (Form.TEXT, "right"),
    ]


def test_what_is_not_seen_is_not_read() -> None:
    unseen = '<script>a</script><style>b</style><i hidden>c</i><span style="display: none">d</span><!-- e -->'
    assert texts(f"<p>We write{unseen} to you.</p>{unseen}") == ["We write to you."]


@pytest.mark.parametrize(
    "hidden",
    [
        "hidden",
        'style="display:none"',
        'style="visibility: hidden"',
        'style="opacity:0"',
        'style="font-size:0px"',
        'aria-hidden="true"',
        'class="screen-reader-text"',
        'class="unseen"',
    ],
)
def test_hidden_text_is_kept_out_and_said(hidden: str) -> None:
    style = "<style>/* x */ .shown, .unseen { display: none } @media print { p { display: none } }</style>"
    page = f"{style}<p>We write.</p><p {hidden}>Names that <b>nobody</b> sees</p>"
    assert texts(page) == ["We write."]
    assert said(page) == {"import-hidden": "Names that nobody sees"}


def test_long_hidden_text_is_said_by_its_first_words_and_their_number() -> None:
    _, (doubt,) = read_html(b"<p>We write.<p hidden>" + b"word " * 40 + b"<p hidden>more", "letter.html")
    assert doubt.text == "word " * 12 + "…\nmore"
    assert doubt.values["words"] == 41


def test_what_a_page_holds_beside_its_text_is_said() -> None:
    head = "<head><title>River letter - Coalition</title></head>"
    page = (
        "<!-- ask Ada first --><p>We write.</p>"
        '<img src="/a/map.png?x=1"><img src="b.png" alt="Map of the river">'
        '<iframe src="https://example.org/film"></iframe><video title="Our film"></video>'
        '<svg><text>Free rivers</text></svg><s>no longer</s><input placeholder="Your name">'
        '<select><option>Malta</option></select><input type="hidden" value="x">'
        "<!--[if mso]><xml/><![endif]--><!--StartFragment--><p>You act.</p>"
    )
    assert texts(page) == ["We write.", "You act."]
    assert said(head + page) == {
        "import-page-title": "River letter - Coalition",
        "import-remark": "ask Ada first",
        "import-picture-lost": "map.png\nMap of the river",
        "import-embedded": "film\nOur film\nFree rivers",
        "import-struck": "no longer",
        "import-form": "Your name\nMalta",
    }


def test_a_title_that_the_page_says_itself_and_code_are_not_said() -> None:
    assert (
        said("<title>River letter</title><script>x()</script><style>p{}</style><h1>River letter</h1>") == {}
    )


def test_cells_that_reach_over_rows_and_columns_are_in_each_row() -> None:
    read = lines(
        '<table><tr><th>Country<th>Name<th>Title<tr><td rowspan="2">Malta<td>Ada Reed<td>Chair'
        '<tr><td>Ben Ford<td>Member<tr><td>Peru<td colspan="2">Hill Women</table>'
    )
    assert [line.cells for line in read[1:]] == [
        ("Malta", "Ada Reed", "Chair"),
        ("Malta", "Ben Ford", "Member"),
        ("Peru", "Hill Women", ""),
    ]


def test_a_cell_over_the_whole_table_is_a_heading_and_lines_of_a_cell_that_became_one_are_said() -> None:
    page = (
        '<table><tr><td colspan="2">Asia<tr><td>River Watch<br>of the North<td>Malta'
        "<tr><td><p>Sea\nYouth</p><td>Peru</table>"
    )
    assert [line.cells or line.text for line in lines(page)] == [
        "Asia",
        ("River Watch of the North", "Malta"),
        ("Sea Youth", "Peru"),
    ]
    assert said(page) == {"import-cell-joined": "River Watch of the North"}


def test_a_table_whose_cells_all_hold_several_names_gives_each_its_line() -> None:
    page = "<table><tr><td>River Watch<br>Hill Women<td>Sea Youth<br>Plain Folk<tr><td><p>A<p>B<td></table>"
    assert texts(page) == ["River Watch", "Hill Women", "Sea Youth", "Plain Folk", "A", "B"]


def test_cells_that_reach_further_than_any_list_stop_there() -> None:
    wide = '<td rowspan="99999" colspan="99999">a' * 100
    assert len(lines(f"<table><tr>{wide}{'<tr><td>b<td>c' * 300}</table>")) == 301


def test_definitions_details_and_quotations_keep_every_line() -> None:
    page = (
        "<dl><dt>Chair<dd>Ada Reed</dl><details><summary>Signatories</summary><p>River Watch</details>"
        "<blockquote>quoted<footer>Ben</footer></blockquote>"
    )
    assert texts(page) == [*("Chair", "Ada Reed", "Signatories", "River Watch", "quoted", "Ben")]


def test_menus_and_foot_lines_are_put_aside_and_not_lost() -> None:
    read = lines(
        '<header><nav><a href="/">Home</a></nav></header><div class="cookie-banner">We use cookies</div>'
        "<main><h1>Joint letter</h1><p>We, 46 organisations, write to you about the river.</p></main>"
        "<footer><nav>Imprint</nav></footer>"
    )
    aside = [line.text for line in read if line.form is Form.ASIDE]
    assert aside == ["Home", "We use cookies", "Imprint"]
    assert next(line.text for line in read if line.form is not Form.ASIDE) == "Joint letter"


def test_links_lead_out_or_are_lost_and_those_within_the_page_are_none() -> None:
    (line,) = lines(
        '<p>See <a href="https://example.org/r">this</a>, <a href="/x">that</a><a href="#n1">[1]</a></p>'
    )
    assert line.text == "See this, that[1]"
    assert [(line.text[a.start : a.end], a.target) for a in line.links] == [
        ("this", "https://example.org/r"),
        ("that", ""),
    ]


def test_footnotes_have_their_mark_and_the_text_has_theirs() -> None:
    text, note = lines('<p>Airstrikes<sup>1</sup> go on.</p><div id="ftn1"><p>[1] Report of June.</p></div>')
    assert text.text == "Airstrikes¹ go on."
    assert (note.form, note.marker, note.text) == (Form.FOOTNOTE, "1", "Report of June.")


def test_a_note_of_libreoffice_has_its_mark_before_a_blank() -> None:
    (note,) = lines('<div id="sdfootnote1"><p><a href="#sdfootnote1anc">1</a> Report of June.</p></div>')
    assert (note.form, note.marker, note.text) == (Form.FOOTNOTE, "1", "Report of June.")


def test_a_linked_mark_is_one_and_a_note_keeps_where_it_leads() -> None:
    text, note = lines(
        '<p>Airstrikes<sup><a href="#fn1">1</a></sup> go on.</p><ol><li id="fn1">See '
        '<a href="https://example.org/r">the report</a>.</li></ol>'
    )
    assert text.text == "Airstrikes¹ go on."
    assert (note.form, note.marker) == (Form.FOOTNOTE, "1")
    assert [(note.text[k.start : k.end], k.target) for k in note.links] == [
        ("the report", "https://example.org/r")
    ]


def test_preformatted_text_keeps_its_lines() -> None:
    read = lines("<pre>To the Minister\n  of Rivers\n\nExcellency,</pre>")
    assert [(line.text, line.indent) for line in read] == [
        ("To the Minister", 0),
        ("of Rivers", 2),
        ("", 0),
        ("Excellency,", 0),
    ]


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-8", "utf-8"), ("cp1251", "windows-1251"), ("gbk", "gbk")]
)
def test_a_page_in_the_encoding_that_it_names(encoding: str, name: str) -> None:
    text = "尊敬的部长" if encoding == "gbk" else "Уважаемый министр"
    page = f'<html><head><meta charset="{name}"></head><body><p>{text}</p>'
    assert read_html(page.encode(encoding), "letter.html")[0].lines[0].text == text


def test_a_page_that_cannot_be_read_to_its_end_is_refused() -> None:
    with pytest.raises(ProblemError) as refused:
        lines("<div>" * 2000 + "We write to you.")
    assert refused.value.code == "import-page-broken"


def test_a_page_of_endless_tags_is_refused_at_once() -> None:
    with pytest.raises(ProblemError) as refused:
        lines("<p>a" * 200_000)
    assert refused.value.code == "import-too-large"


@pytest.mark.parametrize("begins", ["<!DOCTYPE html>", "  <html>", "<!-- x --><div>", "\ufeff<p>"])
def test_a_page_is_known_by_how_it_begins(begins: str) -> None:
    assert is_html(f"{begins} We write".encode(), ".txt")


def test_a_letter_that_begins_with_an_arrow_is_no_page() -> None:
    assert not is_html(b"<< Excellency >>\nwe write", ".txt")
