"""Writes values into campaign.toml; its comments, its order and keys that we do not know stay."""

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import tomlkit
from tomlkit.container import OutOfOrderTableProxy
from tomlkit.exceptions import NonExistentKey, TOMLKitError
from tomlkit.items import InlineTable, Table

from desktop_app.domain.campaign import Request
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.campaign_folder import not_writable
from desktop_app.files.campaign_toml import campaign_in
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.safe_save import write_private
from desktop_app.files.settings_table import FILE

_RECIPIENTS = "recipients"
_Value = str | dt.date | list[str]


def set_values(folder: Path, values: Mapping[str, str]) -> None:
    """Set keys of the top level; all others are left as they are.

    Raises:
        ProblemError: ``campaign-broken``; as ``campaign_in`` where a value is none that the key may have, and
            nothing is written then; ``folder-not-writable`` or ``disk-full``.
    """
    path = folder / FILE
    document = _document(read_bytes(path))
    for key, value in values.items():
        document[key] = value
    text = tomlkit.dumps(document)
    campaign_in(text)
    try:
        write_private(path, text.encode("utf-8"))
    except OSError as error:
        raise not_writable(path, error) from None


def with_request(data: bytes, request: Request) -> bytes:
    """What campaign.toml says, with the recipients that are asked for. What means the same stays as it is.

    Raises:
        ProblemError: ``campaign-broken``; as ``campaign_in`` where the file cannot say what is asked for.
    """
    document = _document(data)
    before = campaign_in(tomlkit.dumps(document)).request
    changed = {key: value for key, value in _values(request).items() if value != _values(before)[key]}
    if changed:
        _set_in_table(document, changed)
    text = tomlkit.dumps(document)
    if campaign_in(text).request != request:
        raise ProblemError("campaign-broken", Place(FILE, _RECIPIENTS))
    return text.encode("utf-8")


def _values(request: Request) -> dict[str, _Value | None]:
    """By key; None = it is left out."""
    one = request.to[0] if len(request.to) == 1 else list(request.to)
    return {
        "to": one or None,
        "on": request.on,
        "as": request.way,
        "office": request.office or None,
        "seat": request.seat or None,
        "leave_out": list(request.leave_out) or None,
        "language": request.language or None,
    }


def _set_in_table(document: tomlkit.TOMLDocument, values: Mapping[str, _Value | None]) -> None:
    table = document.get(_RECIPIENTS)
    if isinstance(table, Table):
        for key, value in values.items():
            if value is not None:
                table[key] = value
            else:
                with suppress(NonExistentKey):
                    table.remove(key)
        return
    # What was taken out of a table on one line leaves its blanks behind, and dotted keys cannot be taken
    # out at all: such a table is written anew.
    kept = dict(table.unwrap()) if table is not None else {}
    new = tomlkit.inline_table() if isinstance(table, InlineTable) else tomlkit.table()
    for key, value in {**kept, **values}.items():
        if value is not None:
            new[key] = value
    if isinstance(table, InlineTable):
        new.trivia.comment_ws, new.trivia.comment = table.trivia.comment_ws, table.trivia.comment
        document[_RECIPIENTS] = new
        return
    if isinstance(table, OutOfOrderTableProxy):
        document.remove(_RECIPIENTS)
    document[_RECIPIENTS] = new


def _document(data: bytes) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(data.decode("utf-8-sig"))
    except (TOMLKitError, UnicodeDecodeError):
        raise ProblemError("campaign-broken", Place(FILE)) from None
