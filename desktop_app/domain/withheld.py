"""Every form of a name that must not appear, and how a text is folded to look for it.

Only the guard uses this module; nothing that writes a letter does. What is withheld: the names of
anonymous rows, of named rows whose *Listed as* hides their name, and of rows that are pending or
withdrawn (those count as hits only where they stand as a signatory).
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from desktop_app.domain.common_words import COMMON_WORDS, NO_NAMES, PUBLIC_MAIL
from desktop_app.domain.folding import fold, parted, squeeze
from desktop_app.domain.hiding import BRACKETED, hides_its_name, without_article
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.domain.words_of_files import WORDS_OF_FILES


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

_SQUEEZED_FROM = 12
"""A name of so many Latin letters and digits is also looked for without its blanks; others say more each."""

_LONG = 8
_PAIR = 2
_SHORTEST = 2
"""Letters of what is looked for: a single one stands in every text."""
_LONGEST_ACRONYM = 12
_JOINED_FROM = 6
"""A short name of several words is also looked for as one word of so many letters."""
_DOUBLE = re.compile(r"\s[/|]\s")
_HALVES = re.compile(r"\s[/|–—-]\s")


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


@cache
def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for text in words for word in fold(text).split())


def withheld_rows(signatories: Iterable[Signatory]) -> Iterator[Signatory]:
    """Rows whose names must not appear anywhere."""
    for signatory in signatories:
        if signatory.disclosure is Disclosure.ANONYMOUS or hides_its_name(signatory):
            yield signatory


def unsought(signatories: Iterable[Signatory]) -> Iterator[Signatory]:
    """Withheld rows with a name that no text can be searched for: a single letter, or signs alone."""
    for row in withheld_rows(signatories):
        has_name = bool(row.name.strip()) and not is_no_name(row.name)
        if has_name and all(len(name) < _SHORTEST for name in _names(row)):
            yield row


class _Runs:
    """Runs of two words and more that stand in folded texts; a long list asks for some of each row."""

    def __init__(self, texts: Iterable[str]) -> None:
        lines = [line for text in texts for line in text.split("\n")]
        self._padded = "\n".join(f" {line} " for line in lines)
        self._pairs = {pair for line in lines for pair in itertools.pairwise(line.split())}

    def __contains__(self, run: str) -> bool:
        words = run.split()
        pairs = itertools.pairwise(words)
        return all(pair in self._pairs for pair in pairs) and (
            len(words) == _PAIR or f" {run} " in self._padded
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
    runs = _Runs([*lines, *map(fold, WORDS_OF_FILES)])
    known_words = _folded(COMMON_WORDS) | {word for line in lines for word in line.split()}
    as_written = {word for text in allowed for word in re.findall(r"\w+", text)}
    domains = _domains_used_once(signatories)
    found: dict[tuple[str, int], Form] = {}
    for row in rows:
        for form in (*_full_forms(row, domains), *_weak_forms(row, runs, known_words, as_written)):
            if len(form.text) >= _SHORTEST:
                found.setdefault((form.text, form.row), form)
    waiting = (s for s in signatories if not s.disclosure.counts)
    for row in waiting:
        titled = [fold(f"{row.name}, {row.title}")] if row.title else []
        for name in (*_names(row), *titled):
            found.setdefault((name, row.row), Form(name, row.row, FormKind.NAME, only_as_signatory=True))
    return tuple(found.values())


def _names(signatory: Signatory) -> Iterator[str]:
    """The name, folded: whole, without bracket and article, each half of a double one, one in brackets."""
    if is_no_name(signatory.name):
        return
    bracketed = BRACKETED.search(signatory.name)
    inner = bracketed[1] if bracketed and len(bracketed[1].split()) > 1 else ""
    halves = [half for half in _DOUBLE.split(signatory.name) if len(half.split()) > 1]
    for text in (signatory.name, BRACKETED.sub("", signatory.name), inner, *halves):
        folded = fold(text)
        if folded:
            yield folded
            yield without_article(folded)
            yield from _parted(text)
            if " " in folded and len(squeeze(folded)) >= _JOINED_FROM and not is_found_squeezed(folded):
                yield squeeze(folded)


def _parted(text: str) -> Iterator[str]:
    """A name with an apostrophe of its own, as it is read where another one follows: "Women's Aid's"."""
    if apart := fold(parted(" ".join(text.split()))):
        yield without_article(apart)


def is_found_squeezed(folded: str) -> bool:
    """Whether a name is so long that it is looked for without its blanks, be it inside a word."""
    weights = (1 if c < "\u0370" else 1.4 if c < "\u2e80" else 3 for c in squeeze(folded))
    return sum(weights) >= _SQUEEZED_FROM


def is_no_chance(form: Form) -> bool:
    """Whether a form is long enough not to come about where two lines or elements meet."""
    long = " " in form.text or len(form.text) >= (_LONG if form.text.isascii() else _LONG // 2)
    return long and form.kind not in WEAK and not form.only_as_signatory


def is_no_name(name: str) -> bool:
    """Whether a name only says that there is one: "Anonymous", "Anonymous organisation 12"."""
    words = {word for word in fold(name).split() if not word.isdigit()}
    return bool(words & _folded(NO_NAMES)) and words <= _folded(NO_NAMES) | _folded(COMMON_WORDS) | {"name"}


def _full_forms(signatory: Signatory, domains: frozenset[str]) -> Iterator[Form]:
    row = signatory.row
    for name in _names(signatory):
        yield Form(name, row, FormKind.NAME)
    for acronym in _acronyms(signatory):
        if _letters(acronym) >= 4:
            yield from (Form(fold(text), row, FormKind.ACRONYM) for text in _dotted(acronym))
    for alias in signatory.also_known_as:
        if _letters(alias) >= 4 or alias.upper() == alias.lower():
            yield Form(fold(alias), row, FormKind.ALIAS)
    for address in re.findall(r"[^\s;,<>]+@[^\s;,<>]+", signatory.email):
        yield Form(fold(address), row, FormKind.EMAIL)
        domain = address.rsplit("@", 1)[1].casefold()
        if domain in domains:
            yield Form(fold(domain), row, FormKind.DOMAIN)


def _acronyms(signatory: Signatory) -> Iterator[str]:
    """Acronyms: from their column, at the end of the name, and names and aliases that are one."""
    if signatory.acronym:
        yield signatory.acronym
    bracketed = BRACKETED.search(signatory.name)
    # "Lantern House (LAHO)", but not "Lantern House (Norway)": that would be found in every letter.
    pieces = [bracketed[1].strip()] if bracketed else []
    pieces += [*_HALVES.split(signatory.name)[1:], *signatory.also_known_as, signatory.name]
    for piece in pieces:
        if " " not in piece and sum(map(str.isupper, piece)) > 1 and _letters(piece) <= _LONGEST_ACRONYM:
            yield piece


def _dotted(acronym: str) -> tuple[str, ...]:
    """An acronym without dots, and with them: KNU, K.N.U."""
    bare = "".join(character for character in acronym if character not in ". ")
    return (acronym, bare, ".".join(bare) + ".", ".".join(bare))


def _weak_forms(
    signatory: Signatory, allowed: _Runs, known_words: frozenset[str], as_written: set[str]
) -> Iterator[Form]:
    for text in short_acronyms(signatory, as_written):
        yield Form(text, signatory.row, FormKind.SHORT_ACRONYM)
    for half in _HALVES.split(signatory.name) if _HALVES.search(signatory.name) else ():
        folded = fold(half)
        if " " in folded and folded not in allowed:
            yield Form(folded, signatory.row, FormKind.RUN)
    texts = (signatory.name, *signatory.also_known_as)
    for name in {fold(text) for text in texts if text and not is_no_name(text)}:
        words = name.split()
        for pair in itertools.pairwise(words):
            run = " ".join(pair)
            if (pair[0] not in known_words or pair[1] not in known_words) and run not in allowed:
                yield Form(run, signatory.row, FormKind.RUN)


def short_acronyms(signatory: Signatory, as_written: set[str]) -> Iterator[str]:
    """Acronyms of two or three letters in each way of writing them, and other names as short: "Zor".

    Args:
        signatory: Whose.
        as_written: Words that may stand there.
    """
    for acronym in _acronyms(signatory):
        if 2 <= _letters(acronym) <= 3 and acronym not in as_written:
            yield from _dotted(acronym)
    for alias in signatory.also_known_as:
        if 2 <= _letters(alias) <= 3 and not {alias, fold(alias)} & (as_written | _folded(COMMON_WORDS)):
            yield alias


def _domains_used_once(signatories: Iterable[Signatory]) -> frozenset[str]:
    """Mail domains that one row alone uses and that are no public provider's."""
    used = Counter(
        domain
        for signatory in signatories
        for domain in {a.casefold() for a in re.findall(r"@([^\s;,<>]+)", signatory.email)}
    )
    return frozenset(domain for domain, times in used.items() if times == 1 and domain not in PUBLIC_MAIL)


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)
