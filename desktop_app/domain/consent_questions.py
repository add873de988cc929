"""Which way round a form asks about printing a name. Only a question that is known publishes by its yes.

A question is compared as a whole. What is not among our patterns is never taken for one, however much it
sounds like it: somebody has to say what a yes to it means.
"""

import re
import unicodedata
from functools import cache

from desktop_app.domain.consent import Asked
from desktop_app.domain.question_words import HIDES, PUBLISHES, SHARES

_ACCENTS = re.compile("[\u0300-\u036f]")
_APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''", "\u200b\u200c\u200d\u200e\u200f\ufeff")
# Not the sign "=": "Yes=No" says what an answer means, and nobody foresees how.
_BETWEEN = re.compile(r"[\s?!¿¡.,;:()\[\]/|\"*+…«»“”„،؛؟۔।、。，；？！：（）։၊။_–—-]+")
_YES_OR_NO = re.compile(
    r" (?:yes (?:or )?no|y n|oui (?:ou )?non|si (?:o )?no|ja (?:oder )?nein|да (?:или )?нет)$"
)

# What could be two kinds at once would hide.
_QUESTIONS = ((Asked.TO_HIDE, HIDES), (Asked.TO_SHARE, SHARES), (Asked.TO_PUBLISH, PUBLISHES))


def asked_by(question: str) -> Asked | None:
    """What a yes to this question does; None where it cannot be told for certain."""
    said = _YES_OR_NO.sub("", _said(question))
    return next((asked for asked, patterns in _QUESTIONS if any(_is(said, one) for one in patterns)), None)


def _is(said: str, pattern: str) -> bool:
    return _compiled(pattern).fullmatch(said) is not None


def _said(question: str) -> str:
    """The words of a question as they are compared: no case, no accents, no punctuation."""
    typed = unicodedata.normalize("NFKC", question.translate(_APOSTROPHES)).casefold()
    return _BETWEEN.sub(" ", _unaccented(typed)).strip()


def _unaccented(text: str) -> str:
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """One by one: all of them take a quarter of a second, and most questions are among the first."""
    return re.compile(_unaccented(pattern))
