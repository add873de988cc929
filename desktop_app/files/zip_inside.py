"""Everything that lies in a zip file: its members, and whatever stands between, before and after them.

The guard's own reader. It shares no code with the modules that write letters.
"""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import lru_cache

from desktop_app.files.unreadable import UnreadableError, WhyUnread

_LOCAL = struct.Struct("<4s22x2H")
_CENTRAL = struct.Struct("<4s24x3H12x")
_END, _LOCATOR = 22, 20
_WITH_LENGTHS_BEHIND, _IN_UTF8 = 0x8, 0x800
_KEPT_FROM_EACH = 1 << 13
_KEPT_IN_ALL = 1 << 25

_BROKEN = (
    zipfile.BadZipFile,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    NotImplementedError,
)
"""What ``zipfile`` lets through where an archive is damaged."""


class DamagedZipError(UnreadableError):
    """It is no zip file, or one of which nobody can say what it holds."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the archive.

    Attributes:
        info: What the directory says of it.
        packed: Its bytes as they lie there.
    """

    info: zipfile.ZipInfo
    packed: memoryview


@dataclass(frozen=True, slots=True)
class ZipInside:
    """What lies in it.

    Attributes:
        members: In the order of the directory.
        comment: Of the archive.
        beside: What is in no member, and no table that a zip has to have: other names of a member, extra
            fields, what was deleted, what stands before and after all of it.
        gaps: Of these, what no table tells of.
    """

    members: tuple[Member, ...]
    comment: bytes
    beside: tuple[bytes, ...]
    gaps: tuple[bytes, ...]


def is_name_certain(member: Member) -> bool:
    """Whether it can be told which letters the name of a member is in: any system wrote its own."""
    name = member.info.filename
    if name.isascii() or member.info.flag_bits & _IN_UTF8:
        return True
    try:
        return bool(name.encode("cp437").decode("utf-8"))
    except UnicodeError:
        return False


@dataclass(slots=True)
class Unpacked:
    """Members that were unpacked before: those of a hundred letters are mostly the same."""

    _known: dict[bytes, bytes] = field(default_factory=dict)
    _room: int = _KEPT_IN_ALL

    def content(self, member: Member, limit: int) -> bytes:
        """What a member holds.

        Raises:
            DamagedZipError: where it is damaged, encrypted, packed in an unknown way, larger than the limit.
        """
        info = member.info
        if info.flag_bits & 1:
            raise DamagedZipError(why=WhyUnread.ENCRYPTED)
        if info.file_size > limit:
            raise DamagedZipError(why=WhyUnread.TOO_LARGE)
        if info.compress_type == zipfile.ZIP_STORED:
            content = bytes(member.packed)
        elif info.compress_type == zipfile.ZIP_DEFLATED:
            content = self._inflated(member.packed, limit)
        else:
            raise DamagedZipError(why=WhyUnread.UNUSUAL)
        if len(content) != info.file_size or zlib.crc32(content) != info.CRC:
            raise DamagedZipError
        return content

    def _inflated(self, packed: memoryview, limit: int) -> bytes:
        key = bytes(packed) if len(packed) <= _KEPT_FROM_EACH else b""
        if key and key in self._known:
            return self._known[key]
        unpacking = zlib.decompressobj(-15)
        try:
            content = unpacking.decompress(packed, limit + 1)
        except zlib.error:
            raise DamagedZipError from None
        if not unpacking.eof or unpacking.unused_data:
            raise DamagedZipError
        if key and self._room > len(content):
            self._known[key] = content
            self._room -= len(content) + len(key)
        return content


@lru_cache(maxsize=1)
def inside_of_zip(data: bytes) -> ZipInside:
    """Take it apart.

    Raises:
        DamagedZipError: where that cannot be done.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos, comment, directory = archive.infolist(), archive.comment, archive.start_dir
        names, behind = _directory(data, directory, len(infos))
        found, beside, gaps, at = {}, [], [], 0
        for info, name in sorted(zip(infos, names, strict=True), key=lambda pair: pair[0].header_offset):
            start, end, told = _place(data, info, name)
            if info.header_offset < at:
                raise DamagedZipError  # the same bytes are of two members
            gaps.append(data[at : info.header_offset])
            beside += [*told, info.comment, info.extra]
            found[info.header_offset] = Member(info, memoryview(data)[start:end])
            at = end + _lengths_behind(data, end, info)
    except _BROKEN:
        raise DamagedZipError from None
    gaps += [data[at:directory], data[behind + len(comment) :]]
    members = tuple(found[info.header_offset] for info in infos)
    return ZipInside(members, comment, tuple(filter(None, beside + gaps)), tuple(filter(None, gaps)))


def _directory(data: bytes, at: int, number: int) -> tuple[list[bytes], int]:
    """The names of members as bytes, and where the directory ends but for the comment of the archive."""
    names = []
    for _ in range(number):
        entry = _CENTRAL.unpack_from(data, at)
        if entry[0] != b"PK\1\2":
            raise DamagedZipError
        at += _CENTRAL.size
        names.append(data[at : at + entry[1]])
        at += sum(entry[1:4])
    if data.startswith(b"PK\6\6", at):
        at += 12 + int(struct.unpack_from("<Q", data, at + 4)[0]) + _LOCATOR
    if not data.startswith(b"PK\5\6", at):
        raise DamagedZipError
    return names, at + _END


def _place(data: bytes, info: zipfile.ZipInfo, name: bytes) -> tuple[int, int, list[bytes]]:
    """Where the packed bytes of a member begin and end, and what else its headers say."""
    mark, length, extra = _LOCAL.unpack_from(data, info.header_offset)
    if mark != b"PK\3\4":
        raise DamagedZipError
    at = info.header_offset + _LOCAL.size
    start = at + length + extra
    end = start + info.compress_size
    if end > len(data):
        raise DamagedZipError
    told = {data[at : at + length], name} - ({name} if name.isascii() and b"\0" not in name else set())
    return start, end, [*told, data[at + length : start]]


def _lengths_behind(data: bytes, at: int, info: zipfile.ZipInfo) -> int:
    """How many bytes behind a member say how long it is."""
    if not info.flag_bits & _WITH_LENGTHS_BEHIND:
        return 0
    mark = 4 if data.startswith(b"PK\7\x08", at) else 0
    # The lengths themselves have four bytes each, or eight; the next header, or the directory, says which.
    return mark + (
        20 if not data.startswith(b"PK", at + mark + 12) and data.startswith(b"PK", at + mark + 20) else 12
    )
