"""An existing letter, whatever file it comes in: what is in it decides which reader takes it."""

import re
from dataclasses import dataclass
from pathlib import PurePath

import olefile

from desktop_app.domain.letter_anatomy.parts import Doubt
from desktop_app.domain.letter_anatomy.source import LetterSource
from desktop_app.domain.reporting import Finding, Place, ProblemError
from desktop_app.files.left_out import LeftOut, note_guess
from desktop_app.files.letter_text import is_binary, is_guess, is_html, read_text, text_of_letter
from desktop_app.files.package_gate import is_ole

OFFICE = frozenset({"odt", "doc", "rtf"})
"""What LibreOffice makes a DOCX of."""
MAX_FILE = 50 << 20
MAX_LINES = 4_000
"""And cells of tables."""
MAX_TEXT = 200_000
"""Characters. The longest letter we know has 60 000; with more, it takes longer than five seconds."""

_PICTURES = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\0\0\0\x0cjP", b"8BPS"),
    *(b"\0\0\0\x18ftyphei", b"\0\0\0\x1cftyphei", b"\0\0\0 ftypavif", b"\0\0\0\x1cftypavif"),
)
_DRAWING = re.compile(rb"\s*(?:<(?:\?xml|!DOCTYPE|!--)[^>]*>\s*)*<svg\b", re.IGNORECASE)
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b", re.IGNORECASE)
"""A flat OpenDocument file, Word's of 2003: of their markup no letter would come."""
_ZIP_KINDS = {
    b"word/": "docx",
    b"xl/": "xlsx",
    b"ppt/": "pptx",
    b"mimetypeapplication/vnd.oasis.opendocument.text": "odt",
    b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet": "ods",
}
_SHEETS = frozenset({"xlsx", "ods", "xls"})
_SHEET_SUFFIXES = frozenset({".csv", ".tsv", ".xls", ".xlsx", ".xlsm", ".ods", ".numbers"})
_MARKDOWN = frozenset({".md", ".markdown"})
_NO_TEXT = frozenset({".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf", ".pdf", ".pages"})
"""Endings of letters that are no plain text, whatever their bytes look like."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A letter as it was read.

    Attributes:
        source: Its lines.
        kind: "docx", "odt", "doc", "rtf", "pdf", "html", "md" or "txt".
        package: The DOCX whose lines these are, where there is one: it becomes the new letter.
        findings: What was accepted, or taken out.
        doubts: What it holds beside its lines, and was not read; by line.
    """

    source: LetterSource
    kind: str
    package: bytes | None = None
    findings: tuple[Finding, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def source_in(data: bytes, file: str) -> SourceFile:
    """Read a letter here; a stranger's file is read by ``letter_apart``, in a process of its own.

    Args:
        data: What the file holds.
        file: Its name.

    Raises:
        ProblemError: as ``kind_in`` and ``source_of``.
    """
    return source_of(data, kind_in(data, file), file)


def kind_in(data: bytes, file: str) -> str:
    """What a letter is, by what is in it.

    Raises:
        ProblemError: ``import-empty``, ``import-too-large``, ``import-picture``, ``import-spreadsheet``,
            ``import-kind-unknown``.
    """
    place = Place(file)
    if len(data) > MAX_FILE:
        raise ProblemError("import-too-large", place)
    if not data.strip(b"\0 \t\r\n\f\xef\xbb\xbf\xff\xfe"):
        raise ProblemError("import-empty", place)
    return _kind_of(data, PurePath(file).suffix.casefold(), place)


def source_of(data: bytes, kind: str, file: str) -> SourceFile:
    """Read a letter of a known kind.

    Raises:
        ProblemError: as the readers; ``import-empty`` and ``import-too-large``.
    """
    place = Place(file)
    read = _read(data, kind, file)
    lines = read.source.lines
    characters = sum(len(line.text) for line in lines)
    if not any(line.text.strip() for line in lines):
        raise ProblemError("import-empty", place)
    if characters > MAX_TEXT or sum(max(1, len(line.cells)) for line in lines) > MAX_LINES:
        raise ProblemError("import-too-large", place)
    return read


def _kind_of(data: bytes, suffix: str, place: Place) -> str:
    """What the bytes are; the ending decides only between kinds of text."""
    if data.startswith(_PICTURES) or _DRAWING.match(data[:4096]) or data[8:12] == b"WEBP":
        raise ProblemError("import-picture", place)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"{\\rt"):
        return "rtf"
    kind = ""
    if is_ole(data):
        kind = _ole_kind(data)
    elif data.startswith(b"PK"):
        kind = next((kind for mark, kind in _ZIP_KINDS.items() if mark in data), "")
    elif suffix not in _SHEET_SUFFIXES:
        if is_binary(data):
            raise ProblemError("import-kind-unknown", place)
        if is_html(data, suffix):
            return "html"
        if _MARKUP.match(data):
            raise ProblemError("import-kind-unknown", place)
        return "md" if suffix in _MARKDOWN else "txt"
    if kind in _SHEETS or suffix in _SHEET_SUFFIXES:
        raise ProblemError("import-spreadsheet", place)
    if kind not in ("docx", "odt", "doc"):
        raise ProblemError("import-kind-unknown", place)
    return kind


def _ole_kind(data: bytes) -> str:
    try:
        with olefile.OleFileIO(data) as container:
            if container.exists("EncryptedPackage"):
                return "docx"
            if container.exists("WordDocument"):
                return "doc"
            return "xls" if container.exists("Workbook") or container.exists("Book") else ""
    except (OSError, ValueError, IndexError, TypeError):
        return ""


def _read(data: bytes, kind: str, file: str) -> SourceFile:
    # A letter waits for the reader of its own kind alone.
    match kind:
        case "pdf":
            from desktop_app.files.letter_pdf import read_pdf

            source, findings, doubts = read_pdf(data, file)
            return SourceFile(source, kind, findings=findings, doubts=doubts)
        case "html":
            from desktop_app.files.letter_html import read_html  # noqa: PLC0415 - Markdown is read by way of it

            source, doubts = read_html(data, file)
            return SourceFile(source, kind, doubts=doubts)
        case "md" | "txt":
            if len(data) > 4 * MAX_TEXT:
                raise ProblemError("import-too-large", Place(file))
            return _text(data, kind, file)
        case "docx":
            return _docx(data, kind, file)
        case _:
            from desktop_app.files.letter_office import as_docx

            return _docx(as_docx(data, kind, file), kind, file)


def _docx(data: bytes, kind: str, file: str) -> SourceFile:
    from desktop_app.files.letter_word import read_docx  # noqa: PLC0415 - what it is read for needs it anyway

    letter = read_docx(data, file)
    return SourceFile(letter.source, kind, letter.package, letter.findings, letter.doubts)


def _text_of(data: bytes, file: str) -> str:
    try:
        return text_of_letter(data, file)
    except ProblemError as problem:
        if problem.code == "import-encoding" and PurePath(file).suffix.casefold() in _NO_TEXT:
            # It is damaged, or something else altogether: to save it as UTF-8 is no way out.
            raise ProblemError("import-kind-unknown", problem.place) from None
        raise


def _text(data: bytes, kind: str, file: str) -> SourceFile:
    if kind == "md":
        from desktop_app.files.letter_markdown import read_markdown

        source, doubts = read_markdown(_text_of(data, file), file)
    else:
        source, doubts = read_text(_text_of(data, file)), ()
    left_out = LeftOut()
    if is_guess(data):
        note_guess(source.lines, left_out)
    return SourceFile(source, kind, doubts=(*doubts, *left_out.doubts()))
