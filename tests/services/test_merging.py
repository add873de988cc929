"""A finished letter: the list in every layout, sections, scripts, and no line for what is empty."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from campaigns import Bench, campaign, recipient
from docx import Document
from domain.lists import named
from letters import SECTION, Letter, cell, field_code, lines_of, p, parts_of, run, text_box
from lxml import etree

from desktop_app.domain.campaign import (
    Contact,
    GroupBy,
    ListLayout,
    Members,
    Order,
    Signer,
    Text,
)
from desktop_app.domain.signatory import Disclosure, Kind, Signatory, Way
from desktop_app.files.reference_data import Reference
from desktop_app.files.wordml import W
from desktop_app.services.checking import check_campaign

LIST = p("{{ signatories }}")
ROWS = (
    named(2, "The Willow Fund"),
    named(3, "Harbour"),
    named(4, "Quay", "Harbour"),
    named(5, "Dock", "Harbour"),
    named(6, "Lantern House"),
)


@pytest.fixture
def bench(tmp_path: Path, reference: Reference) -> Bench:
    return Bench(tmp_path, reference, signatories=ROWS)


def lay_out(bench: Bench, **layout: object) -> None:
    bench.campaign = campaign(layout=ListLayout(**({"columns": 1} | layout)))  # type: ignore[arg-type]


def body(document: bytes) -> etree._Element:
    found = etree.fromstring(parts_of(document)["word/document.xml"]).find(f"{{{W}}}body")
    assert found is not None
    return found


def values(element: etree._Element, path: str) -> list[str]:
    """Attribute values at a path of names: ``values(p, "pPr/numPr/ilvl@val")``."""
    names, _, key = path.partition("@")
    found = element.findall("/".join(f"{{{W}}}{name}" for name in names.split("/")))
    return [str(node.get(f"{{{W}}}{key}")) for node in found]


def numbering_of(document: bytes) -> list[tuple[str, str]]:
    """Text and level of each numbered paragraph."""
    found = []
    for paragraph in body(document).iter(f"{{{W}}}p"):
        level = values(paragraph, "pPr/numPr/ilvl@val")
        if level:
            found.append(("".join(t.text or "" for t in paragraph.iter(f"{{{W}}}t")), level[0]))
    return found


ALPHABETICAL = ["Harbour", "Dock", "Quay", "Lantern House", "The Willow Fund"]


@pytest.mark.parametrize(
    ("layout", "lines", "levels"),
    [
        ({}, ALPHABETICAL, "01100"),
        ({"members": Members.NUMBERED}, ALPHABETICAL, "00000"),
        ({"members": Members.HIDDEN}, ["Harbour", "Lantern House", "The Willow Fund"], "000"),
        ({"numbered": False}, ALPHABETICAL, "11"),
        ({"ignore_articles": False}, [*ALPHABETICAL], "01100"),
        ({"order": Order.SHEET}, ["The Willow Fund", "Harbour", "Quay", "Dock", "Lantern House"], "00110"),
    ],
)
def test_the_list_is_laid_out_as_the_campaign_says(
    bench: Bench, layout: dict[str, object], lines: list[str], levels: str
) -> None:
    lay_out(bench, **layout)
    bench.letter = Letter([LIST])
    document = bench.document()
    assert lines_of(document) == lines
    assert "".join(level for _, level in numbering_of(document)) == levels


def test_an_umbrella_stays_with_its_members(bench: Bench) -> None:
    bench.letter = Letter([LIST])
    paragraphs = body(bench.document()).findall(f"{{{W}}}p")
    kept = [paragraph.find(f"{{{W}}}pPr/{{{W}}}keepNext") is not None for paragraph in paragraphs]
    assert kept == [True, False, False, False, False]


def test_the_list_starts_at_one_whatever_lists_precede(bench: Bench) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="many"/><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'
    )
    ask = p("an ask", look='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>')
    bench.letter = Letter([ask, LIST, ask, LIST], numbering=numbering)
    document = bench.document()
    paragraphs = body(document).findall(f"{{{W}}}p")
    used = [values(paragraph, "pPr/numPr/numId@val")[0] for paragraph in paragraphs]
    assert used == ["7", *["8"] * 5, "7", *["9"] * 5]
    root = etree.fromstring(parts_of(document)["word/numbering.xml"])
    assert values(root, "num@numId") == ["7", "8", "9"]
    assert values(root, "num/abstractNumId@val") == ["4", "5", "6"]
    assert [etree.QName(child).localname for child in root] == ["abstractNum"] * 4 + ["num"] * 3


@pytest.mark.parametrize(
    ("by", "order"), [(GroupBy.COUNTRY, Order.SHEET), (GroupBy.GROUP, Order.ALPHABETICAL)]
)
def test_groups_have_headings_and_one_sequence_of_numbers(bench: Bench, by: GroupBy, order: Order) -> None:
    def row(number: int, name: str, country: str, group: str) -> Signatory:
        return Signatory(number, name, Disclosure.NAMED, country=country, group=group)

    bench.signatories = [
        row(2, "Quay", "NOR", "Ports"),
        row(3, "Anchor", "", ""),
        row(4, "Dock", "Côte d’Ivoire", "Inland & sea"),
    ]
    lay_out(bench, by=by, order=order)
    bench.letter = Letter([LIST])
    document = bench.document()
    first, second = ("Côte d’Ivoire", "Norway") if by is GroupBy.COUNTRY else ("Inland & sea", "Ports")
    assert lines_of(document) == ["Anchor", first, "Dock", second, "Quay"]
    assert [text for text, _ in numbering_of(document)] == ["Anchor", "Dock", "Quay"]


def test_a_person_has_a_title_and_a_hidden_name_takes_it_along(bench: Bench) -> None:
    person = Signatory(2, "Ada Quay", Disclosure.NAMED, kind=Kind.PERSON, title="Chair")
    bench.signatories = [person, replace(person, row=3, name="Bo Dock", listed_as="A teacher")]
    bench.letter = Letter([LIST])
    assert lines_of(bench.document()) == ["Ada Quay, Chair", "A teacher"]


# Sections


def sections(document: bytes) -> list[etree._Element]:
    return list(body(document).iter(f"{{{W}}}sectPr"))


@pytest.mark.parametrize("columns", [2, 3])
def test_columns_are_a_section_of_their_own(bench: Bench, columns: int) -> None:
    lay_out(bench, columns=columns)
    section = SECTION.replace(
        "</w:sectPr>", '<w:pgNumType w:fmt="decimal" w:start="3"/><w:titlePg/></w:sectPr>'
    )
    bench.letter = Letter([p("Before"), LIST, p("After")], header=p("Head"), section=section)
    document = bench.document()
    before, within, after = sections(document)
    assert [values(s, "cols@num") for s in (before, within, after)] == [["1"], [str(columns)], []]
    assert [values(s, "type@val") for s in (before, within, after)] == [[], ["continuous"], ["continuous"]]
    assert [values(s, "pgNumType@start") for s in (before, within, after)] == [["3"], ["None"], ["None"]]
    assert [s.find(f"{{{W}}}titlePg") is not None for s in (before, within, after)] == [True, False, False]
    assert all(len(s.findall(f"{{{W}}}headerReference")) == 1 for s in (before, within, after))
    assert lines_of(document) == ["Before", *ALPHABETICAL, "After"]
    assert len(Document(io.BytesIO(document)).sections) == 3


def test_columns_belong_to_the_section_that_the_list_stands_in(bench: Bench) -> None:
    lay_out(bench, columns=2)
    landscape = (
        '<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="1" w:h="2" w:orient="landscape"/></w:sectPr>'
    )
    annex = SECTION.replace("<w:pgSz", '<w:type w:val="nextPage"/><w:pgSz')
    bench.letter = Letter([p("Before"), LIST, p("End", look=landscape), p("Annex")], section=annex)
    made = sections(bench.document())
    assert [values(s, "pgSz@orient") for s in made] == [["landscape"]] * 3 + [["None"]]
    assert [values(s, "type@val")[0] for s in made] == ["nextPage", "continuous", "continuous", "nextPage"]


def test_a_list_that_begins_the_letter_or_follows_a_table_has_its_columns(bench: Bench) -> None:
    lay_out(bench, columns=2)
    for start in ([], [cell(p("a"))]):
        bench.letter = Letter([*start, LIST])
        assert [values(s, "cols@num") for s in sections(bench.document())] == [["1"], ["2"], []]


def test_a_placeholder_keeps_the_section_it_ends(bench: Bench) -> None:
    lay_out(bench, columns=3)
    own = '<w:sectPr><w:cols w:num="2"/></w:sectPr>'
    bench.letter = Letter([p("Before"), p("{{ signatories }}", look=own), p("After")])
    document = bench.document()
    assert [values(s, "cols@num") for s in sections(document)] == [["2"], []]
    last = body(document).findall(f"{{{W}}}p")[5]
    assert last.find(f"{{{W}}}pPr/{{{W}}}sectPr") is not None
    assert lines_of(document)[5] == "The Willow Fund"


def test_a_list_stands_in_a_table_cell_and_in_a_text_box(bench: Bench) -> None:
    lay_out(bench, columns=2)
    boxes = (p("Signed:", text_box(p("{{ signatories }}"))), p(text_box(p("{{ signatories }}"))))
    bench.letter = Letter([cell(p("{{ signatories }}")), *boxes])
    document = bench.document()
    assert [line for line in lines_of(document) if line] == [
        *ALPHABETICAL,
        *("Signed:", *ALPHABETICAL, *ALPHABETICAL),
        *(*ALPHABETICAL, *ALPHABETICAL),
    ]
    assert len(sections(document)) == 1
    assert Document(io.BytesIO(document)).tables[0].cell(0, 0).paragraphs[4].text == "The Willow Fund"


def test_a_list_takes_the_look_of_its_placeholder(bench: Bench) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Signatory"><w:name w:val="S"/></w:style>'
    bench.letter = Letter(
        [p(run("{{ signatories }}", '<w:i/><w:color w:val="112233"/>'), style="Signatory")], styles=styles
    )
    first = body(bench.document()).findall(f"{{{W}}}p")[0]
    assert values(first, "pPr/pStyle@val") == ["Signatory"]
    assert values(first, "r/rPr/color@val") == ["112233"]


# Empty fields


@pytest.mark.parametrize(
    ("texts", "printed"),
    [
        (["cc: {{ letter.cc }}"], []),
        (["cc:", " ", "{{ letter.cc }}"], []),
        (["{{ letter.cc }}, {{ letter.place }}"], []),
        (["抄送：{{ letter.cc }}"], []),
        (["{{ letter.cc }}"], []),
        (["{{ letter.cc }}, {{ letter.date }}"], ["1 February 2024"]),
        (["{{ letter.date }}, {{ letter.cc }}"], ["1 February 2024"]),
        (
            ["We, {{ signatories.total }} groups ", "{{ letter.cc }}", ", call on you to:"],
            ["We, 3 groups, call on you to:"],
        ),
        (["In {{ letter.cc }} and ", "{{ letter.cc }}", " elsewhere."], ["In and elsewhere."]),
        (["cc: {{ letter.cc|default('none') }}"], ["cc: none"]),
        (["no field here:"], ["no field here:"]),
    ],
)
def test_an_empty_field_leaves_no_line_and_takes_no_sentence_along(
    bench: Bench, texts: list[str], printed: list[str]
) -> None:
    bench.letter = Letter([p("Before"), p(*texts), p("After")])
    assert lines_of(bench.document()) == ["Before", *printed, "After"]


def test_the_only_paragraph_of_a_cell_a_header_or_a_note_stays(bench: Bench) -> None:
    empty = p("cc: {{ letter.cc }}")
    bench.letter = Letter(
        [cell(empty), cell(p("kept"), empty), p(text_box(empty))], header=empty, footer=empty, footnote=empty
    )
    document = bench.document()
    assert lines_of(document) == ["", "kept", "", "", "", "See the note."]
    assert lines_of(document, "word/header1.xml") == [""]
    assert lines_of(document, "word/footer1.xml") == [""]
    assert lines_of(document, "word/footnotes.xml") == ["", ""]
    assert b"rsid" not in b"".join(parts_of(document).values())
    assert Document(io.BytesIO(document)).tables[0].cell(0, 0).text == ""


def test_a_line_that_holds_more_than_its_field_stays(bench: Bench) -> None:
    bench.letter = Letter([p("{{ letter.cc }}", field_code("PAGE", "")), p("{{ letter.cc }}", look=SECTION)])
    assert lines_of(bench.document()) == ["", ""]


def test_empty_blocks_take_their_label_along(bench: Bench) -> None:
    bench.letter = Letter(
        [
            p("We ask."),
            p("Contacts:"),
            p("{{ contacts }}"),
            cell(p("{{ signature }}")),
            p("End", look=SECTION),
        ]
    )
    assert lines_of(bench.document()) == ["We ask.", "", "End"]


def test_contacts_and_signatures_are_printed_line_by_line(bench: Bench) -> None:
    bench.campaign = campaign(
        contacts=(
            Contact("Ada", "Desk", "Quay & Co", "desk@example.org", may_be_named=True),
            Contact("Bo", "Chair", "Dock", "", may_be_named=False),
            Contact(email="a&b@example.org", may_be_named=True),
            Contact("Hidden", "Role"),
        ),
        signed_by=(Signer("Cy Pier", "Director", "Quay"), Signer("Di Mole")),
    )
    bench.letter = Letter([p("{{ contacts }}"), p("{{ signature }}", look=SECTION)])
    document = bench.document()
    assert lines_of(document) == [
        *("Ada, Desk, Quay & Co – desk@example.org", "a&b@example.org"),
        *("Cy Pier\nDirector, Quay", "Di Mole"),
    ]
    relations = parts_of(document)["word/_rels/document.xml.rels"].decode()
    assert 'Target="mailto:desk@example.org"' in relations
    assert 'Target="mailto:a&amp;b@example.org"' in relations
    assert len(sections(document)) == 2


# Fields of Word's own, banners, paper


def test_fields_stand_wherever_text_stands(bench: Bench) -> None:
    bench.letter = Letter(
        [cell(p("{{ letter.subject }}")), p(text_box(p("{{ recipient.", "state }}")))],
        header=p("{{ letter.title }} ", field_code("PAGE", "1")),
        footer=p("{{ recipient.state }}"),
        footnote=p("{{ signatories.total }}"),
    )
    document = bench.document()
    assert lines_of(document)[:4] == ["Call for a truce", "", "Norway", "Norway"]
    assert lines_of(document, "word/header1.xml") == ["Joint letter 1"]
    assert lines_of(document, "word/footer1.xml") == ["Norway"]
    assert lines_of(document, "word/footnotes.xml")[1] == "3"
    assert Document(io.BytesIO(document)).sections[0].footer.paragraphs[0].text == "Norway"


@pytest.mark.parametrize("header", ["", p("Head")])
def test_every_page_of_a_sample_says_so(bench: Bench, header: str) -> None:
    bench.campaign = campaign(sample=True)
    section = SECTION.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    bench.letter = Letter([p("Text")], header=header, section=section, settings="<w:evenAndOddHeaders/>")
    document = bench.document()
    heads = sorted(name for name in parts_of(document) if name.startswith("word/header"))
    assert len(heads) == 3
    for name in heads:
        assert lines_of(document, name)[0] == "Sample. Not signed by anyone."
    assert len(Document(io.BytesIO(document)).sections[0].even_page_header.paragraphs) == 2


def test_the_campaigns_paper_is_every_sections(bench: Bench) -> None:
    bench.campaign = campaign(paper="Letter")
    wide = '<w:sectPr><w:pgSz w:w="1" w:h="2" w:orient="landscape"/></w:sectPr>'
    bench.letter = Letter([p("a", look=wide), p("b", look="<w:sectPr/>"), p("c")])
    sizes = [(values(s, "pgSz@w")[0], values(s, "pgSz@h")[0]) for s in sections(bench.document())]
    assert sizes == [("15840", "12240"), ("12240", "15840"), ("12240", "15840")]


# Scripts

ARABIC, BURMESE, CHINESE = "شبكة السلام", "ငြိမ်းချမ်းရေး", "和平网络"


def marked(document: bytes, text: str) -> etree._Element:
    for found in body(document).iter(f"{{{W}}}r"):
        if "".join(t.text or "" for t in found.iter(f"{{{W}}}t")) == text:
            return found
    raise AssertionError(f"no run holds just {text}")


def test_names_in_other_scripts_are_marked_in_an_english_letter(bench: Bench) -> None:
    bench.signatories = [named(2, ARABIC), named(3, BURMESE), named(4, f"Peace {CHINESE}")]
    bench.letter = Letter([LIST])
    document = bench.document()
    arabic = marked(document, ARABIC)
    assert arabic.find(f"{{{W}}}rPr/{{{W}}}rtl") is not None
    assert values(arabic, "rPr/lang@bidi") == ["ar-SA"]
    assert marked(document, BURMESE).find(f"{{{W}}}rPr/{{{W}}}cs") is not None
    assert values(marked(document, CHINESE), "rPr/rFonts@eastAsia") == ["SimSun"]
    assert marked(document, "Peace ").find(f"{{{W}}}rPr") is None
    assert sorted(lines_of(document)) == sorted([ARABIC, BURMESE, f"Peace {CHINESE}"])


def test_a_font_of_the_letters_own_is_not_replaced(bench: Bench) -> None:
    bench.signatories = [named(2, ARABIC)]
    bench.letter = Letter([p(run("{{ signatories }}", '<w:rFonts w:cs="Amiri"/>'))])
    assert values(marked(bench.document(), ARABIC), "rPr/rFonts@cs") == ["Amiri"]


def test_values_of_the_other_direction_are_isolated(bench: Bench) -> None:
    bench.recipients = [recipient(state=ARABIC)]
    bench.letter = Letter([p("To {{ recipient.state }}, 462")])
    assert lines_of(bench.document()) == [f"To \u2068{ARABIC}\u2069, 462"]
    bench.campaign = campaign(languages=("ar",), texts={"ar": Text(subject=f"{ARABIC} 2024")})
    bench.recipients = [recipient(language="ar", state="Norway")]
    bench.letter = Letter([p(f"{ARABIC} {{{{ recipient.state }}}}"), p("{{ letter.subject }}")])
    document = bench.document()
    assert lines_of(document) == [f"{ARABIC} \u2068Norway\u2069", f"{ARABIC} 2024"]
    paragraphs = body(document).findall(f"{{{W}}}p")
    assert paragraphs[1].find(f"{{{W}}}pPr/{{{W}}}bidi") is not None


def test_many_recipients_share_what_is_the_same_and_keep_what_is_theirs(bench: Bench) -> None:
    bench.letter = Letter(
        [p("{{ recipient.address }}"), p("{{ recipient.salutation }}"), LIST, p("{{ recipient.state }}")]
    )
    merge = bench.merge()
    for state in ("Norway", "Côte d’Ivoire", "X" * 70_000):
        document = merge.document(recipient(state=state))
        assert lines_of(document) == ["Ambassador\nNew York", "Excellency,", *ALPHABETICAL, state]


@pytest.mark.parametrize(
    ("figure", "clause"),
    [
        (True, "including one that has chosen not to disclose its name."),
        (False, "including some that have chosen not to disclose their names."),
    ],
    ids=["told", "left out"],
)
def test_the_figure_of_one_or_two_anonymous_may_be_left_out(
    bench: Bench,
    figure: bool,
    clause: str,
) -> None:
    bench.letter = Letter(p("{{ signatories.statement }}"))
    bench.signatories = (*ROWS, Signatory(7, "", Disclosure.ANONYMOUS))
    bench.campaign = campaign(anonymous_figure=figure, counts=Way.WITH_MEMBERS)
    assert lines_of(bench.document()) == [f"Signed by 6 civil society organizations, {clause}"]


def test_leaving_the_figure_out_is_held_against_the_text(bench: Bench) -> None:
    bench.signatories = (*ROWS, Signatory(7, "", Disclosure.ANONYMOUS))
    bench.letter = Letter(p("{{ signatories.anonymous }}"), LIST)
    codes = []
    for figure in (True, False):
        bench.campaign = campaign(anonymous_figure=figure)
        found = check_campaign(bench.opened(), [("en", bench.draft())])
        codes.append({"few-anonymous", "figure-shown"} & {finding.code for finding in found})
    assert codes == [{"few-anonymous"}, {"figure-shown"}]
