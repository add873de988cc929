"""A printed line of a list taken apart: "Organisation - Country", "Name, title, affiliation"."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from desktop_app.domain.letter_anatomy.parts import Doubt
from desktop_app.domain.letter_anatomy.shapes import (
    HONORIFIC,
    is_country,
    looks_like_person,
    names_an_office,
)

_COUNTRY = re.compile(
    r"^(?P<name>.+)(?:\s[-–—]\s|\s*[,،，|\t]|\s{2,}|\s?/\s?|[（(])\s*(?P<country>[^,،，()（）|]+?)\s*[)）]?$"
)
_BRACKETED = re.compile(r"^(?P<name>.+)\s?[（(](?P<country>[^\W\d_a-zà-ÿа-я][^()（）,]{2,40})[)）]$")
_COUNTRY_FIRST = re.compile(r"^(?P<country>[^:：\-–—,()]+?)\s*(?:[:：]|\s[-–—]\s)\s*(?P<name>.+)$")
_FIRST_MARK = re.compile(r"\s*[,،，;၊]\s*|\s*（|\s+[–—-]\s+|\s*\|\s*")
_INDIVIDUALS = re.compile(
    r"individual|persons|people|academics|experts|scholars|personnalit|personnes|personas|individuos|pessoas|"
    r"einzelpersonen|personen|лиц|граждан|أفراد|شخصيات|个人|個人|专家|လူပုဂ္ဂိုလ်|ပုဂ္ဂိုလ်",
    re.IGNORECASE,
)
_HONOURS = re.compile(r",\s*(?:ph\.?\s?d|m\.?d|esq|jr|sr|obe|cbe|mbe|kc|qc)\.?(?=,|$)", re.IGNORECASE)


def holds_a_country(text: str) -> bool:
    """Whether a country stands after a name, or before it: "Alpha Trust (Belgium)"."""
    matches = (pattern.match(text) for pattern in (_COUNTRY, _COUNTRY_FIRST))
    return any(match is not None and is_country(match["country"].strip()) for match in matches)


class Named(Protocol):
    """A row of a list."""

    text: str
    numbers: list[int]
    group: str
    country: str
    title: str
    is_person: bool


def split_names(rows: Sequence[Named]) -> Iterator[Doubt]:
    """Take countries and offices off the names, where the list as a whole has them."""
    for group in dict.fromkeys(row.group for row in rows):
        _split_countries([row for row in rows if row.group == group and not row.country])
    yield from _persons(rows)


def _split_countries(free: Sequence[Named]) -> None:
    for pattern in (_COUNTRY, _COUNTRY_FIRST):
        parted = [
            (row, match)
            for row in free
            if (match := pattern.match(row.text)) and is_country(match["country"])
        ]
        if len(parted) >= 3 and len(parted) >= 0.5 * len(free):
            for row, match in parted:
                row.text, row.country = match["name"].strip(" ,-–—"), match["country"].strip()
            _split_unknown(free)
            return


def _split_unknown(rows: Sequence[Named]) -> None:
    """Where most brackets hold a country, one that no table knows is one too: "(Kosovo)"."""
    left = [(row, match) for row in rows if not row.country and (match := _BRACKETED.match(row.text))]
    known = sum(bool(row.country) for row in rows)
    for row, match in left:
        if len(left) <= known and not match["country"].isupper():
            row.text, row.country = match["name"].strip(), match["country"].strip()


def _persons(rows: Sequence[Named]) -> Iterator[Doubt]:
    for group in dict.fromkeys(row.group for row in rows):
        yield from _persons_of([row for row in rows if row.group == group and not row.title], group)


def _persons_of(rows: Sequence[Named], group: str) -> Iterator[Doubt]:
    """Persons with what they are, where most of a group are such, or one speaks of an office."""
    like = [row for row in rows if looks_like_person(_parted(row.text)[0]) and _parted(row.text)[1]]
    sure = [row for row in like if _speaks_of_a_person(*_parted(row.text))]
    said = bool(_INDIVIDUALS.search(group))
    many = len(rows) >= 3 and len(like) >= 0.6 * len(rows) and len(sure) >= 0.3 * len(like)
    for row in like if many or said else [row for row in sure if _has_office(row.text)]:
        row.text, row.title = _parted(row.text)
        row.is_person = True
        if row not in sure and not said:
            yield Doubt("import-person-guessed", row.numbers[0], f"{row.text}, {row.title}")


def _parted(text: str) -> tuple[str, str]:
    """A name, honours included, and what follows it."""
    honours = _HONOURS.search(text)
    name, _, title = _FIRST_MARK.sub("\n", _HONOURS.sub("", text), count=1).partition("\n")
    return name.strip() + (honours[0] if honours else ""), title.strip(" ）")


def _has_office(text: str) -> bool:
    return names_an_office(_parted(text)[1])


def _speaks_of_a_person(name: str, title: str) -> bool:
    """Whether somebody's name, and not an organisation's, stands before what somebody is."""
    return names_an_office(title) or title[:1].islower() or bool(HONORIFIC.match(name))
