"""What a search of files came to: names that were found, faults, files that could not be read."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.withheld import FormKind
from desktop_app.files.unreadable import WhyUnread


@dataclass(frozen=True, slots=True)
class Hit:
    """A withheld name in a file. It says which row, never which name.

    Attributes:
        file: The file's name or path as the caller gave it.
        part: Part of the package, empty where the file has none.
        row: The signatory's row.
        form: Which form of its name was found.
        certain: False where it only deserves a look: inside a printed name that contains it, or a pending
            signatory named in running text.
    """

    file: str
    part: str
    row: int
    form: FormKind
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that no finished letter may hold: a field left over, a comment, an unknown part."""

    file: str
    part: str
    code: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, or not in this part of it, and why."""

    file: str
    part: str
    why: WhyUnread


@dataclass(frozen=True, slots=True)
class Search:
    """What a search of files came to.

    Attributes:
        forms: How many spellings of the names were looked for.
    """

    files: int
    names: int
    hits: tuple[Hit, ...] = ()
    not_read: tuple[Unread, ...] = ()
    faults: tuple[Fault, ...] = ()
    forms: int = 0

    @property
    def certain(self) -> tuple[Hit, ...]:
        """Hits that stop an export."""
        return tuple(hit for hit in self.hits if hit.certain)

    @property
    def unread(self) -> tuple[str, ...]:
        """Names of the files that could not be read, or not all of them."""
        return tuple(one.file for one in self.not_read)

    @property
    def doubtful(self) -> tuple[Hit, ...]:
        """Hits that deserve a look."""
        return tuple(hit for hit in self.hits if not hit.certain)


def joined(one: Search, other: Search) -> Search:
    """Two searches by one guard, as one."""
    return Search(
        one.files + other.files,
        other.names,
        one.hits + other.hits,
        one.not_read + other.not_read,
        one.faults + other.faults,
        other.forms,
    )


def strongest(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """One hit for each row and part: of several forms of one name the one that says most."""
    kinds = list(FormKind)
    best: dict[tuple[str, str, int], Hit] = {}
    for hit in hits:
        place = (hit.file, hit.part, hit.row)
        known = best.get(place)
        rank = (not hit.certain, kinds.index(hit.form))
        if known is None or rank < (not known.certain, kinds.index(known.form)):
            best[place] = hit
    return tuple(best.values())
