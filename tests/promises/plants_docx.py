"""Where a name can hide in a letter: text, marks of Word's, properties, parts beside the text."""

import base64
from collections.abc import Callable, Iterator

from promises.carriers import sheet
from promises.planting import Edit, Plant, added, added_file, instead, into, package, parts_of

_BODY, _SETTINGS = "word/document.xml", "word/settings.xml"
_CORE, _RELS = "docProps/core.xml", "word/_rels/document.xml.rels"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _t(text: str, look: str = "") -> str:
    shown = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{shown}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _field(code: str, result: str = "1") -> str:
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{middle}{_t(result)}{end}"


_BOX = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"
_BOXES = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
    + _BOX
    + "</w:drawing></mc:Choice><mc:Fallback><w:pict>"
    + _BOX
    + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
_ROW = "<w:tbl><w:tr>{}<w:tc><w:p><w:r><w:t>@</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"

_HOLDER = "<w:sdt><w:sdtPr><w:placeholder><w:docPart w:val=$/></w:placeholder></w:sdtPr></w:sdt>"
_CHOICE = "<w:dropDownList><w:listItem w:displayText=$/></w:dropDownList>"
_SECTION = '<w:sectPr><w:sectPrChange w:id="1" w:author=$/></w:sectPr>'
_DESCRIBED = "<w:tbl><w:tblPr><w:tblDescription w:val=$/></w:tblPr></w:tbl>"
_DELETED_ROW = '<w:trPr><w:del w:author="A"/></w:trPr>'

_IN_BODY = {
    "a paragraph": _t("@"),
    "hidden text": _t("@", "<w:vanish/>"),
    "hidden paragraph mark": _t("@", "<w:specVanish/>"),
    "text hidden on the web": _t("@", "<w:webHidden/>"),
    "white text": _t("@", '<w:color w:val="FFFFFF"/>'),
    "tiny text": _t("@", '<w:sz w:val="2"/>'),
    "text behind a picture": f'<w:pict><v:rect style="z-index:-9"/></w:pict>{_t("@")}',
    "text box, new": f"<w:p>{_BOXES.format('@', 'x')}</w:p>",
    "text box, old": f"<w:p>{_BOXES.format('x', '@')}</w:p>",
    "inserted text": f'<w:ins w:id="1" w:author="A">{_t("@")}</w:ins>',
    "deleted text": '<w:del w:id="1" w:author="A"><w:r><w:delText>@</w:delText></w:r></w:del>',
    "text moved from here": f'<w:moveFrom w:id="1" w:author="A">{_t("@")}</w:moveFrom>',
    "text moved to here": f'<w:moveTo w:id="1" w:author="A">{_t("@")}</w:moveTo>',
    "author of an insertion": f'<w:ins w:id="1" w:author=$>{_t("x")}</w:ins>',
    "author of a deletion": "<w:del w:id='1' w:author=$><w:r><w:delText>x</w:delText></w:r></w:del>",
    "author of a change of look": '<w:r><w:rPr><w:rPrChange w:id="1" w:author=$/></w:rPr></w:r>',
    "author of a change of paragraph": '<w:pPr><w:pPrChange w:id="1" w:author=$/></w:pPr>',
    "author of a change of section": f"<w:pPr>{_SECTION}</w:pPr>",
    "bookmark": '<w:bookmarkStart w:id="1" w:name="~"/>',
    "content control, title": "<w:sdt><w:sdtPr><w:alias w:val=$/></w:sdtPr></w:sdt>",
    "content control, tag": '<w:sdt><w:sdtPr><w:tag w:val="~"/></w:sdtPr></w:sdt>',
    "content control, placeholder": _HOLDER,
    "content control, choice": f"<w:sdt><w:sdtPr>{_CHOICE}</w:sdtPr></w:sdt>",
    "content control, bound data": "<w:sdt><w:sdtPr><w:dataBinding w:xpath=$/></w:sdtPr></w:sdt>",
    "content control, text": f"<w:sdt><w:sdtContent>{_t('@')}</w:sdtContent></w:sdt>",
    "permission": "<w:permStart w:id='1' w:ed=$/>",
    "smart tag": f'<w:smartTag w:uri=$ w:element="x">{_t("x")}</w:smartTag>',
    "custom markup": '<w:customXml w:uri="x" w:element="~"/>',
    "field code": _field(' AUTHOR "@" '),
    "field code in pieces": _field(" DOCPROPERTY </w:instrText></w:r><w:r><w:instrText>@ "),
    "code of a deleted field": "<w:r><w:delInstrText>MERGEFIELD @</w:delInstrText></w:r>",
    "simple field": "<w:fldSimple w:instr=$/>",
    "result of a field": _field(" LASTSAVEDBY ", "@"),
    "form field, name": "<w:r><w:fldChar><w:ffData><w:name w:val=$/></w:ffData></w:fldChar></w:r>",
    "form field, help": "<w:r><w:fldChar><w:ffData><w:helpText w:val=$/></w:ffData></w:fldChar></w:r>",
    "picture, description": '<w:r><w:drawing><wp:docPr id="9" name="x" descr=$/></w:drawing></w:r>',
    "picture, title": '<w:r><w:drawing><wp:docPr id="9" name="x" title=$/></w:drawing></w:r>',
    "picture, name of its file": '<w:r><w:drawing><pic:cNvPr id="9" name="~.png"/></w:drawing></w:r>',
    "drawing of old, description": "<w:r><w:pict><v:shape alt=$/></w:pict></w:r>",
    "drawing of old, title": "<w:r><w:pict><v:imagedata o:title=$/></w:pict></w:r>",
    "drawing of old, watermark": "<w:r><w:pict><v:textpath string=$/></w:pict></w:r>",
    "link, tip": f'<w:hyperlink w:anchor="x" w:tooltip=$>{_t("x")}</w:hyperlink>',
    "link, place": '<w:hyperlink w:anchor="~"/>',
    "comment of XML": "<!-- @ -->",
    "instruction of XML": "<?note @?>",
    "text as it is": "<w:r><w:t><![CDATA[@]]></w:t></w:r>",
    "font of a run": _t("x", "<w:rFonts w:ascii=$/>"),
    "style of a paragraph": '<w:pPr><w:pStyle w:val="~"/></w:pPr>',
    "formula": "<m:oMath><m:r><m:t>@</m:t></m:r></m:oMath>",
    "reading aid": f"<w:ruby><w:rt>{_t('@')}</w:rt><w:rubyBase>{_t('x')}</w:rubyBase></w:ruby>",
    "words of a table, description": f"</w:p>{_DESCRIBED}<w:p>",
    "cell of a table": f"</w:p>{_ROW.format('')}<w:p>",
    "deleted row of a table": f"</w:p>{_ROW.format(_DELETED_ROW)}<w:p>",
    "table in a table": f"</w:p><w:tbl><w:tr><w:tc>{_ROW.format('')}<w:p/></w:tc></w:tr></w:tbl><w:p>",
    "unknown markup": '<x:note xmlns:x="urn:x">@</x:note>',
    "name of an element": '<x:~ xmlns:x="urn:x"/>',
    "unknown attribute": "<w:r w:note=$/>",
}

_IN_SETTINGS = {
    "variable": '<w:docVars><w:docVar w:name="n" w:val=$/></w:docVars>',
    "variable, name": '<w:docVars><w:docVar w:name="~" w:val="x"/></w:docVars>',
    "mail merge, source": "<w:mailMerge><w:connectString w:val=$/></w:mailMerge>",
    "mail merge, query": "<w:mailMerge><w:query w:val=$/></w:mailMerge>",
    "style sheet for saving": "<w:saveThroughXslt w:solutionID=$/>",
    "schema": "<w:attachedSchema w:val=$/>",
}

_CORES = "creator title subject description identifier language".split()
_OWN_CORES = "lastModifiedBy keywords category contentStatus version".split()

_PARTS = {
    "comment": (
        "word/comments.xml",
        f"<w:comments {_W}><w:comment><w:p>{_t('@')}</w:p></w:comment></w:comments>",
    ),
    "comment, author": ("word/comments.xml", f"<w:comments {_W}><w:comment w:author=$/></w:comments>"),
    "comment, initials": ("word/comments.xml", f"<w:comments {_W}><w:comment w:initials=$/></w:comments>"),
    "comments, extended": ("word/commentsExtended.xml", "<a:commentsEx xmlns:a='urn:a' a:x=$/>"),
    "people": ("word/people.xml", "<a:people xmlns:a='urn:a'><a:person a:author=$/></a:people>"),
    "endnote": (
        "word/endnotes.xml",
        f"<w:endnotes {_W}><w:endnote><w:p>{_t('@')}</w:p></w:endnote></w:endnotes>",
    ),
    "company": ("docProps/app.xml", "<Properties><Company>@</Company></Properties>"),
    "manager": ("docProps/app.xml", "<Properties><Manager>@</Manager></Properties>"),
    "template": ("docProps/app.xml", "<Properties><Template>C:\\~\\x.dotm</Template></Properties>"),
    "titles of parts": (
        "docProps/app.xml",
        "<Properties><TitlesOfParts><vt>@</vt></TitlesOfParts></Properties>",
    ),
    "base of links": ("docProps/app.xml", "<Properties><HyperlinkBase>@</HyperlinkBase></Properties>"),
    "custom property": (
        "docProps/custom.xml",
        "<Properties><property name='x'><v>@</v></property></Properties>",
    ),
    "custom property, name": ("docProps/custom.xml", "<Properties><property name=$/></Properties>"),
    "label": ("docMetadata/LabelInfo.xml", "<labels><label siteId=$/></labels>"),
    "custom part": ("customXml/item1.xml", "<a><b>@</b></a>"),
    "custom part, schema": ("customXml/itemProps1.xml", "<d><schemaRef uri=$/></d>"),
    "recipients of a mail merge": ("word/recipientData.xml", "<r><d>@</d></r>"),
    "building block": ("word/glossary/document.xml", "<d><name val=$/></d>"),
    "table of fonts": ("word/fontTable.xml", f"<w:fonts {_W}><w:font w:name=$/></w:fonts>"),
    "settings for the web": ("word/webSettings.xml", f"<w:webSettings {_W}><w:div w:id=$/></w:webSettings>"),
    "chart, label": ("word/charts/chart1.xml", "<c:chart xmlns:c='c'><c:pt><c:v>@</c:v></c:pt></c:chart>"),
    "diagram": ("word/diagrams/data1.xml", "<d xmlns:a='a'><a:p><a:t>@</a:t></a:p></d>"),
    "active control": ("word/activeX/activeX1.xml", "<ax:ocx xmlns:ax='ax' ax:name=$/>"),
    "page inside": ("word/afchunk.html", "<html><body><p>@</p></body></html>"),
    "drawing as SVG": ("word/media/image9.svg", "<svg><title>@</title></svg>"),
    "name of a part": ("word/~.xml", "<a/>"),
}


def _body(template: str) -> Edit:
    return into(_BODY, "<w:sectPr", template if template.startswith("</w:p>") else f"<w:p>{template}</w:p>")


def _split(data: bytes, name: str) -> bytes:
    return _body("".join(_t("&amp;" if c == "&" else c) for c in name))(data, "")


def _broken(between: str) -> Edit:
    def edit(data: bytes, name: str) -> bytes:
        first, _, rest = name.partition(" ")
        return _body(_t(first) + between + _t(rest))(data, "")

    return edit


def _coded(as_number: str) -> Edit:
    def edit(data: bytes, name: str) -> bytes:
        return _body(_t("".join(as_number.format(ord(c)) for c in name)))(data, "")

    return edit


def _encoded(encode: Callable[[bytes], str]) -> Edit:
    return lambda data, name: _body(_t(encode(name.encode())))(data, "")


def _in_encoding(encoding: str, declared: str) -> Edit:
    text = f'<?xml version="1.0" encoding="{declared}"?><a>@</a>'
    return added("customXml/item1.xml", text, encoding)


def _around(part: str) -> Edit:
    """A story that the letter has not, or that it has: one more paragraph."""

    def edit(data: bytes, name: str) -> bytes:
        end = {"header1": "</w:hdr>", "footer1": "</w:ftr>", "footnotes": "</w:footnote>"}[part]
        return into(f"word/{part}.xml", end, f"<w:p>{_t('@')}</w:p>")(data, name)

    return edit


def _relation(target: str, kind: str = "hyperlink") -> Edit:
    template = f'<Relationship Id="rId99" Type="{kind}" Target="{target}" TargetMode="External"/>'
    return into(_RELS, "</Relationships>", template)


def _letter_inside(name: str) -> bytes:
    return package({"word/document.xml": f"<w:p><w:t>{name}</w:t></w:p>".encode()})


def _core(data: bytes, name: str, element: str) -> bytes:
    parts = parts_of(data)
    text = parts[_CORE].decode()
    end = text.rindex("</") if text.rstrip().endswith("Properties>") and "</" in text else len(text)
    made = f'<x:{element} xmlns:x="urn:x">{name}</x:{element}>'
    parts[_CORE] = (text[:end] + made + text[end:]).encode()
    return package(parts)


def plants() -> Iterator[Plant]:
    """All of them."""
    for place, template in _IN_BODY.items():
        yield Plant("docx", place, _body(template))
    yield Plant("docx", "text in base64", _encoded(lambda raw: base64.b64encode(raw).decode()))
    yield Plant("docx", "text in base 16", _encoded(bytes.hex))
    yield Plant("docx", "a run for each letter", _split)
    for what, between in {
        "a tab": "<w:r><w:tab/></w:r>",
        "a line break": "<w:r><w:br/></w:r>",
        "a hyphen of Word's": "<w:r><w:noBreakHyphen/></w:r>",
        "a soft hyphen": "<w:r><w:softHyphen/></w:r>" + _t(" "),
        "a mark of the spelling": '<w:proofErr w:type="spellStart"/>' + _t(" "),
        "the end of a paragraph": "</w:p><w:p>",
        "the end of a cell": "</w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p>",
        "a comment of XML": "<!-- x -->" + _t(" "),
    }.items():
        yield Plant("docx", f"words with {what} between them", _broken(between))
    yield Plant("docx", "numbers for letters", _coded("&#{};"))
    yield Plant("docx", "numbers for letters, base 16", _coded("&#x{:x};"))
    yield Plant("docx", "numbers for letters, twice", _coded("&amp;#{};"))
    for part in ("header1", "footer1", "footnotes"):
        yield Plant("docx", f"a paragraph of {part}", _around(part))
    for place, template in _IN_SETTINGS.items():
        yield Plant("docx", f"settings: {place}", into(_SETTINGS, "</w:settings>", template))
    for element in (*_CORES, *_OWN_CORES):
        yield Plant("docx", f"property: {element}", lambda d, n, e=element: _core(d, n, e))  # type: ignore[misc]
    for place, (part, template) in _PARTS.items():
        yield Plant("docx", place, added(part, template))
    yield Plant(
        "docx", "style, name", into("word/styles.xml", "</w:styles>", "<w:style><w:name w:val=$/></w:style>")
    )
    yield Plant("docx", "style, other names", into("word/styles.xml", "</w:styles>", "<w:aliases w:val=$/>"))
    yield Plant(
        "docx",
        "list, name",
        added("word/numbering.xml", f"<w:numbering {_W}><w:name w:val=$/></w:numbering>"),
    )
    yield Plant(
        "docx",
        "list, mark",
        added("word/numbering.xml", f"<w:numbering {_W}><w:lvlText w:val=$/></w:numbering>"),
    )
    yield Plant("docx", "theme, name", added("word/theme/theme1.xml", "<a:theme xmlns:a='a' name=$/>"))
    yield Plant("docx", "link to the web", _relation("https://example.org/@"))
    yield Plant("docx", "link to a file", _relation("file:///C:/~/x.docx"))
    yield Plant("docx", "attached template", _relation("\\\\host\\~\\x.dotm", "attachedTemplate"))
    yield Plant("docx", "linked picture", _relation("https://example.org/~.png", "image"))
    kind = '<Override PartName="/~.xml" ContentType="x"/>'
    yield Plant("docx", "table of kinds", into("[Content_Types].xml", "</Types>", kind))
    yield Plant("docx", "sheet inside", added_file("word/embeddings/list.xlsx", sheet))
    yield Plant("docx", "letter inside", added_file("word/embeddings/old.docx", _letter_inside))
    yield Plant(
        "docx",
        "object inside",
        added_file("word/embeddings/o.bin", lambda n: b"\xd0\xcf\x11\xe0" + n.encode()),
    )
    yield Plant(
        "docx", "macros", added_file("word/vbaProject.bin", lambda n: b"\xd0\xcf\x11\xe0" + n.encode())
    )
    yield Plant(
        "docx",
        "archive in an archive",
        added_file("word/a.zip", lambda n: package({"b.zip": package({"c.txt": n.encode()})})),
    )
    for encoding, declared in (
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("utf-32", "utf-32"),
    ):
        yield Plant("docx", f"part in {encoding}", _in_encoding(encoding, declared))
    yield Plant(
        "docx",
        "property in place of the title",
        instead(_CORE, "cp:coreProperties", "cp:coreProperties note=$"),
    )
