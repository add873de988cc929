"""What strangers sent, read in a process of its own: a letter, the answers of a form.

Readers that are written in C (lxml, calamine) may be made to crash, to stall or to fill the memory. That ends
the process they run in, and nothing else; the rest of the program gets values of its own classes, held
against their types, or a sentence.
"""

import json
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from desktop_app.domain.reporting import Place, ProblemError, Value
from desktop_app.files.letter_office import docx_of, without_links
from desktop_app.files.letter_source import OFFICE, SourceFile, kind_in, source_in, source_of
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.sign_on_form import Answers, answers_in
from desktop_app.support.bounded import CrashedError, OverTimeError, bounded
from desktop_app.support.long_work import result_of
from desktop_app.support.plain_values import NotOfTypeError, read_as, written

LETTER_SECONDS = 2.2
FORM_SECONDS = 7.0
"""Of work; what the process takes to begin, which is as much as an ordinary letter, is not counted."""
MEMORY = 600 << 20
_LENGTH = 8
"""Bytes that tell how long what follows them is."""

_Result = TypeVar("_Result")
Reading = Generator[None, None, _Result]


@dataclass(frozen=True, slots=True)
class _Problem:
    code: str
    place: Place
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class _Told:
    """What a reader found, or what stopped it.

    Attributes:
        office: The kind of a letter that LibreOffice must read first.
    """

    problem: _Problem | None = None
    letter: SourceFile | None = None
    answers: Answers | None = None
    office: str = ""


_Work = Callable[[Mapping[str, str], bytes], tuple[_Told, bytes]]


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
    told, made = yield from _told(_first_look, {"file": path.name}, data, LETTER_SECONDS)
    if told.office:
        docx = docx_of(made, told.office, path.name)
        told, made = yield from _told(
            _second_look, {"file": path.name, "kind": told.office}, docx, LETTER_SECONDS
        )
    if told.letter is None:
        raise ProblemError("import-broken", Place(path.name))
    return replace(told.letter, package=made or None)


def reading_answers(path: Path, *, password: str = "", sheet: str = "") -> Reading[Answers]:
    """Read the answers of a form. Whoever closes the generator ends the process that does.

    Raises:
        ProblemError: as ``read_bytes`` and ``answers_in``; ``import-over-time`` and ``import-broken``.
    """
    about = {"file": path.name, "password": password, "sheet": sheet}
    told, _made = yield from _told(_answers, about, read_bytes(path), FORM_SECONDS)
    if told.answers is None:
        raise ProblemError("import-broken", Place(path.name))
    return told.answers


def _told(
    work: Callable[[bytes], bytes], about: Mapping[str, str], data: bytes, seconds: float
) -> Reading[tuple[_Told, bytes]]:
    place = Place(about["file"])
    try:
        asked = _framed(json.dumps(about).encode(), data)
        answer = yield from bounded(work, asked, seconds=seconds, memory=MEMORY)
        said, made = _unframed(answer)
        told = read_as(_Told, said)
    except OverTimeError:
        raise ProblemError("import-over-time", place) from None
    except (CrashedError, NotOfTypeError):
        raise ProblemError("import-broken", place) from None
    if told.problem is not None:
        raise ProblemError(told.problem.code, told.problem.place, **told.problem.values)
    return told, made


def _framed(said: bytes, data: bytes) -> bytes:
    return b"".join((len(said).to_bytes(_LENGTH, "big"), said, data))


def _unframed(message: bytes) -> tuple[bytes, bytes]:
    end = _LENGTH + int.from_bytes(message[:_LENGTH], "big")
    return message[_LENGTH:end], message[end:]


# ---- in the other process


def _answered(work: _Work, message: bytes) -> bytes:
    about, data = _unframed(message)
    made = b""
    try:
        told, made = work(json.loads(about), data)
    except ProblemError as problem:
        told = _Told(_Problem(problem.code, problem.place, problem.values))
    return _framed(written(told), made)


def _first_look(message: bytes) -> bytes:
    return _answered(_letter, message)


def _second_look(message: bytes) -> bytes:
    return _answered(_letter_by_office, message)


def _answers(message: bytes) -> bytes:
    return _answered(_answers_of, message)


def _letter(about: Mapping[str, str], data: bytes) -> tuple[_Told, bytes]:
    file = about["file"]
    kind = kind_in(data, file)
    if kind in OFFICE:
        return _Told(office=kind), without_links(data, kind, file)
    return _without_package(source_in(data, file))


def _letter_by_office(about: Mapping[str, str], data: bytes) -> tuple[_Told, bytes]:
    read = source_of(data, "docx", about["file"])
    return _without_package(replace(read, kind=about["kind"]))


def _without_package(read: SourceFile) -> tuple[_Told, bytes]:
    """Bytes go beside the JSON."""
    return _Told(letter=replace(read, package=None)), read.package or b""


def _answers_of(about: Mapping[str, str], data: bytes) -> tuple[_Told, bytes]:
    read = answers_in(data, about["file"], password=about["password"], sheet=about["sheet"])
    return _Told(answers=read), b""
