"""Answers on a sign-on form, what earlier imports of them brought, and what a new import would do."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.domain.list_edit import ListEdit
from desktop_app.domain.questions import Question
from desktop_app.domain.reporting import Finding
from desktop_app.domain.signatory import Disclosure, Signatory

_FROM_OPEN_TO_CAREFUL = (Disclosure.NAMED, Disclosure.ANONYMOUS, Disclosure.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class FileNames:
    """The two files that a plan speaks of."""

    form: str
    list: str


@dataclass(frozen=True, slots=True)
class SignOn:
    """One answer.

    Attributes:
        row: Its row in the form's file.
        key: What tells it from other answers, the same in every export.
        said_at: When, such that texts compare as the times do; empty where that is not known.
        signatory: As it would be enrolled. Pending where the form does not ask about names.
    """

    row: int
    key: str
    said_at: str
    signatory: Signatory


@dataclass(frozen=True, slots=True)
class Remembered:
    """An answer of an earlier import.

    Attributes:
        said: Fingerprints of all it ever said.
        whom: Fingerprint of whom it was about last.
        form: What the answers of one form have in common, whatever became of its questions since.
    """

    said: tuple[str, ...]
    whom: str
    form: str


@dataclass(frozen=True, slots=True)
class Written:
    """The latest that imports know of a field.

    Attributes:
        stamp: Which answer it is from; the later one compares as greater.
        text: Fingerprint of what was written into the list. Empty where the coordinator's own text was kept.
    """

    stamp: str
    text: str


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier imports of all forms brought. It holds fingerprints, never a text.

    Attributes:
        answers: By the fingerprint of their key.
        fields: By the fingerprint of the signatory's name, then by the field's name.
    """

    answers: Mapping[str, Remembered] = field(default_factory=dict)
    fields: Mapping[str, Mapping[str, Written]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What an import does to one signatory.

    Attributes:
        row: Row of its latest answer in the form's file.
        after: As it shall be; its row is 0 where it is new.
        before: As it is in the list; None where it is new.
    """

    row: int
    after: Signatory
    before: Signatory | None = None

    @property
    def takes_back(self) -> bool:
        """Whether the name was printed and is so no longer."""
        return (
            self.before is not None
            and self.before.disclosure is Disclosure.NAMED
            and self.after.disclosure is not Disclosure.NAMED
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do.

    Attributes:
        withdrawn: Those whose consent is taken back by another answer.
        unchanged: How many answers change nothing.
        doubtful: What is left to the coordinator, each with the one row it is about first: of the form or
            of the list, as the file of its place says.
        memory: What is to be remembered once it was applied.
        questions: Whether answers that say no are those of named rows; to be remembered, too.
    """

    new: tuple[Enrolment, ...]
    changed: tuple[Enrolment, ...]
    withdrawn: tuple[Enrolment, ...]
    unchanged: int
    doubtful: tuple[Finding, ...]
    edit: ListEdit
    memory: Memory
    questions: tuple[Question, ...] = ()


def settled(listed: Disclosure, answered: Disclosure) -> Disclosure:
    """How a signatory appears that is listed in one way and answers in another.

    Pending is no answer, and gives way to any. Between answers the more careful one holds, whichever came
    later: to publish again after a no takes the coordinator's own hand.
    """
    if Disclosure.PENDING in (listed, answered):
        return answered if listed is Disclosure.PENDING else listed
    return max(listed, answered, key=_FROM_OPEN_TO_CAREFUL.index)
