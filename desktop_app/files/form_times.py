"""The times at which a form was sent in, as forms write them. They put answers in order, and no more."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_CLOCK = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"(?:\s*(?P<half>[ap])\.?\s?m\b)?"
    r"(?:\s*(?P<zone>Z|(?:GMT|UTC)?\s?(?P<sign>[+−-])(?P<ahead>\d{1,2}):?(?P<part>\d\d)?))?",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(
    r"(?<!\d)(?P<one>\d{1,2})(?P<mark>[-/.])(?P<two>\d{1,2})[-/.](?P<year>\d{4}|\d\d)(?!\d)"
)
_MONTHS = 12
_NOON = 12
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Moment:
    """When an answer was given.

    Attributes:
        order: Compares as the times do, empty where it could not be told. In the form's own clock, or in
            universal time where a zone is given.
        day: The date for the list; as it was written where it could not be told.
    """

    order: str
    day: str


def moments(texts: Sequence[str]) -> tuple[Moment, ...]:
    """The time in each text.

    Whether 2/3/2024 is in February or in March is decided over all of them together; where no text decides
    it, none of them is in order.
    """
    day_first = _is_day_first(texts)
    return tuple(_moment(text, day_first=day_first) for text in texts)


def _is_day_first(texts: Sequence[str]) -> bool | None:
    pairs = list(_pairs(texts))
    day_first = any(one > _MONTHS or mark == "." for one, mark, _ in pairs)
    month_first = any(two > _MONTHS for _, _, two in pairs)
    return None if day_first is month_first else day_first


def _pairs(texts: Sequence[str]) -> Iterator[tuple[int, str, int]]:
    for text in texts:
        if not _YEAR_FIRST.search(text) and (found := _YEAR_LAST.search(text)):
            yield int(found["one"]), found["mark"], int(found["two"])


def _moment(text: str, *, day_first: bool | None) -> Moment:
    day = _day(text, day_first=day_first)
    if day is None:
        return Moment("", text)
    clock = _CLOCK.search(text)
    try:
        order = _at(day, clock) if clock else dt.datetime.combine(day, dt.time())
    except (ValueError, OverflowError):
        return Moment("", text)
    return Moment(order.isoformat(), day.isoformat())


def _day(text: str, *, day_first: bool | None) -> dt.date | None:
    found = _YEAR_FIRST.search(text)
    try:
        if found:
            return dt.date(int(found["year"]), int(found["month"]), int(found["day"]))
        found = _YEAR_LAST.search(text)
        if found is None or day_first is None:
            return None
        year, one, two = (int(found[part]) for part in ("year", "one", "two"))
        day, month = (one, two) if day_first else (two, one)
        return dt.date(year if len(found["year"]) > len("24") else _CENTURY + year, month, day)
    except ValueError:
        return None


def _at(day: dt.date, clock: re.Match[str]) -> dt.datetime:
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % _NOON + (_NOON if clock["half"].lower() == "p" else 0)
    moment = dt.datetime.combine(day, dt.time(hour, int(clock["minute"]), int(clock["second"] or 0)))
    if not clock["ahead"]:
        return moment
    ahead = dt.timedelta(hours=int(clock["ahead"]), minutes=int(clock["part"] or 0))
    return moment - ahead if clock["sign"] == "+" else moment + ahead
