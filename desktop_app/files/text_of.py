"""Everything readable in a finished file: all parts, all strings, across runs, names of parts included.

The guard's own reader. It shares no code with the modules that write letters, and it takes nothing for
granted that they promise: a part is read whether or not a letter ought to have it.
"""

import stat
from collections.abc import Iterator
from pathlib import Path

from desktop_app.files.finished_pdf import faults_in_pdf
from desktop_app.files.markup_encoding import (
    in_utf8,
    is_certain,
    is_packed,
    is_utf8,
    is_uuencoded,
    may_be_other,
    other_readings,
)
from desktop_app.files.part import Part
from desktop_app.files.pdf_unlocked import unlocked
from desktop_app.files.text_encoded import FILE_BEGINS, blocks_in, files_in
from desktop_app.files.text_memory import ENTITY, MAX_FILE, SMALL, Memory
from desktop_app.files.text_of_mail import UnreadableMailError, pieces_of_mail
from desktop_app.files.text_of_pdf import PdfInside, beside_objects, inside_of_pdf
from desktop_app.files.text_of_pdf_pages import pages_of_a_strangers_pdf, pages_of_pdf
from desktop_app.files.text_of_pictures import PICTURES, beside_pixels
from desktop_app.files.unreadable import UnreadableError, WhyUnread
from desktop_app.files.zip_inside import DamagedZipError, ZipInside, inside_of_zip, is_name_certain

MAX_PART = 50 << 20
_MARKUP_SUFFIXES = frozenset(".xml .rels .vml .html .htm .xhtml .svg .opf .ncx .rdf".split())
_TEXT_SUFFIXES = frozenset(".txt .md .csv .tsv .json .toml .ics .vcf .log .css".split())
_ZIP_SUFFIXES = frozenset(".docx .xlsx .zip .dotx .odt .ods .epub .pptx".split())

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MASHUP = b"<DataMashup"
_LOCKED_INSIDE = "EncryptedPackage".encode("utf-16-le")
_MAX_DEPTH = 3


def whole_file(path: Path) -> bytes:
    """A file that is to be read.

    Raises:
        UnreadableError: for one that cannot be, or is too large.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableError(why=WhyUnread.LEADS_BACK if leads_back(path) else WhyUnread.LOCKED)
        # A pipe would wait for a writer, and a device has no end.
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError(why=WhyUnread.NO_FILE)
        if status.st_size > MAX_FILE:
            raise UnreadableError(why=WhyUnread.TOO_LARGE)
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError(why=WhyUnread.MISSING) from None
    except OSError:
        raise UnreadableError(why=WhyUnread.LOCKED) from None


def leads_back(path: Path) -> bool:
    """Whether it is a link to a folder that it lies in: whoever went on there would come to all the disk."""
    return path.is_symlink() and path.parent.resolve().is_relative_to(path.resolve())


def parts_of(data: bytes, suffix: str, memory: Memory | None = None) -> Iterator[Part]:
    """The parts of a file, those of packages inside it included.

    Args:
        data: All of it.
        suffix: How its name ends, with the dot, which tells what it claims to be.
        memory: Of the files before it. Whoever finds nothing in this one has it kept.

    Raises:
        UnreadableError: for a file of a kind that is not read, a damaged or an encrypted one.
    """
    memory = memory or Memory()
    memory.left = MAX_FILE
    memory.pictures.clear()
    yield from _parts_of_bytes(data, suffix.casefold(), "", 0, memory)
    if suffix.casefold() in PICTURES:
        # Its strings were read; what it shows nobody can read here.
        raise UnreadableError(why=WhyUnread.PICTURE)


def _parts_of_bytes(data: bytes, suffix: str, name: str, depth: int, memory: Memory) -> Iterator[Part]:
    """``suffix`` tells what the bytes claim to be, with its dot, in lower case."""
    if depth and memory.knows(data, suffix):
        return
    if suffix == ".eml":
        yield from _parts_of_mail(data, name, depth, memory)
    elif suffix == ".pdf" or data.startswith(b"%PDF"):
        yield from _parts_of_pdf(data, name, depth, memory)
    elif data.startswith((b"PK\3\4", _OLE)) or suffix in _ZIP_SUFFIXES:
        yield from _parts_of_zip(data, name, depth, memory)
    elif suffix in _MARKUP_SUFFIXES:
        yield from _parts_of_markup(data, name, depth, memory)
    elif suffix in PICTURES:
        # What a picture shows cannot be read; what stands beside its pixels can.
        memory.pictures.append(name)
        yield from (Part(name, piece, markup=False) for piece in beside_pixels(data) if piece)
    elif suffix in _TEXT_SUFFIXES or not data or _is_bare_text(data, suffix):
        yield Part(name, data, markup=False)
        yield from (Part(name, reading, markup=False) for reading in other_readings(data, markup=False))
        for block in blocks_in(data):
            yield Part(f"{name}!base64", block, markup=False)
            yield from _parts_in_text(block, name, depth, memory)
        yield from _parts_in_text(data, name, depth, memory)
        _refuse_unsure(data, name, markup=False)
    else:
        raise UnreadableError(name, WhyUnread.UNKNOWN_KIND)


def _parts_of_markup(data: bytes, name: str, depth: int, memory: Memory) -> Iterator[Part]:
    if data in memory.plain_markup:
        yield Part(name, data, markup=True)
        return
    text = in_utf8(data, name)
    unlike = memory.unlike_plain(name, text)
    if ENTITY in unlike:
        # An entity can spell a name in pieces that stand nowhere.
        raise UnreadableError(name, WhyUnread.UNUSUAL)
    yield Part(name, text, markup=True)
    carries = _carries_files(unlike)
    if _MASHUP in unlike:
        # A package with numbers around it: the queries of Excel's, which hold whole tables.
        raise UnreadableError(name, WhyUnread.UNUSUAL)
    inner = list(_parts_in_text(text, name, depth, memory)) if carries else []
    yield from inner
    if text is not data or may_be_other(data, unlike):
        yield from (Part(name, reading, markup=True) for reading in other_readings(data, markup=True))
        _refuse_unsure(data, name, markup=True)
        return
    if not carries:
        memory.keep_plain(name, text)
    if not inner and len(data) < SMALL:
        memory.plain_markup.add(data)


def _refuse_unsure(data: bytes, name: str, *, markup: bool) -> None:
    """Raise for text that was searched as what it may be, and may be something else."""
    if is_packed(data):
        raise UnreadableError(name, WhyUnread.UNKNOWN_KIND)
    if is_uuencoded(data):
        raise UnreadableError(name, WhyUnread.UNUSUAL)
    if not is_certain(data, markup=markup):
        raise UnreadableError(name, WhyUnread.OLD_ENCODING)


def _refuse_what_is_no_package(data: bytes, name: str) -> None:
    """Raise for nothing at all, for an office file of before 2007, and for one that is locked."""
    if not data:
        raise UnreadableError(name, WhyUnread.EMPTY)
    if data.startswith(_OLE):
        is_locked = _LOCKED_INSIDE in data
        raise UnreadableError(name, WhyUnread.ENCRYPTED if is_locked else WhyUnread.OLD_OFFICE)


def _is_bare_text(data: bytes, suffix: str) -> bool:
    """A file without an ending that is text, as ``mimetype`` in an OpenDocument file is."""
    return not suffix and data.isascii() and not data.startswith(b"%PDF")


def _carries_files(data: bytes) -> bool:
    return any(map(data.__contains__, FILE_BEGINS))


def _parts_in_text(data: bytes, name: str, depth: int, memory: Memory) -> Iterator[Part]:
    """Files that a text carries along in base64, as a page does its pictures."""
    if _carries_files(data):
        for content, suffix in files_in(data.decode("utf-8", "replace")):
            yield from _parts_of_bytes(content, suffix, f"{name}!base64", depth + 1, memory)


def _parts_of_mail(data: bytes, name: str, depth: int, memory: Memory) -> Iterator[Part]:
    if depth > _MAX_DEPTH:
        raise UnreadableError(name, WhyUnread.NESTED)
    unread: list[UnreadableError] = []
    try:
        for piece in pieces_of_mail(data):
            inner = f"{name}!{piece.name}" if piece.name else name
            try:
                yield from _parts_of_bytes(piece.content, piece.suffix, inner, depth + 1, memory)
            except UnreadableError as error:
                unread.append(error)
    except UnreadableMailError as error:
        raise UnreadableError(name, error.why) from None
    if unread:
        raise unread[0]


def _parts_of_pdf(data: bytes, name: str, depth: int, memory: Memory) -> Iterator[Part]:
    if depth > _MAX_DEPTH:
        raise UnreadableError(name, WhyUnread.NESTED)
    try:
        insides, was_locked = _insides_of_pdf(data)
        ours = not depth and not was_locked and not list(faults_in_pdf(data))
        # What looks like a letter of ours was cleaned; anything else may be meant to break the program.
        pages = pages_of_pdf(data) if ours else pages_of_a_strangers_pdf(data)
    except UnreadableError as error:
        raise UnreadableError(name, error.why) from None
    before = f"{name}!" if name else ""
    unread: list[UnreadableError] = []
    for inside in insides:
        yield from _parts_beside_pages(inside, before, depth, memory, unread)
    for number, page in pages.texts:
        yield Part(f"{before}page {number}", page.encode("utf-8", "replace"), markup=False, lined=True)
    for number, lines in pages.over:
        yield Part(f"{before}page {number}", lines.encode("utf-8", "replace"), markup=False, lined=True)
    if pages.drawn and not ours:
        unread.append(UnreadableError(f"{before}page {pages.drawn[0]}", WhyUnread.PICTURE_PAGES))
    unread += [UnreadableError(f"{before}page {page}", WhyUnread.FONTS) for page in pages.unmapped]
    if unread:
        raise unread[0]


def _insides_of_pdf(data: bytes) -> tuple[tuple[PdfInside, ...], bool]:
    """What is in a PDF beside its pages, and whether it had to be unlocked: then it is all its states."""
    try:
        return (inside_of_pdf(data),), False
    except UnreadableError as error:
        if error.why is not WhyUnread.ENCRYPTED:
            raise
    return (beside_objects(data), *map(inside_of_pdf, unlocked(data))), True


def _parts_beside_pages(
    inside: PdfInside, before: str, depth: int, memory: Memory, unread: list[UnreadableError]
) -> Iterator[Part]:
    """All that can be read; what could not is told."""
    for string in inside.strings:
        yield Part(f"{before}strings", string.encode("utf-8", "replace"), markup=False)
    packets = ((packet, ".xml", "XMP") for packet in inside.metadata)
    attachments = ((attached, "", "attachment") for attached in inside.attachments)
    for content, suffix, what in (*packets, *attachments):
        try:
            yield from _parts_of_bytes(content, suffix, f"{before}{what}", depth + 1, memory)
        except UnreadableError as error:
            unread.append(error)


def _parts_of_zip(data: bytes, name: str, depth: int, memory: Memory) -> Iterator[Part]:
    if depth > _MAX_DEPTH:
        raise UnreadableError(name, WhyUnread.NESTED)
    _refuse_what_is_no_package(data, name)
    try:
        inside = inside_of_zip(data)
    except DamagedZipError as error:
        raise UnreadableError(name, error.why) from None
    names = "\n".join(member.info.filename for member in inside.members)
    yield Part(name, names.encode("utf-8", "replace"), markup=False)
    for beside in (inside.comment, *inside.beside):
        if beside:
            yield Part(name, beside, markup=False)
    unread: list[UnreadableError] = []
    yield from _members(inside, name, depth, memory, unread)
    # What was deleted may lie there still, packed.
    if not all(map(is_utf8, inside.gaps)):
        unread.append(UnreadableError(name, WhyUnread.DELETED))
    unread += [UnreadableError(name, WhyUnread.OLD_ENCODING)] * (
        not all(map(is_name_certain, inside.members))
    )
    if unread:
        raise unread[0]


def _members(
    inside: ZipInside, name: str, depth: int, memory: Memory, unread: list[UnreadableError]
) -> Iterator[Part]:
    """All that can be read; what could not is told."""
    for member in inside.members:
        inner = f"{name}!{member.info.filename}" if name else member.info.filename
        try:
            content = memory.unpacked.content(member, MAX_PART)
        except DamagedZipError as error:
            raise UnreadableError(inner, error.why) from None
        memory.left -= len(content)
        if memory.left < 0:
            raise UnreadableError(inner, WhyUnread.TOO_LARGE)
        try:
            yield from _parts_of_bytes(content, _suffix(member.info.filename), inner, depth + 1, memory)
        except UnreadableError as error:
            unread.append(error)


def _suffix(name: str) -> str:
    leaf = name.rsplit("/", 1)[-1]
    return f".{leaf.rsplit('.', 1)[1].casefold()}" if "." in leaf else ""
