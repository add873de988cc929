"""What an element of a web page is to a letter: shown, hidden, furniture, a note, a list, a link."""

import re
from dataclasses import dataclass

from lxml import etree

UNREAD = frozenset("script style head".split())
"""What is code, and no text of anybody's."""
EMBEDDED = frozenset("object embed svg math iframe video audio canvas".split())
ASKING = frozenset("input select textarea".split())
STRUCK = frozenset("del s strike".split())
DROPPED = UNREAD | EMBEDDED | ASKING | STRUCK | frozenset("noscript template".split())
"""What is no text of the page's, or not seen."""

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul".split()
)
HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
LISTS = frozenset("ul ol menu dir".split())
_FURNITURE = frozenset("nav aside form menu dialog button".split())
_FURNITURE_ROLES = frozenset("navigation banner contentinfo complementary search dialog alertdialog".split())
_FURNITURE_NAME = re.compile(
    r"(?:site-?|page-?|main-?|post-?)?(?:breadcrumbs?|cookies?|cookie-\w+|consent-\w+|menu|nav|navbar|navigation|"
    r"newsletter|related(?:-\w+)?|share|sharing|sidebar|skip-link|social(?:-\w+)?|widget)",
    re.IGNORECASE,
)
_NOTE_NAME = re.compile(r"(?:foot|end)-?notes?|_?(?:ftn|fn|edn|sdfootnote|cite_note)[-_:]?\d+", re.IGNORECASE)
_NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote", "doc-endnotes"})
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:opacity|font-size)\s*:\s*0(?:\.0+)?(?![\d.])",
    re.IGNORECASE,
)
_HIDDEN_NAME = re.compile(r"sr-only|visually-?hidden|screen-reader-text", re.IGNORECASE)
_MEDIA = re.compile(r"@[\w-]+[^{;]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|/\*.*?\*/", re.DOTALL)
_HIDING_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_ONE_CLASS = re.compile(r"\s*\.([\w-]+)\s*")
_NO_MARKER = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_KINDS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_ABROAD = re.compile(r"https?://|mailto:", re.IGNORECASE)


@dataclass(slots=True)
class OpenList:
    """A list that is open; ``number`` is None where its items have bullets."""

    number: int | None
    kind: str
    is_marked: bool


def names_of(node: etree._Element) -> list[str]:
    """Its classes and its id."""
    return [*node.get("class", "").split(), *node.get("id", "").split()]


def hidden_classes(root: etree._Element) -> frozenset[str]:
    """Classes that a page's own style sheet hides, on every screen."""
    sheets = " ".join(node.text or "" for node in root.iter("style"))
    rules = _HIDING_RULE.findall(_MEDIA.sub(" ", sheets))
    found = (
        _ONE_CLASS.fullmatch(each) for who, how in rules if _HIDDEN.search(how) for each in who.split(",")
    )
    return frozenset(match[1] for match in found if match)


def is_hidden(node: etree._Element, classes: frozenset[str]) -> bool:
    """Whether readers do not see it, or some readers do not."""
    if not node.keys():
        return False
    if node.get("hidden") is not None or node.get("aria-hidden", "").casefold() == "true":
        return True
    if _HIDDEN.search(node.get("style", "")):
        return True
    own = node.get("class", "").split()
    return any(name in classes or _HIDDEN_NAME.fullmatch(name) for name in own)


def is_furniture(node: etree._Element) -> bool:
    """Menus, foot lines and the like; never an element with the page's heading in it."""
    if node.tag in ("html", "body", "main", "article"):
        return False
    if node.tag in ("header", "footer"):
        says_so = next(node.iter("nav"), None) is not None
    else:
        says_so = node.tag in _FURNITURE or any(_FURNITURE_NAME.fullmatch(name) for name in names_of(node))
    says_so = says_so or node.get("role", "") in _FURNITURE_ROLES
    return says_so and next(node.iter("h1"), None) is None


def is_note(node: etree._Element) -> bool:
    """Whether it is a footnote, or holds the footnotes."""
    if node.tag == "a" or node.tag == "sup" or not node.keys():
        return False
    return node.get("role", "") in _NOTE_ROLES or any(_NOTE_NAME.fullmatch(name) for name in names_of(node))


def leads_out(node: etree._Element) -> bool:
    """Whether it is a link at all, and not one to a place on its own page."""
    target = node.get("href")
    return target is not None and (target == "#" or not target.startswith("#"))


def target_of(node: etree._Element) -> str:
    """Where a link leads; empty where it leads nowhere outside the page's own site."""
    target = node.get("href", "").strip()
    return target if _ABROAD.match(target) else ""


def list_of(node: etree._Element) -> OpenList:
    """A list at its first item."""
    start = node.get("start", "1")
    first = int(start) if start.isascii() and start.isdecimal() and len(start) < 7 else 1
    is_marked = not _NO_MARKER.search(node.get("style", ""))
    kind = _KINDS.get(node.get("type", ""), "decimal")
    return OpenList(first if node.tag == "ol" else None, kind, is_marked)
