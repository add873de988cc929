"""A public copy: the letter as a page and as text, readable by everybody, fetching nothing."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from letters import Letter, cell, p, run, text_box

from desktop_app.domain.public_letter import Block, BlockKind, PublicLetter, Span
from desktop_app.files.finished_page import faults_in_page
from desktop_app.files.letter_blocks import letter_blocks
from desktop_app.files.public_copy import as_html, as_text


def item(text: str, marker: str, level: int = 1) -> Block:
    return Block(BlockKind.ITEM, (Span(text),), level, marker)


LETTER = PublicLetter(
    title="Truce & more <now>",
    language="en",
    is_right_to_left=False,
    banners=("Draft",),
    blocks=(
        Block(BlockKind.PARAGRAPH, (Span("To Members\n"), Span("of the Council"))),
        Block(BlockKind.HEADING, (Span("What we ask"),), 1),
        Block(
            BlockKind.PARAGRAPH,
            (
                Span("We "),
                Span("ask", bold=True),
                Span(" and as", bold=True),
                Span(" see "),
                Span("the report", italic=True, link="https://example.org/a?b&c"),
                Span("", note=1),
                Span("."),
            ),
        ),
        item("stop;", "1."),
        item("at once,", "a.", 2),
        item("for good;", "b.", 2),
        item("speak.", "2."),
        item("22 May Forum", "1"),
        item("A <Member>", "–", 2),
    ),
    notes=((Span("Report, "), Span("p. 3", italic=True)),),
)


def page(letter: PublicLetter = LETTER) -> ET.Element:
    return ET.fromstring(as_html(letter).decode().removeprefix("<!DOCTYPE html>"))


def test_the_page_says_what_the_letter_says_and_how() -> None:
    root = page()
    assert root.attrib == {"lang": "en", "dir": "ltr"}
    assert root.findtext("head/title") == root.findtext("body/main/h1") == "Truce & more <now>"
    main = root.find("body/main")
    assert main is not None
    assert [part.tag for part in main] == ["p", "h1", "p", "h2", "p", "ol", "section"]
    assert [strong.text for strong in main.iter("strong")] == ["ask and as"]
    assert [link.get("href") for link in main.iter("a")] == ["https://example.org/a?b&c", "#note1", "#ref1"]
    assert main.find("p/br") is not None


def test_lists_are_lists_with_their_numbers_and_what_belongs_below() -> None:
    top = page().find("body/main/ol")
    assert top is not None
    assert [entry.get("value") for entry in top] == ["1", "2", "1"]
    letters, marks = top[0].find("ol"), top[2].find("ul")
    assert letters is not None
    assert marks is not None
    assert letters.get("type") == "a"
    assert [entry.text for entry in letters] == ["at once,", "for good;"]
    assert [entry.text for entry in marks] == ["A <Member>"]


def test_notes_and_their_marks_lead_to_each_other() -> None:
    root = page()
    there = {element.get("id") for element in root.iter() if element.get("id")}
    assert {
        link.get("href", "")[1:] for link in root.iter("a") if link.get("href", "").startswith("#")
    } == there


def test_a_page_loads_and_runs_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(as_html(LETTER))
    assert list(faults_in_page((tmp_path / "a.html").read_bytes())) == []
    text = as_html(LETTER).decode()
    assert not re.search(r"<(?:script|link|img|iframe)|url\(|@import", text)


@pytest.mark.parametrize(
    "planted",
    [
        '<img src="https://example.org/x.png"/>',
        "<script>1</script>",
        '<p onclick="x()">a</p>',
        '<meta name="generator" content="Sereth"/>',
        '<p style="background: url(https://example.org/x)">a</p>',
        '<a href="javascript:x()">a</a>',
        '<a href="file:///etc/hosts">a</a>',
    ],
)
def test_a_page_that_loads_or_runs_or_tells_is_not_let_through(tmp_path: Path, planted: str) -> None:
    text = as_html(LETTER).decode().replace("</main>", f"{planted}</main>")
    (tmp_path / "a.html").write_text(text, "utf-8")
    assert list(faults_in_page((tmp_path / "a.html").read_bytes())) != []


def test_right_to_left_is_said() -> None:
    from dataclasses import replace

    root = page(replace(LETTER, language="ar", is_right_to_left=True))
    assert root.attrib == {"lang": "ar", "dir": "rtl"}


def test_a_long_list_stands_in_columns() -> None:
    from dataclasses import replace

    many = tuple(item(f"Forum {number}", str(number)) for number in range(1, 30))
    assert next(page(replace(LETTER, blocks=many)).iter("ol")).get("class") == "long"


def test_as_text() -> None:
    assert as_text(LETTER).decode() == (
        "Draft\n\nTruce & more <now>\n\nTo Members\nof the Council\n\nWhat we ask\n\n"
        "We ask and as see the report[1].\n\n"
        "1. stop;\n   a. at once,\n   b. for good;\n2. speak.\n1. 22 May Forum\n   – A <Member>\n\n"
        "[1] Report, p. 3\n"
    )


# What is read of a finished letter


def test_blocks_of_a_letter() -> None:
    bold = run("bold", "<w:b/>")
    letter = Letter(
        [
            p("We ", bold, "<w:r><w:br/></w:r>", "end"),
            p(" "),
            cell(p("Ada Example"), p("Chair")),
            p("box: ", text_box(p("inside"))),
        ],
        footnote=p("Report"),
        header=p("only on pages"),
    )
    blocks, notes = letter_blocks(letter.data())
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.PARAGRAPH, "We bold\nend"),
        (BlockKind.ROW, "Ada Example\nChair"),
        (BlockKind.PARAGRAPH, "box: inside"),
        (BlockKind.PARAGRAPH, "See the note.[1]"),
    ]
    assert blocks[0].spans[1] == Span("bold", bold=True)
    assert [[span.text for span in spans] for spans in notes] == [["Report"]]
