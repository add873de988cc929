"""The lines of a page of a PDF, and the footnotes among them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.letter_anatomy.source import Form

SMALL_PRINT = 0.93
"""Of the usual size: up to which lines at the foot of a page may be notes."""
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE = re.compile(r"(\[\d{1,3}\]|\d{1,3}|[⁰¹²³⁴-⁹]{1,3}|[*†‡])[.)]?\s*(?=\S)")


@dataclass(slots=True)
class PageLine:
    """A line on its page."""

    text: str
    left: float
    base: float
    size: float
    margin: float = 0.0
    """Where the lines of its column begin."""
    form: Form = Form.TEXT
    marker: str = ""
    cells: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    """Cells that were made of several lines."""


def find_notes(lines: Sequence[PageLine], body: float) -> None:
    """Small print at the foot of a page that begins with a mark; the marks go up by one."""
    first = len(lines)
    while first and lines[first - 1].size <= SMALL_PRINT * body and not lines[first - 1].cells:
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


def with_whole_notes(lines: Iterable[PageLine]) -> list[PageLine]:
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
