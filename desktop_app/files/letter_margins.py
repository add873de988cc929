"""What a Word letter prints on every page: its title, its date, who it is from."""

import re

from lxml import etree

from desktop_app.files.package_gate import Kind, unpack
from desktop_app.files.word_parts import WordParts
from desktop_app.files.wordml import text_of, w

_WORDS = re.compile(r"[^\W\d_]+")
_PAGE_OF = 2
"""Words of a line that counts pages."""


def margins_of(package: bytes, file: str = "letter.docx") -> tuple[str, ...]:
    """What a letter prints at the head and the foot of its pages, page numbers apart."""
    parts = WordParts(unpack(package, Kind.DOCX, file), file)
    names = [name for kind in ("header", "footer") for name in parts.related(parts.body, kind)]
    paragraphs = [paragraph for name in names for paragraph in parts.root(name).iter(w("p"))]
    texts = (text_of(paragraph).strip() for paragraph in paragraphs if not _counts_pages(paragraph))
    return tuple(dict.fromkeys(text for text in texts if _WORDS.search(text)))


def _counts_pages(paragraph: etree._Element) -> bool:
    """Whether it says nothing but "Page 1 of 7"."""
    codes = [mark.get(w("instr"), "") for mark in paragraph.iter(w("fldSimple"))]
    codes += [mark.text or "" for mark in paragraph.iter(w("instrText"))]
    return any("PAGE" in code for code in codes) and len(_WORDS.findall(text_of(paragraph))) <= _PAGE_OF
