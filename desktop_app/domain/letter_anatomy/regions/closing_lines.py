"""The formula that ends a letter, and who signs below it; a list may follow, or be all that does."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from desktop_app.domain.letter_anatomy import cues, formulas, list_cues, marks
from desktop_app.domain.letter_anatomy.layout import Page
from desktop_app.domain.letter_anatomy.lines import Line
from desktop_app.domain.letter_anatomy.regions.announced_lists import AnnouncedLists, names_inline_in
from desktop_app.domain.letter_anatomy.regions.marking import PROSE, Marking, Region, Regions
from desktop_app.domain.letter_anatomy.shapes import (
    ends_a_sentence,
    looks_like_person,
    names_an_office,
    names_an_organisation,
)

_LINES_OF_A_SIGNER = 4
_MANY = 12
_LONGEST_SIGNER = 140
_LONGEST_FORMULA = 60
_FEWEST_BARE = 4
_COLUMNS = re.compile(r"\S\s{3,}\S|\t")


class ClosingLines(Marking):
    """Marks the closing and who signs."""

    def __init__(self, page: Page, found: Regions, lists: AnnouncedLists) -> None:
        super().__init__(page, found)
        self._lists = lists
        self._prose_from: Sequence[int] = ()

    def mark(self) -> None:
        """Mark the last one of the letter."""
        self._prose_from = self._prose_after()
        for last in range(len(self.lines) - 1, -1, -1):
            at = last
            if (
                at
                and formulas.CLOSING.match(self.lines[at].text)
                and formulas.CLOSING.match(self.lines[at - 1].text)
            ):
                at -= 1  # a formula in two lines
            text = self.lines[at].text
            if self.of[at] is not Region.BODY or not self.begins(at):
                continue
            sentence = formulas.CLOSING_SENTENCE.match(text)
            if not sentence and not formulas.CLOSING.match(text):
                continue
            if self.found.salutation is not None and at <= self.found.salutation:
                continue
            end = self._sentence_end(at) if sentence else last + 1
            if self._much_prose_after(end):
                continue
            self.of[at:end] = [Region.CLOSING] * (end - at)
            self._signers(self._second_formula(end))
            return
        self._unknown_formula()

    def _unknown_formula(self) -> None:
        """A short line with a comma at its end, alone between the text and whoever signs."""
        if self.found.salutation is None:
            return
        for at in range(len(self.lines) - 1, self.found.salutation + 1, -1):
            line, before = self.lines[at], self.lines[at - 1]
            alone = line.gap and before.ends and self.of[at - 1] is Region.BODY is self.of[at]
            short = len(line.text) < _LONGEST_FORMULA and line.text.endswith((",", "，", "،"))
            leads = marks.BULLET.match(line.text) or marks.NUMBERED.match(line.text)
            if formulas.SALUTATION.match(line.text) or formulas.VOCATIVE.match(line.text):
                continue
            if not (alone and short) or leads or self._much_prose_after(at + 1, most=0):
                continue
            if line.text[:1].isupper() or (line.text[:1].isalpha() and not line.text[:1].islower()):
                self.of[at] = Region.CLOSING
                self.found.closing_by_shape = True
                self._signers(at + 1)
            return

    def _sentence_end(self, at: int) -> int:
        end = at + 1
        while (
            self.page.is_wrapped
            and end < len(self.lines)
            and not self.lines[end].gap
            and not self.lines[end - 1].ends
        ):
            end += 1
        return end

    def _second_formula(self, end: int) -> int:
        """A short formula after the sentence: "Yours sincerely," belongs to the closing."""
        if (
            end < len(self.lines)
            and formulas.CLOSING.match(self.lines[end].text)
            and self.of[end] is Region.BODY
        ):
            self.of[end] = Region.CLOSING
            return end + 1
        return end

    def _much_prose_after(self, at: int, most: int = 3) -> bool:
        return self._prose_from[at] > most

    def _prose_after(self) -> Sequence[int]:
        """For each line, and for the end, how many sentences of the text come from there on."""
        long = [
            own is Region.BODY and len(line.text) > PROSE and ends_a_sentence(line.text)
            for line, own in zip(self.lines, self.of, strict=True)
        ]
        return [*accumulate(reversed(long), initial=0)][::-1]

    def _signers(self, start: int) -> None:
        """Who signs by hand, group by group, until a group that is a list."""
        block = self._after_closing(start)
        for group in _gapped(self.lines, block):
            texts = [self.lines[at].text for at in group]
            if list_cues.GROUP.match(texts[0]):
                self._take_list(block[block.index(group[0]) :])
                return
            if self._leads_in(group[0]) or list_cues.SIGNED.match(texts[0]) or _announces(texts[0]):
                self._list_after(group)
                return
            if self._is_list_of_names(group) or (
                group[0] != block[0] and self._is_rest_a_list(block, group[0])
            ):
                self._take_list(block[block.index(group[0]) :])
                return
            for at in group:
                self.of[at] = Region.SIGNERS

    def _after_closing(self, start: int) -> list[int]:
        block: list[int] = []
        for at in range(start, len(self.lines)):
            text = self.lines[at].text
            if self.of[at] is not Region.BODY or self.is_copy(text) or cues.NOTES.match(text):
                break
            if not self._may_sign(at):
                break
            block.append(at)
        headed = any(_heads_names(self.lines[at].text) for at in block[1:])
        if not headed and self._is_list_of_names(block):
            self._take_list(block)
            return []
        return block

    def _take_list(self, block: Sequence[int]) -> None:
        for at in block:
            self.of[at] = Region.LIST
        self.found.by_shape = True

    def _is_rest_a_list(self, block: Sequence[int], first: int) -> bool:
        """Whether what comes after those who sign are organisations."""
        rest = [self.lines[at].text for at in block if at >= first]
        if any(map(_announces, rest)) or _COLUMNS.search(rest[0]) or looks_like_person(rest[0]):
            return False
        named = sum(names_an_organisation(text) and not names_an_office(text) for text in rest)
        return len(rest) >= _FEWEST_BARE and named >= 0.6 * len(rest)

    def _list_after(self, group: Sequence[int]) -> None:
        """What begins with "their members:" or "Signed by" is a statement, and a list follows."""
        end = next((at + 1 for at in group if self.lines[at].text.endswith((":", "："))), group[0] + 1)
        names = self._lists.names_from(end)
        spoken = " ".join(self.lines[at].text for at in group)
        if not self.lines[group[0]].text.endswith((":", "：")) and names_inline_in(spoken):
            names, end = [], group[-1] + 1
        if names or end <= group[-1] or end > group[0] + 1:
            for at in range(group[0], end):
                self.of[at] = Region.STATEMENT
        for at in names:
            self.of[at] = Region.LIST

    def _may_sign(self, at: int) -> bool:
        text = self.lines[at].text
        if marks.NUMBERED.match(text) or cues.URL.search(text):
            return False
        return len(text) < _LONGEST_SIGNER and not (ends_a_sentence(text) and len(text) > _LONGEST_SIGNER / 3)

    def _leads_in(self, at: int) -> bool:
        """Whether it joins who signs to a numbered list: "and", "their members:"."""
        text = self.lines[at].text
        numbered = any(line.is_numbered for line in self.lines[at + 1 : at + 4])
        return numbered and (bool(list_cues.LEAD_IN.match(text)) or text.endswith((":", "：")))

    def _is_list_of_names(self, block: Sequence[int]) -> bool:
        """Whether what follows the closing are organisations, rather than a person with an office."""
        texts = [self.lines[at].text for at in block]
        if len(texts) < 2:
            return False
        if any(_heads_names(text) for text in texts[:-1]) or any(self.lines[at].cells for at in block):
            return True
        if cues.ON_BEHALF.match(texts[0]) and len(texts) <= _LINES_OF_A_SIGNER:
            return False
        if sum(bool(_COLUMNS.search(text)) for text in texts) > len(texts) / 2:
            return len(texts) > _LINES_OF_A_SIGNER
        in_one_line = sum(_is_person_in_one_line(text) for text in texts)
        if in_one_line >= _FEWEST_BARE and in_one_line > 0.6 * len(texts):
            return True
        offices = sum(names_an_office(text) for text in texts)
        organisations = sum(names_an_organisation(text) and not names_an_office(text) for text in texts)
        if offices:
            few = offices <= len(texts) / _LINES_OF_A_SIGNER
            return len(texts) >= _MANY and (organisations > 0.6 * len(texts) or few)
        return len(texts) >= 5 or organisations >= 0.6 * len(texts)


def _gapped(lines: Sequence[Line], places: Sequence[int]) -> Iterator[list[int]]:
    """Places of lines in groups that blank space parts."""
    group: list[int] = []
    for at in places:
        if group and lines[at].gap:
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def _announces(text: str) -> bool:
    """Whether it leads to a list: "and these organisations:", "Entidades adheridas:", "with: A; B"."""
    announced = re.match(r"^[^.!?]{3,110}[:：]\s*$|^(?:with|avec|con|mit|com)\s*:\s", text)
    return bool(announced) and not cues.ON_BEHALF.match(text)


def _heads_names(text: str) -> bool:
    """Whether it heads a part of a list: "Organisations", "International:"."""
    bare = text.rstrip("*† ")
    return (bare.endswith((":", "：")) and not cues.ON_BEHALF.match(text)) or bool(
        list_cues.GROUP.match(text)
    )


def _is_person_in_one_line(text: str) -> bool:
    """As in "Ada Lindqvist, Chair of Penal Law, University of Norrby"."""
    name, comma, office = text.partition(",")
    return bool(comma) and looks_like_person(name) and len(office) > 3
