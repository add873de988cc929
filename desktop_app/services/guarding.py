"""Re-reads finished files and looks for every form of every withheld name. Knows nothing of merging."""

import bisect
import itertools
from collections import Counter
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.domain.finder import Finder, Match, Span, is_alone, lies_in, stands_alone, without
from desktop_app.domain.folding import PARTED, fold, parted, squeeze
from desktop_app.domain.letter import prompts_in
from desktop_app.domain.prose import Settled
from desktop_app.domain.reporting import Step
from desktop_app.domain.withheld import WEAK, Form, FormKind, is_found_squeezed, is_no_chance
from desktop_app.domain.words_of_files import is_of_the_file
from desktop_app.files.finished_docx import faults_in_text
from desktop_app.files.finished_files import faults_in_file
from desktop_app.files.part import Part
from desktop_app.files.sound_parts import SoundParts
from desktop_app.files.text_memory import Memory
from desktop_app.files.text_of import parts_of, whole_file
from desktop_app.files.text_readings import loose_readings_of, readings_of, stretch_text
from desktop_app.files.text_unlike import Line, lines_unlike
from desktop_app.files.unreadable import UnreadableError, WhyUnread
from desktop_app.services.covering import parts_covered
from desktop_app.services.excusing import without_settled
from desktop_app.services.search_results import Fault, Hit, Search, Unread, strongest


@dataclass(frozen=True, slots=True)
class _Found:
    row: int
    form: FormKind
    certain: bool


_Seen = _Found | str
"""A name, or the code of a fault."""


_SMALL = 1 << 16
"""Bytes of a part that may come again: the body of a letter does not."""


@dataclass(slots=True)
class Guard:
    """Searches files for forms; a stretch that is equal in many files is searched once.

    Args:
        forms: From ``withheld.forms_of``.
        printed: Names as they are printed of named signatories, which may contain a withheld one.
        letters: Whether the files are letters of ours, in which nothing may be that a letter has no use for.
        draft: Whether these letters may hold prompts.
        pictures: Whether a file with a picture in it is told as not read: what that shows, it may say.
        settled: What may stand in each letter, by the name that reports give it.
    """

    forms: Sequence[Form]
    printed: Sequence[str] = ()
    letters: bool = False
    draft: bool = False
    pictures: bool = False
    settled: Mapping[str, Collection[Settled]] = field(default_factory=dict)
    _stretches: tuple[dict[bytes, tuple[_Seen, ...]], dict[bytes, tuple[_Seen, ...]]] = field(
        default_factory=lambda: ({}, {})
    )
    _sound: SoundParts = field(default_factory=SoundParts)
    _folded: tuple[dict[bytes, Line], dict[bytes, Line]] = field(default_factory=lambda: ({}, {}))
    _memory: Memory = field(default_factory=Memory)
    _seen_in: dict[Part, tuple[_Seen, ...]] = field(default_factory=dict)
    _clean: set[str] = field(default_factory=set)
    _bare_lines: dict[str, Sequence[Line]] = field(default_factory=dict)
    _reach: int = field(init=False)
    _listed: frozenset[str] = field(init=False)
    _whole: Finder = field(init=False)
    _squeezed: Finder = field(init=False)
    _cased: Finder = field(init=False)
    _covers: Finder = field(init=False)
    _brackets: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        folded = [f for f in self.forms if f.kind is not FormKind.SHORT_ACRONYM]
        long = [f for f in folded if f.kind not in WEAK and is_found_squeezed(f.text)]
        self._whole = Finder([f.text for f in folded], folded)
        self._reach = max((len(f.text) for f in folded), default=0)
        self._squeezed = Finder([squeeze(f.text) for f in long], long)
        cased = [f for f in self.forms if f.kind is FormKind.SHORT_ACRONYM]
        self._cased = Finder([f.text for f in cased], cased)
        own = {f.text for f in folded}
        self._brackets = frozenset(prompt for name in self.printed for prompt in prompts_in(name.casefold()))
        self._listed = frozenset(fold(t) for name in self.printed for t in (name, parted(name)) if t)
        self._covers = Finder([c for c in self._listed if c not in own and self._whole.occurs_in(c)], [])

    @property
    def names(self) -> int:
        """How many rows are looked for."""
        return len({form.row for form in self.forms})

    def search(self, paths: Sequence[Path], shown: Sequence[str]) -> Generator[Step, None, Search]:
        """Search files; ``shown`` is how reports name each of them."""
        hits: dict[Hit, None] = {}
        faults: dict[Fault, None] = {}
        unread: list[Unread] = []
        for number, (path, name) in enumerate(zip(paths, shown, strict=True), start=1):
            parts = [Part("", name.encode("utf-8", "replace"), markup=False)]
            before, data = len(hits), b""
            try:
                data = whole_file(path)
                parts.extend(self._parts_of(data, path.suffix))
                if self.letters:
                    faults |= {
                        Fault(name, part, code): None for code, part in faults_in_file(data, path.suffix)
                    }
            except UnreadableError as error:
                unread.append(Unread(name, error.part, error.why))
            else:
                shown_only = self._memory.pictures[:1] if self.pictures else []
                unread += [Unread(name, picture, WhyUnread.PICTURE) for picture in shown_only]
            for part in parts:
                for seen in self._in_part(part, self.settled.get(name, ())):
                    if isinstance(seen, str):
                        faults[Fault(name, part.name, seen)] = None
                    else:
                        hits[Hit(name, part.name, seen.row, seen.form, seen.certain)] = None
            if data and len(hits) == before and not any(one.file == name for one in unread):
                self._memory.keep_clean(data, path.suffix)
            yield Step("guard", number, len(paths), name)
        found = strongest(hits)
        search = Search(len(paths), self.names, found, tuple(unread), tuple(faults), len(self.forms))
        return parts_covered(search, self)

    def _parts_of(self, data: bytes, suffix: str) -> Iterator[Part]:
        """The parts of a file; a public copy of ours has a name to a line, as a page has."""
        for part in parts_of(data, suffix, self._memory):
            yield replace(part, lined=True) if self.letters and suffix == ".txt" else part

    def rows_in(self, text: str) -> list[tuple[int, bool]]:
        """Rows whose names stand in a text, and whether that is certain."""
        return [(found.row, found.certain) for found in self._names_in(text.encode(), markup=False)]

    def forms_in(self, text: str) -> Counter[tuple[int, str]]:
        """How often each form stands in a text, with its row, be it inside a printed name."""
        folded = fold(text)
        found = [*self._whole.matches(folded), *self._squeezed.matches(squeeze(folded), words=False)]
        found += [match for match in self._cased.matches(text) if stands_alone(text, *match[1:])]
        found += self._beside_apostrophes(text)
        return Counter((form.row, form.text) for form, _, _ in found if not form.only_as_signatory)

    def _beside_apostrophes(self, text: str) -> Iterator[Match]:
        folded = fold(parted(text))
        for form, start, end in self._whole.matches(folded):
            if folded[:start].endswith(f"{PARTED} ") or folded[end:].startswith(f" {PARTED}"):
                yield form, start, end

    def _cut(self, part: Part) -> Sequence[bytes]:
        """The stretches of a part; lines of a page that hold one printed name together are one."""
        stretches = part.stretches()
        if not part.lined or not self._covers:
            return stretches
        lines = [(at, line) for at, (line, _) in enumerate(self._folded_lines(part, stretches)) if line]
        ends = list(itertools.accumulate(len(line) + 1 for _, line in lines))
        goes_on: set[int] = set()
        for start, end in self._covers.spans(" ".join(line for _, line in lines)):
            first, last = bisect.bisect_right(ends, start), bisect.bisect_right(ends, end - 1)
            goes_on.update(range(lines[first][0], lines[last][0]))
        whole: list[bytes] = []
        for at, stretch in enumerate(stretches):
            if at - 1 in goes_on:
                whole[-1] += b" " + stretch
            else:
                whole.append(stretch)
        return whole

    def _folded_lines(self, part: Part, stretches: Sequence[bytes]) -> list[Line]:
        folded = self._folded[part.markup]
        for stretch in set(stretches).difference(folded):
            text = stretch_text(stretch) if part.markup else stretch.decode("utf-8", "replace")
            text = " ".join(text.split())
            folded[stretch] = fold(text), fold(parted(text) or text)
        return [folded[stretch] for stretch in stretches]

    def _in_part(self, part: Part, settled: Collection[Settled]) -> tuple[_Seen, ...]:
        """What is in a part, and whether it is broken. Most parts of most letters are the same."""
        seen = self._seen_in.get(part) if len(part.raw) <= _SMALL else None
        if seen is None or (settled and seen):
            stretches = self._cut(part)
            names = tuple(self._left_in(part, stretches, settled))
            broken = self.letters and part.markup and not self._sound.has(part, stretches)
            seen = (*names, "part-broken") if broken else names
            if not settled and len(part.raw) <= _SMALL:
                self._seen_in[part] = seen
        return seen

    def _left_in(
        self, part: Part, stretches: Sequence[bytes], settled: Collection[Settled]
    ) -> Iterator[_Seen]:
        """What is in a part. A row with settled sentences is looked for again in the part without them."""
        across = tuple(self._across(part, stretches))
        seen = (*self._seen(part, stretches), *across)
        rows = {found.row for found in seen if isinstance(found, _Found)} if settled else set()
        cut = {row: rest for row in rows if (rest := without_settled(part, row, settled, self.forms_in))}
        yield from (found for found in seen if isinstance(found, str) or found.row not in cut)
        for row, rest in cut.items():
            left = self._cut(rest)
            # A sentence ends with its paragraph, and goes on over the lines of a page.
            again = itertools.chain(
                self._seen(rest, left), self._across(rest, left) if part.lined else across
            )
            yield from (found for found in again if isinstance(found, _Found) and found.row == row)

    def _seen(self, part: Part, stretches: Sequence[bytes]) -> Iterator[_Seen]:
        """What is in a part. A stretch that is equal in many letters is searched once."""
        known = self._stretches[part.markup]
        for stretch in set(stretches).difference(known):
            known[stretch] = tuple(self._look(stretch, markup=part.markup))
        return itertools.chain.from_iterable(map(known.__getitem__, stretches))

    def _across(self, part: Part, stretches: Sequence[bytes]) -> Iterator[_Found]:
        """Whole names that begin in one paragraph or cell and end in the next.

        Beside a name of the list it is chance, which nobody could mend, and only deserves a look.
        """
        if len(stretches) < 2 or not self._whole:
            return
        both = [line for line in self._folded_lines(part, stretches) if line[0]]
        unlike = lines_unlike(self._bare_lines.get(part.name, ()), both, self._reach)
        found: dict[_Found, None] = {}
        for near in dict.fromkeys(zip(*unlike, strict=True)):
            found |= dict.fromkeys(self._over_ends(near, " ", self._whole.matches(" ".join(near))))
        yield from found
        if not found:
            self._bare_lines[part.name] = both
        if part.lined:
            # A word goes on in the next line.
            lines = [line for line, _ in both]
            bare = [squeeze(line) for line in lines]
            yield from self._over_ends(lines, "", self._squeezed.matches("".join(bare), words=False))

    def _over_ends(self, lines: Sequence[str], between: str, matches: Iterable[Match]) -> Iterator[_Found]:
        for form, start, end in matches:
            if form.kind in WEAK or form.only_as_signatory or (between and " " not in form.text):
                continue
            lengths = (len(line if between else squeeze(line)) + len(between) for line in lines)
            ends = list(itertools.accumulate(lengths))
            first, last = bisect.bisect_right(ends, start), bisect.bisect_right(ends, end - 1)
            if first != last:
                listed = any(line.lstrip("0123456789 ") in self._listed for line in lines[first : last + 1])
                yield _Found(form.row, form.kind, certain=not listed)

    def _look(self, stretch: bytes, *, markup: bool) -> Iterator[_Seen]:
        yield from self._names_in(stretch, markup=markup)
        if self.letters and markup:
            text = stretch.decode("utf-8", "replace")
            yield from faults_in_text(text, draft=self.draft, brackets=self._brackets)

    def _names_in(self, stretch: bytes, *, markup: bool) -> tuple[_Found, ...]:
        found: dict[_Found, None] = {}
        readings = readings_of(stretch, markup=markup)
        for reading in readings:
            found |= dict.fromkeys(self._names_read(reading))
            if apart := parted(reading):
                found |= dict.fromkeys(self._names_read(apart))
        known = {" ".join(reading.split()) for reading in readings if "\n" not in reading.strip()}
        loose = (" ".join(reading.split()) for reading in loose_readings_of(stretch, markup=markup))
        for reading in loose:
            if reading not in known and reading not in self._clean:
                if not (seen := dict.fromkeys(self._whole_names_in(reading))):
                    self._clean.add(reading)
                found |= seen
        return tuple(found)

    def _whole_names_in(self, reading: str) -> Iterator[_Found]:
        for folded in (fold(reading), fold(parted(reading))):
            if self._whole.occurs_in(folded):
                for form, _, _ in self._whole.matches(without(folded, self._covers.spans(folded))):
                    if is_no_chance(form):
                        yield _Found(form.row, form.kind, certain=True)

    def _names_read(self, reading: str) -> Iterator[_Found]:
        folded = fold(reading)
        squeezed = self._squeezed.occurs_in(squeeze(folded))
        matches = self._whole.matches(folded)
        covered = self._covers.spans(folded) if matches or squeezed else []
        settled: list[Span] = []
        for form, start, end in sorted(matches, key=lambda match: match[0].kind in WEAK):
            if form.kind in WEAK and lies_in((start, end), settled):
                continue  # words of a name that was found whole, and for certain
            alone = not form.only_as_signatory or is_alone(folded, start, end)
            certain = alone and not lies_in((start, end), covered)
            if certain:
                settled.append((start, end))
            yield _Found(form.row, form.kind, certain)
        for form, start, end in self._cased.matches(reading):
            if stands_alone(reading, start, end) and not is_of_the_file(reading, start, end):
                yield _Found(form.row, form.kind, certain=True)
        if squeezed:
            for form, _, _ in self._squeezed.matches(squeeze(without(folded, covered)), words=False):
                if not form.only_as_signatory:
                    yield _Found(form.row, form.kind, certain=True)
