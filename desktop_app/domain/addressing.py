"""Forms of address: a post, a seat, a language and what is known of the person make the address block.

Nothing here guesses. What is not known is left out by a form of address made for that, or raises.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum

from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.state import Mission, State, StateNames

OPTIONAL_LINES = frozenset({"{mission}", "{street}", "{street_2}"})
"""Left out when they are empty, and in a short address. No other line may become empty."""

_SLOT = re.compile(r"\{(\w+)\}")
_NAMES = tuple(name.name for name in fields(StateNames))


class Form(StrEnum):
    """What is known of the person."""

    MAN = "m"
    WOMAN = "f"
    UNTOLD = "u"
    """A name, but not whether a man's or a woman's. It is never guessed from the name."""
    NAMELESS = "n"
    GROUP = "g"
    """Several at once; only openings have it."""


@dataclass(frozen=True, slots=True)
class Post:
    """How the holder of a post is addressed in one language.

    Attributes:
        address: Lines of the block by seat and form, with slots.
        salutation: By form, with its punctuation; ``vocative``: without, for running text.
        closing: A formal closing of its own, or empty.
    """

    address: Mapping[str, Mapping[Form, tuple[str, ...]]]
    salutation: Mapping[Form, str]
    vocative: Mapping[Form, str]
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """How anybody is addressed who holds no post: by ``m``, ``f`` and ``n``."""

    salutation: Mapping[Form, str]
    vocative: Mapping[Form, str]


@dataclass(frozen=True, slots=True)
class Opening:
    """Salutation, vocative and closing of one letter. They belong together: closings repeat the vocative."""

    salutation: str
    vocative: str
    closing: str


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom one letter is for.

    Attributes:
        post: A post of the tables; ``mission_head``: the post that heads the state's mission there.
        gender: ``m``, ``f`` or empty. It is used without a name too: then it forms the salutation alone.
        names: The state's, in the letter's language; None for offices that are no state's.
        mission: In New York, the state's mission.
    """

    post: str
    seat: str
    mission_head: str = ""
    name: str = ""
    gender: str = ""
    state: State | None = None
    names: StateNames | None = None
    mission: Mission | None = None

    @property
    def address_form(self) -> Form:
        """The form of the address block: an honorific stands only before a name."""
        return self.opening_form if self.name else Form.NAMELESS

    @property
    def opening_form(self) -> Form:
        """The form of salutation and closing."""
        if self.gender:
            return Form(self.gender)
        return Form.UNTOLD if self.name else Form.NAMELESS


@dataclass(frozen=True, slots=True)
class Manner:
    """How letters in one language address, open and close.

    Attributes:
        closings: By ``formal``, ``plain``, ``formal_group`` and ``plain_group``.
        bodies: The address block of a letter to a body as one.
        person: How anybody is addressed who holds no post; by gender, or ``n``.
        openings: How salutations to such persons begin: "Dear ". No part of the vocative.
        mission_words: What the mission is called, by the post of its head.
        titles: That post as a line under a president's name, by form.
        words: Words that differ by state, with ``usual`` for all others.
    """

    language: str
    posts: Mapping[str, Post]
    closings: Mapping[str, str]
    bodies: Mapping[str, tuple[str, ...]]
    person: Person
    openings: tuple[str, ...] = ()
    mission_words: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def address(self, to: Addressee, *, short: bool = False) -> tuple[str, ...]:
        """The lines of the address block.

        Raises:
            ProblemError: ``address-incomplete`` if something that must stand there is not known.
        """
        slots = self._slots(to)
        lines = []
        for template in self.posts[to.post].address[to.seat][to.address_form]:
            if template in OPTIONAL_LINES and (short or not slots.get(template[1:-1])):
                continue
            lines.append(_filled(template, slots, to))
        return tuple(lines)

    def opening(self, to: Addressee, closing: str) -> Opening:
        """Salutation, vocative and the closing of that kind (``formal`` or ``plain``)."""
        post, slots = self.posts[to.post], self._slots(to)
        vocative = _filled(post.vocative[to.opening_form], slots, to)
        template = (closing == "formal" and post.closing) or self.closings[closing]
        return Opening(
            _filled(post.salutation[to.opening_form], slots, to),
            vocative,
            _filled(template, {"vocative": vocative}, to),
        )

    def opening_to_all(self, post: str, closing: str) -> Opening:
        """The opening of one letter to several holders of a post."""
        to = Addressee(post, "")
        vocative = self.posts[post].vocative[Form.GROUP]
        template = self.closings[f"{closing}_group"]
        return Opening(
            self.posts[post].salutation[Form.GROUP], vocative, _filled(template, {"vocative": vocative}, to)
        )

    def opening_to_person(self, closing: str, *, salutation: str = "", gender: str = "") -> Opening:
        """The opening for somebody who holds no post we know.

        A salutation that the coordinator wrote stays as it is; without one it is the neutral one, or
        the one for a man or a woman.
        """
        form = Form(gender or Form.NAMELESS)
        vocative = self.person.vocative[form]
        if salutation:
            vocative = salutation.rstrip(" ,:!.،：！")
            for opening in self.openings:
                vocative = vocative.removeprefix(opening)
        return Opening(
            salutation or self.person.salutation[form],
            vocative,
            _filled(self.closings[closing], {"vocative": vocative}, Addressee("", "")),
        )

    def _slots(self, to: Addressee) -> dict[str, str]:
        slots = {"name": " ".join(to.name.split())}
        if to.state and to.names:
            slots |= {name: getattr(to.names, name) for name in _NAMES}
            for word, by_state in self.words.items():
                slots[word] = by_state.get(to.state.iso3, by_state["usual"])
        if to.mission_head in self.mission_words:
            own = to.mission.words.get(self.language, "") if to.mission else ""
            slots["mission_word"] = own or self.mission_words[to.mission_head]
        if to.mission_head in self.titles:
            slots["title"] = self.titles[to.mission_head].get(to.address_form, "")
        if to.mission:
            mission = to.mission
            slots |= {"mission": mission.name, "street": mission.street, "street_2": mission.street_2}
            slots["city_line"] = mission.city_line
        return slots


def _filled(template: str, slots: Mapping[str, str], to: Addressee) -> str:
    def value(slot: re.Match[str]) -> str:
        text = slots.get(slot[1], "")
        if not text:
            state = to.state.iso3 if to.state else ""
            raise ProblemError("address-incomplete", post=to.post, state=state, slot=slot[1])
        return text

    return _SLOT.sub(value, template)
