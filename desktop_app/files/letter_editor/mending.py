"""What editing leaves behind: beginnings without ends, and things that were copied and must be one."""

from itertools import count

from lxml import etree

from desktop_app.files.wordml import NAMESPACES, w

_PAIRS = (
    ("bookmarkStart", "bookmarkEnd"),
    ("commentRangeStart", "commentRangeEnd"),
    ("permStart", "permEnd"),
    ("moveFromRangeStart", "moveFromRangeEnd"),
    ("moveToRangeStart", "moveToRangeEnd"),
    ("customXmlInsRangeStart", "customXmlInsRangeEnd"),
)
_SHAPE = f"{{{NAMESPACES['wp']}}}docPr"


def mend(story: etree._Element) -> None:
    """Take out half pairs and second copies; give each copy of a picture a number of its own."""
    for start, end in _PAIRS:
        _mend_pair(story, start, end)
    seen: set[str] = set()
    for mark in list(story.iter(w("commentReference"))):
        key = mark.get(w("id"), "")
        if key in seen:
            _remove(mark)
        seen.add(key)
    _number_shapes(story)


def _mend_pair(story: etree._Element, start: str, end: str) -> None:
    begun: dict[str, etree._Element] = {}
    whole: set[str] = set()
    for mark in list(story.iter(w(start), w(end))):
        key = mark.get(w("id"), "")
        if mark.tag == w(start):
            if key in begun or key in whole:
                _remove(mark)
            else:
                begun[key] = mark
        elif key in begun:
            del begun[key]
            whole.add(key)
        else:
            _remove(mark)
    for mark in begun.values():
        _remove(mark)


def _number_shapes(story: etree._Element) -> None:
    shapes = list(story.iter(_SHAPE))
    numbers = {shape.get("id", "") for shape in shapes}
    free = (str(number) for number in count(1) if str(number) not in numbers)
    seen: set[str] = set()
    for shape in shapes:
        if shape.get("id", "") in seen:
            shape.set("id", next(free))
        seen.add(shape.get("id", ""))


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
