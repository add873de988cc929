"""How the items of a list stand apart where each says it itself: a new item stands as the others do."""

import copy
from collections.abc import Sequence

from lxml import etree

from desktop_app.domain.writing import Block
from desktop_app.files.letter_editor.reading import Source
from desktop_app.files.wordml import put, w

_SPACING = ("spacing", "ind", "contextualSpacing")


class ListSpacing:
    """Of the lists of a story, as it was read."""

    def __init__(self, read: Sequence[Block], sources: Sequence[Source]) -> None:
        self._looks: dict[tuple[str, int], etree._Element] = {}
        for block, source in zip(read, sources, strict=True):
            look = source.elements[0].find(w("pPr"))
            if block.list and look is not None:
                self._looks[block.list, block.level] = look

    def dress(self, paragraph: etree._Element, block: Block, was: Block, *, is_new: bool) -> None:
        """Give a paragraph the spacing of the list it has come to, and leave none of the list it has left.

        Args:
            paragraph: Changed in place.
            block: What it is.
            was: What it was read as, or the paragraph that it was parted from.
            is_new: Whether it was parted from another one.
        """
        look = paragraph.find(w("pPr"))
        if look is None or block.list == was.list:
            return
        if was.list and is_new:
            _drop(look)
        like = self._looks.get((block.list, block.level))
        if like is None or any(look.find(w(name)) is not None for name in _SPACING):
            return
        for name in _SPACING:
            given = like.find(w(name))
            if given is not None:
                place = put(look, name)
                place.getparent().replace(place, copy.deepcopy(given))  # type: ignore[union-attr]


def _drop(look: etree._Element) -> None:
    for name in _SPACING:
        for found in look.findall(w(name)):
            look.remove(found)
