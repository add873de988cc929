"""Which words of a finished letter a field has written, told by the words around it in the draft."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from desktop_app.domain.reading import LetterPassage, PassageKind, Span

_FIELD = re.compile(r"\{\{\s*+([\w.]++).*?\}\}|\{%.*?%\}", re.DOTALL)
_WRITTEN_BY_US = frozenset({PassageKind.LISTED, PassageKind.BANNER, PassageKind.FOOTNOTE})
_TELLING = 4
"""Letters of its own by which a paragraph is known again."""


class _Draft:
    """One paragraph of a draft, and how what it becomes must read."""

    def __init__(self, text: str) -> None:
        self.fields = [match[1] or "" for match in _FIELD.finditer(text)]
        pieces = re.split(r"\{\{.*?\}\}|\{%.*?%\}", text, flags=re.DOTALL)
        self.is_telling = sum(map(str.isalpha, "".join(pieces))) >= _TELLING
        self._first, *self._others = map(_literal, pieces)

    def written(self, text: str) -> list[tuple[int, int]] | None:
        """Where in a text each field has written; None where the text is none of this paragraph's.

        What is its own is looked for from left to right, each piece as early as it stands: nothing is tried
        twice, however many fields there are.
        """
        if not self._others:
            return [] if self._first.fullmatch(text) else None
        begin = self._first.match(text)
        if begin is None:
            return None
        found, at = [], begin.end()
        for number, piece in enumerate(self._others, start=1):
            is_last = number == len(self._others)
            place = _at_the_end(piece, text, at) if is_last else piece.search(text, at)
            if place is None:
                return None
            found.append((at, place.start()))
            at = place.end()
        return found


def marked(passages: Sequence[LetterPassage], drafted: Sequence[str]) -> tuple[LetterPassage, ...]:
    """The passages, each piece that a field wrote with the field's name.

    What cannot be told for certain is left unmarked: a wrong name is worse than none.

    Args:
        passages: Of the finished letter, in their order.
        drafted: The paragraphs of its draft, in their order.
    """
    drafts = [_Draft(text.strip()) for text in drafted if text.strip()]
    own = [at for at, passage in enumerate(passages) if passage.kind not in _WRITTEN_BY_US]
    texts = {at: _text(passages[at]).strip() for at in own}
    found = _known_again(texts, drafts)
    found |= _between(own, texts, found, drafts)
    return tuple(
        _marked(passage, drafts[found[at]]) if at in found else passage for at, passage in enumerate(passages)
    )


def _known_again(texts: dict[int, str], drafts: Sequence[_Draft]) -> dict[int, int]:
    """Those with words of their own, each with its paragraph, in one order."""
    found, start = {}, 0
    for at, text in texts.items():
        fits = (
            n
            for n in range(start, len(drafts))
            if drafts[n].is_telling and drafts[n].written(text) is not None
        )
        if (number := next(fits, None)) is not None:
            found[at], start = number, number + 1
    return found


def _between(
    own: Sequence[int], texts: dict[int, str], found: dict[int, int], drafts: Sequence[_Draft]
) -> dict[int, int]:
    """Those that are fields alone: sure where as many stand between two known ones as in the draft."""
    more: dict[int, int] = {}
    before = -1
    for is_known, run in groupby(own, key=found.__contains__):
        places = list(run)
        if is_known:
            before = found[places[-1]]
            continue
        after = next((found[at] for at in own if at > places[-1] and at in found), len(drafts))
        numbers = range(before + 1, after)
        if len(numbers) == len(places):
            pairs = zip(places, numbers, strict=True)
            more |= {at: number for at, number in pairs if drafts[number].written(texts[at]) is not None}
    return more


def _marked(passage: LetterPassage, draft: _Draft) -> LetterPassage:
    text = _text(passage)
    lead = len(text) - len(text.lstrip())
    names = [""] * len(text)
    for field, (start, end) in zip(draft.fields, draft.written(text.strip()) or (), strict=False):
        names[start + lead : end + lead] = [field] * (end - start)
    return replace(passage, spans=tuple(_split(passage.spans, iter(names))))


def _split(spans: Sequence[Span], names: Iterator[str]) -> Iterator[Span]:
    for span in spans:
        if span.raised:
            yield span
            continue
        for name, letters in groupby(((next(names), letter) for letter in span.text), key=lambda one: one[0]):
            yield replace(span, text="".join(letter for _name, letter in letters), field=name)


def _text(passage: LetterPassage) -> str:
    """Without the numbers of notes, which no draft has as text."""
    return "".join(span.text for span in passage.spans if not span.raised)


def _literal(text: str) -> re.Pattern[str]:
    """Letters as they are; blanks may have become others, that break no line."""
    return re.compile(r"\s+".join(map(re.escape, re.split(r"\s+", text))))


def _at_the_end(piece: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    return next((match for match in piece.finditer(text, start) if match.end() == len(text)), None) or (
        piece.match(text, len(text))
    )
