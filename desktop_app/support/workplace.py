"""Folders for the work of one run: private, gone at its end, or at the next start where it was killed."""

import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import platformdirs
from filelock import FileLock, Timeout

_YOUNG = 10
"""Seconds in which a run may have said that it begins, and not hold its lock yet."""
_OLD = 86_400
"""Seconds after which a folder of another computer, that a sync has brought here, belongs to no run."""
_TRIES = 20


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Say of a folder that a run of this computer is at work in it; the system forgets that when it ends.

    It is said in the user's own profile, for a lock beside the folder would not travel where the folder
    does. Where the profile cannot be written to nothing is said, and only age tells.
    """
    with ExitStack() as said:
        with suppress(OSError, NotImplementedError):
            said.enter_context(_place())
            path = _lock_of(folder)
            said.callback(path.unlink, missing_ok=True)
            said.enter_context(FileLock(path, timeout=0, fallback_to_soft=False))
        try:
            yield
        finally:
            with suppress(OSError):
                said.close()


def clear_left(folders: Iterable[Path]) -> None:
    """Remove what killed runs have left behind: folders that no run is at work in."""
    for folder in folders:
        with suppress(OSError, NotImplementedError, Timeout):
            if _is_left(folder):
                shutil.rmtree(folder, ignore_errors=True)
                _lock_of(folder).unlink(missing_ok=True)


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder of the user's own, that nobody else can read, for as long as the block takes.

    It lies in her profile and not where all users have theirs; what lies there may hold a letter.

    Raises:
        OSError: where there is no place for it.
    """
    with _place() as above:
        private = _made_in(above)
        try:
            clear_left(path for path in above.iterdir() if path.is_dir())
            with held(private):
                inside = private / "work"
                inside.mkdir()
                yield inside
        finally:
            shutil.rmtree(private, ignore_errors=True)


def _is_left(folder: Path) -> bool:
    """Whether nobody is at work in a folder any more.

    Raises:
        Timeout: where somebody is.
    """
    lock = _lock_of(folder)
    if not lock.exists():
        return time.time() - folder.stat().st_mtime > _OLD
    if time.time() - lock.stat().st_mtime < _YOUNG:
        return False
    with FileLock(lock, timeout=0, fallback_to_soft=False):
        return True


def _lock_of(folder: Path) -> Path:
    return _above() / f"{folder.name}.lock"


@contextmanager
def _place() -> Iterator[Path]:
    """Where private folders and what is said of others lie; it goes when nothing lies there any more."""
    above = _above()
    new = [folder for folder in above.parent.parents if not folder.exists()]
    _make(above)
    try:
        yield above
    finally:
        with suppress(OSError):
            for folder in (above, above.parent, *new):
                folder.rmdir()


def _made_in(above: Path) -> Path:
    for _ in range(_TRIES):
        with suppress(FileNotFoundError):
            return Path(tempfile.mkdtemp(dir=above))
        _make(above)
    return Path(tempfile.mkdtemp(dir=above))


def _make(above: Path) -> None:
    """Make it, though another run that ends may take the empty place away in between."""
    for _ in range(_TRIES):
        with suppress(FileExistsError, FileNotFoundError):
            above.mkdir(mode=0o700, parents=True, exist_ok=True)
            return
    above.mkdir(mode=0o700, parents=True, exist_ok=True)


def _above() -> Path:
    return platformdirs.user_cache_path("Undersigned", appauthor=False) / "work"
