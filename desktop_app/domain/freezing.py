"""The text as it was signed, what changed in it since, and who had signed before."""

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from desktop_app.domain.plain_text import plain
from desktop_app.domain.signatory import Signatory

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_NUMBER = re.compile(r"\s*(\d{1,6})\b")
_ALIKE = 50.0
"""From here on two paragraphs are one that was changed, and not one that went and one that came."""
_MOST_COMPARED = 10_000
"""Pairs of paragraphs. In a longer stretch that is all new they are taken as they follow one another."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a letter: its part, its number there from 1, its text with the fields as written."""

    part: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class FrozenText:
    """A text that was opened for signature.

    Attributes:
        number: 1 for the first text of a campaign.
        moment: When it was opened, in UTC.
        texts: By language, the passages of each letter.
    """

    number: int
    moment: dt.datetime
    texts: Mapping[str, tuple[Passage, ...]]

    @property
    def label(self) -> str:
        """What a sign-on records: "1 (2024-01-28 18:04)". No spreadsheet takes it for a date."""
        return f"{self.number} ({self.moment:%Y-%m-%d %H:%M})"


class ChangeKind(StrEnum):
    """What happened to a paragraph."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One paragraph that is not as it was.

    Attributes:
        paragraph: Its number in the present letter; of one that was removed, that of the next after it.
        before: Empty for one that was added; ``after`` for one that was removed.
    """

    kind: ChangeKind
    part: str
    paragraph: int
    before: str = ""
    after: str = ""


def changes(before: Sequence[Passage], after: Sequence[Passage]) -> tuple[Change, ...]:
    """What differs between two states of a letter, part by part. White space does not count."""
    old, new = _by_part(before), _by_part(after)
    parts = dict.fromkeys((*new, *old))
    return tuple(change for part in parts for change in _in_part(old.get(part, []), new.get(part, [])))


def _by_part(passages: Iterable[Passage]) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = {}
    for passage in passages:
        if plain(passage.text):
            found.setdefault(passage.part, []).append(passage)
    return found


def _key(text: str) -> str:
    """What two paragraphs are compared by: ``{{ letter.date }}`` and ``{{letter.date}}`` are one field."""
    fields = _TAG.sub(lambda found: "".join(found[0].split()), text)
    return plain(unicodedata.normalize("NFC", fields))


def _in_part(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[Change]:
    keys = [_key(passage.text) for passage in old], [_key(passage.text) for passage in new]
    at_old = at_new = 0
    for same in Indel.opcodes(*keys).as_matching_blocks():
        following = new[same.b] if same.b < len(new) else new[-1] if new else None
        number = following.number if following else 1
        yield from _in_stretch(old[at_old : same.a], new[at_new : same.b], number)
        at_old, at_new = same.a + same.size, same.b + same.size


def _in_stretch(old: Sequence[Passage], new: Sequence[Passage], following: int) -> Iterator[Change]:
    pairs = list(_paired(old, new))
    for place, (was, now) in enumerate(pairs):
        if now is not None and was is not None:
            yield Change(ChangeKind.CHANGED, now.part, now.number, was.text, now.text)
        elif now is not None:
            yield Change(ChangeKind.ADDED, now.part, now.number, after=now.text)
        elif was is not None:
            number = next((later.number for _, later in pairs[place:] if later is not None), following)
            yield Change(ChangeKind.REMOVED, was.part, number, before=was.text)


_Pair = tuple[Passage | None, Passage | None]


def _paired(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[_Pair]:
    """Paragraphs of which none is as it was, those together that are most alike, in their order."""
    if len(old) * len(new) > _MOST_COMPARED:
        yield from zip_longest(old, new)
        return
    alike = [[fuzz.ratio(was.text, now.text, score_cutoff=_ALIKE) for now in new] for was in old]
    # best[i][j]: how alike the pairs can be, all told, that are made of what follows old[i] and new[j].
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            paired = alike[i][j] + best[i + 1][j + 1] if alike[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(old) and j < len(new):
        if alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield old[i], None
            i += 1
        else:
            yield None, new[j]
            j += 1
    yield from ((was, None) for was in old[i:])
    yield from ((None, now) for now in new[j:])


def text_signed_at(texts: Sequence[FrozenText], said_at: str) -> str:
    """Label of the text that was out at a moment; of the last one where the moment is not known.

    Args:
        texts: All that were opened for signature.
        said_at: An ISO time of whoever keeps the form, who is taken to be where we are. A day without a time
            is its beginning: in doubt it was the older text.
    """
    if not texts or not said_at:
        return texts[-1].label if texts else ""
    said = dt.datetime.fromisoformat(said_at)
    out = [text for text in texts if text.moment.astimezone().replace(tzinfo=None) <= said]
    return (out or texts[:1])[-1].label


@dataclass(frozen=True, slots=True)
class Signers:
    """How many signed which text.

    Attributes:
        of: By the number of the text.
        unknown: Of how many it is not known, or not to be told.
    """

    of: Mapping[int, int]
    unknown: int = 0


def text_number(version: str) -> str:
    """Which text a "Text version" means: "2" of "2 (2024-01-28 18:04)"; empty where it names none."""
    written = _NUMBER.match(version)
    return written[1] if written else ""


def signers(signatories: Iterable[Signatory], texts: Sequence[FrozenText]) -> Signers:
    """Who signed what, of those that count. Where there was one text only, nobody can have signed another."""
    known = {text.number for text in texts}
    found: Counter[int] = Counter()
    unknown = 0
    for signatory in signatories:
        if not signatory.disclosure.counts:
            continue
        written = text_number(signatory.text_version)
        if written and int(written) in known:
            found[int(written)] += 1
        elif not signatory.text_version and len(known) == 1:
            found.update(known)
        else:
            unknown += 1
    return Signers(found, unknown)


@dataclass(frozen=True, slots=True)
class SinceSigned:
    """How a letter differs from one of the texts that were opened for signature."""

    text: FrozenText
    signed: int
    changes: tuple[Change, ...]


def since_signed(
    texts: Sequence[FrozenText], language: str, present: Sequence[Passage], signed: Signers
) -> tuple[SinceSigned, ...]:
    """How the letter in a language differs from each text that had it."""
    return tuple(
        SinceSigned(text, signed.of.get(text.number, 0), changes(text.texts[language], present))
        for text in texts
        if language in text.texts
    )
