"""What a finished PDF may not hold, looked for in its bytes. It shares no code with what cleans a PDF."""

import re
from collections.abc import Iterator

from desktop_app.files.text_of_pdf import inside_of_pdf

_ACTIVE = frozenset(
    """AA AF AcroForm EmbeddedFile EmbeddedFiles Encrypt FileAttachment Filespec FreeText GoToE GoToR
    ImportData Ink JS JavaScript Launch Movie Names OCProperties OpenAction Popup RichMedia Rendition Screen
    Sound Stamp SubmitForm Thumb Trans Widget XFA""".split()
)
"""What does something, carries something along, or is seen only by some."""
_TELLING = frozenset(
    "Author CreationDate Creator Info Keywords LastModified ModDate PieceInfo Producer DocChecksum".split()
)
_SAFE_LINK = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
_ARCHIVAL = (b"<pdfaid:part>2</pdfaid:part>", b"<pdfaid:conformance>B</pdfaid:conformance>")
_XMP_MAY_SAY = re.compile(
    rb"</?(?:x:xmpmeta|rdf:(?:RDF|Description|Alt|Bag|li)|pdfaid:(?:part|conformance)|dc:(?:title|language))\b"
)


def faults_in_pdf(data: bytes) -> Iterator[tuple[str, str]]:
    """Codes of what is wrong with a letter as a PDF, each with the part it concerns."""
    inside = inside_of_pdf(data)
    if _ACTIVE.intersection(inside.strings):
        yield "unseen-content", ""
    if _TELLING.intersection(inside.strings) or data.count(b"%%EOF") != 1 or data.count(b"startxref") != 1:
        yield "zip-tells", ""
    if not all(map(_SAFE_LINK.match, inside.links)):
        yield "link-not-allowed", ""
    if inside.attachments:
        yield "part-not-allowed", ""
    packet = b"".join(inside.metadata)
    if not all(mark in packet for mark in _ARCHIVAL):
        yield "pdf-not-archival", "XMP"
    if len(re.findall(rb"<[/\w]", packet)) != len(_XMP_MAY_SAY.findall(packet)):
        yield "zip-tells", "XMP"
