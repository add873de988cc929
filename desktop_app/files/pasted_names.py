"""Names alone, one a line, as they are pasted from a message: with bullets and numbers before them."""

import re
from collections.abc import Iterable, Sequence

from desktop_app.domain.plain_text import folded, plain
from desktop_app.domain.refusals import is_name_of_hidden, is_no_name, names_nobody
from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.domain.sign_ons import SignOn
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.sheetml import LONGEST_TEXT, fits_a_cell
from desktop_app.files.spreadsheet import SheetRow

_MARK = re.compile(r"(?:\(?\d{1,4}[.)]|[-*•‣◦▪■●○·–—➢✓])\s+(?=\S)")
"""What stands before an item. A number that is part of a name has no dot and blank after it."""


class PastedNames:
    """The sign-ons in names alone, and what was odd about them.

    Args:
        file: For places.
        rows: Each with one cell that is not blank.
        listed: How they appear.

    Attributes:
        doubtful: Lines that are no sign-on for us, each with the reason.
        findings: What was odd about the others.
    """

    def __init__(self, file: str, rows: Sequence[SheetRow], listed: Disclosure) -> None:
        self._file, self._listed = file, listed
        self.doubtful: list[Finding] = []
        self.findings: list[Finding] = []
        names = {row.number: _text(row) for row in rows}
        bare = dict(zip(names, without_marks(list(names.values())), strict=True))
        if bare != names:
            names = bare
            self._note("name-marks-dropped", Severity.NOTE, ())
        self._names = names
        self.sign_ons = tuple(
            self._sign_on(number, name) for number, name in names.items() if self._is_one(number, name)
        )
        hidden = [sign_on.row for sign_on in self.sign_ons if sign_on.signatory.disclosure is not listed]
        if hidden:
            self._note("asks-to-be-hidden", Severity.WARNING, hidden)

    def _is_one(self, number: int, name: str) -> bool:
        place = (Place(self._file, row=number),)
        earlier = (folded(text) for row, text in self._names.items() if row < number)
        if is_no_name(name) or (names_nobody(name) and folded(name) in earlier):
            self.doubtful.append(Finding("name-is-none", Severity.WARNING, place))
        elif not fits_a_cell(name):
            self.doubtful.append(
                Finding("list-text-too-long", Severity.WARNING, place, {"most": LONGEST_TEXT})
            )
        else:
            return True
        return False

    def _sign_on(self, number: int, name: str) -> SignOn:
        listed = Disclosure.ANONYMOUS if is_name_of_hidden(name) else self._listed
        return SignOn(number, folded(name), "", Signatory(0, name, listed, source=self._file))

    def _note(self, code: str, severity: Severity, rows: Iterable[int]) -> None:
        places = tuple(Place(self._file, row=row) for row in rows) or (Place(self._file),)
        self.findings.append(Finding(code, severity, places))


def without_marks(names: Sequence[str]) -> list[str]:
    """Names without the bullets and numbers before them, where most of them have one."""
    if 2 * sum(_MARK.match(name) is not None for name in names) > len(names):
        return [_MARK.sub("", name, count=1) for name in names]
    return list(names)


def _text(row: SheetRow) -> str:
    return next(plain(cell.text) for cell in row.cells if not cell.is_blank)
