"""Looks at the fields of a letter before anything works on them: each whole, in one paragraph, in shown text.

What prepares a letter for Jinja takes hours over a megabyte of braces, and drops whatever lies between the
two halves of a field, paragraphs included. A field in a link's code or in a picture's description would put
its value where the letter has no text. None of these is let through.
"""

import re
from collections.abc import Iterator

from lxml import etree

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.wordml import w

MAX_FIELDS = 5_000
"""In one part of a letter."""
MAX_LENGTH = 1_000
"""Characters of one field."""

_OPENS = re.compile(r"\{[{%#]")
_BEGUN = re.compile(r"\{[{%#]-?\s*[\w.|]*")
_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
_STATEMENT = re.compile(r"\{%-?(?:(?:p|tr|tc|r) )?\s*(?:if|elif|else|endif|for|endfor)\b")


def check_fields(root: etree._Element, file: str, part: str) -> None:
    """Check every field of a part.

    Raises:
        ProblemError: ``field-unclosed``, ``field-not-allowed`` or ``too-many-fields``, with its paragraph.
    """
    texts: dict[etree._Element, list[str]] = {paragraph: [] for paragraph in root.iter(w("p"))}
    numbers = {paragraph: number for number, paragraph in enumerate(texts, start=1)}
    for node in root.iter():
        paragraph = next(node.iterancestors(w("p")), None)
        beside = [str(value) for value in node.attrib.values()]
        if node.tag == w("t") and paragraph is not None:
            texts[paragraph].append(node.text or "")
        else:
            beside += [node.text or "", node.tail or ""]
        for text in filter(_OPENS.search, beside):
            number = None if paragraph is None else numbers[paragraph]
            raise ProblemError("field-not-allowed", Place(file, part, number), field=short(text))
    found = 0
    for paragraph, pieces in texts.items():
        place = Place(file, part, numbers[paragraph])
        for field in _fields("".join(pieces), place):
            found += 1
            if found > MAX_FIELDS:
                raise ProblemError("too-many-fields", place)
            if field.startswith("{%") and not _STATEMENT.match(field):
                raise ProblemError("field-not-allowed", place, field=short(field))


def _fields(text: str, place: Place) -> Iterator[str]:
    at = 0
    while opened := _OPENS.search(text, at):
        start = opened.start()
        end = text.find(_CLOSES[opened[0]], opened.end(), start + MAX_LENGTH)
        if end < 0:
            # Only what looks like a field: the prose behind it may name anybody.
            begun = _BEGUN.match(text, start)
            raise ProblemError("field-unclosed", place, field=short(begun[0] if begun else opened[0]))
        at = end + 2
        yield text[start:at]


def short(field: str) -> str:
    """A field short and plain enough for a sentence."""
    words = " ".join(re.sub(r"<[^>]*>", "", field).split())
    return words if len(words) <= 60 else words[:57] + "..."
