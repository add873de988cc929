"""The text of a letter: paragraphs, headings, items, quotations, footnotes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from desktop_app.domain.letter_anatomy import cues, formulas, marks
from desktop_app.domain.letter_anatomy.joining import Joiner
from desktop_app.domain.letter_anatomy.layout import Page
from desktop_app.domain.letter_anatomy.lines import Line
from desktop_app.domain.letter_anatomy.marks import kind_of
from desktop_app.domain.letter_anatomy.note_marks import NoteMarks
from desktop_app.domain.letter_anatomy.parts import Block, BlockKind, Doubt
from desktop_app.domain.letter_anatomy.shapes import ends_a_sentence
from desktop_app.domain.letter_anatomy.source import Form

_CAPITAL = re.compile(r"^(?P<mark>[A-H][.)])\s+(?=[^\W\d_a-z](?![.]))")
_LONGEST_HEADING = 110
_HEADING_WORDS = 9
_LONGEST_QUESTION = 60
_TWO_SENTENCES = re.compile(r"[.!?]\s+\S")
_GLUED_NOTE = re.compile(
    r"^(?P<mark>\d{1,2}|[¹²³⁴-⁹]+\s?)(?=[“\"]?[^\W\d_a-z](?:[’']?[^\W\d_A-Z]|\s)|https?:)"
)
_BRACKETED_NOTE = re.compile(r"^(?P<mark>\[\^?\d{1,2}\]|\^\d{1,2})\s*:?\s*(?=\S)")
_SPACED_NOTE = re.compile(r"^(?P<mark>\d{1,2})\s+(?=[^\W\d_a-z“\"])")
_WHOLE_QUOTE = re.compile(r"^[“\"«„][^“”\"«»„]+[”\"»“][.,]?$")
_TO = re.compile(r"\b(?:to|that|by|on|for|of|de|à|que|a|para|zu|dass)$", re.IGNORECASE)


@dataclass
class _Raw:
    """A block while it is gathered."""

    lines: list[Line]
    kind: BlockKind
    level: int = 0
    marker: str = ""
    texts: list[str] = field(default_factory=list)


class Body:
    """Reads the lines of the text.

    Attributes:
        blocks: What it consists of, in order.
        doubts: What is unsure of it.
    """

    def __init__(self, lines: Sequence[Line], page: Page, joiner: Joiner) -> None:
        self.doubts: list[Doubt] = []
        self._page = page
        self._raw: list[_Raw] = []
        self._current: _Raw | None = None
        self._first_item: _Raw | None = None  # of those that stand last
        self._notes_follow = False
        self._lines = page.lines
        self._places = {line.number: place for place, line in enumerate(page.lines)}
        self._noted: set[int] = set()
        self._marks = NoteMarks(" ".join(line.text for line in lines))
        for line in lines:
            self._add(line)
        self._name_headings()
        self._find_lost_bullets()
        self.blocks = tuple(
            Block(raw.kind, text, tuple(line.number for line in raw.lines), raw.level, raw.marker)
            for raw in self._raw
            if (text := joiner.joined(raw.lines, raw.texts))
        )

    # ---- gathering

    def _add(self, line: Line) -> None:
        begun = self._begun(line, self._current)
        if begun is not None and begun.kind is BlockKind.PARAGRAPH:
            goes_on = self._goes_on_after(line)
            begun, self._current = (None, goes_on) if goes_on else (begun, self._current)
        if begun is not None:
            self._raw.append(begun)
            if begun.kind is not BlockKind.ITEM:
                self._first_item = None
            elif self._first_item is None:
                self._first_item = begun
            self._current = begun
        elif self._current is not None:
            self._current.lines.append(line)
            self._current.texts.append(line.text)
        if self._current is not None and self._current.kind is BlockKind.FOOTNOTE:
            self._noted.add(line.number)

    def _begun(self, line: Line, last: _Raw | None) -> _Raw | None:
        """The block that a line begins; none where it goes on with the last one."""
        if line.form is Form.HEADING:
            return _Raw([line], BlockKind.HEADING, max(1, line.level), texts=[line.text])
        if line.form is Form.FOOTNOTE:
            return _Raw([line], BlockKind.FOOTNOTE, marker=line.marker, texts=[line.text])
        if line.form is Form.QUOTE:
            if last and last.kind is BlockKind.QUOTE and not line.gap and self._page.is_wrapped:
                return None
            return _Raw([line], BlockKind.QUOTE, texts=[line.text])
        if (note := self._note(line)) is not None:
            return note
        if formulas.SALUTATION.match(line.text) and (
            line.gap or line.starts_page or not self._page.is_wrapped
        ):
            return _Raw([line], BlockKind.SALUTATION, texts=[line.text])
        if (item := self._item(line, last)) is not None:
            return item
        return self._paragraph(line, last)

    def _note(self, line: Line) -> _Raw | None:
        if cues.NOTES.match(line.text) and line.gap:
            self._notes_follow = True
            return _Raw([line], BlockKind.HEADING, 1, texts=[line.text])
        match = None
        if line.gap or (self._current and self._current.kind is BlockKind.FOOTNOTE):
            match = _GLUED_NOTE.match(line.text) or _BRACKETED_NOTE.match(line.text)
            spaced = _SPACED_NOTE.match(line.text) or (
                marks.NUMBERED.match(line.text) if self._notes_follow else None
            )
            if match is None and spaced and self._marks.refer_to(spaced["mark"]):
                match = spaced
        if match is None:
            return None
        return _Raw(
            [line], BlockKind.FOOTNOTE, marker=marks.mark_in(match).strip(), texts=[line.text[match.end() :]]
        )

    def _item(self, line: Line, last: _Raw | None) -> _Raw | None:
        if line.form is Form.ITEM:
            return _Raw([line], BlockKind.ITEM, max(1, line.level), line.marker, [line.text])
        if marks.ORDINAL.match(line.text) and (line.gap or last is None or last.lines[-1].ends):
            return _Raw([line], BlockKind.ITEM, 1, texts=[line.text])
        for cue in (marks.LETTERED, _CAPITAL, marks.BULLET, marks.NUMBERED):
            match = cue.match(line.text)
            if match and self._is_item(line, last, match):
                rest = line.text[match.end() :]
                return _Raw(
                    [line],
                    BlockKind.ITEM,
                    self._level(line, marks.mark_in(match)),
                    marks.mark_in(match),
                    [rest],
                )
        return None

    def _is_item(self, line: Line, last: _Raw | None, match: re.Match[str]) -> bool:
        if match.re is marks.NUMBERED and not line.gap and last is not None and self._page.is_wrapped:
            return last.lines[-1].ends or last.kind is BlockKind.ITEM
        goes_on = last is not None and last.kind is BlockKind.PARAGRAPH and not last.lines[-1].ends
        if match.re is marks.BULLET and marks.mark_in(match) in "-–—" and goes_on and not line.gap:
            return not self._page.is_wrapped
        return match.re is not marks.LETTERED or last is not None

    def _level(self, line: Line, mark: str) -> int:
        """1, or 2 where it stands under an item of another kind."""
        own = kind_of(mark)
        if self._first_item is None:
            return 1
        if own == kind_of(self._first_item.marker):
            return 2 if line.indent >= self._first_item.lines[0].indent + 2 and line.indent > 1 else 1
        return 2 if own in ("letter", "ring", "dash", "bullet", "roman") else 1

    def _paragraph(self, line: Line, last: _Raw | None) -> _Raw | None:
        new = _Raw([line], BlockKind.PARAGRAPH, texts=[line.text])
        if last is None or last.kind in (BlockKind.HEADING, BlockKind.SALUTATION):
            return new
        if line.gap:
            return new
        before = last.lines[-1]
        if not self._follows(before, line):
            return new
        if not self._page.is_wrapped:
            return None if not before.ends and line.text[:1].islower() else new
        if last.kind is BlockKind.QUOTE:
            return new
        if len(last.lines) == 1 and self._is_short(before) and line.text[:1].isupper():
            return new if line.size > 0.8 * self._page.width else None
        if line.starts_page and before.ends:
            return new
        if before.ends and (before.size < 0.72 * self._page.width or line.indent >= before.indent + 2):
            return new
        return None

    def _is_short(self, line: Line) -> bool:
        """Whether it begins after blank space and ends in the middle of the page, with no sentence's end."""
        return (line.gap or line.starts_page) and not line.ends and line.size < 0.6 * self._page.width

    def _goes_on_after(self, line: Line) -> _Raw | None:
        """The block that a line goes on with over a blank line, a page or a footnote."""
        raw = next((raw for raw in reversed(self._raw) if raw.kind is not BlockKind.FOOTNOTE), None)
        if not self._page.is_wrapped or raw is None:
            return None
        before, goes_on = raw.lines[-1], line.text[:1].islower()
        if (
            not self._follows(before, line)
            or raw.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM)
            or (raw.kind is BlockKind.ITEM and not goes_on)
        ):
            return None
        turned = line.is_after_furniture and goes_on and before.text.endswith((",", ";"))
        if before.ends and not turned:
            return None
        if goes_on and re.search(r"[^\W\d_]-$", before.text):
            return raw
        return raw if before.size > (0.5 if goes_on else 0.6) * self._page.width else None

    def _follows(self, before: Line, line: Line) -> bool:
        """Whether nothing but notes stands between two lines: no list, no closing."""
        between = self._lines[self._places[before.number] + 1 : self._places[line.number]]
        return all(other.number in self._noted for other in between)

    # ---- what only the neighbours tell

    def _name_headings(self) -> None:
        for at, (raw, following) in enumerate(zip_longest(self._raw, self._raw[1:])):
            text = " ".join(raw.texts)
            if raw.kind is BlockKind.PARAGRAPH and _WHOLE_QUOTE.match(text) and len(text) > 40:
                raw.kind = BlockKind.QUOTE
            elif (raw.kind is BlockKind.PARAGRAPH and self._is_heading(raw, text, following)) or (
                raw.kind is BlockKind.ITEM and self._is_numbered_heading(raw, text, following)
            ):
                self._raise_items(at)
                raw.kind, raw.level = BlockKind.HEADING, 1

    def _raise_items(self, heading: int) -> None:
        """Items below what seemed an item, and is a heading, are of the first level."""
        if self._raw[heading].kind is not BlockKind.ITEM:
            return
        for at in range(heading + 1, len(self._raw)):
            raw = self._raw[at]
            if raw.kind is not BlockKind.ITEM or raw.level == 1:
                return
            raw.level -= 1

    def _is_heading(self, raw: _Raw, text: str, following: _Raw | None) -> bool:
        if following is None or len(text) > _LONGEST_HEADING or len(raw.lines) > 2:
            return False
        asks = (
            text.endswith(("?", "？", "؟"))
            and len(text) <= _LONGEST_QUESTION
            and not _TWO_SENTENCES.search(text)
        )
        if (ends_a_sentence(text) and not asks) or text.endswith((":", ";", ",", "：", "；", "，", "، ")):
            return False
        if self._page.is_wrapped and not following.lines[0].gap and not self._is_short(raw.lines[0]):
            return False
        if text[:1].islower():
            return False
        if following.kind is BlockKind.PARAGRAPH:
            return not " ".join(following.texts)[:1].islower()
        return following.kind in (BlockKind.ITEM, BlockKind.HEADING, BlockKind.QUOTE) and (
            text.isupper() or (len(text.split()) <= 6 and not _TO.search(text))
        )

    def _is_numbered_heading(self, raw: _Raw, text: str, following: _Raw | None) -> bool:
        """As in "1. Accountability", with a paragraph or items of another kind below."""
        if raw.marker and not raw.marker.strip("().（）、").isalnum():
            return False
        if following is None or len(text) > _LONGEST_HEADING or ends_a_sentence(text):
            return False
        if text.endswith((";", ",", ":", "；", "，", "、")) or text[:1].islower():
            return False
        if following.kind is BlockKind.ITEM:
            other = kind_of(following.marker) != kind_of(raw.marker) or not following.marker
            return (
                other and following.marker[:1] not in ("a", "i", "-") and len(text.split()) <= _HEADING_WORDS
            )
        return following.kind is BlockKind.PARAGRAPH

    def _find_lost_bullets(self) -> None:
        """Lines in lower case after a colon, one after the other, were items once."""
        for before, raw in zip(self._raw, self._raw[1:], strict=False):
            text = raw.texts[0]
            if raw.kind is not BlockKind.PARAGRAPH or not text[:1].islower():
                continue
            after_colon = before.lines[-1].text.endswith((":", "："))
            after_item = before.kind is BlockKind.ITEM and re.search(
                r"(?:[;,]|; and)$", before.lines[-1].text
            )
            if after_colon or after_item:
                raw.kind, raw.level = BlockKind.ITEM, 1
                self.doubts.append(Doubt("import-bullet-lost", raw.lines[0].number, raw.lines[0].text))
