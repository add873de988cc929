"""The head of a letter: title, place and date, reference, addressee, subject."""

import re
from collections.abc import Sequence

from desktop_app.domain.letter_anatomy.dates import FoundDate, only_date
from desktop_app.domain.letter_anatomy.head_lines import (
    CUES,
    Chunk,
    chunks_of,
    head_only,
    is_letterhead,
    published,
)
from desktop_app.domain.letter_anatomy.joining import Joiner
from desktop_app.domain.letter_anatomy.lines import Line
from desktop_app.domain.letter_anatomy.parts import Doubt, Part, Role, Sureness
from desktop_app.domain.letter_anatomy.shapes import (
    ends_a_sentence,
    looks_like_address,
)
from desktop_app.domain.letter_anatomy.source import Form

_MOST_LINES = 60
_LEAST_LEAD = 60
"""Characters from which a sentence before the salutation is a lead of the text."""
_GLUE = re.compile(
    r"(?:\b(?:of|the|for|and|de|la|las|los|del|des|du|et|y|e|do|da|der|des|für|und|on|in)|[,&–-])$"
)
_SPEAKS_OF_ITSELF = re.compile(
    r"\b(?:letter|statement|appeal|declaration|call|petition|lettre|appel|déclaration|carta|declaración|"
    r"llamamiento|comunicado|brief|erklärung|aufruf|declaração|apelo)\b|رسالة|بيان|نداء|письмо|заявление|"
    r"обращение|公开信|公開信|联合呼吁|联名信|聯名信|声明|聲明|呼吁书|呼籲書|ထုတ်ပြန်ချက်|စာ",
    re.IGNORECASE,
)


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
        chunks = chunks_of(lines if greets else lines[:_MOST_LINES])
        if not greets:
            chunks = head_only(chunks, width)
        self.used = sum(len(chunk.lines) for chunk in chunks)
        if greets:
            self._letter(chunks)
        else:
            self._statement(chunks)

    # ---- a letter, which greets

    def _letter(self, chunks: list[Chunk]) -> None:
        bare = [chunk for chunk in chunks if chunk.role is None]
        for chunk in chunks:
            if chunk.role is not None:
                self._take(chunk, chunk.role, Sureness.SURE, "its-own-words")
        for chunk in bare:
            self._place(chunk, chunks)

    def _place(self, chunk: Chunk, chunks: list[Chunk]) -> None:
        at = chunks.index(chunk)
        dates = [place for place, other in enumerate(chunks) if other.role is Role.DATE]
        before_date = bool(dates) and at < dates[0]
        if self._is_title(chunk, at):
            self._take(chunk, Role.TITLE, Sureness.LIKELY, "its-place")
        elif self._goes_on_addressing(chunk):
            self._take(chunk, Role.ADDRESSEE, Sureness.LIKELY, "its-place")
        elif is_letterhead(chunk) and (before_date or at == 0) and self._addressed_later(chunks, at):
            self.doubts.append(Doubt("import-letterhead", chunk.lines[0].number, chunk.written))
        elif self._is_subject(chunk, chunks, at):
            self._take(chunk, Role.SUBJECT, Sureness.GUESSED, "only-shape")
            self.doubts.append(Doubt("import-subject-guessed", chunk.lines[0].number, chunk.written))
        elif len(chunk.written) > _LEAST_LEAD and ends_a_sentence(chunk.written):
            self.subtitles += chunk.lines
        else:
            self._take(chunk, Role.ADDRESSEE, Sureness.LIKELY, "its-place")

    def _goes_on_addressing(self, chunk: Chunk) -> bool:
        """Whether it stands at once under a line of the address, as a paragraph of its own does in Word."""
        addressed = self.parts.get(Role.ADDRESSEE)
        return addressed is not None and addressed.lines[-1] == chunk.lines[0].number - 1

    def _is_title(self, chunk: Chunk, at: int) -> bool:
        if Role.TITLE in self.parts or at > 1:
            return False
        if chunk.lines[0].form is Form.HEADING:
            return True
        text = " ".join(line.text for line in chunk.lines)
        speaks = _SPEAKS_OF_ITSELF.search(text)
        return bool(speaks) and not looks_like_address(chunk.lines[0].text)

    def _addressed_later(self, chunks: list[Chunk], at: int) -> bool:
        return any(
            chunk.role is Role.ADDRESSEE or (chunk.role is None and not is_letterhead(chunk))
            for chunk in chunks[at + 1 :]
        )

    def _is_subject(self, chunk: Chunk, chunks: list[Chunk], at: int) -> bool:
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
        if len(chunk.written) > _LEAST_LEAD and ends_a_sentence(chunk.written):
            return False
        return earlier and not looks_like_address(chunk.lines[0].text) and len(chunk.written) > 20

    # ---- a statement, which greets nobody

    def _statement(self, chunks: list[Chunk]) -> None:
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

    def _take(self, chunk: Chunk, role: Role, sure: Sureness, why: str) -> None:
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

    def _text(self, chunk: Chunk, role: Role) -> str:
        """What a chunk says, its cue taken off."""
        match role:
            case Role.DATE:
                return self._dated(chunk)
            case Role.ADDRESSEE:
                text = re.sub(r"\n", " \n", chunk.written)
                joined = re.sub(
                    r"(\S+) \n", lambda match: f"{match[1]}{' ' if _GLUE.search(match[1]) else chr(10)}", text
                )
                return CUES[role].sub("", joined).strip(" ,:：\n")
            case Role.CC | Role.ENCLOSURES:
                return CUES[role].sub("", chunk.written).strip(" ,:\n").replace("; ", "\n")
            case Role.SUBJECT | Role.REFERENCE:
                return CUES[role].sub("", self._joiner.joined(chunk.lines)).strip()
            case _:
                return self._joiner.joined(chunk.lines)

    def _dated(self, chunk: Chunk) -> str:
        said = published(chunk.lines[0].text)
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
