"""One finished file of an export."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """One finished file.

    Attributes:
        recipient: An ISO3 code, or the name on a list of one's own; empty for what is for nobody alone.
        language: The letter's; empty where there are several.
        format: Its ending, without the dot.
    """

    path: Path
    recipient: str
    language: str
    format: str
    sha256: str
