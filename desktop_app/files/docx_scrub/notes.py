"""What was dropped from a draft, so that it can be said."""

from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.files.wordml import w

_SEVERITY = {
    "tracked-changes": Severity.WARNING,
    "comments-dropped": Severity.NOTE,
    "hidden-text": Severity.WARNING,
    "field-code-dropped": Severity.WARNING,
    "link-dropped": Severity.WARNING,
    "picture-dropped": Severity.WARNING,
    "object-dropped": Severity.WARNING,
    "font-dropped": Severity.WARNING,
}

MOST_COUNTED = 5_000_000
"""Paragraphs that are counted to say where something stood; after that its place is the part alone."""


@dataclass(slots=True)
class Notes:
    """Collects places while one draft is scrubbed."""

    file: str
    _places: dict[str, dict[Place, None]] = field(default_factory=lambda: defaultdict(dict))
    _left: int = MOST_COUNTED

    def add(self, code: str, part: str, element: etree._Element | None = None) -> None:
        """Something was dropped; ``element`` tells the paragraph it stood in."""
        self._places[code][Place(self.file, part, self._paragraph_number(element))] = None

    def findings(self) -> tuple[Finding, ...]:
        """One finding for each kind."""
        return tuple(Finding(code, _SEVERITY[code], tuple(places)) for code, places in self._places.items())

    def _paragraph_number(self, element: etree._Element | None) -> int | None:
        if element is None or self._left <= 0:
            return None
        paragraph = element if element.tag == w("p") else next(element.iterancestors(w("p")), None)
        if paragraph is None:
            return None
        root = paragraph.getroottree().getroot()
        number = next((n for n, p in enumerate(root.iter(w("p")), start=1) if p is paragraph), None)
        self._left -= number or 0
        return number
