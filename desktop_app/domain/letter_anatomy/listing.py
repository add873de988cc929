"""The list of a letter with what stands over, in and under it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.letter_anatomy.joining import Joiner
from desktop_app.domain.letter_anatomy.lines import Line
from desktop_app.domain.letter_anatomy.name_rows import names_inline
from desktop_app.domain.letter_anatomy.names import NameList
from desktop_app.domain.letter_anatomy.parts import Doubt, FoundName, Part, Role, Sureness
from desktop_app.domain.letter_anatomy.regions import Region, Regions, names_inline_in


class Listing:
    """Reads the regions of the list.

    Attributes:
        names: The signatories.
        is_numbered: Whether numbers are printed before them.
        unnamed: The lines that count those who are not named.
        parts: The statement over the list, and the day of it.
        doubts: What is unsure.
    """

    def __init__(self, lines: Sequence[Line], regions: Regions, joiner: Joiner, *, wraps: bool) -> None:
        self.parts: dict[Role, Part] = {}
        self.doubts: list[Doubt] = []
        self._lines = lines
        self._regions = regions
        self._joiner = joiner
        self._wraps = wraps
        self._read()

    def _read(self) -> None:
        segments = list(self._segments())
        statements = [lines for lines, _ in segments if lines]
        if statements:
            first = statements[0]
            text = self._joiner.joined(first)
            self.parts[Role.STATEMENT] = Part(
                text, "\n".join(line.text for line in first), _numbers(first), Sureness.SURE, "its-own-words"
            )
        inline: list[FoundName] = []
        made = []
        for at, (statement, lines) in enumerate(segments):
            heading = self._joiner.joined(statement) if statement else ""
            if at and statement:
                self.doubts.append(Doubt("import-group", statement[0].number, heading))
            made.append((_group_of(heading), lines))
            if statement:
                told = list(self._inline(statement, heading))
                if told and lines:  # names in the sentence, and others below it
                    self.doubts.append(Doubt("import-run-together", statement[0].number, heading))
                inline += told
        if self._regions.by_shape and Region.LIST in self._regions.of:
            first_line = self._regions.of_kind(Region.LIST)[0]
            self.doubts.append(Doubt("import-list-by-shape", first_line.number, first_line.text))
        found = NameList(made, wraps=self._wraps)
        self.doubts += found.doubts
        self.doubts += [
            Doubt("import-by-the-list", line.number, line.text)
            for line in self._regions.of_kind(Region.APART)
        ]
        for line in self._regions.of_kind(Region.AS_OF)[:1]:
            self.parts[Role.AS_OF] = Part(
                line.text, line.text, (line.number,), Sureness.SURE, "its-own-words"
            )
        self.unnamed = tuple(found.anonymous)
        self.names = (*inline, *found.names)
        self.is_numbered = found.is_numbered

    def _inline(self, statement: Sequence[Line], text: str) -> Iterator[FoundName]:
        names = names_inline_in(text)
        if not names:
            return
        part = self.parts[Role.STATEMENT]
        self.parts[Role.STATEMENT] = replace(part, text=text[: text.rindex(names)].strip())
        for name in names_inline(names):
            yield FoundName(name, _numbers(statement))

    def _segments(self) -> Iterator[tuple[list[Line], list[Line]]]:
        """Each statement with the names that follow it."""
        statement: list[Line] = []
        names: list[Line] = []
        for line, region in zip(self._lines, self._regions.of, strict=True):
            if region is Region.STATEMENT:
                if names or (statement and line.gap):
                    yield statement, names
                    statement, names = [], []
                statement.append(line)
            elif region is Region.LIST:
                names.append(line)
        if statement or names:
            yield statement, names


def _numbers(lines: Sequence[Line]) -> tuple[int, ...]:
    return tuple(line.number for line in lines)


def _group_of(heading: str) -> str:
    bare = re.sub(r"\s*\(\d+\)\s*$", "", heading.strip(" :：*")).strip()
    return bare if len(bare) < 60 else ""
