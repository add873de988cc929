"""Folders for the work of one run: private, gone at its end, or at the next start where it was killed."""

import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import platformdirs
from filelock import FileLock, Timeout

_LOCK = "held"
_YOUNG = 10
"""Seconds in which a folder may be made and not held yet."""
_TRIES = 5


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Say of a folder that a run is at work in it. The system forgets that when the run ends, in any way.

    On a disk that knows no locks nothing is said, and nothing is ever cleared.
    """
    lock = FileLock(folder / _LOCK)
    with suppress(OSError, NotImplementedError):
        lock.acquire(timeout=0)
    try:
        yield
    finally:
        with suppress(OSError):
            lock.release()


def clear_left(folders: Iterable[Path]) -> None:
    """Remove what killed runs have left behind: folders that no run is at work in."""
    for folder in folders:
        with suppress(OSError, NotImplementedError, Timeout):
            if time.time() - folder.stat().st_mtime > _YOUNG:
                with FileLock(folder / _LOCK, timeout=0):
                    pass
                shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder of the user's own, that nobody else can read, for as long as the block takes.

    It lies in her profile and not where all users have theirs; what lies there may hold a letter.

    Raises:
        OSError: where there is no place for it.
    """
    above = platformdirs.user_cache_path("Undersigned", appauthor=False) / "work"
    new = [folder for folder in above.parent.parents if not folder.exists()]
    private = _made_in(above)
    clear_left(folder for folder in above.iterdir() if folder != private)
    try:
        with held(private):
            inside = private / "work"
            inside.mkdir()
            yield inside
    finally:
        shutil.rmtree(private, ignore_errors=True)
        with suppress(OSError):  # another run is at work there
            above.rmdir()
            above.parent.rmdir()
            for folder in new:
                folder.rmdir()


def _made_in(above: Path) -> Path:
    for _ in range(_TRIES):
        above.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileNotFoundError):  # another run has just ended, and taken it away
            return Path(tempfile.mkdtemp(dir=above))
    return Path(tempfile.mkdtemp(dir=above))
