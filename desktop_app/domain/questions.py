"""Noes that may be about a named row: each stays open until somebody says whether it is."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.fingerprints import Fingerprint
from desktop_app.domain.known_names import addresses_of, known_as
from desktop_app.domain.plain_text import folded
from desktop_app.domain.signatory import Disclosure, Signatory


@dataclass(frozen=True, slots=True)
class Question:
    """Whether an answer that says no is a named row's. It holds fingerprints, never a text.

    Attributes:
        answer: Fingerprint of the answer's key.
        row: Where the row stood.
        marks: Fingerprints by which it is known again, the surest first, wherever it stands by now.
        settled: Fingerprint of the list's state in which it was found not to be; empty while it is open.
    """

    answer: str
    row: int
    marks: tuple[str, ...]
    settled: str = ""


class Questions:
    """The questions about one list.

    Args:
        known: What was asked before.
        signatories: The list as it is.
        fingerprint: The one that ``known`` was made with.
    """

    def __init__(
        self, known: Iterable[Question], signatories: Iterable[Signatory], fingerprint: Fingerprint
    ) -> None:
        self.known = tuple(known)
        self._fingerprint = fingerprint
        self._rows: dict[int, Signatory] = {}
        self._marked: dict[str, list[Signatory]] = defaultdict(list)
        for signatory in signatories if self.known else ():
            self._rows[signatory.row] = signatory
            for mark in self._marks(signatory):
                self._marked[mark].append(signatory)

    def about(self, answer: str, signatory: Signatory) -> Question:
        """The question whether an answer, by the fingerprint of its key, is this row's."""
        return Question(answer, signatory.row, self._marks(signatory))

    def is_settled(self, answer: str, signatory: Signatory) -> bool:
        """Whether somebody said that this answer is not this row's."""
        asked = (question for question in self.known if question.answer == answer and question.settled)
        return any(signatory in self._meant(question) for question in asked)

    def hidden_rows(self, answer: str) -> list[Signatory]:
        """Rows that were asked about for this answer, and have been hidden since: it was theirs."""
        asked = (question for question in self.known if question.answer == answer and not question.settled)
        meant = {row.row: row for question in asked for row in self._meant(question)}
        return [
            row for row in meant.values() if row.disclosure in (Disclosure.ANONYMOUS, Disclosure.WITHDRAWN)
        ]

    def is_asked_once(self, signatory: Signatory) -> bool:
        """Whether one answer alone may be this row's: what was done with the row is said of that one."""
        asked = (question for question in self.known if not question.settled)
        return len({question.answer for question in asked if signatory in self._meant(question)}) == 1

    def open_rows(self) -> tuple[int, ...]:
        """Rows that are named, and may have been taken back."""
        asked = (row for question in self.known if not question.settled for row in self._meant(question))
        return tuple(sorted({row.row for row in asked if row.disclosure is Disclosure.NAMED}))

    def is_asked_about(self, signatory: Signatory) -> bool:
        """Whether a question about this row is open, however it is listed."""
        return any(signatory in self._meant(question) for question in self.known if not question.settled)

    def settled(self, signatory: Signatory, state: str) -> tuple[Question, ...]:
        """All questions, once those about this row are settled by the step that led to ``state``."""
        return tuple(
            replace(question, settled=state)
            if not question.settled and signatory in self._meant(question)
            else question
            for question in self.known
        )

    def with_new(self, asked: Iterable[Question]) -> tuple[Question, ...]:
        """All questions and these, each once."""
        there = {(question.answer, question.marks[0]) for question in self.known}
        return (*self.known, *(new for new in asked if (new.answer, new.marks[0]) not in there))

    def _meant(self, question: Question) -> Sequence[Signatory]:
        """The rows that a question is about. A name that was corrected in its place is found by that."""
        for mark in question.marks:
            if mark in self._marked:
                return self._marked[mark]
        return [self._rows[question.row]] if question.row in self._rows else []

    def _marks(self, signatory: Signatory) -> tuple[str, ...]:
        name, others = folded(signatory.name), sorted(known_as(signatory))
        sure = f"{name}\n{folded(signatory.country)}"
        texts = (sure, name, *others, *sorted(addresses_of(signatory)))
        return tuple(dict.fromkeys(self._fingerprint(f"question\n{text}") for text in texts))


def reopened(known: Iterable[Question], state: str) -> tuple[Question, ...]:
    """All questions, once the step that led to ``state`` was taken back."""
    return tuple(replace(q, settled="") if q.settled == state else q for q in known)
