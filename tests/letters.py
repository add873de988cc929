"""Letters made for one test: a minimal DOCX from a few paragraphs, with whatever a test hides in it."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

from desktop_app.files.wordml import NAMESPACES, R, W

_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_EXTRA = (
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"'
    ' mc:Ignorable="w14 wp14"'
)
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_KINDS = ("header", "footer", "footnotes", "styles", "numbering", "settings", "comments")
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def run(text: str, look: str = "") -> str:
    """A run; ``look`` is what stands in its rPr."""
    shown = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{shown}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*texts: str, style: str = "", look: str = "") -> str:
    """A paragraph, each text a run of its own; a text that begins with a tag is taken as it is."""
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{name}{look}</w:pPr>" if name or look else ""
    runs = "".join(text if text.startswith("<") else run(text) for text in texts)
    return f"<w:p>{properties}{runs}</w:p>"


def cell(*paragraphs: str) -> str:
    """A table of one cell."""
    grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>'
    return f"<w:tbl>{grid}<w:tr><w:tc><w:tcPr/>{''.join(paragraphs)}</w:tc></w:tr></w:tbl>"


def text_box(*paragraphs: str) -> str:
    """A run with a text box, twice as Word writes it: for new programs and for old ones."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        '<mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="900000" cy="300000"/>'
        '<wp:docPr id="1" name="Text Box 1"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def field_code(code: str, result: str = "1") -> str:
    """A field of Word's own, made of marks."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@dataclass(frozen=True)
class Letter:
    """A draft, part by part. ``parts`` are put into the package as they are and may replace others.

    ``relations`` are the body's: type (its last word is enough) and target; a target with a colon is outside.
    """

    body: Sequence[str]
    header: str = ""
    footer: str = ""
    footnote: str = ""
    section: str = ""
    styles: str = ""
    numbering: str = ""
    settings: str = ""
    relations: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    parts: Mapping[str, str | bytes] = field(default_factory=dict)
    root_attributes: str = ""

    def data(self) -> bytes:
        """The DOCX."""
        parts: dict[str, str | bytes] = self._stories()
        for name, text in (("styles", self.styles), ("numbering", self.numbering)):
            if text:
                parts[f"word/{name}.xml"] = _part(name, text)
        if self.settings:
            parts["word/settings.xml"] = _part("settings", self.settings)
        parts |= self.parts
        parts["word/_rels/document.xml.rels"] = self._relations(parts)
        parts["_rels/.rels"] = _relations({"rId1": ("officeDocument", "word/document.xml")})
        parts["[Content_Types].xml"] = _content_types(parts)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(name, content)
        return out.getvalue()

    def save(self, path: Path) -> Path:
        """The DOCX as a file."""
        path.write_bytes(self.data())
        return path

    def _stories(self) -> dict[str, str | bytes]:
        marks = "".join(
            f'<w:{kind}Reference w:type="default" r:id="rId{kind}"/>'
            for kind in ("header", "footer")
            if getattr(self, kind)
        )
        section = (self.section or SECTION).replace("<w:sectPr>", f"<w:sectPr>{marks}", 1)
        body = "".join(self.body)
        if self.footnote:
            body += p("See the note.", '<w:r><w:footnoteReference w:id="1"/></w:r>')
        stories: dict[str, str | bytes] = {
            "word/document.xml": _part("document", f"<w:body>{body}{section}</w:body>", self.root_attributes)
        }
        if self.header:
            stories["word/header1.xml"] = _part("hdr", self.header)
        if self.footer:
            stories["word/footer1.xml"] = _part("ftr", self.footer)
        if self.footnote:
            notes = (
                '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
                f'<w:footnote w:id="1">{self.footnote}</w:footnote>'
            )
            stories["word/footnotes.xml"] = _part("footnotes", notes)
        return stories

    def _relations(self, parts: Mapping[str, str | bytes]) -> str:
        found = {}
        for name in parts:
            kind = re.sub(r"^word/|\d*\.xml$", "", name)
            if kind in _KINDS:
                found[f"rId{kind}"] = (kind, name.removeprefix("word/"))
        return _relations({**found, **self.relations})


def _part(name: str, inside: str, attributes: str = "") -> str:
    return f"{_HEAD}<w:{name} {_DECLARED} {_EXTRA} {attributes}>{inside}</w:{name}>"


def _relations(relations: Mapping[str, tuple[str, str]]) -> str:
    lines = []
    for key, (kind, target) in relations.items():
        full = kind if "/" in kind else f"{R}/{kind}"
        mode = ' TargetMode="External"' if ":" in target or target.startswith("\\") else ""
        lines.append(f'<Relationship Id="{key}" Type="{full}" Target="{escape(target)}"{mode}/>')
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{namespace}">{"".join(lines)}</Relationships>'


def _content_types(parts: Mapping[str, str | bytes]) -> str:
    lines = [
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        '<Default Extension="xml" ContentType="application/xml"/>',
        '<Default Extension="png" ContentType="image/png"/>',
        f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>',
    ]
    for name in parts:
        kind = re.sub(r"^word/|\d*\.xml$", "", name)
        if kind in _KINDS:
            lines.append(f'<Override PartName="/{name}" ContentType="{_OFFICE}.{kind}+xml"/>')
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'{_HEAD}<Types xmlns="{namespace}">{"".join(lines)}</Types>'


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a finished package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def lines_of(data: bytes, part: str = "word/document.xml") -> list[str]:
    """The text of each paragraph of a part; inner paragraphs (of text boxes) on their own."""
    root = etree.fromstring(parts_of(data)[part])
    w = {"w": W}
    lines = []
    for paragraph in root.iter(f"{{{W}}}p"):
        nodes = paragraph.xpath(".//w:t | .//w:r/w:tab | .//w:r/w:br", namespaces=w)
        assert isinstance(nodes, list)
        lines.append("".join(_shown(node) for node in nodes if _nearest(node) is paragraph))
    return lines


def _shown(node: object) -> str:
    assert isinstance(node, etree._Element)
    return {"t": node.text or "", "tab": "\t", "br": "\n"}[etree.QName(node).localname]


def _nearest(node: object) -> etree._Element:
    assert isinstance(node, etree._Element)
    return next(node.iterancestors(f"{{{W}}}p"))
