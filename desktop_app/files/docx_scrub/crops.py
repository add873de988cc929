"""What a draft cuts off its pictures: read in both ways that Word has, and taken out of the markup."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from desktop_app.files.docx_scrub.fields import remove
from desktop_app.files.docx_scrub.pictures import Crop
from desktop_app.files.wordml import NAMESPACES, R

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
    for rect in list(root.iter(f"{{{NAMESPACES['a']}}}srcRect")):
        fill = rect.getparent()
        blip = None if fill is None else fill.find(f"{{{NAMESPACES['a']}}}blip")
        sides = tuple(_per_cent(rect.get(side, "0")) for side in ("l", "t", "r", "b"))
        remove(rect)
        if blip is not None:
            yield Cut(blip, f"{{{R}}}embed", _crop(sides))
    for image in list(root.iter(f"{{{NAMESPACES['v']}}}imagedata")):
        names = [f"crop{side}" for side in ("left", "top", "right", "bottom")]
        if any(name in image.attrib for name in names):
            sides = tuple(_fraction(image.attrib.pop(name, "0")) for name in names)
            yield Cut(image, f"{{{R}}}id", _crop(sides))


def _crop(sides: tuple[float | None, ...]) -> Crop | None:
    left, top, right, bottom = sides
    if left is None or top is None or right is None or bottom is None:
        return None
    return left, top, right, bottom


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
