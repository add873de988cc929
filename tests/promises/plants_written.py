"""Where a name can hide in the manner in which some program writes it."""

import json
from collections.abc import Callable, Iterator

from promises.planting import Edit, Plant, added, into, package, parts_of

Say = Callable[[str], str]
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BODY, _SHEET = "word/document.xml", "xl/worksheets/sheet1.xml"


def _codes(name: str) -> str:
    return ",".join(str(ord(c)) for c in name)


def _numbered(call: str, between: str) -> Say:
    return lambda name: between.join(f"{call}({ord(c)})" for c in name)


_TEXT: dict[str, Say] = {
    "numbers of letters": lambda n: json.dumps([ord(c) for c in n]),
    "numbers of letters, with U+": lambda n: " ".join(f"U+{ord(c):04X}" for c in n),
    "numbers of letters, with #U": lambda n: "".join(f"#U{ord(c):04x}" for c in n),
    "ends of lines of a calendar": lambda n: "SUMMARY:" + n.replace(" ", "\\n"),
    "commands of TeX": lambda n: " ".join(f"\\textbf{{{word}}}" for word in n.split()),
    "letters struck twice": lambda n: "".join(f"{c}\b{c}" for c in n),
    "tags": lambda n: "".join(chr(0xE0000 + ord(c)) for c in n if c.isascii()),
    "a font of symbols": lambda n: "".join(chr(0xF000 + ord(c)) for c in n if ord(c) < 256),
    "letters in boxes": lambda n: "".join(
        chr(0x1F130 - 65 + ord(c)) if c.isalpha() else c for c in n.upper()
    ),
    "small capitals": lambda n: n.lower().translate(str.maketrans("aceht", "ᴀᴄᴇʜᴛ")),
    "markup": lambda n: "".join(f"<bold>{c}</bold>" for c in n),
}
_PAGE: dict[str, Say] = {
    "page in the page": lambda n: (
        f'<iframe srcdoc="&lt;p&gt;{"&lt;b&gt; &lt;/b&gt;".join(n.split())}"></iframe>'
    ),
    "turned text": lambda n: f'<bdo dir="rtl">{n[::-1]}</bdo>',
    "turned text by its style": lambda n: (
        f'<p style="unicode-bidi:bidi-override;direction:rtl">{n[::-1]}</p>'
    ),
    "reading aids between": lambda n: "<ruby>" + "".join(f"{w} <rt>x</rt>" for w in n.split()) + "</ruby>",
    "reading aids": lambda n: "<ruby>" + "".join(f"x<rt>{w} </rt>" for w in n.split()) + "</ruby>",
    "declaration": lambda n: f'<!ELEMENT x "{n}">',
    "codes in a script": lambda n: f"<script>String.fromCharCode({_codes(n)})</script>",
}


def _with_words_between(name: str, look: str) -> str:
    between = f"<w:r><w:rPr>{look}</w:rPr><w:t>words</w:t></w:r>"
    return between.join(f'<w:r><w:t xml:space="preserve">{word} </w:t></w:r>' for word in name.split())


_BODIES: dict[str, Say] = {
    "numbers in a field": lambda n: (
        f"<w:r><w:instrText>QUOTE {_codes(n).replace(',', ' ')}</w:instrText></w:r>"
    ),
    "a reading aid to a word": lambda n: "".join(
        f"<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>{word} </w:t></w:r>"
        "</w:rubyBase></w:ruby></w:r>"
        for word in n.split()
    ),
    "symbols": lambda n: "".join(f'<w:r><w:sym w:char="{ord(c):04X}"/></w:r>' for c in n),
    "symbols of a font": lambda n: "".join(
        f'<w:r><w:sym w:char="{ord(c) + (0xF000 if c.isascii() else 0):04X}"/></w:r>' for c in n
    ),
    "symbols under another prefix": lambda n: "".join(
        f'<w:r xmlns:s="{_WORD}"><s:sym s:char="{ord(c):04X}"/></w:r>' for c in n
    ),
    "symbols with short numbers": lambda n: "".join(f'<w:r><w:sym w:char="{ord(c):X}"/></w:r>' for c in n),
    "turned text": lambda n: f"<w:bdo w:val='rtl'><w:r><w:t>{n[::-1]}</w:t></w:r></w:bdo>",
    "hidden words between": lambda n: _with_words_between(n, "<w:vanish/>"),
    "words between that no screen shows": lambda n: _with_words_between(n, "<w:webHidden w:val='1'/>"),
    "words between that a style hides": lambda n: _with_words_between(n, "<w:rStyle w:val='Unseen'/>"),
}
_CELLS: dict[str, Say] = {
    "formula of codes": lambda n: f"<row><c><f>{_numbered('CHAR', '&amp;')(n)}</f></c></row>",
    "formula of codes, in a list": lambda n: (
        f"<row><c><f>CONCATENATE({_numbered('UNICHAR', ',')(n)})</f></c></row>"
    ),
}


def _said(part: str, before: str, say: Say) -> Edit:
    return lambda data, name: into(part, before, say(name).replace("@", ""))(data, "")


def _behind(data: bytes, name: str) -> bytes:
    return data + bytes(letter ^ 0xFF for letter in name.encode())


def _old_name(data: bytes, name: str) -> bytes:
    stand_in = "Q" * len(name.encode("utf-16-le"))
    made = package({**parts_of(data), stand_in: b""})
    return made.replace(
        stand_in.encode(), bytes(letter ^ 0x80 or 0xFF for letter in name.encode("utf-16-le"))
    )


def plants() -> Iterator[Plant]:
    """All of them."""
    for place, say in _TEXT.items():
        edit = lambda data, name, say=say: data + b"\n" + say(name).encode() + b"\n"  # noqa: E731
        yield Plant("txt", place, edit, is_latin=True)
    for place, say in _PAGE.items():
        edit = lambda data, name, say=say: data.replace(b"</main>", say(name).encode() + b"</main>")  # noqa: E731
        yield Plant("html", place, edit)
    for place, say in _BODIES.items():
        framed = lambda name, say=say: f"<w:p>{say(name)}</w:p>"  # noqa: E731
        yield Plant("docx", place, _said(_BODY, "<w:sectPr", framed))
    for place, say in _CELLS.items():
        yield Plant("xlsx", place, _said(_SHEET, "</sheetData>", say))
    header = "<headerFooter><oddHeader>&amp;L{}</oddHeader></headerFooter>"
    sides: Say = lambda name: header.format("&amp;C".join(name.split()))  # noqa: E731
    yield Plant("xlsx", "header in two places", _said(_SHEET, "</worksheet>", sides))
    looks: Say = lambda name: header.format("&amp;B ".join(name.split()))  # noqa: E731
    yield Plant("xlsx", "header of two looks", _said(_SHEET, "</worksheet>", looks))
    yield Plant("xlsx", "queries", added("customXml/item1.xml", "<DataMashup>AAAAAFBLAwQ=</DataMashup>"))
    declared = '<!DOCTYPE a [<!ATTLIST a v CDATA "@">]><a/>'
    yield Plant("docx", "declaration of an attribute", added("customXml/item1.xml", declared))
    yield Plant("docx", "something packed behind its end", _behind)
    yield Plant("zip", "name of a member, old", _old_name)
    yield Plant("pdf", "something packed behind its end", _behind)
    yield Plant(
        "pdf",
        "words between its objects",
        lambda data, name: data + b"\n" + name.encode() + b"\n9 0 obj\n",
        is_latin=True,
    )
