"""Letters that still lie in ``exports/`` and print somebody who is not to be named any longer.

A row that is hidden in the program is held against them at once; one that was hidden in Excel only here.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.hiding import may_be_shown
from desktop_app.domain.plain_text import folded
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.kept_copies import exports_kept
from desktop_app.files.list_file import list_in
from desktop_app.files.package_gate import read_bytes
from desktop_app.services.naming import EXPORTS
from desktop_app.services.opening import OpenCampaign


def named_in_exports(opened: OpenCampaign) -> Iterator[Finding]:
    """The rows that are withheld now and that letters in ``exports/`` print, with the days of these."""
    hidden = {row.row: _names(row) for row in opened.signatories if row.name and not may_be_shown(row)}
    now = set(map(folded, printed_names(opened.signatories)))
    rows: set[int] = set()
    days: dict[str, None] = {}
    for name, when, copy in exports_kept(opened.folder) if hidden else ():
        if not (opened.folder / EXPORTS / name).is_dir():
            continue
        then = _printed_in(opened.listed.path, _bytes_of(copy), opened.listed.password) - now
        if named := {row for row, names in hidden.items() if names & then}:
            rows |= named
            days[when.date().isoformat()] = None
    if rows:
        places = tuple(Place(opened.list_file, row=row) for row in sorted(rows))
        yield Finding("named-in-exports", Severity.WARNING, places, {"days": tuple(days)})


def _names(row: Signatory) -> frozenset[str]:
    """What a letter would have printed of it; a row that hides its name now prints the other by right."""
    other = row.listed_as if row.disclosure is not Disclosure.NAMED else ""
    return frozenset(folded(name) for name in (row.name, other) if name)


def _bytes_of(path: Path) -> bytes:
    try:
        return read_bytes(path)
    except ProblemError:
        return b""


# Every check asks, and the list as it went out is mostly the same for several exports.
@lru_cache(maxsize=4)
def _printed_in(path: Path, data: bytes, password: str) -> frozenset[str]:
    try:
        then = list_in(path, data, password)
    except ProblemError:
        return frozenset()  # locked with an older password
    return frozenset(map(folded, printed_names(then.signatories)))
