"""PDFs as LibreOffice leaves them, made without it: archival marks, a page, and what should not stay."""

import io
from pathlib import Path

import pikepdf
from files.pdfs import down, pdf
from pikepdf import Array, Dictionary, Name, Stream, String

_XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
 rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>Office of Sereth Okand</pdf:Producer></rdf:Description>
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def office_pdf(path: Path, *lines: str) -> pikepdf.Pdf:
    """An opened PDF with one page of these lines; change it, then ``save`` it to the path."""
    made = pikepdf.open(io.BytesIO(pdf(down(50, 700, *lines))))
    profile = bytearray(128)
    profile[24:36] = b"\x07\xe8\x00\x02\x00\x01\x00\x17\x00\x05\x00\x00"
    made.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB"),
                DestOutputProfile=made.make_indirect(Stream(made, bytes(profile), N=3)),
            )
        ]
    )
    made.Root.StructTreeRoot = made.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    made.Root.Metadata = made.make_indirect(Stream(made, _XMP.encode(), Type=Name.Metadata, Subtype=Name.XML))
    made.docinfo["/Author"] = "Sereth Okand"
    made.save(path)
    return pikepdf.open(path, allow_overwriting_input=True)
