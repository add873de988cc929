"""The list of signatories as it is printed: named ones only, in order, in groups."""

from dataclasses import dataclass

from desktop_app.domain.campaign import ListLayout


@dataclass(frozen=True, slots=True)
class Listed:
    """One printed signatory. It holds nothing that may not be printed."""

    name: str
    country: str = ""
    group: str = ""
    title: str = ""
    acronym: str = ""
    members: tuple["Listed", ...] = ()


@dataclass(frozen=True, slots=True)
class ListGroup:
    """Signatories under one heading; the heading is empty where the list is not grouped."""

    heading: str
    listed: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class PrintedList:
    """The whole list with its layout."""

    groups: tuple[ListGroup, ...]
    layout: ListLayout

    @property
    def length(self) -> int:
        """How many stand at the top level: the last number of a list that numbers umbrellas only."""
        return sum(len(group.listed) for group in self.groups)
