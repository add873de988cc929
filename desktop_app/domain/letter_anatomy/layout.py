"""A letter's lines on the page: what is text, what is furniture, and how lines join to paragraphs."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from desktop_app.domain.letter_anatomy.cues import (
    BULLET,
    DELIVERY,
    ENDS,
    FORWARDED,
    LETTERED,
    MAIL_HEADER,
    NUMBERED,
    URL,
    WEB,
)
from desktop_app.domain.letter_anatomy.noise import Noise
from desktop_app.domain.letter_anatomy.parts import Doubt
from desktop_app.domain.letter_anatomy.source import Form, LetterSource, SourceLine

_LONG = 60
"""Characters from which a line may be full."""
_WIDEST = 200
"""No wrapped line is longer."""
_MARKUP = re.compile(r"^(?P<hashes>#{1,6})\s+(?=\S)|^(?P<rule>[-_=*–—]{3,}|[*•·.\s]{3,})$")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)(.{1,300}?)(?<=\S)\1(?![\w*])")
_PAGE_NUMBER = re.compile(
    r"^(?:[-–—]?\s*\d{1,3}\s*[-–—]?|(?:page|seite|página|страница|صفحة|စာမျက်နှာ)\s*\d{1,3}(?:\s*(?:of|/|sur|de|von|من|из)\s*\d{1,3})?|"
    r"\d{1,3}\s*/\s*\d{1,3}|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?)$",
    re.IGNORECASE,
)
_PAGE_START = re.compile(r"^[ \f](?=[^\W\d_]*[^\W_]|[“\"(])")
_HYPHEN = re.compile(r"([^\W\d_]+)[-‐\u00ad]$")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_MARK_AND_TAB = re.compile(r"^(?:\(?\w{1,4}[.)]|[^\w\s]|o)\t")
"""A number or a bullet is parted from its item by a tab as often as not; that makes no table."""
_WIDE_GAP = re.compile(r"\S\s{5,}\S")
_OFTEN = 3
"""How often a line must stand to be a running head; two are enough at the edge of a page."""
_FEWEST_HEADERS = 3
_DROPPED = "-"
_TAG = re.compile(r"^<(?:!--|/?[a-z][\w-]*[\s>/]).*>$", re.IGNORECASE)
_NO_WORD = re.compile(r"[!-~]{200}")
"""More signs without a blank than any word or address has: a picture in letters, or damage."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something. ``gap`` tells of blank space before it."""

    number: int
    text: str
    form: Form
    level: int
    marker: str
    cells: tuple[str, ...]
    gap: bool
    starts_page: bool
    indent: int
    is_after_furniture: bool = False

    @property
    def size(self) -> int:
        """How wide it is on paper, in Latin characters: an ideograph is as wide as two."""
        return len(self.text) + sum(unicodedata.east_asian_width(each) in "WF" for each in self.text)

    @property
    def is_item(self) -> bool:
        """Whether it begins with a bullet, or the file says that it is an item."""
        return self.form is Form.ITEM or bool(BULLET.match(self.text) or LETTERED.match(self.text))

    @property
    def is_numbered(self) -> bool:
        """Whether it begins with a number and a point."""
        return bool(NUMBERED.match(self.text))

    @property
    def ends(self) -> bool:
        """Whether a sentence or a clause ends with it."""
        return bool(ENDS.search(self.text))


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
    kept = []
    aside = _mail_furniture(lines) | _furniture(lines)
    noise = Noise(line.text for line in lines)
    turned = False
    for line in lines:
        code = aside.get(line.number) or _reason_to_put_aside(line, noise, wrapped=wrapped)
        if code:
            doubts.append(Doubt(code, line.number, line.text))
            turned = turned or code in ("import-page-number", "import-page-furniture")
        else:
            kept.append(replace(line, starts_page=True, is_after_furniture=True) if turned else line)
            turned = False
    width = int(median(_long(kept))) if wrapped and _long(kept) else 0
    return Page(tuple(kept), wrapped, width, _together(doubts))


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
    markup = _MARKUP.match(text)
    if form is Form.TEXT and markup and markup["hashes"]:
        form, level, text = Form.HEADING, len(markup["hashes"]), text[markup.end() :]
    elif form is Form.TEXT and text.startswith(("> ", ">")) and len(text) > 3:
        form, text = Form.QUOTE, text.lstrip("> ")
    if form is Form.TEXT or form is Form.HEADING:
        text = _EMPHASIS.sub(r"\2", text)
    return Line(line.number, text, form, level, line.marker, line.cells, gap, starts_page, indent)


def _long(lines: Sequence[Line]) -> list[int]:
    return [line.size for line in lines if line.size > _LONG]


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether long lines are followed by others without a blank line, again and again."""
    lines = [line for line in lines if line.form is Form.TEXT]
    wide = sum(line.size >= _WIDEST for line in lines)
    if not lines or wide > 0.05 * len(lines):
        return False
    follows = [not after.gap for before, after in pairwise(lines) if before.size > _LONG]
    return bool(follows) and sum(follows) > 0.35 * len(follows)


def _furniture(lines: Sequence[Line]) -> dict[int, str]:
    """Running heads and page numbers, by line."""
    counts = Counter(line.text for line in lines if len(line.text) > 5)
    numbers = [bool(_PAGE_NUMBER.match(line.text)) for line in lines]
    at_edge = {
        line.text
        for line, *near in zip(lines, [False, *numbers], [*numbers[1:], False], strict=False)
        if line.starts_page or any(near)
    }
    repeated = {
        text
        for text, often in counts.items()
        if (often >= _OFTEN or (often > 1 and text in at_edge))
        and all(line.starts_page or line.gap or text in at_edge for line in lines if line.text == text)
        and not ENDS.search(text)
        and not text.endswith(",")
    }
    found: dict[int, str] = {}
    for before, line in zip([None, *lines], lines, strict=False):
        after_number = before is not None and bool(_PAGE_NUMBER.match(before.text))
        if after_number and _WIDE_GAP.search(line.text):
            found[line.number] = "import-page-furniture"
        if line.form is Form.ASIDE or (line.text in repeated and not line.is_item and not line.cells):
            found[line.number] = "import-page-furniture"
        elif not line.cells and _PAGE_NUMBER.match(f"{line.marker} {line.text}".strip()):
            found[line.number] = "import-page-number"
    return found


def _mail_furniture(lines: Sequence[Line]) -> dict[int, str]:
    """The header of an e-mail, and what a list server or a program puts under it."""
    found: dict[int, str] = {}
    run: list[Line] = []
    for line in lines[:40]:
        if MAIL_HEADER.match(line.text) and (not run or not line.gap):
            run.append(line)
        elif run:
            break
        elif FORWARDED.match(line.text):
            found[line.number] = "import-mail-furniture"
    if len(run) >= _FEWEST_HEADERS and any("@" in line.text for line in run):
        found |= {line.number: "import-mail-furniture" for line in run}
    else:
        found = {}
    tail = next((at for at, line in enumerate(lines) if line.text == "--" and at > len(lines) / 2), None)
    if tail is not None:
        found |= {line.number: "import-mail-furniture" for line in lines[tail:]}
    return found


def _without_false_notes(lines: list[Line]) -> list[Line]:
    """Small print at the foot of a page is no note where the text refers to none: lists are small, too."""
    text = " ".join(line.text for line in lines if line.form is not Form.FOOTNOTE)
    made, is_note = [], False
    for line in lines:
        if line.form is not Form.FOOTNOTE:
            made.append(line)
            continue
        is_note = refers_to(text, line.marker) if line.marker else is_note
        form = Form.ITEM if line.marker else Form.TEXT
        made.append(line if is_note else replace(line, form=form, level=1 if line.marker else 0))
    return made


def refers_to(text: str, number: str) -> bool:
    """Whether a text holds the mark of a note: "¹", "[1]", or the figure right after a word."""
    bare = number.strip("[]().^ ")
    superscript = bare.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return bool(
        superscript in text
        or f"[{bare}]" in text
        or re.search(rf"[^\W\d_]{{3,}}[.,;”\"]?{re.escape(bare)}(?=[\s.,;]|$)", text)
    )


def _with_tables(lines: list[Line]) -> list[Line]:
    """Lines with tabs in them, several below each other with as many, are rows of a table."""
    made = []
    tabs = [line.text.count("\t") - bool(_MARK_AND_TAB.match(line.text)) for line in lines]
    for at, line in enumerate(lines):
        near = [tabs[other] for other in (at - 1, at + 1) if 0 <= other < len(tabs)]
        if tabs[at] and not line.cells and tabs[at] in near:
            cells = tuple(cell.strip() for cell in line.text.split("\t"))
            made.append(replace(line, form=Form.CELLS, cells=cells))
        else:
            made.append(line)
    return made


def _reason_to_put_aside(line: Line, noise: Noise, *, wrapped: bool) -> str:
    if line.form in (Form.FOOTNOTE, Form.CELLS):
        return ""
    if URL.fullmatch(line.text):
        return "import-loose-link"
    if _NO_WORD.search(line.text) or _TAG.match(line.text):
        return "import-not-words"
    if (markup := _MARKUP.match(line.text)) and markup["rule"]:
        return "import-rule"
    if not any(character.isalnum() for character in line.text):
        return "import-rule"
    if WEB.match(line.text) and not ENDS.search(line.text):
        return "import-page-furniture"
    if DELIVERY.match(line.text) and len(line.text) < _LONG and not ENDS.search(line.text):
        return "import-delivery"
    return "import-not-words" if wrapped and noise.is_noise(line.text) else ""


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


class Joiner:
    """Makes one text of wrapped lines; knows the letter's words, to tell a hyphen from a broken word."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._words = {
            word.casefold().rstrip("-")
            for line in lines
            for word in _WORD.findall(_HYPHEN.sub("", line.text))
        }
        self.doubts: list[Doubt] = []

    def joined(self, lines: Sequence[Line], texts: Sequence[str] = ()) -> str:
        """The text of these lines, or of ``texts`` that stand for them."""
        texts = texts or [line.text for line in lines]
        pieces = [texts[0]]
        for line, text in zip(lines[1:], texts[1:], strict=True):
            joint = self._joint(pieces[-1], text, line.number)
            if joint == _DROPPED:
                pieces[-1] = pieces[-1][:-1]
            pieces += [joint, text] if joint == " " else [text]
        return re.sub(r"\s+", " ", "".join(pieces)).strip()

    def _joint(self, before: str, text: str, number: int) -> str:
        """What comes between two lines: a blank, nothing, or nothing and the hyphen before goes."""
        broken, goes_on = _HYPHEN.search(before), _WORD.match(text)
        if not broken or not goes_on or before.endswith((" -", "–")):
            return "" if _is_without_blanks(before[-1:]) or _is_without_blanks(text[:1]) else " "
        first, second = broken[1], re.match(r"[^\W\d_]+", goes_on[0])
        after = second[0] if second else ""
        whole, hyphened = (first + after).casefold(), f"{first}-{after}".casefold()
        if after[:1].isupper() or hyphened in self._words:
            return ""
        if whole not in self._words:
            self.doubts.append(Doubt("import-hyphen", number, f"{first}-{after}", {"joined": first + after}))
        return _DROPPED


def _is_without_blanks(character: str) -> bool:
    """Whether it belongs to a script that is written without blanks."""
    return bool(character) and (
        "\u2e80" <= character <= "\u9fff"
        or "\uff00" <= character <= "\uffef"
        or "\u3000" <= character <= "\u303f"
    )
