"""P1: no withheld name is in any exported file, in any encoding, as programs that are not ours find out."""

import shutil
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path

from promises.generated import made
from promises.kept import Outcome, Promise, of_sizes
from promises.planting import package
from promises.strict_search import Searcher, Unscannable

from desktop_app.bootstrap import bootstrap
from desktop_app.domain.reporting import LeakError, RefusedError
from desktop_app.files import libreoffice
from desktop_app.files.reference_data import Reference

_ONE_IN = 10
"""Of so many campaigns one is made into PDF and mail as well."""
_MANY = 200
"""Exports for which it pays to begin a process on every core."""


@dataclass(frozen=True, slots=True)
class _Searched:
    """What was found in one export; neither kinds nor faults where it was refused.

    Attributes:
        kinds: How many files of each kind were searched.
        secrets: How many names and addresses they were searched for.
        faults: What broke the promise.
        leaks: Whether a file holds one of them.
    """

    kinds: Counter[str] = field(default_factory=Counter)
    secrets: int = 0
    faults: tuple[str, ...] = ()
    leaks: bool = False


def _check(exports: int, folder: Path) -> Outcome:
    work = partial(_searched, folder)
    if exports < _MANY:
        searched = list(map(work, range(exports)))
    else:
        with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
            searched = list(pool.map(work, range(exports), chunksize=10))
    counted = sum((one.kinds for one in searched), Counter[str]())
    faults = [fault for one in searched for fault in one.faults]
    refused = sum(not one.kinds and not one.faults for one in searched)
    if refused:
        faults.append(f"{refused} of {exports} exports were refused")
    kinds = ", ".join(f"{number} {kind}" for kind, number in counted.most_common())
    leaks = sum(one.leaks for one in searched)
    figure = (
        f"{leaks} of {exports:,} exports with {counted.total():,} files ({kinds}) hold one of "
        f"{sum(one.secrets for one in searched):,} withheld names and addresses"
    )
    left_out = "" if _can_convert() else "PDF and e-mail drafts: no LibreOffice, qpdf"
    return Outcome(figure, tuple(faults), left_out)


def _searched(folder: Path, number: int) -> _Searched:
    place = folder / str(number)
    place.mkdir()
    case = made(number, place, _reference(), pdf=_can_convert() and number % _ONE_IN == _ONE_IN // 2)
    try:
        done = case.bench.export(None, *case.formats)
    except RefusedError:
        return _Searched()
    except LeakError:
        fault = f"campaign {number}: the name check found what the writers should not have written"
        return _Searched(faults=(fault,))
    searcher = Searcher(case.secrets, case.runs)
    faults: list[str] = []
    if case.secrets and not _is_alive(searcher, case.secrets[0], place):
        faults.append(f"campaign {number}: the search did not find a name that was put there")
    kinds: Counter[str] = Counter()
    leaks = False
    for path in sorted(done.folder.iterdir()):
        kinds[path.suffix[1:]] += 1
        if _tells(searcher, path):
            leaks = True
            faults.append(f"campaign {number}: {path.suffix} holds a withheld name")
    shutil.rmtree(place)
    return _Searched(kinds, len(case.secrets), tuple(faults), leaks)


@cache
def _reference() -> Reference:
    return bootstrap().reference


def _can_convert() -> bool:
    return libreoffice.program() is not None and all(map(shutil.which, ("qpdf", "pdftotext")))


def _is_alive(searcher: Searcher, secret: str, folder: Path) -> bool:
    """Whether the search finds a name that is planted for it, packed."""
    path = folder / "planted.docx"
    path.write_bytes(package({"word/document.xml": b"<w:t>" + secret.encode() + b"</w:t>"}))
    return searcher.found_in(path)


def _tells(searcher: Searcher, path: Path) -> bool:
    try:
        return searcher.found_in(path)
    except Unscannable:
        return True


PROMISE = Promise(
    number="P1",
    says="No withheld name leaves: independent tools find none in any exported file.",
    cases=of_sizes(6, 60, 10_000),
    check=_check,
)
