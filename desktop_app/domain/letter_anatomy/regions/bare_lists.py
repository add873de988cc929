"""Lists that nothing announces: numbered ones, and short lines at the end of a letter."""

from collections.abc import Sequence

from desktop_app.domain.letter_anatomy import cues, formulas, marks
from desktop_app.domain.letter_anatomy.dates import only_date
from desktop_app.domain.letter_anatomy.layout import Page
from desktop_app.domain.letter_anatomy.regions.marking import PROSE, Marking, Region, Regions
from desktop_app.domain.letter_anatomy.shapes import ends_a_sentence, looks_like_name
from desktop_app.domain.letter_anatomy.source import Form

_FEWEST_NUMBERED = 3
_FEWEST_BARE = 4


class BareLists(Marking):
    """Marks a list by its shape."""

    def __init__(self, page: Page, found: Regions) -> None:
        super().__init__(page, found)
        self._named: dict[int, bool] = {}

    def mark(self) -> None:
        """Mark one, where no other list was found."""
        if Region.LIST not in self.of:
            self._numbered_list()
        if Region.LIST not in self.of:
            self._bare_list()

    def _numbered_list(self) -> None:
        best: list[int] = []
        numbered = [marks.NUMBERED.match(line.text) for line in self.lines]
        printed = [number["number"] if number else None for number in numbered]
        figures = [int(figure) if figure else 0 for figure in printed]
        for at, figure in enumerate(printed):
            if figure == "1" and self.of[at] is Region.BODY:
                run = self._numbered_run(at, figures)
                if len(run) > len(best) and self._are_names(run):
                    best = run
        if not best:
            return
        for at in range(best[0], best[-1] + 1):
            self.of[at] = Region.LIST
        after = best[-1] + 1
        if after < len(self.lines) and self._is_rest_of_name(after):
            self.of[after] = Region.LIST

    def _is_rest_of_name(self, at: int) -> bool:
        line = self.lines[at]
        return (
            self.of[at] is Region.BODY
            and not line.gap
            and len(line.text) < 60
            and not ends_a_sentence(line.text)
        )

    def _numbered_run(self, start: int, figures: Sequence[int]) -> list[int]:
        """Lines numbered on from 1; a few lines may lie between two of them."""
        run, expected, last = [], 1, start
        for at in range(start, len(self.lines)):
            if self.of[at] is not Region.BODY or at - last > 120:
                break
            if expected <= figures[at] <= expected + 80:
                run.append(at)
                expected, last = figures[at] + 1, at
        return run

    def _are_names(self, run: Sequence[int]) -> bool:
        if len(run) < _FEWEST_NUMBERED or sum(map(self._is_named, run)) < 0.8 * len(run):
            return False
        if self._prose_among(run) > 0.2 * len(run):
            return False
        prose_after = sum(
            len(line.text) > PROSE and ends_a_sentence(line.text) for line in self.lines[run[-1] + 1 :]
        )
        return prose_after <= 3 or len(run) > 20

    def _is_named(self, at: int) -> bool:
        """Whether a numbered line could be a name. It may be asked of every run that it is in."""
        named = self._named.get(at)
        if named is None:
            text = marks.NUMBERED.sub("", self.lines[at].text)
            named = self._named[at] = looks_like_name(text) and not self._goes_on_as_prose(at)
        return named

    def _prose_among(self, run: Sequence[int]) -> int:
        numbered = set(run)
        between = (at for at in range(run[0], run[-1]) if at not in numbered)
        return sum(ends_a_sentence(self.lines[at].text) and len(self.lines[at].text) > 30 for at in between)

    def _goes_on_as_prose(self, at: int) -> bool:
        following = self.lines[at + 1] if at + 1 < len(self.lines) else None
        if not self.page.is_wrapped or following is None or following.gap or following.is_numbered:
            return False
        return self.lines[at].size > 0.8 * self.page.width

    def _bare_list(self) -> None:
        """The last lines of a letter, where they are short and no sentence."""
        at = len(self.lines) - 1
        while at >= 0 and (self.of[at] is not Region.BODY or self._stands_below(self.lines[at].text)):
            at -= 1
        run: list[int] = []
        while at >= 0 and self.of[at] is Region.BODY and self._may_be_listed(at):
            run.append(at)
            at -= 1
        run.reverse()
        while run and not looks_like_name(self.lines[run[0]].text):
            run.pop(0)
        run = self._without_asks(run)
        names = sum(looks_like_name(self.lines[at].text) for at in run)
        before = self.lines[run[0] - 1] if run and run[0] else None
        if (
            before is not None
            and self.lines[run[0]].gap is False
            and not before.ends
            and self.page.is_wrapped
        ):
            return
        if names >= _FEWEST_BARE and self.of.count(Region.BODY) > len(run):
            for at in run:
                self.of[at] = Region.LIST
            self.found.by_shape = True

    def _without_asks(self, run: list[int]) -> list[int]:
        """The lines without the items before unmarked ones, under a colon or another item: what is asked."""
        marked = [self.lines[at].is_item or self.lines[at].is_numbered for at in run]
        if not run or not run[0] or not marked[0] or all(marked):
            return run
        before = self.lines[run[0] - 1]
        if before.text.endswith((":", "：")) or before.is_item or before.is_numbered:
            return run[marked.index(False) :]
        return run

    def _stands_below(self, text: str) -> bool:
        """Whether it stands below a list: a postscript, or who gets a copy."""
        return self.is_copy(text) or bool(cues.POSTSCRIPT.match(text)) or only_date(text) is not None

    def _may_be_listed(self, at: int) -> bool:
        line = self.lines[at]
        if (
            line.form is Form.FOOTNOTE
            or formulas.SALUTATION.match(line.text)
            or self._stands_below(line.text)
        ):
            return False
        if self.page.is_wrapped and line.size > 0.85 * self.page.width and self._goes_on_as_prose(at):
            return False
        return (
            line.cells != ()
            or looks_like_name(line.text)
            or (len(line.text) < 40 and line.text.endswith((":", "：")) and line.gap)
        )
