"""What becomes of a sign as it is typed: quotes, dashes and spaces as the letter's language sets them."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_NO_BREAK = "\N{NO-BREAK SPACE}"
_OPENS_AFTER = frozenset(" \t\n\u2028\u00a0\u202f([{–—«“„‘/")
_FRENCH_SIGNS = frozenset(";:!?")
_DIRECTIONS = {"L": False, "R": True, "AL": True}
_FROM_RIGHT = frozenset({"ar", "fa", "he", "ps", "ur", "ckb", "ug", "yi", "dv", "sd"})
_CLOSED = re.compile(r"\{\{\s*[a-z_]+(?:\.[a-z_]+)?\s*(?:\|\s*\w+(?:\([^{}\ufffc]*\))?\s*)*\}\}\Z")


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotation marks of a language, the outer ones with the space that stands inside them.

    An inner one is closed by the apostrophe: which of the two is meant cannot be told.
    """

    opening: str
    closing: str
    inner_opening: str = "‘"


_QUOTES: Mapping[str, Quotes] = {
    "en": Quotes("“", "”"),
    "fr": Quotes(f"«{_NO_BREAK}", f"{_NO_BREAK}»"),
    "es": Quotes("«", "»"),
    "pt": Quotes("“", "”"),
    "it": Quotes("«", "»"),
    "de": Quotes("„", "“", "‚"),
    "ru": Quotes("«", "»", "„"),
    "uk": Quotes("«", "»", "„"),
    "ar": Quotes("«", "»"),
    "zh": Quotes("“", "”"),
    "nl": Quotes("“", "”"),
    "pl": Quotes("„", "”"),
}


def typed(before: str, sign: str, language: str) -> tuple[int, str]:
    """What a sign that was just typed becomes.

    Args:
        before: The paragraph up to the sign.
        sign: What was typed.
        language: The letter's, as ISO 639 has it.

    Returns:
        How many signs before it go, and what stands in the place of them and it. What shall stay as it was
        typed gives ``(0, sign)``.
    """
    if _is_in_field(before) or _is_in_address(before):
        return 0, sign
    last = before[-1:]
    quotes = _QUOTES.get(language, _QUOTES["en"])
    opens = not last or last in _OPENS_AFTER
    match sign:
        case '"':
            return 0, quotes.opening if opens else quotes.closing
        case "'":
            return 0, quotes.inner_opening if opens else "’"
        case "-" if last == "-":
            return 1, "–"
        case "-" if last == "–":
            return 1, "—"
        case "." if before.endswith("..") and not before.endswith("..."):
            return 2, "…"
        case _ if sign in _FRENCH_SIGNS and language == "fr":
            return _french(before, sign)
        case _:
            return 0, sign


def runs_from_right(text: str) -> bool | None:
    """Whether a paragraph runs from right to left, by its first letter that tells; None where none does."""
    found = (_DIRECTIONS.get(unicodedata.bidirectional(sign)) for sign in text)
    return next((direction for direction in found if direction is not None), None)


def is_from_right(language: str) -> bool:
    """Whether a language is written from right to left."""
    return language.partition("-")[0] in _FROM_RIGHT


def closed_field(before: str) -> str:
    """The field whose braces were just closed, as it was typed; empty where none was.

    Args:
        before: The paragraph up to the cursor.
    """
    match = _CLOSED.search(before)
    return match[0] if match else ""


def _french(before: str, sign: str) -> tuple[int, str]:
    """A space that does not break stands before the high signs."""
    last = before[-1:]
    if last == " ":
        return 1, f"{_NO_BREAK}{sign}"
    if last.isalpha() or last in {"»", ")", "”", "’"}:
        return 0, f"{_NO_BREAK}{sign}"
    return 0, sign


def _is_in_field(before: str) -> bool:
    return before.rfind("{") > before.rfind("}")


def _is_in_address(before: str) -> bool:
    """Whether the word that is being typed is a web or mail address."""
    word = before.rsplit(maxsplit=1)[-1].casefold() if before and not before[-1].isspace() else ""
    return "://" in word or word in ("http", "https", "mailto") or word.startswith("www.") or "@" in word
