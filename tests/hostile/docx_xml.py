"""Letters as DOCX whose XML explodes, hides or lacks something."""

from hostile.kinds import OPENS, Rows
from hostile.zips import (
    TEXT,
    letters_of,
    replaced,
)
from letters import p

_BODY, _TYPES, _RELS = "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
URL = "http://127.0.0.1:9/x"
HOSTILE, DAMAGED, LARGE, WRONG = "file-hostile", "file-damaged", "file-too-large", "file-wrong-kind"


def _doctype(inside: str, use: str = "") -> bytes:
    def change(xml: bytes) -> bytes:
        declared = xml.replace(b"?>", f"?><!DOCTYPE d {inside}>".encode(), 1)
        return declared.replace(TEXT.encode(), use.encode() + TEXT.encode())

    return replaced(_BODY, change)


def inside(xml: str) -> bytes:
    """The letter with some XML before its text."""
    return replaced(_BODY, lambda body: body.replace(b"<w:body>", b"<w:body>" + xml.encode(), 1))


_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(10))

XML: Rows = {
    "a billion laughs": (lambda: _doctype(f"[{_LAUGHS}]", "&a9;"), HOSTILE),
    "a quadratic explosion": (lambda: _doctype(f'[<!ENTITY a "{"ha" * 50_000}">]', "&a;" * 1_000), HOSTILE),
    "an entity that is a file": (
        lambda: _doctype('[<!ENTITY a SYSTEM "file:///etc/passwd">]', "&a;"),
        HOSTILE,
    ),
    "an entity that is an address": (lambda: _doctype(f'[<!ENTITY a SYSTEM "{URL}">]', "&a;"), HOSTILE),
    "a parameter entity": (lambda: _doctype(f'[<!ENTITY % a SYSTEM "{URL}"> %a;]'), HOSTILE),
    "a document type alone": (lambda: _doctype(f'SYSTEM "{URL}"'), HOSTILE),
    "text in UTF-16": (
        lambda: replaced(_BODY, lambda x: x.replace(b"UTF-8", b"UTF-16").decode().encode("utf-16")),
        HOSTILE,
    ),
    "text in UTF-7": (lambda: replaced(_BODY, lambda x: x.replace(b"UTF-8", b"UTF-7")), DAMAGED),
    "text that is not UTF-8": (lambda: replaced(_BODY, lambda x: x.replace(b"lamps", b"l\xe4mps")), DAMAGED),
    "text that ends too early": (lambda: replaced(_BODY, lambda x: x[:-40]), DAMAGED),
    "a text of nothing": (lambda: replaced(_BODY, lambda _: b""), DAMAGED),
    "a prefix that nobody declared": (lambda: inside("<z:p/>"), DAMAGED),
    "NUL by number": (lambda: inside(p("<w:r><w:t>a&#0;b</w:t></w:r>")), DAMAGED),
    "half a letter by number": (lambda: inside(p("<w:r><w:t>a&#xD800;b</w:t></w:r>")), DAMAGED),
    "an entity of HTML": (lambda: inside(p("<w:r><w:t>a&nbsp;b</w:t></w:r>")), DAMAGED),
    "elements 190 deep": (
        lambda: inside("<w:sdt><w:sdtContent>" * 90 + p("deep down") + "</w:sdtContent></w:sdt>" * 90),
        OPENS,
        "deep down",
    ),
    "elements 300 deep": (
        lambda: inside("<w:sdt><w:sdtContent>" * 150 + p("deep") + "</w:sdtContent></w:sdt>" * 150),
        DAMAGED,
    ),
    "elements 40,000 deep": (lambda: inside("<w:p>" * 40_000 + "</w:p>" * 40_000), DAMAGED),
    "100,000 attributes on one element": (
        lambda: inside("<w:p " + " ".join(f'w:a{n}="1"' for n in range(100_000)) + "/>"),
        HOSTILE,
    ),
    "an attribute of 4 MB": (lambda: inside(f'<w:p w:rsidR="{letters_of(4_000_000)}"/>'), OPENS, TEXT),
    "20,000 namespaces": (
        lambda: inside("<w:p " + " ".join(f'xmlns:n{n}="urn:{n}"' for n in range(20_000)) + "/>"),
        OPENS,
        TEXT,
    ),
    "a word of 4 MB": (lambda: inside(p(letters_of(4_000_000))), "import-too-large"),
    "a million paragraphs": (lambda: inside("<w:p/>" * 1_000_000), LARGE),
    "two million runs in a paragraph": (lambda: inside("<w:p>" + "<w:r/>" * 2_000_000 + "</w:p>"), LARGE),
    "nine million commas as tags": (lambda: inside("<w:p>" + "<a/>" * 9_000_000 + "</w:p>"), LARGE),
    "tables 60 deep": (
        lambda: inside("<w:tbl><w:tr><w:tc>" * 60 + p("in the middle") + "</w:tc></w:tr></w:tbl>" * 60),
        OPENS,
        "in the middle",
    ),
    "comments and instructions in the text": (
        lambda: inside("<w:p><w:r><w:t>a<!-- b --><?c d?>e</w:t></w:r></w:p>"),
        OPENS,
        "ae",
    ),
    "text as CDATA": (
        lambda: inside("<w:p><w:r><w:t><![CDATA[<kept> & kept]]></w:t></w:r></w:p>"),
        OPENS,
        "<kept> & kept",
    ),
    "an inclusion": (
        lambda: inside(
            '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'
        ),
        OPENS,
        TEXT,
    ),
    "a style sheet for it": (
        lambda: replaced(_BODY, lambda x: x.replace(b"?>", f'?><?xml-stylesheet href="{URL}"?>'.encode(), 1)),
        OPENS,
        TEXT,
    ),
}
