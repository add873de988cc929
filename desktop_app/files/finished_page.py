"""What a finished public copy may not hold: anything that runs, loads, or tells who made it."""

import re
from collections.abc import Iterator

_ALLOWED = frozenset(
    """html head meta title style body main section p h1 h2 h3 h4 h5 h6 ol ul li a sup strong em br""".split()
)
_TAG = re.compile(r"<([a-z][a-z0-9]*)\b([^>]*)>", re.IGNORECASE)
_LOADS = re.compile(
    r"\b(?:src|srcset|data|action|poster|background|on[a-z]+)\s*=|url\(|@import|javascript:", re.IGNORECASE
)
_HREF = re.compile(r'\bhref="([^"]*)"')
_SAFE_LINK = re.compile(r"(?:https?://|mailto:|#(?:note|ref)\d+$)", re.IGNORECASE)
_META = re.compile(r'(?:charset|name="(?:viewport|referrer)"|http-equiv="Content-Security-Policy")')


def faults_in_page(data: bytes) -> Iterator[tuple[str, str]]:
    """Codes of what is wrong with a public copy."""
    text = data.decode("utf-8", "replace")
    if "\ufffd" in text or "\0" in text:
        yield "part-broken", ""
    for name, attributes in _TAG.findall(text):
        tells = name == "meta" and not _META.match(attributes.strip())
        if name not in _ALLOWED or tells or _LOADS.search(attributes):
            yield "unseen-content", name
    if not all(map(_SAFE_LINK.match, _HREF.findall(text))):
        yield "link-not-allowed", ""
    style = text[text.find("<style>") : text.find("</style>")]
    if _LOADS.search(style):
        yield "unseen-content", "style"
