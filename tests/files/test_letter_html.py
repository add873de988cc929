"""Letters as web pages: the lines a reader sees, what stands around them put aside, nothing fetched."""

import pytest

from desktop_app.domain.letter_anatomy.source import Form, SourceLine
from desktop_app.domain.reporting import ProblemError
from desktop_app.files.letter_html import is_html, read_html


def lines(body: str, encoding: str = "utf-8") -> tuple[SourceLine, ...]:
    return read_html(f"<!doctype html><body>{body}".encode(encoding), "letter.html").lines


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
    assert read_html(page.encode(encoding), "letter.html").lines[0].text == text


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
