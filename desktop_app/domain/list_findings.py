"""What is wrong with a list as a whole. What is wrong with one row is said where it is read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from desktop_app.domain.counting import count
from desktop_app.domain.folding import fold
from desktop_app.domain.hiding import hides_its_name, without_article
from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.domain.roster import names_of, resolve
from desktop_app.domain.signatory import Disclosure, Signatory, Way

_FEW = 2
"""One or two anonymous are easily guessed, by whoever knows who would have signed."""


def findings_of(signatories: Iterable[Signatory], way: Way) -> tuple[Finding, ...]:
    """All that can be told from the rows alone. Places are rows; no finding holds a name."""
    rows = tuple(signatories)
    return (*_named_and_withheld(rows), *_figures(rows, way), *resolve(rows).findings)


def _figures(rows: Sequence[Signatory], way: Way) -> Iterator[Finding]:
    if not any(row.disclosure is Disclosure.NAMED for row in rows):
        yield Finding("no-named-row", Severity.ERROR)
    anonymous = count(rows, way).anonymous
    if 0 < anonymous <= _FEW:
        yield Finding("few-anonymous", Severity.WARNING, values={"anonymous": anonymous})


def _named_and_withheld(rows: Sequence[Signatory]) -> Iterator[Finding]:
    """One organisation named in one row and withheld in another: one of the two is wrong."""
    rows_of: dict[str, list[Signatory]] = defaultdict(list)
    for row in rows:
        for name in {without_article(fold(text)) for text in (*names_of(row), *row.also_known_as)} - {""}:
            rows_of[name].append(row)
    torn: set[int] = set()
    for same in rows_of.values():
        if len({row.disclosure is Disclosure.NAMED and not hides_its_name(row) for row in same}) > 1:
            torn.update(row.row for row in same)
    if torn:
        yield Finding("named-and-withheld", Severity.ERROR, tuple(Place(row=row) for row in sorted(torn)))
