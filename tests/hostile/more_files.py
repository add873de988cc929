"""More letters, and with them all that a second look has added."""

import io
import zipfile

from files.test_letter_office import odt, rtf
from hostile.draft_files import DRAFTS
from hostile.draft_files import SETTINGS as STEERING
from hostile.kinds import OPENS, Hostile, Rows, Use, several
from hostile.more_forms import CSV, SETTINGS, XLSX
from hostile.zips import LETTER, TEXT, letter_with, packed, replaced
from letters import Letter, p, parts_of

_BODY = "word/document.xml"
END = "Yours faithfully,"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _of(*paragraphs: str) -> bytes:
    return Letter([p("Excellency,"), p(TEXT), *paragraphs, p(END)]).data()


def _in_body(xml: str) -> bytes:
    """Our letter with this before the end of its text."""
    at = b"<w:sectPr" if b"<w:sectPr" in parts_of(LETTER.data())[_BODY] else b"</w:body>"
    return replaced(_BODY, lambda data: data.replace(at, xml.encode() + at, 1))


def _zip64() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts_of(LETTER.data()).items():
            with package.open(zipfile.ZipInfo(name), "w", force_zip64=True) as member:
                member.write(data)
    return out.getvalue()


def _stored() -> bytes:
    return packed(parts_of(LETTER.data()).items(), zipfile.ZIP_STORED)


def _table(rows: int, columns: int) -> str:
    cells = "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>" * columns
    return f"<w:tbl>{f'<w:tr>{cells}</w:tr>' * rows}</w:tbl>"


DOCX: Rows = {
    "lengths of four gigabytes foreseen": (_zip64, OPENS, TEXT),
    "stored as it is": (_stored, OPENS, TEXT),
    "430 paragraphs of 450 letters": (
        lambda: _of(*(p(f"{n} " + "lamp " * 90) for n in range(430))),
        OPENS,
        TEXT,
    ),
    "3,900 paragraphs": (lambda: _of(*(p(f"Lamp {n}") for n in range(3_900))), OPENS, TEXT),
    "3,900 names in a list": (
        lambda: _of(p("Signed by:"), *(p(f"Union {n} of Harrow, Laos") for n in range(3_900))),
        OPENS,
        TEXT,
    ),
    "a table of 60 columns and 60 rows": (lambda: _in_body(_table(60, 60)), OPENS, TEXT),
    "a table of 200 columns and 200 rows": (lambda: _in_body(_table(200, 200)), "file-too-large"),
    "5,000 footnote signs": (
        lambda: _in_body("<w:p>" + '<w:r><w:footnoteReference w:id="1"/></w:r>' * 5_000 + "</w:p>"),
        OPENS,
        TEXT,
    ),
    "bookmarks of one name by the thousand": (
        lambda: _in_body('<w:bookmarkStart w:id="0" w:name="a"/><w:bookmarkEnd w:id="0"/>' * 5_000),
        OPENS,
        TEXT,
    ),
    "content controls 150 deep": (
        lambda: _in_body(
            "<w:sdt><w:sdtContent>" * 75
            + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>"
            + "</w:sdtContent></w:sdt>" * 75
        ),
        OPENS,
        "deep",
    ),
    "insertions in deletions": (
        lambda: _in_body(
            "<w:p>"
            + '<w:ins w:id="1" w:author="x"><w:del w:id="2" w:author="y">' * 40
            + "<w:r><w:delText>gone</w:delText></w:r>"
            + "</w:del></w:ins>" * 40
            + "</w:p>"
        ),
        OPENS,
        TEXT,
    ),
    "signs of private use": (lambda: _of(p("\ue000\uf8ff\U000f0000" * 200)), OPENS, TEXT),
    "a letter that runs from the right": (lambda: _of(p("\u202e\u2067" * 2_000 + "end")), OPENS, TEXT),
    "fields of ours in the letter": (
        lambda: _of(p("{{ letter.date }} {% for s in signatories %}")),
        OPENS,
        TEXT,
    ),
    "a text outside the body": (
        lambda: replaced(_BODY, lambda data: data.replace(b"<w:body>", b"lost<w:body>", 1)),
        OPENS,
        TEXT,
    ),
    "two bodies": (
        lambda: replaced(
            _BODY,
            lambda data: data.replace(
                b"</w:body>", b"</w:body><w:body><w:p><w:r><w:t>2</w:t></w:r></w:p></w:body>"
            ),
        ),
        "file-damaged",
    ),
    "a body in a body": (
        lambda: _in_body("<w:body><w:p><w:r><w:t>inner</w:t></w:r></w:p></w:body>"),
        OPENS,
        TEXT,
    ),
    "text in no run": (lambda: _in_body("<w:p>bare</w:p>"), OPENS, TEXT),
    "a language that is none": (
        lambda: _in_body('<w:p><w:r><w:rPr><w:lang w:val="../../x"/></w:rPr><w:t>x</w:t></w:r></w:p>'),
        OPENS,
        TEXT,
    ),
    "a font whose name is a path": (
        lambda: _in_body(
            f'<w:p><w:r><w:rPr><w:rFonts w:ascii="{"../" * 200}"/></w:rPr><w:t>x</w:t></w:r></w:p>'
        ),
        OPENS,
        TEXT,
    ),
    "a formula": (
        lambda: _in_body(
            '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>e=mc</m:t></m:r></m:oMath></w:p>'
        ),
        OPENS,
        TEXT,
    ),
    "choices in choices": (
        lambda: _in_body(
            '<w:p><w:r xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            + '<mc:AlternateContent><mc:Choice Requires="x">' * 30
            + "<w:t>chosen</w:t>"
            + "</mc:Choice></mc:AlternateContent>" * 30
            + "</w:r></w:p>"
        ),
        OPENS,
        TEXT,
    ),
    "comments by the thousand": (
        lambda: letter_with(
            (
                "word/comments.xml",
                f'<w:comments xmlns:w="{_W}">'.encode()
                + b'<w:comment w:id="1" w:author="x"><w:p/></w:comment>' * 5_000
                + b"</w:comments>",
            )
        ),
        OPENS,
        TEXT,
    ),
    "a list of types that names everything twice": (
        lambda: replaced(
            "[Content_Types].xml",
            lambda data: data.replace(
                b"</Types>", b'<Default Extension="xml" ContentType="text/html"/></Types>'
            ),
        ),
        OPENS,
    ),
    "its text under another name": (
        lambda: packed(
            (name.replace("word/document.xml", "word/Document2.xml"), data)
            for name, data in parts_of(LETTER.data()).items()
        ),
        "file-damaged",
    ),
}

TEXTS: Rows = {
    "200,001 letters": ("lamp " * 40_001, "import-too-large"),
    "a sentence of 199,000 letters": ("Lamps are lit, " * 13_300 + "\n" + END, OPENS),
    "184,000 letters in lines": (("Lamps are lit, " * 4 + "\n") * 3_010, OPENS),
    "3,900 numbered names": (
        "Excellency,\n\nSigned by:\n" + "".join(f"{n}. Union {n} of Harrow, Laos\n" for n in range(1, 3_900)),
        OPENS,
    ),
    "3,900 names with dashes": (
        "Excellency,\n\nSigned by:\n" + "".join(f"- Union {n} - Harrow - Laos\n" for n in range(3_900)),
        OPENS,
    ),
    "3,900 e-mail addresses": (
        "Excellency,\n\nContacts:\n"
        + "".join(f"Name {n}, n{n}@example.org, +1 555 {n}\n" for n in range(3_900)),
        OPENS,
    ),
    "3,900 headings": ("".join(f"HEADING {n}\n\n" for n in range(1_900)), OPENS),
    "an address without end": ("To:\n" + "Her Excellency the Minister\n" * 2_000 + "\nExcellency,\n", OPENS),
    "names of states without end": ("Excellency,\n\n" + "Myanmar, France, Laos, " * 8_500, OPENS),
    "capitals without end": ("Excellency,\n\n" + "LAMP " * 39_000, OPENS),
    "figures and signatures": ("Excellency,\n\n" + "We, the 462 organizations (378 and 84), " * 4_500, OPENS),
    "an e-mail": (
        f"From: a@example.org\nTo: b@example.org\nSubject: x\n\nExcellency,\n\n{TEXT}\n",
        OPENS,
        TEXT,
    ),
    "JSON": ('{"letter": "Excellency"}', OPENS),
    "a CSV of names": ("Name,Country\n" + "Union,Laos\n" * 500, OPENS),
    "a text in Zawgyi and Unicode": ("\u1000\u1031\u1039\u1005\n" * 2_000, OPENS),
}

HTML: Rows = {
    "a page of Google's": (
        f'<html><body><p><a href="https://www.google.com/url?q=http://127.0.0.1:9/x&amp;sa=D">link</a></p><p>{TEXT}</p></body></html>',
        OPENS,
        TEXT,
    ),
    "a table of 100,000 cells": (
        "<html><table>" + ("<tr>" + "<td>x" * 100) * 1_000 + f"</table><p>{TEXT}",
        "import-too-large",
    ),
    "numbers without end in a list": (
        "<html><ol>" + "<li value=99999999999>x" * 3_000 + f"</ol><p>{TEXT}",
        OPENS,
        TEXT,
    ),
    "a template and a shadow": (
        f'<html><template shadowrootmode="open"><p>x</template><p>{TEXT}',
        OPENS,
        TEXT,
    ),
    "conditional comments": (f"<html><!--[if mso]><p>office<![endif]--><p>{TEXT}", OPENS, TEXT),
    "an address of data": (f'<html><p>{TEXT}<a href="data:text/html,<script>1</script>">x</a>', OPENS, TEXT),
}

OFFICE_ODT: Rows = {
    "notes in notes": (
        lambda: odt(
            f'<text:p>Excellency,</text:p><text:p>{TEXT}<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>x</text:p></text:note-body></text:note></text:p>'
        ),
        OPENS,
        TEXT,
    ),
    "lists 60 deep": (
        lambda: odt(
            f"<text:p>{TEXT}</text:p>"
            + "<text:list><text:list-item>" * 60
            + "<text:p>x</text:p>"
            + "</text:list-item></text:list>" * 60
        ),
        OPENS,
        TEXT,
    ),
    "a column repeated a million times": (
        lambda: odt(
            f'<text:p>{TEXT}</text:p><table:table table:name="t"><table:table-column table:number-columns-repeated="1000000"/><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
        ),
        OPENS,
    ),
}
OFFICE_RTF: Rows = {
    "a linked picture": (
        rtf(
            rf'{TEXT}\par {{\field{{\*\fldinst INCLUDEPICTURE "http://127.0.0.1:9/x.png" \\d}}{{\fldrslt x}}}}'
        ),
        OPENS,
        TEXT,
    ),
    "another document within": (rtf(rf'{TEXT}\par {{\*\subdocument "/etc/passwd"}}'), OPENS, TEXT),
}


def more() -> list[Hostile]:
    """All of them; their names go on where those of the others may not meet them."""
    of_uses = (
        (Use.LETTER, ".docx", DOCX),
        (Use.LETTER, ".txt", TEXTS),
        (Use.LETTER, ".html", HTML),
        (Use.LETTER, ".odt", OFFICE_ODT),
        (Use.LETTER, ".rtf", OFFICE_RTF),
        (Use.DRAFT, ".docx", DRAFTS),
        (Use.FORM, ".csv", CSV),
        (Use.FORM, ".xlsx", XLSX),
        (Use.SETTINGS, ".toml", SETTINGS | STEERING),
    )
    return [file for use, suffix, rows in of_uses for file in several(use, f"-more{suffix}", rows)]
