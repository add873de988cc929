"""Adds numberings to a letter: each list counts for itself."""

import re
from collections.abc import Iterator

from lxml import etree

from desktop_app.files.wordml import NAMESPACES, w


def add_numbering(root: etree._Element, levels: str) -> str:
    """A numbering of its own, so that a list starts anew whatever lists precede.

    Args:
        root: The ``w:numbering`` of a letter; gets the definition.
        levels: Its ``w:lvl`` as XML.

    Returns:
        The id by which paragraphs name it.
    """
    abstract = _free_number(root.iter(w("abstractNum")), "abstractNumId")
    number = _free_number(root.iter(w("num")), "numId")
    definition = etree.fromstring(
        f'<w:abstractNum xmlns:w="{NAMESPACES["w"]}" w:abstractNumId="{abstract}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    first = root.find(w("num"))
    if first is None:
        root.append(definition)
    else:
        first.addprevious(definition)
    entry = etree.SubElement(root, w("num"))
    entry.set(w("numId"), str(number))
    etree.SubElement(entry, w("abstractNumId")).set(w("val"), str(abstract))
    return str(number)


def _free_number(taken: Iterator[etree._Element], name: str) -> int:
    numbers = [element.get(w(name), "") for element in taken]
    return 1 + max((int(number) for number in numbers if re.fullmatch("[0-9]{1,9}", number)), default=0)
