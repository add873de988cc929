"""A letter in two languages, paragraph beside paragraph: what is missing in one, or older than the other."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.writing import FIELD

_NUMBER = re.compile(r"\d[\d.,\u00a0\u202f]*")
_GAP = 0.35
"""What it takes to leave a paragraph alone; two that are less alike are not put together."""
_BAND = 40
"""How many paragraphs further up or down the other text is looked for."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One of a letter.

    Attributes:
        number: Its place in the file, from 0.
        text: What it says, fields as their code.
        notes: What its footnotes say.
        style: Key of its style.
        level: Its depth in a list, from 1; 0 where it is in none.
    """

    number: int
    text: str
    notes: tuple[str, ...] = ()
    style: str = ""
    level: int = 0

    @property
    def has_words(self) -> bool:
        """Whether there is anything in it that differs from language to language."""
        bare = FIELD.sub("", " ".join((self.text, *self.notes)))
        return any(sign.isalpha() for sign in bare)

    @property
    def mark(self) -> str:
        """What it is known by again, as long as nothing in it changes but white space."""
        whole = "\n".join(" ".join(text.split()) for text in (self.text, *self.notes))
        return hashlib.sha256(whole.encode()).hexdigest()[:20]


class Standing(StrEnum):
    """How a paragraph of a version stands to that of the original."""

    AGREES = "agrees"
    MISSING = "missing"
    """The version has none."""
    UNTRANSLATED = "untranslated"
    """It says what the original says, in the original's language."""
    OLDER = "older"
    """The original has changed since they were made to agree."""
    EXTRA = "extra"
    """The original has none, or none any more."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of the original and that of the version; one of them may be missing."""

    original: Paragraph | None
    version: Paragraph | None
    standing: Standing


Agreed = Mapping[str, str]
"""By the mark of a paragraph of the original, that of the version's with which it was found to agree; empty
where the version began as a copy, to be translated."""


def compared(
    original: Sequence[Paragraph],
    version: Sequence[Paragraph],
    agreed: Agreed | None,
    is_same: Callable[[str], bool] = lambda _text: False,
) -> tuple[Pair, ...]:
    """The paragraphs side by side, in the order of the original. Empty ones are left out.

    Args:
        original: The text that is signed.
        version: The same in another language.
        agreed: What was found to agree; None where nobody has looked yet: then nothing counts as older.
        is_same: Whether a text says the same in both languages as it stands.
    """
    there = [p for p in original if p.text.strip()], [p for p in version if p.text.strip()]
    pairs = aligned(*there, agreed)
    return tuple(Pair(one, other, _standing(one, other, agreed, is_same)) for one, other in pairs)


def _standing(
    original: Paragraph | None,
    version: Paragraph | None,
    agreed: Agreed | None,
    is_same: Callable[[str], bool],
) -> Standing:
    if original is None:
        return Standing.EXTRA
    if version is None:
        return Standing.MISSING
    there = None if agreed is None else agreed.get(original.mark)
    if there == version.mark:
        return Standing.AGREES
    if original.mark == version.mark:
        is_done = not original.has_words or is_same(original.text)
        return Standing.AGREES if is_done else Standing.UNTRANSLATED
    # What was written in the version since leaves it as true as it was; the original's changes do not.
    if agreed is None or there is not None:
        return Standing.AGREES
    return Standing.UNTRANSLATED if agreed.get(version.mark) == "" else Standing.OLDER


def agreements(pairs: Iterable[Pair], before: Agreed) -> dict[str, str]:
    """What agrees, with these pairs found to agree now."""
    found = dict(before)
    for pair in pairs:
        if pair.original is not None and pair.version is not None:
            found[pair.original.mark] = pair.version.mark
    return found


def begun(original: Sequence[Paragraph], version: Sequence[Paragraph]) -> dict[str, str]:
    """What agrees in a version that has just begun as a copy: what is in its language already."""
    pairs = zip(original, version, strict=True)
    return {one.mark: "" if one.mark == other.mark else other.mark for one, other in pairs}


_Aligned = list[tuple[Paragraph | None, Paragraph | None]]


def aligned(
    original: Sequence[Paragraph], version: Sequence[Paragraph], agreed: Agreed | None = None
) -> _Aligned:
    """Paragraphs that belong together, in their order: the pairs that are most alike, all told."""
    distance = _distances(original, version, agreed or {})
    rows, columns = len(original), len(version)
    band = _BAND + abs(rows - columns)
    # best[i][j]: how much is lost, at the least, by putting together what follows both.
    far = float(rows + columns + 1)
    best = [[far] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows, -1, -1):
        for j in range(min(columns, i + band), max(-1, i - band - 1), -1):
            ways = [0.0] if (i, j) == (rows, columns) else []
            if i < rows and j < columns:
                ways.append(best[i + 1][j + 1] + distance(i, j))
            if i < rows:
                ways.append(best[i + 1][j] + _GAP)
            if j < columns:
                ways.append(best[i][j + 1] + _GAP)
            best[i][j] = min(ways)
    found: _Aligned = []
    i = j = 0
    while i < rows and j < columns:
        if best[i][j] == best[i + 1][j + 1] + distance(i, j):
            found.append((original[i], version[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j] + _GAP:
            found.append((original[i], None))
            i += 1
        else:
            found.append((None, version[j]))
            j += 1
    return [*found, *((one, None) for one in original[i:]), *((None, other) for other in version[j:])]


def _distances(
    original: Sequence[Paragraph], version: Sequence[Paragraph], agreed: Agreed
) -> Callable[[int, int], float]:
    """How far apart two paragraphs are, by their numbers: none at all where they were found to agree."""
    ones, others = [_Traits.of(p) for p in original], [_Traits.of(p) for p in version]
    known = [agreed.get(p.mark, "") for p in original]
    marks = [p.mark for p in version]

    def distance(i: int, j: int) -> float:
        return 0.0 if known[i] == marks[j] else ones[i].distance(others[j])

    return distance


@dataclass(frozen=True, slots=True)
class _Traits:
    """What a paragraph keeps in every language."""

    place: int
    """In the file that a version began as a copy of, it is the same."""
    fields: frozenset[str]
    numbers: frozenset[str]
    look: tuple[str, int]
    length: int
    notes: int

    @classmethod
    def of(cls, paragraph: Paragraph) -> "_Traits":
        bare = FIELD.sub("", paragraph.text)
        numbers = (re.sub(r"\D", "", found) for found in _NUMBER.findall(bare))
        fields = (re.sub(r"\s", "", found) for found in FIELD.findall(paragraph.text))
        return cls(
            paragraph.number,
            frozenset(fields),
            frozenset(numbers),
            (paragraph.style, paragraph.level),
            len(bare.strip()),
            len(paragraph.notes),
        )

    def distance(self, other: "_Traits") -> float:
        """From 0 for what belongs together to 1; over two gaps they are better left alone."""
        far = 0.0 if self.look == other.look else 0.25
        far += 0.35 * _apart(self.fields, other.fields)
        far += 0.25 * _apart(self.numbers, other.numbers)
        far += 0.0 if self.notes == other.notes else 0.05
        longer = max(self.length, other.length)
        # Translations grow by a half; what is three times as long is another paragraph.
        unlike = 0.0 if not longer else max(0.0, 1 - 1.5 * min(self.length, other.length) / longer)
        far += 0.5 * unlike
        return far + 0.02 * min(1.0, abs(self.place - other.place) / 10)


def _apart(ones: frozenset[str], others: frozenset[str]) -> float:
    return 1 - len(ones & others) / len(ones | others) if ones or others else 0.0
