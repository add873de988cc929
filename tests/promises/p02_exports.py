"""P2b: where a withheld name slips past the projection, whatever the mistake, no file is handed over."""

import random
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from promises.generated import Case, made
from promises.kept import Outcome, Promise, of_sizes

from desktop_app.bootstrap import bootstrap
from desktop_app.domain.disclosure import printed_names, project
from desktop_app.domain.printed_list import Listed
from desktop_app.domain.reporting import LeakError
from desktop_app.domain.signatory import Disclosure, Signatory

_Spoiled = Callable[[tuple[Listed, ...], str], tuple[Listed, ...]]
_MISTAKES: Mapping[str, _Spoiled] = {
    "a row more": lambda listed, name: (*listed, Listed(name)),
    "the first row": lambda listed, name: (Listed(name), *listed),
    "in the place of another": lambda listed, name: (replace(listed[0], name=name), *listed[1:]),
    "a member": lambda listed, name: (*listed[:-1], replace(listed[-1], members=(Listed(name),))),
    "a title": lambda listed, name: (replace(listed[0], title=name), *listed[1:]),
    "an acronym": lambda listed, name: (*listed[:-1], replace(listed[-1], acronym=name)),
    "a country": lambda listed, name: (replace(listed[0], country=name), *listed[1:]),
    "behind another's name": lambda listed, name: (
        replace(listed[0], name=f"{listed[0].name} ({name})"),
        *listed[1:],
    ),
}
_LONGEST = 40


def _check(exports: int, folder: Path) -> Outcome:
    reference = bootstrap().reference
    faults: list[str] = []
    tried = number = 0
    mistakes = list(_MISTAKES.items())
    while tried < exports:
        number += 1
        place = folder / str(number)
        place.mkdir()
        case = made(number, place, reference, pdf=False, longest=_LONGEST)
        withheld = _withheld(case)
        if withheld:
            what, mistake = mistakes[tried % len(mistakes)]
            row = random.Random(number).choice(withheld)  # noqa: S311 - the same dice each time
            fault = _fault(case, row, mistake)
            faults += [f"campaign {number}, {what}: {fault}"] if fault else []
            tried += 1
        shutil.rmtree(place)
    return Outcome(
        f"{tried - len(faults):,} of {tried:,} exports were refused in which one of {len(mistakes)} mistakes "
        "printed an anonymous name; no file was left",
        tuple(faults),
    )


def _withheld(case: Case) -> Sequence[Signatory]:
    """Who has chosen to stay anonymous, and whose name no letter prints for another row.

    Those who have not answered, or have gone, may be spoken of in a sentence; that is only warned of.
    """
    shown = set(printed_names(case.bench.signatories))
    rows = case.bench.signatories
    return [row for row in rows if row.disclosure is Disclosure.ANONYMOUS and row.name not in shown]


def _fault(case: Case, row: Signatory, mistake: _Spoiled) -> str:
    """What is wrong after an export with this mistake; empty where it is as it should be."""

    def spoiled(rows: Iterable[Signatory]) -> tuple[Listed, ...]:
        return mistake(project(rows), row.name)

    try:
        with patch("desktop_app.services.exporting.project", spoiled):
            case.bench.export(None, *case.formats)
    except LeakError as leak:
        if row.name in repr((leak.findings, leak.values, leak.place)):
            return "the refusal tells the name"
        left = [path.name for path in case.bench.folder.rglob("*") if path.is_file()]
        return f"left behind: {len(left) - 2} files" if len(left) > 2 else ""
    return "handed over"


PROMISE = Promise(
    number="P2b",
    says="An export is searched before it is handed over: a name that a mistake let through stops it.",
    cases=of_sizes(16, 160, 1_000),
    check=_check,
)
