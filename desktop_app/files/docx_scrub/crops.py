"""What a draft cuts off its pictures: read in the three ways that Word has, and taken out of the markup."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from desktop_app.files.docx_scrub.fields import remove
from desktop_app.files.docx_scrub.pictures import Crop
from desktop_app.files.wordml import NAMESPACES, R

_A = NAMESPACES["a"]
_SIDES = ("l", "t", "r", "b")
_MOST = 1000
"""Sizes of the picture: more is no part of it."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A picture of which a part is shown.

    Attributes:
        shower: The element that shows it.
        attribute: Where that names the picture's relation.
        crop: None where it cannot be read.
    """

    shower: etree._Element
    attribute: str
    crop: Crop | None


def take_cuts(root: etree._Element) -> Iterator[Cut]:
    """Every picture that is not shown whole; the markup shows it whole from now on."""
    for rect in list(root.iter(f"{{{_A}}}srcRect")):
        fill = rect.getparent()
        blip = None if fill is None else fill.find(f"{{{_A}}}blip")
        crop = _crop(tuple(_per_cent(rect.get(side, "0")) for side in _SIDES))
        if crop is not None and min(crop) < 0 and max(crop) <= 0 and not _is_drawn_over(fill):
            # Nothing is cut off: it stands in a margin, and would be stretched over that.
            _write_margin(rect, crop)
            continue
        remove(rect)
        if blip is not None and crop != (0, 0, 0, 0):
            yield Cut(blip, f"{{{R}}}embed", crop)
    for fill in list(root.iter("{*}blipFill")):
        blip, frame = fill.find(f"{{{_A}}}blip"), fill.find(f"{{{_A}}}stretch/{{{_A}}}fillRect")
        if blip is not None and frame is not None:
            yield from _drawn_over(blip, frame)
    for image in list(root.iter(f"{{{NAMESPACES['v']}}}imagedata")):
        names = [f"crop{side}" for side in ("left", "top", "right", "bottom")]
        if any(name in image.attrib for name in names):
            sides = tuple(_fraction(image.attrib.pop(name, "0")) for name in names)
            yield Cut(image, f"{{{R}}}id", _crop(sides))


def _is_drawn_over(fill: etree._Element | None) -> bool:
    frame = None if fill is None else fill.find(f"{{{_A}}}stretch/{{{_A}}}fillRect")
    return frame is not None and any(part is None or part < 0 for part in _frame(frame).values())


def _frame(frame: etree._Element) -> dict[str, float | None]:
    return {side: _per_cent(frame.get(side, "0")) for side in _SIDES}


def _write_margin(rect: etree._Element, crop: Crop) -> None:
    rect.clear()
    for side, part in zip(_SIDES, crop, strict=True):
        rect.set(side, str(round(part * 100_000)))


def _drawn_over(blip: etree._Element, frame: etree._Element) -> Iterator[Cut]:
    """A picture that is drawn larger than its shape, which shows a part of it."""
    sides = _frame(frame)
    over = [side for side, part in sides.items() if part is None or part < 0]
    for side in over:
        del frame.attrib[side]
    if over:
        yield Cut(blip, f"{{{R}}}embed", _beyond(_crop(tuple(sides.values()))))


def _crop(sides: tuple[float | None, ...]) -> Crop | None:
    left, top, right, bottom = sides
    if left is None or top is None or right is None or bottom is None:
        return None
    return left, top, right, bottom


def _beyond(frame: Crop | None) -> Crop | None:
    """What lies outside the shape, of a picture that is drawn larger than it: the sides below nothing."""
    if frame is None:
        return None
    left, top, right, bottom = frame
    width, height = 1 - left - right, 1 - top - bottom
    if width <= 0 or height <= 0:
        return None
    return max(-left, 0) / width, max(-top, 0) / height, max(-right, 0) / width, max(-bottom, 0) / height


def _per_cent(text: str) -> float | None:
    """A side of ``a:srcRect``: thousandths of a per cent; in a strict file per cent, with the sign."""
    text = text.strip()
    return _number(text[:-1], 100) if text.endswith("%") else _number(text, 100_000)


def _fraction(text: str) -> float | None:
    """A side of ``v:imagedata``: a part of one, or parts of 65,536 with an f."""
    text = text.strip()
    if text.endswith("%"):
        return _number(text[:-1], 100)
    return _number(text[:-1], 65_536) if text.endswith("f") else _number(text, 1)


def _number(text: str, whole: int) -> float | None:
    try:
        number = float(text) / whole
    except ValueError:
        return None
    # "nan" is less than nothing and more than nothing: it is no part either.
    return number if abs(number) < _MOST else None
