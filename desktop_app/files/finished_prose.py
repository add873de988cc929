"""The running text of a finished letter, read from its bytes, and those bytes without some sentences.

It stands on the guard's side, and shares no code with the modules that write. Running text is a paragraph
that lies in the body or in a footnote itself: not in a table, a text box, a header, and with nothing unseen.
"""

import html
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from desktop_app.domain.prose import BODY, NOTES, sentence_spans

PARTS = {"word/document.xml": BODY, "word/footnotes.xml": NOTES}
_PARENTS = (["w:document", "w:body"], ["w:footnotes", "w:footnote"])
_UNSEEN = frozenset("w:vanish w:specVanish w:webHidden w:del w:ins w:moveFrom w:moveTo w:sdt".split())
_BREAKS = frozenset({"w:br", "w:cr", "w:tab"})


@dataclass(slots=True)
class Paragraph:
    """One paragraph.

    Attributes:
        is_running: Whether it is running text.
        pieces: Its text, white space not made single; each with where its bytes begin and end in the part,
            or None for a break.
    """

    is_running: bool
    pieces: list[tuple[str, tuple[int, int] | None]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What a reader sees of it."""
        return "".join(text for text, _ in self.pieces)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Where in ``text`` its sentences stand."""
        return sentence_spans(self.text)


def paragraphs_of(raw: bytes) -> list[Paragraph]:
    """All paragraphs of a part, those in tables and text boxes too; none where it cannot be read."""
    reader = _Reader(raw)
    try:
        return reader.read()
    except (expat.ExpatError, ValueError):
        return []


def without_sentences(
    raw: bytes, paragraphs: list[Paragraph], goes: Callable[[Paragraph, str], bool]
) -> bytes:
    """The part with line feeds in the place of every letter of these sentences; the rest as it was."""
    changes: list[tuple[int, int, bytes]] = []
    for paragraph in paragraphs:
        text = paragraph.text
        gone = [span for span in paragraph.sentences() if goes(paragraph, text[slice(*span)])]
        at = 0
        for piece, place in paragraph.pieces:
            end = at + len(piece)
            if place and any(start < end and at < stop for start, stop in gone):
                kept = "".join(
                    "\n" if any(start <= n < stop for start, stop in gone) else letter
                    for n, letter in enumerate(piece, start=at)
                )
                changes.append((*place, html.escape(kept, quote=False).encode()))
            at = end
    for start, stop, text_now in sorted(changes, reverse=True):
        raw = raw[:start] + text_now + raw[stop:]
    return raw


class _Reader:
    """Walks through a part once."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._path: list[str] = []
        self._open: list[Paragraph] = []
        self._found: list[Paragraph] = []
        self._text_from: int | None = None
        self._letters: list[str] = []
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def read(self) -> list[Paragraph]:
        self._parser.Parse(self._raw, True)  # noqa: FBT003 - the parser takes no keywords
        return self._found

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        if name == "w:p":
            for around in self._open:
                around.is_running = False  # a text box is in it
            self._open.append(Paragraph(self._path in _PARENTS))
            self._found.append(self._open[-1])
        elif self._open and name in _UNSEEN:
            self._open[-1].is_running = False
        elif self._open and name in _BREAKS and self._path[-1] == "w:r":
            self._open[-1].pieces.append((" ", None))
        elif self._open and name == "w:noBreakHyphen":
            self._open[-1].pieces.append(("\u2011", None))
        elif self._open and name == "w:t":
            self._text_from = self._raw.index(b">", self._parser.CurrentByteIndex) + 1
            self._letters = []
        self._path.append(name)

    def _characters(self, text: str) -> None:
        if self._text_from is not None:
            self._letters.append(text)

    def _end(self, name: str) -> None:
        self._path.pop()
        if name == "w:t" and self._open and self._text_from is not None:
            text, start = "".join(self._letters), self._text_from
            stop = self._parser.CurrentByteIndex
            written = self._raw[start:stop].decode()
            is_plain = html.unescape(written) == text
            if text:
                self._open[-1].pieces.append((text, (start, stop) if is_plain else None))
            if not is_plain:
                # Written in a way that no letter of ours is: nothing is let pass there.
                self._open[-1].is_running = False
            self._text_from = None
        elif name == "w:p":
            self._open.pop()
