"""Marks runs by their script, so that Word sets Arabic, Burmese or Chinese in a font that has them.

A value keeps the look of its place; a template made in a Latin script has no run properties for any
other. Fonts are set only where the run names none for that script.
"""

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from desktop_app.files.wordml import XML_SPACE, properties, put, w

_RTL = r"\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
_BURMESE = r"\u1000-\u109f\uaa60-\uaa7f\ua9e0-\ua9ff"
_OTHER_COMPLEX = r"\u0900-\u0fff\u1780-\u17ff"
_EAST_ASIAN = r"\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"

NEEDS_MARKS = re.compile(f"[{_RTL}{_BURMESE}{_OTHER_COMPLEX}{_EAST_ASIAN}]")
"""Whether a text holds a script that wants marked runs."""

_RUNS = re.compile(
    rf"(?P<rtl>[{_RTL}](?:[{_RTL}\s،؛؟()0-9\u2066-\u2069]*[{_RTL}])?)"
    rf"|(?P<burmese>[{_BURMESE}](?:[{_BURMESE}\s\u200b-\u200d]*[{_BURMESE}])?)"
    rf"|(?P<complex>[{_OTHER_COMPLEX}](?:[{_OTHER_COMPLEX}\s\u200b-\u200d]*[{_OTHER_COMPLEX}])?)"
    rf"|(?P<east>[{_EAST_ASIAN}]+)"
)
_STRONG_RTL = re.compile(f"[{_RTL}]")
_STRONG_LTR = re.compile(
    r"[A-Za-z\u00c0-\u024f\u0370-\u052f]|[" + _EAST_ASIAN + _BURMESE + _OTHER_COMPLEX + "]"
)


@dataclass(frozen=True, slots=True)
class _Marks:
    font_slot: str
    font: str
    language_slot: str
    language: str
    flag: str


_MARKS: Mapping[str, _Marks] = {
    "rtl": _Marks("cs", "Times New Roman", "bidi", "ar-SA", "rtl"),
    "burmese": _Marks("cs", "Myanmar Text", "bidi", "my-MM", "cs"),
    "complex": _Marks("", "", "", "", "cs"),
    "east": _Marks("eastAsia", "SimSun", "eastAsia", "zh-CN", ""),
}


def mark_paragraph(paragraph: etree._Element, *, fonts: bool) -> None:
    """Split a paragraph's runs by script and mark them.

    Args:
        paragraph: Changed in place.
        fonts: Whether to name fonts; false where the letter's own styles name one for these scripts.
    """
    for run in list(paragraph.iter(w("r"))):
        if any(NEEDS_MARKS.search(t.text or "") for t in run.findall(w("t"))):
            for made in _split(run, fonts=fonts):
                run.addprevious(made)
            parent = run.getparent()
            if parent is not None:
                parent.remove(run)
    text = "".join(t.text or "" for t in paragraph.iter(w("t")))
    only_rtl = _STRONG_RTL.search(text) and not _STRONG_LTR.search(text)
    look = properties(paragraph, "pPr") if only_rtl else None
    # In a list the number would jump to the other side of the column.
    if look is not None and look.find(w("numPr")) is None:
        put(look, "bidi")


def right_to_left_in(text: str) -> Iterator[tuple[str, bool]]:
    """The stretches of a text, each with whether its letters run from right to left."""
    for piece, script in _pieces(text):
        yield piece, script == "rtl"


def _split(run: etree._Element, *, fonts: bool) -> Iterator[etree._Element]:
    look = run.find(w("rPr"))
    for child in run:
        if child.tag == w("rPr"):
            continue
        if child.tag != w("t"):
            yield _run(look, child)
            continue
        for text, script in _pieces(child.text or ""):
            made = _run(look, _text(text))
            if script:
                _mark(properties(made, "rPr"), _MARKS[script], fonts=fonts)
            yield made


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    for found in _RUNS.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], ""
        yield found[0], found.lastgroup or ""
        at = found.end()
    if at < len(text):
        yield text[at:], ""


def _run(look: etree._Element | None, child: etree._Element) -> etree._Element:
    made = etree.Element(w("r"))
    if look is not None:
        made.append(copy.deepcopy(look))
    made.append(copy.deepcopy(child))
    return made


def _text(text: str) -> etree._Element:
    made = etree.Element(w("t"))
    made.text = text
    made.set(XML_SPACE, "preserve")
    return made


def _mark(look: etree._Element, marks: _Marks, *, fonts: bool) -> None:
    if marks.font and fonts:
        named = look.find(w("rFonts"))
        if named is None or named.get(w(marks.font_slot)) is None:
            put(look, "rFonts", **{marks.font_slot: marks.font})
    if marks.font_slot == "eastAsia":
        put(look, "rFonts", hint="eastAsia")
    if marks.flag:
        put(look, marks.flag)
    if marks.language:
        put(look, "lang", **{marks.language_slot: marks.language})
