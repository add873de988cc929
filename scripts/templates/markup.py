"""Reads the source of a letter: a small markup in which a person can read and correct the text.

Paragraphs are separated by blank lines. ``@Style name`` at the start of a paragraph, up to ``:``, names
its style; the usual ones have signs of their own (``SIGNS``), and a paragraph without any is body text.
``---`` alone puts the next paragraph on a new page. Inside a paragraph::

    [what to write here]                a prompt          **bold**, *italic*
    [linked text](https://example.org)  a hyperlink       ^[a footnote]
    {{ letter.date|long_date }}         a field           <page> <pages>
    ~                                   a no-break space  |  between spaces: a tab
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

SIGNS = {
    "# ": "Title",
    "## ": "heading 1",
    "! ": "Ask",
    "> ": "Quote",
    "- ": "List Bullet",
    "1. ": "List Number",
    "a. ": "List Number 2",
}
_TOKEN = re.compile(r"\{\{.*?\}\}|\*\*|\*|\^\[|\[|\]\([^)]*\)|\]|<pages?>")
_NARROW, _WIDE = "\u202f", "\u00a0"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look."""

    text: str
    bold: bool = False
    italic: bool = False
    prompt: bool = False


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page, or of all pages."""

    all_pages: bool


@dataclass(frozen=True, slots=True)
class Link:
    """Runs that lead to a web page."""

    url: str
    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """What stands at the foot of the page."""

    content: tuple["Inline", ...]


Inline = Run | PageNumber | Link | Footnote


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, with the name of its style."""

    style: str
    content: tuple[Inline, ...]
    new_page: bool = False


def paragraphs(source: str, language: str) -> Iterator[Paragraph]:
    """The paragraphs of a letter's source, with the spaces its language wants."""
    new_page = False
    for block in re.split(r"\n\s*\n", source.strip()):
        if block == "---":
            new_page = True
            continue
        style, text = _style_of(" ".join(line.strip() for line in block.splitlines()))
        yield Paragraph(style, _Inlines(_spaced(text, language)).read(), new_page)
        new_page = False


def _style_of(block: str) -> tuple[str, str]:
    if block.startswith("@"):
        style, _, text = block[1:].partition(": ")
        return style, text
    for sign, style in SIGNS.items():
        if block.startswith(sign):
            return style, block.removeprefix(sign)
    return "Body Text", block


def _spaced(text: str, language: str) -> str:
    text = text.replace(" | ", "\t").replace("~", _WIDE)
    if language == "fr":
        text = re.sub(r" ([:»])", rf"{_WIDE}\1", text).replace("« ", f"«{_WIDE}")
        text = re.sub(r" ([;!?])", rf"{_NARROW}\1", text)
        text = re.sub(r"(?<=\d) (?=\d{3})", _NARROW, text)
    return text


class _Inlines:
    """Cuts the text of one paragraph at its marks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._bold = False
        self._italic = False

    def read(self) -> tuple[Inline, ...]:
        """All of the text.

        Raises:
            ValueError: if a bracket or a star is left open.
        """
        content, end = self._until_bracket()
        if end or self._bold or self._italic:
            raise ValueError(self._text)
        return content

    def _until_bracket(self) -> tuple[tuple[Inline, ...], str]:
        found: list[Inline] = []
        plain = ""
        while match := _TOKEN.search(self._text, self._at):
            plain += self._text[self._at : match.start()]
            self._at, mark = match.end(), match[0]
            if mark.startswith("{{"):
                plain += mark
                continue
            if plain:
                found.append(Run(plain, self._bold, self._italic))
                plain = ""
            if mark.startswith("]"):
                return tuple(found), mark
            found.extend(self._marked(mark))
        if rest := plain + self._text[self._at :]:
            found.append(Run(rest, self._bold, self._italic))
        self._at = len(self._text)
        return tuple(found), ""

    def _marked(self, mark: str) -> Iterator[Inline]:
        if mark == "**":
            self._bold = not self._bold
        elif mark == "*":
            self._italic = not self._italic
        elif mark.startswith("<"):
            yield PageNumber(all_pages=mark == "<pages>")
        else:
            yield self._bracketed(mark)

    def _bracketed(self, mark: str) -> Inline:
        content, end = self._until_bracket()
        if not end:
            raise ValueError(self._text)
        if mark == "^[":
            return Footnote(content)
        if end != "]":
            return Link(end[2:-1], content)
        text = "".join(part.text for part in content if isinstance(part, Run))
        return Run(f"[{text}]", self._bold, self._italic, prompt=True)
