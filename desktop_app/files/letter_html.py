"""A letter as a web page or an e-mail in HTML. Nothing that a page refers to is ever fetched."""

import codecs
import re

from lxml import etree, html

from desktop_app.domain.letter_anatomy.parts import Doubt
from desktop_app.domain.letter_anatomy.source import LetterSource
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.html_elements import DROPPED
from desktop_app.files.html_lines import PageLines
from desktop_app.files.left_out import note_guess
from desktop_app.files.letter_text import check_reading, is_guess
from desktop_app.files.text_readings import decode

_MAX_TAGS = 100_000
_DATA = re.compile(rb"data:[\w/+.-]+;base64,[A-Za-z0-9+/=]+")
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_WINDOWS = frozenset({"iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"})
"""What a browser takes for Windows-1252."""
_FEW_ZEROS = 0.1
_NEVER = frozenset({"utf_7", "unicode_escape", "raw_unicode_escape", "punycode", "idna", "undefined"})
_MOST = 0.5
"""Share of the page's text from which <main> or <article> is the letter, and what stands around it is not."""


def read_html(data: bytes, file: str) -> tuple[LetterSource, tuple[Doubt, ...]]:
    """The lines of a page: each paragraph one, an address one for each of its lines; and what is no line.

    Raises:
        ProblemError: ``import-too-large`` for a page of a size that no letter has,
            ``import-encoding`` for one in an encoding that cannot be told,
            ``import-page-broken`` for one that cannot be read to its end.
    """
    data = _DATA.sub(b"data:,", data)
    if data.count(b"<") > _MAX_TAGS:
        raise ProblemError("import-too-large", Place(file))
    text, is_named = _text(data)
    if not is_named:
        check_reading(text, file)
    root = page_of(text, file)
    page = PageLines(root, _letter_in(root))
    lines = page.read()
    if not is_named and is_guess(data):
        note_guess(lines, page.left_out)
    return LetterSource(lines, has_whole_paragraphs=True), page.left_out.doubts()


_ENDS = re.compile(r"</(?:html|body)\s*>|<!DOCTYPE[^>\[]*>", re.IGNORECASE)
"""Where the parser would stop, and a browser goes on: mails and saved pages are pages one after the other."""
_OWN_ENTITIES = re.compile(r"<!DOCTYPE[^>\[]*\[", re.IGNORECASE)


def page_of(text: str, file: str) -> etree._Element:
    """The tree of a page.

    Raises:
        ProblemError: ``import-page-broken``.
    """
    if _OWN_ENTITIES.search(text):
        raise ProblemError("import-page-broken", Place(file))  # of XML, which would be read without its words
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True)
    whole = _ENDS.sub("", text.replace("\0", ""))
    try:
        root = html.document_fromstring(whole.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise ProblemError("import-page-broken", Place(file)) from None
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        # The parser stops there, and what follows would be lost: elements nested without end.
        raise ProblemError("import-page-broken", Place(file))
    return root


def _text(data: bytes) -> tuple[str, bool]:
    """A page's text, in the encoding that it names; else in the one that its bytes show, and False."""
    if not data.startswith(_MARKS) and data.count(b"\0") < _FEW_ZEROS * len(data):
        data = data.replace(b"\0", b"")  # of no encoding of two bytes a letter; a browser drops them as well
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith(_MARKS) and b"\0" not in data[:200]:
        encoding = named[1].decode("ascii")
        try:
            return data.decode(_as_browsers_do(encoding)), True
        except (LookupError, ValueError):
            pass  # a page may name an encoding that it is not in
    return decode(data), False


def _as_browsers_do(encoding: str) -> str:
    """The encoding that is meant: a page whose own words could be read is in no UTF-16.

    Raises:
        LookupError: for one in which no page may be, because it hides tags, or is none of text.
    """
    name = codecs.lookup(encoding).name
    if name.replace("-", "_") in _NEVER:
        raise LookupError(encoding)
    if name.startswith(("utf-16", "utf-32")):
        return "utf-8"
    return "cp1252" if encoding.casefold() in _WINDOWS else encoding


def _letter_in(root: etree._Element) -> etree._Element | None:
    """The element that says that it is the page's matter, and holds most of its text."""
    whole = _length(root)
    for found in root.iter("article", "main"):
        if _length(found) > _MOST * whole:
            return found
    return None


def _length(element: etree._Element) -> int:
    shown = (node for node in element.iter() if isinstance(node.tag, str) and node.tag not in DROPPED)
    return sum(len((node.text or "").strip()) + len((node.tail or "").strip()) for node in shown)
