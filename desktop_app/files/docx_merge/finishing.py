"""The last touches to rendered paragraphs: no blank lines for empty fields, runs marked by script."""

import re
from collections.abc import Callable, Iterator

from lxml import etree

from desktop_app.files.safe_template import EMPTY
from desktop_app.files.script_runs import NEEDS_MARKS, mark_paragraph
from desktop_app.files.wordml import NAMESPACES, text_of, w

_NEEDS_WORK = re.compile(f"{EMPTY}|{NEEDS_MARKS.pattern}")
_PARAGRAPH = re.compile(r"<w:p(?=[ >/])[^>]*?(/?)>|</w:p>")
_DECLARATION = re.compile(r'\sxmlns:\w+="[^"]*"')
_NAMESPACES = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_HOLDS_MORE = ("drawing", "pict", "footnoteReference", "endnoteReference", "fldChar", "fldSimple", "sectPr")
_MUST_STAY = "stay"
_STAY_ATTRIBUTE = f' w:rsidR="{_MUST_STAY}"'
_SEPARATORS = " ,;:،\u00a0\u202f"
_NOTHING_LEFT = re.compile(rf"[^{EMPTY}]*[:：][\s{EMPTY}]*")
"""A label and the field it announces. A sentence with an empty field may end with a colon, too."""
_SPARE_BLANK = re.compile(rf"[ \u00a0\u202f](?={EMPTY}[ ,;،؛.)])")


def paragraph_spans(xml: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph, inner ones (in text boxes) before the one that holds them."""
    stack: list[int] = []
    for found in _PARAGRAPH.finditer(xml):
        if found[0] == "</w:p>":
            if stack:
                yield stack.pop(), found.end()
        elif not found[1]:
            stack.append(found.start())


def finish(xml: str, *, fonts: bool) -> str:
    """Finish a stretch of rendered paragraphs.

    A paragraph whose fields all printed nothing is removed where nothing but a label is left of it
    ("cc:"). Runs in scripts other than Latin, Greek and Cyrillic are marked.

    Args:
        xml: Whole paragraphs, or what stands between paragraphs.
        fonts: Whether marked runs get a font of ours; see ``mark_paragraph``.
    """
    if _NEEDS_WORK.search(xml):
        xml = _finish_paragraphs(xml, fonts=fonts)
    return xml.replace(_STAY_ATTRIBUTE, "")


def parsed(xml: str) -> etree._Element:
    """A stretch of rendered paragraphs as the children of an element.

    Raises:
        XMLSyntaxError: where what is opened in the stretch is not closed in it.
    """
    return etree.fromstring(f"<x{_NAMESPACES}>{xml}</x>")


def keep_only_paragraphs(root: etree._Element) -> None:
    """Mark each paragraph that is all there is in a cell, a header, a note: Word wants one there.

    The mark is an attribute that a scrubbed letter has no other use for; ``finish`` takes it away.
    """
    for name in ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote"):
        for holder in root.iter(w(name)):
            paragraphs = holder.findall(w("p"))
            if len(paragraphs) == 1:
                paragraphs[0].set(w("rsidR"), _MUST_STAY)


def _finish_paragraphs(xml: str, *, fonts: bool) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in _outermost(xml):
        if not _NEEDS_WORK.search(xml, start, end):
            continue
        pieces += [xml[at:start], _finish_paragraph(xml[start:end], fonts=fonts)]
        at = end
    pieces.append(xml[at:])
    return "".join(pieces).replace(EMPTY, "")


def _outermost(xml: str) -> Iterator[tuple[int, int]]:
    depth, start = 0, 0
    for found in _PARAGRAPH.finditer(xml):
        if found[0] == "</w:p>":
            depth -= 1
            if depth == 0:
                yield start, found.end()
        elif not found[1]:
            if depth == 0:
                start = found.start()
            depth += 1


def _finish_paragraph(xml: str, *, fonts: bool) -> str:
    wrapper = parsed(xml)
    # Inner paragraphs first: a text box may become empty, and with it the paragraph round it.
    for paragraph in reversed(list(wrapper.iter(w("p")))):
        if any(EMPTY in (t.text or "") for t in paragraph.iter(w("t"))):
            _settle_empty_fields(paragraph)
    for paragraph in wrapper.iter(w("p")):
        if NEEDS_MARKS.search("".join(t.text or "" for t in paragraph.iter(w("t")))):
            mark_paragraph(paragraph, fonts=fonts)
    return "".join(_DECLARATION.sub("", etree.tostring(child, encoding="unicode")) for child in wrapper)


def _settle_empty_fields(paragraph: etree._Element) -> None:
    shown = text_of(paragraph)
    left = shown.replace(EMPTY, "").strip(_SEPARATORS)
    holds_more = any(next(paragraph.iter(w(name)), None) is not None for name in _HOLDS_MORE)
    if left and not _NOTHING_LEFT.fullmatch(shown):
        texts = list(paragraph.iter(w("t")))
        _drop_spare_blanks(texts)
        if shown.lstrip().startswith(EMPTY):
            _strip_separators(texts, str.lstrip)
        if shown.rstrip().endswith(EMPTY):
            _strip_separators(texts[::-1], str.rstrip)
        return
    parent = paragraph.getparent()
    if holds_more or parent is None or paragraph.get(w("rsidR")) == _MUST_STAY:
        for text in paragraph.iter(w("t")):
            text.text = ""
    else:
        parent.remove(paragraph)


def _drop_spare_blanks(texts: list[etree._Element]) -> None:
    """An empty field inside a sentence takes the blank before it along: "the groups , call"."""
    joined = "".join(text.text or "" for text in texts)
    spare = {found.start() for found in _SPARE_BLANK.finditer(joined)}
    at = 0
    for text in texts:
        own = text.text or ""
        text.text = "".join(c for place, c in enumerate(own, start=at) if place not in spare)
        at += len(own)


def _strip_separators(texts: list[etree._Element], strip: Callable[[str, str], str]) -> None:
    """An empty field at either end takes the comma or blank beside it along: ", 1 February 2024"."""
    for text in texts:
        text.text = strip((text.text or "").replace(EMPTY, ""), _SEPARATORS)
        if text.text:
            return
