"""An edited workbook is the workbook it was but for the edit, whoever wrote it and whatever is in it."""

import csv
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from files.list_workbooks import into
from files.workbook_edits import BOOKS, CHECKS, FILE, KEPT, REFUSED, Edited

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.signatories_xlsx import signatories_in

SAVED_AGAIN = [name for number, name in enumerate(KEPT) if number % 5 == 0]
"""These go through LibreOffice first, which then is the program that wrote them."""


@pytest.fixture(scope="module")
def by_libreoffice(
    program: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, bytes]:
    """Some of the workbooks, as LibreOffice saves them; and as it reads the edited ones, as CSV."""
    soffice = program("soffice")
    folder = tmp_path_factory.mktemp("saved-again")
    (folder / "out").mkdir()
    into(folder, {name: KEPT[name]() for name in SAVED_AGAIN})
    convert(soffice, folder, "xlsx")
    return {path.stem: path.read_bytes() for path in (folder / "out").glob("*.xlsx")}


def convert(soffice: str, folder: Path, kind: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = map(str, sorted(folder.glob("*.xlsx")))
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", kind, "--outdir", str(folder / "out"), *files],
        check=True,
        capture_output=True,
    )


@pytest.mark.parametrize("name", KEPT)
def test_all_that_is_not_the_list_is_as_it_was(name: str) -> None:
    case = Edited(KEPT[name]())
    for check in CHECKS:
        check(case)


@pytest.mark.parametrize(("name", "code"), REFUSED.items())
def test_what_cannot_be_kept_is_refused(name: str, code: str) -> None:
    with pytest.raises(ProblemError) as problem:
        Edited(BOOKS[name]())
    assert problem.value.code == code


@pytest.mark.slow
@pytest.mark.parametrize("name", SAVED_AGAIN)
def test_so_it_is_where_libreoffice_saved_it(by_libreoffice: Mapping[str, bytes], name: str) -> None:
    case = Edited(by_libreoffice[name])
    for check in CHECKS:
        check(case)


@pytest.mark.slow
def test_libreoffice_reads_what_was_edited(program: Callable[[str], str], tmp_path: Path) -> None:
    cases = {name: Edited(KEPT[name]()) for number, name in enumerate(KEPT) if number % 7 == 0}
    (tmp_path / "out").mkdir()
    into(tmp_path, {name: case.result for name, case in cases.items()})
    convert(program("soffice"), tmp_path, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true")
    for name, case in cases.items():
        with (tmp_path / "out" / f"{name}.csv").open(encoding="utf-8", newline="") as text:
            seen = list(csv.reader(text))
        place = case.before.headers.columns[next(iter(case.before.headers.columns))] - 1
        for signatory in signatories_in(case.result, FILE).signatories:
            assert seen[signatory.row - 1][place] == signatory.name, name
