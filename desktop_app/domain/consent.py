"""What an answer on a form says about printing a name. Only a clear yes publishes.

An answer is compared as a whole. What is not in our tables of clear answers is never a yes, however friendly
it sounds; look-alike letters, a question mark, a bracket or one word more are enough to make it unclear.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache

from desktop_app.domain.consent_words import (
    BARE_YES,
    NO_OBJECTION,
    NO_PARTS,
    NO_WORDS,
    PLAIN_YES,
    SENTENCES,
    WITHDRAWN_PARTS,
)
from desktop_app.domain.signatory import Disclosure


class Consent(StrEnum):
    """What an answer says about printing the name."""

    YES = "yes"
    """Clearly yes."""
    NO = "no"
    """It is not to be printed."""
    UNCLEAR = "unclear"
    """Blank, unknown, or both at once."""
    OPEN = "open"
    """It need not be hidden. Beside a clear yes that is no objection; alone it is not yet a yes."""
    WITHDRAWN = "withdrawn"
    """The signature itself is taken back."""

    @property
    def disclosure(self) -> Disclosure:
        """How such a signatory appears. A form's row is the signature: it counts, whatever it says here."""
        if self is Consent.YES:
            return Disclosure.NAMED
        return Disclosure.WITHDRAWN if self is Consent.WITHDRAWN else Disclosure.ANONYMOUS


class Asked(StrEnum):
    """Which way round a form asks."""

    TO_PUBLISH = "consent"
    """ "May we publish your name?" """
    TO_HIDE = "anonymity"
    """ "Do you wish to stay anonymous?" """
    TO_SHARE = "sharing"
    """ "May we share your name with the missions?" Its yes is none to publishing."""


_LONGEST = 400
"""Characters. Beyond it somebody explains something, and no explanation is a clear yes."""
_WHOLE_NUMBER = re.compile(r"(?<=\d)[.,]0+(?!\d)")
"""A spreadsheet's 1.0 is a 1: nobody has said what it means, and it is no no."""
_PAUSES = re.compile(r"[\s,.;:!¡،؛۔।、。！，；։።၊။]+")
_WORD = re.compile(r"[^\s,.;:!?¡¿()\[\]/|\"*+=…،؛؟۔।、。，；？！։።၊။-]+")
# What editors of right-to-left text and copied sheets leave around a word. No other invisible character goes:
# one that reorders letters can make "yes" of what is none.
_AS_TYPED = str.maketrans("’‘ʼ`´", "'''''", "\u200e\u200f\ufeff\ufe0f")


@lru_cache(maxsize=1 << 10)
def consent_of(answer: str, asked: Asked = Asked.TO_PUBLISH) -> Consent:
    """What this answer says.

    Asked whether it wants to be hidden, a plain "no" is not yet a clear "publish".
    """
    said = _said(answer)
    if said in _NO_OBJECTION:
        return Consent.UNCLEAR
    if _is_plain(said):
        return Consent.YES
    if said in _BARE_YES:
        return Consent.NO if asked is Asked.TO_HIDE else Consent.YES
    refused = _refuses(said)
    if any(part in said for part in _WITHDRAWN_PARTS):
        return Consent.UNCLEAR if refused else Consent.WITHDRAWN
    if not refused:
        return Consent.UNCLEAR
    if asked is not Asked.TO_HIDE:
        return Consent.NO
    # "Non merci" to being hidden need not be a no to being named: somebody should read it.
    return Consent.OPEN if said in _NO_WORDS else Consent.UNCLEAR


def together(consents: Iterable[Consent]) -> Consent:
    """What several answers come to together: one no outweighs any yes, and so does an unclear one."""
    said = frozenset(consents)
    for consent in (Consent.WITHDRAWN, Consent.NO, Consent.UNCLEAR, Consent.YES):
        if consent in said:
            return consent
    return Consent.UNCLEAR


def is_yes_or_no(answer: str) -> bool:
    """Whether it says yes or no to whatever was asked, and nothing else."""
    said = _said(answer)
    return said in _BARE_YES or said in _NO_WORDS or said in _NO_OBJECTION


def speaks_of_hiding(question: str) -> bool:
    """Whether a question speaks of staying unnamed, or of what shall not be done."""
    return _refuses(_said(question))


def _said(text: str) -> str:
    """The words as they are compared: no case, no width, no punctuation that changes nothing."""
    composed = unicodedata.normalize("NFKC", text.translate(_AS_TYPED)).casefold()
    composed = _WHOLE_NUMBER.sub("", composed)
    # The Turkish capital İ leaves a dot of its own over the small letter.
    composed = unicodedata.normalize("NFC", composed.replace("i\u0307", "i"))
    return _PAUSES.sub(" ", composed).strip()


def _phrases(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, (_said(phrase) for line in lines for phrase in line.split("|"))))


def _of_all(languages: Mapping[str, str]) -> frozenset[str]:
    return _phrases(languages.values())


_BARE_YES = _of_all(BARE_YES)
_PLAIN_YES = _of_all(PLAIN_YES)
_NO_WORDS = _phrases([NO_WORDS])
_NO_PARTS = _phrases([NO_PARTS])
_NO_OBJECTION = _phrases([NO_OBJECTION])
_WITHDRAWN_PARTS = _phrases([WITHDRAWN_PARTS])
_SENTENCE = re.compile("|".join(SENTENCES))


def _is_plain(said: str) -> bool:
    return said in _PLAIN_YES or (len(said) <= _LONGEST and _SENTENCE.fullmatch(said) is not None)


def _refuses(said: str) -> bool:
    return any(word in _NO_WORDS for word in _WORD.findall(said)) or any(part in said for part in _NO_PARTS)
