"""The letter's fields: which exist, what each may hold, and the nearest known one to a slip of the pen.

The list is closed. Anything else between ``{{`` and ``}}`` is an error that is named, never a blank.
"""

import re
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

SIGNATORY_COLUMNS = frozenset({"name", "country", "group", "title", "acronym", "members"})
"""What a letter that loops over ``signatories`` itself may print of each."""

FIELDS: Mapping[str, frozenset[str]] = {
    "letter": frozenset({"date", "place", "title", "subject", "reference", "cc", "enclosures"}),
    "recipient": frozenset(
        {
            "address",
            "salutation",
            "vocative",
            "closing",
            "name",
            "state",
            "the_state",
            "formal_state",
            "of_state",
            "to_state",
            "mission",
            "paragraph",
        }
    ),
    "signatories": frozenset(
        {
            "total",
            "named",
            "anonymous",
            "countries",
            "organisations",
            "individuals",
            "noun",
            "reason",
            "as_of",
            "statement",
        }
    ),
    "petition": frozenset({"people", "countries", "date"}),
    "signature": frozenset(),
    "contacts": frozenset(),
}
"""Each root with its columns; a root without columns stands for itself."""

BLOCKS = ("signatories", "contacts", "signature")
"""Fields that stand alone in their paragraph; the program prints paragraphs in their place."""

FILTERS = frozenset({"number", "words", "over", "long_date", "upper", "lower", "title", "length", "default"})
TESTS = frozenset({"defined", "none", "odd", "even"})
LOOP = frozenset({"index", "index0", "first", "last", "length", "revindex", "revindex0"})

_PROMPT = re.compile(r"\[[^\[\]]{2,400}\]")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_STRAY = re.compile(r"\}\}|%\}")
_REMARK = re.compile(r"\[(sic|emphasis added|c’est nous qui soulignons|énfasis añadido)\]", re.IGNORECASE)
_NEAR_ENOUGH = 55.0


def known_fields() -> tuple[str, ...]:
    """Every field as it is written in a letter, sorted: ``letter.cc``, ``signatories``, ..."""
    names = {*BLOCKS}
    for root, columns in FIELDS.items():
        names.update(f"{root}.{column}" for column in columns)
    return tuple(sorted(names))


def nearest_field(given: str, known: Iterable[str] = ()) -> str:
    """The known field that is most like ``given``; empty where none is near."""
    best = process.extractOne(
        given, list(known) or known_fields(), scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH
    )
    return best[0] if best else ""


def stray_brace(text: str) -> str:
    """The end of a field that was never opened, "}}" or "%}"; empty where there is none."""
    left = _STRAY.search(_TAG.sub("", text))
    return left[0] if left else ""


def prompts_in(text: str) -> list[str]:
    """The ``[bracketed prompts]`` that a coordinator has not replaced yet.

    A bracket that holds only figures or one short mark is a citation or an omission: ``[1]``, ``[...]``; one
    that says "sic" is a remark.
    """
    found = (m[0] for m in _PROMPT.finditer(_TAG.sub("", text)))
    return [prompt for prompt in found if re.search(r"[^\W\d_]{2}", prompt) and not _REMARK.fullmatch(prompt)]
