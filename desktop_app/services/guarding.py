"""Re-reads finished files and looks for every form of every withheld name. Knows nothing of merging."""

import bisect
import itertools
from collections import Counter
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from pathlib import Path

from desktop_app.domain.disk_names import other_readings, readable
from desktop_app.domain.folding import fold, parted
from desktop_app.domain.letter import prompts_in
from desktop_app.domain.prose import Settled
from desktop_app.domain.reporting import Step
from desktop_app.domain.withheld import Form
from desktop_app.files.finished_docx import faults_in_text
from desktop_app.files.finished_files import faults_in_file
from desktop_app.files.part import Part
from desktop_app.files.part_unlike import LastParts
from desktop_app.files.sound_parts import SoundParts
from desktop_app.files.text_memory import Memory
from desktop_app.files.text_of import parts_of, whole_file
from desktop_app.files.text_readings import stretch_text
from desktop_app.files.text_unlike import Line, lines_unlike
from desktop_app.files.unreadable import UnreadableError, WhyUnread
from desktop_app.services.covering import parts_covered
from desktop_app.services.excusing import without_settled
from desktop_app.services.matching import Found, Matcher
from desktop_app.services.search_results import Fault, Hit, Search, Unread, strongest

_Seen = Found | str
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
    _bare_lines: dict[str, Sequence[Line]] = field(default_factory=dict)
    _last: LastParts[tuple[_Seen, ...]] = field(default_factory=LastParts)
    _matcher: Matcher = field(init=False)
    _brackets: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self._matcher = Matcher(self.forms, self.printed)
        self._brackets = frozenset(prompt for name in self.printed for prompt in prompts_in(name.casefold()))

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
            names = (readable(name), *other_readings(path.name))
            parts = [Part("", one.encode(), markup=False) for one in names]
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
        return [(found.row, found.certain) for found in self._matcher.names_in(text.encode(), markup=False)]

    def forms_in(self, text: str) -> Counter[tuple[int, str]]:
        """How often each form stands in a text, with its row, be it inside a printed name."""
        return self._matcher.forms_in(text)

    def _cut(self, part: Part) -> Sequence[bytes]:
        """The stretches of a part; lines of a page that hold one printed name together are one."""
        stretches = part.stretches()
        if not part.lined or not self._matcher.covers:
            return stretches
        lines = [(at, line) for at, (line, _) in enumerate(self._folded_lines(part, stretches)) if line]
        ends = list(itertools.accumulate(len(line) + 1 for _, line in lines))
        goes_on: set[int] = set()
        for start, end in self._matcher.covers.spans(" ".join(line for _, line in lines)):
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
        small = len(part.raw) <= _SMALL
        seen = self._seen_in.get(part) if small else self._seen_in_the_last(part)
        if seen is None or (settled and seen):
            stretches = self._cut(part)
            names = tuple(self._left_in(part, stretches, settled))
            broken = self.letters and part.markup and not self._sound.has(part, stretches)
            seen = (*names, "part-broken") if broken else names
            if settled:
                return seen
        if small:
            self._seen_in[part] = seen
        elif "part-broken" not in seen:
            self._last.keep(part, seen)
        return seen

    def _seen_in_the_last(self, part: Part) -> tuple[_Seen, ...] | None:
        """What was seen in the last part of this name, if there is nothing where the two differ.

        None where something is, or where there is no part that this one is like: then it is searched whole.
        """
        if not (last := self._last.unlike(part)):
            return None
        apart, seen = last
        differing = (*apart.old, *apart.new)
        if any(self._seen(part, differing)):
            return None
        if self.letters and not self._sound.are_balanced(differing, apart.mark):
            return None
        before, behind = (self._lines_to_reach(part, way) for way in (apart.before(), apart.behind()))
        for stretches in (apart.old, apart.new):
            lines = filter(itemgetter(0), self._folded_lines(part, stretches))
            if self._matcher.names_across([*reversed(before), *lines, *behind]):
                return None
        return seen

    def _lines_to_reach(self, part: Part, stretches: Iterable[bytes]) -> list[Line]:
        """As many lines as the longest form may run over."""
        lines: list[Line] = []
        length = 0
        for line in itertools.chain.from_iterable(self._folded_lines(part, [one]) for one in stretches):
            if line[0]:
                lines.append(line)
                length += len(line[0]) + 1
            if length > self._matcher.reach:
                break
        return lines

    def _left_in(
        self, part: Part, stretches: Sequence[bytes], settled: Collection[Settled]
    ) -> Iterator[_Seen]:
        """What is in a part. A row with settled sentences is looked for again in the part without them."""
        across = tuple(self._across(part, stretches))
        seen = (*self._seen(part, stretches), *across)
        rows = {found.row for found in seen if isinstance(found, Found)} if settled else set()
        cut = {row: rest for row in rows if (rest := without_settled(part, row, settled, self.forms_in))}
        yield from (found for found in seen if isinstance(found, str) or found.row not in cut)
        for row, rest in cut.items():
            left = self._cut(rest)
            # A sentence ends with its paragraph, and goes on over the lines of a page.
            again = itertools.chain(
                self._seen(rest, left), self._across(rest, left) if part.lined else across
            )
            yield from (found for found in again if isinstance(found, Found) and found.row == row)

    def _seen(self, part: Part, stretches: Sequence[bytes]) -> Iterator[_Seen]:
        """What is in a part. A stretch that is equal in many letters is searched once."""
        known = self._stretches[part.markup]
        for stretch in set(stretches).difference(known):
            known[stretch] = tuple(self._look(stretch, markup=part.markup))
        return itertools.chain.from_iterable(map(known.__getitem__, stretches))

    def _across(self, part: Part, stretches: Sequence[bytes]) -> Iterator[Found]:
        """Names that begin in one paragraph or cell and end in the next."""
        if len(stretches) < 2 or not self._matcher.reach:
            return
        both = [line for line in self._folded_lines(part, stretches) if line[0]]
        found = self._matcher.names_across(
            lines_unlike(self._bare_lines.get(part.own_name, ()), both, self._matcher.reach)
        )
        yield from found
        if not found:
            self._bare_lines[part.own_name] = both
        if part.lined:
            yield from self._matcher.words_across([line for line, _ in both])

    def _look(self, stretch: bytes, *, markup: bool) -> Iterator[_Seen]:
        yield from self._matcher.names_in(stretch, markup=markup)
        if self.letters and markup:
            text = stretch.decode("utf-8", "replace")
            yield from faults_in_text(text, draft=self.draft, brackets=self._brackets)
