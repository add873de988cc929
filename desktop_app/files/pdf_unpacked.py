"""What is packed in the streams of a PDF.

The guard's own reader. It shares no code with the modules that write letters.
"""

import re
import zlib

from desktop_app.files.text_of_pdf_pages import UnreadablePdfError
from desktop_app.files.unreadable import WhyUnread

MAX_STREAM = 50 << 20
_HASH = re.compile(rb"#([0-9A-Fa-f]{2})")
_DEFLATED = b"\x78"
_FILTER = re.compile(rb"/Filter\s*(?:\[([^\]]*)\]|(/\w+)|)")


def unpacked(about: bytes, packed: bytes) -> bytes:
    """What a stream says.

    Args:
        about: The dictionary before it.
        packed: Its bytes as they lie in the file.

    Raises:
        UnreadablePdfError: for one that is damaged, too large, or packed as office programs do not.
    """
    found = _FILTER.search(about)
    names = (found[1] or found[2] or b"/elsewhere") if found else b""
    for name in (name.strip() for name in names.split(b"/")[1:]):
        if name in (b"FlateDecode", b"Fl"):
            packed = _inflated(packed)
        elif name in (b"DCTDecode", b"JPXDecode", b"CCITTFaxDecode", b"JBIG2Decode"):
            return packed
        else:
            packed = _by_pypdf(name, packed)
    return _inflated_unsaid(packed)


def spelt_out(about: bytes) -> bytes:
    """A dictionary in whose names no letter stands as its number."""
    return _HASH.sub(lambda found: bytes.fromhex(found[1].decode()), about) if b"#" in about else about


def _inflated_unsaid(content: bytes) -> bytes:
    """What is packed and does not say so; anything else as it is."""
    if content[:1] != _DEFLATED or int.from_bytes(content[:2], "big") % 31:
        return content
    unpacking = zlib.decompressobj()
    try:
        said = unpacking.decompress(content, MAX_STREAM)
    except zlib.error:
        return content
    if unpacking.unconsumed_tail:
        raise UnreadablePdfError(why=WhyUnread.TOO_LARGE)
    return said + unpacking.unused_data


def _inflated(packed: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(packed, MAX_STREAM)
    except zlib.error:
        raise UnreadablePdfError from None
    if not unpacking.eof:
        # Cut off, or larger than anything in a letter: nobody knows what the rest says.
        raise UnreadablePdfError
    # What lies behind the packed data is shown by nobody, and could be read by anybody.
    return content + unpacking.unused_data


def _by_pypdf(name: bytes, packed: bytes) -> bytes:
    """Unpack what office programs do not write."""
    from pypdf import filters
    from pypdf.errors import PyPdfError

    known = {
        b"ASCIIHexDecode": filters.ASCIIHexDecode.decode,
        b"ASCII85Decode": filters.ASCII85Decode.decode,
        b"LZWDecode": filters.LZWDecode.decode,
        b"RunLengthDecode": filters.RunLengthDecode.decode,
    }
    if name not in known:
        raise UnreadablePdfError(why=WhyUnread.UNUSUAL)
    try:
        return bytes(known[name](packed))
    except (PyPdfError, ValueError, TypeError, IndexError):
        raise UnreadablePdfError from None
