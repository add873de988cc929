"""From letters on a page to lines: what stands side by side, in columns, in the margins, at the foot."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from desktop_app.domain.letter_anatomy.source import Form, SourceLine
from desktop_app.files.right_to_left import runs_from_right, turned_round

_SAME_BASE = 0.45
"""Of the size of the letters: how far a superscript is raised at most."""
_RAISED = 0.12
_SMALLER = 0.85
_BLANK = 0.17
"""Of the size: from which gap two letters are two words."""
_APART = 1.3
"""Of the size: from which gap two words stand in two columns, or at a tab."""
_APART_UNSPACED = 0.7
"""The same where the file writes no blank between them."""
_GUTTER = 6.0
"""Points: the narrowest gap between columns."""
_SHARED = 3
"""Rows that must have text on both sides of a gutter to be columns."""
_MARGIN_LINES = 3
_GAP = 1.4
"""Of the usual pitch: from which a gap is a blank line."""
_NOTE_SIZE = 0.93
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARKER = re.compile(
    r"\(?(?:\d{1,4}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|[•●○▪◦\-–—*\uf0b7\uf0a7o‣]|\d{1,4}|[⁰¹²³⁴-⁹]{1,3}"
)
_NUMBER = re.compile(r"(\d{1,4})\s+(?=\S)")
_NOTE = re.compile(r"(\[\d{1,3}\]|\d{1,3}|[⁰¹²³⁴-⁹]{1,3}|[*†‡])[.)]?\s*(?=\S)")


@dataclass(slots=True)
class Glyph:
    """One letter: from ``left`` to ``right`` on its baseline, in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    base: float
    size: float
    upright: bool


@dataclass(slots=True)
class GlyphPage:
    """A page: its letters in the order in which the file draws them."""

    width: float
    height: float
    glyphs: list[Glyph]
    unmapped: int
    """Letters of which the file does not say which they are."""


@dataclass(slots=True)
class Stretch:
    """Letters side by side, without a wide gap. ``order`` tells when the file draws it."""

    text: str
    left: float
    right: float
    base: float
    size: float
    order: int


@dataclass(slots=True)
class PageLine:
    """A line on its page."""

    text: str
    left: float
    base: float
    size: float
    margin: float
    """Where the lines of its column begin."""
    form: Form = Form.TEXT
    marker: str = ""


@dataclass(slots=True)
class _Page:
    lines: list[PageLine]
    turned: str


def source_lines(pages: Iterable[GlyphPage]) -> tuple[SourceLine, ...]:
    """The lines of a PDF in the order in which they are read."""
    read = [_Page(_lines_of(page), _turned(page)) for page in pages]
    body = _usual_size(read)
    _find_numbers([line for page in read for line in page.lines])
    for page in read:
        _find_notes(page.lines, body)
    _find_margins([page.lines for page in read])
    return tuple(_numbered(read))


# ---- stretches


def _stretches(glyphs: Sequence[Glyph]) -> Iterator[Stretch]:
    order = 0
    for run in _on_one_base([glyph for glyph in glyphs if glyph.upright]):
        from_right = runs_from_right("".join(glyph.text for glyph in run))
        for group in _apart(_as_seen(run) if from_right else run):
            yield from _stretch(group, order, from_right=from_right)
            order += 1


def _on_one_base(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and abs(run[-1].base - glyph.base) > _SAME_BASE * max(run[-1].size, glyph.size):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _as_seen(run: Sequence[Glyph]) -> list[Glyph]:
    """From left to right. Blanks without width stand anywhere in Arabic; the gaps say where words end."""
    wide = [glyph for glyph in run if glyph.text.strip() or glyph.right - glyph.left > _BLANK * glyph.size]
    return sorted(wide, key=lambda glyph: glyph.left + glyph.right)


def _apart(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Cut where a gap is too wide for one between words, or where the file begins further left."""
    group: list[Glyph] = []
    for glyph in glyphs:
        if group:
            before = group[-1]
            size = max(before.size, glyph.size)
            blank = not before.text.strip() or not glyph.text.strip()
            wide = (_APART if blank else _APART_UNSPACED) * size
            if glyph.left - before.right > wide or glyph.left < before.left - size:
                yield group
                group = []
        if glyph.text.strip() or group:
            group.append(glyph)
    if group:
        yield group


def _stretch(glyphs: Sequence[Glyph], order: int, *, from_right: bool) -> Iterator[Stretch]:
    shown = [glyph for glyph in glyphs if glyph.text.strip()]
    if not shown:
        return
    sizes = Counter[float]()
    for glyph in shown:
        sizes[round(glyph.size, 1)] += 1
    size = max(sizes, key=lambda s: (sizes[s], s))
    base = median(glyph.base for glyph in shown if round(glyph.size, 1) == size)
    text = " ".join(_written(glyphs, size, base).split())
    yield Stretch(
        turned_round(text) if from_right else text,
        min(glyph.left for glyph in shown),
        max(glyph.right for glyph in shown),
        base,
        size,
        order,
    )


def _written(glyphs: Sequence[Glyph], size: float, base: float) -> str:
    text = ""
    for at, glyph in enumerate(glyphs):
        if at:
            before = glyphs[at - 1]
            if glyph.left - before.right > _BLANK * size:
                text += " "
        raised = glyph.size < _SMALLER * size and glyph.base > base + _RAISED * size
        text += glyph.text.translate(_SUPERSCRIPT) if raised else glyph.text
    return text


# ---- lines


def _lines_of(page: GlyphPage) -> list[PageLine]:
    rows = _rows(list(_stretches(page.glyphs)))
    lines: list[PageLine] = []
    at = 0
    while at < len(rows):
        band = _band(rows, at)
        if band is None:
            lines.append(_side_by_side(rows[at]))
            at += 1
        else:
            end, edges = band
            lines += _columns(rows[at:end], edges)
            at = end
    plain = [line.left for line in lines if line.margin < 0]
    margin = min(plain, default=0.0)
    return [replace(line, margin=margin) if line.margin < 0 else line for line in lines]


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


def _band(rows: Sequence[Sequence[Stretch]], start: int) -> tuple[int, list[float]] | None:
    """The rows from ``start`` that leave the same gutters free, and where these are."""
    free = _gaps(rows[start])
    if not free:
        return None
    pitch = _pitch([row[0].base for row in rows])
    end = start + 1
    while end < len(rows):
        left = _still_free(free, rows[end])
        if end - start >= _SHARED and any(not _overlaps(gutter, left) for gutter in free):
            break
        if not left or rows[end - 1][0].base - rows[end][0].base > 3 * pitch:
            break
        alone = len(rows[end]) == 1 and rows[end][0].left < left[0][0]
        if alone and rows[end - 1][0].base - rows[end][0].base > _GAP * pitch:
            break
        free = left
        end += 1
    shared = [row for row in rows[start:end] if len(row) > 1]
    if len(shared) < _SHARED or _is_drawn_by_rows(shared):
        return None
    return end, [(low + high) / 2 for low, high in free]


def _gaps(row: Sequence[Stretch]) -> list[tuple[float, float]]:
    return [(a.right, b.left) for a, b in pairwise(row) if b.left - a.right >= _GUTTER]


def _overlaps(gutter: tuple[float, float], others: Iterable[tuple[float, float]]) -> bool:
    return any(low < gutter[1] and high > gutter[0] for low, high in others)


def _still_free(free: Sequence[tuple[float, float]], row: Sequence[Stretch]) -> list[tuple[float, float]]:
    for stretch in row:
        free = [
            piece
            for low, high in free
            for piece in ((low, min(high, stretch.left)), (max(low, stretch.right), high))
            if piece[1] - piece[0] >= _GUTTER
        ]
    return sorted(set(free))


def _is_drawn_by_rows(rows: Sequence[Sequence[Stretch]]) -> bool:
    """Whether the file draws one row after the other, as it does a table and text at tabs."""
    following = [b.order - a.order for row in rows for a, b in pairwise(row)]
    return sum(step in (1, 2) for step in following) > len(following) / 2


def _columns(rows: Sequence[Sequence[Stretch]], edges: Sequence[float]) -> Iterator[PageLine]:
    columns: list[list[list[Stretch]]] = [[] for _ in range(len(edges) + 1)]
    for row in rows:
        for place, column in enumerate(columns):
            low = edges[place - 1] if place else float("-inf")
            high = edges[place] if place < len(edges) else float("inf")
            mine = [stretch for stretch in row if low <= (stretch.left + stretch.right) / 2 < high]
            if mine:
                column.append(mine)
    if runs_from_right("".join(stretch.text for row in rows for stretch in row)):
        columns.reverse()
    for column in columns:
        margin = min(row[0].left for row in column) if column else 0.0
        for row in column:
            yield replace(_side_by_side(row), margin=margin)


def _side_by_side(row: Sequence[Stretch]) -> PageLine:
    """A row as one line; a wide gap is as many blanks as letters would have room there."""
    size = max(stretch.size for stretch in row)
    pieces = [row[0].text]
    for before, stretch in pairwise(row):
        pieces += [" " * max(3, round((stretch.left - before.right) / (size / 2))), stretch.text]
    if runs_from_right("".join(pieces)):
        pieces.reverse()
    return PageLine("".join(pieces), row[0].left, row[0].base, size, -1.0)


def _turned(page: GlyphPage) -> str:
    """What does not stand upright: a stamp, a note in the margin."""
    return "".join(glyph.text for glyph in page.glyphs if not glyph.upright).strip()


# ---- what the pages have in common


def _usual_size(pages: Sequence[_Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=1.0)


def _pitch(bases: Sequence[float]) -> float:
    """The usual distance from line to line."""
    steps = [before - after for before, after in pairwise(bases) if 4 < before - after < 40]
    return sorted(steps)[len(steps) // 3] if steps else 14.0


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
    numbered = [(int(match[1]), match, line) for line in lines if (match := _NUMBER.match(line.text))]
    steps = [after - before for (before, _, _), (after, _, _) in pairwise(numbered)]
    for at, (_, match, line) in enumerate(numbered):
        if (
            steps[max(0, at - 2) : at] == [1, 1]
            or steps[at : at + 2] == [1, 1]
            or (at and steps[at - 1 : at + 1] == [1, 1])
        ):
            line.form, line.marker, line.text = Form.ITEM, match[1], line.text[match.end() :]


def _find_notes(lines: Sequence[PageLine], body: float) -> None:
    """Small print at the foot of a page that begins with a mark; the marks go up by one."""
    first = len(lines)
    while first and lines[first - 1].size <= _NOTE_SIZE * body:
        first -= 1
    last = None
    for line in lines[first:]:
        text = f"{line.marker} {line.text}".lstrip()
        match = _NOTE.match(text)
        mark = match[1].strip("[]").translate(_PLAIN) if match else ""
        if not match or (last and mark.isdecimal() and int(mark) != last + 1):
            mark = ""
        if mark or last is not None:
            line.form = Form.FOOTNOTE
            line.marker, line.text = mark, text[match.end() :] if match and mark else text
        if mark:
            last = int(mark) if mark.isdecimal() else 0


def _numbered(pages: Sequence[_Page]) -> Iterator[SourceLine]:
    number = 0
    for at, page in enumerate(pages):
        begins = at > 0
        pitch = _pitch([line.base for line in page.lines])
        before: PageLine | None = None
        for line in _with_whole_notes(page.lines):
            if before is not None and _is_apart(before, line, pitch):
                number += 1
                yield SourceLine(number=number, text="")
            number += 1
            starts = begins and line.form is not Form.ASIDE
            begins = begins and not starts
            indent = max(0, round((line.left - line.margin) / (line.size / 2)))
            known = line.form is not Form.ASIDE and not runs_from_right(line.text)
            yield SourceLine(
                number=number,
                text=line.text,
                form=line.form,
                level=1 if line.form is Form.ITEM else 0,
                marker=line.marker,
                starts_page=starts,
                indent=indent if known else 0,
            )
            before = line
        if page.turned:
            number += 1
            yield SourceLine(number=number, text=page.turned, form=Form.ASIDE)


def _is_apart(before: PageLine, line: PageLine, pitch: float) -> bool:
    step = before.base - line.base
    return line.form is before.form and step > _GAP * max(pitch, 1.1 * min(before.size, line.size))


def _with_whole_notes(lines: Iterable[PageLine]) -> list[PageLine]:
    """The lines, those of one footnote joined."""
    joined: list[PageLine] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last and line.form is last.form is Form.FOOTNOTE and not line.marker:
            within = re.search(r"https?://\S*[/\-_.=&?%]$", last.text) or re.search(r"[^\W\d_]-$", last.text)
            last.text += line.text if within else f" {line.text}"
        else:
            joined.append(line)
    return joined
