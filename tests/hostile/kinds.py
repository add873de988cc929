"""What a hostile file is: how it is made, through which command it is tried, and what must come of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Use(StrEnum):
    """Where somebody would put the file."""

    LETTER = "letter"
    """``undersigned import FILE DIR``."""
    DRAFT = "draft"
    """As letter.docx of a campaign."""
    FORM = "form"
    """``undersigned signatories import DIR FILE``."""
    LIST = "list"
    """As the list of a campaign."""
    SETTINGS = "settings"
    """As campaign.toml."""
    OWN_LIST = "own list"
    """``undersigned recipients DIR --to FILE``."""
    SCAN = "scan"
    """``undersigned scan DIR FILE``."""


OPENS = "opens"
"""Read, with whatever findings; never a code of an error that stops the work."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """One file.

    Attributes:
        name: Its file name, its ending included.
        what: What it is.
        put: Makes it at a path.
        use: How it is tried.
        outcome: ``OPENS``, or the code of the sentence with which it is refused.
        says: What must stand in the answer: text that may not be lost.
    """

    name: str
    what: str
    put: Callable[[Path], object]
    use: Use
    outcome: str
    says: tuple[str, ...] = ()


Make = bytes | str | Callable[[], bytes] | Callable[[], str]


def put(content: Make) -> Callable[[Path], object]:
    """What writes some bytes, a text, or bytes that are made when they are needed."""

    def write(path: Path) -> object:
        made = content() if callable(content) else content
        return path.write_bytes(made.encode("utf-8", "surrogatepass") if isinstance(made, str) else made)

    return write


Rows = dict[str, tuple[Make, str] | tuple[Make, str, str]]


def several(use: Use, suffix: str, rows: Rows) -> list[Hostile]:
    """Files of one use, by what they are: content, outcome and, perhaps, what must stand in the answer."""
    made = []
    for number, (what, row) in enumerate(rows.items(), start=1):
        name = f"{use.value.replace(' ', '-')}-{number:02}{suffix}"
        made.append(Hostile(name, what, put(row[0]), use, row[1], row[2:]))
    return made
