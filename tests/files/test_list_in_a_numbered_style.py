"""A list whose place has a numbered style: it prints the numbers that the campaign wants, and no others."""

from pathlib import Path

import pytest
from campaigns import Bench, campaign
from letters import Letter, p
from lxml import etree
from template_files import W, parts_of

from desktop_app.domain.campaign import ListLayout
from desktop_app.files.reference_data import Reference

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="ListNumber"><w:name w:val="List Number"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
UNNUMBERED = '<w:numPr><w:numId w:val="0"/></w:numPr>'


@pytest.mark.parametrize(("numbered", "numbers"), [(False, {"0"}), (True, {"2"})])
def test_names_have_our_numbers_or_none(
    tmp_path: Path, reference: Reference, numbered: bool, numbers: set[str]
) -> None:
    body = [p("Signed by:"), p("{{ signatories }}", style="ListNumber", look=UNNUMBERED)]
    bench = Bench(
        tmp_path,
        reference,
        letter=Letter(body, styles=STYLES, numbering=NUMBERING),
        campaign=campaign(layout=ListLayout(numbered=numbered, columns=1)),
    )
    root = etree.fromstring(parts_of(bench.document())["word/document.xml"])
    names = [paragraph for paragraph in root.iter(f"{W}p") if paragraph.find(f"{W}pPr/{W}numPr") is not None]
    assert len(names) == 3
    assert all(len(list(name.iter(f"{W}numId"))) == 1 for name in names)
    assert {number.get(f"{W}val") for name in names for number in name.iter(f"{W}numId")} == numbers
