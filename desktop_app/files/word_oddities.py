"""What a Word letter shows that is no plain text: equations, signs of special fonts, embedded things."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from desktop_app.files.text_readings import decode
from desktop_app.files.word_parts import WordParts
from desktop_app.files.wordml import NAMESPACES, R, local, text_of, w

_A, _M, _V, _O = (f"{{{NAMESPACES[prefix]}}}" for prefix in ("a", "m", "v", "o"))
_DRAWN = {"chart": "chart", "diagram": "diagramData"}
"""What a frame may hold beside pictures and text boxes, and the part in which its words are."""
_MARKUP = re.compile(r"<[^>]*>|\{\\[^{}]*\}|\\[a-z]+-?\d* ?")
_OWN_FONT = re.compile("[\ue000-\uf8ff]")
_SHOWS_NOTHING = re.compile(
    r"\s*(?:XE|TC|TA|RD|SET|ASK|PRIVATE|ADVANCE|MACROBUTTON|NEXT|HYPERLINK)\b", re.IGNORECASE
)
_STRUCK = (w("strike"), w("dstrike"))
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Seen:
    """Something to be said.

    Attributes:
        code: What it is.
        text: What it says.
        paragraph: Where it stands; None where that is not known.
    """

    code: str
    text: str
    paragraph: etree._Element | None


def paragraph_of(node: etree._Element) -> etree._Element | None:
    """The paragraph that a node stands in, or else the first one in it."""
    return next(node.iterancestors(w("p")), next(node.iter(w("p")), None))


def oddities_in(root: etree._Element, letter: WordParts, part: str) -> Iterator[Seen]:
    """All of them in a part, changes accepted. They stay in the file."""
    for node in root.iter():
        if isinstance(node.tag, str) and (said := _oddity(node, letter, part)) is not None:
            yield Seen(*said, paragraph_of(node))
    yield from _empty_fields(root)


def _oddity(node: etree._Element, letter: WordParts, part: str) -> tuple[str, str] | None:
    tag = str(node.tag)
    if tag == f"{_M}oMath":
        return "import-equation", "".join(each.text or "" for each in node.iter(f"{_M}t"))
    if tag == f"{_V}textpath" and node.get("string"):
        return "import-watermark", node.get("string", "")
    if tag == w("rt"):
        return "import-ruby", text_of(node)
    if tag == w("sym") or (tag == w("t") and _OWN_FONT.search(node.text or "")):
        paragraph = paragraph_of(node)
        return "import-symbol", node.get(w("font"), "") if paragraph is None else text_of(paragraph)
    if tag in _STRUCK and node.get(w("val"), "1") not in _OFF:
        run = next(node.iterancestors(w("r")), None)
        return None if run is None or not text_of(run).strip() else ("import-struck-kept", text_of(run))
    if (words := _embedded(node, letter, part)) is not None:
        return "import-embedded", words
    return None


def _embedded(node: etree._Element, letter: WordParts, part: str) -> str | None:
    """What an embedded thing says, as far as that can be told; None where nothing is embedded."""
    name = local(node)
    if node.tag == w("object"):
        return next((each.get("ProgID", "") for each in node.iter(f"{_O}OLEObject")), "")
    if node.tag in (w("altChunk"), w("subDoc")):
        key = node.get(f"{{{R}}}id", "")
        return _MARKUP.sub(" ", decode(letter.content(part, key)))
    if node.tag == f"{_A}graphicData":
        kind = node.get("uri", "").rpartition("/")[2]
        parts = letter.related(part, _DRAWN[kind]) if kind in _DRAWN else ()
        roots = (node, *map(letter.root, parts))
        texts = [each.text or "" for root in roots for each in root.iter(f"{_A}t")]
        return " ".join(texts) if kind in _DRAWN or texts else None
    return "" if name == "contentPart" else None


def _empty_fields(root: etree._Element) -> Iterator[Seen]:
    """Fields of Word's without a result: what they would print is not in the file."""
    open_fields: list[tuple[etree._Element, list[str], list[str]]] = []
    for node in root.iter(w("fldChar"), w("instrText"), w("t"), w("fldSimple")):
        kind = node.get(w("fldCharType"))
        if node.tag == w("fldSimple"):
            if not text_of(node).strip() and not _SHOWS_NOTHING.match(node.get(w("instr"), "")):
                yield Seen("import-field-empty", node.get(w("instr"), ""), paragraph_of(node))
        elif kind == "begin":
            open_fields.append((node, [], []))
        elif kind == "end" and open_fields:
            begun, codes, results = open_fields.pop()
            code = "".join(codes)
            if not "".join(results).strip() and code.strip() and not _SHOWS_NOTHING.match(code):
                yield Seen("import-field-empty", code, paragraph_of(begun))
        elif kind is None:
            for _, codes, results in open_fields[-1:] if node.tag == w("instrText") else open_fields:
                (codes if node.tag == w("instrText") else results).append(node.text or "")
