"""Which forms of withheld names stand in a text, however it is spelt, broken or encoded. The guard's own."""

import bisect
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.domain.finder import Finder, Match, Span, is_alone, lies_in, stands_alone, without
from desktop_app.domain.folding import PARTED, as_seen, fold, parted, squeeze
from desktop_app.domain.withheld import WEAK, Form, FormKind, is_found_squeezed, is_no_chance
from desktop_app.domain.words_of_files import is_of_the_file
from desktop_app.files.text_readings import loose_readings_of, readings_of
from desktop_app.files.text_unlike import Line

_SHORT = 400
"""Letters of a reading that may come again: values of attributes, words of a list."""


@dataclass(frozen=True, slots=True)
class Found:
    """A form of a withheld name in a text, the row it belongs to, and whether it is certain."""

    row: int
    form: FormKind
    certain: bool


class Matcher:
    """Looks for forms in texts.

    Args:
        forms: From ``withheld.forms_of``.
        printed: Names as they are printed of named signatories, which may contain a withheld one.
    """

    def __init__(self, forms: Sequence[Form], printed: Iterable[str]) -> None:
        folded = [f for f in forms if f.kind is not FormKind.SHORT_ACRONYM]
        long = [f for f in folded if f.kind not in WEAK and is_found_squeezed(f.text)]
        cased = [f for f in forms if f.kind is FormKind.SHORT_ACRONYM]
        own = {f.text for f in folded}
        self.reach = max((len(f.text) for f in folded), default=0)
        """Letters of the longest form."""
        self._whole = Finder([f.text for f in folded], folded)
        self._squeezed = Finder([squeeze(f.text) for f in long], long)
        self._cased = Finder([f.text for f in cased], cased)
        lines = [" ".join(name.split()) for name in printed]
        self._listed = frozenset(fold(t) for line in lines for t in (line, parted(line)) if t)
        self.covers = Finder([c for c in self._listed if c not in own and self._whole.occurs_in(c)], [])
        """Printed names that hold a withheld one."""
        # Both grow with the texts that differ, as what the guard keeps of their stretches does.
        self._clean: set[str] = set()
        self._known: dict[str, tuple[Found, ...]] = {}

    def names_in(self, stretch: bytes, *, markup: bool) -> tuple[Found, ...]:
        """What stands in a stretch of a part, in any of the texts that it may be read as."""
        found: dict[Found, None] = {}
        readings = readings_of(stretch, markup=markup)
        for reading in readings:
            found |= dict.fromkeys(self._names_read(reading))
        known = {" ".join(reading.split()) for reading in readings if "\n" not in reading.strip()}
        loose = (" ".join(reading.split()) for reading in loose_readings_of(stretch, markup=markup))
        for reading in loose:
            if reading not in known and reading not in self._clean:
                if not (seen := dict.fromkeys(self._whole_names_in(reading))):
                    self._clean.add(reading)
                found |= seen
        return tuple(found)

    def forms_in(self, text: str) -> Counter[tuple[int, str]]:
        """How often each form stands in a text, with its row, be it inside a printed name."""
        folded = fold(text)
        found = [*self._whole.matches(folded), *self._squeezed.matches(squeeze(folded), words=False)]
        seen = as_seen(text)
        found += [match for match in self._cased.matches(seen) if stands_alone(seen, *match[1:])]
        found += self._beside_apostrophes(text)
        return Counter((form.row, form.text) for form, _, _ in found if not form.only_as_signatory)

    def _beside_apostrophes(self, text: str) -> Iterator[Match]:
        folded = fold(parted(text))
        for form, start, end in self._whole.matches(folded):
            if folded[:start].endswith(f"{PARTED} ") or folded[end:].startswith(f" {PARTED}"):
                yield form, start, end

    def names_across(self, lines: Sequence[Line]) -> dict[Found, None]:
        """Whole names that begin in one line and end in another.

        Beside a name of the list it is chance, which nobody could mend, and only deserves a look.
        """
        found: dict[Found, None] = {}
        for near in dict.fromkeys(zip(*lines, strict=True)):
            found |= dict.fromkeys(self._over_ends(near, " ", self._whole.matches(" ".join(near))))
        return found

    def words_across(self, lines: Sequence[str]) -> Iterator[Found]:
        """Names of which a word goes on in the next line of a page."""
        bare = "".join(squeeze(line) for line in lines)
        yield from self._over_ends(lines, "", self._squeezed.matches(bare, words=False))

    def _over_ends(self, lines: Sequence[str], between: str, matches: Iterable[Match]) -> Iterator[Found]:
        for form, start, end in matches:
            if form.kind in WEAK or form.only_as_signatory or (between and " " not in form.text):
                continue
            lengths = (len(line if between else squeeze(line)) + len(between) for line in lines)
            ends = list(itertools.accumulate(lengths))
            first, last = bisect.bisect_right(ends, start), bisect.bisect_right(ends, end - 1)
            if first != last:
                listed = any(line.lstrip("0123456789 ") in self._listed for line in lines[first : last + 1])
                yield Found(form.row, form.kind, certain=not listed)

    def _names_read(self, reading: str) -> tuple[Found, ...]:
        found = self._known.get(reading)
        if found is None:
            apart = parted(reading)
            found = (*self._names_written(reading), *(self._names_written(apart) if apart else ()))
            if len(reading) <= _SHORT:
                self._known[reading] = found
        return found

    def _names_written(self, reading: str) -> Iterator[Found]:
        folded = fold(reading)
        squeezed = self._squeezed.occurs_in(squeeze(folded))
        matches = self._whole.matches(folded)
        covered = self.covers.spans(folded) if matches or squeezed else []
        settled: list[Span] = []
        for form, start, end in sorted(matches, key=lambda match: match[0].kind in WEAK):
            if form.kind in WEAK and lies_in((start, end), settled):
                continue  # words of a name that was found whole, and for certain
            alone = not form.only_as_signatory or is_alone(folded, start, end)
            certain = alone and not lies_in((start, end), covered)
            if certain:
                settled.append((start, end))
            yield Found(form.row, form.kind, certain)
        seen = as_seen(reading)
        for form, start, end in self._cased.matches(seen):
            if stands_alone(seen, start, end) and not is_of_the_file(seen, start, end):
                yield Found(form.row, form.kind, certain=True)
        if squeezed:
            for form, _, _ in self._squeezed.matches(squeeze(without(folded, covered)), words=False):
                if not form.only_as_signatory:
                    yield Found(form.row, form.kind, certain=True)

    def _whole_names_in(self, reading: str) -> Iterator[Found]:
        for text in filter(None, (reading, parted(reading))):
            folded = fold(text)
            if self._whole.occurs_in(folded):
                for form, _, _ in self._whole.matches(without(folded, self.covers.spans(folded))):
                    if is_no_chance(form):
                        yield Found(form.row, form.kind, certain=True)
