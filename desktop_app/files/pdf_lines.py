"""The lines of a PDF: in columns, in the margins, at the foot of a page."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from desktop_app.domain.letter_anatomy.source import Form, SourceLine
from desktop_app.files.left_out import LeftOut
from desktop_app.files.pdf_columns import columns_from
from desktop_app.files.pdf_notes import SMALL_PRINT, PageLine, find_notes, with_whole_notes
from desktop_app.files.pdf_stretches import Glyph, GlyphPage, Stretch, stretches_of
from desktop_app.files.pdf_tables import Table, TableRow, table_from
from desktop_app.files.right_to_left import runs_from_right

_SAME_BASE = 0.45
"""Of the size of the letters: how far two stretches of one row may differ in height."""
_MARGIN_LINES = 3
_GAP = 1.4
"""Of the usual pitch: from which a gap is a blank line."""
_OTHER_SIZE = 0.1
"""Of the size: from which difference two lines are no one paragraph."""
_FULL = 0.85
"""Of the longest line: from which length a line is full."""
_STAMP = 4
"""Of the usual size: from which letters are a stamp on the page, and no title."""
_STAMP_GAP = 3
"""Of the size of letters that stand across: from which distance another stamp begins."""
_MARKER = re.compile(
    r"\(?(?:\d{1,4}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|[•●○▪◦\-–—*\uf0b7\uf0a7o‣]|\d{1,4}|[⁰¹²³⁴-⁹]{1,3}"
)
_NUMBER = re.compile(r"(\d{1,4})\s+(?=\S)")
_LAST_NUMBER = re.compile(r"\s+(\d{1,4})$")


@dataclass(slots=True)
class _Page:
    lines: list[PageLine]
    turned: list[str]


def source_lines(pages: Iterable[GlyphPage], left_out: LeftOut) -> tuple[SourceLine, ...]:
    """The lines of a PDF in the order in which they are read.

    Args:
        pages: Its pages.
        left_out: Takes what stands across a page, and which cells were joined.
    """
    read: list[_Page] = []
    table: Table | None = None
    for page in pages:
        lines, table = _lines_of(page, table)
        read.append(_Page(lines, _turned(page)))
    body = _usual_size(read)
    _find_numbers([line for page in read for line in page.lines])
    for each in read:
        find_notes(each.lines, body)
    _find_margins([page.lines for page in read])
    return tuple(_numbered(read, body, left_out))


# ---- lines


def _lines_of(page: GlyphPage, table: Table | None) -> tuple[list[PageLine], Table | None]:
    """The lines of a page, and the table that it ends with; ``table`` is that of the page before."""
    rows = _rows(list(stretches_of(page.glyphs)))
    lines: list[PageLine] = []
    plain: list[PageLine] = []
    at = 0
    while at < len(rows):
        found = table_from(rows, at, table)
        if found is not None:
            lines += map(_row_of_table, found.rows)
            at, table = found.end, found
        elif (parted := columns_from(rows, at)) is not None:
            at, columns = parted
            for column in columns:
                lines += _with_margin([_side_by_side(row) for row in column])
        else:
            plain.append(_side_by_side(rows[at]))
            lines.append(plain[-1])
            at += 1
    _with_margin(plain)
    return lines, table if lines and lines[-1].cells else None


def _row_of_table(row: TableRow) -> PageLine:
    first = row.first
    return PageLine(
        "\t".join(row.cells),
        first.left,
        first.base,
        first.size,
        first.left,
        Form.CELLS,
        cells=tuple(row.cells),
        joined=tuple(row.joined),
    )


def _with_margin(lines: list[PageLine]) -> list[PageLine]:
    """Lines that stand under each other, told where they begin."""
    margin = min((line.left for line in lines), default=0.0)
    for line in lines:
        line.margin = margin
    return lines


def _rows(stretches: list[Stretch]) -> list[list[Stretch]]:
    """What stands on one baseline, from the top; a marker and what it marks are one."""
    rows: list[list[Stretch]] = []
    for stretch in sorted(stretches, key=lambda s: (-s.base, s.left)):
        if rows and abs(rows[-1][0].base - stretch.base) < _SAME_BASE * min(rows[-1][0].size, stretch.size):
            rows[-1].append(stretch)
        else:
            rows.append([stretch])
    return [_with_markers(sorted(row, key=lambda s: s.left)) for row in rows]


def _with_markers(row: list[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for stretch in row:
        before = joined[-1] if joined else None
        near = before is not None and stretch.left - before.right < 4 * stretch.size
        if before is not None and near and _MARKER.fullmatch(before.text):
            text = f"{before.text} {stretch.text}"
            joined[-1] = replace(stretch, text=text, left=before.left, order=before.order)
        else:
            joined.append(stretch)
    return joined


def _side_by_side(row: Sequence[Stretch]) -> PageLine:
    """A row as one line; a wide gap is as many blanks as letters would have room there."""
    size = max(stretch.size for stretch in row)
    pieces = [row[0].text]
    for before, stretch in pairwise(row):
        pieces += [" " * max(3, round((stretch.left - before.right) / (size / 2))), stretch.text]
    if runs_from_right("".join(pieces)):
        pieces.reverse()
    return PageLine("".join(pieces), row[0].left, row[0].base, size)


def _turned(page: GlyphPage) -> list[str]:
    """What does not stand upright: a stamp, a note in the margin."""
    texts: list[str] = []
    last: Glyph | None = None
    for glyph in (glyph for glyph in page.glyphs if not glyph.upright):
        near = last and abs(glyph.left - last.left) + abs(glyph.base - last.base) < _STAMP_GAP * glyph.size
        if near and last and abs(glyph.size - last.size) < 1:
            texts[-1] += glyph.text
        else:
            texts.append(glyph.text)
        last = glyph
    return [text for text in texts if text.strip()]


# ---- what the pages have in common


def _usual_size(pages: Sequence[_Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=1.0)


def _pitch(lines: Sequence[PageLine], body: float) -> float:
    """The usual distance from line to line. After a full line a paragraph goes on, more often than not."""
    steps = [(above.base - below.base, above, below) for above, below in pairwise(lines)]
    near = [step for step in steps if 4 < step[0] < 40]
    full = _FULL * max((len(line.text) for line in lines), default=0)
    own = [
        step
        for step, above, below in near
        if len(above.text) > full and min(above.size, below.size) > SMALL_PRINT * body
    ]
    usual = sorted(step for step, *_ in near)[len(near) // 3] if near else 14.0
    return min([usual, *own])


def _find_margins(pages: Sequence[Sequence[PageLine]]) -> None:
    """Lines that stand at the same height of several pages and differ in figures alone."""
    if len(pages) < 2:
        return
    seen: Counter[tuple[str, int]] = Counter()
    outer = [{id(line): line for line in _outermost(lines)}.values() for lines in pages]
    for lines in outer:
        seen.update({_key(line) for line in lines})
    for lines in outer:
        for line in lines:
            if seen[_key(line)] >= max(2, len(pages) // 2):
                line.form = Form.ASIDE


def _outermost(lines: Sequence[PageLine]) -> list[PageLine]:
    down = sorted(lines, key=lambda line: -line.base)
    return [*down[:_MARGIN_LINES], *down[-_MARGIN_LINES:]]


def _key(line: PageLine) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.base / 4)


def _find_numbers(lines: Sequence[PageLine]) -> None:
    """Bare numbers that go up by one, line after line, are those of a list; any other belongs to its text."""
    numbered = [(match, line) for line in lines if not line.cells and (match := _number_of(line.text))]
    steps = [int(after[1]) - int(before[1]) for (before, _), (after, _) in pairwise(numbered)]
    for at, (match, line) in enumerate(numbered):
        around = steps[max(0, at - 2) : at + 2]
        if any(pair == (1, 1) for pair in pairwise(around)):
            line.form, line.marker = Form.ITEM, match[1]
            line.text = line.text[: match.start()] + line.text[match.end() :]


def _number_of(text: str) -> re.Match[str] | None:
    """A bare number before a line; where that runs from right to left, the page has it at the other end."""
    return _NUMBER.match(text) or (_LAST_NUMBER.search(text) if runs_from_right(text) else None)


def _numbered(pages: Sequence[_Page], body: float, left_out: LeftOut) -> Iterator[SourceLine]:
    number = 0
    for at, page in enumerate(pages):
        stamps = [line for line in page.lines if line.size > _STAMP * body]
        page.lines = [line for line in page.lines if line not in stamps]
        for text in (*(line.text for line in stamps), *page.turned):
            left_out.add("import-watermark", number + 1, text)
        begins = at > 0
        pitch = _pitch(page.lines, body)
        before: PageLine | None = None
        for line in with_whole_notes(page.lines):
            if before is not None and _is_apart(before, line, pitch):
                number += 1
                yield SourceLine(number=number, text="")
            number += 1
            starts = begins and line.form is not Form.ASIDE
            begins = begins and not starts
            indent = max(0, round((line.left - line.margin) / (line.size / 2)))
            for text in line.joined:
                left_out.add("import-cell-joined", number, text)
            known = line.form is not Form.ASIDE and not runs_from_right(line.text)
            yield SourceLine(
                number=number,
                text=line.text,
                form=line.form,
                level=1 if line.form is Form.ITEM else 0,
                marker=line.marker,
                cells=line.cells,
                starts_page=starts,
                indent=indent if known else 0,
            )
            before = line


def _is_apart(before: PageLine, line: PageLine, pitch: float) -> bool:
    step = before.base - line.base
    if line.form is not before.form:
        return False
    # A heading may stand close over its text; its letters are larger.
    other_size = abs(before.size - line.size) > _OTHER_SIZE * min(before.size, line.size)
    return other_size or step > _GAP * max(pitch, 1.1 * min(before.size, line.size))
