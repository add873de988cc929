"""Letters as DOCX that send Word round in circles, or have it fetch or run something."""

import struct
import zlib

from hostile.docx_xml import inside
from hostile.kinds import OPENS, Rows
from hostile.zips import (
    LETTER,
    TEXT,
    letter_with,
    replaced,
)
from letters import Letter, field_code, p, run

_BODY, _TYPES, _RELS = "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
URL = "http://127.0.0.1:9/x"
HOSTILE, DAMAGED, LARGE, WRONG = "file-hostile", "file-damaged", "file-too-large", "file-wrong-kind"


def _styled(styles: str, *body: str, numbering: str = "", settings: str = "") -> bytes:
    return Letter(
        [p("Excellency,"), *body, p(TEXT)], styles=styles, numbering=numbering, settings=settings
    ).data()


def _numbered(start: str, form: str, levels: int = 1, style: str = "%1.") -> bytes:
    level = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{style}"/>'
    made = "".join(f'<w:lvl w:ilvl="{n}">{level}</w:lvl>' for n in range(levels))
    numbering = f'<w:abstractNum w:abstractNumId="1">{made}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    look = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return _styled("", p("The first ask", look=look), p("The second ask", look=look), numbering=numbering)


def _linked(kind: str, target: str = URL, body: str = "") -> bytes:
    return Letter([p("Excellency,"), body or p(TEXT), p(TEXT)], relations={"rId9": (kind, target)}).data()


def _png(width: int, height: int, data: bytes = b"") -> bytes:
    def chunk(kind: bytes, inside: bytes) -> bytes:
        return struct.pack(">I", len(inside)) + kind + inside + struct.pack(">I", zlib.crc32(kind + inside))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", data or zlib.compress(b"\0" * 10))
        + chunk(b"IEND", b"")
    )


def _pictured(name: str, data: bytes) -> bytes:
    picture = '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId8"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    return Letter(
        [p("Excellency,"), p(TEXT, picture)],
        relations={"rId8": ("image", f"media/{name}")},
        parts={f"word/media/{name}": data},
    ).data()


_CYCLE = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/><w:basedOn w:val="{1}"/></w:style>'

WORD: Rows = {
    "a style that is based on itself": (
        lambda: _styled(_CYCLE.format("A", "A"), p("In it", style="A")),
        OPENS,
        TEXT,
    ),
    "styles based on each other": (
        lambda: _styled(_CYCLE.format("A", "B") + _CYCLE.format("B", "A"), p("In it", style="A")),
        OPENS,
        TEXT,
    ),
    "5,000 styles, each based on the next": (
        lambda: _styled(
            "".join(_CYCLE.format(f"S{n}", f"S{n + 1}") for n in range(5_000)), p("In it", style="S0")
        ),
        OPENS,
        TEXT,
    ),
    "a numbering that is its own style": (
        lambda: _styled(
            '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
            p("Item", look='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
            numbering='<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
        ),
        OPENS,
        TEXT,
    ),
    "Roman numbers from a billion": (lambda: _numbered("1000000000", "upperRoman"), OPENS, "The first ask"),
    "letters from a billion": (lambda: _numbered("1000000000", "lowerLetter"), OPENS, "The first ask"),
    "words for a number of 400 digits": (
        lambda: _numbered("9" * 400, "cardinalText"),
        OPENS,
        "The first ask",
    ),
    "a number of 9,000 digits": (lambda: _numbered("9" * 9_000, "decimal"), OPENS, "The first ask"),
    "a number that is none": (lambda: _numbered("soon", "decimal"), OPENS, "The first ask"),
    "a negative number": (lambda: _numbered("-5", "upperRoman"), OPENS, "The first ask"),
    "a number's text of 300 kB": (
        lambda: _numbered("1", "decimal", 1, "%1" * 150_000),
        OPENS,
        "The first ask",
    ),
    "level two billion of a list": (
        lambda: _styled(
            "", p("Item", look='<w:numPr><w:ilvl w:val="2000000000"/><w:numId w:val="1"/></w:numPr>')
        ),
        OPENS,
        TEXT,
    ),
    "level none of a list": (
        lambda: _styled("", p("Item", look='<w:numPr><w:ilvl w:val="x"/><w:numId w:val="y"/></w:numPr>')),
        OPENS,
        TEXT,
    ),
    "set in by a light year": (
        lambda: _styled("", p("Item", look='<w:ind w:left="999999999999" w:hanging="x"/>')),
        OPENS,
        TEXT,
    ),
    "a cell over a billion columns": (
        lambda: inside(
            '<w:tbl><w:tblGrid><w:gridCol w:w="x"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>'
            + p("wide")
            + "</w:tc></w:tr></w:tbl>"
        ),
        OPENS,
        "wide",
    ),
    "a heading of level 999": (
        lambda: _styled("", p("Head", look='<w:outlineLvl w:val="999"/>')),
        OPENS,
        TEXT,
    ),
    "a field that is opened 5,000 times": (
        lambda: inside("<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 5_000 + "</w:p>"),
        OPENS,
        TEXT,
    ),
    "a field that is closed and was never opened": (
        lambda: inside(
            '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>after it</w:t></w:r></w:p>'
        ),
        OPENS,
        "after it",
    ),
    "a footnote that refers to itself": (
        lambda: Letter(
            [p("Excellency,"), p(TEXT)], footnote=p("See ", '<w:r><w:footnoteReference w:id="1"/></w:r>')
        ).data(),
        OPENS,
        TEXT,
    ),
    "a reference to a note that is not there": (
        lambda: inside(p("Look", '<w:r><w:footnoteReference w:id="77"/></w:r>')),
        OPENS,
        TEXT,
    ),
    "a note without a number": (
        lambda: replaced(
            "word/footnotes.xml",
            lambda x: x.replace(b'w:id="1"', b""),
            Letter([p(TEXT)], footnote=p("Mind this")).data(),
        ),
        OPENS,
        TEXT,
    ),
    "relations that are not well-formed": (lambda: replaced(_RELS, lambda x: x[:-5]), DAMAGED),
    "a relation out of the package": (lambda: _linked("image", "../../../../etc/passwd"), OPENS, TEXT),
    "a remote template": (
        lambda: Letter(
            [p(TEXT)],
            settings='<w:attachedTemplate r:id="rId9"/>',
            parts={
                "word/_rels/settings.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="{URL}.dotm" TargetMode="External"/></Relationships>'
            },
        ).data(),
        OPENS,
        TEXT,
    ),
    "a linked picture": (lambda: _linked("image", f"{URL}.png"), OPENS, TEXT),
    "a linked object": (
        lambda: _linked(
            "oleObject",
            f"{URL}.xlsx",
            '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Link" ProgID="Excel.Sheet.12" r:id="rId9" UpdateMode="Always"/></w:object></w:r></w:p>',
        ),
        OPENS,
        TEXT,
    ),
    "a letter within it from elsewhere": (
        lambda: _linked("subDocument", f"{URL}.docx", '<w:subDoc r:id="rId9"/>'),
        OPENS,
        TEXT,
    ),
    "a page pulled in": (lambda: _linked("aFChunk", f"{URL}.html", '<w:altChunk r:id="rId9"/>'), OPENS, TEXT),
    "a share of Windows": (
        lambda: _linked(
            "hyperlink",
            "file://example.org/share/x",
            p('<w:hyperlink r:id="rId9"><w:r><w:t>click</w:t></w:r></w:hyperlink>'),
        ),
        OPENS,
        "click",
    ),
    "a link that is a program": (
        lambda: _linked(
            "hyperlink",
            "javascript:alert(1)",
            p('<w:hyperlink r:id="rId9"><w:r><w:t>click</w:t></w:r></w:hyperlink>'),
        ),
        OPENS,
        "click",
    ),
    **{
        f"a field {code.split()[0]}": (
            Letter([p("Excellency,"), p("Before ", field_code(code, "the result")), p(TEXT)]).data(),
            OPENS,
            TEXT,
        )
        for code in (
            'DDE Excel "C:\\a.xls" r1c1',
            'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"',
            'INCLUDETEXT "/etc/passwd"',
            f'INCLUDEPICTURE "{URL}.png" \\d',
            'LINK Excel.Sheet.8 "C:\\a.xls"',
            'DATABASE \\d "C:\\a.mdb"',
            "MACROBUTTON AutoOpen click",
            'QUOTE "hidden"',
            'IF 1 = 1 "yes" "no"',
            "USERNAME",
            "FILENAME \\p",
        )
    },
    "an embedded workbook": (lambda: letter_with(("word/embeddings/Book1.xlsx", LETTER.data())), OPENS, TEXT),
    "an OLE object": (
        lambda: letter_with(
            ("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2_000)
        ),
        OPENS,
        TEXT,
    ),
    "ActiveX": (
        lambda: letter_with(("word/activeX/activeX1.xml", b"<x/>"), ("word/activeX/activeX1.bin", b"x")),
        OPENS,
        TEXT,
    ),
    "hidden text": (lambda: inside(p(run("nobody sees this", "<w:vanish/>"))), OPENS, "nobody sees this"),
    "white text": (
        lambda: inside(p(run("white on white", '<w:color w:val="FFFFFF"/>'))),
        OPENS,
        "white on white",
    ),
    "text of one point": (lambda: inside(p(run("a speck", '<w:sz w:val="1"/>'))), OPENS, "a speck"),
    "deleted text": (
        lambda: inside('<w:p><w:del w:author="x"><w:r><w:delText>was here</w:delText></w:r></w:del></w:p>'),
        OPENS,
        TEXT,
    ),
    "a picture of 3,600 million points": (lambda: _pictured("a.png", _png(60_000, 60_000)), OPENS, TEXT),
    "a picture that unpacks without end": (
        lambda: _pictured("a.png", _png(9_000, 9_000, zlib.compress(b"\0" * 240_000_000))),
        OPENS,
        TEXT,
    ),
    "half a picture": (lambda: _pictured("a.png", _png(10, 10)[:60]), OPENS, TEXT),
    "a picture that is a page": (
        lambda: _pictured(
            "a.png", f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{URL}"/></svg>'.encode()
        ),
        OPENS,
        TEXT,
    ),
    "a metafile": (lambda: _pictured("a.emf", b"\1\0\0\0" + b"\0" * 100), OPENS, TEXT),
    "signs of no font": (
        lambda: inside('<w:p><w:r><w:sym w:font="x" w:char="ZZZZ"/><w:t>here</w:t></w:r></w:p>'),
        OPENS,
        "here",
    ),
    "a part for customers": (lambda: letter_with(("customXml/item1.xml", b"<a>secret</a>")), OPENS, TEXT),
}
