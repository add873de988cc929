"""Writes one value into campaign.toml, wherever it stands; comments, order and unknown keys stay."""

import datetime as dt
import tomllib
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.campaign_toml import campaign_in
from desktop_app.files.settings_table import FILE

Setting = str | int | bool | dt.date | list[str] | None
Key = str | int
"""A number is an entry of a list, as ``contacts[0]``. That of one more than there are makes a new one."""
_Node = Any
"""What tomlkit holds under a key: a table, a list, a value."""
_EMPTY: tuple[Setting, ...] = (None, "", [])


def with_setting(data: bytes, keys: Sequence[Key], value: Setting) -> bytes:
    """What campaign.toml says, with another value under ``text.fr.subject``.

    Args:
        data: What it says.
        keys: Where the value stands.
        value: None, an empty text or an empty list takes it out; under a number, the whole entry.

    Raises:
        ProblemError: ``campaign-broken``; as ``campaign_in`` where the value is none that the key may have.
    """
    try:
        document = tomlkit.parse(data.decode("utf-8-sig"))
        before = tomllib.loads(tomlkit.dumps(document))
        table: _Node = document
        for key, following in pairwise(keys):
            table = _entered(table, key, following)
        _put(table, keys[-1], value)
        text = tomlkit.dumps(document)
    except (TOMLKitError, UnicodeDecodeError, TypeError, AttributeError, LookupError):
        raise ProblemError("campaign-broken", Place(FILE)) from None
    campaign_in(text)
    if not _says(text, before, keys, value):
        raise ProblemError("campaign-broken", Place(FILE, ".".join(map(str, keys))))
    return text.encode("utf-8")


def _entered(table: _Node, key: Key, following: Key) -> _Node:
    """What stands under a key, made where it is not there yet."""
    if isinstance(key, int):
        if key == len(table):
            table.append(tomlkit.table() if isinstance(table, AoT) else tomlkit.inline_table())
    elif key not in table:
        table[key] = tomlkit.array() if isinstance(following, int) else tomlkit.table()
        if isinstance(following, int):
            table[key].multiline(multiline=True)
    return table[key]


def _put(table: _Node, key: Key, value: Setting) -> None:
    if value not in _EMPTY:
        table[key] = value
    elif isinstance(key, int):
        del table[key]
    elif key in table:
        table.remove(key)


def _says(text: str, before: object, keys: Sequence[Key], value: Setting) -> bool:
    """Whether the value stands where it should, or is gone."""
    if isinstance(keys[-1], int) and value in _EMPTY:
        were, are = _value_in(before, keys[:-1]), _value_in(tomllib.loads(text), keys[:-1])
        return isinstance(were, list) and are == [*were[: keys[-1]], *were[keys[-1] + 1 :]]
    return _value_in(tomllib.loads(text), keys) == (None if value in _EMPTY else value)


def _value_in(content: object, keys: Sequence[Key]) -> object:
    found = content
    for key in keys:
        if isinstance(key, int):
            found = found[key] if isinstance(found, list) and key < len(found) else None
        else:
            found = found.get(key) if isinstance(found, dict) else None
    return found
