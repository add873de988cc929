"""Offices letters go to, and which post answers for an office in a given state."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

HEAD_OF_STATE = "head-of-state"
HEAD_OF_GOVERNMENT = "head-of-government"
PERMANENT_REPRESENTATIVE = "permanent-representative"
DIFFERING_TITLES = frozenset({"foreign-minister", HEAD_OF_GOVERNMENT})
"""Their titles differ from state to state (Secretary of State, Chancellor); ours are the usual ones."""


@dataclass(frozen=True, slots=True)
class SingleOffice:
    """An office that is no state's: the Secretary-General, the High Commissioner.

    Attributes:
        gender: Of whoever held it from ``first`` on.
        check_from: From this day on the tables do not know who holds it.
    """

    gender: str
    first: date
    check_from: date

    def gender_on(self, day: date) -> str:
        """``m`` or ``f`` while the tables know the holder, empty otherwise."""
        return self.gender if self.first <= day < self.check_from else ""


@dataclass(frozen=True, slots=True)
class Offices:
    """Which offices there are, and what differs from state to state.

    Attributes:
        of_states: The offices every state has.
        of_presidents: The offices of bodies' presidents.
        single: Offices that are no state's.
        mission_heads: By seat, the states whose mission is not headed by a permanent representative.
        heads_of_state: The states whose head of state is no president, with the post.
        shared_crown: States whose head of state is another state's monarch.
        special: States for whose head of state nothing is composed.
    """

    of_states: tuple[str, ...]
    of_presidents: tuple[str, ...]
    single: Mapping[str, SingleOffice]
    mission_heads: Mapping[str, Mapping[str, str]]
    heads_of_state: Mapping[str, str]
    shared_crown: frozenset[str]
    special: frozenset[str]

    @property
    def names(self) -> tuple[str, ...]:
        """Every office, as the terminal names them."""
        return (*self.of_states, *self.of_presidents, *self.single)

    def mission_head(self, iso3: str, seat: str) -> str:
        """The post that heads the state's mission at a seat."""
        return self.mission_heads.get(seat, {}).get(iso3, PERMANENT_REPRESENTATIVE)

    def post(self, office: str, iso3: str, seat: str) -> str:
        """The post that answers for an office. Ask ``shared_crown`` and ``special`` first."""
        if office == PERMANENT_REPRESENTATIVE:
            return self.mission_head(iso3, seat)
        if office == HEAD_OF_STATE:
            return self.heads_of_state.get(iso3, "head-of-state-president")
        return office
