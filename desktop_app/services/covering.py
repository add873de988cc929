"""Names that strangers gave to files and to their parts, shown without a withheld name that stands in one."""

import re
from collections import Counter
from dataclasses import replace
from typing import Protocol

from desktop_app.domain.disk_names import other_readings, readable
from desktop_app.services.search_results import Fault, Hit, Search, Unread


class Finder(Protocol):
    """What a ``Guard`` knows of a text."""

    def rows_in(self, text: str) -> list[tuple[int, bool]]:
        """Rows whose names stand in it, and whether that is certain."""

    def forms_in(self, text: str) -> Counter[tuple[int, str]]:
        """How often each form stands in it, with its row."""


_HIDDEN = "(hidden, row {row})"
HIDDEN = re.compile(r"\(hidden, row (\d+)\)")
"""What stands for a name of a file, or of one folder in its path, in which a withheld name stands."""
_BETWEEN = re.compile(r"([!/])")


def covered(name: str, guard: Finder) -> str:
    """A name of a file, or a path, with what holds a withheld name covered; perhaps is enough to cover it."""
    pieces = _BETWEEN.split(name)
    shown = "".join(_covered(piece, guard) for piece in pieces)
    # A name may also begin in a folder and end in what lies there.
    over_ends = guard.forms_in(readable(name)).keys() - {
        form for piece in pieces for form in guard.forms_in(readable(piece))
    }
    return _covered(name, guard) if over_ends or _row_in(HIDDEN.sub("", shown), guard) is not None else shown


def parts_covered(search: Search, guard: Finder) -> Search:
    """The same search, its parts named without a withheld name."""
    # Each letter has the same parts.
    found: tuple[Hit | Unread | Fault, ...] = (*search.hits, *search.not_read, *search.faults)
    shown = {part: covered(part, guard) for part in {one.part for one in found}}
    return replace(
        search,
        hits=tuple(dict.fromkeys(replace(hit, part=shown[hit.part]) for hit in search.hits)),
        not_read=tuple(replace(one, part=shown[one.part]) for one in search.not_read),
        faults=tuple(dict.fromkeys(replace(it, part=shown[it.part]) for it in search.faults)),
    )


def _covered(piece: str, guard: Finder) -> str:
    row = _row_in(piece, guard)
    return readable(piece) if row is None else _HIDDEN.format(row=row)


def _row_in(text: str, guard: Finder) -> int | None:
    readings = (readable(text), _meant(readable(text)), *other_readings(text))
    return next((row for reading in readings for row, _certain in guard.rows_in(reading)), None)


def _meant(text: str) -> str:
    """The name in UTF-8 of an archive that does not say so, which zip files read as the letters of MS-DOS."""
    try:
        return text.encode("cp437").decode("utf-8")
    except UnicodeError:
        return text
