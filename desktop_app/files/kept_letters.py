"""The letter as it was before its text was replaced, in ``private/letters/``."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.files.kept_copies import private
from desktop_app.files.safe_save import write_private

FOLDER = "letters"
_STAMP = "%Y-%m-%d %H.%M.%S UTC"
_KEPT = re.compile(
    r"(?P<number>\d{6}) (?:(?P<until>\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d UTC) )?(?P<name>letter\b.*)"
)
_UNDONE = "undone "
_MOST = 10


@dataclass(frozen=True, slots=True)
class KeptLetter:
    """A letter that was put by.

    Attributes:
        path: Where it lies.
        until: When its text was replaced; None where an earlier version of the program did not say.
    """

    path: Path
    until: dt.datetime | None


def keep_letter(
    folder: Path, name: str, data: bytes, now: dt.datetime, *, instead_of: Path | None = None
) -> Path:
    """Put a letter by whose text is replaced; the ten newest of each name stay.

    Args:
        folder: The campaign's.
        name: The letter's file name.
        data: What it held.
        now: The time.
        instead_of: What was put by of the same text before. It goes once the new one is there.

    Returns:
        Where it lies now.

    Raises:
        OSError: where it cannot be written.
    """
    return _keep(folder, "", name, data, now, instead_of)


def keep_undone(folder: Path, name: str, data: bytes, now: dt.datetime) -> None:
    """Put a letter by that an older one takes the place of: no step leads back to it, and it is not lost.

    Raises:
        OSError: where it cannot be written.
    """
    _keep(folder, _UNDONE, name, data, now)


def kept_letters(folder: Path, name: str) -> list[KeptLetter]:
    """What was put by under this name, the oldest first."""
    return [kept for _, kept in _kept(folder, "", name)]


def _keep(
    folder: Path, prefix: str, name: str, data: bytes, now: dt.datetime, instead_of: Path | None = None
) -> Path:
    kept = _kept(folder, prefix, name)
    number = kept[-1][0] + 1 if kept else 1
    stamp = now.astimezone(dt.UTC).strftime(_STAMP)
    path = private(folder) / FOLDER / f"{prefix}{number:06} {stamp} {name}"
    write_private(path, data)
    if instead_of is not None:
        instead_of.unlink(missing_ok=True)
    others = [old.path for _, old in kept if old.path != instead_of]
    for old in others[: -_MOST + 1]:
        old.unlink(missing_ok=True)
    return path


def _kept(folder: Path, prefix: str, name: str) -> list[tuple[int, KeptLetter]]:
    place = private(folder) / FOLDER
    paths = sorted(place.iterdir()) if place.is_dir() else []
    return sorted(_named(paths, prefix, name), key=lambda kept: kept[0])


def _named(paths: list[Path], prefix: str, name: str) -> Iterator[tuple[int, KeptLetter]]:
    for path in paths:
        match = _KEPT.fullmatch(path.name.removeprefix(prefix)) if path.name.startswith(prefix) else None
        if match and match["name"] == name:
            yield int(match["number"]), KeptLetter(path, _moment(match["until"]))


def _moment(until: str | None) -> dt.datetime | None:
    """When that was; None, too, for a day of no calendar, which somebody wrote into the name by hand."""
    try:
        return dt.datetime.strptime(until, _STAMP).replace(tzinfo=dt.UTC) if until else None
    except ValueError:
        return None
