"""A part of a finished file as the guard searches it."""

import re
from dataclasses import dataclass

_STRETCH_ENDS = (b"</w:p>", b"</a:p>", b"</si>", b"</row>", b"</text:p>")
_PAGE, _PAGE_WITHIN = b"<html", 1_000
_PAGE_ENDS = re.compile(rb"</(?:p|li|h[1-6]|td|th|title|dd|dt)>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a file, or a file that has none.

    Attributes:
        name: The part's name; empty for a file that has no parts.
        raw: Its bytes.
        markup: Whether ``raw`` is XML or HTML.
        lined: Whether ``raw`` is the lines of a page, over which a sentence goes on.
    """

    name: str
    raw: bytes
    markup: bool
    lined: bool = False

    def stretches(self) -> list[bytes]:
        """The part cut at the ends of its paragraphs or cells, so that equal ones are searched once."""
        if self.lined:
            return self.raw.split(b"\n")
        if self.markup:
            for end in _STRETCH_ENDS:
                if end in self.raw:
                    return self.raw.split(end)
            if is_page(self):
                return _PAGE_ENDS.split(self.raw)
        return [self.raw]


def is_page(part: Part) -> bool:
    """Whether a part is a web page."""
    return part.markup and _PAGE in part.raw[:_PAGE_WITHIN].lower()
