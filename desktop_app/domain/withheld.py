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

from desktop_app.domain.common_words import COMMON_WORDS, NO_NAMES, PUBLIC_MAIL
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
# Letters with a stroke are nobody's accents, but are typed without it as accents are.
_LOOK_ALIKES: Mapping[int, int] = str.maketrans(
    "авекмнорстухіјѕһԁԛԝӏαβεζηικμνορτυχłøđħŧıɑɡ", "abekmhopctyxijshdqwlabezhikmvoptyxlodhtiag"
)
_APOSTROPHES = str.maketrans("‘’ʼ`´′", "'" * 6)
_INNER_APOSTROPHE = re.compile(r"(?<=\w{3})'(?=\w)")
"""As in "women's"; after one or two letters it parts words, as in "l'union"."""
_SEPARATOR = re.compile(r"(?:[^\w\u0900-\u0963\u0966-\u1049\u1050-\u109f\u1780-\u17d3]|_)+")
"""Vowel signs of Indic, Thai, Burmese and Khmer are no letters to Python, but belong to the word."""
_FILLERS = "\u115f\u1160\u3164\uffa0"
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
    plain = text.translate(_APOSTROPHES)
    if not plain.isascii():
        plain = "".join(c for c in plain if c not in _FILLERS and unicodedata.category(c) != "Cf")
    plain = _INNER_APOSTROPHE.sub("", unicodedata.normalize("NFKC", plain).casefold())
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
def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for text in words for word in fold(text).split())


def _is_ignored(character: str) -> bool:
    """Accents, vowel points of Arabic and Hebrew, its tatweel; not vowel signs, which tell words apart."""
    mark = unicodedata.category(character) in ("Mn", "Me")
    return character == "\u0640" or (mark and not "\u0900" <= character <= "\u1aaf")


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
    own += [fold(_BRACKETED.sub("", signatory.name)), *_initials(signatory.name)]
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
    known_words = _folded(COMMON_WORDS) | {word for line in lines for word in line.split()}
    as_written = {word for text in allowed for word in re.findall(r"\w+", text)}
    domains = _domains_used_once(signatories)
    found: dict[tuple[str, int], Form] = {}
    for row in rows:
        for form in (*_full_forms(row, domains), *_weak_forms(row, padded, known_words, as_written)):
            found.setdefault((form.text, form.row), form)
    waiting = (s for s in signatories if not s.disclosure.counts)
    for row in waiting:
        titled = [fold(f"{row.name}, {row.title}")] if row.title else []
        for name in (*_names(row), *titled):
            found.setdefault((name, row.row), Form(name, row.row, FormKind.NAME, only_as_signatory=True))
    return tuple(found.values())


def _names(signatory: Signatory) -> Iterator[str]:
    """The name, folded: whole, without its bracket, without its article, and each half of a double name."""
    if _is_no_name(signatory.name):
        return
    for text in (signatory.name, _BRACKETED.sub("", signatory.name)):
        halves = [half for half in re.split(r"\s[/|]\s", text) if len(half.split()) > 1]
        for form in (text, *halves):
            folded = fold(form)
            if folded:
                yield folded
                yield _without_article(folded)


def _is_no_name(name: str) -> bool:
    """Whether a name only says that there is one: "Anonymous", "Anonymous organisation 12"."""
    words = {word for word in fold(name).split() if not word.isdigit()}
    return bool(words & _folded(NO_NAMES)) and words <= _folded(NO_NAMES) | _folded(COMMON_WORDS) | {"name"}


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
    # "Lantern House (LAHO)", but not "Lantern House (Norway)": that would be found in every letter.
    if bracketed and " " not in bracketed[1].strip() and sum(map(str.isupper, bracketed[1])) > 1:
        yield bracketed[1].strip()


def _weak_forms(
    signatory: Signatory, padded: str, known_words: frozenset[str], as_written: set[str]
) -> Iterator[Form]:
    for acronym in _acronyms(signatory):
        if 2 <= _letters(acronym) <= 3 and acronym not in as_written:
            yield Form(acronym, signatory.row, FormKind.SHORT_ACRONYM)
    texts = (signatory.name, *signatory.also_known_as)
    for name in {fold(text) for text in texts if text and not _is_no_name(text)}:
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


def _initials(name: str) -> tuple[str, str]:
    """Of the words in capitals alone ("Fund for Peace": FP), and of all."""
    words = re.findall(r"\w+", name)
    return (
        "".join(word[0] for word in words if word[0].isupper()).casefold(),
        "".join(word[0] for word in words).casefold(),
    )
