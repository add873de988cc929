"""A printed line of a list taken apart: "Organisation - Country", "Name, title, affiliation"."""

import re
from collections.abc import Iterator, Mapping, Sequence
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
_BRACKETED = re.compile(r"^(?P<name>.+)\s?[（(](?P<country>[^\W\d_a-zà-ÿа-я][^()（）,]{1,40})[)）]$")
_COUNTRY_FIRST = re.compile(r"^(?P<country>[^:：\-–—,()]+?)\s*(?:[:：]|\s[-–—]\s)\s*(?P<name>.+)$")
_FIRST_MARK = re.compile(r"\s*[,،，;၊]\s*|\s*（|\s+[–—-]\s+|\s*\|\s*")
_INDIVIDUALS = re.compile(
    r"individual|persons|people|academics|experts|scholars|personnalit|personnes|personas|individuos|pessoas|"
    r"einzelpersonen|personen|лиц|граждан|أفراد|شخصيات|个人|個人|专家|လူပုဂ္ဂိုလ်|ပုဂ္ဂိုလ်",
    re.IGNORECASE,
)
_HONOURS = re.compile(
    r"(?:,\s*|\s+(?=[A-Z.]{2,}))(?:ph\.?\s?d|m\.?d|esq|jr|sr|obe|cbe|mbe|kc|qc|msc|mba|llm|ll\.m|bsc|fba|frs|"
    r"o\.\s?p|s\.\s?j|o\.?\s?f\.?\s?m|o\.\s?s\.\s?b|c\.?ss\.?r|rsj|rsm|ihm|dphil|edd|mp|mep)\.?(?=,|$)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"^(?P<name>[^,，()（）]{4,50}?)\s?[（(](?P<title>[^()（）]{3,90})[)）]$")
"""As in "Sœur Marie-Ange Delpech (Secours des Exilés)"."""
_LAND_AND_TITLE = re.compile(
    r"^(?P<name>[^,，()（）]{4,50}?)\s?[（(](?P<country>[^()（）,]{2,40})[)）]\s*[,，–-]\s*(?P<title>.+)$"
)
_LAND_LAST = re.compile(r"^(?P<title>.{3,}),\s*(?P<country>[^,]{3,40})$")
_NO_LAND = re.compile(
    r"^(?P<land>international|regional|global|worldwide|europe|multinational|internacional|mundial)\s*[:：]\s*(?P<name>.+)$",
    re.IGNORECASE,
)
_LEAST_ALIKE = 3


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
    free = [row for row in rows if not row.country]
    if not _split_countries(free, least=_LEAST_ALIKE):
        for own in _by_group(rows).values():
            _split_countries([row for row in own if not row.country], least=_LEAST_ALIKE)
    if len(free) < _LEAST_ALIKE:
        _split_countries(free, least=len(free))
    yield from _without_land(rows)
    yield from _persons(rows)


def _split_countries(free: Sequence[Named], *, least: int) -> bool:
    for pattern in (_COUNTRY, _COUNTRY_FIRST):
        parted = [
            (row, match)
            for row in free
            if (match := pattern.match(row.text)) and is_country(match["country"])
        ]
        if parted and len(parted) >= least and len(parted) >= 0.5 * len(free):
            for row, match in parted:
                row.text, row.country = match["name"].strip(" ,-–—"), match["country"].strip()
            _split_unknown(free)
            return True
    return False


def _without_land(rows: Sequence[Named]) -> Iterator[Doubt]:
    """Where most rows begin with a country, "International:" is none, and no name either."""
    if sum(bool(row.country) for row in rows) <= len(rows) / 2:
        return
    for row in rows:
        if not row.country and (match := _NO_LAND.match(row.text)):
            row.text = match["name"]
            yield Doubt("import-by-the-list", row.numbers[0], match["land"])


def _split_unknown(rows: Sequence[Named]) -> None:
    """Where most brackets hold a country, one that no table knows is one too: "(Kosovo)"."""
    left = [(row, match) for row in rows if not row.country and (match := _BRACKETED.match(row.text))]
    known = sum(bool(row.country) for row in rows)
    for row, match in left:
        if len(left) <= known and not match["country"].isupper():
            row.text, row.country = match["name"].strip(), match["country"].strip()


def _persons(rows: Sequence[Named]) -> Iterator[Doubt]:
    for group, own in _by_group(rows).items():
        yield from _persons_of([row for row in own if not row.title], group)


def _by_group(rows: Sequence[Named]) -> Mapping[str, Sequence[Named]]:
    groups: dict[str, list[Named]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    return groups


def _persons_of(rows: Sequence[Named], group: str) -> Iterator[Doubt]:
    """Persons with what they are, where most of a group are such, or one speaks of an office."""
    like = [row for row in rows if _is_like_a_person(row.text)]
    sure = [row for row in like if _speaks_of_a_person(*_parted(row.text))]
    are_sure = set(map(id, sure))
    said = bool(_INDIVIDUALS.search(group))
    many = len(rows) >= _LEAST_ALIKE and len(like) >= 0.6 * len(rows) and len(sure) >= 0.3 * len(like)
    for row in like if many or said else [row for row in sure if _is_surely_one(row.text)]:
        land = _LAND_AND_TITLE.match(row.text)
        if land and is_country(land["country"]):
            row.text, row.country, row.title = land["name"].strip(), land["country"], land["title"].strip()
        else:
            row.text, row.title = _parted(row.text)
        last = _LAND_LAST.match(row.title)
        if last and is_country(last["country"]) and not row.country:
            row.title, row.country = last["title"], last["country"].strip()
        row.is_person = True
        if id(row) not in are_sure and not said:
            yield Doubt("import-person-guessed", row.numbers[0], f"{row.text}, {row.title}")


def _is_like_a_person(text: str) -> bool:
    name, title = _parted(text)
    return bool(title) and looks_like_person(_HONOURS.sub("", name))


def _parted(text: str) -> tuple[str, str]:
    """A name, honours included, and what follows it."""
    bracketed = _IN_BRACKETS.match(text)
    if bracketed and HONORIFIC.match(text):
        return bracketed["name"].strip(), bracketed["title"].strip()
    if land := _LAND_AND_TITLE.match(text):
        return land["name"].strip(), land["title"].strip()
    honours = "".join(match[0] for match in _HONOURS.finditer(text))
    bare = _HONOURS.sub("", text)
    name, _, title = _FIRST_MARK.sub("\n", bare, count=1).partition("\n")
    return name.strip() + honours, title.strip(" ）")


def _is_surely_one(text: str) -> bool:
    """Whether a row among organisations is a person: an office follows, or "Sister" stands before."""
    name, title = _parted(text)
    return names_an_office(title) or bool(HONORIFIC.match(name))


def _speaks_of_a_person(name: str, title: str) -> bool:
    """Whether somebody's name, and not an organisation's, stands before what somebody is."""
    return names_an_office(title) or title[:1].islower() or bool(HONORIFIC.match(name))
