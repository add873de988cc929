"""Pictures are drawn anew: what is not a pixel does not survive."""

import io
from dataclasses import dataclass

MAX_PIXELS = 50_000_000
_READ = ("PNG", "JPEG", "GIF", "BMP", "TIFF")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture drawn anew: ``kind`` is ``png`` or ``jpeg``, width and height count pixels."""

    data: bytes
    kind: str
    width: int
    height: int


def redraw(data: bytes) -> Picture | None:
    """A picture's pixels as a new file.

    Returns:
        None where it is no picture we read: a drawing (EMF, WMF, SVG), a damaged one, one of more than
        fifty million pixels.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=_READ) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                return None
            kind = "jpeg" if picture.format == "JPEG" else "png"
            mode = "RGB" if kind == "jpeg" or "A" not in picture.getbands() else "RGBA"
            transparent = "transparency" in picture.info
            pixels = picture.convert("RGBA" if kind == "png" and transparent else mode)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    plain = Image.new(pixels.mode, pixels.size)
    plain.paste(pixels)
    out = io.BytesIO()
    if kind == "jpeg":
        plain.save(out, "JPEG", quality=92)
    else:
        plain.save(out, "PNG", optimize=False)
    return Picture(out.getvalue(), kind, *plain.size)
