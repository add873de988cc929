"""The lines of a web page, as a browser would break them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from desktop_app.domain.letter_anatomy.source import Form, Link, SourceLine
from desktop_app.files.html_elements import (
    BLOCKS,
    DROPPED,
    HEADINGS,
    LISTS,
    OpenList,
    hidden_classes,
    is_furniture,
    is_hidden,
    is_note,
    leads_out,
    list_of,
    target_of,
)
from desktop_app.files.html_tables import holds_records, lines_in, spread_cells
from desktop_app.files.html_unseen import note_remark, note_shown, note_unseen, text_in
from desktop_app.files.left_out import LeftOut
from desktop_app.files.source_lines import stripped
from desktop_app.files.word_numbering import number_as

_NOTE_MARK = re.compile(r"(?:\[(\d{1,3})\]|(\d{1,3})(?:[.)]|(?=\s))|([⁰¹²³⁴-⁹]{1,3}))\s*")
_PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_NEW_PAGE = re.compile(r"(?:page-)?break-before\s*:\s*(?:always|page)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class _Open:
    """A line in the making."""

    text: str = ""
    links: list[Link] = field(default_factory=list)
    continues: bool = False
    starts_page: bool = False
    marker: str | None = None
    """Of the item that begins with it; None where none does."""
    number: int = 0
    """The least that it has."""
    joined: list[int] = field(default_factory=list)
    """Cells of a row that are made of several lines."""


class PageLines:
    """Reads a page once from the first element to the last, however deep they nest.

    Args:
        root: The page.
        letter: The element that holds the letter; what stands outside it is furniture. None = the page does
            not say.
        numbers: An attribute that gives a block its line's number. Without one, lines are counted.

    Attributes:
        left_out: What the page holds beside its lines.
    """

    def __init__(self, root: etree._Element, letter: etree._Element | None, *, numbers: str = "") -> None:
        self.left_out = LeftOut()
        self._root = root
        self._letter = letter
        self._numbers = numbers
        self._hidden = hidden_classes(root)
        self._lines: list[SourceLine] = []
        self._line = _Open()
        self._lists: list[OpenList] = []
        self._inside: dict[str, int] = dict.fromkeys(
            ("aside", "quote", "note", "pre", "sup", "row", "letter"), 0
        )
        self._records: set[etree._Element] = set()
        self._heading = 0
        self._link: tuple[int, str] | None = None

    def read(self) -> tuple[SourceLine, ...]:
        """Every line, blank ones between them where the page shows one."""
        for remark in self._root.itersiblings(etree.Comment, preceding=True):
            note_remark(remark, 1, self.left_out)
        walk = etree.iterwalk(self._root, events=("start", "end", "comment"))
        for event, node in walk:
            if event == "comment":
                note_remark(node, self._next_number(), self.left_out)
                self._add(node.tail or "")
            elif event == "start":
                if self._is_dropped(node):
                    note_unseen(node, self._next_number(), self.left_out)
                    walk.skip_subtree()
                    continue
                self._begin(node)
                self._add(node.text or "")
            else:
                if not self._is_dropped(node):
                    self._end(node)
                if node is not self._root:
                    self._add(node.tail or "")
        self._break()
        self._note_title()
        for remark in self._root.itersiblings(etree.Comment):
            note_remark(remark, len(self._lines), self.left_out)
        return tuple(self._lines)

    def _note_title(self) -> None:
        """What stands over the window, where the page itself does not say it."""
        for title in self._root.iterfind("head/title"):
            text = text_in(title)
            if text and not any(text in line.text for line in self._lines):
                self.left_out.add("import-page-title", 1, text)

    def _next_number(self) -> int:
        return max(self._line.number, self._lines[-1].number + 1 if self._lines else 1)

    def _is_dropped(self, node: etree._Element) -> bool:
        return not isinstance(node.tag, str) or node.tag in DROPPED or is_hidden(node, self._hidden)

    # ---- elements

    def _begin(self, node: etree._Element) -> None:
        tag = str(node.tag)
        if tag in BLOCKS and not self._inside["row"]:
            self._break()
        for kind in self._kinds_of(node):
            self._inside[kind] += 1
        if tag in BLOCKS:
            self._line.starts_page |= bool(_NEW_PAGE.search(node.get("style", "")))
        if tag in HEADINGS:
            self._heading = int(tag[1])
        self._line.number = int(node.get(self._numbers, self._line.number)) if self._numbers else 0
        match tag:
            case "br":
                self._break_line()
            case "hr" | "img":
                note_shown(node, self._next_number(), self.left_out)
            case _ if tag in LISTS:
                self._lists.append(list_of(node))
            case "li":
                self._line.marker = self._marker(node)
            case "a":
                self._link = (len(self._line.text), target_of(node)) if leads_out(node) else None
            case "table" if holds_records(node):
                spread_cells(node)
                self._records.add(node)
            case "td" | "th" if self._inside["row"]:
                self._begin_cell(node)

    def _begin_cell(self, cell: etree._Element) -> None:
        if cell.getprevious() is not None:
            self._line.text = self._line.text.rstrip(" ") + "\t"
        if lines_in(cell) > 1:
            self._line.joined.append(self._line.text.count("\t"))

    def _end(self, node: etree._Element) -> None:
        tag = str(node.tag)
        if tag == "a":
            self._close_link()
            self._link = None
        if tag in BLOCKS and (not self._inside["row"] or tag == "tr"):
            self._break()
        elif tag in BLOCKS:
            self._add(" ")
        if tag in LISTS:
            self._lists.pop()
        if tag in HEADINGS:
            self._heading = 0
        for kind in self._kinds_of(node):
            self._inside[kind] -= 1

    def _kinds_of(self, node: etree._Element) -> Iterator[str]:
        """What an element makes of everything inside it."""
        tag = str(node.tag)
        if node is self._letter:
            yield "letter"
        if is_furniture(node):
            yield "aside"
        if tag == "blockquote":
            yield "quote"
        if is_note(node):
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

    def _add(self, text: str) -> None:
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
        if self._inside["sup"] and text.strip().isdecimal():
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
            self._lines.append(SourceLine(number=self._next_number(), text=""))
        self._line.continues = goes_on

    def _break(self) -> bool:
        """End the line; whether there was one."""
        self._close_link()
        line, self._line = self._line, _Open()
        if self._link is not None:
            self._link = (0, self._link[1])
        if not line.text.strip():
            self._line.marker, self._line.starts_page = line.marker, line.starts_page
            self._line.number = line.number
            return False
        self._lines.append(self._made(line))
        return True

    def _made(self, line: _Open) -> SourceLine:
        made = SourceLine(
            number=max(line.number, self._lines[-1].number + 1 if self._lines else 1),
            text=line.text,
            starts_page=line.starts_page,
            continues=line.continues,
            links=tuple(line.links),
        )
        if self._inside["row"]:
            cells = tuple(cell.strip() for cell in line.text.strip(" ").split("\t"))
            for cell in line.joined:
                self.left_out.add("import-cell-joined", made.number, cells[cell])
            if len(cells) == 1:
                return replace(made, text=cells[0], links=())
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


def _note(line: SourceLine, marker: str) -> SourceLine:
    """A footnote; its mark may stand in its text."""
    match = _NOTE_MARK.match(line.text)
    if match:
        found = (match[1] or match[2] or match[3]).translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))
        return replace(stripped(line, also=match.end()), form=Form.FOOTNOTE, marker=found)
    return replace(line, form=Form.FOOTNOTE, marker=marker.rstrip("."))
