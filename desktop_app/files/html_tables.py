"""Tables of a web page whose cells reach over several rows or columns."""

import copy

from lxml import etree

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
            for _ in range(columns - 1):
                cell.addnext(etree.Element("td"))
            at += columns


def _span(cell: etree._Element, name: str) -> int:
    given = cell.get(name, "1").strip()
    return max(1, int(given)) if given.isascii() and given.isdecimal() and len(given) < 6 else 1
