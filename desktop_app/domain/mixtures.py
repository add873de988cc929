"""Where a claimed figure may have come from: a plain way of counting, or a mixture of two."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement, islice, permutations, product

from desktop_app.domain.campaign import Claim
from desktop_app.domain.counting import count, counted_of, number_of
from desktop_app.domain.roster import Entry, resolve
from desktop_app.domain.signatory import Disclosure, Signatory, Way

_MOST_EXCEPTIONS = 3
_MOST_MIXTURES = 5
"""More of them explain nothing: with enough umbrellas any figure can be reached."""

_Figures = tuple[int, ...]
"""Total and anonymous, as far as they are claimed; or how these change."""


@dataclass(frozen=True, slots=True)
class Mixture:
    """All counted one ``way``, but the umbrellas in ``rows`` the ``other``."""

    way: Way
    other: Way
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ClaimExplanation:
    """How a claimed figure may have come about.

    Attributes:
        agrees: Whether the list, counted as the campaign and its umbrellas say, gives the claim.
        ways: The plain ways that give it: every umbrella counted alike.
        mixtures: Where no plain way does: a few that do, those with the fewest exceptions first.
    """

    agrees: bool
    ways: tuple[Way, ...]
    mixtures: tuple[Mixture, ...]


def explain_claim(signatories: Iterable[Signatory], claim: Claim, way: Way) -> ClaimExplanation:
    """Hold a claim against every way of counting the list."""
    rows = tuple(signatories)
    counted = count(rows, way)
    search = _Search(resolve(rows).entries, claim)
    ways = tuple(plain for plain in Way if search.count(plain) == search.wanted)
    mixtures = () if ways else tuple(islice(search.mixtures(), _MOST_MIXTURES))
    agrees = search.claimed(counted.total, counted.anonymous) == search.wanted
    return ClaimExplanation(agrees, ways, mixtures)


class _Search:
    """Tries exceptions to a plain way.

    Umbrellas that change the figures alike stand in for each other, so the search runs over changes, of
    which there are few, and not over umbrellas, of which there may be hundreds.
    """

    def __init__(self, entries: Sequence[Entry], claim: Claim) -> None:
        self._entries = entries
        self._claim = claim
        self.wanted = tuple(figure for figure in (claim.total, claim.anonymous) if figure is not None)
        self._by_way = {way: [self._figures(entry, way) for entry in entries] for way in Way}

    def claimed(self, total: int, anonymous: int) -> _Figures:
        """Those of the two figures about which something is claimed."""
        pairs = ((total, self._claim.total), (anonymous, self._claim.anonymous))
        return tuple(figure for figure, claimed in pairs if claimed is not None)

    def count(self, way: Way) -> _Figures:
        """The claimed figures, with every umbrella counted alike."""
        return _sum(self._by_way[way], len(self.wanted))

    def mixtures(self) -> Iterator[Mixture]:
        """All that give the claim, the fewest exceptions first."""
        for size in range(1, _MOST_EXCEPTIONS + 1):
            for way, other in permutations(Way, 2):
                for rows in self._exceptions(way, other, size):
                    yield Mixture(way, other, rows)

    def _exceptions(self, way: Way, other: Way, size: int) -> Iterator[tuple[int, ...]]:
        rows_of = self._rows_by_change(way, other)
        missing = _difference(self.wanted, self.count(way))
        for changes in _adding_up(missing, sorted(rows_of), size):
            groups = (combinations(rows_of[one], changes.count(one)) for one in dict.fromkeys(changes))
            for chosen in product(*groups):
                yield tuple(sorted(row for rows in chosen for row in rows))

    def _rows_by_change(self, way: Way, other: Way) -> dict[_Figures, list[int]]:
        rows_of: dict[_Figures, list[int]] = defaultdict(list)
        for entry, then, now in zip(self._entries, self._by_way[other], self._by_way[way], strict=True):
            if then != now:
                rows_of[_difference(then, now)].append(entry.signatory.row)
        return rows_of

    def _figures(self, entry: Entry, way: Way) -> _Figures:
        counted = counted_of(entry, way)
        return self.claimed(len(counted), number_of(counted, Disclosure.ANONYMOUS))


def _adding_up(target: _Figures, changes: Sequence[_Figures], size: int) -> Iterator[tuple[_Figures, ...]]:
    """Choices of ``size`` changes, repetition allowed, that sum up to the target. ``changes`` are sorted."""
    known = set(changes)
    for first in combinations_with_replacement(changes, size - 1):
        last = _difference(target, _sum(first, len(target)))
        if last in known and (not first or last >= first[-1]):
            yield (*first, last)


def _sum(figures: Iterable[_Figures], length: int) -> _Figures:
    return tuple(map(sum, zip(*figures, strict=True))) or (0,) * length


def _difference(one: _Figures, other: _Figures) -> _Figures:
    return tuple(a - b for a, b in zip(one, other, strict=True))
