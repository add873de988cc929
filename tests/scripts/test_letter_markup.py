"""The markup in which the starter letters are written."""

import re

import pytest

from scripts.templates.markup import Footnote, Link, PageNumber, Paragraph, Run, paragraphs


def read(source: str, language: str = "en") -> list[Paragraph]:
    return list(paragraphs(source, language))


def test_a_paragraph_has_the_style_its_sign_says() -> None:
    source = "# Head\n\nBody,\nwrapped.\n\n! Ask\n\n1. First\n\na. Nested\n\n@Count Statement: Signed: all"
    assert [(paragraph.style, paragraph.content) for paragraph in read(source)] == [
        ("Title", (Run("Head"),)),
        ("Body Text", (Run("Body, wrapped."),)),
        ("Ask", (Run("Ask"),)),
        ("List Number", (Run("First"),)),
        ("List Number 2", (Run("Nested"),)),
        ("Count Statement", (Run("Signed: all"),)),
    ]


def test_a_prompt_keeps_its_brackets_and_a_field_stays_whole() -> None:
    (paragraph,) = read("On [day], {{ letter.date|long_date }}.")
    assert paragraph.content == (
        Run("On "),
        Run("[day]", prompt=True),
        Run(", {{ letter.date|long_date }}."),
    )


def test_a_footnote_may_hold_a_link_whose_text_is_a_prompt() -> None:
    (paragraph,) = read("Many.^[*Title*, [[link]](https://example.org/a).]")
    assert paragraph.content == (
        Run("Many."),
        Footnote(
            (
                Run("Title", italic=True),
                Run(", "),
                Link("https://example.org/a", (Run("[link]", prompt=True),)),
                Run("."),
            )
        ),
    )


def test_a_line_of_dashes_starts_a_page() -> None:
    assert [paragraph.new_page for paragraph in read("One\n\n---\n\nTwo\n\nThree")] == [False, True, False]


def test_page_numbers() -> None:
    (paragraph,) = read("@footer: Page <page> of <pages>")
    assert paragraph.content == (
        Run("Page "),
        PageNumber(all_pages=False),
        Run(" of "),
        PageNumber(all_pages=True),
    )


def test_french_has_its_spaces() -> None:
    (paragraph,) = read("« Oui » : 5 310 voix ; vraiment ?", "fr")
    assert paragraph.content == (Run("«\xa0Oui\xa0»\xa0: 5\u202f310 voix\u202f; vraiment\u202f?"),)


@pytest.mark.parametrize("source", ["an [open prompt", "a **bold start", "a stray ] bracket", "^[a note"])
def test_an_open_mark_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=re.escape(source)):
        read(source)
