"""Dates as letters write them, in fifteen languages and every script of digits."""

import datetime as dt
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop_app.domain.figures import Figure
from desktop_app.domain.letter_anatomy.calendar_table import DAYS, MONTHS

_SPELT_OTHERWISE = {
    # Months as the Levant writes them, and forms that CLDR does not give.
    "كانون الثاني": 1,
    "شباط": 2,
    "آذار": 3,
    "نيسان": 4,
    "أيار": 5,
    "حزيران": 6,
    "تموز": 7,
    "آب": 8,
    "أيلول": 9,
    "تشرين الأول": 10,
    "تشرين الثاني": 11,
    "كانون الأول": 12,
    # As the Maghreb and Egypt write them.
    "جانفي": 1,
    "فيفري": 2,
    "أفريل": 4,
    "افريل": 4,
    "ماي": 5,
    "جوان": 6,
    "جويلية": 7,
    "أوت": 8,
    "يونية": 6,
    "يولية": 7,
    "sept": 9,
    "setiembre": 9,
    "jänner": 1,
    "feber": 2,
    "maerz": 3,
    "fevrier": 2,
    "aout": 8,
    "decembre": 12,
}
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|er|ère|º|°|ª|o))?"
_OF = r"(?:de |del |of |do |d’|d')?"
_YEARS = range(1900, 2101)
_LONGEST_PLACE = 45
_WORDS_AFTER = 2
"""Words after a date that may be a place: "5 February 2021 - London"; more are an occasion."""
_IN_PLACE = re.compile(r"^(?:(?:Dad[ao] |Feito )?[Ee][nm]|Done (?:in|at)|Fait à) (?=[^\W\d_a-z])")
_EDGES = re.compile(r"^[\s,;:.|•،၊()\-–—]+|[\s,;:.|•،၊()\-–—]+$")
_LEADING = frozenset(
    (
        "حرر حُرر تحريرا صدر le den the el am a em on dem في date dated datum fecha data fait à "
        "done at stand дата التاريخ تاريخ 日期 "
        "နေ့စွဲ ရက်စွဲ г года año published updated issued publié publiée publicado publicada"
    ).split()
)
_A_YEAR = re.compile(r"\d{4}|年")
"""Without it there is no date, whatever the language: most lines have none."""
_BURMESE_YEAR = r"(?:\s*(?:ခုနှစ်|ပြည့်နှစ်)[၊,]?)?"
_BURMESE_MONTH = r"(?:လ)?"
_BURMESE_DAY = r"(?:\s*ရက်(?:နေ့)?)?"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date from ``start`` to ``end`` of a text.

    Attributes:
        date: The day; none where it is no day of the calendar.
        either_way: Whether day and month could be the other way round; the day is then taken to come first.
    """

    start: int
    end: int
    date: dt.date | None
    either_way: bool = False


@lru_cache(maxsize=256)
def dates_in(text: str) -> tuple[FoundDate, ...]:
    """Every whole date of a text, in order. A month without its day or its year is none."""
    # Whoever reads a letter asks for those of a paragraph many times.
    return tuple(_dates_in(text))


def _dates_in(text: str) -> Iterator[FoundDate]:
    folded = _folded(text)
    if not _A_YEAR.search(folded):
        return
    taken = 0
    found = sorted(
        (match for pattern in _patterns() for match in pattern.finditer(folded)),
        key=lambda match: (match.start(), -match.end()),
    )
    for match in found:
        if match.start() < taken:
            continue
        date = _date(match)
        if date.date is not None:
            taken = match.end()
            yield date


def undated(figures: Iterable[Figure], text: str) -> Iterator[Figure]:
    """The figures of a text that are no part of a date."""
    days = dates_in(text)
    for figure in figures:
        before = bisect_right(days, figure.start, key=_start) - 1
        if before < 0 or figure.start >= days[before].end:
            yield figure


def _start(day: FoundDate) -> int:
    return day.start


def only_date(text: str) -> tuple[FoundDate, str] | None:
    """The date of a line that holds nothing else but a place, and the place: "05 FEB 2021 - LONDON"."""
    found = next(iter(dates_in(text)), None)
    if found is None:
        return None
    before, after = text[: found.start].split(), text[found.end :].split()
    while before and _is_lead(before[-1]):
        before.pop()
    while before and _is_lead(before[0]):
        before.pop(0)
    while after and _is_lead(after[0]):
        after.pop(0)
    places = [_EDGES.sub("", " ".join(words)) for words in (before, after)]
    place = next(filter(None, places), "")
    if all(places) or len(place) > _LONGEST_PLACE or re.search(r"\d|[.!?]\s(?!\w+$)", place):
        return None
    place = _IN_PLACE.sub("", place)
    if place[:1].islower():
        return None
    return found, "" if len(after) > _WORDS_AFTER else place


def same_day(one: str, other: str) -> bool:
    """Whether two texts are nothing but one date, written in two ways."""
    days = [found[0].date for found in (only_date(one), only_date(other)) if found]
    return len(days) == 2 and days[0] == days[1]


def _is_lead(word: str) -> bool:
    """Whether it belongs to a date and to no place: a day of the week, "le", "den"."""
    bare = _EDGES.sub("", word).lower()
    return not bare or bare in _no_places()


@cache
def _no_places() -> frozenset[str]:
    return _LEADING.union(*(names.split(";") for names in DAYS.values()))


def _folded(text: str) -> str:
    """The text in lower case with plain digits, every character in its place."""
    if text.isascii():
        return text.lower()
    return text.translate({ord(character): _plain(character) for character in set(text)})


def _plain(character: str) -> str:
    value = unicodedata.digit(character, None)
    if value is not None and unicodedata.category(character) == "Nd":
        return str(value)
    lower = character.lower()
    return lower if len(lower) == 1 else character


@cache
def _months() -> dict[str, int]:
    named = {name: number for number, names in MONTHS.items() for name in names.split(";")}
    return _SPELT_OTHERWISE | named


@cache
def _ambiguous() -> re.Pattern[str]:
    """Day and month in figures: which is which depends on the country."""
    return re.compile(r"(?<![\d./-])(?P<a>\d{1,2})([./-])(?P<b>\d{1,2})\2(?P<y>\d{4})(?![\d/-])")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = "|".join(sorted((re.escape(name) for name in _months()), key=len, reverse=True))
    month = rf"(?P<m>{month})(?:/(?:{month}))?(?!(?!လ)[^\W\d_])"
    texts = (
        rf"(?<!\d)(?P<d>\d{{1,2}}){_ORDINAL}\.?\s*{_OF}{month}[.,]*\s*{_OF}(?P<y>\d{{4}})(?!\d)",
        rf"(?<![^\W\d_]){month}\.?\s*(?P<d>\d{{1,2}}){_ORDINAL},?\s+(?P<y>\d{{4}})(?!\d)",
        rf"(?<!\d)(?P<y>\d{{4}}){_BURMESE_YEAR}\s*{month}{_BURMESE_MONTH}\s*(?P<d>\d{{1,2}}){_BURMESE_DAY}(?!\d)",
        rf"{month}{_BURMESE_MONTH}\s*(?P<d>\d{{1,2}}){_BURMESE_DAY}[၊,]?\s*(?P<y>\d{{4}})(?!\d){_BURMESE_YEAR}",
        r"(?<!\d)(?P<y>\d{4})\s*[年년]\s*(?P<n>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日号일]",
        r"(?<![\d-])(?P<y>\d{4})[-/.](?P<n>\d{2})[-/.](?P<d>\d{2})(?![\d-])",
    )
    return (*(re.compile(text) for text in texts), _chinese(), _ambiguous())


@cache
def _chinese() -> re.Pattern[str]:
    numeral = "[〇零一二三四五六七八九十]"
    return re.compile(rf"(?P<y>{numeral}{{4}})年(?P<n>{numeral}{{1,3}})月(?P<d>{numeral}{{1,3}})[日号]")


def _date(match: re.Match[str]) -> FoundDate:
    groups = match.groupdict()
    start, end = match.span()
    if match.re is _ambiguous():
        one, other, year = int(groups["a"]), int(groups["b"]), int(groups["y"])
        if other > 12:
            return FoundDate(start, end, _day(year, one, other))
        return FoundDate(start, end, _day(year, other, one), either_way=one <= 12 and one != other)
    if match.re is _chinese():
        year = int("".join(str(_CHINESE.index(numeral) % 10) for numeral in groups["y"].replace("零", "〇")))
        return FoundDate(start, end, _day(year, _tens(groups["n"]), _tens(groups["d"])))
    month = _months()[groups["m"]] if groups.get("m") else int(groups["n"])
    return FoundDate(start, end, _day(int(groups["y"]), month, int(groups["d"])))


_CHINESE = "〇一二三四五六七八九"


def _tens(numerals: str) -> int:
    """What at most three numerals come to: 二十四."""
    tens, _, ones = numerals.rpartition("十")
    value = _CHINESE.index(ones) if ones else 0
    if "十" in numerals:
        value += 10 * (_CHINESE.index(tens) if tens else 1)
    return value


def _day(year: int, month: int, day: int) -> dt.date | None:
    if year > 2400:
        year -= 543  # Buddhist era
    if year not in _YEARS:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
