"""What fuzzing begins with: small files that are in order, made when they are needed."""

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from letters import Letter, field_code, p, parts_of

_TEXT = "Harrow Reach, 1 February 2024\n\nDear Excellency,\n\nRe: The lamps\n\nWe, 3 organizations, ask:\n\n1. To light them.\n2. To keep them lit.\n\nYours faithfully,\n\nSigned by:\n1. Lamp Union\n2. Quay Forum\n3. Harbour Circle\n"
_PAGE = "<!DOCTYPE html><html><head><title>x</title></head><body><p>Dear Excellency,</p><ol><li>To light<li>To keep</ol><table><tr><td>Lamp Union<td>Laos</table></body></html>"
_CSV = 'Timestamp,Organisation,Country,Email,May we publish the name?\n2024-01-02 10:00,Lamp Union,Thailand,lamp@example.org,Yes\n1/2/2024 9:05:01 PM,"Quay ""Forum""",Laos,,No\n'
_MAIL = "From: a@example.org\nSubject: =?utf-8?q?Lamp?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Lamp</p>\n--b\nContent-Disposition: attachment; filename=a.csv\nContent-Transfer-Encoding: base64\n\nTGFtcA==\n--b--\n"


def _letter() -> bytes:
    numbering = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    item = p("An ask", look='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="N"/></w:style><w:style w:styleId="N"><w:name w:val="Normal"/></w:style>'
    body = [
        p("Dear {{ recipient.name }},"),
        p("Head", style="H"),
        item,
        p(field_code('HYPERLINK "https://example.org"')),
        p("{{ signatories }}"),
    ]
    return Letter(body, footnote=p("A note"), styles=styles, numbering=numbering).data()


def _workbook() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    for line in _CSV.splitlines():
        book.active.append(line.split(","))
    book.save(out)
    return out.getvalue()


def seeds(target: str) -> Iterator[bytes]:
    """The seeds of a target, as it takes them."""
    letter, workbook = _letter(), _workbook()
    if target == "gate":
        yield from (letter, workbook)
    elif target == "form":
        yield from (
            b"\0" + _CSV.encode(),
            b"\0" + _CSV.encode("utf-16"),
            b"\1Lamp Union\nQuay Forum\n",
            b"\2" + workbook,
        )
    elif target == "letter":
        yield from (
            b"\0" + _TEXT.encode(),
            b"\1# Head\n\n* an *item*\n\n> quoted[^1]\n\n[^1]: note\n" + _TEXT.encode(),
            b"\2" + _PAGE.encode(),
        )
        parts = parts_of(letter)
        names = (
            "word/document.xml",
            "word/styles.xml",
            "word/numbering.xml",
            "word/footnotes.xml",
            "[Content_Types].xml",
        )
        yield from (bytes((3, number)) + parts[name] for number, name in enumerate(names))
    else:
        yield from (
            b"\1" + letter,
            b"\2" + _MAIL.encode(),
            b"\5" + _PAGE.encode(),
            b"\6" + _TEXT.encode(),
            b"\7" + workbook,
        )


def write_seeds(target: str, folder: Path) -> None:
    """Put the seeds of a target into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds(target)):
        (folder / f"seed{number}").write_bytes(data)
