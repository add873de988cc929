"""letter.docx of an imported letter: its pieces in the styles of the starter templates."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from lxml import etree
from template_files import W, body, parts_of, roots, text_of

from desktop_app.domain.letter_anatomy import Link
from desktop_app.domain.letter_anatomy.template import Piece, PieceKind
from desktop_app.files.letter_docx import read_letter
from desktop_app.files.letter_making import made_letter
from scripts.make_templates import LOOK


def letter(tmp_path: Path, *pieces: Piece, language: str = "en", list_on_new_page: bool = False) -> Path:
    path = tmp_path / "letter.docx"
    data = made_letter(pieces, LOOK.read_bytes(), language, list_on_new_page=list_on_new_page)
    path.write_bytes(data)
    return path


def text(words: str, line: int = 1, links: Sequence[Link] = ()) -> Piece:
    return Piece(PieceKind.PARAGRAPH, words, line, links=tuple(links))


def item(words: str, line: int, marker: str = "•", level: int = 1) -> Piece:
    return Piece(PieceKind.ITEM, words, line, level, marker)


def note(words: str, line: int, marker: str) -> Piece:
    return Piece(PieceKind.FOOTNOTE, words, line, marker=marker)


def part(path: Path, name: str) -> etree._Element:
    return etree.fromstring(parts_of(path.read_bytes())[f"word/{name}.xml"])


WHOLE = (
    Piece(PieceKind.TITLE, "Joint letter on Orlavia", 1),
    Piece(PieceKind.ADDRESS, "{{ recipient.address }}", 2),
    Piece(PieceKind.DATE, "{{ letter.place }}, {{ letter.date|long_date }}", 3),
    Piece(PieceKind.REFERENCE, "Ref.: {{ letter.reference }}", 4),
    Piece(PieceKind.SUBJECT, "Re: {{ letter.subject }}", 5),
    Piece(PieceKind.SALUTATION, "{{ recipient.salutation }}", 6),
    Piece(PieceKind.HEADING, "What happened", 7, 1),
    text("The valley has been besieged since spring.", 8),
    Piece(PieceKind.HEADING, "In the towns", 9, 2),
    Piece(PieceKind.QUOTE, "“We have no water,” said a nurse.", 10),
    item("lift the siege", 11),
    Piece(PieceKind.CLOSING, "Yours sincerely,", 12),
    Piece(PieceKind.SIGNATURE, "{{ signature }}", 13),
    Piece(PieceKind.COPIES, "cc: {{ letter.cc }}", 14),
    Piece(PieceKind.STATEMENT, "{{ signatories.statement }}", 15),
    Piece(PieceKind.SIGNATORIES, "{{ signatories }}", 16),
    Piece(PieceKind.NOTE, "As of {{ signatories.as_of|long_date }}.", 17),
    Piece(PieceKind.CONTACT_HEADING, "Contacts:", 18),
    Piece(PieceKind.CONTACTS, "{{ contacts }}", 19),
)


def test_each_piece_is_a_paragraph_in_its_style(tmp_path: Path) -> None:
    assert body(letter(tmp_path, *WHOLE)) == [
        ("Title", "Joint letter on Orlavia"),
        ("Address", "{{ recipient.address }}"),
        ("Date", "{{ letter.place }}, {{ letter.date|long_date }}"),
        ("Reference", "Ref.: {{ letter.reference }}"),
        ("Subject", "Re:\t{{ letter.subject }}"),
        ("Salutation", "{{ recipient.salutation }}"),
        ("Heading1", "What happened"),
        ("BodyText", "The valley has been besieged since spring."),
        ("Heading2", "In the towns"),
        ("Quote", "“We have no water,” said a nurse."),
        ("ListBullet", "lift the siege"),
        ("Closing", "Yours sincerely,"),
        ("Signature", "{{ signature }}"),
        ("Copies", "cc: {{ letter.cc }}"),
        ("CountStatement", "{{ signatories.statement }}"),
        ("Signatory", "{{ signatories }}"),
        ("Note", "As of {{ signatories.as_of|long_date }}."),
        ("ContactHeading", "Contacts:"),
        ("Contact", "{{ contacts }}"),
    ]


def test_every_style_that_is_named_is_there(tmp_path: Path) -> None:
    path = letter(tmp_path, *WHOLE, text("As counted[1].", 20), note("By hand.", 21, "1"))
    defined = {style.get(f"{W}styleId") for style in part(path, "styles").iter(f"{W}style")}
    marks = (f"{W}pStyle", f"{W}rStyle")
    assert {mark.get(f"{W}val") for root in roots(path) for mark in root.iter(*marks)} <= defined


def test_nothing_has_to_be_scrubbed_off(tmp_path: Path) -> None:
    draft = read_letter(letter(tmp_path, *WHOLE))
    assert draft.findings == ()
    assert [p.text for p in draft.paragraphs if p.part == "header"] == ["{{ letter.title }}"]


def test_lines_of_one_paragraph_stay_lines(tmp_path: Path) -> None:
    path = letter(tmp_path, Piece(PieceKind.CLOSING, "With respect,\nYours sincerely,", 1))
    (closing,) = part(path, "document").iter(f"{W}p")
    assert [child.tag for run in closing.iter(f"{W}r") for child in run] == [f"{W}t", f"{W}br", f"{W}t"]


def test_what_no_file_can_hold_is_left_out(tmp_path: Path) -> None:
    assert body(letter(tmp_path, text("Seals\x07 and\x00 bells"))) == [("BodyText", "Seals and bells")]


class TestLists:
    def levels(self, path: Path) -> list[tuple[str, str, str]]:
        """Of each item: format, text and first number of its list's level."""
        numbering = part(path, "numbering")
        abstract = {n.get(f"{W}numId"): n[0].get(f"{W}val") for n in numbering.iter(f"{W}num")}
        found = []
        for own in part(path, "document").iter(f"{W}numPr"):
            depth, key = (child.get(f"{W}val") for child in own)
            (level,) = numbering.xpath(
                f"w:abstractNum[@w:abstractNumId='{abstract[key]}']/w:lvl[@w:ilvl='{depth}']",
                namespaces={"w": W.strip("{}")},
            )
            values = [level.find(f"{W}{name}").get(f"{W}val") for name in ("numFmt", "lvlText", "start")]
            found.append((values[0], values[1], values[2]))
        return found

    def numbers(self, path: Path) -> list[str | None]:
        return [n.get(f"{W}val") for n in part(path, "document").iter(f"{W}numId")]

    @pytest.mark.parametrize(
        ("marker", "level", "meant"),
        [
            ("•", 1, ("bullet", "•", "1")),
            ("-", 1, ("bullet", "•", "1")),
            ("", 2, ("bullet", "–", "1")),
            ("1.", 1, ("decimal", "%1.", "1")),
            ("3)", 1, ("decimal", "%1)", "3")),
            ("(a)", 1, ("lowerLetter", "(%1)", "1")),
            ("b.", 2, ("lowerLetter", "%2.", "2")),
            ("A.", 1, ("upperLetter", "%1.", "1")),
            ("ii.", 1, ("lowerRoman", "%1.", "2")),
        ],
    )
    def test_a_marker_says_what_kind_of_list_it_is(
        self, tmp_path: Path, marker: str, level: int, meant: tuple[str, str, str]
    ) -> None:
        assert self.levels(letter(tmp_path, item("lift the siege", 1, marker, level))) == [meant]

    def test_each_list_counts_for_itself(self, tmp_path: Path) -> None:
        pieces = [item("a", 1, "1."), item("b", 2, "2."), text("And:", 3), item("c", 4, "1.")]
        first, second, third = self.numbers(letter(tmp_path, *pieces))
        assert first == second != third

    def test_a_list_goes_on_after_what_is_nested_in_it(self, tmp_path: Path) -> None:
        nested = [item("b", 2, "a.", 2), item("c", 3, "b.", 2)]
        path = letter(tmp_path, item("a", 1, "1."), *nested, item("d", 4, "2."), item("e", 5, "a.", 2))
        first, second, third, fourth, fifth = self.numbers(path)
        assert first == fourth
        assert second == third != fifth
        styles = ["ListNumber", "ListNumber2", "ListNumber2", "ListNumber", "ListNumber2"]
        assert [style for style, _ in body(path)] == styles

    def test_a_list_that_other_text_interrupts_counts_on(self, tmp_path: Path) -> None:
        path = letter(tmp_path, item("a", 1, "1."), text("That is:", 2), item("b", 3, "2."))
        assert [start for _, _, start in self.levels(path)] == ["1", "2"]


class TestFootnotes:
    @pytest.mark.parametrize(
        ("words", "left"),
        [
            ("at least 90 raids[1] in May", "at least 90 raids in May"),
            ("at least 90 raids¹ in May", "at least 90 raids in May"),
            ("at least 90 raids1 in May", "at least 90 raids in May"),
            ("in May.1 Then", "in May. Then"),
            ("at least 90 raids,? in May", "at least 90 raids, in May"),
        ],
    )
    def test_a_mark_in_the_text_becomes_a_footnote(self, tmp_path: Path, words: str, left: str) -> None:
        path = letter(tmp_path, text(words), note("Counted by hand.", 2, "1"))
        assert body(path) == [("BodyText", left)]
        notes = [text_of(p).strip() for p in part(path, "footnotes").iter(f"{W}p")]
        assert notes[-1] == "Counted by hand."
        assert [n.get(f"{W}id") for n in part(path, "document").iter(f"{W}footnoteReference")] == ["1"]

    @pytest.mark.parametrize(
        "words", ["Article 1 applies", "the 1.1 million", "in 2011 and 21 towns", "Yes? No?"]
    )
    def test_other_figures_are_no_marks(self, tmp_path: Path, words: str) -> None:
        path = letter(tmp_path, text(words), note("Counted by hand.", 2, "1"))
        assert body(path) == [("BodyText", words), ("Note", "1 Counted by hand.")]

    def test_one_that_nothing_points_at_stands_after_the_text(self, tmp_path: Path) -> None:
        closing = Piece(PieceKind.CLOSING, "Yours sincerely,", 4)
        names = Piece(PieceKind.SIGNATORIES, "{{ signatories }}", 5)
        path = letter(tmp_path, text("One"), note("By hand.", 2, "*"), text("Two", 3), closing, names)
        assert [words for _, words in body(path)] == [
            *("One", "Two", "Yours sincerely,", "* By hand.", "{{ signatories }}")
        ]

    def test_they_are_numbered_as_the_text_points_at_them(self, tmp_path: Path) -> None:
        path = letter(tmp_path, text("raids[2] and towns[1]"), note("towns", 2, "1"), note("raids", 3, "2"))
        notes = [text_of(p).strip() for p in part(path, "footnotes").iter(f"{W}p")]
        assert notes[-2:] == ["raids", "towns"]


class TestLinks:
    def test_a_link_leads_where_it_did(self, tmp_path: Path) -> None:
        path = letter(tmp_path, text("See the report.", links=[Link(8, 14, "https://example.org/a?b=1&c=2")]))
        assert body(path) == [("BodyText", "See the report.")]
        assert read_letter(path).links == ("https://example.org/a?b=1&c=2",)

    @pytest.mark.parametrize(
        "target", ["", "#", "javascript:alert(1)", "file:///etc/passwd", "ftp://example.org"]
    )
    def test_other_targets_are_no_links(self, tmp_path: Path, target: str) -> None:
        path = letter(tmp_path, text("See the report.", links=[Link(8, 14, target)]))
        assert (body(path), read_letter(path).links) == ([("BodyText", "See the report.")], ())


class TestLanguages:
    def test_the_letter_says_its_language(self, tmp_path: Path) -> None:
        (default,) = part(letter(tmp_path, text("Wir bitten"), language="de"), "styles").iter(f"{W}lang")
        assert default.get(f"{W}val") == "de"

    def test_arabic_runs_from_the_right(self, tmp_path: Path) -> None:
        path = letter(tmp_path, text("نحن الموقعين أدناه (UN)"), language="ar")
        (paragraph,) = part(path, "document").iter(f"{W}p")
        assert paragraph.find(f"{W}pPr/{W}bidi") is not None
        assert paragraph.find(f"{W}r/{W}rPr/{W}rtl") is not None

    def test_english_does_not(self, tmp_path: Path) -> None:
        assert list(part(letter(tmp_path, text("We, the undersigned")), "document").iter(f"{W}bidi")) == []


@pytest.mark.parametrize("on_new_page", [True, False])
def test_a_long_list_begins_a_page(tmp_path: Path, on_new_page: bool) -> None:
    path = letter(tmp_path, *WHOLE, list_on_new_page=on_new_page)
    breaks = [
        text_of(paragraph)
        for paragraph in part(path, "document").iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]
    assert breaks == (["{{ signatories.statement }}"] if on_new_page else [])


def test_a_word_too_long_for_the_margin_has_no_tab_after_it(tmp_path: Path) -> None:
    path = letter(tmp_path, Piece(PieceKind.SUBJECT, "Betreff: {{ letter.subject }}", 1), language="de")
    assert body(path) == [("Subject", "Betreff: {{ letter.subject }}")]


def test_the_same_pieces_give_the_same_bytes() -> None:
    look = LOOK.read_bytes()
    first, second = (made_letter(WHOLE, look, "en", list_on_new_page=True) for _ in range(2))
    assert first == second
