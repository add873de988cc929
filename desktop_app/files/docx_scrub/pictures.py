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


Crop = tuple[float, float, float, float]
"""What is cut off at the left, the top, the right and the bottom, as parts of one."""


def redraw(data: bytes, crop: Crop = (0, 0, 0, 0)) -> Picture | None:
    """A picture's pixels as a new file, without those that were cut off.

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
    left, top, right, bottom = (min(max(part, 0), 0.99) for part in crop)
    shown = (
        round(pixels.width * left),
        round(pixels.height * top),
        max(round(pixels.width * (1 - right)), round(pixels.width * left) + 1),
        max(round(pixels.height * (1 - bottom)), round(pixels.height * top) + 1),
    )
    pixels = pixels.crop(shown)
    plain = Image.new(pixels.mode, pixels.size)
    plain.paste(pixels)
    out = io.BytesIO()
    if kind == "jpeg":
        plain.save(out, "JPEG", quality=92)
    else:
        plain.save(out, "PNG", optimize=False)
    return Picture(out.getvalue(), kind, *plain.size)
