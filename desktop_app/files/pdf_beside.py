"""What a page of a PDF holds beside its letters: pictures, remarks, fields to fill in, links."""

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as c

_LEAST = 24.0
"""Points: smaller pictures are ornaments, or pieces of one."""
_MOST_OBJECTS = 20_000
_UNSAID = (c.FPDF_ANNOT_LINK, c.FPDF_ANNOT_WIDGET, c.FPDF_ANNOT_POPUP)


def beside_text(page: pdfium.PdfPage, shown: str) -> Iterator[tuple[str, str]]:
    """The code of each doubt, and what the thing says.

    Args:
        page: The page.
        shown: What its letters say: a link whose address can be read there is not lost.
    """
    for _ in range(_pictures(page)):
        yield "import-picture-lost", ""
    read = "".join(shown.split())
    for at in range(c.FPDFPage_GetAnnotCount(page)):
        annotation = c.FPDFPage_GetAnnot(page, at)
        if not annotation:
            continue
        kind = c.FPDFAnnot_GetSubtype(annotation)
        if kind == c.FPDF_ANNOT_LINK:
            address = _address(page, annotation)
            if address and address.removeprefix("mailto:") not in read:
                yield "import-link-target", address
        elif kind == c.FPDF_ANNOT_WIDGET:
            if value := _string(annotation, b"V"):
                yield "import-form", value
        elif kind not in _UNSAID and (said := _string(annotation, b"Contents")):
            yield "import-remark", said
        c.FPDFPage_CloseAnnot(annotation)


def _pictures(page: pdfium.PdfPage) -> int:
    number = 0
    for at in range(min(c.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        thing = c.FPDFPage_GetObject(page, at)
        if c.FPDFPageObj_GetType(thing) != c.FPDF_PAGEOBJ_IMAGE:
            continue
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        c.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
        number += min(right.value - left.value, top.value - bottom.value) > _LEAST
    return number


def _address(page: pdfium.PdfPage, annotation: object) -> str:
    action = c.FPDFLink_GetAction(c.FPDFAnnot_GetLink(annotation))
    if not action or c.FPDFAction_GetType(action) != c.PDFACTION_URI:
        return ""

    def read(into: ctypes.Array[ctypes.c_char] | None, size: int) -> int:
        return int(c.FPDFAction_GetURIPath(page.pdf, action, into, size))

    return _read(read).rstrip(b"\0").decode("utf-8", "replace").strip()


def _string(annotation: object, key: bytes) -> str:
    def read(into: ctypes.Array[ctypes.c_char] | None, size: int) -> int:
        target = None if into is None else ctypes.cast(into, ctypes.POINTER(c.FPDF_WCHAR))
        return int(c.FPDFAnnot_GetStringValue(annotation, key, target, size))

    return _read(read).decode("utf-16-le", "replace").strip("\0 \r\n\t")


def _read(read: Callable[[ctypes.Array[ctypes.c_char] | None, int], int]) -> bytes:
    """What a function of PDFium's writes into memory of a size that it tells first."""
    size = read(None, 0)
    if size <= 0:
        return b""
    into = ctypes.create_string_buffer(size)
    read(into, size)
    return into.raw
