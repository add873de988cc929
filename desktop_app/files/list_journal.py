"""Steps on the list that are not saved yet, written down as they are made: a crash must not take them.

One file for each session lies in ``private/``, readable by its owner alone; a line is a step. Where the list
has a password the lines are locked with it: the journal holds what the list holds.
"""

import base64
import datetime as dt
import errno
import json
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from filelock import FileLock, Timeout

from desktop_app.domain.list_edit import LogEntry
from desktop_app.domain.list_history import Change, Rows
from desktop_app.domain.signatory import Disclosure, Kind, Signatory, Way
from desktop_app.files.kept_copies import private
from desktop_app.files.safe_save import make_private

_NAME = "unsaved-{}.journal"
_GLOB = "unsaved-*.journal"
_ASIDE = ".not-recovered"
_SALT = 16
_CELLS = tuple(entry.name for entry in fields(Signatory))
_LOGGED = tuple(entry.name for entry in fields(LogEntry))
_COST = 2**14
"""Of scrypt: 16 MB and about 50 ms. The list itself is locked more strongly."""


class Journal:
    """The journal of one session. The file is made with the first step, and its lock says that we live."""

    def __init__(self, folder: Path, password: str) -> None:
        self._path = private(folder) / _NAME.format(secrets.token_hex(8))
        self._password = password
        self._file: int | None = None
        self._is_torn = False
        self._is_begun = False
        self._lock = FileLock(f"{self._path}.lock", mode=0o600)
        self._box: Fernet | None = None

    def write(self, change: Change) -> None:
        """Write a step down. It outlives this process; ``sync`` has it outlive the machine's."""
        file = self._begun() if self._file is None else self._file
        line = json.dumps(_of_change(change), ensure_ascii=False).encode("utf-8")
        # A line that a full disk has cut off must not take the next one along.
        data = b"\n" * self._is_torn + (self._box.encrypt(line) if self._box else line) + b"\n"
        self._is_torn = True
        while data:
            data = data[os.write(file, data) :]
        self._is_torn = False

    def sync(self) -> None:
        """Have the disk keep what was written."""
        if self._file is not None:
            os.fsync(self._file)

    @property
    def is_gone(self) -> bool:
        """Whether somebody has removed what was written, or the folder with it."""
        return self._file is not None and not self._path.exists()

    def clear(self) -> None:
        """Everything is saved: the journal goes."""
        if self._file is None:
            return
        with suppress(OSError):
            os.close(self._file)
        self._file = None
        self._is_torn = False
        with suppress(OSError):
            self._path.unlink()
        self._lock.release()
        with suppress(OSError):
            Path(self._lock.lock_file).unlink()

    def leave(self) -> None:
        """The session ends, and its journal stays for the next one."""
        if self._file is not None:
            with suppress(OSError):
                os.fsync(self._file)
            with suppress(OSError):
                os.close(self._file)
            self._file = None
            self._lock.release()

    def _begun(self) -> int:
        if not self._path.parent.parent.is_dir():
            # Where the whole folder is gone no other is made in its place: it would be nobody's.
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self._path.parent.parent))
        make_private(self._path.parent)
        self._lock.acquire(timeout=0)
        # Our own that was gone for a while is written anew: it must not be found with steps from before.
        begin = os.O_TRUNC if self._is_begun else os.O_EXCL
        self._file = file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | begin, 0o600)
        self._is_begun = True
        if self._password:
            salt = secrets.token_bytes(_SALT)
            self._box = _box(self._password, salt)
            os.write(file, base64.b64encode(salt) + b"\n")
        return file


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """What a session that died had not saved."""

    path: Path
    changes: tuple[Change, ...]

    def put_aside(self) -> None:
        """Keep it under another name: what is in it could not be made again."""
        with suppress(OSError):
            self.path.rename(self.path.with_suffix(_ASIDE))
        with suppress(OSError):
            Path(f"{self.path}.lock").unlink()

    def forget(self) -> None:
        """Remove it; its steps are in another journal, or in the list."""
        for path in (self.path, Path(f"{self.path}.lock")):
            with suppress(OSError):
                path.unlink()


def left_behind(folder: Path, password: str) -> Iterator[LeftBehind]:
    """Journals of sessions that live no longer, the oldest first. One of another password is left alone."""
    with suppress(OSError):
        for path in sorted(private(folder).glob(_GLOB), key=lambda path: path.stat().st_mtime):
            lock = FileLock(f"{path}.lock", mode=0o600)
            try:
                with lock.acquire(timeout=0):
                    changes = _read(path.read_bytes(), password)
            except (Timeout, OSError, InvalidToken):
                continue
            except (ValueError, KeyError, TypeError):
                LeftBehind(path, ()).put_aside()  # damaged: nobody can read it, and nobody throws it away
                continue
            yield LeftBehind(path, changes)


def _read(data: bytes, password: str) -> tuple[Change, ...]:
    lines = data.split(b"\n")[:-1]  # what follows the last line end was cut off in the middle
    box = None
    if lines and not lines[0].startswith(b"{"):
        if not password:
            raise InvalidToken
        box = _box(password, base64.b64decode(lines.pop(0)))
    return tuple(_changes(box.decrypt(line) if box else line for line in lines))


def _changes(lines: Iterable[bytes]) -> Iterator[Change]:
    for line in lines:
        with suppress(ValueError):  # cut off in the middle: the disk was full
            yield _change(json.loads(line))


def _box(password: str, salt: bytes) -> Fernet:
    key = Scrypt(salt=salt, length=32, n=_COST, r=8, p=1).derive(password.encode("utf-8"))
    return Fernet(base64.urlsafe_b64encode(key))


def _of_change(change: Change) -> dict[str, Any]:
    return {
        "what": change.what,
        "before": _of_rows(change.before),
        "after": _of_rows(change.after),
        "log": [{**_of(entry, _LOGGED), "on": entry.on.isoformat()} for entry in change.log],
    }


def _of_rows(rows: Rows) -> dict[str, Any]:
    return {str(number): None if row is None else _of(row, _CELLS) for number, row in rows.items()}


def _of(one: Signatory | LogEntry, names: Iterable[str]) -> dict[str, Any]:
    # ``asdict`` copies what it finds, piece by piece: a second for a list of thousands.
    return {name: getattr(one, name) for name in names}


def _change(said: Mapping[str, Any]) -> Change:
    log = tuple(LogEntry(**{**entry, "on": dt.date.fromisoformat(entry["on"])}) for entry in said["log"])
    return Change(said["what"], _rows(said["before"]), _rows(said["after"]), log)


def _rows(said: Mapping[str, Any]) -> Rows:
    return {int(number): None if row is None else _signatory(row) for number, row in said.items()}


def _signatory(said: Mapping[str, Any]) -> Signatory:
    counts = said["counts"]
    return Signatory(
        **{
            **said,
            "disclosure": Disclosure(said["disclosure"]),
            "kind": Kind(said["kind"]),
            "counts": Way(counts) if counts else None,
            "also_known_as": tuple(said["also_known_as"]),
        }
    )
