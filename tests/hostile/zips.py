"""Packages that lie about themselves: names, sizes, sums, ways of packing."""

import base64
import io
import random
import struct
import warnings
import zipfile
from collections.abc import Callable, Iterable

from letters import Letter, p, parts_of

Members = Iterable[tuple[str, bytes]]
TEXT = "The lamps of Harrow Reach are lit"
LETTER = Letter([p("Excellency,"), p(TEXT), p("Yours faithfully,")])


def packed(members: Members, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of these members, in this order, twice where they are twice."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", method) as package:
        warnings.simplefilter("ignore")
        for name, data in members:
            package.writestr(_info(name), data, method)
    return out.getvalue()


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("x", (1980, 1, 1, 0, 0, 0))
    info.filename = name  # as it is: the constructor would cut it at a NUL, and turn backslashes round
    return info


def letter_with(*extra: tuple[str, bytes], base: bytes = b"") -> bytes:
    """An ordinary letter with more members."""
    return packed([*parts_of(base or LETTER.data()).items(), *extra])


def replaced(part: str, change: Callable[[bytes], bytes], base: bytes = b"") -> bytes:
    """A letter with one part changed."""
    parts = parts_of(base or LETTER.data())
    parts[part] = change(parts.get(part, b""))
    return packed(parts.items())


def without(part: str) -> bytes:
    """A letter that lacks a part."""
    return packed((name, data) for name, data in parts_of(LETTER.data()).items() if name != part)


def _central(data: bytes, at: int, value: bytes, name: bytes = b"word/document.xml") -> bytes:
    """The same with some bytes of a member's entry in the directory changed."""
    place = data.rfind(name) - 46 + at
    return data[:place] + value + data[place + len(value) :]


def _both(data: bytes, local: int, central: int, value: bytes) -> bytes:
    """The same with a value changed in the directory and before the member itself."""
    first = data.find(b"word/document.xml") - 30 + local
    data = data[:first] + value + data[first + len(value) :]
    return _central(data, central, value)


def encrypted_flag() -> bytes:
    """Says that its text is encrypted."""
    return _both(LETTER.data(), 6, 8, struct.pack("<H", 1))


def size_lie(size: int) -> bytes:
    """Says of its text that it has another size."""
    return _both(LETTER.data(), 22, 24, struct.pack("<I", size))


def wrong_sum() -> bytes:
    """Says of its text that it has another check sum."""
    return _both(LETTER.data(), 14, 16, b"\1\2\3\4")


def odd_method(number: int) -> bytes:
    """Says that its text is packed in another way."""
    return _both(LETTER.data(), 8, 10, struct.pack("<H", number))


def other_name() -> bytes:
    """The name in the directory is not the one before the member."""
    data = LETTER.data()
    at = data.find(b"word/document.xml")
    return data[:at] + b"word/dokument.xml" + data[at + 17 :]


def overlapping() -> bytes:
    """Two names in the directory, one place in the file."""
    data = LETTER.data()
    end = data.rfind(b"PK\5\6")
    start = struct.unpack("<I", data[end + 16 : end + 20])[0]
    entry = data.rfind(b"PK\1\2", 0, data.rfind(b"word/document.xml"))
    copy = data[entry : entry + 46] + b"word/document.xm2"
    count = struct.unpack("<H", data[end + 10 : end + 12])[0] + 1
    size = end - start + len(copy)
    tail = data[end : end + 8] + struct.pack("<HHII", count, count, size, start) + data[end + 20 :]
    return data[:end] + copy + tail


def with_comment(comment: bytes) -> bytes:
    """A package with a comment."""
    out = io.BytesIO(LETTER.data())
    with zipfile.ZipFile(out, "a") as package:
        package.comment = comment
    return out.getvalue()


def link_member() -> bytes:
    """A member that would be a symbolic link where it is unpacked."""
    out = io.BytesIO(LETTER.data())
    with zipfile.ZipFile(out, "a") as package:
        info = _info("word/media/passwd")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        package.writestr(info, "/etc/passwd")
    return out.getvalue()


def nested(levels: int) -> bytes:
    """A package in a package in a package, and in the last sixty megabytes of nothing."""
    inner = packed([("zeros", b"\0" * (60 << 20))])
    for _ in range(levels):
        inner = packed([(f"{number}.zip", inner) for number in range(8)])
    return inner


def letters_of(size: int) -> str:
    """A word of that many letters, always the same, which no packing makes a hundred times smaller."""
    return base64.b32encode(random.Random(size).randbytes(size * 5 // 8)).decode().casefold()
