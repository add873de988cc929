"""A figure that the text of a letter claims, and what would make it true."""

from dataclasses import dataclass, field
from enum import StrEnum


class Of(StrEnum):
    """What a figure counts; the values are the fields that print it."""

    TOTAL = "signatories.total"
    NAMED = "signatories.named"
    ANONYMOUS = "signatories.anonymous"
    COUNTRIES = "signatories.countries"
    PEOPLE = "petition.people"
    LANDS = "petition.countries"


class Bound(StrEnum):
    """How a figure is meant."""

    EXACT = ""
    MORE = "more"
    LEAST = "least"
    NEARLY = "nearly"
    ABOUT = "about"

    def allows(self, figure: int, given: int) -> bool:
        """Whether the figure may be said where ``given`` is true."""
        match self:
            case Bound.EXACT:
                return figure == given
            case Bound.MORE:
                return given > figure
            case Bound.LEAST:
                return given >= figure
            case Bound.NEARLY:
                return 0.9 * figure <= given < figure
            case Bound.ABOUT:
                return abs(given - figure) <= 0.1 * figure


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """A figure that the text claims.

    Attributes:
        is_sure: Whether the sentence itself says whom it counts.
        start: Where it begins in the paragraph; of use only where no field stands before it.
        end: Where it ends.
    """

    figure: int
    of: Of
    bound: Bound = Bound.EXACT
    is_sure: bool = False
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    def is_true(self, given: int) -> bool:
        """Whether the figure agrees with the true one."""
        return self.bound.allows(self.figure, given)
