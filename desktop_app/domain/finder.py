"""Many names looked for in one text at once, and where a match stands in it."""

from collections.abc import Iterable, Sequence

import ahocorasick_rs

from desktop_app.domain.withheld import Form

Span = tuple[int, int]
"""Start and end of a stretch of a text."""
Match = tuple[Form, int, int]
"""A form, and the stretch it stands in."""


def lies_in(span: Span, spans: Iterable[Span]) -> bool:
    """Whether one of the spans holds this one."""
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def without(text: str, spans: Iterable[Span]) -> str:
    """A text in which these stretches are line feeds, over which nothing is looked for."""
    for start, end in spans:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text


def _automaton(patterns: Sequence[str]) -> ahocorasick_rs.AhoCorasick:
    # What the library takes for few patterns needs the square of the length of one that repeats itself.
    return ahocorasick_rs.AhoCorasick(patterns, implementation=ahocorasick_rs.Implementation.ContiguousNFA)


class Finder:
    """Looks for many patterns in one pass.

    Args:
        patterns: Folded, as the texts are.
        forms: The form that each pattern belongs to; none where only places are asked for.
    """

    def __init__(self, patterns: Sequence[str], forms: Sequence[Form]) -> None:
        self._patterns = list(patterns)
        self._forms = list(forms)
        self._automaton = _automaton(self._patterns) if self._patterns else None

    def __bool__(self) -> bool:
        return self._automaton is not None

    def occurs_in(self, text: str) -> bool:
        """Whether any pattern stands in the text, be it inside a word."""
        return self._automaton is not None and bool(self._automaton.find_matches_as_indexes(text))

    def spans(self, text: str) -> list[Span]:
        """Where patterns stand as whole words."""
        if self._automaton is None:
            return []
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return [(start, end) for _, start, end in found if stands_alone(text, start, end)]

    def matches(self, text: str, *, words: bool = True) -> list[Match]:
        """Forms with the places where they stand; inside words only where ``words`` is false."""
        if self._automaton is None:
            return []
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return [
            (self._forms[index], start, end)
            for index, start, end in found
            if not words or stands_alone(text, start, end)
        ]


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a match is no part of a longer word; scripts without blanks between words always pass."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (_joins(before) and _joins(text[start])) and not (_joins(after) and _joins(text[end - 1]))


def _joins(character: str) -> bool:
    return character.isalnum() and character < "\u0900"


def is_alone(folded: str, start: int, end: int) -> bool:
    """Whether a match is all there is in its line, as a name in a list is, but for a number before it."""
    left = folded.rfind("\n", 0, start) + 1
    right = folded.find("\n", end)
    before, after = folded[left:start], folded[end : right if right >= 0 else len(folded)]
    return not after.strip() and not before.strip(" 0123456789")
