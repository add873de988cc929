"""Spots that were perhaps read badly from paper."""

import re
from collections.abc import Iterator, Sequence

from desktop_app.domain.letter_anatomy.lines import Line
from desktop_app.domain.letter_anatomy.parts import Doubt

_ODD = {
    "import-note-mark": re.compile(r"\S{0,40}[,.;]\?(?=\s|$)"),
    "import-glued": re.compile(
        r"\b(?:on|of|in|to|by|for|and|with|at|from)the\b|\b[A-Z]{3,}(?:to|in|the|of|and|is)\b|\b[a-z]{1,20}(?:nd|ct|ld|ck|ght)in\b|\b(?:to|and|of)a\b"
    ),
    "import-misread": re.compile(
        r"\b[IVX]+l\b|\bIl\b(?! )|\b[IVX]*l[IVX]+\b|[A-Za-z]I[a-z]{2}|"
        r"\bI(?!an\b|ain\b|ona\b|owa\b)[aou][a-z]{2,}\b|"
        r"(?<![“\"‘(])\bI['’](?!m\b|ve\b|d\b|ll\b)[A-Z]"
    ),
}


def odd_spots(lines: Sequence[Line]) -> Iterator[Doubt]:
    """Spots of the text that were perhaps read badly from paper."""
    for line in lines:
        for code, pattern in _ODD.items():
            for match in pattern.finditer(line.text):
                yield Doubt(code, line.number, match[0])
