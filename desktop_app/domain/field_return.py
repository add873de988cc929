"""Puts fields back into a text that was worked on elsewhere, by comparing it with the letter as it was."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from rapidfuzz import fuzz, process

from desktop_app.domain.figures import figures_in
from desktop_app.domain.letter_anatomy.dates import dates_in
from desktop_app.domain.letter_anatomy.formulas import SALUTATION, VOCATIVE
from desktop_app.domain.letter_anatomy.template import Spot
from desktop_app.domain.plain_text import folded

_FIELD = re.compile(r"\{\{.*?\}\}")
_DAMAGED = re.compile(r"\{+\s*(?P<name>[a-z]+(?:\s*\.\s*[a-z_]+)?)\s*(?:\|\s*[a-z_]+\s*)?\}*")
_TOKEN = re.compile(r"\{\{.*?\}\}|\w+|[^\w\s]")
_BLANK = re.compile(r"\[[^\[\]]{0,60}\]|_{2,}|\bX{2,}\b|\bNN?\b")
_BRACES = re.compile(r"[{}\s]+")
_NAME = re.compile(r"\{\{-?\s*([\w.]+)")
_SAME = 101.0
_NEAREST = 5
"""Lines that are looked at for each paragraph: others of them may be liker to another one."""
_ALIKE = 55.0
"""How alike two paragraphs must be, of 100, to be the same one worked on."""
_FIGURES = ("signatories.", "petition.")
_NO_FIGURES = frozenset(
    {"signatories.statement", "signatories.noun", "signatories.reason", "signatories.as_of"}
)
_DATES = frozenset({"letter.date", "signatories.as_of", "petition.date"})


@dataclass(frozen=True, slots=True)
class PutBack:
    """A field that stands in the text again.

    Attributes:
        line: Of the new text.
        spot: What takes which place.
        was: What stood there.
    """

    line: int
    spot: Spot
    was: str

    @property
    def field(self) -> str:
        """The field's name: ``signatories.total``."""
        return name_of(self.spot.text)


@dataclass(frozen=True, slots=True)
class Asked:
    """A field that could not be put back by itself.

    Attributes:
        field: Its name.
        line: Of the new text where it may belong; 0 where nothing is like its paragraph.
        text: What stands there, or the old paragraph that is gone.
        code: ``field-typed-over``: another text stands there; ``field-lost``: its words are gone.
    """

    field: str
    line: int
    text: str
    code: str


@dataclass(frozen=True, slots=True)
class FieldReturn:
    """What came of the comparison."""

    put_back: tuple[PutBack, ...]
    asked: tuple[Asked, ...]
    unmatched: tuple[int, ...]
    """Lines of the new text that are like no paragraph of the old one."""


def name_of(tag: str) -> str:
    """The name in a field's tag."""
    match = _NAME.match(tag)
    return match[1] if match else ""


def fields_back(
    before: Sequence[str], after: Mapping[int, str], language: str, values: Mapping[str, str]
) -> FieldReturn:
    """Compare a letter's paragraphs with a new text.

    Args:
        before: The letter's paragraphs, with fields.
        after: The lines of the new text by number.
        language: Of the letter.
        values: What a field prints, by its name, where that is one text for all recipients: subject, place.
    """
    pairs = dict(_pairs(before, after, values))
    put_back: list[PutBack] = []
    asked: list[Asked] = []
    for place, old in enumerate(before):
        if not _FIELD.search(old):
            continue
        line = pairs.get(place)
        if line is None:
            asked += [Asked(name_of(tag), 0, old, "field-lost") for tag in _FIELD.findall(old)]
            continue
        comparison = _Comparison(old, after[line], language, values)
        for tag, spot, was in comparison.found():
            if spot is None:
                code = "field-typed-over" if was else "field-lost"
                asked.append(Asked(name_of(tag), line, was or after[line], code))
            elif was != tag:
                put_back.append(PutBack(line, spot, was))
    matched = set(pairs.values())
    unmatched = tuple(line for line, text in after.items() if line not in matched and text.strip())
    return FieldReturn(tuple(put_back), tuple(asked), unmatched)


def _pairs(
    before: Sequence[str], after: Mapping[int, str], values: Mapping[str, str]
) -> Iterator[tuple[int, int]]:
    """Each old paragraph with the new line that it became, the most alike first."""
    scores = sorted(_scores(before, after, values), reverse=True)
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for _score, _near, place, line in scores:
        if place in taken_old or line in taken_new:
            continue
        taken_old.add(place)
        taken_new.add(line)
        yield place, line


def _scores(
    before: Sequence[str], after: Mapping[int, str], values: Mapping[str, str]
) -> Iterator[tuple[float, int, int, int]]:
    """How alike paragraphs are, from 0 to 100, with their fields, without, or as those print."""
    lines = list(after)
    same: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        same.setdefault(_BRACES.sub("", after[line]), []).append(index)
    words = [_words(after[line]) for line in lines]
    texts = [folded(after[line]) for line in lines]
    for place, old in enumerate(before):
        exact = same.get(_BRACES.sub("", old), [])
        if exact:
            yield from ((_SAME, -abs(place - index), place, lines[index]) for index in exact)
            continue
        printed = _FIELD.sub(lambda match: values.get(name_of(match[0]), " "), old)
        for asked, choices in ((_words(old), words), (folded(printed), texts)):
            near = process.extract(asked, choices, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_NEAREST)
            yield from (
                (score, -abs(place - index), place, lines[index]) for _, score, index in near if asked
            )


def _words(text: str) -> str:
    """A paragraph's own words: fields are left out, and so are figures and blanks that may stand for them."""
    return folded(re.sub(r"[\d,.]+", " ", _BLANK.sub(" ", _FIELD.sub(" ", text))))


class _Comparison:
    """One paragraph as it was and as it came back."""

    def __init__(self, old: str, new: str, language: str, values: Mapping[str, str]) -> None:
        self._new = new
        self._language = language
        self._values = values
        self._old_tokens = _TOKEN.findall(old)
        spans = [match.span() for match in _TOKEN.finditer(new)]
        self._spans = spans
        self._new_tokens = [new[start:end] for start, end in spans]

    def found(self) -> Iterator[tuple[str, Spot | None, str]]:
        """Each old field with the stretch it belongs to, and what stands there now."""
        olds = [token if _FIELD.fullmatch(token) else token.casefold() for token in self._old_tokens]
        news = [token if _FIELD.fullmatch(token) else token.casefold() for token in self._new_tokens]
        taken: list[Spot] = []
        for kind, old_from, old_to, new_from, new_to in SequenceMatcher(
            None, olds, news, autojunk=False
        ).get_opcodes():
            tags = [token for token in self._old_tokens[old_from:old_to] if _FIELD.fullmatch(token)]
            for tag in tags:
                if kind == "equal":
                    yield tag, Spot(0, 0, tag), tag
                    continue
                start, end = self._stretch(new_from, new_to)
                spot = self._place(tag, start, end, taken)
                if spot:
                    taken.append(spot)
                yield tag, spot, self._new[spot.start : spot.end] if spot else self._new[start:end]

    def _stretch(self, first: int, last: int) -> tuple[int, int]:
        """The characters of these tokens, with what lies between the neighbours where there is none."""
        if first < last:
            return self._spans[first][0], self._spans[last - 1][1]
        at = self._spans[first - 1][1] if first else 0
        return at, at

    def _place(self, tag: str, start: int, end: int, taken: Iterable[Spot]) -> Spot | None:
        """Where in a changed stretch the field belongs; nowhere where that is not plain."""
        for first, last in self._candidates(name_of(tag), start, end):
            if all(last <= spot.start or first >= spot.end for spot in taken):
                return Spot(first, last, tag)
        return None

    def _candidates(self, field: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        text = self._new
        for damaged in _DAMAGED.finditer(text, start, min(len(text), end + 2)):
            if "{" in damaged[0] and re.sub(r"\s", "", damaged["name"]) == field:
                yield damaged.span()
        inside = [(match.start() + start, match.end() + start) for match in _BLANK.finditer(text[start:end])]
        if field in _DATES:
            found = [(date.start, date.end) for date in dates_in(text)]
            yield from (span for span in found if span[0] < end and span[1] > start)
            yield from inside
        elif field.startswith(_FIGURES) and field not in _NO_FIGURES:
            figures = [(figure.start, figure.end) for figure in figures_in(text, self._language)]
            yield from (span for span in figures if start <= span[0] and span[1] <= end)
            yield from inside
        elif field in ("recipient.vocative", "recipient.salutation"):
            cue = VOCATIVE if field == "recipient.vocative" else SALUTATION
            if start == 0 and (spoken := cue.match(text)):
                yield spoken.span()
        value = self._values.get(field, "")
        at = text.casefold().find(value.casefold()) if value else -1
        if at >= 0:
            yield at, at + len(value)


def in_order(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """Spots of one line by their place, those that overlap an earlier one left out."""
    ordered = sorted(spots, key=lambda spot: (spot.start, -spot.end))
    apart = ordered[:1] + [other for one, other in pairwise(ordered) if other.start >= one.end]
    return tuple(apart)
