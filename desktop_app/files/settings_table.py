"""The tables of campaign.toml: each value is asked for by its key, and a mistake is named with it."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TypeVar

from desktop_app.domain.reporting import Place, ProblemError, Value

FILE = "campaign.toml"
_ALIKE = 0.75
"""As difflib measures it: "colums" is like "columns", "tittle" like "title", "notes" like nothing."""

MOST_SIGNS = 5_000
"""Longer than any text that a letter takes from its settings."""
MOST_TEXTS = 5_000
"""More than there are recipients to leave out."""
MOST_TABLES = 500
"""More than sign, or are named to be asked."""
_MOST_PEOPLE = 10**10
"""More than there are."""

_Member = TypeVar("_Member", bound=StrEnum)


class SettingsTable:
    """A table of the file that knows its own name, so that a mistake can be named in full.

    Values of another kind, and other values than are possible, are a ``ProblemError`` that names the key.
    """

    def __init__(self, content: Mapping[str, object], name: str = "") -> None:
        self._content = content
        self._name = name
        self._asked: set[str] = set()
        self._tables: list[SettingsTable] = []

    def wrong_type(self, key: str, expected: str) -> ProblemError:
        """A mistake: the value is of another kind."""
        return ProblemError("campaign-wrong-type", self._place(key), key=self._path(key), expected=expected)

    def wrong_value(self, key: str, given: object, known: tuple[str, ...] = ()) -> ProblemError:
        """A mistake: the value is none of those that are known."""
        values: dict[str, Value] = {"key": self._path(key), "given": str(given)[:60], "known": known}
        return ProblemError("campaign-wrong-value", self._place(key), **values)

    def _wrong_date(self, key: str, given: str) -> ProblemError:
        return ProblemError("campaign-wrong-date", self._place(key), key=self._path(key), given=given[:60])

    def _check_length(self, key: str, text: str) -> str:
        if len(text) > MOST_SIGNS:
            raise ProblemError("campaign-too-long", self._place(key), key=self._path(key), most=MOST_SIGNS)
        return text

    def _check_number(self, key: str, number: int, most: int) -> None:
        if number > most:
            raise ProblemError("campaign-too-many", self._place(key), key=self._path(key), most=most)

    def wrong_code(self, key: str, given: str) -> ProblemError:
        """A mistake: the value is no code of a state."""
        return ProblemError("campaign-wrong-code", self._place(key), key=self._path(key), given=given[:60])

    def _place(self, key: str) -> Place:
        return Place(file=FILE, part=self._path(key))

    def _path(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key

    def _within(self, content: Mapping[str, object], name: str) -> "SettingsTable":
        self._tables.append(SettingsTable(content, name))
        return self._tables[-1]

    def _get(self, key: str, default: object = None) -> object:
        self._asked.add(key)
        return self._content.get(key, default)

    def unknown(self) -> Iterator[tuple[str, str]]:
        """Keys of it, and of tables in it, that nobody asked for, each with the one that may be meant."""
        for key in self._content:
            if key not in self._asked:
                alike = get_close_matches(key, sorted(self._asked), n=1, cutoff=_ALIKE)
                yield self._path(key), next(iter(alike), "")
        for table in self._tables:
            yield from table.unknown()

    def has(self, key: str) -> bool:
        """Whether a key is there."""
        return key in self._content

    def text(self, key: str, default: str = "") -> str:
        """A text, without blanks around it."""
        value = self._get(key, default)
        if not isinstance(value, str):
            raise self.wrong_type(key, "text")
        return self._check_length(key, value.strip())

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text alone is taken for a list of one."""
        value = self._get(key, [])
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong_type(key, "texts")
        self._check_number(key, len(value), MOST_TEXTS)
        return tuple(self._check_length(key, item.strip()) for item in value if item.strip())

    def number(self, key: str) -> int | None:
        """A whole number from 0 that counts people or less; None where there is none."""
        value = self._get(key)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST_PEOPLE:
            raise self.wrong_type(key, "number")
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        """Yes or no."""
        value = self._get(key, default)
        if not isinstance(value, bool):
            raise self.wrong_type(key, "flag")
        return value

    def day(self, key: str) -> dt.date | None:
        """A date, TOML's own or as text; None where there is none."""
        value = self._get(key)
        if value is None or value == "":
            return None
        if isinstance(value, dt.datetime):
            return value.date()
        if isinstance(value, dt.date):
            return value
        if isinstance(value, str):
            try:
                return dt.date.fromisoformat(value)
            except ValueError:
                raise self._wrong_date(key, value) from None
        raise self.wrong_type(key, "date")

    def moment(self, key: str) -> str:
        """A date or a time, TOML's own or as text; kept as it is written."""
        value = self._get(key, "")
        if isinstance(value, dt.date):
            return value.isoformat()
        if text := self.text(key):
            try:
                dt.datetime.fromisoformat(text)
            except ValueError:
                raise self._wrong_date(key, text) from None
        return text

    def choice(self, key: str, kind: type[_Member], default: _Member) -> _Member:
        """One of the values of a kind."""
        value = self.text(key, default.value)
        try:
            return kind(value)
        except ValueError:
            raise self.wrong_value(key, value, tuple(member.value for member in kind)) from None

    def one_of(self, key: str, known: tuple[str, ...], default: str) -> str:
        """One of some texts."""
        value = self.text(key, default)
        if value not in known:
            raise self.wrong_value(key, value, known)
        return value

    def table(self, key: str) -> "SettingsTable":
        """A table in this one; empty where it is not there."""
        value = self._get(key, {})
        if not isinstance(value, dict):
            raise self.wrong_type(key, "table")
        return self._within(value, self._path(key))

    def tables(self, key: str) -> "list[SettingsTable]":
        """A list of tables, each named with its number from 1."""
        value = self._get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.wrong_type(key, "tables")
        self._check_number(key, len(value), MOST_TABLES)
        return [
            self._within(item, f"{self._path(key)}[{place}]") for place, item in enumerate(value, start=1)
        ]

    def children(self) -> "list[tuple[str, SettingsTable]]":
        """Every table in this one."""
        return [(key, self.table(key)) for key in self._content]

    def inside(self, key: str) -> str:
        """The name of a file inside the campaign folder."""
        value = self.text(key)
        if value and leads_outside(value):
            raise ProblemError("path-outside", self._place(key), path=value)
        return value


def leads_outside(name: str) -> bool:
    """Whether a file name in campaign.toml leaves the campaign folder, on any system."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or re.match(r"[A-Za-z]:", name) is not None
