"""What a letter claims of its signatories, in its words or by what its list comes to."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from desktop_app.domain.campaign import Claim
from desktop_app.domain.claims import typed_figures
from desktop_app.domain.figures import Figure, figures_in
from desktop_app.domain.letter_anatomy.dates import undated
from desktop_app.domain.letter_anatomy.parts import Block, BlockKind, Doubt, FoundName, Part, Role
from desktop_app.domain.letter_anatomy.shapes import counts_signatories, names_an_organisation
from desktop_app.domain.letter_anatomy.spelling import ideographs_in, spelt
from desktop_app.domain.typed_figure import Of

_EARLY_BLOCKS = 3
MOST_FIGURES = 1_000
"""Of one paragraph; no letter has so many. What follows a figure is not looked up for more of them."""
_LEAST_TOTAL = 5
_REACH = 40
"""Characters after a figure that may say what it counts."""
_TIMES = re.compile(r"[x×]\s?(\d{1,4})\b|\b(\d{1,4})\s?[x×]", re.IGNORECASE)
_WE_IN_IDEOGRAPHS = re.compile(r"我们[^。，]{0,4}?(?P<digits>[一二三四五六七八九十百千两]+)[个家名位]")
_COUNTED = re.compile(
    r"^\s*(?:家|ဖွဲ့|scholars|academics|experts|writers|artists|lawyers|journalists|physicians)"
)


class ClaimReader:
    """Reads the claim.

    Attributes:
        claimed: The figures.
        doubts: Where nothing but the list says what a figure counts, or the list comes to another one.
    """

    def __init__(
        self,
        language: str,
        parts: Mapping[Role, Part],
        blocks: Sequence[Block],
        names: Sequence[FoundName],
        unnamed: Sequence[str] = (),
    ) -> None:
        self._language = language
        self._parts = parts
        self._blocks = blocks
        self._names = names
        self._unnamed = sum(_counted_in(text, language) for text in unnamed) if unnamed else None
        self.doubts: list[Doubt] = []
        self.claimed = self._in_words_of_the_letter()
        if self.claimed.total is None and names:
            self.claimed = self._by_list() or self._in_ideographs() or self.claimed
        if self.claimed.anonymous is None and self._unnamed is not None:
            self.claimed = Claim(self.claimed.total, self._unnamed)
        self.doubts += self._against_list()

    def _in_words_of_the_letter(self) -> Claim:
        spoken = [self._parts[role].text for role in (Role.STATEMENT, Role.TITLE) if role in self._parts]
        texts = [*spoken, *(block.text for block in self._blocks if block.kind is not BlockKind.FOOTNOTE)]
        claims = [claim for text in texts for claim in typed_figures(text, self._language, ())]
        surest = sorted(claims, key=lambda claim: not claim.is_sure)
        first = {of: next((one.figure for one in surest if one.of is of), None) for of in Of}
        return Claim(first[Of.TOTAL], first[Of.ANONYMOUS])

    def _by_list(self) -> Claim | None:
        """A figure near the beginning that is what the list comes to, though no word says what it counts."""
        counts = {self._top, len(self._names)}
        said = {count: spelt(count, self._language) for count in counts}
        part = self._parts.get(Role.STATEMENT)
        texts = [(part.lines[0], part.text)] if part else []
        texts += [(block.lines[0], block.text) for block in self._blocks[:_EARLY_BLOCKS]]
        for line, text in texts:
            figures = list(undated((*figures_in(text, self._language), *_spelt(text, said)), text))
            places = _places_of(figures)
            for figure in figures[:MOST_FIGURES]:
                total, after = figure.number, text[figure.end : figure.end + _REACH]
                counted = _COUNTED.search(after) or names_an_organisation(after) or counts_signatories(after)
                if total < _LEAST_TOTAL or not counted:
                    continue
                hidden = self._hidden(places, total, counts)
                if total in counts or hidden is not None:
                    self.doubts.append(Doubt("import-claim-guessed", line, text))
                    return Claim(total, None if total in counts else hidden)
        return None

    def _in_ideographs(self) -> Claim | None:
        """As in "我们三十五名教师": whom the first sentences count, in Chinese digits."""
        for block in self._blocks[:_EARLY_BLOCKS]:
            found = _WE_IN_IDEOGRAPHS.search(block.text)
            if found and counts_signatories(block.text[found.end() : found.end() + _REACH]):
                self.doubts.append(Doubt("import-claim-guessed", block.lines[0], block.text))
                return Claim(ideographs_in(found["digits"]), None)
        return None

    def _hidden(self, places: Mapping[int, int], total: int, counts: AbstractSet[int]) -> int | None:
        """How many have no name: what lines of the list count, else a figure that leaves what it comes to.

        ``places`` has the place of each figure among the others.
        """
        if self._unnamed is not None:
            return self._unnamed if total - self._unnamed in counts else None
        rests = [total - count for count in counts if count > 0 and total - count in places]
        return min(rests, key=lambda rest: places[rest], default=None)

    def _against_list(self) -> Iterator[Doubt]:
        total, hidden = self.claimed.total, self.claimed.anonymous or 0
        every = len(self._names)
        if total is None or not every or total in (self._top + hidden, every + hidden):
            return
        part = self._parts.get(Role.STATEMENT)
        line = part.lines[0] if part else self._names[0].lines[0]
        values = {"claimed": total, "anonymous": hidden, "top": self._top, "all": every}
        yield Doubt("import-claim", line, part.text if part else str(total), values)

    @property
    def _top(self) -> int:
        return sum(not name.member_of for name in self._names)


def _places_of(figures: Sequence[Figure]) -> dict[int, int]:
    places: dict[int, int] = {}
    for place, figure in enumerate(figures):
        places.setdefault(figure.number, place)
    return places


def _spelt(text: str, said: Mapping[int, Sequence[str]]) -> Iterator[Figure]:
    low = text.casefold()
    for number, forms in said.items():
        for words in forms:
            at = low.find(words.casefold())
            if at >= 0:
                yield Figure(number, at, at + len(words))
                break


def _counted_in(text: str, language: str) -> int:
    """How many a line counts that names nobody: "Anonymous (x3)", "two organisations ..."; one at least."""
    figures = [figure.number for figure in figures_in(text, language)]
    figures += [int(match[1] or match[2]) for match in _TIMES.finditer(text)]
    return max(1, max(figures, default=1))
