"""Writes one value into campaign.toml, wherever it stands; comments, order and unknown keys stay."""

import datetime as dt
import tomllib
from collections.abc import Sequence

import tomlkit
from tomlkit.exceptions import TOMLKitError

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.campaign_toml import FILE, campaign_in

Setting = str | int | bool | dt.date | None


def with_setting(data: bytes, keys: Sequence[str], value: Setting) -> bytes:
    """What campaign.toml says, with another value under ``text.fr.subject``; None or "" takes it out.

    Raises:
        ProblemError: ``campaign-broken``; as ``campaign_in`` where the value is none that the key may have.
    """
    try:
        document = tomlkit.parse(data.decode("utf-8-sig"))
        table = document
        for key in keys[:-1]:
            if key not in table:
                table[key] = tomlkit.table()
            table = table[key]
        if value not in (None, ""):
            table[keys[-1]] = value
        elif keys[-1] in table:
            table.remove(keys[-1])
        text = tomlkit.dumps(document)
    except (TOMLKitError, UnicodeDecodeError, TypeError, AttributeError):
        raise ProblemError("campaign-broken", Place(FILE)) from None
    campaign_in(text)
    if _value_in(text, keys) != (None if value == "" else value):
        raise ProblemError("campaign-broken", Place(FILE, ".".join(keys)))
    return text.encode("utf-8")


def _value_in(text: str, keys: Sequence[str]) -> object:
    found: object = tomllib.loads(text)
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found
