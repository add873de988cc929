"""The lines of a letter's head: which belong together, and what their words say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.letter_anatomy import cues
from desktop_app.domain.letter_anatomy.dates import FoundDate, dates_in, only_date
from desktop_app.domain.letter_anatomy.lines import Line
from desktop_app.domain.letter_anatomy.parts import Role
from desktop_app.domain.letter_anatomy.shapes import (
    ends_a_sentence,
    looks_like_address,
    names_an_organisation,
)
from desktop_app.domain.letter_anatomy.source import Form

CUES = {
    Role.SUBJECT: cues.SUBJECT,
    Role.REFERENCE: cues.REFERENCE,
    Role.CC: cues.CC,
    Role.ENCLOSURES: cues.ENCLOSURES,
    Role.ADDRESSEE: cues.ADDRESSED,
}
_LONGEST_TITLE = 260
_MOST_CHUNKS = 7
_SUBJECT_LINES = 3
_LONGEST_SUBJECT = 200
_SHORT_LINE = 40
_SHORT_HEADING = 20
_SEPARATED = re.compile(r"\s[·•|]\s.*\s[·•|]\s")
_POSTED = re.compile(
    r"^(?:posted|published|issued|publi[ée]e?|publicad[oa]|veröffentlicht|pubblicat[oa]|опубликовано|发布)\b",
    re.IGNORECASE,
)
_LONGEST_POSTED = 110
_DATELINE = re.compile(r"^[(\[]?(?P<place>[^\W\d_][^\d():.!?]{1,40}?)?[\s,(–—-]*$")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines of the head that belong together, and what their words say they are."""

    role: Role | None
    lines: tuple[Line, ...]

    @property
    def written(self) -> str:
        """Its lines as the source writes them."""
        return "\n".join(line.text for line in self.lines)


def chunks_of(lines: Sequence[Line]) -> list[Chunk]:
    """The lines in chunks, each with what its own words say."""
    chunks: list[Chunk] = []
    for line in lines:
        role = _role_of(line.text)
        last = chunks[-1] if chunks else None
        goes_on = role is None and last is not None and not line.gap and last.role is not Role.DATE
        if goes_on and last is not None and _SEPARATED.search(last.lines[-1].text):
            goes_on = False
        if (
            goes_on
            and last is not None
            and (line.form is Form.HEADING) is not (last.lines[0].form is Form.HEADING)
        ):
            goes_on = False
        if goes_on and last is not None:
            chunks[-1] = Chunk(last.role, (*last.lines, line))
        else:
            chunks.append(Chunk(role, (line,)))
    return chunks


def _role_of(text: str) -> Role | None:
    if only_date(text) is not None or published(text) is not None:
        return Role.DATE
    for role in (Role.REFERENCE, Role.SUBJECT, Role.CC, Role.ENCLOSURES, Role.ADDRESSEE):
        said = CUES[role].match(text) and len(text) < _LONGEST_TITLE
        if said and not (role is Role.ADDRESSEE and ends_a_sentence(text)):
            return role
    return None


def published(text: str) -> FoundDate | None:
    """The day on which a web page says that it came out: "Posted on 22 March 2023 in Statements"."""
    return next(iter(dates_in(text)), None) if len(text) < _LONGEST_POSTED and _POSTED.match(text) else None


def head_only(chunks: list[Chunk], width: int) -> list[Chunk]:
    """The chunks before the first prose, where nobody is greeted."""
    kept: list[Chunk] = []
    for chunk, following in zip(chunks[:_MOST_CHUNKS], [*chunks[1:], None], strict=False):
        if chunk.role is None and not _may_be_heading(chunk, following, width, is_first=not kept):
            break
        kept.append(chunk)
    last = max((at for at, chunk in enumerate(kept) if chunk.role is not None), default=0)
    return kept[: last + 1]


def _may_be_heading(chunk: Chunk, following: Chunk | None, width: int, *, is_first: bool) -> bool:
    text = " ".join(line.text for line in chunk.lines)
    if chunk.lines[0].form is Form.HEADING:
        return is_first or len(text) < _LONGEST_TITLE
    if chunk.lines[0].form is not Form.TEXT or chunk.lines[0].is_item or following is None:
        return False
    if following.lines[0].text[:1].islower():
        return False
    if width and len(chunk.lines) > 1 and len(chunk.lines[-1].text) > 0.9 * width:
        return False
    return (
        len(text) < _LONGEST_TITLE and not ends_a_sentence(text) and not text.endswith((":", ";", ",", "-"))
    )


def is_letterhead(chunk: Chunk) -> bool:
    """Whether it could be the sender's: an address with telephone, mail or web, or an organisation's name."""
    text = chunk.written
    if cues.MAIL.search(text) or cues.PHONE.search(text) or cues.URL.search(text):
        return True
    if _SEPARATED.search(text):
        return True
    return names_an_organisation(chunk.lines[0].text) and not looks_like_address(chunk.lines[0].text)


def subject_lines(lines: Sequence[Line]) -> int:
    """How many lines under the salutation are a subject without cue: short, and no sentence."""
    size = next((at for at, line in enumerate(lines) if at and line.gap), 0)
    own = lines[:size]
    text = " ".join(line.text for line in own)
    following = lines[size : size + 1]
    if not own or size > _SUBJECT_LINES or len(text) > _LONGEST_SUBJECT or not following:
        return 0
    if own[0].form not in (Form.TEXT, Form.HEADING) or own[0].is_item or own[0].is_numbered:
        return 0
    begins = text[:1].isupper() and not ends_a_sentence(text) and not text.endswith((":", ",", ";"))
    later = [
        line for line in lines[size:] if line.gap and len(line.text) < _SHORT_LINE and line.text.isupper()
    ]
    prose = len(following[0].text) > _SHORT_LINE or following[0].ends
    return size if begins and prose and not (text.isupper() and later and len(text) < _SHORT_HEADING) else 0


def dateline(text: str) -> tuple[FoundDate, str] | None:
    """The date and place that a paragraph begins with: "GENEVA, 5 February 2021 – Forty ..."."""
    found = next(iter(dates_in(text[:90])), None)
    if found is None:
        return None
    lead, rest = text[: found.start], text[found.end :]
    place = _DATELINE.match(lead)
    if not place or not re.match(r"^[)\]]?\.?\s*[-–—:|]|^[)\]]\s", rest):
        return None
    said = (place["place"] or "").strip(" ,–—-")
    return found, re.sub(r",?\s(?:le|el|den|am|a|em|on)$", "", said).rstrip(" ,")
