"""A line of a letter that holds something."""

import unicodedata
from dataclasses import dataclass

from desktop_app.domain.letter_anatomy.marks import BULLET, ENDS, LETTERED, NUMBERED
from desktop_app.domain.letter_anatomy.source import Form


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something. ``gap`` tells of blank space before it."""

    number: int
    text: str
    form: Form
    level: int
    marker: str
    cells: tuple[str, ...]
    gap: bool
    starts_page: bool
    indent: int
    is_after_furniture: bool = False

    @property
    def size(self) -> int:
        """How wide it is on paper, in Latin characters: an ideograph is as wide as two."""
        return len(self.text) + sum(unicodedata.east_asian_width(each) in "WF" for each in self.text)

    @property
    def is_item(self) -> bool:
        """Whether it begins with a bullet, or the file says that it is an item."""
        return self.form is Form.ITEM or bool(BULLET.match(self.text) or LETTERED.match(self.text))

    @property
    def is_numbered(self) -> bool:
        """Whether it begins with a number and a point."""
        return bool(NUMBERED.match(self.text))

    @property
    def ends(self) -> bool:
        """Whether a sentence or a clause ends with it."""
        return bool(ENDS.search(self.text))
