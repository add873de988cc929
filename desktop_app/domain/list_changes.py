"""What shows of the changes between two states of the list: who is named, under which name, how many."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from desktop_app.domain.counting import Count, count
from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.folding import fold
from desktop_app.domain.hiding import hides_its_name
from desktop_app.domain.plain_text import folded
from desktop_app.domain.roster import names_of
from desktop_app.domain.signatory import Disclosure, Signatory, Way

_SAME_SPELLED = 80.0


@dataclass(frozen=True, slots=True)
class Respelled:
    """A signatory that is named in both states, and printed in another way.

    Attributes:
        is_one_name: Whether the two are plainly spellings of one name. If not, the first is named no more.
    """

    row: int
    before: str
    after: str
    is_one_name: bool


@dataclass(frozen=True, slots=True)
class ListChanges:
    """What shows of the changes between two states.

    Attributes:
        added: Names that are printed now, of signatories that were not named before.
        hidden: Rows of now whose signatory was named before.
        gone: How many were named before and have no row any more.
        before: The figures then, ``after`` those of now.
    """

    added: tuple[str, ...]
    hidden: tuple[int, ...]
    gone: int
    spelled: tuple[Respelled, ...]
    before: Count
    after: Count


def list_changes(then: Sequence[Signatory], now: Sequence[Signatory], way: Way) -> ListChanges:
    """Compare two states of the list, counted in one way."""
    same = _matched([row for row in then if row.disclosure is Disclosure.NAMED], now)
    named_now = [row for row in now if row.disclosure is Disclosure.NAMED]
    known = {row.row for row in same.values() if row is not None}
    hidden = [row.row for row in same.values() if row is not None and row.disclosure is not Disclosure.NAMED]
    return ListChanges(
        added=tuple(_printed(row) for row in named_now if row.row not in known),
        hidden=tuple(dict.fromkeys(hidden)),
        gone=sum(row is None for row in same.values()),
        spelled=tuple(_respelled(same)),
        before=count(then, way),
        after=count(now, way),
    )


def _printed(signatory: Signatory) -> str:
    return printed_names([signatory])[0]


def _respelled(same: Mapping[Signatory, Signatory | None]) -> Iterator[Respelled]:
    for was, is_now in same.items():
        if is_now is not None and is_now.disclosure is Disclosure.NAMED:
            before, after = _printed(was), _printed(is_now)
            if before != after:
                yield Respelled(is_now.row, before, after, _is_one_name(before, after, is_now.acronym))


def _is_one_name(before: str, after: str, acronym: str) -> bool:
    shown = Signatory(0, after, Disclosure.NAMED, acronym, listed_as=before)
    return not hides_its_name(shown)


_Key = Callable[[Signatory], str]


def _matched(then: Sequence[Signatory], now: Sequence[Signatory]) -> dict[Signatory, Signatory | None]:
    """For each row of then its row of now: by its name, else by what is nobody else's.

    Two rows that were made one have the same row now.
    """
    found: dict[Signatory, Signatory | None] = dict.fromkeys(then)
    by_name: dict[str, list[Signatory]] = defaultdict(list)
    for row in now:
        for name in dict.fromkeys((*names_of(row), *map(folded, row.also_known_as))):
            by_name[name].append(row)
    for was in then:
        alike = [row for name in names_of(was) for row in by_name.get(name, ())]
        found[was] = min(alike, key=_Nearness(was), default=None)
    _match_rest(found, now, lambda row: folded(row.email))
    _match_rest(found, now, lambda row: folded(row.acronym))
    _match_by_place(found, now)
    return found


@dataclass(frozen=True, slots=True)
class _Nearness:
    """Of several rows of one name the named one comes first, then the one that stands where it stood."""

    was: Signatory

    def __call__(self, row: Signatory) -> tuple[bool, bool]:
        return row.disclosure is not Disclosure.NAMED, row.row != self.was.row


def _match_rest(found: dict[Signatory, Signatory | None], now: Sequence[Signatory], key: _Key) -> None:
    """Match those that nothing matched yet by a key that one row alone has in either state."""
    there = _by_own_key(_free(found, now), key)
    for value, was in _by_own_key(found, key).items():
        if found[was] is None and value in there:
            found[was] = there[value]


def _by_own_key(rows: Iterable[Signatory], key: _Key) -> dict[str, Signatory]:
    rows_of: dict[str, list[Signatory]] = defaultdict(list)
    for row in rows:
        rows_of[key(row)].append(row)
    return {value: same[0] for value, same in rows_of.items() if value and len(same) == 1}


def _match_by_place(found: dict[Signatory, Signatory | None], now: Sequence[Signatory]) -> None:
    """A name that was corrected stays in its row."""
    there = {row.row: row for row in _free(found, now)}
    for was, matched in found.items():
        same_place = there.get(was.row)
        if matched is None and same_place is not None and _is_like(was.name, same_place.name):
            found[was] = same_place


def _is_like(name: str, other: str) -> bool:
    return fuzz.ratio(fold(name), fold(other)) >= _SAME_SPELLED


def _free(found: Mapping[Signatory, Signatory | None], now: Iterable[Signatory]) -> list[Signatory]:
    taken = {row.row for row in found.values() if row is not None}
    return [row for row in now if row.row not in taken]
