"""P1: no withheld name is in any exported file, in any encoding, as programs that are not ours find out."""

import shutil
from collections import Counter
from pathlib import Path

from promises.generated import made
from promises.kept import Outcome, Promise, of_sizes
from promises.planting import package
from promises.strict_search import Searcher, Unscannable

from desktop_app.bootstrap import bootstrap
from desktop_app.domain.reporting import LeakError, RefusedError
from desktop_app.files import libreoffice

_ONE_IN = 10
"""Of so many campaigns one is made into PDF and mail as well."""


def _check(files: int, folder: Path) -> Outcome:
    reference = bootstrap().reference
    can_convert = libreoffice.program() is not None and shutil.which("qpdf") and shutil.which("pdftotext")
    faults: list[str] = []
    counted: Counter[str] = Counter()
    secrets = campaigns = refused = 0
    for number in range(files):
        if counted.total() >= files:
            break
        place = folder / str(number)
        place.mkdir()
        pdf = bool(can_convert) and number % _ONE_IN == 4
        case = made(number, place, reference, pdf=pdf)
        try:
            done = case.bench.export(None, *case.formats)
        except RefusedError:
            refused += 1
        except LeakError:
            faults.append(f"campaign {number}: the name check found what the writers should not have written")
        else:
            searcher = Searcher(case.secrets, case.runs)
            if case.secrets and not _is_alive(searcher, case.secrets[0], place):
                faults.append(f"campaign {number}: the search did not find a name that was put there")
            for path in sorted(done.folder.iterdir()):
                counted[path.suffix[1:]] += 1
                if _tells(searcher, path):
                    faults.append(f"campaign {number}: {path.suffix} holds a withheld name")
            campaigns += 1
            secrets += len(case.secrets)
        shutil.rmtree(place)
    kinds = ", ".join(f"{number} {kind}" for kind, number in counted.most_common())
    if counted.total() < files:
        faults.append(f"only {counted.total()} of {files} files were made; {refused} campaigns were refused")
    figure = (
        f"{len(faults)} of {counted.total():,} files ({kinds}) of {campaigns:,} campaigns hold one of "
        f"{secrets:,} withheld names and addresses; {refused} campaigns were refused"
    )
    return Outcome(
        figure, tuple(faults), "" if can_convert else "PDF and e-mail drafts: no LibreOffice, qpdf"
    )


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
    cases=of_sizes(60, 600, 10_000),
    check=_check,
)
