"""A Word letter becomes the template: passages become fields, and nothing else of it changes."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letters import SECTION, Letter, cell, field_code, p, run, text_box
from lxml import etree
from template_files import W, parts_of, text_of

from desktop_app.domain.letter_anatomy.reading import anatomy_of
from desktop_app.domain.letter_anatomy.template import Edits, Spot, edits_of, with_spots
from desktop_app.files.letter_docx import read_letter
from desktop_app.files.letter_fields import with_fields
from desktop_app.files.letter_margins import margins_of
from desktop_app.files.letter_paragraphs import paragraphs_of
from desktop_app.files.letter_word import read_docx

BOLD, ITALIC = "<w:b/>", "<w:i/>"
COLUMNS = SECTION.replace("</w:sectPr>", '<w:cols w:num="2"/></w:sectPr>')


def edited(
    letter: Letter, spots: Mapping[int, tuple[Spot, ...]], removed: frozenset[int] = frozenset()
) -> etree._Element:
    """The body of a letter after its lines were edited."""
    data = with_fields(letter.data(), Edits(spots, removed))
    (found,) = etree.fromstring(parts_of(data)["word/document.xml"])
    return found


def paragraphs(root: etree._Element) -> list[str]:
    return [text_of(paragraph) for paragraph in root.iter(f"{W}p")]


def looks(paragraph: etree._Element) -> list[tuple[str, list[str]]]:
    """Text and look of each run that says something."""
    return [
        (words, [etree.QName(mark).localname for mark in r.findall(f"{W}rPr/*")])
        for r in paragraph.iter(f"{W}r")
        if (words := "".join(t.text or "" for t in r.iter(f"{W}t")))
    ]


class TestAPassage:
    def test_inside_a_run_keeps_its_look(self) -> None:
        body = edited(Letter([p(run("We, 46 groups,", BOLD))]), {1: (Spot(4, 6, "{{ n }}"),)})
        assert looks(body[0]) == [("We, {{ n }} groups,", ["b"])]

    def test_over_several_runs_takes_the_look_of_the_first(self) -> None:
        line = p(run("On 1 "), run("February", BOLD), run(" 2024", ITALIC), run(" we write"))
        body = edited(Letter([line]), {1: (Spot(3, 18, "{{ d }}"),)})
        assert looks(body[0]) == [("On {{ d }}", []), (" we write", [])]

    def test_that_begins_with_a_run_takes_that_runs_look(self) -> None:
        body = edited(
            Letter([p(run("Dear "), run("Minister", BOLD), run(","))]), {1: (Spot(5, 13, "{{ v }}"),)}
        )
        assert looks(body[0]) == [("Dear ", []), ("{{ v }}", ["b"]), (",", [])]

    def test_two_in_one_line_both_become_fields(self) -> None:
        spots = (Spot(0, 6, "{{ place }}"), Spot(8, 14, "{{ date }}"))
        assert paragraphs(edited(Letter([p("Geneva, 1 July")]), {1: spots})) == ["{{ place }}, {{ date }}"]

    def test_with_a_tab_in_it_loses_the_tab(self) -> None:
        line = p(run("Re:"), "<w:r><w:tab/></w:r>", run("Call"), "<w:r><w:tab/></w:r>", run("now"))
        body = edited(Letter([line]), {1: (Spot(4, 12, "{{ s }}"),)})
        assert text_of(body[0]) == "Re:\t{{ s }}"

    def test_keeps_the_mark_of_a_footnote(self) -> None:
        mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
        letter = Letter([p(run("To all"), mark)], footnote=p("All but one."))
        body = edited(letter, {1: (Spot(0, 7, "{{ recipient.address }}"),)})
        assert body[0].find(f".//{W}footnoteReference") is not None
        assert text_of(body[0]) == "{{ recipient.address }}"

    def test_at_the_end_of_a_line_is_added_there(self) -> None:
        assert paragraphs(edited(Letter([p("Ref.: ")]), {1: (Spot(6, 6, "{{ r }}"),)})) == ["Ref.: {{ r }}"]

    def test_inside_a_link_stays_in_the_link(self) -> None:
        link = f'<w:hyperlink r:id="rId9">{run("46 groups")}</w:hyperlink>'
        letter = Letter([p(link)], relations={"rId9": ("hyperlink", "https://example.org/")})
        body = edited(letter, {1: (Spot(0, 2, "{{ n }}"),)})
        assert body.findtext(f".//{W}hyperlink//{W}t") == "{{ n }} groups"

    def test_in_a_text_box_becomes_a_field_there(self) -> None:
        letter = Letter([p(text_box(p("1 July 2024")), "Letterhead")])
        body = edited(letter, {2: (Spot(0, 11, "{{ letter.date }}"),)})
        assert "{{ letter.date }}" in paragraphs(body)


class TestALineThatGoes:
    def test_takes_its_paragraph_along(self) -> None:
        letter = Letter([p("Mr A"), p("Ministry"), p("Dear")])
        assert paragraphs(edited(letter, {1: (Spot(0, 4, "{{ a }}"),)}, frozenset({2}))) == [
            "{{ a }}",
            "Dear",
        ]

    def test_inside_a_paragraph_leaves_the_other_lines(self) -> None:
        letter = Letter(
            [p(run("Mr A"), "<w:r><w:br/></w:r>", run("Ministry"), "<w:r><w:br/></w:r>", run("Dear"))]
        )
        body = edited(letter, {1: (Spot(0, 4, "{{ a }}"),)}, frozenset({2}))
        assert len(list(body.iter(f"{W}br"))) == 1
        assert paragraphs(body) == ["{{ a }}Dear"]

    def test_leaves_a_paragraph_in_its_cell(self) -> None:
        body = edited(Letter([p("Mr A"), cell(p("Ministry")), p("Dear")]), {}, frozenset({2}))
        assert paragraphs(body) == ["Mr A", "", "Dear"]

    def test_hands_its_section_to_the_paragraph_before(self) -> None:
        letter = Letter([p("Signed:"), p("A"), p("B", look=COLUMNS), p("Contacts")])
        body = edited(letter, {2: (Spot(0, 1, "{{ signatories }}"),)}, frozenset({3}))
        assert paragraphs(body) == ["Signed:", "{{ signatories }}", "Contacts"]
        assert body[1].find(f"{W}pPr/{W}sectPr/{W}cols").get(f"{W}num") == "2"  # type: ignore[union-attr]

    def test_that_has_a_section_and_no_paragraph_to_take_it_is_emptied(self) -> None:
        body = edited(Letter([p("A", look=COLUMNS), p("B")]), {}, frozenset({1}))
        assert paragraphs(body) == ["", "B"]
        assert body[0].find(f"{W}pPr/{W}sectPr") is not None

    @pytest.mark.parametrize(
        "kept", [text_box(p("Letterhead")), '<w:r><w:footnoteReference w:id="2"/></w:r>']
    )
    def test_leaves_what_hangs_on_its_paragraph(self, kept: str) -> None:
        letter = Letter([p("To all"), p(run("Ministry"), kept), p("Dear")])
        body = edited(letter, {}, frozenset({2}))
        assert len(list(body.findall(f"{W}p"))) == 3
        assert "Ministry" not in "".join(paragraphs(body))


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{p(text)}</w:tc>' for text in cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


FIRST_ROW = {2: (Spot(0, 4, "{{ signatories }}"),)}


class TestTheList:
    def test_in_a_table_becomes_a_paragraph_in_place_of_the_table(self) -> None:
        rows = [row("Amber Union", "Norway"), row("Birch Lane", "Kenya"), row("Cedar Fund", "Chile")]
        body = edited(Letter([p("Signed:"), table(*rows), p("Contacts")]), FIRST_ROW, frozenset({3, 4}))
        assert [etree.QName(child).localname for child in body] == ["p", "p", "p", "sectPr"]
        assert paragraphs(body) == ["Signed:", "{{ signatories }}", "Contacts"]

    def test_takes_the_heading_of_its_table_along(self) -> None:
        rows = [row("Name", "Country"), row("Amber Union", "Norway"), row("Birch Lane", "Kenya")]
        spots = {3: (Spot(0, 4, "{{ signatories }}"),)}
        body = edited(Letter([p("Signed:"), table(*rows), p("Contacts")]), spots, frozenset({4}))
        assert paragraphs(body) == ["Signed:", "{{ signatories }}", "Contacts"]

    def test_over_two_tables_leaves_none_of_them(self) -> None:
        one = table(row("Amber Union", "Norway"), row("Birch Lane", "Kenya"))
        other = table(row("Cedar Fund", "Chile"), row("Dune Watch", "Ghana"))
        body = edited(Letter([p("Signed:"), one, p("and"), other, p("End")]), FIRST_ROW, frozenset({3, 5, 6}))
        assert list(body.iter(f"{W}tbl")) == []
        assert paragraphs(body) == ["Signed:", "{{ signatories }}", "and", "", "End"]

    def test_leaves_a_table_that_holds_more(self) -> None:
        rows = [row("Purpose", "Peace"), row("Place", "Geneva"), row("Amber Union", "Norway")]
        spots = {4: (Spot(0, 18, "{{ signatories }}"),)}
        body = edited(Letter([p("Signed:"), table(*rows)]), spots)
        assert "Purpose" in paragraphs(body)

    def test_has_no_number_of_the_old_list(self) -> None:
        numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr><w:ind w:left="720"/>'
        letter = Letter([p("Signed:"), p("A", look=numbered), p("B", look=numbered)])
        body = edited(letter, {2: (Spot(0, 1, "{{ signatories }}"),)}, frozenset({3}))
        assert paragraphs(body) == ["Signed:", "{{ signatories }}"]
        assert body[1].find(f"{W}pPr/{W}numPr") is None
        assert body[1].find(f"{W}pPr/{W}ind") is None

    def test_is_kept_from_a_number_that_its_style_brings(self) -> None:
        style = (
            '<w:style w:type="paragraph" w:styleId="ListNumber"><w:name w:val="List Number"/>'
            '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
        )
        letter = Letter([p("Signed:"), p("A", style="ListNumber")], styles=style)
        body = edited(letter, {2: (Spot(0, 1, "{{ signatories }}"),)})
        assert [n.get(f"{W}val") for n in body[1].iter(f"{W}numId")] == ["0"]


LETTER = Letter(
    [
        p("To: Members of the United Nations Security Council"),
        p("1 February 2024", look='<w:jc w:val="right"/>'),
        p(run("Re: ", BOLD), run("Urgent call to protect civilians in Orlavia", BOLD)),
        p("Your Excellencies,"),
        p(
            run("As we mark the third anniversary of the siege of Dravenna, we, "),
            run("9", BOLD),
            run(" civil society organizations, write to ask the Council to act without delay."),
        ),
        p(
            run("We call on the Council to "),
            run("open the crossings", ITALIC),
            run(" for relief without delay."),
        ),
        p("Yours sincerely,"),
        p("Anneth Solvarin"),
        p("Chair, Orlavia Civil Society Forum"),
        p("Signed by 9 civil society organizations, including 2 that have not disclosed their names."),
        *(
            p(f"{n}. {name}")
            for n, name in enumerate(["Amber Union", "Birch Lane", "Cedar Fund", "Dune Watch"], 1)
        ),
    ],
    header=p("Orlavia Civil Society Forum"),
    footer=p("Page ", field_code("PAGE")),
    styles='<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    settings="<w:zoom w:percent='100'/>",
    parts={"word/media/image1.png": b"not looked at", "customXml/item1.xml": "<own/>"},
)


def template() -> bytes:
    read = read_docx(LETTER.data(), "letter.docx")
    return with_fields(read.package, edits_of(anatomy_of(read.source), read.source))


def test_a_whole_letter_becomes_its_template() -> None:
    document = etree.fromstring(parts_of(template())["word/document.xml"])
    assert paragraphs(document) == [
        "{{ recipient.address }}",
        "{{ letter.date|long_date }}",
        "Re: {{ letter.subject }}",
        "{{ recipient.salutation }}",
        (
            "As we mark the third anniversary of the siege of Dravenna, we, {{ signatories.total|number }} "
            "civil society organizations, write to ask the Council to act without delay."
        ),
        "We call on the Council to open the crossings for relief without delay.",
        "Yours sincerely,",
        "{{ signature }}",
        "{{ signatories.statement }}",
        "{{ signatories }}",
    ]


def test_what_pages_say_at_head_and_foot_is_told_without_their_numbers() -> None:
    assert margins_of(LETTER.data()) == ("Orlavia Civil Society Forum",)


def test_every_other_part_keeps_its_bytes() -> None:
    before, after = parts_of(LETTER.data()), parts_of(template())
    assert list(after) == list(before)
    assert [name for name, data in after.items() if data != before[name]] == ["word/document.xml"]


def test_every_paragraph_in_which_nothing_varies_is_the_same() -> None:
    def canonical(data: bytes) -> list[str]:
        root = etree.fromstring(parts_of(data)["word/document.xml"])
        return [etree.tostring(paragraph, method="c14n").decode() for paragraph in root.iter(f"{W}p")]

    before, after = canonical(LETTER.data()), canonical(template())
    assert after[5] == before[5]
    assert after[6] == before[6]
    assert [xml for xml in after if "{{" not in xml] == after[5:7]


def test_what_stays_of_a_paragraph_keeps_its_look() -> None:
    root = etree.fromstring(parts_of(template())["word/document.xml"])
    date, subject, opening = (list(root.iter(f"{W}p"))[at] for at in (1, 2, 4))
    assert date.find(f"{W}pPr/{W}jc") is not None
    assert looks(subject) == [("Re: ", ["b"]), ("{{ letter.subject }}", ["b"])]
    assert looks(opening)[1] == ("{{ signatories.total|number }}", ["b"])


def test_the_template_can_be_read_as_a_letter(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(template())
    assert "{{ signatories }}" in read_letter(path).text


BREAK = "<w:r><w:br/></w:r>"


class TestAFieldThatWantsItsOwnParagraph:
    """Closing, name and office often stand in one paragraph of Word's, a line break between them."""

    def test_leaves_the_closing_before_it_in_another(self) -> None:
        lines = p(run("Yours sincerely,"), BREAK, run("Anneth Solvarin", BOLD), BREAK, run("Chair"))
        body = edited(Letter([lines]), {2: (Spot(0, 15, "{{ signature }}"),)}, frozenset({3}))
        assert paragraphs(body) == ["Yours sincerely,", "{{ signature }}"]
        assert list(body.iter(f"{W}br")) == []
        assert looks(body[1]) == [("{{ signature }}", ["b"])]

    def test_leaves_what_follows_in_another_with_the_section(self) -> None:
        lines = p(run("A"), BREAK, run("B"), BREAK, run("Contacts"), look=COLUMNS)
        body = edited(Letter([lines, p("End")]), {1: (Spot(0, 1, "{{ signatories }}"),)}, frozenset({2}))
        assert paragraphs(body) == ["{{ signatories }}", "Contacts", "End"]
        assert [child.find(f"{W}pPr/{W}sectPr") is not None for child in body[:3]] == [False, True, False]

    def test_is_parted_from_the_words_before_it_in_its_run(self) -> None:
        letter = Letter([p(run("Signed by: Amber Union, Birch Lane", BOLD), look='<w:jc w:val="both"/>')])
        body = edited(letter, {1: (Spot(10, 34, "{{ signatories }}"),)})
        assert paragraphs(body) == ["Signed by:", "{{ signatories }}"]
        assert [looks(child) for child in body[:2]] == [
            [("Signed by:", ["b"])],
            [("{{ signatories }}", ["b"])],
        ]
        assert all(child.find(f"{W}pPr/{W}jc") is not None for child in body[:2])

    def test_is_parted_from_lines_in_its_own_run(self) -> None:
        texts = "<w:br/>".join(f"<w:t>{text}</w:t>" for text in ("Yours sincerely,", "A", "Chair", "Encl."))
        letter = Letter([p(f"<w:r><w:rPr>{BOLD}</w:rPr>{texts}</w:r>")])
        body = edited(letter, {2: (Spot(0, 1, "{{ signature }}"),)}, frozenset({3}))
        assert paragraphs(body) == ["Yours sincerely,", "{{ signature }}", "Encl."]
        assert [looks(child)[0][1] for child in body[:3]] == [["b"]] * 3
        assert list(body.iter(f"{W}br")) == []

    def test_takes_no_number_along(self) -> None:
        numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
        lines = p(run("Signed"), BREAK, run("A"), look=numbered)
        body = edited(Letter([lines]), {2: (Spot(0, 1, "{{ signatories }}"),)})
        assert [child.find(f"{W}pPr/{W}numPr") is not None for child in body[:2]] == [True, False]


def test_names_in_the_sentence_itself_become_the_list() -> None:
    opening = (
        "We ask the council of the city to keep the harbour open to all who live from it, as it has been."
    )
    letter = Letter([p(opening), p("Signed by: Amber Coast Union, Birch Lane Collective, Dune Watch Group")])
    read = read_docx(letter.data(), "letter.docx")
    document = with_fields(read.package, edits_of(anatomy_of(read.source), read.source))
    root = etree.fromstring(parts_of(document)["word/document.xml"])
    assert paragraphs(root) == [opening, "Signed by:", "{{ signatories }}"]


RUNS = st.lists(st.text("ab 1\t", min_size=1, max_size=4), min_size=1, max_size=5)


@given(st.data(), RUNS)
def test_a_line_says_what_it_should_however_it_is_cut_into_runs(data: st.DataObject, runs: list[str]) -> None:
    words = "".join(runs)
    ends = st.lists(st.integers(0, len(words)), min_size=2, max_size=4, unique=True).map(sorted)
    cuts = data.draw(ends)
    spots = tuple(
        Spot(*pair, f"{{{{ f{at} }}}}") for at, pair in enumerate(zip(cuts[::2], cuts[1::2], strict=False))
    )
    pieces = [
        "<w:r><w:tab/></w:r>" if piece == "\t" else run(piece)
        for text in runs
        for piece in filter(None, re.split("(\t)", text))
    ]
    body = edited(Letter([p(*pieces)]), {1: spots})
    assert paragraphs_of(body)[0].text == with_spots(words, spots)
