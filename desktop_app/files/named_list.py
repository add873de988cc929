"""The named signatories as a file of their own, for colleagues and the web. It is given projected rows only.

Nothing is filtered out of the coordinator's workbook: that would leave the other rows in the file. A new
one is made.
"""

import html
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from desktop_app.domain.printed_list import Listed, PrintedList
from desktop_app.files.docx_merge.splice import Shell
from desktop_app.files.docx_package import DocxPackage, Story, serialise
from desktop_app.files.wordml import NAMESPACES, XML_SPACE, properties, put, w


@dataclass(frozen=True, slots=True)
class NamedList:
    """What the file holds: a title, the count sentence, the names.

    ``banner`` is a line over all of it, as the sample has one; empty for none.
    """

    title: str
    statement: str
    printed: PrintedList
    language: str
    banner: str = ""


def _entries(named: NamedList) -> Iterator[tuple[str, Listed, Listed | None]]:
    """Heading of its group, the signatory, and the umbrella it stands under."""
    for group in named.printed.groups:
        for listed in group.listed:
            yield group.heading, listed, None
            for member in listed.members:
                yield group.heading, member, listed


def _head(named: NamedList) -> list[str]:
    return [line for line in (named.banner, named.title, named.statement) if line]


def _lines(named: NamedList) -> Iterator[tuple[str, str]]:
    """Each line with what it is: ``heading``, ``name`` or ``member``; numbered as the letter's list is."""
    number = 0
    for group in named.printed.groups:
        if group.heading:
            yield "heading", group.heading
        for listed in group.listed:
            number += 1
            yield "name", f"{number}. {listed.name}" if named.printed.layout.numbered else listed.name
            for member in listed.members:
                yield "member", f"– {member.name}"


def _as_text(named: NamedList) -> bytes:
    lines = [*_head(named), ""]
    for kind, text in _lines(named):
        lines += ["", text] if kind == "heading" else [f"   {text}" if kind == "member" else text]
    return ("\n".join(lines) + "\n").encode()


def _as_html(named: NamedList) -> bytes:
    items = []
    number = 1
    tag = "ol" if named.printed.layout.numbered else "ul"
    for group in named.printed.groups:
        if group.heading:
            items.append(f"<h2>{html.escape(group.heading)}</h2>")
        items.append(f'<ol start="{number}">' if tag == "ol" else "<ul>")
        for listed in group.listed:
            inner = "".join(f"<li>{html.escape(member.name)}</li>" for member in listed.members)
            items.append(f"<li>{html.escape(listed.name)}{f'<ul>{inner}</ul>' if inner else ''}</li>")
        items.append(f"</{tag}>")
        number += len(group.listed)
    title = html.escape(named.title)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{named.language}">',
        f'<head><meta charset="utf-8"><title>{title}</title></head>',
        "<body>",
        *([f"<p><strong>{html.escape(named.banner)}</strong></p>"] if named.banner else []),
        f"<h1>{title}</h1>",
        f"<p>{html.escape(named.statement)}</p>",
        *items,
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _as_xlsx(named: NamedList) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    book.properties.creator = ""
    sheet = book.active
    if sheet is None:
        raise AssertionError("a new workbook has a sheet")
    sheet.append(["Name", "Country", "Group", "Member of"])
    for row, (_, listed, under) in enumerate(_entries(named), start=2):
        for column, text in enumerate(
            (listed.name, listed.country, listed.group, under.name if under else ""), start=1
        ):
            cell = sheet.cell(row, column, text)
            # A name that begins with "=" is a name, and no formula at a colleague's.
            cell.data_type = "s"
    for heading in sheet[1]:
        heading.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for letter, width in (("A", 60), ("B", 24), ("C", 24), ("D", 48)):
        sheet.column_dimensions[letter].width = width
    packed = io.BytesIO()
    book.save(packed)
    return _without_clock(packed.getvalue())


_PLAIN_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)


def _without_clock(data: bytes) -> bytes:
    """The same workbook without the time it was saved: not in its properties, not in the zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    parts["docProps/core.xml"] = _PLAIN_CORE
    return Shell(parts).file({})


def _as_docx(named: NamedList) -> bytes:
    root = etree.Element(w("document"), nsmap=dict(NAMESPACES))
    body = etree.SubElement(root, w("body"))
    for line in _head(named):
        _paragraph(body, line, bold=line != named.statement)
    for kind, line in _lines(named):
        _paragraph(body, line, bold=kind == "heading", indent=kind == "member")
    etree.SubElement(body, w("sectPr"))
    package = DocxPackage([Story("word/document.xml", "document", root)])
    parts = package.supporting_parts(named.title, None)
    return Shell({**parts, "word/document.xml": serialise(root)}).file({})


def _paragraph(body: etree._Element, text: str, *, bold: bool = False, indent: bool = False) -> None:
    paragraph = etree.SubElement(body, w("p"))
    look = properties(paragraph, "pPr")
    put(look, "spacing", before="0", after="120" if bold else "40")
    if indent:
        put(look, "ind", left="425")
    run = etree.SubElement(paragraph, w("r"))
    if bold:
        put(properties(run, "rPr"), "b")
    shown = etree.SubElement(run, w("t"))
    shown.text = text
    shown.set(XML_SPACE, "preserve")


WRITERS: Mapping[str, Callable[[NamedList], bytes]] = {
    ".txt": _as_text,
    ".html": _as_html,
    ".xlsx": _as_xlsx,
    ".docx": _as_docx,
}
"""By the ending of the file."""
