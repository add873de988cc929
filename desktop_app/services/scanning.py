"""Search any files for a campaign's withheld names."""

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from pathlib import Path

from desktop_app.domain.campaign import texts_of
from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.disk_names import readable
from desktop_app.domain.reporting import Place, ProblemError, Step
from desktop_app.domain.withheld import forms_of
from desktop_app.files.text_of import leads_back
from desktop_app.services.covering import covered
from desktop_app.services.guarding import Guard
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.search_results import Search
from desktop_app.services.searching import dates_of
from desktop_app.services.searching_apart import SECONDS, search_apart

_OWN_SECONDS = 30.0
"""For a file in the campaign's own folder."""


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
    """Search files that lie below a folder and that nobody named. Of these, large ones have their time."""
    return (yield from _searched(guard, [(file, folder) for file in files], _OWN_SECONDS))


def guard_of_scan(opened: OpenCampaign, *, pictures: bool = False) -> Guard:
    """The guard of files that the program did not make; ``pictures`` as the guard has it."""
    printed = printed_names(opened.signatories)
    said = [opened.draft(language).text for language in opened.languages]
    said += [text for _, text in texts_of(opened.campaign)]
    said += dates_of(opened, opened.languages)
    return Guard(forms_of(opened.signatories, [*printed, *said]), printed, pictures=pictures)


def _searched(
    guard: Guard, files: Sequence[tuple[Path, Path]], seconds: float = SECONDS
) -> Generator[Step, None, Search]:
    """Search each file; the path that it was found below tells how much of its own was given."""
    shown = [_shown(file, given, guard) for file, given in files]
    return (yield from search_apart(guard, [file for file, _ in files], shown, seconds))


def _shown(file: Path, given: Path, guard: Guard) -> str:
    if file == given:
        return readable(str(file))
    return readable(str(given / covered(file.relative_to(given).as_posix(), guard)))


def _files(path: Path) -> Iterator[Path]:
    if not path.exists():
        raise ProblemError("file-missing", Place(str(path)))
    yield from files_below(path) if path.is_dir() else (path,)


def files_below(folder: Path) -> Iterator[Path]:
    """Every file below a folder, where links lead as well; a folder that nobody may enter, as one."""
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        # Not Path.is_dir: it raises where the folder may be listed and not entered.
        if not os.path.isdir(path) or (path != folder and leads_back(path)):  # noqa: PTH112
            yield path
            continue
        try:
            status = path.stat()
            if (status.st_dev, status.st_ino) not in seen:
                waiting += sorted(path.iterdir(), reverse=True)
            seen.add((status.st_dev, status.st_ino))
        except OSError:
            yield path
