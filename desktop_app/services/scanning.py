"""Search any files for a campaign's withheld names."""

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from pathlib import Path

from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.reporting import Place, ProblemError, Step
from desktop_app.domain.withheld import forms_of
from desktop_app.services.covering import covered
from desktop_app.services.guarding import Guard
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.search_results import Search


def scan_files(opened: OpenCampaign, paths: Sequence[Path]) -> Generator[Step, None, Search]:
    """Search files, and all files below folders. A path is shown as it was given: who typed it knows it.

    Raises:
        ProblemError: ``file-missing`` for a path that is not there, ``scan-empty`` where no file is.
    """
    files = [(file, path) for path in paths for file in _files(path)]
    if not files:
        raise ProblemError("scan-empty", Place(str(paths[0])))
    return (yield from _searched(guard_of_scan(opened, pictures=True), files))


def scan_below(folder: Path, files: Iterable[Path], guard: Guard) -> Generator[Step, None, Search]:
    """Search files that lie below a folder and that nobody named."""
    return (yield from _searched(guard, [(file, folder) for file in files]))


def guard_of_scan(opened: OpenCampaign, *, pictures: bool = False) -> Guard:
    """The guard of files that the program did not make; ``pictures`` as the guard has it."""
    printed = printed_names(opened.signatories)
    drafts = [opened.draft(language).text for language in opened.languages]
    return Guard(forms_of(opened.signatories, [*printed, *drafts]), printed, pictures=pictures)


def _searched(guard: Guard, files: Sequence[tuple[Path, Path]]) -> Generator[Step, None, Search]:
    """Search each file; the path that it was found below tells how much of its own was given."""
    shown = [_shown(file, given, guard) for file, given in files]
    return (yield from guard.search([file for file, _ in files], shown))


def _shown(file: Path, given: Path, guard: Guard) -> str:
    if file == given:
        return str(file)
    return str(given / covered(file.relative_to(given).as_posix(), guard))


def _files(path: Path) -> Iterator[Path]:
    if not path.exists():
        raise ProblemError("file-missing", Place(str(path)))
    yield from _below(path, set()) if path.is_dir() else (path,)


def _below(folder: Path, seen: set[Path]) -> Iterator[Path]:
    """Every file below a folder, where links lead as well; a folder that nobody may enter, as one."""
    real = folder.resolve()
    if real in seen:
        return
    seen.add(real)
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for path in inside:
        # Not Path.is_dir: it raises where the folder may be listed and not entered.
        yield from _below(path, seen) if os.path.isdir(path) else (path,)  # noqa: PTH112
