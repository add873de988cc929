"""Letters that are fields, marks and names without end: what is looked for in them takes the square of it."""

from hostile.docx_xml import inside
from hostile.kinds import OPENS, Rows
from hostile.zips import packed, replaced
from letters import p, parts_of

_RUN = "<w:r><w:t>x</w:t></w:r>"
_BEGINS = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_IF = "{% if signatories.anonymous %}"
_MANY = " ".join(f'w:a{number}="x"' for number in range(400))


def renamed(old: str, new: str, package: bytes) -> bytes:
    """A package with a part under another name, wherever others speak of it."""
    return packed(
        (name.replace(old, new), data.replace(old.encode(), new.encode()))
        for name, data in parts_of(package).items()
    )


_BASE = 'title = "Lamps"\nlanguages = ["en"]\n'
_SIGNER = '{name = "Lamp Union"},'

SETTINGS: Rows = {
    "a key of 100,000 names": ("title" + ".a" * 100_000 + " = 1\n", "campaign-broken"),
    "a key of 100,000 names over separators of lines": (
        "title" + (".a" * 900 + ".'\u2028'") * 110 + " = 1\n",
        "campaign-broken",
    ),
    "400 tables of 990 names": (lambda: f"[{'.'.join('a' * 990)}]\n" * 400, "file-too-large"),
    "a remark of 30 MB": (lambda: "#" + "a" * 30_000_000 + '\ntitle = "x"\n', "file-too-large"),
    "300,000 keys": (lambda: "".join(f"k{number} = 1\n" for number in range(300_000)), "file-too-large"),
    "a claim of 5,000 digits to the base of sixteen": (
        _BASE + "[claimed]\ntotal = 0x" + "f" * 5_000 + "\n",
        "campaign-wrong-type",
    ),
    "as many columns": (_BASE + "[list]\ncolumns = 0x" + "f" * 5_000 + "\n", "campaign-wrong-type"),
    "as many people": (_BASE + "[petition]\npeople = 0x" + "f" * 5_000 + "\n", "campaign-wrong-type"),
    "a place of a megabyte": (_BASE + f'place = "{"a" * 1_000_000}"\n', "campaign-too-long"),
    "a reference of 5,000 letters": (_BASE + f'reference = "{"a" * 5_000}"\n', OPENS),
    "20,000 who sign": (_BASE + f"signed_by = [{_SIGNER * 20_000}]\n", "campaign-too-many"),
    "500 who sign": (_BASE + f"signed_by = [{_SIGNER * 500}]\n", OPENS),
    "a language's texts twice": (_BASE + "[text.en]\n[list]\n[text.en]\n", "campaign-key-twice"),
    "a key twice on a line": (_BASE + "list = {columns = 1, columns = 2}\n", "campaign-key-twice"),
    "a place that steers the terminal": ('title = "x"\ndate = "\\u001b[2J"\n', "campaign-wrong-date"),
}
DRAFTS: Rows = {
    "100,000 fields that begin": (lambda: inside(p("{{" * 100_000)), "too-many-fields"),
    "100,000 statements that begin": (lambda: inside(p("{%" * 100_000)), "too-many-fields"),
    "ends of fields, then beginnings": (lambda: inside(p("}}" * 50 + "{{" * 50)), "too-many-fields"),
    "101 fields in a paragraph": (lambda: inside(p("{{ letter.title }}" * 101)), "too-many-fields"),
    "100 fields in a paragraph": (lambda: inside(p("{{ letter.title }}" * 100)), OPENS),
    "a field that begins before a long word": (lambda: inside(p("{{" + "x" * 490_000)), OPENS),
    "a field that begins before many blanks": (lambda: inside(p("{{" + " " * 490_000)), OPENS),
    "conditions that do not end": (lambda: inside(p(f"{_IF}We, the union, ask. " * 90)), OPENS),
    "a figure of 5,000 digits": (lambda: inside(p(f"We, {'9' * 5_000} organisations, write.")), OPENS),
    "letters of a size of 5,000 digits": (
        lambda: inside(f'<w:p><w:r><w:rPr><w:sz w:val="{"9" * 5_000}"/></w:rPr><w:t>x</w:t></w:r></w:p>'),
        OPENS,
    ),
    "two bodies": (lambda: inside(f"{p('x')}</w:body><w:body>{p('y')}"), "file-damaged"),
    "30,000 cells": (
        lambda: inside(
            "<w:tbl>" + ("<w:tr>" + f"<w:tc>{p('x')}</w:tc>" * 3 + "</w:tr>") * 10_000 + "</w:tbl>"
        ),
        "letter-too-long",
    ),
    "20,000 paragraphs without a word": (lambda: inside("<w:p/>" * 20_000), "letter-too-long"),
    "200,000 elements of as many names": (
        lambda: inside("".join(f"<w:p><w:x{number}/></w:p>" for number in range(200_000))),
        "file-too-large",
    ),
    "10,000 elements of as many names": (
        lambda: inside("".join(f"<w:p><w:x{number}/></w:p>" for number in range(10_000))),
        OPENS,
    ),
    "100,000 namespaces": (
        lambda: inside("".join(f'<w:p xmlns:n{number}="urn:{number}"/>' for number in range(100_000))),
        "file-too-large",
    ),
    "tags in a body that is called .bin": (
        lambda: renamed("document.xml", "document.bin", inside("<w:p/>" * 400_000)),
        "file-too-large",
    ),
    "a document type in a body that is called .bin": (
        lambda: renamed(
            "document.xml",
            "document.bin",
            replaced("word/document.xml", lambda data: data.replace(b"?>", b"?><!DOCTYPE a>", 1)),
        ),
        "file-hostile",
    ),
    "400 attributes": (lambda: inside(f"<w:p {_MANY}/>"), "file-hostile"),
    "a million attributes": (lambda: inside(f"<w:p {_MANY}/>" * 3_000), "file-too-large"),
    "40,000 runs in a paragraph": (lambda: inside(f"<w:p>{_RUN * 40_000}</w:p>"), OPENS),
    "5,000 fields that begin, of Word's": (lambda: inside(f"<w:p>{_BEGINS * 5_000}</w:p>"), OPENS),
}
