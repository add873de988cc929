"""Search any files for a campaign's withheld names."""

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.reporting import Place, ProblemError, Step
from desktop_app.domain.withheld import forms_of
from desktop_app.services.guarding import Guard
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.search_results import Search


def scan_files(opened: OpenCampaign, paths: Sequence[Path]) -> Generator[Step, None, Search]:
    """Search files, and all files below folders.

    Raises:
        ProblemError: ``file-missing`` for a path that is not there.
    """
    files = [file for path in paths for file in _files(path)]
    printed = printed_names(opened.signatories)
    drafts = [opened.draft(language).text for language in opened.languages]
    guard = Guard(forms_of(opened.signatories, [*printed, *drafts]), printed)
    return (yield from guard.search(files, [str(file) for file in files]))


def _files(path: Path) -> Iterator[Path]:
    if not path.exists():
        raise ProblemError("file-missing", Place(str(path)))
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*") if file.is_file())
    else:
        yield path
