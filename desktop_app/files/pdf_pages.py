"""The pages of a PDF of ours as pictures: how many, how large, and one of them at a width."""

from dataclasses import dataclass

from desktop_app.support.pdfium import PDFIUM

MOST_PIXELS = 32_000_000
"""Of one page; a larger one is drawn smaller."""
_WHITE = (255, 255, 255, 255)


class NoPagesError(Exception):
    """The file is no PDF that can be shown."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """Of a page, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as it is printed: four bytes for each pixel, blue, green, red, and one that says nothing."""

    width: int
    height: int
    pixels: bytes


def page_sizes(data: bytes) -> tuple[PageSize, ...]:
    """The pages of a PDF; there is at least one.

    Raises:
        NoPagesError: where there is no page to show.
    """
    import pypdfium2  # noqa: PLC0415 - the window is there without it

    try:
        with PDFIUM, pypdfium2.PdfDocument(data) as document:
            sizes = tuple(PageSize(*document.get_page_size(at)) for at in range(len(document)))
    except pypdfium2.PdfiumError:
        raise NoPagesError from None
    if not sizes or not all(size.width > 0 and size.height > 0 for size in sizes):
        raise NoPagesError
    return sizes


def page_picture(data: bytes, number: int, width: int) -> PagePicture:
    """One page of a PDF, counted from 0, as many pixels wide.

    The file is opened for each page, which takes less than a millisecond: nothing stays open that somebody
    must remember to close.

    Raises:
        NoPagesError: where the page cannot be read.
    """
    import pypdfium2  # noqa: PLC0415 - the window is there without it
    from pypdfium2 import raw  # noqa: PLC0415 - the same

    try:
        with PDFIUM, pypdfium2.PdfDocument(data) as document:
            page = document[number]
            ratio = page.get_height() / page.get_width()
            width = max(1, min(width, int((MOST_PIXELS / ratio) ** 0.5)))
            height = max(1, round(width * ratio))
            bitmap = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGRx)
            bitmap.fill_rect(_WHITE, 0, 0, width, height)
            raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, raw.FPDF_ANNOT)
            pixels = _rows(bytes(bitmap.buffer), bitmap.stride, width * 4)
            bitmap.close()
            page.close()
    except (pypdfium2.PdfiumError, IndexError, ZeroDivisionError):
        raise NoPagesError from None
    return PagePicture(width, height, pixels)


def _rows(pixels: bytes, stride: int, row: int) -> bytes:
    """The pixels without what may fill up each row."""
    if stride == row:
        return pixels
    return b"".join(pixels[at : at + row] for at in range(0, len(pixels), stride))
