"""What a letter claims of its signatories, in its words or by what its list comes to."""

import re
from collections.abc import Iterator, Mapping, Sequence

from desktop_app.domain.campaign import Claim
from desktop_app.domain.claims import typed_figures
from desktop_app.domain.figures import Figure, figures_in
from desktop_app.domain.letter_anatomy.parts import Block, BlockKind, Doubt, FoundName, Part, Role
from desktop_app.domain.letter_anatomy.shapes import names_an_organisation
from desktop_app.domain.number_words import in_words
from desktop_app.domain.typed_figure import Of

_EARLY_BLOCKS = 3
_LEAST_TOTAL = 5
_REACH = 40
"""Characters after a figure that may say what it counts."""
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
    ) -> None:
        self._language = language
        self._parts = parts
        self._blocks = blocks
        self._names = names
        self.doubts: list[Doubt] = []
        self.claimed = self._in_words_of_the_letter()
        if self.claimed.total is None and names:
            self.claimed = self._by_list()
        self.doubts += self._against_list()

    def _in_words_of_the_letter(self) -> Claim:
        spoken = (self._parts[role].text for role in (Role.STATEMENT, Role.TITLE) if role in self._parts)
        texts = [*spoken, *(block.text for block in self._blocks if block.kind is not BlockKind.FOOTNOTE)]
        claims = [claim for text in texts for claim in typed_figures(text, self._language, ())]
        surest = sorted(claims, key=lambda claim: not claim.is_sure)
        first = {of: next((one.figure for one in surest if one.of is of), None) for of in Of}
        return Claim(first[Of.TOTAL], first[Of.ANONYMOUS])

    def _by_list(self) -> Claim:
        """A figure near the beginning that is what the list comes to, though no word says what it counts."""
        counts = {self._top, len(self._names)}
        said = {count: in_words(count, self._language) for count in counts}
        for block in self._blocks[:_EARLY_BLOCKS]:
            figures = [*figures_in(block.text, self._language), *_spelt(block.text, said)]
            for figure in figures:
                total, after = figure.number, block.text[figure.end : figure.end + _REACH]
                hidden = [other.number for other in figures if total - other.number in counts]
                if total < _LEAST_TOTAL or not (_COUNTED.search(after) or names_an_organisation(after)):
                    continue
                if total in counts or hidden:
                    self.doubts.append(Doubt("import-claim-guessed", block.lines[0], block.text))
                    return Claim(total, None if total in counts else hidden[0])
        return Claim()

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


def _spelt(text: str, said: Mapping[int, str]) -> Iterator[Figure]:
    low = text.casefold()
    for number, words in said.items():
        at = low.find(words.casefold()) if words else -1
        if at >= 0:
            yield Figure(number, at, at + len(words))
