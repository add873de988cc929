"""What a finished file of an export may not hold, by its kind."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from desktop_app.files.finished_bundles import faults_in_archive, faults_in_mail
from desktop_app.files.finished_docx import faults_in_package
from desktop_app.files.finished_page import faults_in_page
from desktop_app.files.finished_pdf import faults_in_pdf

_BY_KIND: Mapping[str, Callable[[Path], Iterator[tuple[str, str]]]] = {
    ".docx": faults_in_package,
    ".pdf": lambda path: faults_in_pdf(path.read_bytes()),
    ".html": faults_in_page,
    ".eml": faults_in_mail,
    ".zip": faults_in_archive,
}


def faults_in_file(path: Path) -> Iterator[tuple[str, str]]:
    """Codes of what is wrong with a finished file, each with the part it concerns."""
    looks = _BY_KIND.get(path.suffix)
    if looks is not None:
        yield from looks(path)
