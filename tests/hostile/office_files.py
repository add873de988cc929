"""Letters for LibreOffice and PDFium: OpenDocument, RTF, Word before 2007, PDF."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from files.pdfs import down, pdf
from files.test_letter_office import odt, rtf
from hostile.kinds import OPENS, Hostile, Rows, Use, several
from hostile.zips import LETTER, TEXT, letters_of

URL = "http://127.0.0.1:9/x"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _odt(body: str = "", parts: Mapping[str, bytes] | None = None) -> bytes:
    """An OpenDocument letter with our text, this before it, and more members."""
    out = io.BytesIO(odt(f"{body}<text:p>{TEXT}</text:p>"))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        for name, data in (parts or {}).items():
            package.writestr(name, data)
    return out.getvalue()


def _odt_of(content: bytes) -> bytes:
    """An OpenDocument letter whose text is these bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        package.writestr("content.xml", content)
    return out.getvalue()


ODT: Rows = {
    "a text that unpacks to sixty megabytes": (
        lambda: _odt_of(b"<x>" + b" " * (60 << 20) + b"</x>"),
        "file-too-large",
    ),
    "a member two folders up": (lambda: _odt("", {"../../undersigned-marker": b"x"}), "file-hostile"),
    "its text twice": (lambda: _odt("", {"Content.xml": b"<x/>"}), "file-hostile"),
    "2,100 members": (lambda: _odt("", {f"Pictures/{n}.png": b"" for n in range(2_100)}), "file-too-large"),
    "a document type with entities": (
        lambda: _odt_of(b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'),
        "file-hostile",
    ),
    "a text in UTF-16": (
        lambda: _odt_of('<?xml version="1.0" encoding="UTF-16"?><a/>'.encode("utf-16")),
        "file-hostile",
    ),
    "no text": (lambda: _odt_of(b""), "import-office-failed"),
    "text that is not well-formed": (
        lambda: _odt_of(b"<office:document-content><a>"),
        "import-office-failed",
    ),
    "macros": (
        lambda: _odt(
            "",
            {
                "Basic/Standard/Module1.xml": b"<x/>",
                "Scripts/python/a.py": b"open('/tmp/undersigned-marker','w')",
            },
        ),
        OPENS,
        TEXT,
    ),
    "a linked picture": (
        lambda: _odt(
            f'<text:p><draw:frame><draw:image xlink:href="{URL}.png" xlink:type="simple"/></draw:frame></text:p>'
        ),
        OPENS,
        TEXT,
    ),
    "a section from elsewhere": (
        lambda: _odt(
            f'<text:section text:name="s"><text:section-source xlink:href="{URL}"/><text:p>x</text:p></text:section>'
        ),
        OPENS,
        TEXT,
    ),
    "a section of another program": (
        lambda: _odt(
            '<text:section text:name="s"><office:dde-source office:dde-application="cmd" office:dde-topic="/c" office:dde-item="x"/><text:p>x</text:p></text:section>'
        ),
        OPENS,
        TEXT,
    ),
    "a million blanks in a tag": (lambda: _odt('<text:p>a<text:s text:c="1000000"/>b</text:p>'), OPENS, TEXT),
    "a sheet by that name": (
        lambda: _odt_of(b"<x/>").replace(b"document.text", b"document.spreadsheet"),
        "import-spreadsheet",
    ),
    "cut in the middle": (lambda: _odt()[: len(_odt()) // 2], "file-damaged"),
    "a password": (
        lambda: odt(f"<text:p>{TEXT}</text:p>", manifest="<manifest:encryption-data/>"),
        "file-encrypted",
    ),
}

RTF: Rows = {
    "20,000 groups in each other": (
        b"{\\rtf1 " + b"{" * 20_000 + TEXT.encode() + b"}" * 20_001,
        OPENS,
        TEXT,
    ),
    "a group that never ends": (b"{\\rtf1\\ansi Excellency,\\par " + TEXT.encode(), "import-office-failed"),
    "bytes that are not there": (
        b"{\\rtf1\\ansi Excellency,\\par " + TEXT.encode() + b"\\par {\\*\\x\\bin2000000000 a}}",
        "import-office-failed",
    ),
    "an object": (
        rtf(rf"Excellency,\par {TEXT}\par {{\object\objemb{{\*\objclass Equation.3}}{{\*\objdata 0105}}}}"),
        OPENS,
        TEXT,
    ),
    "a linked object that updates itself": (
        rtf(rf"{TEXT}\par {{\object\objautlink\objupdate{{\*\objclass htmlfile}}{{\*\objdata 0105}}}}"),
        OPENS,
        TEXT,
    ),
    "a remote template": (rtf(rf"{{\*\template {URL}.dotm}}{TEXT}"), OPENS, TEXT),
    "a field DDEAUTO": (
        rtf(rf'{TEXT}{{\field{{\*\fldinst DDEAUTO cmd "/k calc"}}{{\fldrslt x}}}}'),
        OPENS,
        TEXT,
    ),
    "signs of any number": (rtf(rf"{TEXT}\u-999999?\u55296?\'zz\'"), OPENS, TEXT),
    "a table of ten million columns": (rtf(rf"\trowd\cellx10000000\intbl {TEXT}\cell\row"), OPENS, TEXT),
    "nothing": (b"{\\rtf", "import-office-failed"),
}

DOC: Rows = {
    "an empty container": (_OLE + b"\0" * 4_000, "import-kind-unknown"),
    "a container of its first bytes": (_OLE, "import-kind-unknown"),
    "a container that runs in a circle": (
        _OLE + b"\0" * 16 + b">\0\3\0\xfe\xff\t\0\6\0" + b"\0" * 480 + b"\1\0\0\0" * 512,
        "import-kind-unknown",
    ),
    "a letter of Word's by that name": (LETTER.data, OPENS, TEXT),
    "text by that name": (f"Excellency,\n\n{TEXT}\n", OPENS, TEXT),
    "a page by that name": (f"<html><body><p>Excellency,<p>{TEXT}</body></html>", OPENS, TEXT),
    "random bytes": (bytes(range(256)) * 40, "import-kind-unknown"),
}


def _pdf() -> bytes:
    return pdf(down(60, 700, "Excellency,", TEXT))


def _with(old: bytes, new: bytes) -> bytes:
    data = _pdf()
    assert old in data, old
    return data.replace(old, new, 1)


def _streams(content: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    """A PDF whose page is this stream."""
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[4 0 R]/Count 1>>endobj 3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj 4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</Font<</F 3 0 R>>/XObject<</X 6 0 R>>>>>>endobj "
    stream = (
        b"5 0 obj<</Length "
        + str(len(content)).encode()
        + b"/Filter["
        + filters
        + b"]>>stream\n"
        + content
        + b"\nendstream endobj "
    )
    form = b"6 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 4>>stream\n/X Do\nendstream endobj "
    return head + stream + form + b"trailer<</Root 1 0 R>>"


def _text(words: bytes) -> bytes:
    return b"BT /F 10 Tf 60 700 Td (" + words + b") Tj ET "


PDF: Rows = {
    "its first line alone": (b"%PDF-1.4\n", "import-pdf-broken"),
    "cut in the middle": (lambda: _pdf()[: len(_pdf()) // 2], "import-pdf-broken"),
    "a password": (
        lambda: _with(
            b"trailer<<",
            b"trailer<</Encrypt<</Filter/Standard/V 1/R 2/O("
            + b"a" * 32
            + b")/U("
            + b"b" * 32
            + b")/P -4>>/ID[(a)(a)]",
        ),
        "import-pdf-encrypted",
    ),
    "pages in a circle": (lambda: _with(b"/Kids[4 0 R]", b"/Kids[2 0 R]"), "import-pdf-broken"),
    "a billion pages": (lambda: _with(b"/Count 1", b"/Count 1000000000"), OPENS, TEXT),
    "its own table for a table": (lambda: _with(b"trailer<<", b"trailer<</Prev 9"), OPENS, TEXT),
    "a table that lies": (lambda: _with(b"0000000009", b"0000000999"), OPENS, TEXT),
    "a stream that unpacks to 300 megabytes": (
        lambda: _streams(zlib.compress(b" " * 300_000_000)),
        "import-pdf-broken",
    ),
    "a stream packed five times": (
        lambda: _streams(_packed(b" " * 50_000_000, 5), b"/FlateDecode" * 5),
        "import-pdf-scanned",
    ),
    "a drawing that draws itself": (
        lambda: _streams(zlib.compress(_text(TEXT.encode()) + b"/X Do ")),
        OPENS,
        TEXT,
    ),
    "half a million pieces of text": (
        lambda: _streams(zlib.compress(_text(b"word") * 500_000)),
        OPENS,
    ),
    "a page without end": (lambda: _with(b"[0 0 600 800]", b"[0 0 1e30 1e30]"), OPENS),
    "a page of nothing": (lambda: _with(b"[0 0 600 800]", b"[0 0 0 0]"), OPENS),
    "letters of no size": (lambda: _with(b"/F 10 Tf", b"/F 0. Tf"), OPENS),
    "scripts and programs": (
        lambda: _with(
            b"/Pages 2 0 R",
            b"/OpenAction<</S/Launch/F(calc.exe)>>/AA<</O<</S/JavaScript/JS(app.alert(1))>>>>/Pages 2 0 R",
        ),
        OPENS,
        TEXT,
    ),
    "a form that fetches": (
        lambda: _with(b"/Pages 2 0 R", f"/AcroForm<</Fields[]/XFA({URL})>>/Pages 2 0 R".encode()),
        OPENS,
        TEXT,
    ),
    "no text": (lambda: pdf([]), "import-pdf-scanned"),
    "10,000 brackets": (
        b"%PDF-1.4\n1 0 obj" + b"[" * 100_000 + b"\ntrailer<</Root 1 0 R>>",
        "import-pdf-broken",
    ),
    "a page by that name": (b"<html>%PDF-1.4", "import-pdf-broken"),
    "a word of 40,000 letters": (lambda: _streams(zlib.compress(_text(letters_of(40_000).encode()))), OPENS),
}


def _packed(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = zlib.compress(data)
    return data


def offices() -> list[Hostile]:
    """All of them, as letters to be imported."""
    of_kinds = ((".odt", ODT), (".rtf", RTF), (".doc", DOC), (".pdf", PDF))
    return [file for suffix, rows in of_kinds for file in several(Use.LETTER, suffix, rows)]
