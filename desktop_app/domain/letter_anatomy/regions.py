"""Which lines of a letter are its head, text, closing, contacts and list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from desktop_app.domain.letter_anatomy import cues
from desktop_app.domain.letter_anatomy.dates import only_date
from desktop_app.domain.letter_anatomy.layout import Line, Page
from desktop_app.domain.letter_anatomy.shapes import (
    ends_a_sentence,
    looks_like_name,
    looks_like_person,
    names_an_office,
    names_an_organisation,
)
from desktop_app.domain.letter_anatomy.source import Form


class Region(Enum):
    """What a line belongs to."""

    HEAD = auto()
    BODY = auto()
    CLOSING = auto()
    SIGNERS = auto()
    STATEMENT = auto()
    LIST = auto()
    AS_OF = auto()
    CONTACTS = auto()
    APART = auto()
    CC = auto()
    ENCLOSURES = auto()


_SECOND_SENTENCE = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSr)(?<!\bSra)(?<!\bProf)(?<!\b[A-Z])\.\s+\S"
)
_EARLY = 60
"""Lines within which a letter greets."""
_LONG_LINE = 60
_LINES_OF_A_SIGNER = 4
_LONGEST_SIGNER = 140
_FEWEST_NUMBERED = 3
_FEWEST_BARE = 4
_STATEMENT_LINES = 8
_NOTE = re.compile(r"^(?:[¹²³⁴-⁹]|\[\d)")
_COLUMNS = re.compile(r"\S\s{3,}\S|\t")
_INLINE = re.compile(
    r"^[^:：]{0,80}[:：]\s*(?=\S)|^(?:(?:co-?)?signed|endorsed|supported) by\s+(?-i:(?=[^\W\d_a-z]))|"
    r"^signée? par\s+(?=\S)|"
    r"^(?:firmad|assinad)[oa]s? por\s+(?=\S)|^unterzeichnet von\s+(?=\S)",
    re.IGNORECASE,
)
_PROSE = 90
"""Characters from which a line with a full stop is no name."""


@dataclass
class Regions:
    """A region for each line, and what the finding of them left open.

    Attributes:
        of: The regions, one for each line.
        by_shape: Whether the list was found by nothing but its shape.
    """

    lines: Sequence[Line]
    of: list[Region] = field(default_factory=list)
    salutation: int | None = None
    by_shape: bool = False

    def of_kind(self, region: Region) -> list[Line]:
        """The lines of one region."""
        return [line for line, own in zip(self.lines, self.of, strict=True) if own is region]


def regions_of(page: Page) -> Regions:
    """Label every line."""
    found = Regions(page.lines, [Region.BODY] * len(page.lines))
    finder = _Finder(page, found)
    finder.run()
    return found


class _Finder:
    def __init__(self, page: Page, found: Regions) -> None:
        self.page = page
        self.lines = page.lines
        self.found = found
        self.of = found.of

    def run(self) -> None:
        self.found.salutation = self._salutation()
        self._contacts()
        self._cued_lists()
        self._closing()
        if Region.LIST not in self.of:
            self._numbered_list()
        if Region.LIST not in self.of:
            self._bare_list()
        self._copies()
        self._apart()

    def _begins(self, place: int) -> bool:
        """Whether a line may begin something, and is not the middle of a wrapped paragraph."""
        line = self.lines[place]
        if place == 0 or line.gap or not self.page.is_wrapped:
            return True
        before = self.lines[place - 1]
        return before.ends or before.size < 0.7 * self.page.width

    # ---- the salutation

    def _salutation(self) -> int | None:
        for place, line in enumerate(self.lines[:_EARLY]):
            if cues.SALUTATION.match(line.text) and self._greets(place):
                return place
        return None

    def _greets(self, place: int) -> bool:
        """Whether prose follows, so that "The Honourable ..." is not a line of the address."""
        line = self.lines[place]
        if _SECOND_SENTENCE.search(line.text):
            return False
        if line.text.endswith((",", ":", "，", "：", "،", "!", "၊")):
            return True
        following = self.lines[place + 1] if place + 1 < len(self.lines) else None
        return following is not None and following.gap and len(following.text) > 60

    # ---- contacts

    def _contacts(self) -> None:
        place = 0
        while place < len(self.lines):
            line = self.lines[place]
            if self._begins(place) and cues.CONTACTS.match(line.text) and self._has_address(place):
                place = self._mark_contacts(place)
            else:
                place += 1

    def _has_address(self, place: int) -> bool:
        """Whether somebody to be reached stands in this line or the next ones."""
        near = self.lines[place : place + 7]
        return len(near[0].text) < 300 and any(
            cues.MAIL.search(line.text) or cues.PHONE.search(line.text) for line in near
        )

    def _mark_contacts(self, place: int) -> int:
        last = place
        for at in range(place, len(self.lines)):
            line = self.lines[at]
            if at > place and self._ends_contacts(at):
                break
            reachable = (
                cues.MAIL.search(line.text) or cues.PHONE.search(line.text) or cues.URL.search(line.text)
            )
            if reachable or at == place or at - last <= 4:
                if reachable or at == place:
                    last = at
            else:
                break
        following = last + 1
        while (
            following < len(self.lines)
            and not self.lines[following].gap
            and not self._ends_contacts(following)
        ):
            following += 1  # the rest of the last contact, without blank line
        for at in range(place, following):
            self.of[at] = Region.CONTACTS
        return following

    def _ends_contacts(self, at: int) -> bool:
        text = self.lines[at].text
        number = cues.NUMBERED.match(text)
        return bool(
            cues.SIGNED.match(text)
            or cues.CC.match(text)
            or cues.ENCLOSURES.match(text)
            or cues.AS_OF.match(text)
            or (cues.NOTES.match(text) and self.lines[at].gap)
            or self.lines[at].form in (Form.HEADING, Form.CELLS)
            or (number and not cues.MAIL.search(text) and not cues.PHONE.search(text))
        )

    # ---- lists under a heading or a sentence

    def _cued_lists(self) -> None:
        place = 0
        while place < len(self.lines):
            if self.of[place] is Region.BODY and self._is_cue(place):
                end = self._statement_end(place)
                names = self._names_from(end) or self._names_run_on(end)
                if self._is_list(place, end, names):
                    self.of[place:end] = [Region.STATEMENT] * (end - place)
                    for at in names:
                        self.of[at] = Region.LIST
                    place = (names[-1] + 1) if names else end
                    self._mark_as_of(place)
                    continue
            place += 1

    def _is_cue(self, place: int) -> bool:
        text = self.lines[place].text
        return (
            self._begins(place)
            and len(text) < 400
            and bool(cues.SIGNED.match(text))
            and not (cues.NUMBERED.match(text) or self.lines[place].cells)
        )

    def _is_list(self, place: int, end: int, names: Sequence[int]) -> bool:
        if not names:
            return names_inline_in(" ".join(line.text for line in self.lines[place:end])) != ""
        if sum(self.lines[at].text.endswith((";", "；")) for at in names) >= 0.5 * len(names):
            return False  # what is asked for, one by one
        early = self.found.salutation is not None and place < self.found.salutation
        return len(names) >= (3 if early else 1)

    def _statement_end(self, place: int) -> int:
        """Where the sentence ends that stands over the list."""
        end = place + 1
        if not self.page.is_wrapped or self.lines[place].ends:
            return end
        while end < len(self.lines) and end - place < _STATEMENT_LINES:
            line = self.lines[end]
            if line.gap or cues.NUMBERED.match(line.text) or line.is_item or self.lines[end - 1].size < 50:
                break
            end += 1
            if line.ends:
                break
        return end

    def _names_from(self, start: int) -> list[int]:
        """The lines of a list that begins here; group headings are among them."""
        taken: list[int] = []
        at = start
        while at < len(self.lines) and self.of[at] is Region.BODY and not self._ends_list(at, bool(taken)):
            taken.append(at)
            at += 1
        while taken and self.lines[taken[-1]].text.endswith((":", "：")):
            taken.pop()  # a heading of what comes next
        return taken

    def _ends_list(self, at: int, begun: bool) -> bool:  # noqa: FBT001
        line = self.lines[at]
        text = line.text
        if line.cells:
            return False
        if any(cue.match(text) for cue in (cues.CC, cues.ENCLOSURES, cues.AS_OF, cues.NOTES, cues.CLOSING)):
            return True
        if line.form is Form.FOOTNOTE or cues.SALUTATION.match(text) or only_date(text) is not None:
            return True
        if line.gap and _NOTE.match(text):
            return True
        if cues.CC_ALONE.match(text):
            return True
        if self.found.salutation is not None and at < self.found.salutation and cues.ADDRESSED.match(text):
            return True
        if begun and cues.SIGNED.match(text) and not cues.NUMBERED.match(text) and self._begins(at):
            return True
        return self._is_prose(at)

    def _is_prose(self, at: int) -> bool:
        text = self.lines[at].text
        number = cues.NUMBERED.match(text)
        if len(text) > 260:
            return True
        if number or self.lines[at].is_item:
            return len(text) > 160 and ends_a_sentence(text)
        if len(text) > _PROSE and (ends_a_sentence(text) or self._runs_on(at)):
            return True
        return cues.MAIL.search(text) is not None and not looks_like_name(
            cues.MAIL.sub("", text).strip(" ,;:()<>-–")
        )

    def _runs_on(self, at: int) -> bool:
        """Whether a full line goes on in lower case, as only prose does."""
        if not self.page.is_wrapped or at + 1 >= len(self.lines):
            return not self.page.is_wrapped and len(self.lines[at].text) > 180
        following = self.lines[at + 1].text
        return following[:1].islower() and len(following) > _PROSE / 2

    def _names_run_on(self, at: int) -> list[int]:
        """One paragraph of names with semicolons between them."""
        line = self.lines[at] if at < len(self.lines) else None
        return [at] if line and len(re.findall("[;；、]", line.text)) >= _FEWEST_NUMBERED else []

    def _mark_as_of(self, at: int) -> None:
        if at < len(self.lines) and cues.AS_OF.match(self.lines[at].text) and len(self.lines[at].text) < 120:
            self.of[at] = Region.AS_OF

    # ---- closing and who signs

    def _closing(self) -> None:
        for last in range(len(self.lines) - 1, -1, -1):
            at = last
            if at and cues.CLOSING.match(self.lines[at].text) and cues.CLOSING.match(self.lines[at - 1].text):
                at -= 1  # a formula in two lines
            text = self.lines[at].text
            if self.of[at] is not Region.BODY or not self._begins(at):
                continue
            sentence = cues.CLOSING_SENTENCE.match(text)
            if not sentence and not cues.CLOSING.match(text):
                continue
            if self.found.salutation is not None and at <= self.found.salutation:
                continue
            end = self._sentence_end(at) if sentence else last + 1
            if self._much_prose_after(end):
                continue
            self.of[at:end] = [Region.CLOSING] * (end - at)
            self._signers(self._second_formula(end))
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
        if end < len(self.lines) and cues.CLOSING.match(self.lines[end].text) and self.of[end] is Region.BODY:
            self.of[end] = Region.CLOSING
            return end + 1
        return end

    def _much_prose_after(self, at: int) -> bool:
        rest = [line for line, own in zip(self.lines[at:], self.of[at:], strict=True) if own is Region.BODY]
        long = sum(len(line.text) > _PROSE and ends_a_sentence(line.text) for line in rest)
        return long > 3

    def _apart(self) -> None:
        """What stands by the list and is neither name nor text: where the whole list is, what titles mean."""
        listed = [
            at for at, own in enumerate(self.of) if own in (Region.LIST, Region.SIGNERS, Region.CLOSING)
        ]
        for at in range(listed[0] if listed else len(self.of), len(self.of)):
            text = self.lines[at].text
            elsewhere = cues.URL.search(text) and cues.WHOLE_LIST.search(text)
            nobody = cues.SIGNED.match(text) and self.of[at] is Region.BODY and len(text) < _LONG_LINE
            if elsewhere or nobody or (self.of[at] is Region.BODY and text.startswith(("*", "†"))):
                self.of[at] = Region.APART

    def _signers(self, start: int) -> None:
        """Who signs by hand, group by group, until a group that is a list."""
        block = self._after_closing(start)
        for group in _gapped(self.lines, block):
            texts = [self.lines[at].text for at in group]
            if cues.GROUP.match(texts[0]):
                self._take_list(block[block.index(group[0]) :])
                return
            if self._leads_in(group[0]) or cues.SIGNED.match(texts[0]) or _announces(texts[0]):
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
            if self.of[at] is not Region.BODY or self._is_copy(text) or cues.NOTES.match(text):
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
        names = self._names_from(end)
        spoken = " ".join(self.lines[at].text for at in group)
        if not self.lines[group[0]].text.endswith((":", "：")) and names_inline_in(spoken):
            names, end = [], group[-1] + 1
        if names or end <= group[-1] or end > group[0] + 1:
            for at in range(group[0], end):
                self.of[at] = Region.STATEMENT
        for at in names:
            self.of[at] = Region.LIST

    def _is_copy(self, text: str) -> bool:
        return bool(cues.CC.match(text) or cues.ENCLOSURES.match(text) or cues.CC_ALONE.match(text))

    def _may_sign(self, at: int) -> bool:
        text = self.lines[at].text
        if cues.NUMBERED.match(text) or cues.URL.search(text):
            return False
        return len(text) < _LONGEST_SIGNER and not (ends_a_sentence(text) and len(text) > _LONGEST_SIGNER / 3)

    def _leads_in(self, at: int) -> bool:
        """Whether it joins who signs to a numbered list: "and", "their members:"."""
        text = self.lines[at].text
        numbered = any(line.is_numbered for line in self.lines[at + 1 : at + 4])
        return numbered and (bool(cues.LEAD_IN.match(text)) or text.endswith((":", "：")))

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
            return len(texts) >= 12 and organisations > 0.6 * len(texts)
        return len(texts) >= 5 or organisations >= 0.6 * len(texts)

    # ---- lists that nothing announces

    def _numbered_list(self) -> None:
        best: list[int] = []
        for at, line in enumerate(self.lines):
            number = cues.NUMBERED.match(line.text)
            if number and number["number"] == "1" and self.of[at] is Region.BODY:
                run = self._numbered_run(at)
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

    def _numbered_run(self, start: int) -> list[int]:
        """Lines numbered on from 1; a few lines may lie between two of them."""
        run, expected, last = [], 1, start
        for at in range(start, len(self.lines)):
            if self.of[at] is not Region.BODY or at - last > 120:
                break
            number = cues.NUMBERED.match(self.lines[at].text)
            if number and number["number"] and expected <= int(number["number"]) <= expected + 80:
                run.append(at)
                expected, last = int(number["number"]) + 1, at
        return run

    def _are_names(self, run: Sequence[int]) -> bool:
        texts = [cues.NUMBERED.sub("", self.lines[at].text) for at in run]
        named = sum(
            looks_like_name(text) and not self._goes_on_as_prose(at)
            for text, at in zip(texts, run, strict=True)
        )
        if len(run) < _FEWEST_NUMBERED or named < 0.8 * len(run):
            return False
        if self._prose_among(run) > 0.2 * len(run):
            return False
        prose_after = sum(
            len(line.text) > _PROSE and ends_a_sentence(line.text) for line in self.lines[run[-1] + 1 :]
        )
        return prose_after <= 3 or len(run) > 20

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
        while at >= 0 and self.of[at] is not Region.BODY:
            at -= 1
        run: list[int] = []
        while at >= 0 and self.of[at] is Region.BODY and self._may_be_listed(at):
            run.append(at)
            at -= 1
        run.reverse()
        while run and not looks_like_name(self.lines[run[0]].text):
            run.pop(0)
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

    def _may_be_listed(self, at: int) -> bool:
        line = self.lines[at]
        if line.form is Form.FOOTNOTE or cues.SALUTATION.match(line.text) or self._is_copy(line.text):
            return False
        if self.page.is_wrapped and line.size > 0.85 * self.page.width and self._goes_on_as_prose(at):
            return False
        return (
            line.cells != ()
            or looks_like_name(line.text)
            or (len(line.text) < 40 and line.text.endswith((":", "：")) and line.gap)
        )

    # ---- copies and enclosures

    def _copies(self) -> None:
        for at, line in enumerate(self.lines):
            if self.of[at] not in (Region.BODY, Region.SIGNERS) or not self._begins(at):
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
                    or self._is_copy(text)
                ):
                    break
                if len(text) > _PROSE or cues.SALUTATION.match(text) or cues.SUBJECT.match(text):
                    break
                if _NOTE.match(text):
                    break
                self.of[after] = region


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
    return (bare.endswith((":", "：")) and not cues.ON_BEHALF.match(text)) or bool(cues.GROUP.match(text))


def _is_person_in_one_line(text: str) -> bool:
    """As in "Ada Lindqvist, Chair of Penal Law, University of Norrby"."""
    name, comma, office = text.partition(",")
    return bool(comma) and looks_like_person(name) and len(office) > 3


def names_inline_in(statement: str) -> str:
    """The names that a statement gives itself: "Signed: A, B and C."; empty where it gives none."""
    cue = _INLINE.match(statement)
    names = statement[cue.end() :].strip() if cue else ""
    parted = len(re.split(r"[;,、،]| and | et | y | und | e ", names)) >= 2
    return names if parted and len(names) > 10 and not re.search(r"\d{2}", names[:40]) else ""


def groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that stand together, without blank space between them."""
    group: list[Line] = []
    for line in lines:
        if line.gap and group:
            yield group
            group = []
        group.append(line)
    if group:
        yield group
