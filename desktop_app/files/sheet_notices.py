"""What is to be said of a table as a whole: how its letters were read, and what it hides."""

from collections.abc import Iterator, Sequence

from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.files.guessed_encoding import shows_the_guess
from desktop_app.files.sheet_hidden import Hidden
from desktop_app.files.sheetml import column_letters
from desktop_app.files.spreadsheet import SheetRow


def of_guess(rows: Sequence[SheetRow], file: str) -> Iterator[Finding]:
    """That the encoding was guessed, with the row that shows it best: one below the headings, if any."""
    beyond = {
        row.number: text for row in rows if not (text := "".join(cell.text for cell in row.cells)).isascii()
    }
    if beyond:
        shows = min(
            beyond, key=lambda number: (not shows_the_guess(beyond[number]), number == rows[0].number)
        )
        yield Finding("encoding-guessed", Severity.WARNING, (Place(file, row=shows),))


def of_hidden(rows: Sequence[SheetRow], hidden: Hidden, file: str) -> Iterator[Finding]:
    """What is hidden and has something in it."""
    places = tuple(Place(file, row=row.number) for row in rows if row.number in hidden.rows)
    if places:
        yield Finding("rows-hidden", Severity.WARNING, places, {"rows": len(places)})
    filled = {column for row in rows for column, _cell in row.filled}
    if letters := tuple(map(column_letters, _within(sorted(filled), sorted(hidden.columns)))):
        yield Finding("columns-hidden", Severity.NOTE, (Place(file),), {"columns": letters})
    if hidden.sheets:
        yield Finding("sheets-hidden", Severity.NOTE, (Place(file),), {"sheets": hidden.sheets})


def _within(columns: Sequence[int], stretches: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Those that lie in a stretch. Both are sorted: a sheet made by an enemy may have very many of each."""
    at = reach = 0
    for column in columns:
        while at < len(stretches) and stretches[at][0] <= column:
            reach = max(reach, stretches[at][1])
            at += 1
        if column <= reach:
            yield column
