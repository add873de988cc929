"""Zip files of which almost all bytes are the same: what is constant is compressed once.

Between two letters of one export only a few paragraphs differ. A constant stretch is deflated once and
closed with a full flush, what differs goes between as stored blocks, and the checksums are combined. The
result is an ordinary DOCX that every zip reader opens. Entries are dated 1980-01-01 and carry no extra
field: no clock, no user, no system.
"""

import itertools
import struct
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

_DATE = (0, 33)
_STORED_LIMIT = 65_535
_FINAL_BLOCK = b"\x03\x00"
_POLYNOMIAL = 0xEDB88320
_ONE = 1 << 31


class Segment:
    """A constant stretch of a part: compressed once, used in every letter."""

    __slots__ = ("crc", "raw", "size", "tables")

    def __init__(self, data: bytes, level: int = 6) -> None:
        deflate = zlib.compressobj(level, zlib.DEFLATED, -15)
        self.raw = deflate.compress(data) + deflate.flush(zlib.Z_FULL_FLUSH)
        self.crc = zlib.crc32(data)
        self.size = len(data)
        self.tables = _shift_tables(len(data))


class Shell:
    """The constant parts of a letter, ready to write; the parts that vary are put behind them."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        body, directory = bytearray(), bytearray()
        for name, data in parts.items():
            deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
            raw = deflate.compress(data) + deflate.flush()
            entry = (zlib.crc32(data), len(raw), len(data))
            directory += _central(name.encode(), *entry, len(body))
            body += _local(name.encode(), *entry) + raw
        self._body, self._directory, self._count = bytes(body), bytes(directory), len(parts)

    def file(self, varying: Mapping[str, Sequence[Segment | bytes]]) -> bytes:
        """The bytes of one letter, the parts in ``varying`` last."""
        pieces, directory, offset = [self._body], [self._directory], len(self._body)
        for name, items in varying.items():
            raws, crc, size = _splice(items)
            packed = sum(map(len, raws))
            head = _local(name.encode(), crc, packed, size)
            directory.append(_central(name.encode(), crc, packed, size, offset))
            pieces += [head, *raws]
            offset += len(head) + packed
        central = b"".join(directory)
        count = self._count + len(varying)
        end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(central), offset, 0)
        return b"".join([*pieces, central, end])


def _local(name: bytes, crc: int, packed: int, size: int) -> bytes:
    return struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, *_DATE, crc, packed, size, len(name), 0) + name


def _central(name: bytes, crc: int, packed: int, size: int, offset: int) -> bytes:
    fixed = struct.pack(
        "<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, *_DATE, crc, packed, size, len(name), *[0] * 5, offset
    )
    return fixed + name


def _splice(items: Sequence[Segment | bytes]) -> tuple[list[bytes], int, int]:
    raws: list[bytes] = []
    crc = size = 0
    for item in items:
        if isinstance(item, Segment):
            a, b, c, d = item.tables
            crc = a[crc & 255] ^ b[crc >> 8 & 255] ^ c[crc >> 16 & 255] ^ d[crc >> 24] ^ item.crc
            raws.append(item.raw)
            size += item.size
            continue
        for start in range(0, len(item), _STORED_LIMIT):
            block = item[start : start + _STORED_LIMIT]
            raws += [struct.pack("<BHH", 0, len(block), len(block) ^ 0xFFFF), block]
        crc = zlib.crc32(item, crc)
        size += len(item)
    raws.append(_FINAL_BLOCK)
    return raws, crc, size


def _times_x(vector: int) -> int:
    """A polynomial over single bits times x, modulo the CRC's; the constant term is the highest bit."""
    return vector >> 1 ^ _POLYNOMIAL if vector & 1 else vector >> 1


def _product(left: int, right: int) -> int:
    product, bit = 0, _ONE
    while bit:
        if left & bit:
            product ^= right
        right = _times_x(right)
        bit >>= 1
    return product


@lru_cache(maxsize=64)
def _zero_bits(power: int) -> int:
    """The factor that takes a CRC past ``2**power`` zero bits: x to that power."""
    return _times_x(_ONE) if power == 0 else _product(_zero_bits(power - 1), _zero_bits(power - 1))


def _shift_tables(size: int) -> tuple[list[int], list[int], list[int], list[int]]:
    """Tables t with ``crc(A + B) == t(crc(A)) ^ crc(B)`` for every B of that size in bytes."""
    factor, bits = _ONE, size * 8
    for power in range(bits.bit_length()):
        if bits >> power & 1:
            factor = _product(factor, _zero_bits(power))
    # What each single bit turns into: the highest is one, the next is x, and so on down.
    rows = list(itertools.accumulate(range(31), lambda row, _: _times_x(row), initial=factor))[::-1]
    a, b, c, d = (_byte_table(rows[low : low + 8]) for low in (0, 8, 16, 24))
    return a, b, c, d


def _byte_table(rows: Sequence[int]) -> list[int]:
    """What each of the 256 values of one byte turns into; every value builds on one with a bit less."""
    table = [0] * 256
    for byte in range(1, 256):
        table[byte] = table[byte & (byte - 1)] ^ rows[(byte & -byte).bit_length() - 1]
    return table
