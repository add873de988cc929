"""The fixed sentences of a letter language, as the tables hold them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountPhrases:
    """The sentence that says how many signed. Slots: ``{total} {anonymous} {noun} {reason_part}``.

    Attributes:
        lead: What stands between the sentence and the reason why some stay anonymous.
        nobody: The sentence when nobody is anonymous.
        some: By ``organisation`` and ``person`` or by the noun's gender ``m`` and ``f``; then by how many
            are anonymous: ``one``, ``two`` (only where the language needs it), ``other``, and ``hidden``
            when no figure is wanted.
    """

    lead: str
    nobody: str
    some: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Sentences that stand in letters of one language.

    Attributes:
        sample: On every page of the sample; ``draft``: on every page of a draft.
        courtesy: On a translation, by the language of the text that was signed.
    """

    sample: str
    draft: str
    courtesy: Mapping[str, str]
    count: CountPhrases
