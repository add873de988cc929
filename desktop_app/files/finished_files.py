"""What a finished file of an export may not hold, by its kind."""

from collections.abc import Callable, Iterator, Mapping

from desktop_app.files.finished_bundles import faults_in_archive, faults_in_mail
from desktop_app.files.finished_docx import faults_in_package
from desktop_app.files.finished_page import faults_in_page
from desktop_app.files.finished_pdf import faults_in_pdf

_BY_KIND: Mapping[str, Callable[[bytes], Iterator[tuple[str, str]]]] = {
    ".docx": faults_in_package,
    ".pdf": faults_in_pdf,
    ".html": faults_in_page,
    ".eml": faults_in_mail,
    ".zip": faults_in_archive,
}


def faults_in_file(data: bytes, suffix: str) -> Iterator[tuple[str, str]]:
    """Codes of what is wrong with a finished file, each with its part; the ending says its kind."""
    looks = _BY_KIND.get(suffix)
    if looks is not None:
        yield from looks(data)
