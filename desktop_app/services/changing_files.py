"""Writes a file of the campaign such that the step can be taken back."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.files.campaign_folder import not_writable
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.safe_save import write_private
from desktop_app.services.undoing import FileStep


def changed_file(what: str, path: Path, change: Callable[[bytes | None], bytes]) -> FileStep | None:
    """Write what a file becomes; None where nothing would be another.

    Args:
        what: The step's name.
        path: The file.
        change: What it becomes of what it is; of None where it is not there.

    Raises:
        ProblemError: as ``change`` and ``write_file``.
    """
    before = read_bytes(path) if path.exists() else None
    after = change(before)
    if after == before:
        return None
    write_file(path, after)
    return FileStep(what, path, before, after)


def write_file(path: Path, data: bytes) -> None:
    """Put a file in its place, whole or not at all.

    Raises:
        ProblemError: ``folder-not-writable`` or ``disk-full``.
    """
    try:
        write_private(path, data)
    except OSError as error:
        raise not_writable(path, error) from None
