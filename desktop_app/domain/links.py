"""Links in a letter that should not be sent: an example nobody replaced, one that tells on its reader."""

import re
from collections.abc import Iterable

_EXAMPLE = re.compile(r"^https?://([\w.-]*\.)?example\.(org|com|net)(/|$)", re.IGNORECASE)
_TRACKING = re.compile(
    r"\bhttps?://(?:[\w.-]*\.)?(?:(?:docs|drive|sheets|slides|forms)\.google\.com|forms\.gle)/", re.IGNORECASE
)


def placeholder_links(links: Iterable[str]) -> list[str]:
    """Links that still lead to the templates' example."""
    return [link for link in links if _EXAMPLE.match(link)]


def tracking_links(texts: Iterable[str]) -> list[str]:
    """Links, or texts with one, that show their owner's account and log who opens them."""
    return [text for text in texts if _TRACKING.search(text)]
