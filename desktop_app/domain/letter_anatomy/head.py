"""The head of a letter: title, place and date, reference, addressee, subject."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.letter_anatomy import cues
from desktop_app.domain.letter_anatomy.dates import FoundDate, dates_in, only_date
from desktop_app.domain.letter_anatomy.joining import Joiner
from desktop_app.domain.letter_anatomy.lines import Line
from desktop_app.domain.letter_anatomy.parts import Doubt, Part, Role, Sureness
from desktop_app.domain.letter_anatomy.shapes import (
    ends_a_sentence,
    looks_like_address,
    names_an_organisation,
)
from desktop_app.domain.letter_anatomy.source import Form

_CUES = {
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
_MOST_LINES = 60
_SEPARATED = re.compile(r"\s[·•|]\s.*\s[·•|]\s")
_GLUE = re.compile(
    r"(?:\b(?:of|the|for|and|de|la|las|los|del|des|du|et|y|e|do|da|der|des|für|und|on|in)|[,&–-])$"
)
_SPEAKS_OF_ITSELF = re.compile(
    r"\b(?:letter|statement|appeal|declaration|call|petition|lettre|appel|déclaration|carta|declaración|"
    r"llamamiento|comunicado|brief|erklärung|aufruf|declaração|apelo)\b|رسالة|بيان|نداء|письмо|заявление|"
    r"обращение|公开信|联名信|声明|呼吁书|ထုတ်ပြန်ချက်|စာ",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"^(?:posted|published|issued|publi[ée]e?|publicad[oa]|veröffentlicht|pubblicat[oa]|опубликовано|发布)\b",
    re.IGNORECASE,
)
_LONGEST_POSTED = 110
_DATELINE = re.compile(r"^[(\[]?(?P<place>[^\W\d_][^\d():.!?]{1,40}?)?[\s,(–—-]*$")


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Lines of the head that belong together, and what their words say they are."""

    role: Role | None
    lines: tuple[Line, ...]

    @property
    def written(self) -> str:
        return "\n".join(line.text for line in self.lines)


class Head:
    """Reads the lines before the text.

    Attributes:
        parts: What was found.
        date: The day that the date line comes to.
        subtitles: Lines under the title that are no part; they go before the text.
        doubts: What is unsure.
        used: How many of the lines belong to the head.

    Args:
        lines: Those before the salutation; of a statement all.
        greets: Whether there is a salutation.
        joiner: Makes one text of lines.
        width: Characters of a full line.
        has_subject: Whether the subject stands under the salutation.
    """

    def __init__(
        self, lines: Sequence[Line], *, greets: bool, joiner: Joiner, width: int, has_subject: bool = False
    ) -> None:
        self.parts: dict[Role, Part] = {}
        self.date: FoundDate | None = None
        self.subtitles: list[Line] = []
        self.doubts: list[Doubt] = []
        self._joiner = joiner
        self._has_subject = has_subject
        chunks = _chunks(lines if greets else lines[:_MOST_LINES])
        if not greets:
            chunks = _head_only(chunks, width)
        self.used = sum(len(chunk.lines) for chunk in chunks)
        if greets:
            self._letter(chunks)
        else:
            self._statement(chunks)

    # ---- a letter, which greets

    def _letter(self, chunks: list[_Chunk]) -> None:
        bare = [chunk for chunk in chunks if chunk.role is None]
        for chunk in chunks:
            if chunk.role is not None:
                self._take(chunk, chunk.role, Sureness.SURE, "its-own-words")
        for chunk in bare:
            self._place(chunk, chunks)

    def _place(self, chunk: _Chunk, chunks: list[_Chunk]) -> None:
        at = chunks.index(chunk)
        dates = [place for place, other in enumerate(chunks) if other.role is Role.DATE]
        before_date = bool(dates) and at < dates[0]
        if self._is_title(chunk, at):
            self._take(chunk, Role.TITLE, Sureness.LIKELY, "its-place")
        elif _is_letterhead(chunk) and (before_date or at == 0) and self._addressed_later(chunks, at):
            self.doubts.append(Doubt("import-letterhead", chunk.lines[0].number, chunk.written))
        elif self._is_subject(chunk, chunks, at):
            self._take(chunk, Role.SUBJECT, Sureness.GUESSED, "only-shape")
            self.doubts.append(Doubt("import-subject-guessed", chunk.lines[0].number, chunk.written))
        else:
            self._take(chunk, Role.ADDRESSEE, Sureness.LIKELY, "its-place")

    def _is_title(self, chunk: _Chunk, at: int) -> bool:
        if Role.TITLE in self.parts or at > 1:
            return False
        if chunk.lines[0].form is Form.HEADING:
            return True
        text = " ".join(line.text for line in chunk.lines)
        speaks = _SPEAKS_OF_ITSELF.search(text)
        return bool(speaks) and not looks_like_address(chunk.lines[0].text)

    def _addressed_later(self, chunks: list[_Chunk], at: int) -> bool:
        return any(
            chunk.role is Role.ADDRESSEE or (chunk.role is None and not _is_letterhead(chunk))
            for chunk in chunks[at + 1 :]
        )

    def _is_subject(self, chunk: _Chunk, chunks: list[_Chunk], at: int) -> bool:
        if (
            self._has_subject
            or Role.SUBJECT in self.parts
            or at == 0
            or at != len(chunks) - 1
            or len(chunk.lines) > 3
        ):
            return False
        earlier = any(
            other.role is Role.ADDRESSEE
            or (other.role is None and not self._is_title(other, chunks.index(other)))
            for other in chunks[:at]
        )
        return earlier and not looks_like_address(chunk.lines[0].text) and len(chunk.written) > 20

    # ---- a statement, which greets nobody

    def _statement(self, chunks: list[_Chunk]) -> None:
        for chunk in chunks:
            if chunk.role is not None:
                self._take(chunk, chunk.role, Sureness.SURE, "its-own-words")
            elif Role.TITLE not in self.parts:
                said = chunk.lines[0].form is Form.HEADING
                sure = Sureness.SURE if said else Sureness.LIKELY
                self._take(chunk, Role.TITLE, sure, "file-says" if said else "its-place")
            else:
                self.subtitles += chunk.lines

    # ---- parts

    def _take(self, chunk: _Chunk, role: Role, sure: Sureness, why: str) -> None:
        text = self._text(chunk, role)
        lines = tuple(line.number for line in chunk.lines)
        known = self.parts.get(role)
        if known:
            if role in (Role.ADDRESSEE, Role.CC):
                lines = known.lines + lines
                text, written = f"{known.text}\n{text}", f"{known.written}\n{chunk.written}"
                self.parts[role] = Part(
                    text, written, lines, min(known.sure, sure, key=list(Sureness).index), why
                )
            else:
                self.doubts.append(Doubt(f"import-second-{role.value}", lines[0], chunk.written))
            return
        self.parts[role] = Part(text, chunk.written, lines, sure, why)

    def _text(self, chunk: _Chunk, role: Role) -> str:
        """What a chunk says, its cue taken off."""
        match role:
            case Role.DATE:
                return self._dated(chunk)
            case Role.ADDRESSEE:
                text = re.sub(r"\n", " \n", chunk.written)
                joined = re.sub(
                    r"(\S+) \n", lambda match: f"{match[1]}{' ' if _GLUE.search(match[1]) else chr(10)}", text
                )
                return _CUES[role].sub("", joined).strip(" ,:：\n")
            case Role.CC | Role.ENCLOSURES:
                return _CUES[role].sub("", chunk.written).strip(" ,:\n").replace("; ", "\n")
            case Role.SUBJECT | Role.REFERENCE:
                return _CUES[role].sub("", self._joiner.joined(chunk.lines)).strip()
            case _:
                return self._joiner.joined(chunk.lines)

    def _dated(self, chunk: _Chunk) -> str:
        said = _published(chunk.lines[0].text)
        dated = only_date(chunk.lines[0].text) or ((said, "") if said else None)
        if dated is None:
            return chunk.written
        self.date, place = dated
        line = chunk.lines[0]
        if self.date.either_way:
            self.doubts.append(Doubt("import-date-either-way", line.number, line.text))
        if place:
            self.parts[Role.PLACE] = Part(place, line.text, (line.number,), Sureness.SURE, "its-place")
        return self.date.date.isoformat() if self.date.date else line.text


def dateline(text: str) -> tuple[FoundDate, str] | None:
    """The date and place that a paragraph begins with: "GENEVA, 5 February 2021 – Forty ..."."""
    found = next(dates_in(text[:90]), None)
    if found is None:
        return None
    lead, rest = text[: found.start], text[found.end :]
    place = _DATELINE.match(lead)
    if not place or not re.match(r"^[)\]]?\.?\s*[-–—:|]|^[)\]]\s", rest):
        return None
    return found, (place["place"] or "").strip(" ,–—-")


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


def _chunks(lines: Sequence[Line]) -> list[_Chunk]:
    chunks: list[_Chunk] = []
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
            chunks[-1] = _Chunk(last.role, (*last.lines, line))
        else:
            chunks.append(_Chunk(role, (line,)))
    return chunks


def _role_of(text: str) -> Role | None:
    if only_date(text) is not None or _published(text) is not None:
        return Role.DATE
    for role in (Role.REFERENCE, Role.SUBJECT, Role.CC, Role.ENCLOSURES, Role.ADDRESSEE):
        said = _CUES[role].match(text) and len(text) < _LONGEST_TITLE
        if said and not (role is Role.ADDRESSEE and ends_a_sentence(text)):
            return role
    return None


def _published(text: str) -> FoundDate | None:
    """The day on which a web page says that it came out: "Posted on 22 March 2023 in Statements"."""
    return next(dates_in(text), None) if len(text) < _LONGEST_POSTED and _POSTED.match(text) else None


def _head_only(chunks: list[_Chunk], width: int) -> list[_Chunk]:
    """The chunks before the first prose, where nobody is greeted."""
    kept: list[_Chunk] = []
    for chunk, following in zip(chunks[:_MOST_CHUNKS], [*chunks[1:], None], strict=False):
        if chunk.role is None and not _may_be_heading(chunk, following, width, is_first=not kept):
            break
        kept.append(chunk)
    last = max((at for at, chunk in enumerate(kept) if chunk.role is not None), default=0)
    return kept[: last + 1]


def _may_be_heading(chunk: _Chunk, following: _Chunk | None, width: int, *, is_first: bool) -> bool:
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


def _is_letterhead(chunk: _Chunk) -> bool:
    """Whether it could be the sender's: an address with telephone, mail or web, or an organisation's name."""
    text = chunk.written
    if cues.MAIL.search(text) or cues.PHONE.search(text) or cues.URL.search(text):
        return True
    if _SEPARATED.search(text):
        return True
    return names_an_organisation(chunk.lines[0].text) and not looks_like_address(chunk.lines[0].text)
