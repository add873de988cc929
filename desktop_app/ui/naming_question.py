"""What is asked before one who said no is named, or somebody of a like name: about whom, and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.support.i18n import _
from desktop_app.wording import of_place
from desktop_app.wording.in_window import of_problem

LIKE_WITHHELD = "naming-like-withheld"
NEEDS_SOURCE = frozenset({"naming-needs-source", "naming-needs-confirmation", LIKE_WITHHELD})
"""Naming is refused until somebody says on what it rests."""
_SAID_NO = frozenset({Disclosure.ANONYMOUS, Disclosure.WITHDRAWN})
_MOST = 12


def question(problem: ProblemError, rows: Iterable[Signatory]) -> str:
    """The sentence for rows that were to be named; it says all of whom the answer is taken for."""
    if problem.code == LIKE_WITHHELD:
        return f"{of_problem(problem)} ({of_place(problem.place)})"
    said_no = [row.row for row in rows if row.disclosure in _SAID_NO]
    if len(said_no) < 2:
        said = _("Row {row} asked not to be named. On what does naming it rest?")
        return said.format(row=problem.place.row)
    numbers = ", ".join(map(str, said_no[:_MOST])) + (", …" if len(said_no) > _MOST else "")
    said = _("{number} of these asked not to be named: rows {rows}. On what does naming each of them rest?")
    return said.format(number=len(said_no), rows=numbers)


def with_source(
    new: Sequence[Signatory], like: Mapping[str, Sequence[Signatory]], problem: ProblemError, source: str
) -> tuple[Signatory, ...]:
    """New rows, with a source for those that are like the row which was asked about, and no others.

    Args:
        new: The rows.
        like: The rows of the list that each of them is like, by its name.
        problem: What asked.
        source: What was answered.
    """
    asked = {name for name, rows in like.items() if rows[0].row == problem.place.row}
    return tuple(replace(row, source=source) if row.name in asked else row for row in new)
