"""When *Listed as* is another name, and so hides the row's own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rapidfuzz import fuzz

from desktop_app.domain.folding import fold, squeeze
from desktop_app.domain.signatory import Disclosure, Kind, Signatory

BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*$")
"""What stands in brackets at the end of a name: an acronym, a country, another name."""

_ARTICLE = re.compile(r"^(the|la|le|les|el|los|las)\s+", re.IGNORECASE)
_SAME_WORD = 75.0
_INITIALS_APART = re.compile(r"\s*(?:\w\.\s+)+\w\.?\s*")
"""As a person's are written, and no organisation's acronym: "Z. T."."""


def hides_its_name(signatory: Signatory) -> bool:
    """Whether a named row is printed under something that is not plainly its name.

    An acronym, a spelling, an alias from the sheet, or an article more or less is the same name; a word more
    or less is another. Who gives a person's initials does not want that name read.
    """
    if signatory.disclosure is not Disclosure.NAMED or not signatory.listed_as:
        return False
    shown = set(_variants(signatory.listed_as))
    texts = (signatory.name, signatory.acronym, *signatory.also_known_as)
    own = {variant for text in texts for variant in _variants(text)}
    if signatory.kind is not Kind.PERSON and not _INITIALS_APART.fullmatch(signatory.listed_as):
        own.update(_initials(signatory.name))
    return not any(_is_same(one, other) for one in shown for other in own)


def may_be_shown(signatory: Signatory) -> bool:
    """Whether its name may stand on a screen unasked: only what the letter prints may."""
    return signatory.disclosure is Disclosure.NAMED and not hides_its_name(signatory)


def is_secret(signatory: Signatory) -> bool:
    """Whether its name is hidden on the coordinator's own screen: it must never get out.

    A pending name, or one that was taken back, is what she is working on.
    """
    return signatory.disclosure is Disclosure.ANONYMOUS or hides_its_name(signatory)


def holds_secret(signatories: Iterable[Signatory]) -> bool:
    """Whether a list holds a name that must not get out."""
    return any(row.name and row.disclosure is Disclosure.ANONYMOUS for row in signatories)


def would_hide_its_name(signatory: Signatory) -> bool:
    """Whether a row would be printed under another name if it were named, for it may be one day."""
    return hides_its_name(replace(signatory, disclosure=Disclosure.NAMED))


def without_article(folded: str) -> str:
    """A folded name without the article before it."""
    return _ARTICLE.sub("", folded)


def _variants(text: str) -> Iterator[str]:
    for form in (text, BRACKETED.sub("", text)):
        if folded := fold(form):
            yield without_article(folded)


def _is_same(one: str, other: str) -> bool:
    if squeeze(one) == squeeze(other):
        return True
    words, others = one.split(), other.split()
    return len(words) == len(others) and all(
        fuzz.ratio(word, same) >= _SAME_WORD for word, same in zip(words, others, strict=True)
    )


def _initials(name: str) -> Iterator[str]:
    """Acronyms that a name makes: of its capitals, and of all its words."""
    words = re.findall(r"\w+", BRACKETED.sub("", name))
    for letters in ("".join(w[0] for w in words if w[0].isupper()), "".join(w[0] for w in words)):
        if len(letters) > 1:
            yield letters.casefold()
