"""Shows where a withheld name stands without showing the name."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

from desktop_app.domain.campaign import texts_of
from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.folding import fold
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.withheld import forms_of
from desktop_app.files.campaign_folder import letter_name
from desktop_app.services.guarding import Guard
from desktop_app.services.opening import OpenCampaign

Masked = tuple[str | None, ...]
"""Pieces of a text; None stands for a name."""
_AROUND = 12
"""Words on either side of a name."""


class Masker:
    """Reads places of a campaign aloud, with withheld names left out.

    Args:
        opened: The campaign.
    """

    def __init__(self, opened: OpenCampaign) -> None:
        self._texts: dict[Place, list[str]] = {}
        for place, text in _texts(opened):
            # Paragraphs of several headers have one place.
            self._texts.setdefault(place, []).append(text)
        self._rows = opened.signatories
        self._printed = printed_names(opened.signatories)
        allowed = [*self._printed, *chain.from_iterable(self._texts.values())]
        self._check = Guard(forms_of(opened.signatories, allowed), self._printed)

    @cached_property
    def _guard(self) -> Guard:
        """Stricter than the check: words that a draft may hold by chance are left out here as well."""
        return Guard(forms_of(self._rows, self._printed), self._printed)

    @cached_property
    def _words(self) -> dict[int, set[str]]:
        return {
            row.row: _words_of(" ".join((row.name, row.acronym, *row.also_known_as))) for row in self._rows
        }

    def is_hit(self, text: str) -> bool:
        """Whether a withheld name stands in a text for certain, by the rule of the check."""
        return any(certain for _row, certain in self._check.rows_in(text))

    def text_at(self, place: Place) -> Masked:
        """What stands at a place; empty where that is not known, or cannot be shown without a name."""
        texts = self._texts.get(Place(place.file, place.part, place.paragraph), [""])
        return _near_names(self.masked(next(filter(self.is_hit, texts), texts[0])))

    def held(self, text: str) -> Masked | None:
        """A text in which a name stands, with its gaps; None where none stands in it."""
        return self.masked(text) if self.is_hit(text) else None

    def masked(self, text: str) -> Masked:
        """A text with a gap for each name; empty where a name would be left in it."""
        words = text.split()
        gaps = self._gaps(words)
        pieces: list[str | None] = []
        kept: list[str] = []
        for at, word in enumerate(words):
            if at not in gaps:
                kept.append(word)
                continue
            pieces += [" ".join(kept)] if kept else []
            kept = []
            if not pieces or pieces[-1] is not None:
                pieces.append(None)
        pieces += [" ".join(kept)] if kept else []
        shown = " ".join(piece or "…" for piece in pieces)
        return () if self._hit([shown]) else tuple(pieces)

    def _gaps(self, words: Sequence[str]) -> set[int]:
        """The places of the words that names consist of."""
        gaps: set[int] = set()
        known = set().union(*(self._words.get(row, set()) for row in self._hit(words)))
        start = 0
        while start < len(words):
            end = next((end for end in range(start + 1, len(words) + 1) if self._hit(words[start:end])), None)
            if end is None:
                break
            first = next(at for at in range(end - 1, start - 1, -1) if self._hit(words[at:end]))
            first, end = _widened(words, first, end, known)
            gaps.update(range(first, end))
            start = end
        return gaps

    def _hit(self, words: Sequence[str]) -> list[int]:
        return [row for row, _certain in self._guard.rows_in(" ".join(words))]


def _widened(words: Sequence[str], first: int, end: int, known: set[str]) -> tuple[int, int]:
    """The stretch with what stands beside it and belongs to a name as well."""
    while end < len(words) and _words_of(words[end]) <= known:
        end += 1
    while first and _words_of(words[first - 1]) <= known:
        first -= 1
    return first, end


def _near_names(pieces: Masked) -> Masked:
    """The names with a few words around each: nobody reads a whole paragraph for them."""
    shortened: list[str | None] = []
    for at, piece in enumerate(pieces):
        words = (piece or "").split()
        before, after = at + 1 < len(pieces), at > 0
        if piece is None or len(words) <= _AROUND * (before + after):
            shortened.append(piece)
        elif before and after:
            shortened.append(" ".join((*words[:_AROUND], "…", *words[-_AROUND:])))
        elif before:
            shortened.append(" ".join(("…", *words[-_AROUND:])))
        else:
            shortened.append(" ".join((*words[:_AROUND], "…")))
    return tuple(shortened)


def _words_of(text: str) -> set[str]:
    return set(fold(text).split())


def _texts(opened: OpenCampaign) -> Iterator[tuple[Place, str]]:
    for key, text in texts_of(opened.campaign):
        yield Place("campaign.toml", key), text
    for language in opened.languages:
        try:
            paragraphs = opened.paragraphs(language)
        except ProblemError:
            continue  # what cannot be read is a finding of its own
        file = letter_name(language, opened.campaign.languages[0])
        for paragraph in paragraphs:
            yield Place(file, paragraph.part, paragraph.number), paragraph.text
