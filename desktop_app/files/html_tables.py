"""Tables of a web page whose cells reach over several rows or columns."""

import copy

from lxml import etree

_CUT_INTO_LINES = 2
"""Lines for each cell, on average: a table with more lays out a page."""
_BREAKING = frozenset("br p li div".split())
_WIDEST = 20
_MOST = 5_000
"""Cells that are put in for those that reach over others; no list of a letter has more."""


def spread_cells(table: etree._Element) -> None:
    """Give each row all its cells: what reaches over several rows is said in each of them."""
    made = 0
    reaching: dict[int, tuple[int, etree._Element]] = {}
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        at = 0
        is_heading = made >= _MOST or (len(cells) == 1 and not reaching)
        while cells or at in reaching:
            if at in reaching and made < _MOST:
                left, cell = reaching.pop(at)
                made += 1
                again = copy.deepcopy(cell)
                again.tail = None
                if cells:
                    cells[0].addprevious(again)
                else:
                    row.append(again)
                if left > 1:
                    reaching[at] = (left - 1, cell)
                at += 1
                continue
            if not cells:
                break
            cell = cells.pop(0)
            rows, columns = _span(cell, "rowspan"), min(_span(cell, "colspan"), _WIDEST)
            if rows > 1:
                reaching[at] = (rows - 1, cell)
            made += columns - 1
            for _ in range(0 if is_heading else columns - 1):
                cell.addnext(etree.Element("td"))
            at += columns


def holds_records(table: etree._Element) -> bool:
    """Whether each row says one thing in its cells; a table may also only lay out a page."""
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    if len(rows) < 2 or max(map(len, rows)) < 2 or next(table.iterdescendants("table"), None) is not None:
        return False
    lines = [lines_in(cell) for row in rows for cell in row]
    filled = [number for number in lines if number]
    if filled and min(filled) > 1:
        return False
    return sum(lines) <= _CUT_INTO_LINES * len(lines)


def lines_in(cell: etree._Element) -> int:
    """How many lines of a cell say something."""
    text = ""
    for event, node in etree.iterwalk(cell, events=("start", "end")):
        text += "\n" if node.tag in _BREAKING else ""
        said = node.text if event == "start" else node.tail if node is not cell else ""
        text += " ".join((said or "").split())
    return sum(bool(line) for line in text.split("\n"))


def _span(cell: etree._Element, name: str) -> int:
    given = cell.get(name, "1").strip()
    return max(1, int(given)) if given.isascii() and given.isdecimal() and len(given) < 6 else 1
