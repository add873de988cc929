"""Takes a letter apart: from its lines to its parts."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.letter_anatomy import cues, formulas, marks
from desktop_app.domain.letter_anatomy.body import Body
from desktop_app.domain.letter_anatomy.claimed import ClaimReader
from desktop_app.domain.letter_anatomy.contacting import Contacts, contacts_among
from desktop_app.domain.letter_anatomy.dates import FoundDate, dates_in, only_date
from desktop_app.domain.letter_anatomy.head import Head
from desktop_app.domain.letter_anatomy.head_lines import dateline, subject_lines
from desktop_app.domain.letter_anatomy.joining import Joiner
from desktop_app.domain.letter_anatomy.language import language_of
from desktop_app.domain.letter_anatomy.layout import Page, page_of
from desktop_app.domain.letter_anatomy.lines import Line
from desktop_app.domain.letter_anatomy.listing import Listing
from desktop_app.domain.letter_anatomy.misread import odd_spots
from desktop_app.domain.letter_anatomy.parts import (
    Anatomy,
    Block,
    Doubt,
    Part,
    Role,
    Sureness,
)
from desktop_app.domain.letter_anatomy.regions import Region, Regions, regions_of
from desktop_app.domain.letter_anatomy.second_look import second_look
from desktop_app.domain.letter_anatomy.signing import signers_of
from desktop_app.domain.letter_anatomy.source import LetterSource

_LONGEST_HEADER = 300
_DATIVE = re.compile(r"^(?:Al|Alla|All[’']|Ai|Agli|Alle)\s+(?=[^\W\d_a-z])")
"""What Italian puts before who gets a copy."""


def anatomy_of(source: LetterSource) -> Anatomy:
    """Everything that a letter consists of. Nothing of it is dropped: what has no place is a doubt."""
    page = page_of(source)
    regions = regions_of(page)
    return _Anatomist(source, regions, page).anatomy()


class _Anatomist:
    def __init__(self, source: LetterSource, regions: Regions, page: Page) -> None:
        self._source = source
        self._lines = page.lines
        self._regions = regions
        self._page = page
        self._joiner = Joiner(page.lines)
        self._doubts: list[Doubt] = list(page.doubts)
        self._parts: dict[Role, Part] = {}
        self._date: dt.date | None = None

    def anatomy(self) -> Anatomy:
        language = language_of("\n".join(line.text for line in self._lines))
        head, text_lines = self._head()
        text_lines = self._without_late_date(text_lines, head)
        body = Body(text_lines, self._page, self._joiner)
        foot = Contacts(self._regions.of_kind(Region.CONTACTS))
        if foot.heading:
            self._parts[Role.CONTACTS] = foot.heading
        listing = Listing(
            self._lines, self._regions, self._joiner, wraps=not self._source.has_whole_paragraphs
        )
        self._parts |= listing.parts
        self._doubts += listing.doubts
        names = listing.names
        self._closing()
        signers = signers_of(self._without_late_date(self._regions.of_kind(Region.SIGNERS), head))
        self._dateline(body.blocks)
        self._date_of_embargo(head)
        claim = ClaimReader(language, self._parts, body.blocks, names, listing.unnamed)
        self._doubts += list(_to_look_at(body.blocks))
        self._doubts += [*head.doubts, *body.doubts, *foot.doubts, *odd_spots(self._lines)]
        self._doubts += self._joiner.doubts
        self._doubts += claim.doubts
        anatomy = Anatomy(
            language,
            self._parts,
            self._date or (head.date.date if head.date else None),
            body.blocks,
            claim.claimed,
            signers,
            foot.found or tuple(contacts_among(signers)),
            names,
            listing.is_numbered,
        )
        doubts = [*self._doubts, *_left_over(self._lines, anatomy, self._doubts)]
        doubts += second_look(anatomy, self._page)
        return replace(anatomy, doubts=tuple(sorted(_once(doubts), key=lambda doubt: doubt.line)))

    def _head(self) -> tuple[Head, list[Line]]:
        greeting = self._regions.salutation
        body = self._regions.of_kind(Region.BODY)
        if greeting is None:
            head = Head(body, greets=False, joiner=self._joiner, width=self._page.width)
            rest = body[head.used :]
        else:
            salutation = self._lines[greeting]
            before = [line for line in body if line.number < salutation.number]
            rest = [line for line in body if line.number > salutation.number]
            late = bool(rest) and cues.SUBJECT.match(rest[0].text) is not None
            head = Head(before, greets=True, joiner=self._joiner, width=self._page.width, has_subject=late)
            greeted = [salutation]
            for line in self._lines[greeting + 1 :]:
                if line.gap or not formulas.SALUTATION.match(line.text):
                    break
                greeted.append(line)
            text = self._joiner.joined(greeted)
            spoken = set(_numbers(greeted))
            rest = [line for line in rest if line.number not in spoken]
            self._parts[Role.SALUTATION] = Part(
                text,
                "\n".join(line.text for line in greeted),
                _numbers(greeted),
                Sureness.SURE,
                "its-own-words",
            )
        self._parts |= head.parts
        rest = self._without_late_subject(rest)
        self._parts_of_mail(head)
        self._copies()
        return head, [*head.subtitles, *rest]

    def _without_late_subject(self, lines: list[Line]) -> list[Line]:
        """A subject may stand under the salutation, with its cue or as a line of its own."""
        if not lines or Role.SUBJECT in self._parts or self._regions.salutation is None:
            return lines
        said = cues.SUBJECT.match(lines[0].text)
        size = 1 if said else subject_lines(lines)
        own, rest = lines[:size], lines[size:]
        if not own:
            return lines
        text, numbers = self._joiner.joined(own), _numbers(own)
        written = "\n".join(line.text for line in own)
        if said:
            text = lines[0].text[said.end() :].strip()
            self._parts[Role.SUBJECT] = Part(text, written, numbers, Sureness.SURE, "its-own-words")
        else:
            self._parts[Role.SUBJECT] = Part(text, written, numbers, Sureness.GUESSED, "only-shape")
            self._doubts.append(Doubt("import-subject-guessed", numbers[0], text))
        return rest

    def _parts_of_mail(self, head: Head) -> None:
        """The subject, the date and the copies that the header of an e-mail tells."""
        for doubt in self._doubts:
            if doubt.code != "import-mail-furniture" or len(doubt.text) > _LONGEST_HEADER:
                continue
            for role, cue in ((Role.SUBJECT, cues.SUBJECT), (Role.CC, cues.CC)):
                said = cue.match(doubt.text)
                if said and role not in self._parts:
                    text = re.sub(r"\s*[;；]\s*", "\n", doubt.text[said.end() :])
                    self._parts[role] = Part(
                        text, doubt.text, (doubt.line,), Sureness.LIKELY, "its-own-words"
                    )
            if head.date is None and Role.DATE not in self._parts:
                self._take_told_date(doubt)

    def _date_of_embargo(self, head: Head) -> None:
        """How long a letter is kept back tells its day, where nothing else does."""
        for doubt in self._doubts:
            if doubt.code == "import-delivery" and head.date is None and Role.DATE not in self._parts:
                self._take_told_date(doubt)

    def _take_told_date(self, doubt: Doubt) -> None:
        found = next(iter(dates_in(doubt.text)), None)
        if found and found.date:
            self._date = found.date
            self._parts[Role.DATE] = Part(
                found.date.isoformat(), doubt.text, (doubt.line,), Sureness.GUESSED, "its-own-words"
            )

    def _copies(self) -> None:
        for role, region, cue in (
            (Role.CC, Region.CC, cues.CC),
            (Role.ENCLOSURES, Region.ENCLOSURES, cues.ENCLOSURES),
        ):
            lines = self._regions.of_kind(region)
            if lines:
                written = "\n".join(line.text for line in lines)
                texts = [line.text for line in lines if not cues.CC_ALONE.match(line.text)]
                entries = [entry for text in texts for entry in re.split("[;；]", cue.sub("", text))]
                bare = (_DATIVE.sub("", marks.BULLET.sub("", entry.strip())) for entry in entries)
                text = "\n".join(entry for entry in bare if entry)
                self._parts[role] = Part(text, written, _numbers(lines), Sureness.SURE, "its-own-words")

    def _closing(self) -> None:
        lines = self._regions.of_kind(Region.CLOSING)
        if lines:
            text = "\n".join(self._joiner.joined(group) for group in _formulas(lines))
            written = "\n".join(line.text for line in lines)
            sure = Sureness.GUESSED if self._regions.closing_by_shape else Sureness.SURE
            why = "only-shape" if self._regions.closing_by_shape else "its-own-words"
            self._parts[Role.CLOSING] = Part(text, written, _numbers(lines), sure, why)

    def _without_late_date(self, lines: list[Line], head: Head) -> list[Line]:
        """Lines without the one that holds nothing but a date, where the head has none."""
        if head.date is not None or Role.DATE in self._parts:
            return lines
        for line in reversed(lines):
            dated = only_date(line.text)
            if dated and (line.gap or not self._page.is_wrapped):
                self._take_date(line, *dated)
                return [other for other in lines if other is not line]
        return lines

    def _take_date(self, line: Line, found: FoundDate, place: str) -> None:
        self._date = found.date
        text = found.date.isoformat() if found.date else line.text
        self._parts[Role.DATE] = Part(text, line.text, (line.number,), Sureness.LIKELY, "its-place")
        if place:
            self._parts[Role.PLACE] = Part(place, line.text, (line.number,), Sureness.LIKELY, "its-place")
        if found.either_way:
            self._doubts.append(Doubt("import-date-either-way", line.number, line.text))

    def _dateline(self, blocks: Sequence[Block]) -> None:
        for block in blocks[:2]:
            begun = dateline(block.text)
            if begun and Role.DATE not in self._parts:
                line = next(line for line in self._lines if line.number == block.lines[0])
                self._take_date(line, *begun)


def _numbers(lines: Sequence[Line]) -> tuple[int, ...]:
    return tuple(line.number for line in lines)


def _formulas(lines: Sequence[Line]) -> Iterator[list[Line]]:
    formula: list[Line] = []
    for line in lines:
        if formula and (line.gap or formulas.CLOSING.match(line.text)):
            yield formula
            formula = []
        formula.append(line)
    if formula:
        yield formula


def _to_look_at(blocks: Sequence[Block]) -> Iterator[Doubt]:
    """Addresses of people in the text, and braces, which are fields in a letter of ours."""
    for block in blocks:
        if cues.MAIL.search(block.text):
            yield Doubt("import-address-in-text", block.lines[0], block.text)
        if "{{" in block.text or "{%" in block.text:
            yield Doubt("import-braces", block.lines[0], block.text)


def _left_over(lines: Sequence[Line], anatomy: Anatomy, doubts: Sequence[Doubt]) -> Iterator[Doubt]:
    """Lines that no part, block, name or doubt has taken."""
    taken = {number for part in anatomy.parts.values() for number in part.lines}
    taken |= {number for block in anatomy.body for number in block.lines}
    taken |= {number for name in anatomy.names for number in name.lines}
    taken |= {number for signer in anatomy.signers for number in signer.lines}
    taken |= {number for contact in anatomy.contacts for number in contact.lines}
    spoken = {doubt.line for doubt in doubts}
    for line in lines:
        if line.number not in taken and line.number not in spoken:
            yield Doubt("import-left-over", line.number, line.text)


def _once(doubts: Sequence[Doubt]) -> Iterator[Doubt]:
    seen = set()
    for doubt in doubts:
        key = (doubt.code, doubt.line, doubt.text)
        if key not in seen:
            seen.add(key)
            yield doubt
