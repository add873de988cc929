"""Fields that stand alone in their paragraph: the list, the contacts, the signature.

Each placeholder paragraph gives its look to the paragraphs that take its place. They are written as text
rather than as a tree, because a list may have thousands of names; they are put in after the letter was
compiled, at a sentinel paragraph that this module leaves behind.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from lxml import etree

from desktop_app.domain.letter import BLOCKS
from desktop_app.domain.printed_list import PrintedList
from desktop_app.files.docx_merge.list_block import list_block
from desktop_app.files.docx_merge.looks import has_style, look_of, with_section
from desktop_app.files.docx_merge.signature_picture import picture_run
from desktop_app.files.docx_package import DocxPackage, Relation
from desktop_app.files.docx_scrub.pictures import Picture
from desktop_app.files.wordml import R, text_of, w

SENTINEL = "\ufdd2"
"""Marks the paragraph in whose place a block is put. A noncharacter: no text holds it."""

_ALONE = re.compile(r"\s*\{\{-?\s*(" + "|".join(BLOCKS) + r")\s*-?\}\}\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a block other than the list.

    Attributes:
        lines: Its lines.
        email: A mail address that ends it.
        picture: A picture that stands over it, as a signature does.
    """

    lines: tuple[str, ...]
    email: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Blocks:
    """What the block fields of one letter print, in its language."""

    signatories: PrintedList
    contacts: tuple[Line, ...] = ()
    signature: tuple[Line, ...] = ()


def place_blocks(package: DocxPackage, blocks: Blocks) -> dict[str, str]:
    """Put a sentinel in place of every block field and set columns and numbering.

    Returns:
        The XML that replaces each sentinel, by the sentinel's key.
    """
    made: dict[str, str] = {}
    for paragraph in list(package.body.iter(w("p"))):
        found = _placeholder(paragraph)
        if found is None:
            continue
        key = f"{found[1]}{len(made)}"
        if found[1] == "signatories":
            xml = list_block(package, paragraph, blocks.signatories)
        else:
            xml = _line_block(package, paragraph, getattr(blocks, found[1]))
        if xml:
            made[key] = xml
            _to_sentinel(paragraph, key)
        else:
            _remove_with_label(paragraph)
    return made


def is_block(paragraph: etree._Element) -> bool:
    """Whether a paragraph is the placeholder of a block, and nothing else."""
    return _placeholder(paragraph) is not None


def _placeholder(paragraph: etree._Element) -> re.Match[str] | None:
    """The field that a paragraph is the placeholder of; the one round a text box is none."""
    holds_box = next(paragraph.iterdescendants(w("txbxContent")), None) is not None
    return None if holds_box else _ALONE.fullmatch(text_of(paragraph))


def insert_blocks(xml: str, blocks: Mapping[str, str]) -> str:
    """Replace the sentinel paragraphs in a rendered part by their blocks."""
    own = "(?:(?!</?w:p[ >]).)*?"  # not from the paragraph round a text box on
    sentinel = re.compile(rf"<w:p(?: [^>]*)?>{own}{SENTINEL}(\w+){SENTINEL}.*?</w:p>", re.DOTALL)
    return sentinel.sub(lambda found: blocks[found[1]], xml) if blocks else xml


def _to_sentinel(paragraph: etree._Element, key: str) -> None:
    for child in list(paragraph):
        paragraph.remove(child)
    text = etree.SubElement(etree.SubElement(paragraph, w("r")), w("t"))
    text.text = f"{SENTINEL}{key}{SENTINEL}"


def _remove_with_label(paragraph: etree._Element) -> None:
    """An empty block leaves no line, and no label that announces it."""
    parent, before = paragraph.getparent(), paragraph.getprevious()
    if parent is None:
        return
    is_label = before is not None and before.tag == w("p") and text_of(before).rstrip().endswith((":", "："))
    if before is not None and is_label and before.find(f"{w('pPr')}/{w('sectPr')}") is None:
        parent.remove(before)
    if parent.tag == w("tc") or paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        for child in [c for c in paragraph if c.tag != w("pPr")]:
            paragraph.remove(child)
    else:
        parent.remove(paragraph)


def _line_block(package: DocxPackage, paragraph: etree._Element, lines: Sequence[Line]) -> str:
    look = look_of(paragraph, lambda _paragraph, _run: None)
    pieces = []
    for line in lines:
        text = escape("\n".join(line.lines), quote=False).replace(
            "\n", '</w:t><w:br/><w:t xml:space="preserve">'
        )
        end = look.after
        if line.email:
            end = end.replace("</w:r></w:p>", "</w:r>" + _mail(package, line.email) + "</w:p>")
            text += " – " if text else ""
        before = look.before
        if line.picture is not None:
            run = before.rindex("<w:r>")
            before = before[:run] + picture_run(package, line.picture) + before[run:]
        pieces.append(before + text + end)
    section = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
    if section is not None and pieces:
        pieces[-1] = with_section(pieces[-1], section)
    return "".join(pieces)


def _mail(package: DocxPackage, address: str) -> str:
    relations = package.stories[0].relations
    key = f"rIdM{sum(1 for name in relations if name.startswith('rIdM')) + 1}"
    relations[key] = Relation(f"{R}/hyperlink", f"mailto:{address}", external=True)
    style = '<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>' if has_style(package, "Hyperlink") else ""
    text = f'<w:t xml:space="preserve">{escape(address, quote=False)}</w:t>'
    return f'<w:hyperlink r:id="{key}"><w:r>{style}{text}</w:r></w:hyperlink>'
