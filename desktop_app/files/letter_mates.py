"""Which paragraph of a letter became which of a new text."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

_MARK = re.compile(r"\[\d{1,3}\]|[⁰¹²³⁴-⁹]+")
_ALIKE = 60.0
"""How alike two paragraphs must be, of 100, to be the same one worked on."""
_NEAREST = 5


def mates_of(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """The place of the old text for each new one that has one; an empty old text is nobody's."""
    olds, news = [_words(text) for text in old], [_words(text) for text in new]
    mates: dict[int, int] = {}
    free = dict.fromkeys(place for place, text in enumerate(olds) if text)
    for at, text in enumerate(news):
        same = next((place for place in free if olds[place] == text), None)
        if same is not None:
            mates[at] = same
            del free[same]
    scores = []
    choices = {place: olds[place] for place in free}
    for at in (at for at in range(len(news)) if at not in mates and news[at]):
        near = process.extract(news[at], choices, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_NEAREST)
        scores += [(score, -abs(at - place), at, place) for _, score, place in near]
    for _score, _near, at, place in sorted(scores, reverse=True):
        if at not in mates and place in free:
            mates[at] = place
            del free[place]
    return mates


def same_words(one: str, other: str) -> bool:
    """Whether two paragraphs say the same but for blanks, marks of notes and a slip."""
    left, right = _words(one), _words(other)
    return bool(left) and (left == right or fuzz.ratio(left, right) > 90)


def _words(text: str) -> str:
    return " ".join(_MARK.sub("", text).split())
