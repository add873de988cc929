"""Lines that run from right to left: from the order of the eye to the order of the words."""

import re

_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FROM_LEFT = re.compile(r"[^\W_\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\d]")
_STAYS = re.compile(
    r"[0-9\u0660-\u0669\u06f0-\u06f9A-Za-z\u00c0-\u024f]"
    r"(?:[^\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufefc]*[0-9\u0660-\u0669\u06f0-\u06f9A-Za-z\u00c0-\u024f])?"
)
"""A stretch inside that runs from left to right: figures, and words in our letters."""
_MIRRORED = str.maketrans("()[]{}«»<>", ")(][}{»«><")
_OPENING, _CLOSING = "([{«<", ")]}»>"


def runs_from_right(text: str) -> bool:
    """Whether most letters of a text belong to a script that is written from right to left."""
    return len(_FROM_RIGHT.findall(text)) > len(_FROM_LEFT.findall(text))


def turned_round(seen: str) -> str:
    """A line as it is read, from what stands on the page from left to right."""
    text = _STAYS.sub(lambda match: match[0][::-1], seen[::-1])
    brackets = [character for character in text if character in _OPENING + _CLOSING]
    return text.translate(_MIRRORED) if brackets and brackets[0] in _CLOSING else text
