"""What lies beside the list and tells that somebody else has it: lock files, and copies that a sync left."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from desktop_app.files.campaign_folder import LISTS

_EXCEL = "~$"
_LIBREOFFICE = ".~lock."


@dataclass(frozen=True, slots=True)
class OfficeLock:
    """A lock file that an office program has put beside a file; one that crashed has left it there.

    Who has the file open stands in it, and is not read: it is a person's name.
    """

    program: str
    since: dt.datetime


def locks_beside(path: Path) -> tuple[OfficeLock, ...]:
    """The lock files of all programs that have the file open: one may be there still when another comes."""
    names = (("Excel", f"{_EXCEL}{path.name}"), ("LibreOffice", f"{_LIBREOFFICE}{path.name}#"))
    locks = []
    for program, name in names:
        try:
            status = path.with_name(name).lstat()
        except OSError:
            continue
        locks.append(OfficeLock(program, dt.datetime.fromtimestamp(status.st_mtime, dt.UTC)))
    return tuple(locks)


def open_in(path: Path) -> str:
    """The program that has the file open; empty where none has."""
    return ", ".join(lock.program for lock in locks_beside(path))


def is_lock_name(name: str) -> bool:
    """Whether an office program would take a file of this name for a lock file, and hide or delete it."""
    return name.casefold().startswith((_EXCEL, _LIBREOFFICE.rstrip(".")))


def conflict_copies(path: Path) -> tuple[str, ...]:
    """Names of files that look like another state of the list, such as a sync service leaves behind.

    Dropbox: "name (Ada's conflicted copy 2024-02-01).xlsx"; Nextcloud: "name (conflicted copy ...).xlsx";
    Syncthing: "name.sync-conflict-20240201-....xlsx"; OneDrive: "name-LAPTOP.xlsx"; Drive: "name (1).xlsx".
    """
    try:
        beside = [
            other for other in path.parent.glob(f"{_literal(path.stem)}*{path.suffix}") if other.is_file()
        ]
    except OSError:
        return ()  # what is there cannot be seen; whether the list can be read is another matter
    return tuple(sorted(other.name for other in beside if other.name not in (path.name, *LISTS)))


def _literal(stem: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in stem)
