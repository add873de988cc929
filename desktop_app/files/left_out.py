"""What a reader kept out of a letter, or took in only in part, so that the review can say it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from desktop_app.domain.letter_anatomy.parts import Doubt
from desktop_app.domain.letter_anatomy.source import SourceLine
from desktop_app.files.guessed_encoding import shows_the_guess

_FIRST = 12
"""Words that are enough to find a passage again."""
_LONGEST = 200
"""Characters, where a script is written without blanks."""


@dataclass(slots=True)
class LeftOut:
    """Collects while one letter is read. What is of one kind becomes one doubt."""

    _seen: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def add(self, code: str, line: int, text: str) -> None:
        """Something was left out; ``text`` is what it says, or what tells which it is."""
        self._seen.setdefault(code, []).append((line, " ".join(text.split())))

    def __iter__(self) -> Iterator[tuple[str, int, str]]:
        """Everything that was added: code, line and text."""
        return ((code, line, text) for code, found in self._seen.items() for line, text in found)

    def doubts(self) -> tuple[Doubt, ...]:
        """One for each kind, at the first line of it."""
        return tuple(self._doubts())

    def _doubts(self) -> Iterator[Doubt]:
        for code, found in self._seen.items():
            words = sum(len(text.split()) for _, text in found)
            shown = "\n".join(dict.fromkeys(first_words(text) for _, text in found if text))
            yield Doubt(code, max(1, found[0][0]), shown, {"number": len(found), "words": words})


def first_words(text: str) -> str:
    """How a text begins."""
    words = text.split()
    begun = " ".join(words[:_FIRST])[:_LONGEST]
    return begun if len(begun) == len(" ".join(words)) else f"{begun} …"


def note_guess(lines: Iterable[SourceLine], left_out: LeftOut) -> None:
    """Say that the encoding of a text was guessed, at the first line that shows it, or may."""
    beyond = [line for line in lines if not line.text.isascii()]
    if beyond:
        line = next((line for line in beyond if shows_the_guess(line.text)), beyond[0])
        left_out.add("import-encoding-guessed", line.number, line.text)
