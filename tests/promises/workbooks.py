"""P7: what else the workbook of the list holds survives every edit, or the edit is refused."""

import itertools
import random
from collections.abc import Callable
from pathlib import Path

from files.list_workbooks_by_openpyxl import BY_OPENPYXL, by_openpyxl
from files.workbook_edits import CHECKS, KEPT, Edited
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from promises.kept import Outcome, Promise, of_sizes

from desktop_app.domain.reporting import ProblemError


def _check(cases: int, _folder: Path) -> Outcome:
    pairs = list(itertools.combinations(BY_OPENPYXL, 2))
    random.Random(7).shuffle(pairs)  # noqa: S311 - chance, not a secret
    books: list[tuple[str, Callable[[], bytes]]] = [
        *KEPT.items(),
        *((f"{one} and {other}", _both(one, other)) for one, other in pairs),
    ]
    step = max(1, len(KEPT) // max(1, cases // 2)) if cases < len(KEPT) else 1
    faults: list[str] = []
    kept = refused = 0
    for name, make in books[::step]:
        if kept + refused + len(faults) == cases:
            break
        try:
            data = make()
        except (ValueError, TypeError, AttributeError, IndexError):
            continue  # no program writes the two together
        try:
            case = Edited(data)
        except ProblemError:
            refused += 1
            continue
        except KeyError:
            continue  # rows put above a table, which openpyxl leaves where it was: no program writes that
        lost = [check.__name__ for check in CHECKS if not _holds(check, case)]
        kept += not lost
        if lost:
            faults.append(f"{name}: {', '.join(lost)}")
    said = f"{len(faults)} of {kept + refused + len(faults)} workbooks lost something in silence"
    return Outcome(f"{said}; {refused} edits were refused with the reason", tuple(faults))


def _both(one: str, other: str) -> Callable[[], bytes]:
    def dress(book: Workbook, sheet: Worksheet) -> None:
        BY_OPENPYXL[one](book, sheet)
        BY_OPENPYXL[other](book, sheet)

    return lambda: by_openpyxl(dress)


def _holds(check: Callable[[Edited], None], case: Edited) -> bool:
    try:
        check(case)
    except AssertionError:
        return False
    return True


WORKBOOKS = Promise(
    "P7",
    "Whatever else is in the list's workbook survives a save, or the save is refused with the reason.",
    of_sizes(30, 150, 600),
    _check,
)
