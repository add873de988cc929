"""Which rows are probably one organisation, how surely, and why. It asks; nobody is merged by it."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from desktop_app.domain.country_names import country_names
from desktop_app.domain.duplicates.blocking import worth_comparing
from desktop_app.domain.duplicates.comparing import Comparison, Reason, Verdict
from desktop_app.domain.duplicates.reading import LONGEST, readings_of
from desktop_app.domain.roster import meant_umbrellas
from desktop_app.domain.signatory import Signatory
from desktop_app.domain.withheld import is_no_name

__all__ = ["Pair", "Reason", "find_pairs"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows that are probably one signatory.

    Attributes:
        a: The upper row.
        b: The lower row.
        score: From 60 to 100, the surest.
        reasons: Why, in the order in which they are said.
    """

    a: int
    b: int
    score: int
    reasons: tuple[Reason, ...]


def find_pairs(signatories: Iterable[Signatory], about: Collection[str] = ()) -> tuple[Pair, ...]:
    """Pairs of rows that are probably one signatory, the surest first.

    A network and its own member are none, whatever they are called; nor are two rows named "Anonymous".

    Args:
        signatories: The whole list.
        about: Two-letter codes of the countries the letter is about; in a name they say little.
    """
    rows = tuple(signatories)
    countries = country_names()
    with_names = (signatory for signatory in rows if not is_no_name(signatory.name[:LONGEST]))
    readings = [reading for signatory in with_names for reading in readings_of(signatory, countries)]
    often = Counter(word for reading in readings for word in set(reading.words))
    comparison = Comparison(often, about)
    related = {(row, other.row) for row, umbrellas in meant_umbrellas(rows).items() for other in umbrellas}
    best: dict[tuple[int, int], Verdict] = {}
    for one, other in worth_comparing(readings):
        key = (min(one.row, other.row), max(one.row, other.row))
        if key in related or key[::-1] in related:
            continue
        verdict = comparison.of(one, other)
        if verdict and (key not in best or _rank(verdict) < _rank(best[key])):
            best[key] = verdict
    pairs = (Pair(a, b, score, _in_order(reasons)) for (a, b), (score, reasons) in best.items())
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.a, pair.b)))


def _rank(verdict: Verdict) -> tuple[int, tuple[Reason, ...]]:
    score, reasons = verdict
    return -score, _in_order(reasons)


def _in_order(reasons: Collection[Reason]) -> tuple[Reason, ...]:
    return tuple(reason for reason in Reason if reason in reasons)
