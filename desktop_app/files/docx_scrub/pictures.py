"""Pictures are drawn anew: what is not a pixel does not survive."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

MAX_PIXELS = 50_000_000
"""Of one picture."""
MAX_SIDE = 65_535
"""Pixels, as in a JPEG: one that is a line of millions takes memory for each of them."""
_READ = ("PNG", "JPEG", "GIF", "BMP", "TIFF")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture drawn anew.

    Attributes:
        data: The file.
        kind: ``png`` or ``jpeg``.
        width: Pixels.
        height: Pixels.
        read: Pixels that it had before anything was cut off.
    """

    data: bytes
    kind: str
    width: int
    height: int
    read: int


Crop = tuple[float, float, float, float]
"""What is cut off at the left, the top, the right and the bottom, as parts of one."""


def redraw(data: bytes, crop: Crop = (0, 0, 0, 0), *, most: int = MAX_PIXELS) -> Picture | None:
    """A picture's pixels as a new file, without those that were cut off.

    Returns:
        None where it is no picture we read: a drawing (EMF, WMF, SVG), a damaged one, one of more pixels
        than ``most`` or than fifty million.
    """
    from PIL import Image

    try:
        pixels, kind = _pixels(data, min(most, MAX_PIXELS))
    except Exception:  # noqa: BLE001 - Pillow fails in as many ways as a picture can be broken
        return None
    left, top, right, bottom = (min(max(part, 0), 0.99) for part in crop)
    start = round(pixels.width * left), round(pixels.height * top)
    end = round(pixels.width * (1 - right)), round(pixels.height * (1 - bottom))
    # Made and pasted into, not cropped: a third picture of that size would not fit into the memory.
    plain = Image.new(pixels.mode, (max(end[0] - start[0], 1), max(end[1] - start[1], 1)))
    plain.paste(pixels, (-start[0], -start[1]))
    read = pixels.width * pixels.height
    del pixels
    out = io.BytesIO()
    if kind == "jpeg":
        plain.save(out, "JPEG", quality=92)
    else:
        plain.save(out, "PNG", optimize=False)
    return Picture(out.getvalue(), kind, *plain.size, read)


def _pixels(data: bytes, most: int) -> "tuple[Image.Image, str]":
    """The pixels of a picture, and what kind of file they go into.

    Raises:
        Exception: of any class, where the picture is broken.
    """
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=_READ) as picture:
        if picture.width * picture.height > most or max(picture.size) > MAX_SIDE:
            raise ValueError
        kind = "jpeg" if picture.format == "JPEG" else "png"
        mode = "RGB" if kind == "jpeg" or "A" not in picture.getbands() else "RGBA"
        is_transparent = kind == "png" and "transparency" in picture.info
        return picture.convert("RGBA" if is_transparent else mode), kind
