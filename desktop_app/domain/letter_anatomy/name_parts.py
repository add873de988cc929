"""A printed line of a list taken apart: "Organisation - Country", "Name, title, affiliation"."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from desktop_app.domain.letter_anatomy.parts import Doubt
from desktop_app.domain.letter_anatomy.shapes import is_country, looks_like_person, names_an_office

_COUNTRY = re.compile(
    r"^(?P<name>.+?)\s*(?:\s[-–—]\s|[,،，|\t]|\s{2,}|\s?/\s?|[（(])\s*(?P<country>[^,،，()（）|]+?)\s*[)）]?$"
)
_COUNTRY_FIRST = re.compile(r"^(?P<country>[^:：\-–—,()]+?)\s*(?:[:：]|\s[-–—]\s)\s*(?P<name>.+)$")
_APART = re.compile(r"\s*[,،，;]\s*|\s+[–—-]\s+|\s*\|\s*")
_HONOURS = re.compile(r",\s*(?:ph\.?\s?d|m\.?d|esq|jr|sr|obe|cbe|mbe|kc|qc)\.?(?=,|$)", re.IGNORECASE)


class Named(Protocol):
    """A row of a list."""

    text: str
    numbers: list[int]
    country: str
    title: str
    is_person: bool


def split_names(rows: Sequence[Named]) -> Iterator[Doubt]:
    """Take countries and offices off the names, where the list as a whole has them."""
    free = [row for row in rows if not row.country]
    for pattern in (_COUNTRY, _COUNTRY_FIRST):
        parted = [
            (row, match)
            for row in free
            if (match := pattern.match(row.text)) and is_country(match["country"])
        ]
        if len(parted) >= 3 and len(parted) >= 0.5 * len(free):
            for row, match in parted:
                row.text, row.country = match["name"].strip(" ,-–—"), match["country"].strip()
            break
    yield from _persons(rows)


def _persons(rows: Sequence[Named]) -> Iterator[Doubt]:
    people = [row for row in rows if not row.title and _is_person_with_office(row.text)]
    like = [
        row
        for row in rows
        if not row.title and looks_like_person(_APART.split(row.text)[0]) and _APART.search(row.text)
    ]
    many = len(rows) >= 3 and len(people) >= 0.3 * len(rows) and len(like) >= 0.6 * len(rows)
    for row in like if many else people:
        honours = _HONOURS.search(row.text)
        text = _HONOURS.sub("", row.text)
        name, title = _APART.split(text, maxsplit=1)
        row.text, row.title, row.is_person = (
            name.strip() + (honours[0] if honours else ""),
            title.strip(),
            True,
        )
        if row not in people:
            yield Doubt("import-person-guessed", row.numbers[0], f"{row.text}, {row.title}")


def _is_person_with_office(text: str) -> bool:
    pieces = _APART.split(_HONOURS.sub("", text))
    return len(pieces) > 1 and looks_like_person(pieces[0]) and names_an_office(" ".join(pieces[1:]))
