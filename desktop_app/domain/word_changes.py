"""What changed inside a paragraph, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+|\s+|.", re.DOTALL)
"""A field is one word; in Chinese and Japanese every sign is one."""


class Stretch(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Words:
    """Words that follow each other and share their fate."""

    kind: Stretch
    text: str


def word_changes(before: str, after: str) -> tuple[Words, ...]:
    """The paragraph with what went and what came, in the order in which one reads it.

    What is kept and added, joined, is ``after``; what is kept and removed, ``before``.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return tuple(_stretches(matcher, old, new))


def _stretches(matcher: "SequenceMatcher[str]", old: list[str], new: list[str]) -> Iterator[Words]:
    gone = come = ""
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        kept = "".join(old[i1:i2])
        if kind == "equal" and not (kept.isspace() and (gone or come)):
            yield from _changed(gone, come)
            gone = come = ""
            yield Words(Stretch.KEPT, kept)
        else:
            # A blank between two changed words is no news.
            gone += kept
            come += "".join(new[j1:j2])
    yield from _changed(gone, come)


def _changed(gone: str, come: str) -> Iterator[Words]:
    if gone:
        yield Words(Stretch.REMOVED, gone)
    if come:
        yield Words(Stretch.ADDED, come)
