"""Letters on a page, joined to what stands side by side."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from desktop_app.files.right_to_left import runs_from_right, turned_round

_SAME_BASE = 0.45
"""Of the size of the letters: how far two of one line may differ in height."""
_SUPERSCRIPT_UP_TO = 0.7
"""Of the size of what it stands by: how far a superscript is raised at most; LibreOffice asks the font."""
_RAISED = 0.12
_SMALLER = 0.85
_BLANK = 0.17
"""Of the size: from which gap two letters are two words."""
_APART = 1.3
"""Of the size: from which gap two words stand in two columns, or at a tab."""
_APART_UNSPACED = 0.7
"""The same where the file writes no blank between them."""
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


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
    beside: list[tuple[str, str]] = field(default_factory=list)
    """What it holds beside its letters: the code of a doubt, and what it says."""


@dataclass(slots=True)
class Stretch:
    """Letters side by side, without a wide gap. ``order`` tells when the file draws it."""

    text: str
    left: float
    right: float
    base: float
    size: float
    order: int


def stretches_of(glyphs: Sequence[Glyph]) -> Iterator[Stretch]:
    """What stands side by side, in the order in which the file draws it."""
    order = 0
    for run in _on_one_base([glyph for glyph in glyphs if glyph.upright]):
        from_right = runs_from_right("".join(glyph.text for glyph in run))
        for group in _apart(_as_seen(run) if from_right else run):
            yield from _stretch(group, order, from_right=from_right)
            order += 1


def _on_one_base(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _share_base(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _share_base(one: Glyph, other: Glyph) -> bool:
    small, large = sorted((one, other), key=lambda glyph: glyph.size)
    rise = small.base - large.base
    if rise > 0 and small.size < _SMALLER * large.size:
        return rise <= _SUPERSCRIPT_UP_TO * large.size
    return abs(rise) <= _SAME_BASE * large.size


def _as_seen(run: Sequence[Glyph]) -> list[Glyph]:
    """From left to right. Blanks without width stand anywhere in Arabic; the gaps say where words end."""
    wide = [glyph for glyph in run if glyph.text.strip() or glyph.right - glyph.left > _BLANK * glyph.size]
    return sorted(wide, key=lambda glyph: glyph.left + glyph.right)


def _apart(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Cut where a gap is too wide for one between words, or where the file begins further left."""
    group: list[Glyph] = []
    for glyph in glyphs:
        if group:
            before, reach = group[-1], _reach(group)
            size = max(before.size, glyph.size)
            blank = not before.text.strip() or not glyph.text.strip()
            if not glyph.text.strip() and glyph.left < before.left - size:
                continue  # in Burmese a blank may be drawn after what it stands before
            wide = (_APART if blank else _APART_UNSPACED) * size
            if glyph.left - reach > wide or glyph.left < before.left - size:
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
        if at and glyph.left - _reach(glyphs[max(0, at - 4) : at]) > _BLANK * size:
            text += " "
        raised = glyph.size < _SMALLER * size and glyph.base > base + _RAISED * size
        text += glyph.text.translate(_SUPERSCRIPT) if raised else glyph.text
    return text


def _reach(glyphs: Sequence[Glyph]) -> float:
    """How far the last letters go: a mark over one of them may stand further left."""
    return max(glyph.right for glyph in glyphs[-4:])
