"""The lines of a web page, as a browser would break them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from desktop_app.domain.letter_anatomy.source import Form, Link, SourceLine
from desktop_app.files.source_lines import stripped
from desktop_app.files.word_numbering import number_as

DROPPED = frozenset(
    "script style head noscript template object embed svg math iframe select textarea".split()
)
"""What is no text of the page's, or not seen."""

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_FURNITURE = frozenset("nav aside form menu dialog button".split())
_FURNITURE_ROLES = frozenset("navigation banner contentinfo complementary search dialog alertdialog".split())
_FURNITURE_NAME = re.compile(
    r"(?:site-?|page-?|main-?|post-?)?(?:breadcrumbs?|cookies?|cookie-\w+|consent-\w+|menu|nav|navbar|navigation|"
    r"newsletter|related(?:-\w+)?|share|sharing|sidebar|skip-link|social(?:-\w+)?|widget)",
    re.IGNORECASE,
)
_NOTE_NAME = re.compile(r"(?:foot|end)-?notes?|_?(?:ftn|fn|edn|sdfootnote|cite_note)[-_:]?\d+", re.IGNORECASE)
_NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote", "doc-endnotes"})
_NOTE_MARK = re.compile(r"(?:\[(\d{1,3})\]|(\d{1,3})[.)]|([⁰¹²³⁴-⁹]{1,3}))\s*")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_NO_MARKER = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_NEW_PAGE = re.compile(r"(?:page-)?break-before\s*:\s*(?:always|page)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_ABROAD = re.compile(r"https?://|mailto:", re.IGNORECASE)
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_KINDS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(slots=True)
class _List:
    """A list that is open; ``number`` is None where its items have bullets."""

    number: int | None
    kind: str
    is_marked: bool


@dataclass(slots=True)
class _Open:
    """A line in the making."""

    text: str = ""
    links: list[Link] = field(default_factory=list)
    continues: bool = False
    starts_page: bool = False
    marker: str | None = None
    """Of the item that begins with it; None where none does."""


class PageLines:
    """Reads a page once from the first element to the last, however deep they nest.

    Args:
        root: The page.
        letter: The element that holds the letter; what stands outside it is furniture. None = the page does
            not say.
    """

    def __init__(self, root: etree._Element, letter: etree._Element | None) -> None:
        self._root = root
        self._letter = letter
        self._lines: list[SourceLine] = []
        self._line = _Open()
        self._lists: list[_List] = []
        self._inside: dict[str, int] = dict.fromkeys(
            ("aside", "quote", "note", "pre", "sup", "row", "letter"), 0
        )
        self._records: set[etree._Element] = set()
        self._heading = 0
        self._link: tuple[int, str] | None = None

    def read(self) -> tuple[SourceLine, ...]:
        """Every line, blank ones between them where the page shows one."""
        walk = etree.iterwalk(self._root, events=("start", "end"))
        for event, node in walk:
            if event == "start":
                if _is_dropped(node):
                    walk.skip_subtree()
                    continue
                self._begin(node)
                self._add(node.text or "", node)
            else:
                if not _is_dropped(node):
                    self._end(node)
                if node is not self._root:
                    self._add(node.tail or "", node)
        self._break()
        return tuple(self._lines)

    # ---- elements

    def _begin(self, node: etree._Element) -> None:
        tag = str(node.tag)
        if tag in _BLOCKS and not self._inside["row"]:
            self._break()
        for kind in self._kinds_of(node):
            self._inside[kind] += 1
        if tag in _BLOCKS:
            self._line.starts_page |= bool(_NEW_PAGE.search(node.get("style", "")))
        match tag:
            case "br":
                self._break_line()
            case "ul" | "ol" | "menu" | "dir":
                self._lists.append(_list_of(node))
            case "li":
                self._line.marker = self._marker(node)
            case "a":
                self._link = (len(self._line.text), _target(node)) if _leads_out(node) else None
            case "table" if _holds_records(node):
                self._records.add(node)
            case "td" | "th" if self._inside["row"]:
                self._begin_cell(node)
            case _ if tag in _HEADINGS:
                self._heading = int(tag[1])

    def _begin_cell(self, cell: etree._Element) -> None:
        if cell.getprevious() is not None:
            self._line.text = self._line.text.rstrip(" ") + "\t"

    def _end(self, node: etree._Element) -> None:
        tag = str(node.tag)
        if tag == "a":
            self._close_link()
            self._link = None
        if tag in _BLOCKS and (not self._inside["row"] or tag == "tr"):
            self._break()
        elif tag in _BLOCKS:
            self._add(" ", node)
        if tag in ("ul", "ol", "menu", "dir"):
            self._lists.pop()
        if tag in _HEADINGS:
            self._heading = 0
        for kind in self._kinds_of(node):
            self._inside[kind] -= 1

    def _kinds_of(self, node: etree._Element) -> Iterator[str]:
        """What an element makes of everything inside it."""
        tag = str(node.tag)
        if node is self._letter:
            yield "letter"
        if _is_furniture(node):
            yield "aside"
        if tag == "blockquote":
            yield "quote"
        if _is_note(node):
            yield "note"
        if tag == "pre" or _PRE.search(node.get("style", "")):
            yield "pre"
        if tag == "sup":
            yield "sup"
        if tag == "tr" and next(node.iterancestors("table"), None) in self._records:
            yield "row"

    def _marker(self, item: etree._Element) -> str:
        if not self._lists or not self._lists[-1].is_marked:
            return ""
        current = self._lists[-1]
        if current.number is None:
            return "•"
        given = item.get("value", "")
        number = int(given) if given.isascii() and given.isdecimal() and len(given) < 7 else current.number
        current.number = number + 1
        return f"{number_as(number, current.kind)}."

    # ---- text

    def _add(self, text: str, node: etree._Element) -> None:
        if not text:
            return
        if self._inside["pre"]:
            first, *others = text.replace("\r\n", "\n").split("\n")
            self._line.text += first
            for other in others:
                self._break_line()
                self._line.text += other
            return
        text = _BLANKS.sub(" ", text)
        if self._inside["sup"] and text.strip().isdecimal() and node.tag == "sup":
            text = text.translate(_SUPERSCRIPT)
        if not self._line.text or self._line.text[-1] in " \t":
            text = text.lstrip(" ")
        self._line.text += text

    def _close_link(self) -> None:
        if self._link is not None and self._link[0] < len(self._line.text):
            self._line.links.append(Link(self._link[0], len(self._line.text), self._link[1]))
            self._link = (len(self._line.text), self._link[1])

    def _break_line(self) -> None:
        """A line ends inside its paragraph. Two such ends show a blank line."""
        if self._inside["row"]:
            self._line.text += " "
            return
        goes_on = self._break()
        if not goes_on and self._lines and self._lines[-1].text:
            self._lines.append(SourceLine(number=len(self._lines) + 1, text=""))
        self._line.continues = goes_on

    def _break(self) -> bool:
        """End the line; whether there was one."""
        self._close_link()
        line, self._line = self._line, _Open()
        if self._link is not None:
            self._link = (0, self._link[1])
        if not line.text.strip():
            self._line.marker, self._line.starts_page = line.marker, line.starts_page
            return False
        self._lines.append(self._made(line))
        return True

    def _made(self, line: _Open) -> SourceLine:
        made = SourceLine(
            number=len(self._lines) + 1,
            text=line.text,
            starts_page=line.starts_page,
            continues=line.continues,
            links=tuple(line.links),
        )
        if self._inside["row"]:
            cells = tuple(cell.strip() for cell in line.text.strip(" ").split("\t"))
            return replace(made, text="\t".join(cells), form=Form.CELLS, cells=cells, links=())
        indent = len(line.text) - len(line.text.lstrip()) if self._inside["pre"] else 0
        made = replace(stripped(made), indent=indent)
        if self._inside["aside"] or (self._letter is not None and not self._inside["letter"]):
            return replace(made, form=Form.ASIDE, links=())
        if self._heading:
            return replace(made, form=Form.HEADING, level=self._heading)
        if self._inside["note"]:
            return _note(made, line.marker or "")
        if line.marker is not None:
            level = max(1, len(self._lists))
            return replace(made, form=Form.ITEM, level=level, marker=line.marker)
        return replace(made, form=Form.QUOTE) if self._inside["quote"] else made


def _is_dropped(node: etree._Element) -> bool:
    if not isinstance(node.tag, str) or node.tag in DROPPED:
        return True
    return node.get("hidden") is not None or bool(_HIDDEN.search(node.get("style", "")))


def _is_furniture(node: etree._Element) -> bool:
    """Menus, foot lines and the like; never an element with the page's heading in it."""
    if node.tag in ("html", "body", "main", "article"):
        return False
    if node.tag in ("header", "footer"):
        says_so = next(node.iter("nav"), None) is not None
    else:
        says_so = node.tag in _FURNITURE or any(_FURNITURE_NAME.fullmatch(name) for name in _names(node))
    says_so = says_so or node.get("role", "") in _FURNITURE_ROLES
    return says_so and next(node.iter("h1"), None) is None


def _is_note(node: etree._Element) -> bool:
    if node.tag == "a" or node.tag == "sup":
        return False
    return node.get("role", "") in _NOTE_ROLES or any(_NOTE_NAME.fullmatch(name) for name in _names(node))


def _names(node: etree._Element) -> list[str]:
    return [*node.get("class", "").split(), *node.get("id", "").split()]


def _note(line: SourceLine, marker: str) -> SourceLine:
    """A footnote; its mark may stand in its text."""
    match = _NOTE_MARK.match(line.text)
    if match:
        found = (match[1] or match[2] or match[3]).translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))
        return replace(stripped(line, also=match.end()), form=Form.FOOTNOTE, marker=found)
    return replace(line, form=Form.FOOTNOTE, marker=marker.rstrip("."))


def _list_of(node: etree._Element) -> _List:
    start = node.get("start", "1")
    first = int(start) if start.isascii() and start.isdecimal() and len(start) < 7 else 1
    is_marked = not _NO_MARKER.search(node.get("style", ""))
    kind = _KINDS.get(node.get("type", ""), "decimal")
    return _List(first if node.tag == "ol" else None, kind, is_marked)


def _leads_out(node: etree._Element) -> bool:
    """Whether it is a link at all, and not one to a place on its own page."""
    target = node.get("href")
    return target is not None and (target == "#" or not target.startswith("#"))


def _target(node: etree._Element) -> str:
    """Where a link leads; empty where it leads nowhere outside the page's own site."""
    target = node.get("href", "").strip()
    return target if _ABROAD.match(target) else ""


def _holds_records(table: etree._Element) -> bool:
    """Whether each row says one thing in its cells; a table may also only lay out a page."""
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    if len(rows) < 2 or max(map(len, rows)) < 2 or next(table.iterdescendants("table"), None) is not None:
        return False
    breaks = sum(1 for _ in table.iter("p", "br", "li", "div"))
    return breaks <= 2 * sum(map(len, rows))
