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
class SignOnPhrases:
    """What a reading copy and a sign-on call say. Slots: ``{until}``, ``{title}``, ``{date}``, ``{time}``.

    Attributes:
        reading: On every page of a reading copy.
        moment: A day and a time together.
        number: In the place of each figure of signatories; ``names``, ``address``, ``salutation`` and
            ``state`` in the place of what else is not known yet, or differs from letter to letter.
        invitation: How the call begins; ``until`` and ``ask`` follow it.
        questions: By what each asks for: ``name acronym country contact email publish``, in this order.
        yes: The answer to the last question that publishes, ``no`` the other one.
        promise: How the call ends.
    """

    reading: str
    moment: str
    number: str
    names: str
    address: str
    salutation: str
    state: str
    invitation: str
    until: str
    ask: str
    questions: Mapping[str, str]
    yes: str
    no: str
    promise: str


@dataclass(frozen=True, slots=True)
class MailPhrases:
    """What the draft of an e-mail says that brings the letter. Slots: ``{subject} {total} {noun}``.

    Attributes:
        subject: Its subject; it holds the figure.
        message: Between salutation and closing, unless the campaign says something else.
    """

    subject: str
    message: str


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
    sign_on: SignOnPhrases
    mail: MailPhrases
