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
        if mark := self.mark:
            return self.raw.split(mark)
        return _PAGE_ENDS.split(self.raw) if is_page(self) else [self.raw]

    @property
    def own_name(self) -> str:
        """Its name in the innermost package that it lies in: "word/document.xml" in every letter."""
        return self.name.rpartition("!")[2]

    @property
    def mark(self) -> bytes:
        """What the paragraphs or cells of an office file's part end with; empty for anything else."""
        return next((end for end in _STRETCH_ENDS if end in self.raw), b"") if self.markup else b""


def is_page(part: Part) -> bool:
    """Whether a part is a web page."""
    return part.markup and _PAGE in part.raw[:_PAGE_WITHIN].lower()
