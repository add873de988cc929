"""A letter's lines on the page: what is text, what is furniture, and how lines join to paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from desktop_app.domain.letter_anatomy.furniture import (
    LONG,
    MARKUP,
    furniture_of,
    mail_furniture_of,
    reason_to_put_aside,
)
from desktop_app.domain.letter_anatomy.lines import Line
from desktop_app.domain.letter_anatomy.noise import Noise
from desktop_app.domain.letter_anatomy.note_marks import NoteMarks
from desktop_app.domain.letter_anatomy.parts import Doubt
from desktop_app.domain.letter_anatomy.source import Form, LetterSource, SourceLine

_WIDEST = 200
"""No wrapped line is longer."""
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)(.{1,300}?)(?<=\S)\1(?![\w*])")
_PAGE_START = re.compile(r"^[ \f](?=[^\W\d_]*[^\W_]|[“\"(])")
_MARK_AND_TAB = re.compile(r"^(?:\(?\w{1,4}[.)]|[^\w\s]|o)\t")
"""A number or a bullet is parted from its item by a tab as often as not; that makes no table."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a letter without what does not belong to its text.

    Attributes:
        lines: What is left, in order.
        is_wrapped: Whether paragraphs are broken over lines.
        width: Characters of a full line; 0 where lines are not wrapped.
        doubts: What was put aside, and what is odd.
    """

    lines: tuple[Line, ...]
    is_wrapped: bool
    width: int
    doubts: tuple[Doubt, ...]


def page_of(source: LetterSource) -> Page:
    """What there is to take apart."""
    lines = _with_tables(list(_lines(source)))
    if not source.has_whole_paragraphs:
        lines = _without_false_notes(lines)
    wrapped = not source.has_whole_paragraphs and _is_wrapped(lines)
    doubts = list(_lost_links(source))
    kept: list[Line] = []
    aside = mail_furniture_of(lines) | furniture_of(lines)
    noise = Noise(line.text for line in lines)
    turned = ruled = False
    for line in lines:
        code = aside.get(line.number) or reason_to_put_aside(line, noise, wrapped=wrapped)
        if code == "import-loose-link" and kept and _leads_to_link(kept[-1], line):
            code = ""
        if code:
            ruled = ruled or code == "import-rule"
            doubts.append(Doubt(code, line.number, line.text))
            turned = turned or code in ("import-page-number", "import-page-furniture")
        else:
            read = replace(line, starts_page=True, is_after_furniture=True) if turned else line
            kept.append(replace(read, gap=True) if ruled else read)
            turned = ruled = False
    width = int(median(_long(kept))) if wrapped and _long(kept) else 0
    return Page(tuple(kept), wrapped, width, _together(doubts))


def _leads_to_link(before: Line, line: Line) -> bool:
    """Whether a sentence or a note goes on with the link: "available at / https://..."."""
    adjacent = before.number == line.number - 1 and not line.gap
    return adjacent and bool(re.search(r"(?:[,:]|\b[a-zà-ÿ]+)$", before.text)) and before.size > LONG / 2


def _lines(source: LetterSource) -> Iterator[Line]:
    gap = True
    plain = [line for line in source.lines if line.text.strip()]
    set_in = sum(line.text[:1] == " " for line in plain) > len(plain) / 4
    for line in source.lines:
        text = line.text.replace("\u00a0", " ").replace("\u202f", " ").replace("\ufeff", "")
        bare = text.strip(" \t\f\r\u200b\u200e\u200f\u00ad")
        if not bare:
            gap = True
            continue
        starts_page = line.starts_page or "\f" in text[:3]
        starts_page = starts_page or bool(not set_in and line.number > 1 and _PAGE_START.match(text))
        gap = gap or (source.has_whole_paragraphs and not line.continues)
        yield _line(line, bare, gap=gap, starts_page=starts_page, indent=line.indent or _indent(text))
        gap = False


def _indent(text: str) -> int:
    widened = text.expandtabs(4)
    return len(widened) - len(widened.lstrip())


def _line(line: SourceLine, text: str, *, gap: bool, starts_page: bool, indent: int) -> Line:
    form, level = line.form, line.level
    markup = MARKUP.match(text)
    if form is Form.TEXT and markup and markup["hashes"]:
        form, level, text = Form.HEADING, len(markup["hashes"]), text[markup.end() :]
    elif form is Form.TEXT and text.startswith(("> ", ">")) and len(text) > 3:
        form, text = Form.QUOTE, text.lstrip("> ")
    if form is Form.TEXT or form is Form.HEADING:
        text = _EMPHASIS.sub(r"\2", text)
    return Line(line.number, text, form, level, line.marker, line.cells, gap, starts_page, indent)


def _long(lines: Sequence[Line]) -> list[int]:
    return [line.size for line in lines if line.size > LONG]


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether long lines are followed by others without a blank line, again and again."""
    lines = [line for line in lines if line.form is Form.TEXT]
    wide = sum(line.size >= _WIDEST for line in lines)
    if not lines or wide > 0.05 * len(lines):
        return False
    follows = [not after.gap for before, after in pairwise(lines) if before.size > LONG]
    return bool(follows) and sum(follows) > 0.35 * len(follows)


def _without_false_notes(lines: list[Line]) -> list[Line]:
    """Small print at the foot of a page is no note where the text refers to none: lists are small, too."""
    text = NoteMarks(" ".join(line.text for line in lines if line.form is not Form.FOOTNOTE))
    made, is_note = [], False
    for line in lines:
        if line.form is not Form.FOOTNOTE:
            made.append(line)
            continue
        is_note = text.refer_to(line.marker) if line.marker else is_note
        form = Form.ITEM if line.marker else Form.TEXT
        made.append(line if is_note else replace(line, form=form, level=1 if line.marker else 0))
    return made


def _with_tables(lines: list[Line]) -> list[Line]:
    """Lines with tabs in them, several below each other with as many, are rows of a table."""
    made = []
    piped = [line.text.count(" | ") for line in lines]
    tabs = [line.text.count("\t") - bool(_MARK_AND_TAB.match(line.text)) for line in lines]
    tabs = [max(tab, pipe) for tab, pipe in zip(tabs, piped, strict=True)]
    for at, line in enumerate(lines):
        near = [tabs[other] for other in (at - 1, at + 1) if 0 <= other < len(tabs)]
        if tabs[at] and not line.cells and tabs[at] in near:
            apart = " | " if piped[at] else "\t"
            cells = tuple(cell.strip() for cell in line.text.split(apart))
            made.append(replace(line, form=Form.CELLS, cells=cells))
        else:
            made.append(line)
    return made


def _lost_links(source: LetterSource) -> Iterator[Doubt]:
    for line in source.lines:
        for link in line.links:
            if not link.target.strip("#"):
                yield Doubt("import-link-lost", line.number, line.text[link.start : link.end])


def _together(doubts: Sequence[Doubt]) -> tuple[Doubt, ...]:
    """Links and page furniture that follow each other are one doubt each."""
    joined: list[Doubt] = []
    for doubt in doubts:
        last = joined[-1] if joined else None
        if last and last.code == doubt.code == "import-loose-link" and doubt.line - last.line < 30:
            joined[-1] = replace(last, text=f"{last.text}\n{doubt.text}")
        else:
            joined.append(doubt)
    return tuple(joined)
