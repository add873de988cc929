"""A state as a recipient: its codes, its names in the letter's language, its mission."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

MEMBER = "member"
OBSERVER = "observer"


@dataclass(frozen=True, slots=True)
class State:
    """A Member State of the United Nations, or one of the two observer States.

    Attributes:
        group: The regional group as the terminal names it: ``african``, ``grulac``; empty for observers.
        admitted: The day it became a member; None for observers.
        address_language: The letter language its mission in New York asked for; empty = not recorded.
    """

    iso3: str
    iso2: str
    status: str
    admitted: date | None
    group: str
    address_language: str


@dataclass(frozen=True, slots=True)
class StateNames:
    """What a state is called in one language. Where a language lacks a form, it is empty.

    Attributes:
        short: As in lists: "Iran (Islamic Republic of)".
        running: As in a sentence or an address: "Islamic Republic of Iran".
        the: With its article: "the Islamic Republic of Iran". ``of`` and ``to``: with preposition too.
        formal: The formal name, ``formal_of`` with preposition and article.
        former: An earlier name, for recognising what somebody typed; never printed.
    """

    short: str
    running: str
    the: str
    of: str
    to: str
    formal: str
    formal_of: str
    former: str = ""


@dataclass(frozen=True, slots=True)
class Mission:
    """A permanent mission in New York. ``as_of`` is the day its address was true; None = none known.

    ``words`` says, by language, what the mission is called where it is not what missions are usually
    called: "Représentation permanente".
    """

    name: str
    street: str
    street_2: str
    city_line: str
    words: Mapping[str, str]
    as_of: date | None
