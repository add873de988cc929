"""Lists under a heading or a sentence: "Signed by:", "The undersigned:"."""

import re
from collections.abc import Sequence

from desktop_app.domain.letter_anatomy import cues, formulas, list_cues, marks
from desktop_app.domain.letter_anatomy.dates import only_date
from desktop_app.domain.letter_anatomy.regions.marking import PROSE, Marking, Region
from desktop_app.domain.letter_anatomy.shapes import ends_a_sentence, looks_like_name
from desktop_app.domain.letter_anatomy.source import Form

NOTE = re.compile(r"^(?:[¹²³⁴-⁹]|\[\^?\w{1,3}\]:?\s)")
"""The beginning of a note."""

_COLON = re.compile(r"[\W_]*[:：][\W_]*")
_FEWEST_RUN_ON = 3
_STATEMENT_LINES = 8
_INLINE = re.compile(
    r"^[^:：]{0,80}[:：]\s*(?=\S)|^(?:(?:co-?)?signed|endorsed|supported) by\s+(?-i:(?=[^\W\d_a-z]))|"
    r"^signée? par\s+(?=\S)|"
    r"^(?:firmad|assinad)[oa]s? por\s+(?=\S)|^unterzeichnet von\s+(?=\S)",
    re.IGNORECASE,
)


class AnnouncedLists(Marking):
    """Marks lists with what announces them."""

    def mark(self) -> None:
        """Mark them all; a second one may be of individuals."""
        place = 0
        while place < len(self.lines):
            if self.of[place] is Region.BODY and self._is_cue(place):
                end = self._statement_end(place)
                names = self.names_from(end) or self._names_run_on(end)
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
            self.begins(place)
            and len(text) < 400
            and bool(list_cues.SIGNED.match(text))
            and not (marks.NUMBERED.match(text) or self.lines[place].cells)
        )

    def _is_list(self, place: int, end: int, names: Sequence[int]) -> bool:
        if not names:
            told = names_inline_in(" ".join(line.text for line in self.lines[place:end]))
            return told != "" or self._is_empty_list(place)
        if sum(self.lines[at].text.endswith((";", "；")) for at in names) >= 0.5 * len(names):
            return False  # what is asked for, one by one
        early = self.found.salutation is not None and place < self.found.salutation
        return len(names) >= (3 if early else 1)

    def _is_empty_list(self, place: int) -> bool:
        """Whether it is a heading with a colon and nothing after it: nobody has signed yet."""
        text = self.lines[place].text
        cue = list_cues.SIGNED.match(text)
        is_heading = cue is not None and _COLON.fullmatch(text[cue.end() :]) is not None
        return is_heading and place > 0 and Region.BODY not in self.of[place + 1 :]

    def _statement_end(self, place: int) -> int:
        """Where the sentence ends that stands over the list."""
        end = place + 1
        if not self.page.is_wrapped or self.lines[place].ends:
            return end
        while end < len(self.lines) and end - place < _STATEMENT_LINES:
            line = self.lines[end]
            if line.gap or marks.NUMBERED.match(line.text) or line.is_item or self.lines[end - 1].size < 50:
                break
            end += 1
            if line.ends:
                break
        return end

    def names_from(self, start: int) -> list[int]:
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
        if any(
            cue.match(text)
            for cue in (cues.CC, cues.ENCLOSURES, list_cues.AS_OF, cues.NOTES, formulas.CLOSING)
        ):
            return True
        if cues.POSTSCRIPT.match(text):
            return True
        if line.form is Form.FOOTNOTE or formulas.SALUTATION.match(text) or only_date(text) is not None:
            return True
        if line.gap and NOTE.match(text) and not (marks.IN_BRACKETS.match(text) and self._is_bracketed(at)):
            return True
        if cues.CC_ALONE.match(text):
            return True
        if self.found.salutation is not None and at < self.found.salutation and cues.ADDRESSED.match(text):
            return True
        if begun and list_cues.SIGNED.match(text) and not marks.NUMBERED.match(text) and self.begins(at):
            return True
        return self._is_prose(at)

    def _is_bracketed(self, at: int) -> bool:
        """Whether the names of a list have their numbers in brackets."""
        near = self.lines[max(0, at - 3) : at] or self.lines[at : at + 3]
        after = self.lines[at : at + 3]
        bracketed = [line for line in (*near, *after) if marks.IN_BRACKETS.match(line.text)]
        return len(bracketed) > 1 and all(
            looks_like_name(marks.IN_BRACKETS.sub("", line.text)) for line in bracketed
        )

    def _is_prose(self, at: int) -> bool:
        text = self.lines[at].text
        number = marks.NUMBERED.match(text)
        if len(text) > 260:
            return True
        if number or self.lines[at].is_item:
            return len(text) > 160 and ends_a_sentence(text)
        if len(text) > PROSE and (ends_a_sentence(text) or self._runs_on(at)):
            return True
        return cues.MAIL.search(text) is not None and not looks_like_name(
            cues.MAIL.sub("", text).strip(" ,;:()<>-–")
        )

    def _runs_on(self, at: int) -> bool:
        """Whether a full line goes on in lower case, as only prose does."""
        if not self.page.is_wrapped or at + 1 >= len(self.lines):
            return not self.page.is_wrapped and len(self.lines[at].text) > 180
        following = self.lines[at + 1].text
        return following[:1].islower() and len(following) > PROSE / 2

    def _names_run_on(self, at: int) -> list[int]:
        """One paragraph of names with semicolons between them."""
        line = self.lines[at] if at < len(self.lines) else None
        return [at] if line and len(re.findall("[;；、]", line.text)) >= _FEWEST_RUN_ON else []

    def _mark_as_of(self, at: int) -> None:
        if (
            at < len(self.lines)
            and list_cues.AS_OF.match(self.lines[at].text)
            and len(self.lines[at].text) < 120
        ):
            self.of[at] = Region.AS_OF


def names_inline_in(statement: str) -> str:
    """The names that a statement gives itself: "Signed: A, B and C."; empty where it gives none."""
    cue = _INLINE.match(statement)
    names = statement[cue.end() :].strip() if cue else ""
    parted = len(re.split(r"[;,、،]|\s[·•|]\s| and | et | y | und | e ", names)) >= 2
    return names if parted and len(names) > 10 and not re.search(r"\d{2}", names[:40]) else ""
