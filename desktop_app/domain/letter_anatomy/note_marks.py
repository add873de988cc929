"""The marks of notes that a text holds: "¹", "[1]", or the figure right after a word."""

import re

_WORD = r"(?<=[^\W\d_]{3})[.,;”\"]?"
"""Behind three letters. To look back at them is quick; a word of all letters there are would be begun anew
at each of them."""
_AFTER_WORD = re.compile(_WORD + r"(\d+)(?=[\s.,;]|$)")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class NoteMarks:
    """A text that is asked again and again whether it refers to a note."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._after_words = set(_AFTER_WORD.findall(text))
        self._known: dict[str, bool] = {}

    def refer_to(self, number: str) -> bool:
        """Whether the text holds the mark of a note."""
        bare = number.strip("[]().^ ")
        if bare not in self._known:
            self._known[bare] = self._holds(bare)
        return self._known[bare]

    def _holds(self, bare: str) -> bool:
        if bare in self._after_words or bare.translate(_RAISED) in self._text or f"[{bare}]" in self._text:
            return True
        if bare.isdecimal():
            return False  # such marks have all been found already
        return bool(re.search(rf"{_WORD}{re.escape(bare)}(?=[\s.,;]|$)", self._text))
