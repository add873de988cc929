"""The picture of a signature: a part of its own, shown in a line with the text."""

from desktop_app.files.docx_package import DocxPackage, Relation
from desktop_app.files.docx_scrub.pictures import Picture
from desktop_app.files.wordml import R

_HEIGHT = 576_000
"""1.6 cm in English metric units: what a signature by hand takes."""
_WIDEST = 2_160_000


def picture_run(package: DocxPackage, picture: Picture) -> str:
    """A run that shows the picture, and a line break after it; the package gets the picture."""
    width, height = _HEIGHT * picture.width // max(1, picture.height), _HEIGHT
    if width > _WIDEST:
        width, height = _WIDEST, _WIDEST * picture.height // picture.width
    number = len(package.media) + 1
    name = f"word/media/image{number}.{picture.kind}"
    key = f"rIdG{number}"
    package.media[name] = picture.data
    package.stories[0].relations[key] = Relation(f"{R}/image", name.removeprefix("word/"))
    return f"<w:r>{_drawing(key, 900 + number, width, height)}<w:br/></w:r>"


def _drawing(key: str, number: int, width: int, height: int) -> str:
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="Picture {number}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
