"""Copies of the list in ``private/``: backups by time, and the state before each step for undo.

A copy holds the very bytes that the list held, so it is locked exactly as the list was.
"""

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from desktop_app.files.package_gate import is_ole
from desktop_app.files.safe_save import digest, write_private

PRIVATE = "private"
_BACKUPS = "backups"
_JOURNAL = "journal"
_EXPORTS = "exports"
_TEXTS = "texts"

_STAMP = "%Y-%m-%d %H.%M.%S UTC"
_BACKUP = re.compile(r"(\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d UTC)(?: \d+)?\.xlsx")
_EXPORT = re.compile(r"(\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d UTC) .*\.xlsx")
_STEP = re.compile(r"(\d{6}) ([a-z-]+)\.xlsx")
_SELDOM = dt.timedelta(minutes=10)
_NEWEST_KEPT = 10
_DAYS_KEPT = 10
_STEPS_KEPT = 10


def private(folder: Path) -> Path:
    """Where a campaign keeps what nobody else sees."""
    return folder / PRIVATE


def backups(folder: Path) -> list[tuple[dt.datetime, Path]]:
    """The backups of a campaign's list, the oldest first, each with the time at which it was replaced."""
    return _dated(private(folder) / _BACKUPS, _BACKUP)


def back_up(folder: Path, data: bytes, now: dt.datetime, *, first: bool) -> None:
    """Put a state of the list by: at a session's first save, and then once in ten minutes.

    Raises:
        OSError: where it cannot be written.
    """
    there = backups(folder)
    if there and not first and now - there[-1][0] < _SELDOM:
        return
    if there and there[-1][1].read_bytes() == data:
        return
    name = now.astimezone(dt.UTC).strftime(_STAMP)
    taken = {path.name for _, path in there}
    numbered = (f"{name}{suffix}.xlsx" for suffix in ("", *(f" {n}" for n in range(2, 1000))))
    write_private(private(folder) / _BACKUPS / next(n for n in numbered if n not in taken), data)
    for path in superfluous(backups(folder)):
        path.unlink(missing_ok=True)


def keep_export(
    folder: Path, export: str, data: bytes, now: dt.datetime, texts: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Keep the list as it was when letters were handed over, under the name of their folder.

    Args:
        folder: The campaign's.
        export: The name of the folder in which they were handed over.
        data: The list.
        now: The time.
        texts: The fingerprint of the letter in each language.

    Raises:
        OSError: where it cannot be written.
    """
    path = private(folder) / _EXPORTS / f"{now.astimezone(dt.UTC).strftime(_STAMP)} {export}.xlsx"
    write_private(path, data)
    write_private(_note(path), json.dumps({_TEXTS: dict(texts)}).encode())


@dataclass(frozen=True, slots=True)
class KeptExport:
    """An export as it is remembered.

    Attributes:
        name: The name of its folder in ``exports/``.
        when: When it was handed over.
        path: The list as it was then.
        texts: The fingerprint of the letter in each language; empty where an older version handed it over.
    """

    name: str
    when: dt.datetime
    path: Path
    texts: Mapping[str, str]


def last_export(folder: Path) -> KeptExport | None:
    """The last export of a campaign, drafts left aside; None where nothing was handed over yet."""
    known = handed_out(folder)
    if not known:
        return None
    when, path = known[-1]
    texts: dict[str, str] = {}
    # Without a note nobody can say whether the text has changed.
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        texts = {str(key): str(text) for key, text in json.loads(_note(path).read_bytes())[_TEXTS].items()}
    return KeptExport(_export_of(when, path), when, path, texts)


def exports_kept(folder: Path) -> list[tuple[str, dt.datetime, Path]]:
    """The exports, the oldest first: the name of each one's folder, when, and the list as it was then."""
    return [(_export_of(when, path), when, path) for when, path in handed_out(folder)]


def _export_of(when: dt.datetime, path: Path) -> str:
    return path.stem.removeprefix(f"{when:{_STAMP}} ")


def handed_out(folder: Path) -> list[tuple[dt.datetime, Path]]:
    """The list as it was at each export, the oldest first, each with the time of the export."""
    return _dated(private(folder) / _EXPORTS, _EXPORT)


def handed_out_as(folder: Path, export: str) -> tuple[dt.datetime, Path] | None:
    """The list as it was when the export of that name went out, the last of several; None where none is."""
    found = [(when, path) for name, when, path in exports_kept(folder) if name == export]
    return found[-1] if found else None


def superfluous(copies: Sequence[tuple[dt.datetime, Path]]) -> list[Path]:
    """Of copies in order of time, those that are neither of the last ten nor the last of one of ten days."""
    kept = {path for _, path in copies[-_NEWEST_KEPT:]}
    last_of_day = {taken.date(): path for taken, path in copies}
    kept.update(last_of_day[day] for day in sorted(last_of_day)[-_DAYS_KEPT:])
    return [path for _, path in copies if path not in kept]


@dataclass(frozen=True, slots=True)
class KeptStep:
    """A step that can be taken back.

    Attributes:
        what: Code of the step: ``merge``, ``import``, ``disclosure``.
        before: Where the list as it was before it lies.
    """

    what: str
    before: Path


def keep_step(folder: Path, what: str, before: bytes, after: bytes) -> Path:
    """Remember a step, so that it can be taken back; where the list as it was lies now.

    Two that save at once would take one number: call it while the list's lock is held.

    Raises:
        OSError: where it cannot be written.
    """
    place = private(folder) / _JOURNAL
    steps = _steps(place)
    number = int(steps[-1].name[:6]) + 1 if steps else 1
    path = place / f"{number:06} {what}.xlsx"
    write_private(path, before)
    _write_note(path, [digest(after)])
    for old in _steps(place)[:-_STEPS_KEPT]:
        forget_step(old)
    return path


def last_step(folder: Path, now: bytes) -> KeptStep | None:
    """The step that made the list what it is now, if that was a step of ours that is still kept."""
    state = digest(now)
    for path in reversed(_steps(private(folder) / _JOURNAL)):
        if state in _states_after(path):
            return KeptStep(path.stem[7:], path)
    return None


def carry_over(folder: Path, states: Mapping[str, str]) -> None:
    """Have steps still be known by the list where its bytes become others that say the same.

    Call it before they do: both are known then, whichever of them a power cut leaves.

    Args:
        folder: The campaign's.
        states: The digest of a state of the list -> that of the same state, with another password or a key.

    Raises:
        OSError: where it cannot be written.
    """
    for path in _steps(private(folder) / _JOURNAL):
        known = _states_after(path)
        if new := [states[state] for state in known if state in states]:
            _write_note(path, list(dict.fromkeys([*known, *new])))


def forget_step(before: Path) -> None:
    """Remove what was kept of a step.

    Raises:
        OSError: where it cannot be removed.
    """
    _note(before).unlink(missing_ok=True)
    before.unlink(missing_ok=True)


def copies(folder: Path) -> list[Path]:
    """Every copy of the list in ``private/``, whatever it is kept for."""
    return sorted(path for path in private(folder).rglob("*.xlsx") if path.is_file())


def without_password(folder: Path) -> list[Path]:
    """The workbooks in ``private/`` that anybody can open."""
    return [path for path in copies(folder) if not is_ole(_head(path))]


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(8)


def _dated(place: Path, pattern: re.Pattern[str]) -> list[tuple[dt.datetime, Path]]:
    found = []
    for path in _files(place):
        if match := pattern.fullmatch(path.name):
            with suppress(ValueError):  # no date of any calendar
                found.append((dt.datetime.strptime(match[1], _STAMP).replace(tzinfo=dt.UTC), path))
    return sorted(found)


def _note(before: Path) -> Path:
    return before.with_suffix(".json")


def _states_after(before: Path) -> list[str]:
    # A note that cannot be read is of a step that was cut short.
    with suppress(OSError, ValueError, KeyError, TypeError):
        return [str(state) for state in json.loads(_note(before).read_bytes())["after"]]
    return []


def _write_note(before: Path, states: Sequence[str]) -> None:
    write_private(_note(before), json.dumps({"after": states}).encode())


def _steps(place: Path) -> list[Path]:
    return sorted(path for path in _files(place) if _STEP.fullmatch(path.name))


def _files(place: Path) -> Iterable[Path]:
    return (path for path in place.iterdir() if path.is_file()) if place.is_dir() else ()
