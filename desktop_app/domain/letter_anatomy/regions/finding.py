"""Puts a letter's regions together, one kind after the other."""

import re

from desktop_app.domain.letter_anatomy import cues, formulas, list_cues
from desktop_app.domain.letter_anatomy.layout import Page
from desktop_app.domain.letter_anatomy.regions.announced_lists import NOTE, AnnouncedLists
from desktop_app.domain.letter_anatomy.regions.bare_lists import BareLists
from desktop_app.domain.letter_anatomy.regions.closing_lines import ClosingLines
from desktop_app.domain.letter_anatomy.regions.contact_lines import ContactLines
from desktop_app.domain.letter_anatomy.regions.marking import PROSE, Marking, Region, Regions

_SECOND_SENTENCE = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSres)(?<!\bSras)(?<!\bSrs)(?<!\bExmo)(?<!\bExma)(?<!\bExmos)(?<!\bExmas)(?<!\bExcmo)(?<!\bExcma)(?<!\bIlmo)(?<!\bDra)(?<!\bDr)(?<!\bSr)(?<!\bSra)(?<!\bProf)(?<!\b[A-Z])\.\s+\S"
)
_EARLY = 60
"""Lines within which a letter greets."""

_LONG_LINE = 60
_TOLD_ELSEWHERE = re.compile(
    r"^(?:(?:see |view )?(?:the )?(?:full|complete|entire) list|la liste (?:complète|intégrale)|"
    r"(?:la )?lista completa|"
    r"die (?:vollständige|ganze) liste|l[’']elenco completo|полный список|完整名单|"
    r"القائمة الكاملة)\b.{0,80}$",
    re.IGNORECASE,
)
"""Where all the names are."""


def regions_of(page: Page) -> Regions:
    """Label every line."""
    found = Regions(page.lines, [Region.BODY] * len(page.lines))
    greeting = _Greeting(page, found)
    found.salutation = greeting.place()
    ContactLines(page, found).mark()
    lists = AnnouncedLists(page, found)
    lists.mark()
    ClosingLines(page, found, lists).mark()
    BareLists(page, found).mark()
    _Rest(page, found).mark()
    return found


class _Greeting(Marking):
    """Finds the salutation."""

    def place(self) -> int | None:
        """The line that greets; none in a statement."""
        for place, line in enumerate(self.lines[:_EARLY]):
            if formulas.SALUTATION.match(line.text) and self._greets(place):
                return place
        return None

    def _greets(self, place: int) -> bool:
        """Whether prose follows, so that "The Honourable ..." is not a line of the address."""
        line = self.lines[place]
        if _SECOND_SENTENCE.search(line.text):
            return False
        if line.text.endswith((",", ":", "，", "：", "،", "!", "၊")):
            return True
        following = self.lines[place + 1 : place + 3]
        return bool(following) and following[0].gap and any(len(after.text) > 60 for after in following)


class _Rest(Marking):
    """Marks copies, enclosures, and what stands by the list."""

    def mark(self) -> None:
        """Mark what is left of the body."""
        self._copies()
        self._apart()

    def _copies(self) -> None:
        for at, line in enumerate(self.lines):
            if self.of[at] not in (Region.BODY, Region.SIGNERS) or not self.begins(at):
                continue
            region = (
                Region.CC
                if cues.CC.match(line.text) or cues.CC_ALONE.match(line.text)
                else Region.ENCLOSURES
                if cues.ENCLOSURES.match(line.text)
                else None
            )
            if region is None:
                continue
            self.of[at] = region
            for after in range(at + 1, len(self.lines)):
                text = self.lines[after].text
                if (
                    self.of[after] not in (Region.BODY, Region.SIGNERS)
                    or self.lines[after].gap
                    or self.is_copy(text)
                ):
                    break
                if len(text) > PROSE or formulas.SALUTATION.match(text) or cues.SUBJECT.match(text):
                    break
                if NOTE.match(text):
                    break
                self.of[after] = region

    def _apart(self) -> None:
        """What stands by the list and is neither name nor text: where the whole list is, what titles mean."""
        listed = [
            at for at, own in enumerate(self.of) if own in (Region.LIST, Region.SIGNERS, Region.CLOSING)
        ]
        for at in range(listed[0] if listed else len(self.of), len(self.of)):
            text = self.lines[at].text
            told = bool(_TOLD_ELSEWHERE.match(text)) and self.of[at] is Region.BODY
            elsewhere = told or (cues.URL.search(text) and list_cues.WHOLE_LIST.search(text))
            nobody = list_cues.SIGNED.match(text) and self.of[at] is Region.BODY and len(text) < _LONG_LINE
            if elsewhere or nobody or (self.of[at] is Region.BODY and text.startswith(("*", "†"))):
                self.of[at] = Region.APART
