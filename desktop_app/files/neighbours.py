"""What lies beside the list and tells that somebody else has it: lock files, and copies that a sync left."""

from pathlib import Path

from desktop_app.files.campaign_folder import LISTS

_EXCEL = "~$"
_LIBREOFFICE = ".~lock."


def open_in(path: Path) -> str:
    """The program that has the file open, by the lock file it puts beside it; empty where none has.

    Who has it open stands in the lock file, and is not read: it is a person's name.
    """
    if path.with_name(f"{_EXCEL}{path.name}").exists():
        return "Excel"
    if path.with_name(f"{_LIBREOFFICE}{path.name}#").exists():
        return "LibreOffice"
    return ""


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
