"""Who gets the letter, addressed in one language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipient:
    """One recipient as the letter will print it. Every text is in ``language``.

    Attributes:
        key: What names it in files and messages: an ISO3 code, a body, or a name of the coordinator's list.
        iso3: The state's code; empty for anyone who is not a state.
        name: The person's name; empty is the normal case.
        language: Letter language.
        address: Lines of the address block, none of them empty.
        salutation: With its punctuation. ``vocative``: without, for running text.
        closing: The sentence that closes the letter, formal or plain as the campaign chose.
        state: Short name for running text ("Japan"), ``the_state`` with its article, ``of_state`` and
            ``to_state`` with preposition ("du Japon", "au Japon"). Empty for anyone who is not a state.
        mission: The mission's own name, where one is known.
        paragraph: An extra paragraph for this recipient alone.
        email: Where a draft message goes; empty = the coordinator types it.
    """

    key: str
    iso3: str
    language: str
    address: tuple[str, ...]
    salutation: str
    vocative: str
    closing: str
    name: str = ""
    state: str = ""
    the_state: str = ""
    formal_state: str = ""
    of_state: str = ""
    to_state: str = ""
    mission: str = ""
    paragraph: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What the coordinator knows better of one state's recipient. Empty = as the tables say.

    Attributes:
        row: Its row in the coordinator's table.
        gender: ``m``, ``f`` or empty.
        address: Lines that replace the whole block.
    """

    row: int
    name: str = ""
    gender: str = ""
    language: str = ""
    salutation: str = ""
    address: tuple[str, ...] = ()
    paragraph: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class OwnRecipient:
    """Somebody on a list of the coordinator's own: a minister, a government, anyone."""

    row: int
    name: str = ""
    gender: str = ""
    title: str = ""
    organisation: str = ""
    address: tuple[str, ...] = ()
    country: str = ""
    salutation: str = ""
    language: str = ""
    paragraph: str = ""
    email: str = ""

    @property
    def key(self) -> str:
        """What names it in files and messages."""
        return self.name or self.organisation or self.title

    @property
    def lines(self) -> tuple[str, ...]:
        """The address block."""
        lines = [line for line in (self.name, self.title, self.organisation, *self.address) if line]
        if self.country and self.country not in lines:
            lines.append(self.country)
        return tuple(lines)
