"""Packages whose directory says of a member that it lies further off than any file is long."""

import struct

_LONG = 0xFFFF_FFFF


def with_far_member(package: bytes, offset: int) -> bytes:
    """The package with so large an offset of its first member, in the eight bytes that large ones have."""
    at = package.index(b"PK\1\2")
    end = package.rindex(b"PK\5\6")
    name, extra, _comment = struct.unpack_from("<3H", package, at + 28)
    told = struct.pack("<2HQ", 1, 8, offset)
    head = bytearray(package[at : at + 46 + name + extra])
    struct.pack_into("<H", head, 30, extra + len(told))
    struct.pack_into("<I", head, 42, _LONG)
    rest = package[at + 46 + name + extra : end]
    tail = bytearray(package[end:])
    size = struct.unpack_from("<I", tail, 12)[0]
    struct.pack_into("<I", tail, 12, size + len(told))
    return package[:at] + bytes(head) + told + rest + bytes(tail)
