"""docs/promises.md: what was found, and on which day."""

import re
from collections.abc import Sequence
from datetime import date

from promises.kept import Outcome, Promise, Size

_NEVER = "-"
_COLUMNS = (Size.SHORT, Size.FULL)


def with_outcome(page: str, promise: Promise, size: Size, outcome: Outcome, day: date) -> str:
    """The page with what a check has found in the row of its promise; a new row at the end of the table."""
    rows = _rows(page)
    cells = rows.get(promise.number, (_NEVER, _NEVER))
    said = outcome.figure if not outcome.faults else f"**broken**: {outcome.figure}"
    said += f"; not checked: {outcome.left_out}" if outcome.left_out else ""
    found = f"{said} ({day.isoformat()})".replace("|", "/")
    new = tuple(found if size is column else cell for column, cell in zip(_COLUMNS, cells, strict=True))
    line = f"| {promise.number} | {promise.says} | {new[0]} | {new[1]} | `{command(promise)}` |"
    if promise.number in rows:
        return re.sub(rf"^\| {promise.number} \|.*$", lambda _: line, page, flags=re.MULTILINE)
    last = [match.end() for match in re.finditer(r"^\|.*$", page, re.MULTILINE)][-1]
    return f"{page[:last]}\n{line}{page[last:]}"


def command(promise: Promise) -> str:
    """What shows the figure of the second column; with --full that of the third."""
    return f"python3 dev.py promises {promise.number}"


def numbers(page: str) -> Sequence[str]:
    """The promises that have a row."""
    return tuple(_rows(page))


def _rows(page: str) -> dict[str, tuple[str, str]]:
    cells = [line.strip("|").split(" | ") for line in page.splitlines() if re.match(r"\| P\d", line)]
    return {row[0].strip(): (row[2].strip(), row[3].strip()) for row in cells}
