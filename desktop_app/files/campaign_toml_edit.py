"""Writes single values into campaign.toml; its comments, its order and keys that we do not know stay."""

from collections.abc import Mapping
from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.campaign_folder import not_writable
from desktop_app.files.campaign_toml import FILE, campaign_in
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.safe_save import write_private


def set_values(folder: Path, values: Mapping[str, str]) -> None:
    """Set keys of the top level; all others are left as they are.

    Raises:
        ProblemError: ``campaign-broken``; as ``campaign_in`` where a value is none that the key may have, and
            nothing is written then; ``folder-not-writable`` or ``disk-full``.
    """
    path = folder / FILE
    try:
        document = tomlkit.parse(read_bytes(path).decode("utf-8-sig"))
    except (TOMLKitError, UnicodeDecodeError):
        raise ProblemError("campaign-broken", Place(FILE)) from None
    for key, value in values.items():
        document[key] = value
    text = tomlkit.dumps(document)
    campaign_in(text)
    try:
        write_private(path, text.encode("utf-8"))
    except OSError as error:
        raise not_writable(path, error) from None
