"""Everything readable in a finished file: all parts, all strings, across runs, names of parts included.

The guard's own reader. It shares no code with the modules that write letters, and it takes nothing for
granted that they promise: a part is read whether or not a letter ought to have it.
"""

import email
import email.policy
import hashlib
import io
import itertools
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.files.finished_pdf import faults_in_pdf
from desktop_app.files.text_of_pdf import (
    UnreadablePdfError,
    inside_of_pdf,
    pages_of_a_strangers_pdf,
    pages_of_pdf,
)
from desktop_app.files.text_readings import decode

MAX_FILE = 200 << 20
MAX_PART = 50 << 20
_MARKUP_SUFFIXES = frozenset(".xml .rels .vml .html .htm .svg .opf .ncx".split())
_TEXT_SUFFIXES = frozenset(".txt .md .csv .tsv .json .toml .ics .vcf .log".split())
_PICTURES = frozenset(".png .jpg .jpeg".split())
_ZIP_SUFFIXES = frozenset(".docx .xlsx .zip .dotx .odt .ods .epub .pptx".split())

_MAIL_TEXTS = {"text/plain": ".txt", "text/html": ".html"}
_MAX_DEPTH = 3
_AT_THE_EDGE = 3
"""How many lines of a page may be its head or its foot."""
_STRETCH_ENDS = (b"</w:p>", b"</a:p>", b"</si>", b"</row>", b"</text:p>")
_PAGE, _PAGE_WITHIN = b"<html", 1_000
_PAGE_ENDS = re.compile(rb"</(?:p|li|h[1-6]|td|th|title|dd|dt)>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a file, or a file that has none.

    Attributes:
        name: The part's name; empty for a file that has no parts.
        raw: Its bytes.
        markup: Whether ``raw`` is XML or HTML.
        lined: Whether ``raw`` is the lines of a page, over which a sentence goes on.
    """

    name: str
    raw: bytes
    markup: bool
    lined: bool = False

    def stretches(self) -> list[bytes]:
        """The part cut at the ends of its paragraphs or cells, so that equal ones are searched once."""
        if self.lined:
            return self.raw.split(b"\n")
        if self.markup:
            for end in _STRETCH_ENDS:
                if end in self.raw:
                    return self.raw.split(end)
            if is_page(self):
                return _PAGE_ENDS.split(self.raw)
        return [self.raw]


def is_page(part: Part) -> bool:
    """Whether a part is a web page."""
    return part.markup and _PAGE in part.raw[:_PAGE_WITHIN].lower()


class UnreadableError(Exception):
    """A file or a part that cannot be read, so that nobody can say what is in it."""


@dataclass(slots=True)
class _Reading:
    """What holds for one file and all that is inside it.

    Attributes:
        known: Digests of files that were read before.
        left: Bytes that its packages, and those inside them, may still unpack to.
    """

    known: set[bytes]
    left: int = field(default_factory=lambda: MAX_FILE)


def parts_of(path: Path, known: set[bytes] | None = None) -> Iterator[Part]:
    """The parts of a file, those of packages inside it included.

    Args:
        path: The file.
        known: Digests of files that were read before: inside a package they are not read again. This file's
            own is added.

    Raises:
        UnreadableError: for a file of a kind that is not read, a damaged or an encrypted one.
    """
    try:
        status = path.stat()
        # A pipe would wait for a writer, and a device has no end.
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_FILE:
            raise UnreadableError(path.name)
        data = path.read_bytes()
    except OSError:
        raise UnreadableError(path.name) from None
    reading = _Reading(set() if known is None else known)
    yield from _parts_of_bytes(data, path.suffix.casefold(), "", 0, reading)
    reading.known.add(_digest(data))
    if path.suffix.casefold() in _PICTURES:
        # Its strings were read; what it shows nobody can read here.
        raise UnreadableError(path.name)


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _parts_of_bytes(data: bytes, suffix: str, name: str, depth: int, reading: _Reading) -> Iterator[Part]:
    """``suffix`` tells what the bytes claim to be, with its dot, in lower case."""
    if depth and reading.known and _digest(data) in reading.known:
        return
    if suffix == ".eml":
        yield from _parts_of_mail(data, name, depth, reading)
    elif suffix == ".pdf" or data.startswith(b"%PDF"):
        yield from _parts_of_pdf(data, name, depth, reading)
    elif data.startswith(b"PK\3\4") or suffix in _ZIP_SUFFIXES:
        yield from _parts_of_zip(data, name, depth, reading)
    elif suffix in _MARKUP_SUFFIXES:
        if b"<!ENTITY" in data:
            # An entity can spell a name in pieces that stand nowhere.
            raise UnreadableError(name)
        yield Part(name, data if _is_utf8(data) else decode(data).encode(), markup=True)
    elif suffix in _TEXT_SUFFIXES or suffix in _PICTURES or not data or _is_bare_text(data, suffix):
        # What a picture shows cannot be read; the strings beside its pixels can.
        yield Part(name, data, markup=False)
    else:
        raise UnreadableError(name)


def _is_bare_text(data: bytes, suffix: str) -> bool:
    """A file without an ending that is text, as ``mimetype`` in an OpenDocument file is."""
    return not suffix and data.isascii() and not data.startswith(b"%PDF")


def _is_utf8(data: bytes) -> bool:
    if b"\0" in data[:200]:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _parts_of_mail(data: bytes, name: str, depth: int, reading: _Reading) -> Iterator[Part]:
    """Headers, texts and attachments of a message, decoded as a mail program shows them."""
    if depth > _MAX_DEPTH:
        raise UnreadableError(name)
    message = email.message_from_bytes(data, policy=email.policy.default)
    unread: list[str] = []
    try:
        for piece in message.walk():
            yield Part(name, "\n".join(str(value) for value in piece.values()).encode(), markup=False)
            if piece.is_multipart():
                continue
            content = piece.get_payload(decode=True)
            suffix = _suffix(piece.get_filename() or "") or _MAIL_TEXTS.get(piece.get_content_type(), "")
            inner = f"{name}!{piece.get_filename() or piece.get_content_type()}"
            try:
                yield from _parts_of_bytes(
                    content if isinstance(content, bytes) else b"", suffix, inner, depth + 1, reading
                )
            except UnreadableError:
                unread.append(inner)
    except (LookupError, ValueError, AttributeError, TypeError):
        raise UnreadableError(name) from None
    if unread:
        raise UnreadableError(unread[0])


def _parts_of_pdf(data: bytes, name: str, depth: int, reading: _Reading) -> Iterator[Part]:
    if depth > _MAX_DEPTH:
        raise UnreadableError(name)
    try:
        inside = inside_of_pdf(data)
        ours = not depth and not list(faults_in_pdf(data))
        # What looks like a letter of ours was cleaned; anything else may be meant to break the program.
        pages = pages_of_pdf(data) if ours else pages_of_a_strangers_pdf(data)
    except UnreadablePdfError:
        raise UnreadableError(name) from None
    before = f"{name}!" if name else ""
    for string in inside.strings:
        yield Part(f"{before}strings", string.encode("utf-8", "replace"), markup=False)
    for packet in inside.metadata:
        yield from _parts_of_bytes(packet, ".xml", f"{before}XMP", depth + 1, reading)
    for number, page in enumerate(pages, start=1):
        yield Part(f"{before}page {number}", page.encode("utf-8", "replace"), markup=False, lined=True)
    for number, lines in _over_pages(pages):
        yield Part(f"{before}page {number}", lines.encode("utf-8", "replace"), markup=False, lined=True)
    for attached in inside.attachments:
        yield from _parts_of_bytes(attached, "", f"{before}attachment", depth + 1, reading)


def _over_pages(pages: Sequence[str]) -> Iterator[tuple[int, str]]:
    """What may run on from one page to the next, whatever stands at the foot and the head of all."""
    for number, (one, other) in enumerate(itertools.pairwise(pages), start=1):
        ends, heads = one.split("\n")[-_AT_THE_EDGE:], other.split("\n")[:_AT_THE_EDGE]
        yield from ((number, f"{end}\n{head}") for end in ends for head in heads)


def _parts_of_zip(data: bytes, name: str, depth: int, reading: _Reading) -> Iterator[Part]:
    if depth > _MAX_DEPTH:
        raise UnreadableError(name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            names = "\n".join(member.filename for member in members)
            yield Part(name, names.encode("utf-8", "replace"), markup=False)
            for beside in (package.comment, *(m.comment for m in members), *(m.extra for m in members)):
                if beside:
                    yield Part(name, beside, markup=False)
            yield from _members(package, members, name, depth, reading)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
        raise UnreadableError(name) from None


def _members(
    package: zipfile.ZipFile, members: list[zipfile.ZipInfo], name: str, depth: int, reading: _Reading
) -> Iterator[Part]:
    """All that can be read; only then it is said that something could not."""
    unread: list[str] = []
    for member in members:
        inner = f"{name}!{member.filename}" if name else member.filename
        content = _member(package, member, inner)
        reading.left -= len(content)
        if reading.left < 0:
            raise UnreadableError(inner)
        try:
            yield from _parts_of_bytes(content, _suffix(member.filename), inner, depth + 1, reading)
        except UnreadableError:
            unread.append(inner)
    if unread:
        raise UnreadableError(unread[0])


def _suffix(name: str) -> str:
    leaf = name.rsplit("/", 1)[-1]
    return f".{leaf.rsplit('.', 1)[1].casefold()}" if "." in leaf else ""


def _member(package: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    if member.file_size > MAX_PART:
        raise UnreadableError(name)
    with package.open(member) as stream:
        content = stream.read(MAX_PART + 1)
    if len(content) > MAX_PART:
        raise UnreadableError(name)
    return content
