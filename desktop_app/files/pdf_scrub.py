"""A PDF of LibreOffice's, made into one that says nothing but the letter: an allow-list at every place.

What says who, when and with what (Info, most of XMP, the identifiers) goes or is written anew; so do actions,
scripts, attachments and links but those to the web and to mail addresses. It stays PDF/A-2b, tagged.
"""

import io
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, PdfError, Stream, String

from desktop_app.files.pdf_fonts import without_number

_CATALOG = frozenset(
    """/Type /Pages /StructTreeRoot /MarkInfo /Lang /OutputIntents /ViewerPreferences /Outlines
    /Metadata""".split()
)
_PAGE = frozenset(
    """/Type /Parent /MediaBox /CropBox /Rotate /Resources /Contents /Annots /StructParents /Tabs
    /Group""".split()
)
_LINK = frozenset("/Type /Subtype /Rect /Border /F /Contents /Dest /A /StructParent /QuadPoints".split())
_ACTION = frozenset("/Type /S /URI".split())
_OUTLINE = frozenset("/Type /Title /Parent /Prev /Next /First /Last /Count /Dest".split())
_OUTPUT_INTENT = frozenset("/Type /S /OutputConditionIdentifier /DestOutputProfile /Info".split())
_NOWHERE = frozenset("/AF /EF /PieceInfo /LastModified /Metadata /OC /OPI /Ref".split())
"""What no picture or font needs to have beside it."""
_MADE_AT = slice(24, 36)
_SOME_DAY = bytes.fromhex("07bc 0001 0001 0000 0000 0000")
"""A colour profile says in its header when it was made: when this letter was. 1 January 1980 says nothing."""
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[\x21-\x7e]*", re.IGNORECASE)
_XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
    '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\n"
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>\n'
    "<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\n"
    '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
)


class UncleanError(Exception):
    """The PDF cannot be read, or is not the one that was asked for."""


def scrubbed(path: Path, *, title: str, language: str) -> bytes:
    """The same pages, tagged as they were, and nothing beside them; equal for equal pages.

    Args:
        path: As LibreOffice made it.
        title: The letter's.
        language: The letter's, as its code.

    Raises:
        UncleanError: where it cannot be read, or is not archival and tagged.
    """
    try:
        with Pdf.open(path) as pdf:
            if "/StructTreeRoot" not in pdf.Root or "/OutputIntents" not in pdf.Root or not pdf.pages:
                raise UncleanError
            _clean(pdf)
            pdf.Root.Lang = String(language)
            packet = _XMP.format(title=escape(title), language=escape(language)).encode()
            pdf.Root.Metadata = pdf.make_indirect(Stream(pdf, packet, Type=Name.Metadata, Subtype=Name.XML))
            return _saved(pdf)
    except (PdfError, ValueError, KeyError, AttributeError, TypeError, RuntimeError):
        raise UncleanError from None


def _saved(pdf: Pdf) -> bytes:
    """The bytes of a PDF, whatever numbers its objects had.

    LibreOffice does not always number fonts in the same order, and objects are packed in the order of their
    numbers. Saving numbers them anew, in the order in which one comes to them: so what is packed is saved.
    """
    numbered, out = io.BytesIO(), io.BytesIO()
    pdf.save(numbered, deterministic_id=True, object_stream_mode=ObjectStreamMode.disable)
    with Pdf.open(numbered) as again:
        del again.trailer["/ID"]
        again.save(out, deterministic_id=True, linearize=False, object_stream_mode=ObjectStreamMode.generate)
    return out.getvalue()


def _clean(pdf: Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, Stream):
            for key in _NOWHERE.intersection(thing.keys()):
                del thing[key]
            if "/Length3" in thing:
                font = thing.read_bytes()
                thing.write(without_number(font, int(thing.Length1), int(thing.Length2)))
    # The identifier is of the time and the place; saving makes one of the content.
    for key in set(pdf.trailer.keys()) - {"/Root", "/Size"}:
        del pdf.trailer[key]
    _only(pdf.Root, _CATALOG)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    for intent in _dictionaries(pdf.Root.OutputIntents):
        _only(intent, _OUTPUT_INTENT)
        profile = intent.DestOutputProfile
        colours = profile.read_bytes()
        profile.write(colours[: _MADE_AT.start] + _SOME_DAY + colours[_MADE_AT.stop :])
    for page in pdf.pages:
        _only(page.obj, _PAGE)
        if "/Tabs" in page.obj:
            page.obj.Tabs = Name.S  # LibreOffice 7.4 writes a string, which PDF/A does not allow
        if "/Annots" in page.obj:
            links = [note for note in _dictionaries(page.obj.Annots) if _is_link(note)]
            page.obj.Annots = Array(links)
    if "/Outlines" in pdf.Root:
        _clean_outlines(pdf.Root.Outlines)


def _is_link(note: Object) -> bool:
    """Whether an annotation is a link that may stay; it then has nothing that a link has no use for."""
    if note.get("/Subtype") != Name.Link:
        return False
    _only(note, _LINK)
    action = note.get("/A")
    if isinstance(action, Dictionary):
        _only(action, _ACTION)
        if action.get("/S") != Name.URI or not _SAFE_LINK.fullmatch(str(action.get("/URI", ""))):
            return False
    return action is not None or isinstance(note.get("/Dest"), Array)


def _clean_outlines(outlines: Object) -> None:
    """Headings that lead to their places; each is reached from the one before or the one above."""
    waiting, seen = [outlines], set()
    while waiting:
        entry = waiting.pop()
        if entry.objgen in seen:
            continue
        seen.add(entry.objgen)
        _only(entry, _OUTLINE)
        waiting += [entry[key] for key in ("/First", "/Next") if isinstance(entry.get(key), Dictionary)]


def _dictionaries(array: Iterable[Object]) -> list[Object]:
    return [thing for thing in array if isinstance(thing, Dictionary)]


def _only(thing: Object, kept: frozenset[str]) -> None:
    for key in set(thing.keys()) - kept:
        del thing[key]
