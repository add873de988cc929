"""Braces that are text and no fields: an unseen sign stands between them, and they print as they stood."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop_app.domain.letter import FIELDS, nearest_field

JOINER = "\u200d"
"""Prints nothing and lets no line break; of all such signs the one that most fonts know."""

_PAIR = re.compile(r"\{(?=[{%#])|[}%#](?=\})")
_JOINED = re.compile(rf"(?<=\{{){JOINER}(?=[{{%#])|(?<=[}}%#]){JOINER}(?=\}})")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_NAME = re.compile(r"[A-Za-z_]\w*(?:\s*\.\s*\w+)?")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_STATEMENT = re.compile(r"\{%-?\s*(?:(?:p|tr|tc|r)\s+)?(?P<word>\w+)(?P<rest>.*?)-?%\}")
_OPENING = frozenset({"if", "for"})
_WORDS = frozenset({"if", "not", "and", "or", "in", "is", "else", "none", "defined", "odd", "even"})


def every_joint(texts: Sequence[str]) -> list[list[int]]:
    """Where in each text the sign goes, for no brace to be a field's."""
    return [[found.end() for found in _PAIR.finditer(text)] for text in texts]


def unknown_joints(texts: Sequence[str]) -> list[list[int]]:
    """The same for tags that are none of ours; a slip of the pen in one of ours stays, and is named."""
    opened: list[bool] = []
    return [list(_unknown(text, opened)) for text in texts]


def _unknown(text: str, opened: list[bool]) -> Iterator[int]:
    """``opened`` holds, for each condition or loop that has not ended yet, whether it is ours."""
    for tag in _TAG.finditer(text):
        if not _is_ours(tag[0], opened):
            yield from (tag.start() + found.end() for found in _PAIR.finditer(tag[0]))


def _is_ours(tag: str, opened: list[bool]) -> bool:
    if not tag.startswith("{%"):
        return tag.startswith("{{") and _names_field(tag[2:-2])
    statement = _STATEMENT.fullmatch(tag)
    if statement is None:
        return False
    word = statement["word"]
    if word in _OPENING:
        opened.append(_names_field(statement["rest"]))
        return opened[-1]
    if word in ("endif", "endfor"):
        return opened.pop() if opened else False
    return word in ("else", "elif") and bool(opened) and opened[-1]


def _names_field(inside: str) -> bool:
    """Whether a field of ours is asked for, or one that is nearly ours; in a loop the list's columns are."""
    names = [name for name in _NAME.findall(_QUOTED.sub("", inside)) if name not in _WORDS]
    if not names:
        return inside.strip() == "none"
    first = re.sub(r"\s", "", names[0])
    loops = " in " in inside or first.partition(".")[0] in ("s", "loop")
    return loops or first.partition(".")[0] in FIELDS or bool(nearest_field(first))


def joined(text: str, joints: Sequence[int]) -> str:
    """The text with the sign in these places."""
    places = [0, *sorted(joints), len(text)]
    return JOINER.join(text[start:end] for start, end in pairwise(places))


def literal(text: str) -> str:
    """The text with every brace in it as text."""
    return joined(text, *every_joint([text]))


def as_written(text: str) -> str:
    """The text without the sign, as it stood in its source."""
    return _JOINED.sub("", text)
