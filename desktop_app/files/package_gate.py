"""The one door through which a DOCX or XLSX enters: checked before anything else touches it.

A package may come from anyone. The gate reads it into memory, counts what it unpacks while it unpacks
(a declared size is never believed), and refuses what no word processor writes. What passes is a plain
mapping of part names to bytes; nothing after the gate opens the file again.
"""

import io
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import BinaryIO

import olefile
from lxml import etree

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.part_names import shown_part

MAX_MEMBERS = 2_000
MAX_PART = 50 << 20
MAX_ALL = 200 << 20
MAX_RATIO = 200
LONGEST_NAME = 250
MAX_TAGS = 300_000
"""Of a DOCX, all parts together: an element takes a hundred times the memory of what is written. The longest
letter that we know has a tenth."""
MAX_ATTRIBUTES = 1_000_000
MAX_NAMESPACES = 25_000
"""Of a DOCX as well. A picture declares three namespaces; each is looked for among those around it."""
RATIO_MATTERS_ABOVE = 1 << 20
_CHUNK = 1 << 16
_PIECE = 1 << 22
_AT_ONCE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Without waiting, should a pipe have taken the place of the file that was looked at."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_ENCRYPTED = 0x1
_ZIP_END, _LONGEST_END = b"PK\5\6", 1 << 16
_MAIN = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}
_FOLDER = {"docx": "word", "xlsx": "xl"}
_DOCTYPE = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
_IS_CROWDED = etree.XPath("boolean(//*[count(@*) > 100])")
"""To look at each of the attributes of one element takes the square of their number."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_OTHER_ENCODING = re.compile(
    rb"""\s*<\?xml[^>]*\bencoding\s*=\s*["'](?!(?:utf-?8|us-ascii)["'])""", re.IGNORECASE
)
_XML_PART = re.compile(r"\.(xml|rels|vml)$", re.IGNORECASE)
_BEFORE_MARKUP = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_STRICT = b"http://purl.oclc.org/ooxml/"

_BROKEN_ZIP = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, NotImplementedError, OSError),
    *(RuntimeError, LookupError, OverflowError),
)
"""What ``zipfile`` lets through where a package is damaged."""


class Kind(Enum):
    """What a package is expected to be."""

    DOCX = "docx"
    XLSX = "xlsx"


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of the user's.

    Raises:
        ProblemError: ``file-missing``, ``file-locked``, ``file-is-folder``, ``file-is-device``,
            ``file-not-readable`` or ``file-too-large``.
    """
    place = Place(file=path.name)
    try:
        # Looked at before it is opened: a pipe waits for a writer, and a device may do anything.
        _check_ordinary(path.stat(), place)
        with os.fdopen(os.open(path, _AT_ONCE), "rb") as stream:
            _check_ordinary(os.fstat(stream.fileno()), place)
            return _read_all(stream, place)
    except (FileNotFoundError, ValueError):  # a name with a NUL in it is that of no file
        raise ProblemError("file-missing", place) from None
    except PermissionError:
        raise ProblemError("file-locked", place) from None
    except OSError as error:
        raise ProblemError("file-not-readable", place, reason=error.strerror or "") from None


def is_ole(data: bytes) -> bool:
    """Whether the bytes are an OLE container: an encrypted package, or an office file of before 2007."""
    return data.startswith(_OLE)


def unpack(data: bytes, kind: Kind, file: str) -> dict[str, bytes]:
    """Every part of a package, by name.

    Args:
        data: Its bytes, as ``read_bytes`` has them.
        kind: What it has to be.
        file: What it is called where something is wrong with it.

    Raises:
        ProblemError: ``file-empty``, ``file-encrypted``, ``file-old-format``, ``file-wrong-kind``,
            ``file-damaged``, ``file-has-macros``, ``file-too-large`` or ``file-hostile``; its place names the
            file, and the part where there is one.
    """
    if is_ole(data):
        raise ProblemError(_what_ole_is(data), Place(file=file))
    if not data:
        raise ProblemError("file-empty", Place(file=file))
    if not data.startswith(b"PK"):
        if _is_rest_of_package(data):
            raise ProblemError("file-damaged", Place(file=file))
        raise ProblemError("file-wrong-kind", Place(file=file), kind=kind.value)
    parts = members_of(data, file)
    _check_kind(parts, kind, file)
    _check_xml(parts, file)
    if kind is Kind.DOCX:
        _check_markup(parts, file)
    return parts


def members_of(data: bytes, file: str) -> dict[str, bytes]:
    """What a package of any kind holds, by name and in its order, its names, sizes and packing checked.

    Raises:
        ProblemError: ``file-damaged``, ``file-hostile`` or ``file-too-large``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_directory(package.infolist(), file)
            return _read_members(package, file)
    except _BROKEN_ZIP:
        raise ProblemError("file-damaged", Place(file=file)) from None


def holds(data: bytes, sign: bytes) -> bool:
    """Whether ``sign in data``. One byte is looked for ten times as fast as two, and often is not there."""
    return all(byte in data for byte in set(sign)) and sign in data


def parse(xml: bytes, file: str, part: str) -> etree._Element:
    """Parse one part: no entity, no network, no document type, limited depth.

    Raises:
        ProblemError: ``file-damaged`` where the part is not well-formed, ``file-hostile`` where it has a
            document type: text behind an entity would be lost; or more attributes than any element has.
    """
    # Comments and instructions go: what stands behind one in a text would be passed over.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, LookupError):
        raise ProblemError("file-damaged", Place(file=file, part=shown_part(part))) from None
    # lxml takes the last entry for the verdict: a warning behind an error, and what stands behind is lost.
    if any(entry.level >= etree.ErrorLevels.ERROR for entry in parser.error_log):
        raise ProblemError("file-damaged", Place(file=file, part=shown_part(part)))
    # In an encoding or under a name in which the search over the bytes did not see it.
    if root.getroottree().docinfo.internalDTD is not None or _IS_CROWDED(root):
        raise ProblemError("file-hostile", Place(file=file, part=shown_part(part)))
    return root


def _check_ordinary(status: os.stat_result, place: Place) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ProblemError("file-is-folder", place)
    if not stat.S_ISREG(status.st_mode):
        raise ProblemError("file-is-device", place)
    if status.st_size > MAX_ALL:
        raise ProblemError("file-too-large", place)


def _read_all(stream: BinaryIO, place: Place) -> bytes:
    """What a file holds, whatever size it claims: those of ``/proc`` claim none."""
    pieces: list[bytes] = []
    left = MAX_ALL
    while piece := stream.read(_PIECE):
        left -= len(piece)
        if left < 0:
            raise ProblemError("file-too-large", place)
        pieces.append(piece)
    return b"".join(pieces)


def _what_ole_is(data: bytes) -> str:
    try:
        with olefile.OleFileIO(data) as container:
            encrypted = container.exists("EncryptedPackage")
    except (OSError, ValueError, IndexError, TypeError):
        return "file-damaged"
    return "file-encrypted" if encrypted else "file-old-format"


def _is_rest_of_package(data: bytes) -> bool:
    """Whether a package has lost its beginning, or a disk or a transfer has left nought bytes of it."""
    return not data.strip(b"\0") or _ZIP_END in data[-_LONGEST_END:]


def _check_directory(members: list[zipfile.ZipInfo], file: str) -> None:
    if len(members) > MAX_MEMBERS:
        raise ProblemError("file-too-large", Place(file=file))
    seen: set[str] = set()
    for member in members:
        folded = member.filename.casefold()
        if _is_odd(member) or folded in seen or member.flag_bits & _ZIP_ENCRYPTED:
            raise ProblemError("file-hostile", Place(file=file))
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ProblemError("file-damaged", Place(file=file))
        seen.add(folded)


def _is_odd(member: zipfile.ZipInfo) -> bool:
    """Whether a name leads elsewhere, or may be read as another one."""
    name = member.orig_filename  # as it is written: the other ends at a NUL
    leads_away = name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")
    return leads_away or not name or len(name) > LONGEST_NAME or _CONTROL.search(name) is not None


def _read_members(package: zipfile.ZipFile, file: str) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    budget = MAX_ALL
    for member in package.infolist():
        if member.is_dir():
            continue
        data = _read_member(package, member, file)
        budget -= len(data)
        if budget < 0:
            raise ProblemError("file-too-large", Place(file=file))
        parts[member.filename] = data
    return parts


def _read_member(package: zipfile.ZipFile, member: zipfile.ZipInfo, file: str) -> bytes:
    allowed = min(MAX_PART, max(RATIO_MATTERS_ABOVE, member.compress_size * MAX_RATIO))
    pieces: list[bytes] = []
    size = 0
    with package.open(member) as stream:
        while piece := stream.read(_CHUNK):
            size += len(piece)
            if size > allowed:
                raise ProblemError("file-too-large", Place(file=file, part=shown_part(member.filename)))
            pieces.append(piece)
    if size != member.file_size:
        raise ProblemError("file-damaged", Place(file=file, part=shown_part(member.filename)))
    return b"".join(pieces)


_NEVER_READ = "customXml/"
"""What document systems put into a letter for themselves, in encodings of their own."""


def _check_kind(parts: Mapping[str, bytes], kind: Kind, file: str) -> None:
    types = parts.get("[Content_Types].xml")
    if types is None:
        # Another kind of package has no such part; of this kind it is one that was lost.
        code = (
            "file-damaged"
            if _FOLDER[kind.value] in {name.split("/")[0] for name in parts}
            else "file-wrong-kind"
        )
        raise ProblemError(code, Place(file=file), kind=kind.value)
    if b"macroEnabled" in types or any(name.casefold().endswith("vbaproject.bin") for name in parts):
        raise ProblemError("file-has-macros", Place(file=file))
    if _DOCTYPE.search(types):
        raise ProblemError("file-hostile", Place(file=file, part="[Content_Types].xml"))
    root = parse(types, file, "[Content_Types].xml")
    if _MAIN[kind.value] not in {override.get("ContentType") for override in root}:
        raise ProblemError("file-wrong-kind", Place(file=file), kind=kind.value)


def _check_markup(parts: Mapping[str, bytes], file: str) -> None:
    for signs, most in ((b"<", MAX_TAGS), (b"=", MAX_ATTRIBUTES), (b"xmlns", MAX_NAMESPACES)):
        if sum(data.count(signs) for name, data in parts.items() if _is_markup(name, data)) > most:
            raise ProblemError("file-too-large", Place(file=file))


def _is_markup(name: str, data: bytes) -> bool:
    """Whether a part may be parsed: the body of a letter may have any name."""
    return _XML_PART.search(name) is not None or data[:100].lstrip(_BEFORE_MARKUP).startswith(b"<")


def _check_xml(parts: Mapping[str, bytes], file: str) -> None:
    for name, data in parts.items():
        if not _is_markup(name, data):
            continue
        # In another encoding a document type would be hidden from the search; no office program writes one.
        if b"\0" in data or (holds(data, b"<!") and _DOCTYPE.search(data)):
            raise ProblemError("file-hostile", Place(file=file, part=shown_part(name)))
        if _OTHER_ENCODING.match(data) and not name.startswith(_NEVER_READ):
            raise ProblemError("file-damaged", Place(file=file, part=shown_part(name)))
        if _STRICT in data[:4096]:
            raise ProblemError("file-strict", Place(file=file))
