"""Letters in Markdown: what it means is read, what it hides is said, its lines keep their numbers."""

import pytest

from desktop_app.domain.letter_anatomy.source import Form, SourceLine
from desktop_app.domain.reporting import ProblemError
from desktop_app.files.letter_markdown import read_markdown
from desktop_app.wording.imports import of_doubt


def lines(text: str) -> list[SourceLine]:
    return [line for line in read_markdown(text, "letter.md")[0].lines if line.text]


def texts(text: str) -> list[str]:
    return [line.text for line in lines(text)]


def said(text: str) -> dict[str, str]:
    """What the review says of a letter, by code."""
    _, doubts = read_markdown(text, "letter.md")
    assert all(of_doubt(doubt) for doubt in doubts)
    return {doubt.code: doubt.text for doubt in doubts}


def test_lines_keep_the_numbers_of_the_file_and_blank_ones_stay_blank() -> None:
    source, _ = read_markdown("To the Minister\nCapital\n\nExcellency,\n\n\nwe write\nto you.", "letter.md")
    assert [(line.number, line.text) for line in source.lines] == [
        *((1, "To the Minister"), (2, "Capital"), (3, ""), (4, "Excellency,"), (5, "")),
        *((7, "we write"), (8, "to you.")),
    ]


def test_headings_of_both_kinds_and_quotations() -> None:
    read = lines("Joint letter\n=====\n\n## Our *asks*\n\n> We lost\n> everything.")
    assert [(line.form, line.level, line.text) for line in read] == [
        (Form.HEADING, 1, "Joint letter"),
        (Form.HEADING, 2, "Our asks"),
        (Form.QUOTE, 0, "We lost everything."),
    ]


def test_items_nest_and_keep_the_numbers_that_were_typed() -> None:
    read = lines("1. Free\n   the river\n   - Open\n     1. at once\n2. Talk\n\nThen:\n\n3. Third\n1. one")
    assert [(line.number, line.form, line.level, line.marker, line.text) for line in read] == [
        (1, Form.ITEM, 1, "1.", "Free the river"),
        (3, Form.ITEM, 2, "•", "Open"),
        (4, Form.ITEM, 3, "1.", "at once"),
        (5, Form.ITEM, 1, "2.", "Talk"),
        (7, Form.TEXT, 0, "", "Then:"),
        (9, Form.ITEM, 1, "3.", "Third"),
        (10, Form.ITEM, 1, "1.", "one"),
    ]


def test_a_list_whose_numbers_are_all_one_is_counted() -> None:
    assert [line.marker for line in lines("1. a\n1. b\n1. c")] == ["1.", "2.", "3."]


def test_a_table_gives_rows() -> None:
    read = lines("| Name | Country |\n|------|:------|\n| River Watch | Malta |\n| A \\| B | Peru |")
    assert [(line.number, line.cells) for line in read] == [
        (1, ("Name", "Country")),
        (3, ("River Watch", "Malta")),
        (4, ("A | B", "Peru")),
    ]


def test_footnotes_are_numbered_as_the_text_refers_to_them_and_none_is_lost() -> None:
    read = lines(
        "Air strikes[^b] and[^a].\n\n[^a]: See [annex](https://example.org/x).\n[^b]: Report,\n    June.\n"
        "[^c]: Nobody refers to this."
    )
    assert read[0].text == "Air strikes¹ and²."
    assert [(note.form, note.marker, note.text) for note in read[1:]] == [
        (Form.FOOTNOTE, "2", "See annex."),
        (Form.FOOTNOTE, "1", "Report, June."),
        (Form.FOOTNOTE, "3", "Nobody refers to this."),
    ]
    assert [link.target for link in read[1].links] == ["https://example.org/x"]


def test_links_of_every_kind_keep_where_they_lead_and_an_address_that_no_link_uses_is_said() -> None:
    text = (
        "**Re: The [act](https://example.org/act)**, [report][r], <https://example.org/a>\n\n"
        '[r]: https://example.org/r "June"\n[u]: https://example.org/unused'
    )
    (line,) = lines(text)
    assert line.text == "Re: The act, report, https://example.org/a"
    assert [(line.text[link.start : link.end], link.target) for link in line.links] == [
        ("act", "https://example.org/act"),
        ("report", "https://example.org/r"),
        ("https://example.org/a", "https://example.org/a"),
    ]
    assert said(text) == {"import-loose-link": "https://example.org/unused"}


def test_code_keeps_its_lines() -> None:
    read = lines("```\nDear friend,\n  *we* write\n```\n\n    To the Minister\n    of <Rivers>")
    assert [(line.number, line.text, line.indent) for line in read] == [
        (2, "Dear friend,", 0),
        (3, "*we* write", 2),
        (6, "To the Minister", 0),
        (7, "of <Rivers>", 0),
    ]


def test_html_in_markdown_is_read_as_html_and_what_only_looks_like_it_as_text() -> None:
    text = (
        "We<br>act, <Name of sender>.\n\n<div hidden>unseen</div>\n\n<p>Excellency,</p>\n\n<!-- ask Ada -->"
    )
    assert texts(text) == ["We", "act, <Name of sender>.", "Excellency,"]
    assert said(text) == {"import-hidden": "unseen", "import-remark": "ask Ada"}


def test_pictures_rules_struck_text_and_the_files_head_are_said() -> None:
    text = "---\ntitle: River letter\n---\nWe write ![Map](map.png) ~~no more~~ now.\n\n* * *\n"
    assert texts(text) == ["We write now."]
    assert said(text) == {
        "import-picture-lost": "Map",
        "import-struck": "no more",
        "import-rule": "",
        "import-file-head": "title: River letter",
    }


def test_escaped_marks_are_the_marks_alone() -> None:
    assert texts(r"1\. Women\'s League \[North\] & [a\-b](x.html) &amp; \*all\*") == [
        "1. Women's League [North] & a-b & *all*"
    ]


def test_a_letter_nested_without_end_is_refused() -> None:
    with pytest.raises(ProblemError) as refused:
        read_markdown("> " * 300 + "lost", "letter.md")
    assert refused.value.code == "import-too-deep"
