"""The comments of a Word letter: what they say, and the letter without them."""

import re
from collections.abc import Callable

from lxml import etree

from desktop_app.files.docx_package import serialise
from desktop_app.files.docx_scrub.fields import remove
from desktop_app.files.word_parts import WordParts
from desktop_app.files.wordml import text_of, w

COMMENT_MARKS = tuple(map(w, ("commentRangeStart", "commentRangeEnd", "commentReference")))
_PARTS = re.compile(r"(^|/)(comments\w*|people)\.xml$", re.IGNORECASE)


def comments_of(letter: WordParts) -> dict[str, str]:
    """What each comment says, by its id."""
    roots = map(letter.root, letter.related(letter.body, "comments"))
    return {node.get(w("id"), ""): text_of(node) for root in roots for node in root.iter(w("comment"))}


def drop_comment_parts(parts: dict[str, bytes], read: Callable[[str], etree._Element]) -> None:
    """Take the parts that hold comments out of a package, with all that names them."""
    dropped = [name for name in parts if _PARTS.search(name)]
    if not dropped:
        return
    for name in dropped:
        del parts[name]
    for name in [name for name in parts if name.endswith(".rels") or name == "[Content_Types].xml"]:
        root = read(name)
        listed = [node for node in root if _PARTS.search(node.get("Target") or node.get("PartName") or "")]
        for node in listed:
            remove(node)
        if listed:
            parts[name] = serialise(root)
