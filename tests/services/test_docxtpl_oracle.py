"""docxtpl renders the same letter with the same values: what it makes is what our merge makes.

Compared before runs are marked by script and before the lines of empty fields are removed: docxtpl does
neither. Its environment is Jinja's ordinary one, with the filters of the letter's language.
"""

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from campaigns import Bench, recipient
from docxtpl import DocxTemplate
from domain.lists import named
from files.packages import zipped
from jinja2 import Environment
from letters import Letter, cell, p, parts_of, run, text_box
from lxml import etree
from template_files import TEMPLATES

from desktop_app.domain.campaign import Text
from desktop_app.domain.counting import count
from desktop_app.domain.disclosure import project
from desktop_app.domain.letter_language import LetterLanguage
from desktop_app.domain.letter_values import recipient_values
from desktop_app.domain.recipient import Recipient
from desktop_app.files.letter_docx import LetterDraft, read_letter
from desktop_app.files.reference_data import Reference
from desktop_app.services.merging import Material, Merge, _display, _filters
from desktop_app.services.opening import OpenCampaign, open_campaign

LETTERS = sorted(TEMPLATES.glob("*/letter*.docx"))
FULL = recipient(
    "FRA",
    name="A & B <C>",
    the_state="la France",
    of_state="de la France",
    formal_state="la République française",
    mission="بعثة فرنسا",
    paragraph="Un paragraphe “de plus”.",
)


@pytest.fixture(scope="module")
def sample() -> OpenCampaign:
    return open_campaign(TEMPLATES / "sample")


def rendered_by_docxtpl(merge: Merge, draft: LetterDraft, one: Recipient) -> dict[str, bytes]:
    language = LetterLanguage(one.language)
    environment = Environment(autoescape=True, finalize=_display(language))
    environment.filters |= _filters(language, Text())
    supporting = draft.package.supporting_parts("Joint letter", None)
    template = DocxTemplate(io.BytesIO(zipped({**supporting, **merge.drafted_parts()})))
    values = {**merge._writer._common, "recipient": recipient_values(one)}
    template.render(values, jinja_env=environment, autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return parts_of(out.getvalue())


def canonical(xml: bytes) -> bytes:
    root = etree.fromstring(xml)
    for drawn in root.iter("{*}docPr"):
        del drawn.attrib["id"]  # docxtpl counts drawings anew
    return etree.tostring(root, method="c14n")


def hold_against_docxtpl(merge: Merge, draft: LetterDraft, one: Recipient) -> Mapping[str, str]:
    ours = merge.plain_parts(one)
    theirs = rendered_by_docxtpl(merge, draft, one)
    assert "word/document.xml" in ours
    for name, xml in ours.items():
        assert canonical(xml.encode()) == canonical(theirs[name]), name
    return ours


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_starter_letter_is_rendered_as_docxtpl_renders_it(
    path: Path, sample: OpenCampaign, reference: Reference
) -> None:
    campaign = open_campaign(path.parent).campaign
    language = path.stem.partition(".")[2] or campaign.languages[0]
    draft = read_letter(path)
    listed = project(sample.signatories)
    merge = Merge(
        Material(campaign, language, draft, listed, count(sample.signatories, campaign.counts)), reference
    )
    for one in (FULL, recipient()):
        ours = hold_against_docxtpl(merge, draft, replace(one, language=language))
    assert sum(len(xml) for xml in ours.values()) > 5_000


def test_a_letter_made_elsewhere_is_rendered_as_docxtpl_renders_it(
    tmp_path: Path, reference: Reference
) -> None:
    letter = Letter(
        [
            p("Dear {", "{ recip", "ient.voc", "ative }", "}, ", run("we", "<w:b/>"), " & <others>"),
            p("{{ recipient.address }}"),
            p("{%p for s in signatories %}"),
            p("{{ loop.index }}. {{ s.name }}{% if s.members %}:{% endif %}"),
            p("{%p for m in s.members %}"),
            p("– {{ m.name|upper }}"),
            p("{%p endfor %}"),
            p("{%p endfor %}"),
            p("{% if recipient.name %}To {{ recipient.name }}"),
            p("and {% endif %}{{ signatories.total|words }}"),
            cell(p("{{ letter.date|long_date }}"), p(text_box(p("{{ recipient.paragraph }}")))),
            p("{%p if recipient.paragraph %}"),
            p("{{r recipient.paragraph }}"),
            p("{%p endif %}"),
            p("a {{- letter.subject -}} b"),
        ],
        header=p("{{ letter.title }} – {{ recipient.state }}"),
        footnote=p("{{ recipient.mission }}{# seen by nobody #}"),
    )
    rows = [named(2, "Harbour & Co <x>"), named(3, "Quay", "Harbour & Co <x>"), named(4, "{{ Lantern }}")]
    bench = Bench(tmp_path, reference, letter=letter, signatories=rows)
    draft = bench.draft()
    merge = bench.merge(draft=draft)
    for one in (FULL, recipient()):
        hold_against_docxtpl(merge, draft, one)
