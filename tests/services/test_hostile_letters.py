"""A letter.docx is a program, and anyone may have written it; so are the values that fill it."""

import io
from pathlib import Path

import pytest
from campaigns import Bench, campaign, recipient
from docx import Document
from domain.lists import named
from letters import Letter, cell, field_code, lines_of, p, run, text_box

from desktop_app.domain.campaign import Text
from desktop_app.domain.reporting import ProblemError
from desktop_app.files.reference_data import Reference
from desktop_app.files.safe_template import EMPTY

PAYLOADS = {
    # runs a command, walks to Python's classes, reads what is none of a letter's business
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}": "field-not-allowed",
    "{{ lipsum.__globals__ }}": "unknown-field",
    "{{ ''.__class__.__mro__ }}": "field-not-allowed",
    "{{ letter.__class__ }}": "unknown-field",
    "{{ letter['__class__'] }}": "unknown-field",
    "{{ letter|attr('__class__') }}": "filter-unknown",
    "{{ '{0.__class__}'.format(letter) }}": "field-not-allowed",
    "{{ signatories.__iter__ }}": "unknown-field",
    "{{ signatories.printed }}": "unknown-field",
    "{{ signatories.clear() }}": "field-not-allowed",
    "{{ recipient.delete() }}": "field-not-allowed",
    "{{ recipient|tojson }}": "filter-unknown",
    "{{ recipient }}": "unknown-field",
    "{{ self }}": "unknown-field",
    "{{ loop.index }}": "unknown-field",
    "{{ signatories|upper }}": "field-unfit",
    "{{ signatories or 1 }}": "field-unfit",
    "{% for s in signatories %}{{ s }}{% endfor %}": "field-unfit",
    "{% for s in signatories %}{{ loop }}{% endfor %}": "field-unfit",
    "{% for s in signatories %}{{ s.row }}{% endfor %}": "unknown-field",
    "{% for s in signatories if loop.index %}x{% endfor %}": "unknown-field",
    # docxtpl's own objects and tags
    "{{ image.tpl.write_xml('x') }}": "field-not-allowed",
    "{{p image.tpl.new_subdoc('other.docx') }}": "field-not-allowed",
    "{% colspan letter.title %}": "field-not-allowed",
    "{% cellbg letter.title %}": "field-not-allowed",
    # hangs and fills the memory
    "{{ range(10**9) }}": "field-not-allowed",
    "{{ 10**(10**8) }}": "field-not-allowed",
    "{{ 'a' * 4000000000 }}": "field-not-allowed",
    "{{ letter.title|center(3000000000) }}": "filter-unknown",
    "{{ '%03000000000d' % 1 }}": "field-not-allowed",
    "{{ lipsum(n=1000000) }}": "field-not-allowed",
    "{% for a in signatories %}{% for b in signatories %}{% endfor %}{% endfor %}": "loop-not-allowed",
    "{% for s in signatories recursive %}{{ loop(s.members) }}{% endfor %}": "loop-not-allowed",
    "{% for s in 'abc' %}{% endfor %}": "loop-not-allowed",
    "{% for a, b in signatories %}{% endfor %}": "loop-not-allowed",
    "{% for loop in signatories %}{% endfor %}": "loop-not-allowed",
    "{% for letter in signatories %}{% endfor %}": "loop-not-allowed",
    # statements
    "{% include '/etc/passwd' %}": "field-not-allowed",
    "{% import 'x' as x %}": "field-not-allowed",
    "{% extends 'x' %}": "field-not-allowed",
    "{% raw %}{{ letter.title }}{% endraw %}": "field-not-allowed",
    "{% set x = 1 %}": "field-not-allowed",
    "{% macro m() %}{{ m() }}{% endmacro %}": "field-not-allowed",
    "{% call x() %}{% endcall %}": "field-not-allowed",
    "{% filter upper %}a{% endfilter %}": "field-not-allowed",
    "{% block a %}{% endblock %}": "field-not-allowed",
    "{% with %}{% endwith %}": "field-not-allowed",
    "{% autoescape false %}{% endautoescape %}": "field-not-allowed",
    # deep, long, broken
    "{{ " + "(" * 300 + "1" + ")" * 300 + " }}": "field-not-allowed",
    "{{ " + "not " * 200 + "letter.title }}": "field-not-allowed",
    "{{ letter.title" + "|upper" * 100 + " }}": "field-not-allowed",
    "{% if letter.title %}" * 45 + "{% endif %}" * 45: "field-not-allowed",
    "{{ letter.title and " + "letter.title and " * 400 + "1 }}": "field-unclosed",
    "{{ 0x" + "f" * 9000 + " }}": "field-unclosed",
    "{{ letter.title": "field-unclosed",
    "{{ }}": "field-unclosed",
    "{% if letter.title %}": "field-unclosed",
    "{% endif %}": "field-unclosed",
    "{# a note": "field-unclosed",
    # what would come out as a mark of the merge, as a field, as no XML
    r"{{ '\ufdd10\ufdd1' }}": "field-not-allowed",
    r"{{ '\x00' }}": "field-not-allowed",
    r"{{ '\x7b{ 6*7 \x7d}' }}": "field-not-allowed",
    # slips of the pen, and questions without an answer
    "{{ letter.titel }}": "unknown-field",
    "{{ recepient.state }}": "unknown-field",
    "{{ letter.date|longdate }}": "filter-unknown",
    "{{ letter.title|default(1, 2) }}": "field-not-allowed",
    "{{ letter.title|upper(1) }}": "field-not-allowed",
    "{% if letter.title is divisibleby(3) %}{% endif %}": "test-unknown",
    "{% if letter.title < 3 %}{% endif %}": "field-unfit",
    "{% if 1 in letter.title %}{% endif %}": "field-unfit",
    "{{ contacts|upper }}": "block-not-alone",
    "{% if signature %}{% endif %}": "block-not-alone",
    "Signed: {{ signatories }}": "block-not-alone",
    "We, {{ signatories }}, write": "block-not-alone",
    "We, {{ list of signatories }}, write": "unknown-field",
    "{{ if letter.date }}": "field-unclosed",
    "{{ for s in signatories }}": "field-unclosed",
    "{{- end if }}": "field-unclosed",
    "{{ format of letter }}": "unknown-field",
    "We, {{ signatories.total\u200b }}, write": "field-with-unseen-sign",
}


@pytest.fixture
def bench(tmp_path: Path, reference: Reference) -> Bench:
    return Bench(tmp_path, reference)


def refused(bench: Bench, letter: Letter) -> ProblemError:
    bench.letter = letter
    with pytest.raises(ProblemError) as caught:
        bench.document()
    return caught.value


@pytest.mark.parametrize(("payload", "code"), PAYLOADS.items(), ids=lambda text: text[:40])
def test_a_hostile_field_is_refused_where_it_stands(bench: Bench, payload: str, code: str) -> None:
    error = refused(bench, Letter([p("Dear all,"), p(), p("We write: ", payload)]))
    assert (error.code, error.place.file, error.place.part) == (code, "letter.docx", "body")
    assert error.place.paragraph == 3
    assert error.values["field"]
    assert len(str(error.values["field"])) <= 60


HARMFUL = "{{ cycler.__init__.__globals__ }}"


@pytest.mark.parametrize(
    ("letter", "part", "paragraph"),
    [
        (Letter([p("Text")], header=p() + p(HARMFUL)), "header", 2),
        (Letter([p("Text")], footer=p(HARMFUL)), "footer", 1),
        (Letter([p("Text")], footnote=p(HARMFUL)), "footnotes", 2),
        (Letter([p("a"), cell(p("b"), p(HARMFUL))]), "body", 3),
        (Letter([p("a"), p(text_box(p(HARMFUL)))]), "body", 3),
        (Letter([p(*HARMFUL)]), "body", 1),
        (Letter([p("{{ signatories }}"), p(), p(HARMFUL)]), "body", 3),
        (Letter([p("{%p if letter.cc %}"), p(), p("{%p endif %}"), p(HARMFUL)]), "body", 4),
        (Letter(["<w:p/>", p(field_code(f'HYPERLINK "https://example.org/{HARMFUL}"'))]), "body", 2),
        (Letter([f'<w:p><w:r><w:t w:x="{HARMFUL}"/></w:r></w:p>']), "body", 1),
    ],
    ids="header footer footnote cell box split after-list after-if code attribute".split(),
)
def test_wherever_it_stands(bench: Bench, letter: Letter, part: str, paragraph: int) -> None:
    bench.campaign = campaign(sample=True)  # a line more on every page, which the draft does not have
    error = refused(bench, letter)
    assert (error.place.part, error.place.paragraph) == (part, paragraph)


def test_the_nearest_known_field_is_named(bench: Bench) -> None:
    assert refused(bench, Letter([p("{{ letter.titel }}")])).values["nearest"] == "letter.title"
    loop = Letter([p("{% for s in signatories %}{{ s.nmae }}{% endfor %}")])
    assert refused(bench, loop).values["nearest"] == "s.name"


def test_a_field_is_whole_in_its_paragraph_or_takes_what_lies_between_along(bench: Bench) -> None:
    for halves in (("{# we", "agree #}"), ("{{ letter.", "title }}"), ('{{ "', '" }}')):
        letter = Letter([p("Dear all, ", halves[0]), p("the asks of our letter"), p(halves[1])])
        error = refused(bench, letter)
        assert (error.code, error.place.paragraph) == ("field-unclosed", 1)


@pytest.mark.parametrize(
    "body",
    [
        [p("{" * 400_000)],
        [p("{%" * 300_000)],
        [p("{{r " * 100_000)],
        [p(*["{{"] * 2_000)],
        [p("{{")] * 4_000,
        [p("{%- " * 50)] * 100,
        [cell(p("{% vm"))] * 500,
        [p("{{ letter.title }}" * 6_000)],
        [p("{{ letter.title }}")] * 6_000,
    ],
    ids="braces statements runs-tags split paragraphs dashes cells tags tag-paragraphs".split(),
)
def test_masses_of_braces_are_refused_before_anything_works_on_them(bench: Bench, body: list[str]) -> None:
    # Stored and not squeezed: the gate is to see an ordinary package.
    packed = Letter(body, parts={"word/media/image1.png": bytes(range(256)) * 8_000})
    assert refused(bench, packed).code in ("field-unclosed", "too-many-fields", "file-too-large")


@pytest.mark.parametrize("field", ["letter.cc", "recipient.name", "recipient.state"])
def test_a_condition_that_crosses_a_cell_is_refused(bench: Bench, field: str) -> None:
    error = refused(bench, Letter([cell(p(f"{{% if {field} %}}")), p("{% endif %}")]))
    assert (error.code, error.place.part) == ("fields-crossed", "body")


def test_a_condition_may_hold_whole_paragraphs(bench: Bench) -> None:
    greeting = [p("{% if recipient.name %}Dear"), p("friend{% endif %}, we")]
    copies = [p("{%p if letter.cc %}"), p("gone"), p("{%p endif %}")]
    bench.letter = Letter([*greeting, *copies, p("write.")])
    assert lines_of(bench.document()) == [", we", "write."]


def test_marks_of_the_merge_in_a_draft_are_dropped(bench: Bench) -> None:
    bench.letter = Letter(
        [p("{{ signatories }}"), p("a\ufdd2signatories0\ufdd2b\ufdd10\ufdd1{{ letter.title }}")]
    )
    assert lines_of(bench.document())[-1] == "asignatories0b0Joint letter"


VALUES = {
    'Peace & <Justice> "Network"': 'Peace & <Justice> "Network"',
    "Two\nlines\tand a tab": "Two lines and a tab",
    "NUL\x00 BEL\x07 VT\x0b.": "NUL BEL VT .",
    "lone\ud800 \udfffsurrogates": "lone surrogates",
    "no\ufffe char\uffff acter": "no char acter",
    "a\ufdd2signatories0\ufdd2\ufdd10\ufdd1": "asignatories00",
    "{{ 6*7 }}": "{ { 6*7 } }",
    "{_{ 6*7 }_}": "{ _ { 6*7 } _ }",
    "{% raw %}{# x #}": "{ % raw % }{ # x # }",
    "X</w:t></w:r><w:r><w:instrText>INCLUDEPICTURE</w:instrText>": (
        "X</w:t></w:r><w:r><w:instrText>INCLUDEPICTURE</w:instrText>"
    ),
    "&amp; ]]> <!-- --> %s {0} \\1": "&amp; ]]> <!-- --> %s {0} \\1",
}


@pytest.mark.parametrize(("given", "printed"), VALUES.items(), ids=repr)
def test_a_hostile_value_is_printed_as_text(bench: Bench, given: str, printed: str) -> None:
    bench.signatories = [named(2, given), named(3, "Lantern House")]
    bench.campaign = campaign(title=given, texts={"en": Text(subject=given)})
    bench.recipients = [recipient(state=given, salutation=given)]
    bench.letter = Letter(
        [
            *(p(text) for text in ("{{ signatories }}", "{{ letter.subject }}", "{{ recipient.state }}")),
            p("{% for s in signatories %}", "{{ s.name }};", "{% endfor %}"),
        ],
        header=p("{{ letter.title }}"),
        footnote=p("{{ recipient.salutation }}"),
    )
    document = bench.document()
    shown = [line.replace(EMPTY, "") for line in lines_of(document)]
    assert printed in shown[:2]
    assert shown[2:4] == [printed, printed]
    assert f"{printed};" in shown[4]
    assert lines_of(document, "word/header1.xml") == [printed]
    assert lines_of(document, "word/footnotes.xml")[1] == printed
    opened = Document(io.BytesIO(document))
    assert opened.core_properties.title == printed
    assert opened.paragraphs[2].text == printed


def test_a_form_filler_cannot_turn_a_name_into_a_format(bench: Bench) -> None:
    bench.signatories = [named(2, "%0999999999d")]
    bench.letter = Letter([p("{% for s in signatories %}{{ s.name is odd }}{% endfor %}")])
    assert lines_of(bench.document()) == ["False"]


def test_ordinary_letters_made_elsewhere_are_merged(bench: Bench) -> None:
    bench.signatories = [named(2, "Harbour"), named(3, "Quay", "Harbour"), named(4, "Lantern")]
    bench.letter = Letter(
        [
            p("{%p for s in signatories %}"),
            p("{{ loop.index }}. {{ s.name|upper }}", run("{% if not loop.last %};{% else %}.{% endif %}")),
            p("{%p for m in s.members %}"),
            p("– {{ m['name'] }}"),
            p("{%p endfor %}"),
            p("{%p endfor %}"),
            p("{{ letter.date|upper }}, {{ signatories|length }}, {{ signatories.total|words }}"),
            p("{% if signatories.total is even and letter.cc is defined %}even{% endif %}"),
        ]
    )
    assert lines_of(bench.document()) == [
        *("1. HARBOUR;", "– Quay", "2. LANTERN.", "1 FEBRUARY 2024, 2, two", "even"),
    ]


def test_a_letter_that_grows_is_stopped(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    loop = Letter([p("{% for s in signatories %}{{ s.name }}{% endfor %}")])
    monkeypatch.setattr("desktop_app.files.safe_template.MAX_OUTPUT", 100)
    assert refused(bench, loop).code == "letter-grows"
    monkeypatch.undo()
    monkeypatch.setattr("desktop_app.files.safe_template.MAX_SECONDS", -1.0)
    assert refused(bench, loop).code == "letter-grows"
    monkeypatch.undo()
    monkeypatch.setattr("desktop_app.files.safe_template.MAX_SOURCE", 100)
    assert refused(bench, loop).code == "letter-too-large"
    monkeypatch.undo()
    monkeypatch.setattr("desktop_app.files.field_tree.MAX_NODES", 3)
    assert refused(bench, loop).code == "too-many-fields"
