"""What a web page holds beside the text that it shows: pictures, hidden passages, forms, remarks."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree

from desktop_app.files.html_elements import ASKING, EMBEDDED, STRUCK, UNREAD
from desktop_app.files.left_out import LeftOut

_TAG = re.compile(r"<[^>]*>")
_IF = re.compile(r"\[(?:end)?if\b[^\]]*\]", re.IGNORECASE)
"""What asks a word processor whether it is the one that is meant."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_COPY_MARKS = frozenset({"StartFragment", "EndFragment"})
"""What a clipboard puts round a piece of a page."""
_SAYING = ("title", "alt", "aria-label", "placeholder", "value", "label")
_LEADING = ("src", "data", "action")


def note_unseen(node: etree._Element, line: int, left_out: LeftOut) -> None:
    """Say what goes with an element that is not read.

    Args:
        node: The element.
        line: Number of the line in the making.
        left_out: Where it is said.
    """
    if not isinstance(node.tag, str) or node.tag in UNREAD:
        return
    if node.tag in EMBEDDED:
        left_out.add("import-embedded", line, text_in(node) or _named(node))
    elif node.tag in ASKING:
        if node.get("type", "") != "hidden":
            left_out.add("import-form", line, text_in(node) or _named(node) or str(node.tag))
    elif text := text_in(node):
        left_out.add("import-struck" if node.tag in STRUCK else "import-hidden", line, text)
    for picture in node.iter("img"):
        note_shown(picture, line, left_out)


def note_shown(node: etree._Element, line: int, left_out: LeftOut) -> None:
    """Say that a ruled line goes; or a picture, in the words that describe it, else by its file's name."""
    if node.tag == "hr":
        left_out.add("import-rule", line, "")
    else:
        left_out.add("import-picture-lost", line, _named(node))


def note_remark(node: etree._Element, line: int, left_out: LeftOut) -> None:
    """Say what a remark says, if it is more than a program's."""
    text = _IF.sub(" ", _TAG.sub(" ", node.text or "")).strip()
    if _WORD.search(text) and text not in _COPY_MARKS:
        left_out.add("import-remark", line, text)


def text_in(node: etree._Element) -> str:
    """What an element says, code apart."""
    return " ".join(" ".join(_texts(node)).split())


def _texts(node: etree._Element) -> Iterator[str]:
    for event, each in etree.iterwalk(node, events=("start", "end")):
        if event == "start" and isinstance(each.tag, str) and each.tag not in UNREAD:
            yield each.text or ""
        elif event == "end" and each is not node:
            yield each.tail or ""


def _named(node: etree._Element) -> str:
    said = next((text for name in _SAYING if (text := node.get(name, "").strip())), "")
    return said or next((_file_of(node.get(name, "")) for name in _LEADING if node.get(name)), "")


def _file_of(address: str) -> str:
    """The last piece of an address; of a picture that stands in the page itself, nothing."""
    if address.startswith("data:"):
        return ""
    try:
        return posixpath.basename(urlsplit(address).path) or address
    except ValueError:
        return address
