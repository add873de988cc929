"""A letter that a stranger sent, read in a process of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.letter_source import OFFICE, SourceFile, kind_in, source_in, source_of
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.read_apart import Asked, Reading, answered, reading_apart
from desktop_app.support.long_work import result_of

_SECONDS = 2.3
"""Of work, the loading of the reader of its kind included."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What a reader found.

    Attributes:
        letter: None where LibreOffice must read the file first.
        office: The kind of such a file.
    """

    letter: SourceFile | None = None
    office: str = ""


def read_source(path: Path) -> SourceFile:
    """Read a letter.

    Raises:
        ProblemError: as ``reading_source``.
    """
    return result_of(reading_source(path))


def reading_source(path: Path) -> Reading[SourceFile]:
    """Read a letter. Whoever closes the generator ends the process that does.

    Raises:
        ProblemError: as ``read_bytes``, ``source_in`` and ``docx_of``; ``import-over-time`` and
            ``import-broken`` where its reader came to no end, or to a bad one.
    """
    data = read_bytes(path)
    if b"%PDF-" in data[:1024]:
        return source_in(data, path.name)  # PDFium has a process of its own already
    about = {"file": path.name}
    found, made = yield from reading_apart(Asked(_first_look, _Found, about, _SECONDS), data)
    if found.office in OFFICE:
        from desktop_app.files.letter_office import docx_of

        docx = docx_of(made, found.office, path.name)
        about["kind"] = found.office
        found, made = yield from reading_apart(Asked(_second_look, _Found, about, _SECONDS), docx)
    if found.letter is None:
        raise ProblemError("import-broken", Place(path.name))
    return replace(found.letter, package=made or None)


# ---- in the other process


def _first_look(message: bytes) -> bytes:
    return answered(_letter, message)


def _second_look(message: bytes) -> bytes:
    return answered(_letter_by_office, message)


def _letter(about: Mapping[str, str], data: bytes) -> tuple[_Found, bytes]:
    file = about["file"]
    kind = kind_in(data, file)
    if kind in OFFICE:
        from desktop_app.files.letter_office import without_links

        return _Found(office=kind), without_links(data, kind, file)
    return _without_package(source_in(data, file))


def _letter_by_office(about: Mapping[str, str], data: bytes) -> tuple[_Found, bytes]:
    read = source_of(data, "docx", about["file"])
    return _without_package(replace(read, kind=about["kind"]))


def _without_package(read: SourceFile) -> tuple[_Found, bytes]:
    """Bytes go beside the JSON."""
    return _Found(replace(read, package=None)), read.package or b""
