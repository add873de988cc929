"""The letters of a PDF and where they stand, as PDFium tells them."""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as c

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.pdf_beside import beside_text
from desktop_app.files.pdf_stretches import Glyph, GlyphPage

MAX_PAGES = 500
_HYPHEN = 2
"""What PDFium gives for a hyphen at the end of a line."""
_UPRIGHT = 0.1
"""How much a line may climb."""
_LIGATURES = frozenset(map(chr, range(0xFB00, 0xFB07)))
"""Two or three Latin letters that a font draws as one."""


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
    number = c.FPDFText_CountChars(text)
    quarter = _usual_quarter(text, number)
    for at in range(number):
        code = c.FPDFText_GetUnicode(text, at)
        if c.FPDFText_HasUnicodeMapError(text, at) == 1 or code in (0, 0xFFFE, 0xFFFF):
            found.unmapped += 1
        glyph = _glyph(text, at, code, quarter)
        if glyph is not None:
            found.glyphs.append(glyph)
    shown = "".join(glyph.text for glyph in found.glyphs)
    found.beside += beside_text(page, shown)
    text.close()
    page.close()
    return found


def _usual_quarter(text: pdfium.PdfTextPage, number: int) -> int:
    """How many quarters of a turn most letters are turned by: a page may be laid on its side."""
    seen = Counter(_quarter(_matrix(text, at)) for at in range(number))
    return max(seen, key=lambda quarter: (seen[quarter], not quarter), default=0)


def _matrix(text: pdfium.PdfTextPage, at: int) -> c.FS_MATRIX:
    turned = c.FS_MATRIX()
    c.FPDFText_GetMatrix(text, at, turned)
    return turned


def _quarter(turned: c.FS_MATRIX) -> int:
    return round(math.atan2(turned.b, turned.a) / (math.pi / 2)) % 4


def _glyph(text: pdfium.PdfTextPage, at: int, code: int, quarter: int) -> Glyph | None:
    if c.FPDFText_IsGenerated(text, at) == 1 or (code < 0x20 and code != _HYPHEN) or 0xD800 <= code < 0xE000:
        return None
    x, y = ctypes.c_double(), ctypes.c_double()
    c.FPDFText_GetCharOrigin(text, at, x, y)
    box, turned = c.FS_RECTF(), _matrix(text, at)
    c.FPDFText_GetLooseCharBox(text, at, box)
    left, right, base = (
        (box.left, box.right, y.value),
        (box.bottom, box.top, -x.value),
        (-box.right, -box.left, -y.value),
        (-box.top, -box.bottom, x.value),
    )[quarter]
    angle = math.atan2(turned.b, turned.a) - quarter * math.pi / 2
    upright = abs(math.sin(angle)) < _UPRIGHT and math.cos(angle) > 0
    size = c.FPDFText_GetFontSize(text, at) * math.hypot(turned.c, turned.d)
    shown = "-" if code == _HYPHEN else chr(code)
    if shown in _LIGATURES:
        shown = unicodedata.normalize("NFKC", shown)
    return Glyph(shown, left, right, base, size or 1.0, upright)
