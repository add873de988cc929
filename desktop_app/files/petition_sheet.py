"""The sign-ons of a petition: counted column by column, and never kept.

Whoever signed it is nobody's business but the campaign's: what leaves this module are figures, and the rows
whose country nobody knows.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.consent import Consent, consent_of
from desktop_app.domain.plain_text import folded, letters
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.spreadsheet import RawValue, Table, as_seen, read_table
from desktop_app.support.memory import many_objects

_HEADER_WITHIN = 30
_Person = tuple[str, ...]
_NOBODY: _Person = ()
"""Of a row without a name and an address, where the file asks for them."""
_ANYBODY: _Person = ("",)
"""Of any row where it does not."""
_REFUSED = (Consent.NO, Consent.WITHDRAWN)


class _Column(StrEnum):
    EMAIL = "E-mail"
    NAME = "Name"
    COUNTRY = "Country"
    CONSENT = "Consent"
    WITHDRAWN = "Withdrawn"


_HEADERS: Mapping[str, _Column] = {
    letters(word): column
    for column, words in {
        _Column.EMAIL: """e-mail | mail | e-mail address | your e-mail | courriel | adresse e-mail
            | adresse mail | adresse électronique | adresse de courriel | mél | correo | correo electrónico
            | dirección de correo electrónico""",
        _Column.NAME: """name | your name | full name | first name | last name | given name | family name
            | surname | nom | votre nom | prénom | nom complet | nom de famille | nom et prénom
            | prénom et nom | nombre | su nombre | apellido | apellidos | nombre completo
            | nombre y apellidos""",
        _Column.COUNTRY: """country | your country | country or territory | country of residence
            | country code | pays | votre pays | pays ou territoire | pays de résidence | país | su país
            | país o territorio | país de residencia""",
        _Column.CONSENT: """consent | i consent | agree | i agree | signed | confirmed | verified
            | consentement | j'accepte | accord | signé | confirmé | vérifié
            | consentimiento | acepto | firmado | confirmado | verificado""",
        _Column.WITHDRAWN: "withdrawn | retracted | retiré | rétracté | retirado | retractado",
    }.items()
    for word in words.split("|")
}


@dataclass(frozen=True, slots=True)
class PetitionCount:
    """What a file of sign-ons comes to.

    Attributes:
        people: Rows that were counted.
        countries: Different countries and territories of theirs; None where the file does not ask.
        rows: Rows below the header.
        repeated: Rows of somebody who stands further up.
        refused: Rows that say no, or were taken back.
        nameless: Rows without a name and an e-mail address, where the file asks for them.
        unknown_countries: Numbers of the counted rows whose country nobody knows.
    """

    people: int
    countries: int | None
    rows: int
    repeated: int
    refused: int
    nameless: int
    unknown_countries: tuple[int, ...]


class _SignOn(NamedTuple):
    """One row, as far as it is counted by."""

    row: int
    person: _Person
    country: str
    refused: bool


def count_petition(path: Path, country_key: Callable[[str], str]) -> PetitionCount:
    """Count the people of a petition, each once, and their countries.

    Args:
        path: A workbook or CSV file with one row for each sign-on.
        country_key: What a country is counted by, however it is written; empty where it is not known.

    Raises:
        ProblemError: as ``read_table``; ``header-missing`` where no row has a heading we know, and
            ``petition-empty`` where nobody stands below it.
    """
    with many_objects():
        sheet = _Sheet(read_table(path), path.name)
        return _counted(sheet, country_key, path.name)


def _counted(sheet: "_Sheet", country_key: Callable[[str], str], file: str) -> PetitionCount:
    keys = {written: country_key(written) for written in sheet.countries() if written}
    sign_ons = list(sheet.sign_ons(keys))
    # Whoever says no in one row is not counted for another.
    refusing = {sign_on.person for sign_on in sign_ons if sign_on.refused} - {_NOBODY, _ANYBODY}
    seen: set[_Person] = set()
    left_out: Counter[str] = Counter()
    counted: list[_SignOn] = []
    for sign_on in sign_ons:
        if sign_on.refused or sign_on.person in refusing:
            left_out["refused"] += 1
        elif sign_on.person == _NOBODY:
            left_out["nameless"] += 1
        elif sign_on.person in seen:
            left_out["repeated"] += 1
        else:
            counted.append(sign_on)
            if sign_on.person != _ANYBODY:
                seen.add(sign_on.person)
    if not counted:
        raise ProblemError("petition-empty", Place(file))
    known = {keys[sign_on.country] for sign_on in counted if sign_on.country} - {""}
    return PetitionCount(
        people=len(counted),
        countries=len(known) if sheet.has(_Column.COUNTRY) else None,
        rows=len(sign_ons),
        repeated=left_out["repeated"],
        refused=left_out["refused"],
        nameless=left_out["nameless"],
        unknown_countries=tuple(s.row for s in counted if s.country and not keys[s.country]),
    )


class _Sheet:
    """The columns we know of a sheet of sign-ons."""

    def __init__(self, table: Table, file: str) -> None:
        top = list(takewhile(lambda line: line[0] <= _HEADER_WITHIN, table.lines))
        header = max(top, key=lambda line: len(set(_places(line[1]))), default=(0, ()))
        self._places = _places(header[1])
        if not self._places:
            raise ProblemError("header-missing", Place(file), column=_Column.EMAIL.value)
        below = ((number, values) for number, values in table.lines if number > header[0])
        lines = [line for line in below if any(map(_is_filled, line[1]))]
        self._numbers = [number for number, _ in lines]
        self._rows = [values for _, values in lines]

    def has(self, column: _Column) -> bool:
        """Whether the file asks for it."""
        return column in self._places

    def countries(self) -> set[str]:
        """Every way in which a country is written."""
        return set(self._texts(_Column.COUNTRY))

    def sign_ons(self, country_keys: Mapping[str, str]) -> Iterator[_SignOn]:
        """The rows, each with what tells its person from others."""
        asks = self.has(_Column.EMAIL) or self.has(_Column.NAME)
        columns = (self._texts(column) for column in (_Column.EMAIL, _Column.NAME, _Column.COUNTRY))
        for row, email, name, country, refused in zip(self._numbers, *columns, self._refused(), strict=True):
            person = _ANYBODY
            if "@" in email:
                person = (email.casefold(),)
            elif asks:
                person = (folded(name), country_keys.get(country) or folded(country)) if name else _NOBODY
            yield _SignOn(row, person, country, refused)

    def _texts(self, column: _Column) -> list[str]:
        """What stands in it, row by row; where several columns are the same, one after the other."""
        places = self._places.get(column, [])
        if len(places) == 1:
            (place,) = places
            return [as_seen(row[place]).strip() if place < len(row) else "" for row in self._rows]
        return [
            " ".join(as_seen(row[place]) for place in places if place < len(row)).strip()
            for row in self._rows
        ]

    def _refused(self) -> list[bool]:
        """Whether each row says no or was taken back. Few answers differ, so each is understood once."""
        consents, withdrawals = self._texts(_Column.CONSENT), self._texts(_Column.WITHDRAWN)
        refusals = {answer: consent_of(answer) in _REFUSED for answer in set(consents)}
        withdrawn = {
            answer: bool(answer) and consent_of(answer) is not Consent.NO for answer in set(withdrawals)
        }
        return [refusals[said] or withdrawn[later] for said, later in zip(consents, withdrawals, strict=True)]


def _places(header: Sequence[RawValue]) -> dict[_Column, list[int]]:
    places: dict[_Column, list[int]] = defaultdict(list)
    for place, value in enumerate(header):
        if (column := _HEADERS.get(letters(as_seen(value)))) is not None:
            places[column].append(place)
    return dict(places)


def _is_filled(value: RawValue) -> bool:
    return not isinstance(value, str) or (bool(value) and not value.isspace())
