"""The letter as it was before its text was replaced, in ``private/letters/``."""

import re
from pathlib import Path

from desktop_app.files.kept_copies import private
from desktop_app.files.safe_save import write_private

_FOLDER = "letters"
_KEPT = re.compile(r"(\d{6}) (.+)")
_MOST = 10


def keep_letter(folder: Path, name: str, data: bytes) -> None:
    """Put a letter by; the ten newest of each name stay.

    Raises:
        OSError: where it cannot be written.
    """
    kept = _kept(folder, name)
    number = int(kept[-1].name[:6]) + 1 if kept else 1
    write_private(private(folder) / _FOLDER / f"{number:06} {name}", data)
    for old in kept[: -_MOST + 1]:
        old.unlink(missing_ok=True)


def last_letter(folder: Path, name: str) -> Path | None:
    """The newest that was put by under this name."""
    return next(reversed(_kept(folder, name)), None)


def _kept(folder: Path, name: str) -> list[Path]:
    place = private(folder) / _FOLDER
    if not place.is_dir():
        return []
    found = ((_KEPT.fullmatch(path.name), path) for path in place.iterdir())
    return sorted(path for match, path in found if match and match[2] == name)
