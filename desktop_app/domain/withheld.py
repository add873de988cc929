"""Every form of a name that must not appear, and how a text is folded to look for it.

Only the guard uses this module; nothing that writes a letter does. What is withheld: the names of
anonymous rows, of named rows whose *Listed as* hides their name, and of rows that are pending or
withdrawn (those count as hits only where they stand as a signatory).
"""

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from rapidfuzz import fuzz

from desktop_app.domain.common_words import COMMON_WORDS, PUBLIC_MAIL
from desktop_app.domain.signatory import Disclosure, Signatory


class FormKind(StrEnum):
    """What a form is, as reports name it."""

    NAME = "name"
    ACRONYM = "acronym"
    ALIAS = "alias"
    EMAIL = "e-mail"
    DOMAIN = "domain"
    SHORT_ACRONYM = "short acronym"
    RUN = "run of words"


WEAK = frozenset({FormKind.SHORT_ACRONYM, FormKind.RUN})
"""Forms that are hits unless the same run stands in the draft or in a printed name."""

SQUEEZED_FROM = 12
"""A name of so many letters and digits is also looked for without its blanks."""

# Cyrillic and Greek letters that a reader takes for Latin ones, after case was folded.
_LOOK_ALIKES: Mapping[int, int] = str.maketrans(
    "авекмнорстухіјѕһԁԛԝӏαβεζηικμνορτυχ", "abekmhopctyxijshdqwlabezhikmvoptyx"
)
_INNER_APOSTROPHE = re.compile(r"(?<=\w{3})['’ʼ](?=\w)")
"""As in "women's"; after one or two letters it parts words, as in "l'union"."""
_SEPARATOR = re.compile(r"[^\w]+|_+")
_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*$")
_ARTICLE = re.compile(r"^(the|la|le|les|el|los|las)\s+", re.IGNORECASE)
_SAME_NAME = 88.0


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a withheld name.

    Attributes:
        text: Folded; as written for a short acronym.
        row: The row it belongs to.
        kind: What it is.
        only_as_signatory: True for pending and withdrawn rows: a hit where it stands alone, as in the list,
            a warning in running text.
    """

    text: str
    row: int
    kind: FormKind
    only_as_signatory: bool = False


def fold(text: str) -> str:
    """A text as it is compared: compatibility forms, case, accents, look-alikes and punctuation folded.

    Line feeds are kept: nothing is looked for across them.
    """
    plain = _INNER_APOSTROPHE.sub("", unicodedata.normalize("NFKC", text).casefold())
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", plain).translate(_COMPARED_AS))
    return "\n".join(" ".join(_SEPARATOR.sub(" ", line).split()) for line in plain.split("\n"))


class _ComparedAs(dict[int, int | None]):
    """What each character is compared as, None for one that is ignored; worked out when first met."""

    def __missing__(self, code: int) -> int | None:
        compared = None if _is_ignored(chr(code)) else _LOOK_ALIKES.get(code, code)
        self[code] = compared
        return compared


_COMPARED_AS = _ComparedAs()


@cache
def _common_words() -> frozenset[str]:
    return frozenset(word for common in COMMON_WORDS for word in fold(common).split())


def _is_ignored(character: str) -> bool:
    """Accents of Latin, Greek and Cyrillic, and characters that are not seen."""
    return "\u0300" <= character <= "\u036f" or unicodedata.category(character) == "Cf"


def squeeze(folded: str) -> str:
    """A folded text without blanks, line by line."""
    return folded.replace(" ", "")


def withheld_rows(signatories: Iterable[Signatory]) -> Iterator[Signatory]:
    """Rows whose names must not appear anywhere."""
    for signatory in signatories:
        if signatory.disclosure is Disclosure.ANONYMOUS or hides_its_name(signatory):
            yield signatory


def hides_its_name(signatory: Signatory) -> bool:
    """Whether a named row is printed under something that is not plainly its name.

    An acronym, a spelling, an alias from the sheet, or an article more or less is the same name.
    """
    if signatory.disclosure is not Disclosure.NAMED or not signatory.listed_as:
        return False
    shown = _without_article(fold(signatory.listed_as))
    own = [fold(text) for text in (signatory.name, signatory.acronym, *signatory.also_known_as) if text]
    own += [fold(_BRACKETED.sub("", signatory.name)), _initials(signatory.name)]
    return not any(
        shown == _without_article(name) or fuzz.token_sort_ratio(shown, _without_article(name)) >= _SAME_NAME
        for name in own
    )


def forms_of(signatories: Sequence[Signatory], allowed: Iterable[str]) -> tuple[Form, ...]:
    """Every form to look for.

    Args:
        signatories: The whole list.
        allowed: What the letter prints by right: the draft's paragraphs, the printed names, the recipients'
            addresses. A weak form that stands there is not looked for.
    """
    rows = list(withheld_rows(signatories))
    lines = [fold(text) for text in allowed]
    padded = "\n".join(f" {line} " for text in lines for line in text.split("\n"))
    known_words = _common_words() | {word for line in lines for word in line.split()}
    as_written = {word for text in allowed for word in re.findall(r"\w+", text)}
    domains = _domains_used_once(signatories)
    found: dict[tuple[str, int], Form] = {}
    for row in rows:
        for form in (*_full_forms(row, domains), *_weak_forms(row, padded, known_words, as_written)):
            found.setdefault((form.text, form.row), form)
    waiting = (s for s in signatories if not s.disclosure.counts)
    for row in waiting:
        for name in _names(row):
            found.setdefault((name, row.row), Form(name, row.row, FormKind.NAME, only_as_signatory=True))
    return tuple(found.values())


def _names(signatory: Signatory) -> Iterator[str]:
    """The name, folded: whole, without its bracket, without its article, and each half of a double name."""
    for text in (signatory.name, _BRACKETED.sub("", signatory.name)):
        halves = [half for half in re.split(r"\s[/|]\s", text) if len(half.split()) > 1]
        for form in (text, *halves):
            folded = fold(form)
            if folded:
                yield folded
                yield _without_article(folded)


def _full_forms(signatory: Signatory, domains: frozenset[str]) -> Iterator[Form]:
    row = signatory.row
    for name in _names(signatory):
        yield Form(name, row, FormKind.NAME)
    for acronym in _acronyms(signatory):
        if _letters(acronym) >= 4:
            yield Form(fold(acronym), row, FormKind.ACRONYM)
    for alias in signatory.also_known_as:
        if _letters(alias) >= 4:
            yield Form(fold(alias), row, FormKind.ALIAS)
    for address in re.findall(r"[^\s;,<>]+@[^\s;,<>]+", signatory.email):
        yield Form(fold(address), row, FormKind.EMAIL)
        domain = address.rsplit("@", 1)[1].casefold()
        if domain in domains:
            yield Form(fold(domain), row, FormKind.DOMAIN)


def _acronyms(signatory: Signatory) -> Iterator[str]:
    if signatory.acronym:
        yield signatory.acronym
    bracketed = _BRACKETED.search(signatory.name)
    if bracketed and " " not in bracketed[1].strip():
        yield bracketed[1].strip()


def _weak_forms(
    signatory: Signatory, padded: str, known_words: frozenset[str], as_written: set[str]
) -> Iterator[Form]:
    for acronym in _acronyms(signatory):
        if 2 <= _letters(acronym) <= 3 and acronym not in as_written:
            yield Form(acronym, signatory.row, FormKind.SHORT_ACRONYM)
    for name in {fold(text) for text in (signatory.name, *signatory.also_known_as) if text}:
        words = name.split()
        for pair in itertools.pairwise(words):
            run = " ".join(pair)
            if (pair[0] not in known_words or pair[1] not in known_words) and f" {run} " not in padded:
                yield Form(run, signatory.row, FormKind.RUN)


def _domains_used_once(signatories: Iterable[Signatory]) -> frozenset[str]:
    """Mail domains that one row alone uses and that are no public provider's."""
    used = Counter(
        domain
        for signatory in signatories
        for domain in {a.casefold() for a in re.findall(r"@([^\s;,<>]+)", signatory.email)}
    )
    return frozenset(domain for domain, times in used.items() if times == 1 and domain not in PUBLIC_MAIL)


def _without_article(folded: str) -> str:
    return _ARTICLE.sub("", folded)


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper()).casefold()
