"""Every string of a PDF besides what its pages show, in each of its revisions.

The guard's own reader. It reads the bytes themselves, object by object as they lie in the file, whether or
not anything refers to them.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.files.markup_encoding import is_utf8
from desktop_app.files.pdf_unpacked import spelt_out, unpacked
from desktop_app.files.text_encoded import texts_in
from desktop_app.files.text_of_pdf_pages import UnreadablePdfError
from desktop_app.files.text_of_pictures import JPEG, beside_pixels, prose_in, prose_inline
from desktop_app.files.unreadable import WhyUnread

_STREAM = re.compile(rb"\bstream\r?\n")
_END = re.compile(rb"\r?\n?endstream\b")
_OBJECT = re.compile(rb"\d\s+obj\b")
_LENGTH = re.compile(rb"/Length\s+(\d{1,15})(?!\d|\s+\d+\s+R)")
_PREDICTED = re.compile(rb"/Predictor\s+(?!1\b)\d")
_TOKEN = re.compile(
    rb"%[^\r\n]*"
    rb"|\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S]|\([^()]*\))*\))*\))*\)"
    rb"|<<|>>|<[0-9A-Fa-f\s]*>|/[^\x00\s()<>\[\]{}/%]*|[^\x00\s()<>\[\]{}/%]+|[(){}]"
)
_ROW = re.compile(rb"\[\s*((?:\((?:[^()\\]|\\[\s\S])*+\)\s*+|<[0-9A-Fa-f\s]*+>\s*+){2,})\]")
"""Strings in a row, of which each may be a piece of what they say."""
_PLAIN = re.compile(rb"[-+.\d]+|obj|endobj|stream|endstream|R|true|false|null|xref|trailer|startxref|n|f")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|[\s\S])")
_ESCAPES = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\r\n": b"",
    b"\n": b"",
    b"\r": b"",
}
_HASH = re.compile(rb"#([0-9A-Fa-f]{2})")
_MARKED = re.compile(rb"<[Ff][Ee][Ff][Ff][0-9A-Fa-f\s]*>|\(\xfe\xff(?:[^()\\]|\\[\s\S])*\)")
"""Texts beside the glyphs that a page shows, as ActualText is."""
_LINK = re.compile(rb"/URI\s*(\((?:[^()\\]|\\[\s\S])*\)|<[0-9A-Fa-f\s]*>)")
_COMMENT = re.compile(rb"(?<!\\)%[^\r\n]*")
_DRAWS = re.compile(rb"(?<![^\s\])>])(?:BT|ET|Tj|TJ|cm|re|Do|begincmap|BDC|BMC)(?![^\s\[(</])")
"""A word that only what draws a page has, or the map of a font's glyphs."""
_IDENTIFIER = re.compile(rb"/ID\s*\[\s*<[0-9A-Fa-f]{32}>\s*<[0-9A-Fa-f]{32}>\s*\]")
"""Two random numbers, in which an acronym would stand by chance."""
_WORDY = re.compile(r"[^\W\d_]{2}|[\\%&+]")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_MACHINERY = re.compile(
    rb"/(?:Subtype\s*/(?:CIDFontType0C|Type1C|OpenType)|Length1\b|Type\s*/XRef\b|N\s+[134]\b(?!.*/First))",
    re.DOTALL,
)
"""Fonts and colour profiles, which are the system's, and the table of places."""
_NO_TEXT = frozenset(("Cc", "Cn", "Co", "Cs"))
"""Characters that a font's numbers give when they are read as letters."""
_LONG_NAME = 4
_BARE = re.compile(rb"^[^\x00()<>\[\]{}/%\r\n]++$", re.MULTILINE)
_WORDS = re.compile(rb"[A-Za-z\x80-\xff]{2} [^\r\n]")
"""A line of words that belongs to nothing has two of them."""
_OTHER_FILE = re.compile(
    rb"PK\x03\x04|PK\x01\x02|\x1f\x8b\x08|Rar!\x1a|7z\xbc\xaf|BZh[1-9]1AY|\xfd7zXZ|\xd0\xcf\x11\xe0"
)
"""How archives and old office files begin."""
_VOCABULARY = frozenset(
    """A Action ActualText Alt Annot Annots Ascent AvgWidth BBox BM BaseFont BitsPerComponent Block
    BlockAlign Border CA CIDFontType2 CIDSystemInfo CIDToGIDMap CS CapHeight Caption Catalog Center
    ColorSpace Columns Contents Count DW DecodeParms DescendantFonts Descent Dest DestOutputProfile
    DeviceGray DeviceRGB DisplayDocTitle Div Document Encoding End EndIndent ExtGState F Figure First
    FirstChar Flags FlateDecode Font FontBBox FontDescriptor FontFile FontFile2 FontFile3 FontName Form
    GTS_PDFA1 Group H H1 H2 H3 H4 H5 H6 Height I ID Identity-H Image Index Inline Interpolate
    ItalicAngle Justify K Kids L LBody LI Lang Last LastChar Layout Lbl Length Length1 Length2 Length3
    Link MCID MCR MarkInfo Marked MediaBox Metadata N Next Note Nums O OBJR Obj ObjStm Outlines
    OutputConditionIdentifier OutputIntent OutputIntents P PDF Page Pages Parent ParentTree Pattern Pg
    Placement Predictor Prev ProcSet Rect Reference Resources RoleMap Root Rotate S SMask Sect Size
    SpaceAfter SpaceBefore Span Start StartIndent StemV StructElem StructParent StructParents
    StructTreeRoot Subtype TBody TD TH THead TOC TOCI TR Table Tabs Text TextAlign TextDecorationType
    TextIndent Title ToUnicode Transparency TrueType Type Type0 Type1 URI Underline ViewerPreferences W
    Width Widths XHeight XML XObject XRef XYZ""".split()
)
"""Names that the format gives: an organisation may be called XYZ or URI, and no letter could do without."""


@dataclass(frozen=True, slots=True)
class PdfInside:
    """What lies in a PDF besides what its pages show.

    Attributes:
        strings: Every string, name and comment of the file, each once.
        links: Where its links lead.
        metadata: XML packets.
        attachments: Files inside the file.
    """

    strings: tuple[str, ...]
    links: tuple[str, ...]
    metadata: tuple[bytes, ...]
    attachments: tuple[bytes, ...]


def inside_of_pdf(data: bytes) -> PdfInside:
    """Read everything but the pages.

    Raises:
        UnreadablePdfError: for an encrypted or damaged file, or one with a part that cannot be unpacked.
    """
    outside, streams = _taken_apart(data)
    if b"/Encrypt" in spelt_out(outside):
        raise UnreadablePdfError(why=WhyUnread.ENCRYPTED)
    if _OTHER_FILE.search(outside) or not is_utf8(_behind(data)):
        # A file behind the file, or between its objects.
        raise UnreadablePdfError(why=WhyUnread.UNUSUAL)
    found: dict[str, None] = dict.fromkeys(_strings(outside))
    links = list(_links(outside))
    metadata, attachments = [], []
    for about, packed in streams:
        kind, content = _kind(about), unpacked(about, packed)
        if kind not in ("picture", "machinery") and _PREDICTED.search(about):
            # Written as differences, as no program writes text.
            raise UnreadablePdfError(why=WhyUnread.UNUSUAL)
        if kind == "content" and _OTHER_FILE.match(content):
            raise UnreadablePdfError(why=WhyUnread.UNUSUAL)
        if kind == "metadata":
            metadata.append(content)
        elif kind == "attachment":
            attachments.append(content)
        elif kind == "objects":
            links += _links(content)
        found |= dict.fromkeys(_strings_of_stream(kind, content))
    return PdfInside(tuple(found), tuple(links), tuple(metadata), tuple(attachments))


def _behind(data: bytes) -> bytes:
    """What lies behind the end of the file, without streams."""
    end = data.rfind(b"%%EOF")
    return b"" if end < 0 else b"".join(_parted(data[end:])[0])


def beside_objects(data: bytes) -> PdfInside:
    """What stands in plain sight in a locked file: comments, and what lies before, between and behind."""
    outside, _streams = _taken_apart(data)
    return PdfInside(tuple(dict.fromkeys(_strings(outside))), (), (), ())


def _taken_apart(data: bytes) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """What lies outside of streams, and each stream, packed as it is, with the dictionary before it."""
    outside, streams = _parted(data)
    # What stands before and behind the file, of which each line says something, made a comment.
    around = [data[: max(data.find(b"%PDF"), 0)], data[data.rfind(b"%%EOF") + 5 :]]
    outside += [b"%" + line for piece in around for line in piece.splitlines() if line.strip()]
    return b"\n".join(outside), streams


def _parted(data: bytes) -> tuple[list[bytes], list[tuple[bytes, bytes]]]:
    outside, streams, at = [], [], 0
    while begin := _STREAM.search(data, at):
        head = data[at : begin.start()]
        outside.append(_IDENTIFIER.sub(b"", head))
        about = head[max((found.start() for found in _OBJECT.finditer(head)), default=0) :]
        about = spelt_out(about)
        stop = _end_of(data, begin.end(), about)
        streams.append((about, data[begin.end() : stop]))
        at = stop
    outside.append(_IDENTIFIER.sub(b"", data[at:]))
    return outside, streams


def _end_of(data: bytes, start: int, about: bytes) -> int:
    """Where a stream ends: where its dictionary says, if that is right; else at the next mark."""
    if length := _LENGTH.search(about):
        stop = start + int(length[1])
        if _END.match(data, stop):
            return stop
    # A line end before the word may be the last byte of what is packed; one too many does no harm.
    end = data.find(b"endstream", start)
    return end if end >= 0 else len(data)


def _kind(about: bytes) -> str:
    if re.search(rb"/Type\s*/ObjStm\b", about):
        return "objects"
    if re.search(rb"/Type\s*/Metadata\b|/Subtype\s*/XML\b", about):
        return "metadata"
    if re.search(rb"/Type\s*/EmbeddedFile\b", about):
        return "attachment"
    if _PICTURE.search(about):
        return "picture"
    return "machinery" if _MACHINERY.search(about) else "content"


@lru_cache(maxsize=512)
def _strings_of_stream(kind: str, content: bytes) -> tuple[str, ...]:
    """The strings in a stream; the fonts and most pages of a hundred letters are the same."""
    if kind == "objects":
        return tuple(dict.fromkeys(_strings(content)))
    if kind == "picture" and content.startswith(JPEG):
        return tuple(text for piece in beside_pixels(content) for text in (*texts_in(piece), *_prose(piece)))
    if kind in ("picture", "machinery"):
        return _prose(content)
    if not _DRAWS.search(content):
        return tuple(texts_in(content)) or _prose(content)
    shown = [text for token in _MARKED.findall(content) for text in _texts(token)]
    said = [found.decode("utf-8", "replace") for found in _COMMENT.findall(content)]
    inline = [run.decode("ascii") for run in prose_inline(content)]
    return tuple(dict.fromkeys([*shown, *said, *inline, *_drawn(content)]))


def _prose(content: bytes) -> tuple[str, ...]:
    return tuple(dict.fromkeys(run.decode("ascii") for run in prose_in(content)))


def _links(source: bytes) -> Iterator[str]:
    for token in _LINK.findall(source):
        yield from _texts(token)


def _drawn(content: bytes) -> Iterator[str]:
    """Literal text in what draws a page: fonts that number their glyphs have none, or gibberish."""
    literal = []
    for token in _TOKEN.findall(content):
        value = b""
        if token.startswith(b"("):
            value = _ESCAPE.sub(_escaped, token[1:-1])
        elif token.startswith(b"<") and token != b"<<":
            value = _from_hex(token)
        said = _plain(value)
        if said and token.startswith(b"("):
            literal.append(said)
        elif said:
            yield said
        elif token.startswith(b"/") and len(token) > _LONG_NAME:
            yield from _texts(token)
    yield "".join(literal)


def _plain(value: bytes) -> str:
    try:
        said = value.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return said if said.isprintable() or not _is_gibberish(said) else ""


def _is_gibberish(said: str) -> bool:
    """Numbers of glyphs, that is. Unseen signs and blanks of other kinds may stand in any text."""
    return any(unicodedata.category(character) in _NO_TEXT for character in said if character not in "\t\r\n")


def _from_hex(token: bytes) -> bytes:
    digits = b"".join(token[1:-1].split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _strings(source: bytes) -> Iterator[str]:
    """Strings, names, comments and whatever else is no number and no word of the format itself."""
    lines = filter(_WORDS.search, _BARE.findall(source))
    yield from dict.fromkeys(line.decode("utf-8", "replace") for line in lines)
    for token in dict.fromkeys(_TOKEN.findall(source)):
        if not _PLAIN.fullmatch(token):
            for text in _texts(token):
                if text.strip():
                    yield text
    for row in _ROW.findall(source):
        yield "".join(text for token in _TOKEN.findall(row) for text in _texts(token)[:1])


def _texts(token: bytes) -> tuple[str, ...]:
    """What a token says, in each encoding that it may be in."""
    if token.startswith(b"("):
        value = _ESCAPE.sub(_escaped, token[1:-1])
    elif token.startswith(b"<") and token not in (b"<<", b"<"):
        value = _from_hex(token)
    elif token.startswith(b"/"):
        name = _HASH.sub(lambda found: bytes.fromhex(found[1].decode()), token[1:]).decode("utf-8", "replace")
        return () if name in _VOCABULARY else (name,)
    else:
        return (token.decode("utf-8", "replace"),) if len(token) > 1 else ()
    if value.startswith(b"\xfe\xff"):
        return (value[2:].decode("utf-16-be", "replace"),)
    if value.startswith(b"\xff\xfe"):
        return (value[2:].decode("utf-16-le", "replace"),)
    texts = [value.decode("utf-8-sig", "replace"), value.decode("cp1252", "replace")]
    if not value.isascii() or b"\0" in value:
        texts += [value.decode("utf-16-be", "ignore"), value.decode("utf-16-le", "ignore")]
    return tuple(dict.fromkeys(text for text in texts if _WORDY.search(text)))


def _escaped(found: re.Match[bytes]) -> bytes:
    what = found[1]
    return bytes([int(what, 8) & 255]) if what.isdigit() else _ESCAPES.get(what, what)
