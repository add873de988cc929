"""What is wrong with a list as a whole. What is wrong with one row is said where it is read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.counting import count
from desktop_app.domain.folding import fold
from desktop_app.domain.hiding import hides_its_name, is_secret, without_article
from desktop_app.domain.parts_of_names import PartsOfNames
from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.domain.roster import names_of, resolve
from desktop_app.domain.signatory import Disclosure, Signatory, Way
from desktop_app.domain.withheld import unsought

_FEW = 2
"""One or two anonymous are easily guessed, by whoever knows who would have signed."""


def findings_of(signatories: Iterable[Signatory], way: Way) -> tuple[Finding, ...]:
    """All that can be told from the rows alone. Places are rows; no finding holds a name."""
    rows = tuple(signatories)
    torn = _named_and_withheld(rows)
    found = [Finding("named-and-withheld", Severity.ERROR, _places(torn))] if torn else []
    if short := [row.row for row in unsought(rows)]:
        found.append(Finding("withheld-unsearchable", Severity.WARNING, _places(short)))
    return (*found, *_named_like_withheld(rows, torn), *_figures(rows, way), *resolve(rows).findings)


def _figures(rows: Sequence[Signatory], way: Way) -> Iterator[Finding]:
    if not any(row.disclosure is Disclosure.NAMED for row in rows):
        yield Finding("no-named-row", Severity.ERROR)
    anonymous = count(rows, way).anonymous
    if 0 < anonymous <= _FEW:
        yield Finding("few-anonymous", Severity.WARNING, values={"anonymous": anonymous})


def _named_and_withheld(rows: Sequence[Signatory]) -> set[int]:
    """Rows of one organisation named in one row and withheld in another: one of the two is wrong."""
    rows_of: dict[str, list[Signatory]] = defaultdict(list)
    for row in rows:
        for name in {without_article(fold(text)) for text in (*names_of(row), *row.also_known_as)} - {""}:
            rows_of[name].append(row)
    torn: set[int] = set()
    for same in rows_of.values():
        if len({row.disclosure is Disclosure.NAMED and not hides_its_name(row) for row in same}) > 1:
            torn.update(row.row for row in same)
    return torn


def _named_like_withheld(rows: Sequence[Signatory], torn: set[int]) -> Iterator[Finding]:
    """Rows that print a part of a withheld name, or a name that holds it; and the withheld ones."""
    parts = PartsOfNames()
    for withheld in filter(is_secret, rows):
        parts.add_withheld(withheld.row, withheld)
    named = [row for row in rows if row.disclosure is Disclosure.NAMED]
    printed = [replace(row, name=row.listed_as) if hides_its_name(row) else row for row in named]
    like = parts.met_by(printed)
    # What a row hides of itself was decided with its "Listed as".
    pairs = [{row.row, other.row} for row in printed for other in like.get(row.name, ())]
    if met := {row for pair in pairs if len(pair) > 1 and not pair <= torn for row in pair}:
        yield Finding("named-like-withheld", Severity.WARNING, _places(met))


def _places(rows: Iterable[int]) -> tuple[Place, ...]:
    return tuple(Place(row=row) for row in sorted(rows))
