"""Names for exported files: legal on Windows, macOS and Linux, all different, never from a row."""

import re
import unicodedata
from collections.abc import Mapping

from desktop_app.domain.reporting import Place, ProblemError

PLACEHOLDERS = ("recipient", "iso3", "language", "date", "title", "number")
DEFAULT_PATTERN = "{recipient} ({language})"
DRAFT = "DRAFT"
LONGEST = 120
"""Bytes of a name without its ending: with a counter and an ending it stays far below 255."""
LONGEST_PART = 80
"""Bytes of what stands for one placeholder: a long name must not push the language out."""

_ILLEGAL = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]')
_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def check_pattern(pattern: str) -> None:
    """Raise ``file-pattern-unknown`` where a pattern holds a placeholder that is none of ours."""
    for found in _PLACEHOLDER.findall(pattern):
        if found not in PLACEHOLDERS:
            place = Place(file="campaign.toml", part="files.name")
            raise ProblemError("file-pattern-unknown", place, given=found, known=PLACEHOLDERS)


class FileNames:
    """Gives each recipient of one export a name of its own.

    Args:
        pattern: With placeholders in braces; empty for the default.
        draft: Whether each name says that the file is one.
    """

    def __init__(self, pattern: str, *, draft: bool = False) -> None:
        self._draft = draft
        self._pattern = pattern or DEFAULT_PATTERN
        check_pattern(self._pattern)
        self._used: set[str] = set()

    def name(self, values: Mapping[str, str], ending: str) -> str:
        """The next name, such as ``Algeria (fr).docx``; a counter tells apart what would be the same."""
        parts = {key: safe(text, LONGEST_PART) for key, text in values.items() if text}
        stem = safe(_PLACEHOLDER.sub(lambda found: parts.get(found[1], ""), self._pattern))
        stem = as_draft(stem) if self._draft else stem
        number, name = 1, f"{stem}{ending}"
        while _compared(name) in self._used:
            number += 1
            name = f"{stem} {number}{ending}"
        self._used.add(_compared(name))
        return name


def as_draft(stem: str) -> str:
    """A name that nobody takes for that of a finished file, in whatever language it is read."""
    return f"{DRAFT} {stem}"


def safe(text: str, longest: int = LONGEST) -> str:
    """A text as a file name that every system takes; never empty. ``longest`` counts bytes."""
    plain = text.encode("utf-8", "ignore").decode()
    plain = _ILLEGAL.sub(" ", _UNSEEN.sub("", unicodedata.normalize("NFC", plain)))
    plain = _trimmed(" ".join(plain.split()))
    if _RESERVED.fullmatch(plain):
        plain = f"{plain} letter" if "." not in plain else f"letter {plain}"
    while len(plain.encode()) > longest:
        plain = plain[:-1]
    return _trimmed(plain) or "letter"


def _trimmed(text: str) -> str:
    """Without what a name may not end in, nor begin with: an option, a home, a lock file of Word's."""
    return text.lstrip(" .-~").rstrip(" .")


def _compared(name: str) -> str:
    """Two names that are one to Windows or macOS."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold())
