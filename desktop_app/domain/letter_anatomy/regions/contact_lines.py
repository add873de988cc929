"""Whom readers may ask: a line that says so, and those after it."""

from desktop_app.domain.letter_anatomy import cues, list_cues, marks
from desktop_app.domain.letter_anatomy.regions.marking import Marking, Region
from desktop_app.domain.letter_anatomy.source import Form


class ContactLines(Marking):
    """Marks the contacts."""

    def mark(self) -> None:
        """Mark them wherever they stand; there may be several."""
        place = 0
        while place < len(self.lines):
            line = self.lines[place]
            if self.begins(place) and cues.CONTACTS.match(line.text) and self._has_address(place):
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
        number = marks.NUMBERED.match(text)
        return bool(
            list_cues.SIGNED.match(text)
            or cues.CC.match(text)
            or cues.ENCLOSURES.match(text)
            or list_cues.AS_OF.match(text)
            or (cues.NOTES.match(text) and self.lines[at].gap)
            or self.lines[at].form in (Form.HEADING, Form.CELLS)
            or (number and not cues.MAIL.search(text) and not cues.PHONE.search(text))
        )
