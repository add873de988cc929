"""What several readers do to the lines of a letter."""

from collections.abc import Iterable
from dataclasses import replace

from desktop_app.domain.letter_anatomy.source import Link, SourceLine


def stripped(line: SourceLine, *, also: int = 0) -> SourceLine:
    """A line without blanks at its ends, and without its first ``also`` characters; its links moved along."""
    rest = line.text[also:]
    text = rest.strip()
    by = also + len(rest) - len(rest.lstrip())
    return replace(line, text=text, links=tuple(_moved(line.links, by, len(text))))


def _moved(links: Iterable[Link], by: int, most: int) -> Iterable[Link]:
    for link in links:
        start, end = max(0, link.start - by), min(most, link.end - by)
        if start < end:
            yield Link(start, end, link.target)
