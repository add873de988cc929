"""A name taken apart for comparing: the words that tell it from others, its countries, its acronyms."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from desktop_app.domain.burmese import in_unicode
from desktop_app.domain.country_names import CountryNames
from desktop_app.domain.folding import fold, squeeze
from desktop_app.domain.hiding import BRACKETED
from desktop_app.domain.signatory import Signatory

LONGEST = 300
"""No name has more letters; what was only made to be slow is compared by its beginning."""
_MOST_WORDS = 24
_MOST_ALIASES = 12

_LIGHT = frozenset(
    # Words that come and go between two spellings of one name.
    "the of for to in at on with by from la le les el los las de del des du da do dos den der die das "
    "von van og inc incorporated ltd limited llc ev asbl ngo npo ong cso vzw dr prof mr mrs ms "
    # These say that a country or a town follows: "India Chapter".
    "chapter branch section capitulo seccion sektion sezione antenne filiale".split()
)
_LIGHT_LETTERS = frozenset("a d e i l o y".split())
"""Light unless they come last: "Team E" is not "Team D"."""

_WHOLE_WORDS = {
    "org": "organization", "intl": "international", "assn": "association", "assoc": "association",
    "natl": "national", "univ": "university", "cttee": "committee", "coop": "cooperative",
    "fdn": "foundation", "inst": "institute", "women": "woman", "men": "man",
    "children": "child",
}  # fmt: skip
_ENDINGS = (
    (re.compile(r"(?<=\w{2})ies$"), "y"),
    (re.compile(r"(?<=\w{3})(?<![siu])s$"), ""),
    (re.compile(r"isation$"), "ization"),
    (re.compile(r"(?<=\w{3})our$"), "or"),
    (re.compile(r"(?<=\w{3})tre$"), "ter"),
    (re.compile(r"(?<=\w{3})ence$"), "ense"),
    (re.compile(r"(?<=gra)mme$"), "m"),
)
"""One and many, British and American."""

_DOTTED = re.compile(r"\b(?:\w\.){2,}(?:\w\b)?")
_CO_OP = re.compile(r"\bco[-‐‑](?=op)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_PARTED = re.compile(r"[\s/,()\[\]–—-]+")
_ACRONYM = range(2, 13)
_CERTAINLY_ACRONYM = 4
"""In brackets, capitals of so many letters are no abbreviated place."""
_DESCRIPTION = 3
"""So many words in brackets describe: "(a coalition of 14 networks)"."""


class Source(Enum):
    """Where a form of a name stands."""

    NAME = "name"
    INNER = "inner"
    """In brackets at the end of the name."""
    ALIAS = "alias"


@dataclass(frozen=True, slots=True)
class Reading:
    """One form of a name.

    Attributes:
        row: The row it belongs to.
        source: Where it stands.
        written: As it stands there.
        words: The words that tell names apart, each in one spelling.
        joined: The same words as they are written, in one.
        light: The words that do not.
        spelled: All words as they are compared elsewhere, accents and case aside.
        countries: Codes of the countries in the name.
        cell_words: The words which name them.
        seat: The row's column *Country*, as a code; empty where it is blank.
        extra: Words in brackets that others may leave out.
        alone: The one word this form is, where it may be an acronym; else empty.
        declared: Acronyms that are given with the name.
        initials: Acronyms that the name makes.
    """

    row: int
    source: Source
    written: str
    words: tuple[str, ...]
    joined: str
    light: frozenset[str]
    spelled: tuple[str, ...]
    countries: frozenset[str]
    cell_words: frozenset[str]
    seat: str
    extra: frozenset[str]
    alone: str
    declared: frozenset[str]
    initials: frozenset[str]


def readings_of(signatory: Signatory, countries: CountryNames) -> Iterator[Reading]:
    """Every form in which a row may meet another: its name, a name in brackets, its aliases."""
    told = (signatory.name, signatory.country, signatory.acronym, signatory.also_known_as)
    for reading in _readings(*told, countries):
        yield replace(reading, row=signatory.row) if signatory.row else reading


@lru_cache(maxsize=1 << 14)
def _readings(
    name: str, country: str, acronym: str, aliases: tuple[str, ...], countries: CountryNames
) -> tuple[Reading, ...]:
    """The readings of no row yet: one import asks for those of a name several times."""
    seat = countries.code(country[:LONGEST])
    acronym = squeeze(fold(acronym[:LONGEST]))
    texts = [(Source.NAME, name, acronym)]
    texts += [(Source.ALIAS, alias, "") for alias in aliases[:_MOST_ALIASES]]
    bracket = BRACKETED.search(name[:LONGEST])
    if bracket and len(bracket[1].split()) > 1:
        texts.append((Source.INNER, bracket[1], acronym))
    read = (_read(source, text[:LONGEST], seat, given, countries) for source, text, given in texts)
    return tuple(filter(None, read))


def _read(source: Source, written: str, seat: str, acronym: str, countries: CountryNames) -> Reading | None:
    text = in_unicode(written)
    if "." in text:
        text = _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), text)
    text = _CO_OP.sub("co", text)
    spelled = _words(text)
    if not spelled:
        return None
    sure = {found for found in _IN_BRACKETS.findall(text) if _is_acronym_surely(found)}
    declared = {acronym} - {""} | _acronyms(text, spelled) | {squeeze(fold(found)) for found in sure}
    outer, inner = _split(_IN_BRACKETS.sub(lambda part: "" if part[1] in sure else part[0], text).strip())
    bracketed = [word for word in _words(inner) if word not in declared]
    before = [word for word in _words(outer) if word not in declared]
    kept = [*before, *bracketed] or spelled
    extra = _extra(inner, bracketed, countries) if before else frozenset()
    most = [word for word in kept if word not in extra] or kept
    left, found = countries.taken_out(most)
    counted = [word for place, word in enumerate(left) if not _is_light(word, last=place == len(left) - 1)]
    if not counted:
        counted, left, found = most, most, frozenset()
    return Reading(
        row=0,
        source=source,
        written=written,
        words=tuple(map(stem, counted)),
        joined="".join(counted),
        light=frozenset(left) - frozenset(counted),
        spelled=tuple(spelled),
        countries=found,
        cell_words=frozenset(most) - frozenset(left),
        seat=seat,
        extra=frozenset(map(stem, extra)),
        alone=counted[0] if len(counted) == 1 and len(counted[0]) in _ACRONYM else "",
        declared=frozenset(declared),
        initials=_initials(kept),
    )


def _words(text: str) -> list[str]:
    return fold(text).split()[:_MOST_WORDS]


def _split(text: str) -> tuple[str, str]:
    """A name without what stands in brackets at its end, and that."""
    bracket = BRACKETED.search(text)
    return (text[: bracket.start()], bracket[1]) if bracket and bracket.start() else (text, "")


def _acronyms(text: str, spelled: Sequence[str]) -> set[str]:
    """Words in capitals that the other words of the name explain."""
    found = set()
    for part in _PARTED.split(text):
        word = fold(part)
        if has_capitals(part) and " " not in word:
            made = _initials([other for other in spelled if other != word])
            if word in made or (len(word) in _ACRONYM[1:] and any(m.startswith(word) for m in made)):
                found.add(word)
    return found


def _is_acronym_surely(inner: str) -> bool:
    """Whether brackets hold capitals alone, too many for an abbreviated place: "(FORUM-ASIA)"."""
    letters = squeeze(fold(inner))
    return " " not in inner and inner.isupper() and _CERTAINLY_ACRONYM <= len(letters) <= _ACRONYM[-1]


def has_capitals(word: str) -> bool:
    """Whether a word is written as acronyms are: "WPN", "FoE"."""
    return sum(map(str.isupper, word)) > 1


def _extra(inner: str, words: Sequence[str], countries: CountryNames) -> frozenset[str]:
    """What stands in brackets and may be left out: a description, or a few capitals that explain nothing."""
    described = len(words) >= _DESCRIPTION and not countries.taken_out(words)[1]
    return frozenset(words if described or (len(words) == 1 and inner.isupper()) else ())


def _initials(words: Sequence[str]) -> frozenset[str]:
    """Acronyms of all words, and of those that count."""
    counted = [word for word in words if word not in _LIGHT]
    made = {"".join(word[0] for word in chosen) for chosen in (words, counted)}
    return frozenset(letters for letters in made if len(letters) in _ACRONYM)


def _is_light(word: str, *, last: bool) -> bool:
    return word in _LIGHT or (not last and word in _LIGHT_LETTERS)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word in the one spelling that stands for all of its."""
    word = _WHOLE_WORDS.get(word, word)
    if word.isascii():
        for ending, instead in _ENDINGS:
            word = ending.sub(instead, word)
    return _WHOLE_WORDS.get(word, word)
