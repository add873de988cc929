"""How a line begins."""

import re


def at_start(*texts: str, end: str = "") -> re.Pattern[str]:
    """One of these texts, which are patterns, at the beginning of a line; then ``end``."""
    return re.compile(rf"^(?:{'|'.join(texts)}){end}", re.IGNORECASE)
