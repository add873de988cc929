"""Replaces a file that nobody may lose: the old one or the new one is there, whole, at every moment.

The new bytes go to a file beside the old one, are flushed, read back and looked at; the old ones are kept;
then one rename puts the new file into place. Nothing ever opens the old file for writing.
"""

import errno
import hashlib
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.campaign_folder import flush_folder, not_writable
from desktop_app.files.package_gate import read_bytes

if sys.platform == "darwin":
    import fcntl

_TEMPORARY = re.compile(r"\.(?P<stem>.+)\.[0-9a-f]{16}(?P<suffix>\.\w+)")
_LEFT_BEHIND = 60
"""Seconds after which a temporary file belongs to no save that is still going on."""
_PATIENCE = 10
"""Seconds to wait for another window of ours that is saving the same list."""
_TRIES = 5
_BETWEEN_TRIES = 0.2
"""Seconds. On Windows a virus scanner may hold a file for a moment."""


def digest(data: bytes) -> str:
    """What tells one state of a file from another."""
    return hashlib.sha256(data).hexdigest()


def replace_file(
    target: Path,
    data: bytes,
    *,
    seen: bytes,
    lock: Path,
    look: Callable[[bytes], None],
    keep: Callable[[bytes], None],
) -> None:
    """Put ``data`` in the place of what ``target`` holds.

    A program that keeps the file open on Windows cannot be argued with: the new bytes then stay beside it.

    Args:
        target: An existing file; a link leads to the real one.
        data: What it shall hold.
        seen: What it held when it was read.
        lock: A file that stands for the list while it is being saved.
        look: Is given what was read back from the disk, and raises where it is not as it should be.
        keep: Is given what the file held, to put it by.

    Raises:
        ProblemError: ``list-changed`` where the file is not as it was seen, ``list-gone``, ``list-busy``,
            ``list-held``, ``save-not-verified``, ``disk-full``, ``folder-not-writable``; the file is then as
            it was.
    """
    real = Path(os.path.realpath(target))
    try:
        with _alone(lock, target.name):
            _check_unchanged(real, seen)
            with _written(real, data) as temporary:
                back = temporary.read_bytes()
                if back != data:
                    raise ProblemError("save-not-verified", Place(target.name))
                look(back)
                keep(seen)
                _check_unchanged(real, seen)
                _move(temporary, real)
                _flush(real.parent)
    except PermissionError as error:
        if os.name == "nt":
            raise ProblemError("list-held", Place(target.name)) from None
        raise not_writable(target, error) from None
    except OSError as error:
        raise not_writable(target, error) from None


def write_private(target: Path, data: bytes) -> None:
    """Write a file that is nobody else's business, all or nothing; one of that name is replaced.

    Raises:
        OSError: where it cannot be written, or a device or a pipe has its name.
    """
    make_private(target.parent)
    if os.path.lexists(target) and stat.S_IFMT(target.lstat().st_mode) not in (stat.S_IFREG, stat.S_IFLNK):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    with _written(target, data) as temporary:
        _move(temporary, target)
        _flush(target.parent)


@contextmanager
def written_beside(files: Iterable[tuple[Path, bytes]]) -> Iterator[Callable[[], tuple[Path, ...]]]:
    """Files written beside those whose places they are to take, so that all that is left are renames.

    What is yielded puts them into place, and tells which of them it could not. Those that are in no place
    at the end of the block go.

    Args:
        files: Each target with what it shall hold, made when its turn comes.

    Raises:
        ProblemError: ``folder-not-writable`` or ``disk-full``, with the target; then no target was touched.
    """
    with ExitStack() as stack:
        written: list[tuple[Path, Path]] = []
        for target, data in files:
            try:
                written.append((stack.enter_context(_written(target, data)), target))
            except OSError as error:
                raise not_writable(target, error) from None

        def put() -> tuple[Path, ...]:
            left = []
            for temporary, target in written:
                try:
                    _move(temporary, target)
                except OSError:
                    left.append(target)
            for folder in {target.parent for _, target in written}:
                _flush(folder)
            return tuple(left)

        yield put


def remove_leftovers(target: Path) -> None:
    """Remove what a save of ``target`` that was killed left beside it. It holds all names."""
    real = Path(os.path.realpath(target))
    with suppress(OSError):
        for path in real.parent.iterdir():
            found = _TEMPORARY.fullmatch(path.name)
            if found is None or found["stem"] + found["suffix"] != real.name:
                continue
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _LEFT_BEHIND:
                    path.unlink()


def make_private(folder: Path) -> None:
    """Make a folder, and those above it, which nobody else may look into.

    Raises:
        OSError: where it cannot be made.
    """
    for missing in reversed([place for place in (folder, *folder.parents) if not place.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)


@contextmanager
def _alone(lock: Path, file: str) -> Iterator[None]:
    """Only one of our windows saves at a time. The lock goes with its process, however that ends."""
    make_private(lock.parent)
    held = FileLock(lock, timeout=_PATIENCE, mode=0o600)
    try:
        held.acquire()
    except Timeout:
        raise ProblemError("list-busy", Place(file)) from None
    try:
        yield
    finally:
        with suppress(OSError):
            held.release()


def _check_unchanged(real: Path, seen: bytes) -> None:
    try:
        now = read_bytes(real)
    except ProblemError as problem:
        if problem.code == "file-missing":
            raise ProblemError("list-gone", Place(real.name)) from None
        raise
    if now != seen:
        raise ProblemError("list-changed", Place(real.name))


@contextmanager
def _written(target: Path, data: bytes) -> Iterator[Path]:
    """A file beside the target, on the disk, with these bytes; it goes unless it was moved away."""
    temporary = target.with_name(f".{target.stem}.{secrets.token_hex(8)}{target.suffix}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            _to_the_disk(stream.fileno())
        with suppress(FileNotFoundError):  # a new file has nobody's permissions to keep
            temporary.chmod(target.stat().st_mode & 0o777)
        yield temporary
    finally:
        with suppress(OSError):  # it was moved away; or it cannot be removed now, and is at the next start
            temporary.unlink()


def _to_the_disk(handle: int) -> None:
    if sys.platform == "darwin":  # where fsync leaves it in the drive's own memory
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    else:
        os.fsync(handle)


def _flush(folder: Path) -> None:
    """The file is in its place already: a disk that fails now has nothing to say of it."""
    with suppress(OSError):
        flush_folder(folder)


def _move(temporary: Path, real: Path) -> None:
    for tried in range(_TRIES):
        try:
            temporary.replace(real)
        except PermissionError:
            if os.name != "nt" or tried == _TRIES - 1:
                raise
            time.sleep(_BETWEEN_TRIES)
        else:
            return
