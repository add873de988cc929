"""XML elements of an office file, and the package they are put into."""

import io
import zipfile
from collections.abc import Iterable, Mapping

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"

# The oldest date a zip can hold. With it the same parts give the same bytes on every day.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def w(tag: str, /, *children: etree._Element | str, **values: str | int) -> etree._Element:
    """A WordprocessingML element: ``w("spacing", before=240)`` is ``<w:spacing w:before="240"/>``.

    A child that is a string becomes the text, which keeps its spaces. An attribute that starts with
    ``r_`` belongs to relationships: ``r_id``.
    """
    element = etree.Element(f"{{{W}}}{tag}", nsmap={"w": W, "r": R})
    for name, value in values.items():
        key = f"{{{R}}}{name[2:]}" if name.startswith("r_") else f"{{{W}}}{name}"
        element.set(key, str(value))
    for child in children:
        if isinstance(child, str):
            element.text = child
            element.set(XML_SPACE, "preserve")
        else:
            element.append(child)
    return element


def listed(namespace: str, tag: str, children: Iterable[tuple[str, Mapping[str, str]]]) -> etree._Element:
    """A list of the package itself, its content types or relations: tags with attributes."""
    root = etree.Element(f"{{{namespace}}}{tag}", nsmap={None: namespace})
    for name, values in children:
        etree.SubElement(root, f"{{{namespace}}}{name}", dict(values))
    return root


def xml(root: etree._Element) -> bytes:
    """The bytes of a part."""
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A package with these parts in this order, without date, system or comment."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 0
            package.writestr(info, data, zipfile.ZIP_DEFLATED, 9)
    return target.getvalue()
