"""The letters of a PDF and where they stand, as PDFium tells them."""

import ctypes
import math
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as c

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.pdf_stretches import Glyph, GlyphPage

MAX_PAGES = 500
_HYPHEN = 2
"""What PDFium gives for a hyphen at the end of a line."""
_UPRIGHT = 0.1
"""How much a line may climb."""


def glyph_pages(data: bytes) -> Iterator[GlyphPage]:
    """The pages of a PDF.

    Raises:
        ProblemError: ``import-pdf-encrypted``, ``file-damaged`` or ``import-too-large``.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) in (c.FPDF_ERR_PASSWORD, c.FPDF_ERR_SECURITY)
        raise ProblemError("import-pdf-encrypted" if locked else "import-pdf-broken") from None
    with document:
        if len(document) > MAX_PAGES:
            raise ProblemError("import-too-large")
        for number in range(len(document)):
            try:
                yield _page(document[number])
            except pdfium.PdfiumError:
                raise ProblemError("import-pdf-broken") from None


def _page(page: pdfium.PdfPage) -> GlyphPage:
    width, height = page.get_size()
    text = page.get_textpage()
    found = GlyphPage(width, height, [], 0)
    for at in range(c.FPDFText_CountChars(text)):
        code = c.FPDFText_GetUnicode(text, at)
        if c.FPDFText_HasUnicodeMapError(text, at) == 1 or code in (0, 0xFFFE, 0xFFFF):
            found.unmapped += 1
        glyph = _glyph(text, at, code)
        if glyph is not None:
            found.glyphs.append(glyph)
    text.close()
    page.close()
    return found


def _glyph(text: pdfium.PdfTextPage, at: int, code: int) -> Glyph | None:
    if c.FPDFText_IsGenerated(text, at) == 1 or (code < 0x20 and code != _HYPHEN) or 0xD800 <= code < 0xE000:
        return None
    x, y = ctypes.c_double(), ctypes.c_double()
    c.FPDFText_GetCharOrigin(text, at, x, y)
    box, turned = c.FS_RECTF(), c.FS_MATRIX()
    c.FPDFText_GetLooseCharBox(text, at, box)
    c.FPDFText_GetMatrix(text, at, turned)
    upright = abs(turned.b) < _UPRIGHT * abs(turned.a)
    size = c.FPDFText_GetFontSize(text, at) * math.hypot(turned.c, turned.d)
    shown = "-" if code == _HYPHEN else chr(code)
    return Glyph(shown, box.left, box.right, y.value, size or 1.0, upright)
