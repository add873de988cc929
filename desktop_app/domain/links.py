"""Links in a letter that should not be sent: an example nobody replaced, one that tells on its reader."""

import re
from collections.abc import Iterable

_EXAMPLE = re.compile(r"^https?://([\w.-]*\.)?example\.(org|com|net)(/|$)", re.IGNORECASE)
_TRACKING = re.compile(
    r"^https?://([\w.-]*\.)?(docs\.google\.com|drive\.google\.com|forms\.gle|sheets\.google\.com)/",
    re.IGNORECASE,
)


def placeholder_links(links: Iterable[str]) -> list[str]:
    """Links that still lead to the templates' example."""
    return [link for link in links if _EXAMPLE.match(link)]


def tracking_links(links: Iterable[str]) -> list[str]:
    """Links that show their owner's account and log who opens them."""
    return [link for link in links if _TRACKING.match(link)]
