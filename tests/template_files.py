"""Reads ``templates/`` as the tests want to see it: parts, paragraphs, rows, facts."""

import io
import re
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from openpyxl import load_workbook

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def roots(letter: Path) -> Iterator[etree._Element]:
    for name, data in parts_of(letter.read_bytes()).items():
        if re.fullmatch(r"word/(document|footnotes|header\d|footer\d)\.xml", name):
            yield etree.fromstring(data)


def texts(letter: Path) -> list[str]:
    """Every paragraph: document, head and foot of the page, footnotes."""
    return [text_of(paragraph) for root in roots(letter) for paragraph in root.iter(f"{W}p")]


def text_of(paragraph: etree._Element) -> str:
    return "".join(
        "\t" if run.tag == f"{W}tab" else run.text or "" for run in paragraph.iter(f"{W}t", f"{W}tab")
    )


def body(letter: Path) -> list[tuple[str, str]]:
    """Style and text of every paragraph of the document."""
    root = etree.fromstring(parts_of(letter.read_bytes())["word/document.xml"])
    return [
        (str(style.get(f"{W}val")), text_of(paragraph))
        for paragraph in root.iter(f"{W}p")
        for style in paragraph.iter(f"{W}pStyle")
    ]


def rows(folder: str) -> list[dict[str, str]]:
    book = load_workbook(TEMPLATES / folder / "signatories-private.xlsx")
    head, *others = book.worksheets[0].iter_rows(values_only=True)
    return [
        {str(key): str(value) for key, value in zip(head, row, strict=True) if value is not None}
        for row in others
    ]


def facts(folder: str) -> dict[str, object]:
    return tomllib.loads((TEMPLATES / folder / "campaign.toml").read_text("utf-8"))
