"""Makes one text of lines that were wrapped."""

import re
from collections.abc import Sequence

from desktop_app.domain.letter_anatomy.lines import Line
from desktop_app.domain.letter_anatomy.parts import Doubt

_HYPHEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-‐\u00ad]$")
"""The look behind lets it try each word once: Chinese has lines that are one word."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_DROPPED = "-"


class Joiner:
    """Makes one text of wrapped lines; knows the letter's words, to tell a hyphen from a broken word."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._words = {
            word.casefold().rstrip("-")
            for line in lines
            for word in _WORD.findall(_HYPHEN.sub("", line.text))
        }
        self.doubts: list[Doubt] = []

    def joined(self, lines: Sequence[Line], texts: Sequence[str] = ()) -> str:
        """The text of these lines, or of ``texts`` that stand for them."""
        texts = texts or [line.text for line in lines]
        pieces = [texts[0]]
        for line, text in zip(lines[1:], texts[1:], strict=True):
            joint = self._joint(pieces[-1], text, line.number)
            if joint == _DROPPED:
                pieces[-1] = pieces[-1][:-1]
            pieces += [joint, text] if joint == " " else [text]
        return re.sub(r"\s+", " ", "".join(pieces)).strip()

    def _joint(self, before: str, text: str, number: int) -> str:
        """What comes between two lines: a blank, nothing, or nothing and the hyphen before goes."""
        broken, goes_on = _HYPHEN.search(before), _WORD.match(text)
        if not broken or not goes_on or before.endswith((" -", "–")):
            return "" if _is_without_blanks(before[-1:]) or _is_without_blanks(text[:1]) else " "
        first, second = broken[1], re.match(r"[^\W\d_]+", goes_on[0])
        after = second[0] if second else ""
        whole, hyphened = (first + after).casefold(), f"{first}-{after}".casefold()
        if after[:1].isupper() or hyphened in self._words:
            return ""
        if whole not in self._words:
            self.doubts.append(Doubt("import-hyphen", number, f"{first}-{after}", {"joined": first + after}))
        return _DROPPED


def _is_without_blanks(character: str) -> bool:
    """Whether it belongs to a script that is written without blanks."""
    return bool(character) and (
        "\u2e80" <= character <= "\u9fff"
        or "\uff00" <= character <= "\uffef"
        or "\u3000" <= character <= "\u303f"
    )
