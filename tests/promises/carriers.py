"""Files that carry a name along: a sheet, pictures with what is written beside their pixels."""

import io
import struct
import zlib

import openpyxl
from PIL import Image


def sheet(name: str) -> bytes:
    """A workbook with the name in a cell of a hidden sheet."""
    book = openpyxl.Workbook()
    other = book.create_sheet("Other")
    other.append([name])
    other.sheet_state = "veryHidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def png(kind: bytes = b"", content: bytes = b"", behind: bytes = b"") -> bytes:
    """A picture with a chunk before its end, and something behind it."""
    out = io.BytesIO()
    Image.effect_noise((64, 64), 80).save(out, "PNG")
    data = out.getvalue()
    chunk = struct.pack(">I", len(content)) + kind + content
    chunk += struct.pack(">I", zlib.crc32(kind + content)) if kind else b""
    end = data.rindex(b"IEND") - 4
    return data[:end] + (chunk if kind else b"") + data[end:] + behind


def jpeg(mark: int = 0, content: bytes = b"", behind: bytes = b"") -> bytes:
    """A picture with a segment at its start, and something behind it."""
    out = io.BytesIO()
    Image.effect_noise((64, 64), 80).save(out, "JPEG")
    data = out.getvalue()
    segment = bytes([0xFF, mark]) + struct.pack(">H", len(content) + 2) + content if mark else b""
    return data[:2] + segment + data[2:] + behind


def texts_in_png(name: str) -> dict[str, bytes]:
    """A picture for each place in a PNG."""
    raw = name.encode()
    packed = zlib.compress(raw)
    return {
        "text": png(b"tEXt", b"Comment\0" + raw),
        "packed text": png(b"zTXt", b"Comment\0\0" + packed),
        "text of the world": png(b"iTXt", b"Comment\0\0\0\0\0" + raw),
        "packed text of the world": png(b"iTXt", b"Comment\0\1\0en\0\0" + packed),
        "EXIF": png(b"eXIf", b"MM\0*" + raw),
        "behind its end": png(behind=raw),
    }


def texts_in_jpeg(name: str) -> dict[str, bytes]:
    """A picture for each place in a JPEG."""
    raw = name.encode()
    return {
        "comment": jpeg(0xFE, raw),
        "EXIF": jpeg(0xE1, b"Exif\0\0MM\0*" + raw),
        "EXIF in UTF-16": jpeg(0xE1, b"Exif\0\0II*\0" + name.encode("utf-16-le")),
        "XMP": jpeg(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + raw + b"</x:xmpmeta>"),
        "IPTC": jpeg(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x40\x1c\x02\x50\0\x20" + raw),
        "behind its end": jpeg(behind=raw),
    }
